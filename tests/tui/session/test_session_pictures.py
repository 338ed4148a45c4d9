"""The shared screen and what lies over it, as plain text. `SRT_PICTURES=write` draws anew."""

import os
import re
from pathlib import Path
from typing import Any

import pytest

from srt_tui.tui.session import saver

PICTURES = Path(__file__).parents[1] / "pictures"
WRITE = os.environ.get("SRT_PICTURES") == "write"

PAGES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "number": ("f05", "0-number", ("7",)),
    "limits": ("f05", "0-limits", ()),
    "story": ("f05", "2-clip", ()),
    "story-read": ("f05", "2-clip", ("r", "enter")),
    "fit": ("f05", "2-fit", ()),
    "prompt": ("f05", "3-p2", ("w", "I", "enter")),
    "words": ("f05", "3-p2", ("w", "h", "e")),
    "skip": ("f05", "3-p2", ("s",)),
    "stop": ("f05", "3-p2", ("q",)),
    "skill": ("f05", "4-skill", ()),
    "scale": ("f05", "4-f05.w1", ("1", "0")),
    "text": ("f05", "4-f05.w2", ("g", "o")),
    "choice": ("f05", "4-f05.w4", ("3", "down", "space")),
    "sort": ("r03", "4-r03.w1", ("1", "2")),
    "before-after": ("f04", "4-f04.w5", ("7", "enter", "4")),
    "chain": ("f03", "4-f03.w1", ("b", "u", "s", "enter", "n", "o")),
    "said-not-saved": ("f06", "4-f06.w3", ()),
    "outcome": ("f05", "4-outcome", ()),
    "step": ("f05", "5-step", ("1", "6")),
    "check-offer": ("f05", "6-offer", ()),
    "check": ("f05", "6-p4", ()),
    "card": ("f05", "7-card", ()),
    "high-number": ("f05", "7-number", ("8", "enter")),
    "bye": ("f05", "7-bye", ()),
    "close-waiting": ("f05", "7-bye", ("enter",)),
    "close-mark": ("f05", "7-bye", ("enter", "enter", "5")),
    "close-date": ("f05", "7-bye", ("enter", *["enter"] * 8)),
    "private": ("f05", "3-p2", ("f2",)),
    "private-signs": ("f05", "3-p2", ("g",)),
    "private-moves": ("f05", "3-p2", ("m",)),
    "safety": ("f05", "3-p2", ("f8",)),
    "help": ("f05", "3-p2", ("f1",)),
}
SMALL = {
    "number", "limits", "story", "story-read", "fit", "prompt", "words", "skip", "scale", "text",
    "choice", "sort", "before-after", "chain", "step", "check", "card", "bye", "private", "safety",
}  # fmt: skip
NAMES = [(name, size) for name in PAGES for size in ((80, 24), (40, 12))
         if size == (80, 24) or name in SMALL]  # fmt: skip


@pytest.mark.parametrize(("name", "size"), NAMES, ids=[f"{n}-{w}" for n, (w, _) in NAMES])
async def test_the_page_looks_as_in_its_picture(
    sit: Any, name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver, "SAVE_AFTER", 3600)
    exercise, at, keys = PAGES[name]
    width, height = size
    async with sit(exercise, at=at, size=size) as session:
        await session.press(*keys)
        text = re.sub(r"closes in \d:\d\d", "closes in 1:00", session.text)
    assert len(text.splitlines()) <= height
    assert all(len(line) <= width for line in text.splitlines())
    drawn = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    path = PICTURES / (f"session-{name}.txt" if width > 40 else f"session-{name}-40x12.txt")
    if WRITE:
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def test_no_picture_of_a_session_is_left_over() -> None:
    drawn = {f"session-{name}{'' if size[0] > 40 else '-40x12'}" for name, size in NAMES}
    assert {path.stem for path in PICTURES.glob("session-*.txt")} == drawn
