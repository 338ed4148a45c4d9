"""Keys in a storm, over every screen and every dialog: nothing breaks, and hiding always hides.

What one storm found is found again by its seed. With SRT_LONG=1 for about an hour.
"""

import os
import random
from pathlib import Path
from typing import Any

import pytest

from srt_tui.workflow.workspace import Workspace

LONG = "SRT_LONG" in os.environ
SEEDS = range(200 if LONG else 4)
KEYS = 400 if LONG else 120
SIZES = ((80, 24), (40, 12), (200, 60))
LEAD_ON = ("enter", "escape", "space", "down", "up", "tab")
OTHERS = (
    *"abcdefghijklmnopqrstuvwxyz0123456789SKJ",
    "left", "right", "shift+tab", "home", "end", "pageup", "pagedown", "backspace", "slash",
    "plus", "minus", "question_mark", "full_stop", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8",
    "ctrl+p", "ctrl+z", "ctrl+u", "ctrl+home", "ctrl+end",
)  # fmt: skip


async def storm(story: Any, chance: random.Random) -> None:
    """One hand that leads on and one that presses anything, some of it twice as fast."""
    for _ in range(KEYS):
        key = chance.choice(LEAD_ON if chance.random() < 0.4 else OTHERS)
        if chance.random() < 0.02:
            await story.resize(*chance.choice((*SIZES, (20, 5))))
        if chance.random() < 0.1:
            await story.press(key, key)
        else:
            await story.press(key)
        assert story.app._exception is None


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_storm_of_keys_breaks_nothing_and_hiding_hides(
    workspace: Workspace, walk: Any, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    chance = random.Random(seed)  # noqa: S311 - a storm that can be repeated
    async with walk(workspace, size=SIZES[seed % len(SIZES)]) as story:
        for _ in range(2):
            await storm(story, chance)
            await story.resize(80, 24)
            await story.press("f9")
            await story.until("Enter twice")
            assert "JD-07" not in story.text
            await story.press("enter", "enter")
