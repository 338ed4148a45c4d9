"""Handing over, leaving out a whole exercise, and keys pressed at random."""

import random
from typing import Any

import pytest

from srt_tui.domain import entry as happened
from srt_tui.domain.pages import CheckPage
from srt_tui.tui.widgets.lines import KeyLine

KEYS = (
    "enter", "enter", "enter", "b", "w", "s", "q", "f2", "g", "m", "n", "v", "e", "l", "u", "p",
    "space", "1", "2", "3", "5", "9", "0", "h", "up", "down", "left", "right", "r", "a", "x", "c",
    "o", "f4", "f5",
    "plus", "minus", "f7", "f8", "f9", "f1", "ctrl+p", "f6", "escape", "escape", "S", "t", "tab",
)  # fmt: skip


async def test_while_he_holds_the_keys_only_his_act(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f7")
        assert "The keys are yours." in session.text
        await session.press("f2", "g", "m", "q")
        assert session.face == "SessionScreen"
        assert "Stop here?" not in session.text
        await session.press("enter")
        assert session.at == "3-p3"
        await session.press("f7", "f2")
        assert session.face == "PrivateScreen"


async def test_while_he_marks_the_check_nothing_private_can_be_opened(sit: Any) -> None:
    async with sit("f05", at="6-p1") as session:
        assert isinstance(session.live.page, CheckPage)
        await session.press("f2", "g", "q")
        assert session.face == "SessionScreen"
        await session.press("4")
        assert session.at == "6-p2"


async def test_the_rest_of_an_exercise_is_left_out_in_two_keys(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("S", "4")
        assert session.at == "5-step"
        skipped = session.kept(happened.Skipped)[0]
        assert (skipped.what, skipped.id, skipped.reason) == ("exercise", "f05", "no-time")
        assert session.kept(happened.Visited)[0].outcome == "not-today"


async def test_a_story_that_could_not_be_kept_is_kept_at_the_next_try(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("r", "enter")
        session.workspace.lock()
        await session.press("x")
        assert "Not saved:" in session.text
        await session.press("enter")
        assert "Not saved:" in session.text
        assert session.at == "2-clip"
        await session.press("q", "1")
        assert session.face == "SessionScreen"


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
async def test_no_keys_lead_to_a_fault_a_dead_end_or_anything_private(sit: Any, seed: int) -> None:
    choose = random.Random(seed).choice  # noqa: S311 - a walk that can be repeated
    async with sit("f05", minutes=20, size=(40, 12) if seed % 2 else (80, 24)) as session:
        for _ in range(120):
            if session.face not in ("SessionScreen", "PrivateScreen", "SafetyPage", "CloseScreen"):
                await session.press("enter" if session.face == "Hidden" else "escape")
            if session.face == "NotePage":
                break
            await session.story.press(choose(KEYS))
            assert session.app.screen.query_one(KeyLine).items or session.face == "Hidden"
            if session.face == "SessionScreen":
                assert "KB-21" not in session.text
                assert "PRIVATE" not in session.text
                assert "Watch for" not in session.text
        kept = [entry.seq for entry in session.live.person.entries()]
        assert kept == sorted(set(kept))
        assert kept
