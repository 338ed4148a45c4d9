"""Practice on the real screens: reached from anywhere, worked by keys, kept nowhere."""

from pathlib import Path
from typing import Any

from srt_tui.workflow.workspace import Workspace


async def test_practice_is_reached_before_there_is_a_store_and_makes_none(
    fresh: Workspace, walk: Any, tmp_path: Path
) -> None:
    async with walk(fresh) as story:
        await story.press("f4")
        assert "A willing start · f04 · 20 min" in story.text
        await story.press("1")
        assert "PRACTICE" in story.text
        assert "44, a hospital porter." in story.text
        await story.press("enter", "c")
        assert "My brother is on my sofa" in story.text
        await story.press("escape", "escape")
        assert "My brother is on my sofa" in story.text
        await story.press("escape", "2")
        assert "Passphrase" in story.text
    assert not fresh.exists
    assert not (tmp_path / "fresh").exists()


async def test_practice_is_reached_while_the_records_are_sealed(
    sealed: Workspace, walk: Any
) -> None:
    async with walk(sealed) as story:
        await story.press("f4", "5")
        assert "Samaritans: 116 123" in story.text
        assert sealed.locked


async def test_practice_is_reached_from_people_by_the_palette(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("ctrl+p")
        await story.type("rehearse")
        await story.press("enter")
        assert "Nothing is recorded" in story.text
        await story.press("escape")
        assert "JD-07" in story.text


async def test_a_turn_hides_its_kind_until_it_is_asked_for_after_choosing(
    fresh: Workspace, walk: Any
) -> None:
    async with walk(fresh) as story:
        await story.press("f4", "1", "enter")
        assert "Good morning." in story.text
        assert "He hangs up his coat" in story.text
        assert "Enter Go on" not in story.text
        await story.press("enter", "k")
        assert "Not available" in story.text
        await story.press("a")
        assert "He is keen, so it feels fine." in story.text
        assert "You moved on quickly" not in story.text
        await story.press("k")
        assert "You moved on quickly." in story.text
        await story.press("b")
        assert "Not available" in story.text
        await story.press("z")
        assert "Good morning." in story.text
        await story.press("z")
        assert "nothing has been chosen yet" in story.text


async def test_a_whole_rehearsal_with_a_sign_and_coaching_at_the_end(
    fresh: Workspace, walk: Any
) -> None:
    async with walk(fresh) as story:
        await story.press("f4", "1", "l")
        assert "Coaching is kept for the end." in story.text
        await story.press("enter", "g", "4")
        assert "Logged for this rehearsal: Safe stories." in story.text
        while "Turn by turn" not in story.text:
            assert "He is keen" not in story.text
            await story.press("a", "enter")
        assert "He is keen" in story.text
        await story.press("end")
        assert "Those you logged: Safe stories." in story.text
        assert "Nothing of this is kept." in story.text
        await story.press("enter")
        assert "the rehearsal is over" in story.text
        await story.press("r", "l", "enter")
        assert "Good morning." in story.text


async def test_safety_and_hide_work_as_always(fresh: Workspace, walk: Any) -> None:
    async with walk(fresh) as story:
        await story.press("f4", "1", "enter", "f8")
        assert "PRIVATE" in story.text
        await story.press("escape")
        assert "Good morning." in story.text
        await story.press("f9")
        assert "14:32" in story.text
        assert "PRACTICE" not in story.text
        await story.press("enter", "enter")
        assert "Good morning." in story.text


async def test_at_80_by_24_each_turn_is_whole(fresh: Workspace, walk: Any) -> None:
    async with walk(fresh) as story:
        await story.press("f4", "4", "enter")
        while "To think over" not in story.text:
            assert "\n c  " in story.text
            assert story.app.screen.query_one("#said").fits
            await story.press("c", "enter")


async def test_at_40_by_12_every_choice_can_be_read_by_scrolling(
    fresh: Workspace, walk: Any
) -> None:
    async with walk(fresh, (40, 12)) as story:
        await story.press("f4", "1", "enter")
        seen = story.text
        for _ in range(14):
            await story.press("down")
            seen += story.text
        for words in ("a  ", "b  ", "c  ", "Any contact", "PRACTICE"):
            assert words in seen
