"""A safety matter outside a session: kept for whoever is in hand, and open until it is closed."""

import datetime as dt
from typing import Any

import pytest

from srt_tui.domain.entry import SafetyRaised
from srt_tui.tui.screens.safety import SafetyPage
from srt_tui.workflow.workspace import Workspace

WAYS: dict[str, list[str]] = {
    "people": [],
    "person": ["p"],
    "prepare": ["enter"],
    "history": ["h"],
    "help over history": ["h", "f1"],
    "palette": ["ctrl+p"],
}


def raised(workspace: Workspace, reference: str) -> list[SafetyRaised]:
    """What was kept of safety matters outside a session."""
    entries = workspace.person(reference).entries()
    return [e for e in entries if isinstance(e, SafetyRaised) and not e.session]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
async def test_it_is_kept_for_the_person_in_hand(
    workspace: Workspace, walk: Any, way: list[str]
) -> None:
    async with walk(workspace) as story:
        story.app.face.query_one("Table").action_to(
            [c.reference for c in story.app.face._cases].index("JD-07")
        )
        await story.press(*way)
        await story.settle()
        await story.press("f8")
        assert "Safety · JD-07" in story.text
        await story.press("r")
        assert "JD-07: follow it up on" in story.text
        await story.press("enter")
        assert "safety matter raised, see official record" in story.text
        assert [e.follow_up for e in raised(workspace, "JD-07")] == [dt.date(2026, 11, 24)]
        await story.press("escape")
        assert not isinstance(story.app.screen, SafetyPage)


async def test_with_nobody_in_hand_it_is_the_page_only(fresh: Workspace, walk: Any) -> None:
    fresh.create("four plain words here")
    async with walk(fresh) as story:
        await story.press("f8")
        assert "Act today" in story.text or "What to do" in story.text
        await story.press("r")
        assert "Not available: open the session or the person" in story.text


@pytest.mark.parametrize("way", [["n"], ["f4", "1", "f1"]], ids=["new person", "practice"])
async def test_where_another_is_meant_it_is_never_kept_for_the_one_beneath(
    workspace: Workspace, walk: Any, way: list[str]
) -> None:
    async with walk(workspace) as story:
        await story.press(*way, "f8")
        assert " Safety " in story.text.splitlines()[0]
        assert "·" not in story.text.splitlines()[0]
        await story.press("r")
        assert "Not available: open the session or the person" in story.text


async def test_it_stays_on_people_until_it_is_closed(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        while story.app.face.person.reference != "MK-02":
            await story.press("down")
        await story.press("f8", "r", "enter", "escape")
        assert workspace.cases()[[c.reference for c in workspace.cases()].index("MK-02")].follow_up
        row = next(line for line in story.text.splitlines() if "MK-02" in line)
        assert "follow-up" in row
        await story.press("p")
        await story.settle()
        assert "Safety follow-up: 24 Nov." in story.text
        await story.press("f", "enter")
        assert "Safety follow-up: 24 Nov." in story.text
        await story.press("f", "2")
        assert "Closed." in story.text
        assert "Safety follow-up" not in story.text
        await story.press("f")
        assert "Not available: no safety follow-up waits." in story.text
        await story.press("escape")
        row = next(line for line in story.text.splitlines() if "MK-02" in line)
        assert "follow-up" not in row


@pytest.mark.parametrize("keys", [("r", "tab", "r"), ("r", "r", "r")])
async def test_the_day_is_asked_for_once_however_often_record_is_pressed(
    workspace: Workspace, walk: Any, keys: tuple[str, ...]
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "f8", *keys)
        assert story.text.count("follow it up on") == 1
        page = story.app.screen
        await page.action_do("record")
        await page.action_do("record")
        assert story.text.count("follow it up on") == 1
        await story.press("escape", "escape")
        assert "last seen" in story.text
