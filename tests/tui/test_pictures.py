"""Each screen as plain text, as the real program draws it over the demo.

`SRT_PICTURES=write` draws them anew; look at what changed before keeping it.
"""

import os
from pathlib import Path
from typing import Any

import pytest

from srt_tui.workflow.workspace import Workspace

PICTURES = Path(__file__).parent / "pictures"
WRITE = os.environ.get("SRT_PICTURES") == "write"

DEMO: dict[str, tuple[str, ...]] = {
    "people": ("down",),
    "people-search": ("slash", "m"),
    "cut-off": ("enter",),
    "prepare": ("down", "enter"),
    "prepare-skipped": ("down", "enter", "down", "s", "4"),
    "prepare-why-skip": ("down", "enter", "s"),
    "prepare-add": ("down", "enter", "a"),
    "prepare-plans": ("down", "enter", "t"),
    "person": ("down", "p"),
    "person-leave-out": ("down", "p", "down", "down", "down", "down", "enter"),
    "new-person": ("n",),
    "history": ("down", "h"),
    "history-search": ("down", "h", "slash", "j", "a", "w"),
    "history-visit": ("down", "h", "enter"),
    "history-then-and-now": ("down", "h", "v"),
    "working-together": ("down", "h", "a"),
    "note": ("down", "r"),
    "help-people": ("f1",),
    "help-prepare": ("down", "enter", "f1"),
    "palette": ("ctrl+p",),
    "hidden": ("f9",),
}


def compare(name: str, text: str) -> None:
    path = PICTURES / f"{name}.txt"
    if WRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def whole(text: str, width: int, height: int) -> None:
    lines = text.splitlines()
    assert len(lines) <= height
    assert all(len(line) <= width for line in lines)


@pytest.mark.parametrize("name", DEMO)
async def test_the_screen_looks_as_in_its_picture(
    workspace: Workspace, walk: Any, name: str
) -> None:
    async with walk(workspace) as story:
        await story.press(*DEMO[name])
        await story.settle()
        whole(story.text, 80, 24)
        compare(name, story.text)


async def test_the_first_screens_look_as_in_their_pictures(fresh: Workspace, walk: Any) -> None:
    async with walk(fresh) as story:
        compare("welcome", story.text)


async def test_the_locked_screen_looks_as_in_its_picture(sealed: Workspace, walk: Any) -> None:
    async with walk(sealed) as story:
        compare("unlock", story.text)


async def test_an_empty_caseload_looks_as_in_its_picture(sealed: Workspace, walk: Any) -> None:
    sealed.unlock("four plain words here")
    async with walk(sealed) as story:
        compare("people-empty", story.text)


@pytest.mark.parametrize("name", ["people", "prepare", "history", "note", "hidden"])
async def test_forty_by_twelve_keeps_the_main_key_in_sight(
    workspace: Workspace, walk: Any, name: str
) -> None:
    async with walk(workspace, size=(40, 12)) as story:
        await story.press(*DEMO[name])
        await story.settle()
        whole(story.text, 40, 12)
        assert "Enter" in story.text.splitlines()[-1] or "c Copy" in story.text
        compare(f"{name}-40x12", story.text)


@pytest.mark.parametrize("name", sorted(p.stem for p in PICTURES.glob("*.txt")))
def test_no_picture_is_left_over(name: str) -> None:
    small = name.removesuffix("-40x12")
    assert small in {*DEMO, "welcome", "unlock", "people-empty"} or name.startswith("session")
