"""What is asked in between, over a page: each function gives one question and what comes of it."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

from srt_tui.domain.answers import number
from srt_tui.domain.asking import Ask, Asking, asking
from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import SkipReason, Words
from srt_tui.domain.pages import CheckLinePage, ClipPage
from srt_tui.domain.questions import (
    AGAIN,
    REASONS,
    RIGHT,
    STOP,
    WHY_ELSE,
    asks_of,
    others,
    ways_to_tell,
)
from srt_tui.domain.views import (
    AnotherStory,
    Leaving,
    NoHurry,
    OtherWay,
    SayBack,
    Shown,
    StopHere,
    WhySkip,
)
from srt_tui.workflow.deliver import closing, swapping, verbs
from srt_tui.workflow.deliver.settle import is_high, settle

if TYPE_CHECKING:
    from srt_tui.workflow.deliver.conversation import Conversation

Done: TypeAlias = Callable[[Asking], Awaitable[None]]
Skip: TypeAlias = Callable[[SkipReason | None], object]


class Interlude(Frozen, frozen=True, kw_only=True):
    """A question in between: what it asks, what is `shown` (None: the page beneath), and `done`.

    `slot` is where the draft keeps what is typed; empty where nothing of it is kept.
    """

    asking: Asking
    done: Done
    shown: Shown | None = None
    slot: str = ""


def his_words(talk: "Conversation", typed: str, *, corrects: int = 0) -> Interlude:
    """The box for his words, with what was typed and not yet kept; `corrects` an entry."""

    async def done(answered: Asking) -> None:
        text = answered.values[0]
        verbs.words(talk.session, "his", text, moment=talk.moment, corrects=corrects)
        talk.go_back()

    return Interlude(asking=asking(Ask(kind="text"), values=(typed,)), done=done, slot="his")


def say_back(talk: "Conversation", words: str, kept: Words | None = None) -> Interlude:
    """Whether these words are right; `kept` is their entry, None while they are being typed."""

    async def done(answered: Asking) -> None:
        if kept and answered.values[0] == AGAIN:
            talk.open(his_words(talk, "", corrects=kept.seq))
        else:
            talk.go_back()

    return Interlude(asking=_one(RIGHT), shown=SayBack(words=words), done=done)


def why_skip(talk: "Conversation", skip: Skip, *, swaps: bool, rest: bool = False) -> Interlude:
    """Why it is left out; nothing is a fine answer. Where it misfits, another story is offered."""

    async def done(answered: Asking) -> None:
        named, because = answered.values
        reason = cast("SkipReason", named) if named else None
        if because.strip():
            verbs.another_reason(talk.session, because.strip())
        without = partial(talk.leave_out, partial(skip, reason))
        if swaps and reason in swapping.MISFITS and talk.stand_ins:
            talk.open(another_story(talk, reason, without))
        else:
            await without()

    asks = asking(Ask(kind="one", options=REASONS), WHY_ELSE)
    return Interlude(asking=asks, shown=WhySkip(rest=rest), done=done)


def another_story(
    talk: "Conversation", reason: SkipReason | None, without: Callable[[], Awaitable[None]]
) -> Interlude:
    """Another story; `without` is done when none of them is taken."""
    exercises = talk.session.pack.exercises
    options = others((id, exercises[id].title) for id in talk.stand_ins)

    async def done(answered: Asking) -> None:
        if chosen := answered.values[0]:
            await talk.leave_out(partial(swapping.swap, talk.session, chosen, reason))
        else:
            await without()

    return Interlude(asking=_one(options), shown=AnotherStory(), done=done)


def stop_here(talk: "Conversation") -> Interlude:
    """Whether to stop; then his number on the way out, where it was not said."""

    async def done(answered: Asking) -> None:
        if answered.values[0] != "stop":
            talk.go_back()
        elif page := closing.asks_to_leave(talk.session):
            ask = asking(*asks_of(page, light=talk.light))
            talk.open(Interlude(asking=ask, shown=Leaving(page=page), done=partial(_left, talk)))
        else:
            await _leave(talk)

    return Interlude(asking=_one(STOP), shown=StopHere(), done=done)


async def _left(talk: "Conversation", answered: Asking) -> None:
    value = answered.values[0]
    if (out := number(value)) is not None:
        closing.leaving_number(talk.session, out)
    if is_high(value):
        talk.open(no_hurry(partial(_leave, talk)))
    else:
        await _leave(talk)


async def _leave(talk: "Conversation") -> None:
    if isinstance(talk.session.page, CheckLinePage) and not talk.page_asking.is_empty:
        settle(talk.session, talk.page_asking)
    await talk.story.put_away()
    talk.over = True


def no_hurry(then: Callable[[], Awaitable[None]]) -> Interlude:
    """A high number: a moment, before anything else."""

    async def done(_: Asking) -> None:
        await then()

    return Interlude(asking=Asking(), shown=NoHurry(), done=done)


def other_way(talk: "Conversation", page: ClipPage) -> Interlude:
    """In which other way to tell the story."""
    ways = talk.story.ways(page)

    async def done(answered: Asking) -> None:
        talk.go_back()
        chosen = next((way for way in ways if way.key == answered.values[0]), None)
        if chosen is not None:
            await talk.story.tell(page, chosen)

    return Interlude(asking=_one(ways_to_tell(ways)), shown=OtherWay(), done=done)


def _one(options: tuple[tuple[str, str], ...]) -> Asking:
    return asking(Ask(kind="one", options=options))
