"""A ready-made plan of the service's own: kept, found in the list, taken, removed, put back."""

from pathlib import Path
from typing import Any

from srt_tui.workflow.own_plans import OwnShelf
from srt_tui.workflow.workspace import Workspace


async def test_a_plan_is_kept_from_the_list_and_taken_for_somebody_else(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "a", "1", "t", "o")
        await story.type("for jd-07")
        await story.press("enter")
        assert "looks like the reference of a person here" in story.text
        await story.press(*["backspace"] * 9)
        await story.type("Two in one")
        await story.press("enter")
        assert "Kept among the ready-made plans: “Two in one”." in story.text
        assert "▌     Two in one (30 min) · own" in story.text
        await story.press("escape", "escape", "down", "enter", "t", "end", "enter")
        assert "f01 story" in story.text
        assert "f05 story" in story.text
        await story.press("u")
        assert "f01 story" not in story.text


async def test_an_own_plan_is_removed_and_put_back_a_shipped_one_stays(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "o")
        await story.type("One")
        await story.press("enter")
        assert "Kept among the ready-made plans: “One”." in story.text
        await story.press("t", "x")
        assert "Not available: it came with the program." in story.text
        await story.press("u")
        assert "Not available: nothing was removed." in story.text
        await story.press("end", "x")
        assert "Removed: “One”. u puts it back." in story.text
        assert "· own (" not in story.text
        await story.press("u")
        assert "One (30 min) · own" in story.text
        await story.press("escape", "o", "escape")
        assert "Prepare · JD-07" in story.text


async def test_a_damaged_file_is_told_in_a_sentence_and_the_others_are_there(
    workspace: Workspace, walk: Any, tmp_path: Path
) -> None:
    file = tmp_path / "own-plans.json"
    file.write_text("{")
    workspace.own_plans = OwnShelf(file)
    async with walk(workspace) as story:
        await story.press("down", "enter", "t")
        assert "own-plans.damaged.json. The plans" in story.text
        assert "First meeting" in story.text
        await story.press("6")
        assert "Prepare" in story.text
    assert file.with_name("own-plans.damaged.json").read_text() == "{"
