"""Worksheet lines, numbers, picks, skips and the check, by figure, arrow and typing."""

from typing import Any

import pytest

from srt_tui.domain import entry as happened
from srt_tui.domain.pages import CheckPage, FieldPage, StepPage
from srt_tui.tui.session import asking as asking_screen
from srt_tui.tui.widgets.session_words import WordsBox


async def test_a_text_line_is_typed_and_kept(sit: Any) -> None:
    async with sit("f05", at="4-f05.w2") as session:
        await session.write("I am stepping out")
        await session.press("enter")
        answer = session.kept(happened.Answer)[0]
        assert (answer.field, answer.text) == ("f05.w2", "I am stepping out")
        assert answer.label.startswith("My one sentence")
        assert session.at == "4-f05.w3"


async def test_a_number_by_figure_by_arrow_and_as_ten(sit: Any) -> None:
    async with sit("f05", at="4-f05.w1") as session:
        await session.press("1", "0", "enter", "escape", "b")
        assert "▌10▐" in session.text
        await session.press("left", "left", "enter")
        assert [answer.number for answer in session.kept(happened.Answer)] == [10, 8]


async def test_going_back_and_on_again_keeps_no_second_answer(sit: Any) -> None:
    async with sit("f05", at="4-f05.w1") as session:
        await session.press("6", "enter", "escape", "b", "enter")
        assert [answer.number for answer in session.kept(happened.Answer)] == [6]


async def test_picks_by_figure_and_by_space(sit: Any) -> None:
    async with sit("f05", at="4-f05.w4") as session:
        await session.press("3", "down", "space", "enter")
        assert session.kept(happened.Answer)[0].picked == ("Cold water", "Music")


async def test_no_more_picks_than_the_line_allows(sit: Any) -> None:
    async with sit("f01", at="4-f01.w1") as session:
        await session.press("1", "2", "3", "4")
        assert "Up to 3." in session.text
        await session.press("down", "down", "space")
        assert "Up to 3." in session.text
        await session.press("enter")
        assert len(session.kept(happened.Answer)[0].picked) == 3


async def test_sorting_one_line_after_the_other(sit: Any) -> None:
    async with sit("r03", at="4-r03.w1") as session:
        await session.press("1", "2", "3", "enter")
        assert session.kept(happened.Answer)[0].sorted == (
            ("Who I see", "mine"),
            ("Who they see", "theirs"),
            ("What they wear", "ours"),
        )


async def test_before_and_after_show_the_movement(sit: Any) -> None:
    async with sit("f04", at="4-f04.w5") as session:
        await session.press("7", "enter", "4")
        assert "7 → 4" in session.text
        await session.press("enter")
        answer = session.kept(happened.Answer)[0]
        assert (answer.number, answer.after) == (7, 4)


async def test_a_chain_box_by_box_and_back_up(sit: Any) -> None:
    async with sit("f03", at="4-f03.w1") as session:
        await session.write("late")
        await session.press("down")
        await session.write("not again")
        await session.press("up")
        assert session.page.query_one(WordsBox).text == "late"
        await session.write(" bus")
        await session.press(*["enter"] * 6)
        boxes = session.kept(happened.Answer)[0].boxes
        assert boxes == (("what happened", "late bus"), ("thought", "not again"))


async def test_nothing_answered_is_nothing_kept(sit: Any) -> None:
    async with sit("f05", at="4-f05.w1") as session:
        await session.press(*["enter"] * 6)
        assert not session.kept(happened.Answer)
        assert session.at == "4-outcome"


async def test_said_not_saved_is_nowhere_afterwards(sit: Any) -> None:
    async with sit("f06", at="4-f06.w3") as session:
        page = session.live.page
        assert isinstance(page, FieldPage)
        assert not page.field.saved
        assert "Said, not saved." in session.line
        assert "w Words" not in session.text
        await session.press("w")
        await session.write("xanthic")
        await session.press("enter")
        assert not session.kept(happened.Answer)
        assert not session.kept(happened.Words)
        assert "xanthic" not in str(session.live.draft)


async def test_a_choice_that_is_said_not_saved_is_not_kept_either(sit: Any) -> None:
    async with sit("r04", at="4-r04.w5") as session:
        await session.press("1")
        assert "●" in session.text
        assert not session.live.draft.typed
        await session.press("enter")
        assert not session.kept(happened.Answer)


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (("2",), "too-hard"),
        (("6",), "live-matter"),
        (("enter",), None),
        (("down", "enter"), "does-not-fit"),
    ],
)
async def test_a_skip_is_one_key_and_a_reason_if_he_likes(
    sit: Any, keys: tuple[str, ...], reason: str | None
) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("s", *keys)
        skipped = session.kept(happened.Skipped)[0]
        assert (skipped.what, skipped.reason) == ("prompt", reason)
        assert session.at == "3-p3"


async def test_a_skip_can_be_thought_better_of(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("s", "escape")
        assert not session.kept(happened.Skipped)
        assert session.at == "3-p2"


async def test_fit_and_outcome_are_one_key_each(sit: Any) -> None:
    async with sit("f05", at="2-fit") as session:
        await session.press("3")
        assert session.kept(happened.Fit)[0].fit == "not-me"
        await session.go("4-outcome")
        await session.press("1")
        assert session.kept(happened.Visited)[0].outcome == "done"


async def test_his_number_in_and_a_high_number_out_slows_the_end(sit: Any) -> None:
    async with sit("f05", at="0-number") as session:
        await session.press("9", "enter")
        assert "No hurry" not in session.line
        await session.go("7-number")
        await session.press("8", "enter")
        assert "No hurry. We can take a minute." in session.line
        await session.press("enter")
        assert "No hurry" not in session.line
        assert [(n.when, n.value) for n in session.kept(happened.Number)] == [("in", 9), ("out", 8)]


async def test_a_low_number_ends_as_it_is(sit: Any) -> None:
    async with sit("f05", at="7-number") as session:
        await session.press("2", "enter")
        assert "No hurry" not in session.line


async def test_the_step_as_it_is_or_in_his_words(sit: Any) -> None:
    async with sit("f05", at="5-step") as session:
        await session.press("1", "7", "enter")
        kept = session.kept(happened.StepSet)[0]
        assert kept.text.startswith("Practise twice")
        assert kept.sure == 7
        await session.go("5-step")
        await session.press("2")
        await session.write("once a day")
        await session.press("enter", "enter")
        assert session.kept(happened.StepSet)[1].text == "once a day"


async def test_the_check_by_figures_and_passes(sit: Any) -> None:
    async with sit("f05", at="6-offer") as session:
        await session.press("enter", "4", "p", "5", "b", "3", "enter", "2")
        await session.write("slower")
        await session.press("enter")
        check = session.kept(happened.CheckDone)[0]
        assert check.marks == {"p1": 4, "p2": None, "p3": 3, "p4": None, "p5": 2}
        assert (check.side, check.form, check.line) == ("his", "full", "slower")


async def test_no_check_today_is_one_key(sit: Any) -> None:
    async with sit("f05", at="6-offer") as session:
        assert "s Not today" in session.text
        await session.press("s")
        assert session.kept(happened.CheckDone)[0].marks == {}
        assert session.at.startswith("7-")


async def test_light_words_are_answered_by_figure_and_kept_as_words(sit: Any) -> None:
    async with sit("f05", at="0-number", suits=("light-words",), size=(40, 12)) as session:
        await session.press("3")
        assert session.kept(happened.Number)[0].value == "high"
        await session.go("6-offer")
        await session.press("enter")
        assert "Was today about something you want?" in session.line
        await session.press("2", "1", "3", "p", "2", "enter")
        check = session.kept(happened.CheckDone)[0]
        assert check.form == "easy"
        assert check.marks == {
            "p1": "middle",
            "p2": "low",
            "p3": "high",
            "p4": None,
            "p5": "middle",
        }
        await session.go("7-number")
        await session.press("3")
        assert "No hurry" in session.line


async def test_the_enter_of_a_hand_that_expects_to_need_one_passes_over_nothing(
    sit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking_screen, "SECOND_KEY", 60.0)
    async with sit("f05") as session:
        first, second, third, *_ = [p for p in session.live.pages if isinstance(p, CheckPage)]
        await session.go(first.key)
        await session.press("3", "enter")
        assert session.at == second.key
        await session.press("enter")
        assert session.at == third.key
        assert session.live.draft.marks[first.question.id] == 3


async def test_without_a_step_nobody_asks_how_sure_he_is(sit: Any) -> None:
    async with sit("f05") as session:
        await session.go(next(p.key for p in session.live.pages if isinstance(p, StepPage)))
        at = session.at
        await session.press("enter")
        assert session.at != at
        assert not session.kept(happened.StepSet)
