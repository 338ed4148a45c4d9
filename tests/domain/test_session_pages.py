from pathlib import Path

import pytest

from srt_tui.domain import plan as planning
from srt_tui.domain.content import Length
from srt_tui.domain.pack import Pack
from srt_tui.domain.pages import (
    AnyPage,
    CardPage,
    CheckOfferPage,
    ClipPage,
    FieldPage,
    LimitsPage,
    NumberPage,
    OpenStep,
    PromptPage,
    SayPage,
    StepBackPage,
    StepPage,
    question,
)
from srt_tui.domain.participant import Format, Guidance, Preferences, Suits
from srt_tui.domain.session_pages import lay_out, said
from srt_tui.library import load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(ROOT / "content" / "steady-ground", ROOT / "sessions").pack


def pages_of(
    pack: Pack,
    *exercises: str,
    minutes: Length = 30,
    format: Format = "room",
    guidance: Guidance = "prompts",
    suits: tuple[Suits, ...] = (),
    first: bool = False,
    step: OpenStep | None = None,
    offer_check: bool = True,
) -> tuple[AnyPage, ...]:
    plan = planning.make(pack, exercises, minutes=minutes, format=format)
    preferences = Preferences(guidance=guidance, suits=suits)
    return lay_out(pack, plan, preferences, first=first, open_step=step, offer_check=offer_check)


def of(kind: type[AnyPage], pages: tuple[AnyPage, ...]) -> list[AnyPage]:
    return [page for page in pages if isinstance(page, kind)]


@pytest.mark.parametrize(("minutes", "prompts", "fields"), [(20, 3, 1), (30, 4, 3), (60, 6, 5)])
def test_a_longer_session_asks_more(pack: Pack, minutes: Length, prompts: int, fields: int) -> None:
    pages = pages_of(pack, "f04", minutes=minutes)
    assert len(of(PromptPage, pages)) == prompts
    assert len(of(FieldPage, pages)) == fields


def test_little_or_no_reading_keeps_two_prompts_and_the_skill(pack: Pack) -> None:
    pages = pages_of(pack, "f04", minutes=60, suits=("light-words",))
    assert [page.number for page in pages if isinstance(page, PromptPage)] == [1, 2, 6]


def test_every_page_has_a_name_of_its_own(pack: Pack) -> None:
    keys = [page.key for page in pages_of(pack, "f03", "f04", minutes=60, guidance="full")]
    assert len(keys) == len(set(keys))


def test_his_number_is_asked_once_on_the_way_in_and_once_out_in_every_format(pack: Pack) -> None:
    formats: tuple[Format, ...] = ("room", "phone", "video")
    for format in formats:
        for guidance in ("least", "full"):
            pages = pages_of(pack, "f04", format=format, guidance=guidance)
            numbers = [page.out for page in pages if isinstance(page, NumberPage)]
            assert numbers == [False, True]


def test_on_the_phone_whether_he_is_private_comes_first(pack: Pack) -> None:
    first = pages_of(pack, "f04", format="phone", guidance="least")[0]
    assert isinstance(first, SayPage)
    assert "somewhere private" in first.text


def test_on_the_phone_one_question_stands_on_a_page(pack: Pack) -> None:
    pages = pages_of(pack, "f04", format="phone")
    at = next(n for n, page in enumerate(pages) if isinstance(page, NumberPage))
    number, more = pages[at : at + 2]
    assert isinstance(number, NumberPage)
    assert isinstance(more, SayPage)
    assert number.text == "How are you today, nought to ten?"
    assert more.text == "Anything I need to know about contact, home or orders?"


def test_on_the_phone_the_two_jobs_are_said_once_he_is_private(pack: Pack) -> None:
    pages = pages_of(pack, "f01", format="phone", first=True)
    kinds = [type(page) for page in pages[:4]]
    assert kinds == [SayPage, SayPage, LimitsPage, NumberPage]


def test_safety_is_asked_about_at_every_guidance_level(pack: Pack) -> None:
    pages = pages_of(pack, "f04", guidance="least")
    said_first = [page.text for page in pages if isinstance(page, SayPage)]
    assert said_first[0].startswith("Anything I need to know first?")
    assert {page.stage for page in of(SayPage, pages)} == {"arrive"}


def test_full_guidance_adds_the_talk_lines(pack: Pack) -> None:
    stages = {page.stage for page in of(SayPage, pages_of(pack, "f04", guidance="full"))}
    assert "talk" in stages
    assert "talk" not in {page.stage for page in of(SayPage, pages_of(pack, "f04"))}


def test_the_two_jobs_are_said_at_the_first_session(pack: Pack) -> None:
    limits = of(LimitsPage, pages_of(pack, "f01", first=True))
    assert [page.text.startswith("I have two jobs.") for page in limits if isinstance(
        page, LimitsPage)] == [True]  # fmt: skip
    assert not of(LimitsPage, pages_of(pack, "f01"))


def test_the_open_step_is_looked_at_and_without_one_nothing_is(pack: Pack) -> None:
    step = OpenStep(seq=7, text="Fix the gate")
    back = [page for page in pages_of(pack, "f02", step=step) if page.stage == "review"]
    assert isinstance(back[0], StepBackPage)
    assert len(back) == 2
    lines = [page.text for page in back if isinstance(page, SayPage)]
    assert not any("keep it, shrink it" in line for line in lines)
    assert not [page for page in pages_of(pack, "f02") if page.stage == "review"]


def test_the_check_is_not_offered_when_it_is_not_due_but_always_at_the_first(pack: Pack) -> None:
    assert not of(CheckOfferPage, pages_of(pack, "f02", offer_check=False))
    assert of(CheckOfferPage, pages_of(pack, "f02", offer_check=False, first=True))


def test_skipped_items_have_no_pages(pack: Pack) -> None:
    plan = planning.skip(planning.make(pack, ("f04",)), 3, "no-time")
    assert not of(PromptPage, lay_out(pack, plan, Preferences()))


def test_a_first_meeting_talks_before_the_exercise(pack: Pack) -> None:
    template = pack.templates["plan-first"]
    plan = planning.from_template(pack, template, template.visits[0])
    pages = lay_out(pack, plan, Preferences(), first=True)
    talk = [page for page in pages if page.stage == "talk" and not page.exercise]
    assert [page.text for page in talk if isinstance(page, SayPage)] == [
        "What would make this worth your time?"
    ]
    assert [question(page) for page in talk] == ["What would make this worth your time?"]


@pytest.mark.parametrize("guidance", ["least", "full"])
def test_what_a_template_asks_takes_the_place_of_what_is_asked_about_a_man(
    pack: Pack, guidance: Guidance
) -> None:
    template = pack.templates["plan-review"]
    plan = planning.from_template(pack, template, template.visits[0])
    pages = lay_out(pack, plan, Preferences(guidance=guidance))
    alone = [page for page in pages if not plan.items[page.item].exercise]
    talk = [question(page) for page in alone if page.stage == "talk"]
    assert talk == ["What could pull you off it? Who will notice first?"]


def test_without_a_story_nothing_is_asked_about_a_man(pack: Pack) -> None:
    template = pack.templates["plan-phone"]
    left_out = template.choose_from
    plan = planning.from_template(pack, template, template.visits[0], leave_out=left_out)
    assert not [page for page in lay_out(pack, plan, Preferences()) if page.stage == "talk"]


def test_what_is_said_before_a_story_is_said_before_the_first_of_a_man(pack: Pack) -> None:
    template = pack.templates["plan-first"]
    plan = planning.from_template(pack, template, template.visits[0])
    watch = [page for page in lay_out(pack, plan, Preferences()) if page.stage == "watch"]
    assert [type(page) for page in watch[:3]] == [ClipPage, SayPage, ClipPage]


def test_only_a_question_is_answered(pack: Pack) -> None:
    pages = pages_of(pack, "f04", guidance="full")
    asked = {type(page) for page in pages if question(page)}
    assert asked == {PromptPage}


def test_a_plan_without_exercises_still_sets_a_step_and_closes(pack: Pack) -> None:
    pages = pages_of(pack)
    steps = [page for page in pages if isinstance(page, StepPage)]
    assert [(page.exercise, page.text) for page in steps] == [(None, "")]
    assert not of(CardPage, pages)


def test_a_watch_or_practise_stage_without_exercise_or_clip_shows_only_its_lines(
    pack: Pack,
) -> None:
    items = tuple(
        planning.Item(stage=stage, minutes=3, title="") for stage in ("watch", "practise")
    )
    pages = lay_out(pack, planning.Plan(items=items, minutes=30), Preferences())
    assert {page.stage for page in pages} == {"practise"}
    assert all(isinstance(page, SayPage) for page in pages)


def test_only_what_stands_in_quotation_marks_is_to_be_said() -> None:
    assert said('Sit beside him. "It is short." Then: “Stop when you like.”') == (
        "It is short.",
        "Stop when you like.",
    )


def test_a_clip_on_its_own_has_no_exercise(pack: Pack) -> None:
    item = planning.Item(stage="watch", minutes=3, clip="clip-welcome", title="Welcome")
    pages = lay_out(pack, planning.Plan(items=(item,), minutes=30), Preferences(guidance="least"))
    assert [(page.exercise, type(page)) for page in pages] == [(None, ClipPage)]


def test_the_lines_before_a_story_are_said_once_a_session(pack: Pack) -> None:
    plan = planning.add(pack, planning.make(pack, ("f03",), minutes=60), "f04")
    pages = lay_out(pack, plan, Preferences())
    assert [page.item for page in pages if page.stage == "watch" and isinstance(
        page, SayPage)] == [2]  # fmt: skip


def test_a_clip_that_the_pack_does_not_have_has_no_page(pack: Pack) -> None:
    item = planning.Item(stage="watch", minutes=3, clip="clip-gone", title="Gone")
    assert lay_out(pack, planning.Plan(items=(item,), minutes=30), Preferences()) == ()
