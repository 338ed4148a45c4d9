"""A session talked through without any screen: what is asked, what can be done, what is seen."""

from collections.abc import AsyncIterator

import pytest

from srt_tui.domain import entry as happened
from srt_tui.domain.asking import KEYS, asking
from srt_tui.domain.errors import SrtError
from srt_tui.domain.pages import (
    AnyPage,
    ByePage,
    ClipPage,
    NumberPage,
    PromptPage,
    StepBackPage,
    StepPage,
)
from srt_tui.domain.questions import asks_of
from srt_tui.domain.views import LooksLike, SayBack, StoryRead, StoryWaits, Together, WhySkip
from srt_tui.settings import Settings
from srt_tui.workflow.deliver import closing, verbs
from srt_tui.workflow.deliver.conversation import Conversation
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.my_part import MyPart
from srt_tui.workflow.deliver.offers import Action
from srt_tui.workflow.deliver.settle import settle
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace

DISK = SrtError("Not saved.", "Try again.")


@pytest.fixture
async def talk(workspace: Workspace, live: LiveSession) -> AsyncIterator[Conversation]:
    workspace.settings = Settings(player="storyboard")
    made = Conversation(workspace, live)
    yield made
    await made.close()


def at(talk: Conversation, kind: type[AnyPage]) -> None:
    """Go to the first page of a kind."""
    pages = talk.session.pages
    talk.session.go(next(place for place, page in enumerate(pages) if isinstance(page, kind)))
    talk.turn_page()


async def test_an_answer_is_asked_kept_and_gone_on_from(talk: Conversation) -> None:
    at(talk, NumberPage)
    asked = talk.questions
    await talk.press("pick-number", "7")
    assert talk.together.asking.value == "7"
    await talk.press("take")
    assert talk.questions > asked
    (number,) = [e for e in talk.session.entries() if isinstance(e, happened.Number)]
    assert number.value == 7


async def test_what_is_typed_is_kept_at_enter_and_said_back(talk: Conversation) -> None:
    at(talk, PromptPage)
    await talk.press("words")
    talk.put("always the jaw")
    assert talk.unsaved
    talk.save()
    assert not talk.unsaved
    await talk.press("keep")
    assert talk.together.said == ("always the jaw",)
    await talk.press("say-back")
    assert talk.together.shown == SayBack(words="always the jaw")
    await talk.press("cancel")
    assert not talk.in_between


async def test_words_that_lead_to_somebody_wait_for_a_second_enter(talk: Conversation) -> None:
    at(talk, PromptPage)
    await talk.press("words")
    talk.put("at M1 1AA")
    await talk.press("keep")
    assert talk.remark == LooksLike(kinds=("postcode",))
    assert talk.session.last_said is None
    await talk.press("keep")
    assert talk.session.last_said is not None


async def test_where_nothing_is_typed_what_comes_is_no_text(talk: Conversation) -> None:
    at(talk, NumberPage)
    before = talk.asking
    talk.put("x")
    assert talk.asking == before


@pytest.mark.parametrize("action", ["play", "slower", "other-way", "own-time", "again", "read"])
async def test_away_from_a_story_its_keys_do_nothing(talk: Conversation, action: Action) -> None:
    at(talk, NumberPage)
    entries, page = talk.session.entries(), talk.session.page
    await talk.press(action)
    assert (talk.session.entries(), talk.session.page) == (entries, page)
    assert talk.remark is None
    assert not talk.in_between


async def test_a_story_shows_itself_and_what_can_be_done(talk: Conversation) -> None:
    at(talk, ClipPage)
    assert isinstance(talk.together.shown, StoryWaits)
    assert "play" in [offer.action for offer in talk.offers()]
    await talk.press("slower")
    assert talk.remark is None
    await talk.press("skip")
    assert repr(talk.together.shown) == repr(WhySkip())


async def test_told_another_way_it_is_read_from_the_start(talk: Conversation) -> None:
    at(talk, ClipPage)
    await talk.press("other-way")
    options = [value for value, _ in talk.asking.asks[0].options]
    await talk.press("pick", KEYS[options.index("transcript as-written")])
    assert talk.story.state == "reading"
    assert isinstance(talk.together.shown, StoryRead)


async def test_with_no_other_way_picked_the_story_stays_as_it_was(talk: Conversation) -> None:
    at(talk, ClipPage)
    await talk.press("other-way")
    await talk.press("take")
    assert not talk.in_between
    assert talk.story.state == "idle"


async def test_where_nothing_was_said_there_is_nothing_to_say_back(talk: Conversation) -> None:
    at(talk, PromptPage)
    await talk.press("words")
    await talk.press("say-back")
    assert not talk.in_between
    assert talk.session.last_said is None


async def test_what_cannot_be_saved_leaves_everything_as_it_stood(
    talk: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(talk, ClipPage)

    def refuse(*_: object) -> None:
        raise DISK

    page = talk.session.page
    with monkeypatch.context() as patched:
        patched.setattr(talk.session, "keep", refuse)
        await talk.press("own-time")
        assert (talk.unkept, talk.remark, talk.session.page) == (DISK, None, page)
    await talk.press("own-time")
    assert talk.unkept is None
    assert talk.remark


async def test_the_together_view_is_a_type_of_its_own_and_holds_nothing_private(
    talk: Conversation,
) -> None:
    while not isinstance(talk.session.page, ByePage):
        shown = repr(talk.together)
        assert isinstance(talk.together, Together)
        assert talk.session.reference not in shown
        for sign in talk.session.pack.signs:
            assert sign.title not in shown
        talk.session.next()
        talk.turn_page()


async def test_how_the_step_went_is_kept_from_the_page_that_asks(
    workspace: Workspace, someone: str, live: LiveSession
) -> None:
    while not isinstance(live.page, StepPage):
        live.next()
    verbs.step(live, "Fix the gate")
    live.go(len(live.pages) - 1)
    closing.close(live)
    second = Preparing(workspace, someone).start()
    pages = [type(page) for page in second.pages]
    second.go(pages.index(StepBackPage))
    settle(second, asking(*asks_of(second.page), values=("half", "")))
    (review,) = [e for e in second.entries() if isinstance(e, happened.StepReviewed)]
    assert (review.tried, review.then) == ("half", "done")


async def test_an_ending_that_could_not_be_saved_is_done_once_when_it_can(
    workspace: Workspace, live: LiveSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = MyPart(live, workspace.today)
    mine.put("not yet asked")
    assert not mine.alone
    for action in ("my-part", "pick", "pass", "pass", "pass", "pass", "take", "take"):
        await mine.press(action, "4")
    assert mine.asking.kind == "text"

    def refuse(*_: object) -> None:
        raise DISK

    with monkeypatch.context() as patched:
        patched.setattr(live.person, "settle", refuse)
        await mine.press("keep")
        assert mine.unkept is DISK
        assert not mine.over
    await mine.press("keep")
    assert mine.over
    mine.save()
    kinds = [type(entry) for entry in live.entries()]
    assert kinds.count(happened.CheckDone) == kinds.count(happened.Closed) == 1


async def test_her_own_line_is_looked_at_too_before_it_is_kept(
    workspace: Workspace, live: LiveSession
) -> None:
    mine = MyPart(live, workspace.today)
    await mine.press("my-part")
    while mine.asking.kind != "text":
        await mine.press("pass")
    mine.put("ring 0161 496 0000")
    asked = mine.asking.at
    await mine.press("keep")
    assert (mine.remark, mine.asking.at) == (LooksLike(kinds=("phone",)), asked)
    await mine.press("keep")
    assert (mine.remark, mine.asking.at) == (None, asked + 1)
