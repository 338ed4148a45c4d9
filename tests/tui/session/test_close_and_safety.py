"""The end, for the practitioner alone; and the safety page, from everywhere."""

import datetime as dt
from typing import Any

from srt_tui.domain import entry as happened
from srt_tui.tui.session.screen import SessionScreen
from srt_tui.workflow.prepare import Preparing


async def test_nothing_of_the_practitioners_part_shows_before_he_has_gone(sit: Any) -> None:
    async with sit("f05", at="7-bye") as session:
        await session.press("enter")
        assert session.face == "CloseScreen"
        assert "Thank you for today." in session.text
        assert "Direction" not in session.text
        await session.press("enter")
        assert "I could say it in his own words" in session.line


async def test_five_marks_a_line_and_the_next_date_close_the_session(sit: Any) -> None:
    async with sit("f05", at="7-bye") as session:
        await session.press("enter", "enter", "5", "4", "p", "2", "down", "enter")
        await session.write("the silence")
        await session.press("enter", "3")
        await session.write("30/11")
        await session.press("enter")
        assert session.face == "NotePage"
        check = session.kept(happened.CheckDone)[0]
        assert check.side == "mine"
        assert check.marks == {"w1": 5, "w2": 4, "w3": None, "w4": 2, "w5": 1}
        assert check.line == "the silence"
        assert session.kept(happened.Attended)[0].came == "left-early"
        assert session.kept(happened.Closed)[0].next_on == dt.date(2026, 11, 30)
        assert session.workspace.person("KB-21").draft() is None


async def test_with_enter_alone_the_close_keeps_nothing_that_nobody_said(sit: Any) -> None:
    async with sit("f05", at="7-bye") as session:
        await session.press(*["enter"] * 10)
        assert session.face == "NotePage"
        assert not session.kept(happened.CheckDone)
        assert not session.kept(happened.Attended)


async def test_a_day_that_is_none_is_said_and_nothing_is_kept_twice(sit: Any) -> None:
    async with sit("f05", at="7-bye") as session:
        await session.press("enter", "enter", "5", *["enter"] * 6)
        await session.write("soon")
        await session.press("enter")
        await session.story.until(lambda: "That is not a date." in session.line)
        session.app.screen.save()
        await session.story.settle()
        assert "That is not a date." in session.line
        assert session.page if session.face == "SessionScreen" else True
        assert not session.kept(happened.Closed)
        for _ in "soon":
            await session.press("backspace")
        await session.press("enter")
        assert session.face == "NotePage"
        assert len(session.kept(happened.CheckDone)) == 1
        assert not session.kept(happened.Attended)


async def test_marks_survive_a_stop_in_the_middle_of_the_close(sit: Any) -> None:
    async with sit("f05", at="7-bye") as session:
        await session.press("enter", "enter", "5", "4")
        await session.story.until(lambda: '"4"' in session.typed)
        again = Preparing(session.workspace, "KB-21").go_on()
        await session.app.push_screen(SessionScreen(again))
        await session.press(*["enter"] * 10)
        check = session.kept(happened.CheckDone)[0]
        assert check.marks["w1"] == 5
        assert check.marks["w2"] == 4


async def test_back_leads_back_through_the_close(sit: Any) -> None:
    async with sit("f05", at="7-bye") as session:
        await session.press("enter", "enter", "5", "b", "3")
        await session.press("enter", "b", "b", "b")
        assert "Thank you for today" in session.text
        assert session.face == "CloseScreen"


async def test_safety_opens_over_the_close_too(sit: Any) -> None:
    async with sit("f05", at="7-bye") as session:
        await session.press("enter", "f8", "r", "enter", "escape")
        assert session.face == "CloseScreen"
        assert session.kept(happened.SafetyRaised)


async def test_a_safety_matter_is_recorded_with_tomorrow_as_its_day(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f8")
        assert "PRIVATE" in session.text
        await session.press("r")
        assert "24/11/2026" in session.text
        await session.press("enter")
        assert "safety matter raised, see official record" in session.line
        assert session.kept(happened.SafetyRaised)[0].follow_up == dt.date(2026, 11, 24)
        await session.press("escape")
        assert session.at == "3-p2"
        assert session.face == "SessionScreen"


async def test_another_day_or_none_can_be_typed(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f8", "r")
        await session.write("31/2")
        await session.press("enter")
        await session.story.until(lambda: "That is not a date." in session.line)
        await session.press(*["backspace"] * 4, "enter")
        assert session.kept(happened.SafetyRaised)[0].follow_up is None


async def test_the_day_can_be_left_without_recording(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f8", "r", "escape")
        assert session.face == "SafetyPage"
        assert not session.kept(happened.SafetyRaised)


async def test_the_page_scrolls_to_the_last_helpline(sit: Any) -> None:
    async with sit("f05", at="3-p2", size=(40, 12)) as session:
        await session.press("f8", "end")
        await session.story.until("number to the person harmed through")


async def test_safety_opened_over_the_keys_of_the_session_is_kept_for_it_too(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f1", "f8", "r", "enter")
        assert len(session.kept(happened.SafetyRaised)) == 1
        assert "KB-21" not in session.text
