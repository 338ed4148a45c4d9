"""A disk that takes nothing, under every write of every screen: one sentence, and nothing is lost.

The real store on the real disk refuses: no file of this process may grow or be written.
"""

from pathlib import Path
from typing import Any

import pytest

from srt_tui.workflow.own_plans import OwnShelf
from srt_tui.workflow.workspace import Workspace
from tests.support.refusing import Write, full_disk, refusals

WRITES = {
    "somebody new": Write("n A B 1 2", "f2", "f2", "first meeting"),
    "a safety matter": Write("f8 r", "enter", "enter", "safety matter raised, see official record"),
    "one of a few": Write("p down", "enter 4", "enter 4", "Saved 14:32."),
    "any of a few": Write("p end", "enter space enter", "enter space enter", "Saved 14:32."),
    "the end of the work": Write("p", "x 3", "x 3", "Ended today. Saved 14:32."),
    "the work taken up": Write("p x 3", "u", "u", "The work goes on. Saved 14:32."),
    "a follow-up": Write("up p", "f 2", "f 2", "Closed."),
    "a hold": Write("p", "k", "k", "Held"),
    "erasing": Write("p e J D minus 0 7", "enter", "e J D minus 0 7 enter", "Removed on"),
    "a kept plan": Write("enter a 1", "k", "k", "last seen"),
    "a session": Write("enter", "enter", "enter", "How are you today"),
    "ended work in a session": Write("p x 3 escape enter enter", "2", "enter 2", "How are you"),
    "an own plan": Write("enter o O n e", "enter", "enter", "Kept among the ready-made plans"),
    "an own plan, from the list": Write("enter t o O n e", "enter", "enter", "Kept among"),
    "an own plan removed": Write("enter o O n e enter t end", "x", "x", "Removed: “One”"),
    "an own plan put back": Write("enter o O n e enter t end x", "u", "u", "One (30 min)"),
    "a plan afresh": Write("up enter", "f", "f", "Prepare · RS-11"),
    "entered": Write("r", "r", "r", "Marked as entered in the record. Saved 14:32."),
    "a note in a file": Write("r", "f", "f", "Remove it when entered."),
    "a report in a file": Write("h", "f 1 3", "f 1 3", "Anyone who opens it can"),
}  # fmt: skip


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
async def test_what_the_disk_refuses_is_one_sentence_and_kept_once_there_is_room(
    workspace: Workspace, walk: Any, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    workspace.own_plans = OwnShelf(tmp_path / "own-plans.json")
    async with walk(workspace) as story:
        await story.press("down", *write.way.split())
        await story.settle()
        with full_disk():
            await story.press(*write.keys.split())
            await story.settle()
            assert refusals(story.text) == 1, story.text
            assert write.shows not in story.text
        await story.press(*write.again.split())
        await story.settle()
        assert write.shows in " ".join(story.text.split()), story.text
