"""Stopping part way: his number on the way out, and both ways on from there."""

from typing import Any

from srt_tui.domain import entry as happened
from srt_tui.domain.pages import CheckLinePage
from srt_tui.tui import navigation
from srt_tui.workflow.deliver import closing


async def test_stopping_asks_his_number_and_nothing_is_fine(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("q", "1")
        assert "What is your number now?" in session.line
        await session.press("enter")
        assert session.face == "CloseScreen"
        assert session.kept(happened.Number) == []


async def test_a_high_number_is_not_hurried_out(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("q", "1", "8", "enter")
        assert [(n.when, n.value) for n in session.kept(happened.Number)] == [("out", 8)]
        assert "No hurry." in session.line
        await session.press("enter")
        assert session.face == "CloseScreen"


async def test_a_number_that_was_said_is_not_asked_again(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        closing.leaving_number(session.live, 3)
        await session.press("q", "1")
        assert session.face == "CloseScreen"


async def test_esc_at_the_number_goes_on_with_the_session(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("q", "1", "escape")
        assert (session.face, session.at) == ("SessionScreen", "3-p2")


async def test_after_a_stop_both_ways_on_are_offered(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("q", "1", "4", "enter")
        while session.face == "CloseScreen":
            await session.press("enter")
        navigation.prepare(session.app, "KB-21")
        await session.story.settle()
        assert "was stopped part way: f05" in session.line
        assert "Go on" in session.text
        assert "Start afresh" in session.text
        await session.press("enter")
        assert session.page.session.page.stage == "arrive"
        assert session.page.session.number == 2


async def test_a_line_typed_for_the_check_is_kept_when_it_stops_there(sit: Any) -> None:
    async with sit("f05") as session:
        await session.go(next(p.key for p in session.live.pages if isinstance(p, CheckLinePage)))
        await session.write("Less talk")
        await session.press("escape", "q", "1", "enter")
        assert session.face == "CloseScreen"
        (check,) = session.kept(happened.CheckDone)
        assert check.line == "Less talk"
