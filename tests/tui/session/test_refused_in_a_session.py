"""A disk that takes nothing, in the middle of a session: one sentence, and nothing is lost."""

from functools import partial
from typing import Any

import pytest

from srt_tui.tui.session.private import STAYS
from srt_tui.workflow.deliver.private import PrivateLog
from tests.support.refusing import Write, full_disk, refusals

SITTING = {
    "words": ("3-p2", Write("w h i m", "enter", "enter", "w Words")),
    "words left with Esc": ("3-p2", Write("w h i m", "escape", "escape", "w Words")),
    "a sign": ("3-p2", Write("g", "1", "1", "Kept: Short answers.")),
    "a move": ("3-p2", Write("m 1", "1", "1", "Kept:")),
    "a move left open": ("3-p2", Write("m 1", "escape", "escape", "PRIVATE")),
    "a note": ("3-p2", Write("f2 n h e r", "enter", "enter", "Kept: ")),
    "a note left with Esc": ("3-p2", Write("f2 n h e r", "escape", "escape", "Kept: ")),
    "my words": ("3-p2", Write("f2 v h e r", "enter", "enter", "Kept: ")),
    "energy": ("3-p2", Write("f2 e", "1", "1", "Kept: energy low")),
    "something live": ("3-p2", Write("f2", "l", "l", "Kept: the time")),
    "taken out": ("3-p2", Write("g 1", "u", "u", "Taken out")),
    "put back": ("3-p2", Write("g 1 u", "u", "u", "Put back")),
    "a safety matter": ("3-p2", Write("f8 r", "enter", "enter", "safety matter raised")),
    "the end": ("7-bye", Write("enter enter 5 p p p p enter 3", "enter", "enter", "CHECK IN")),
}  # fmt: skip


@pytest.mark.parametrize(("page", "write"), SITTING.values(), ids=SITTING)
async def test_what_the_disk_refuses_is_one_sentence_and_kept_once_there_is_room(
    sit: Any, page: str, write: Write
) -> None:
    async with sit("f05", at=page) as session:
        await session.press(*write.way.split())
        with full_disk():
            await session.press(*write.keys.split())
            assert refusals(session.text) == 1, session.text
            assert session.workspace.cases()[0].reference not in session.text
        await session.press(*write.again.split())
        assert write.shows in session.line, session.text


async def test_the_private_face_closes_by_itself_whatever_the_disk_takes(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("m", "1")
        private = session.app.screen
        with full_disk():
            for _ in range(STAYS + 2):
                private.call_later(private.tick)
            await session.story.until(lambda: session.face == "SessionScreen")
            await session.press()
            assert session.face == "SessionScreen"
            assert refusals(session.text) == 1
        await session.press("m")
        assert session.face == "PrivateScreen"


async def test_a_timer_a_task_and_what_was_put_off_say_it_too(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:

        async def late() -> None:
            PrivateLog(session.live).note("later")

        with full_disk():
            screen = session.app.screen
            for way in (
                partial(screen.set_timer, 0.001),
                screen.run_worker,
                screen.call_later,
                screen.call_after_refresh,
                session.app.call_later,
            ):
                way(late)
                await session.story.until(lambda: refusals(session.text) == 1)
                await session.press("down")
                assert refusals(session.text) == 0


async def test_what_is_refused_behind_the_clock_is_said_beneath_it(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:

        async def late() -> None:
            PrivateLog(session.live).note("later")

        await session.press("f9")
        with full_disk():
            session.app.screen.set_timer(0.001, late)
            await session.story.until(
                lambda: bool(refusals(session.page.query_one("KeyLine").message))
            )
        assert refusals(session.text) == 0
        await session.press("enter", "enter")
        assert refusals(session.text) == 1


async def test_what_is_not_there_at_the_moment_is_not_done(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        before = session.text
        there = {command.name for command in session.page.now()}
        for command in session.page.commands:
            if command.name not in there:
                await session.page.action_do(command.name)
        assert session.text == before
