from pathlib import Path
from typing import Any

from textual.widgets import Static

from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.workflow.companion import Companion, start

PASSPHRASE = "four plain words here"


async def test_the_first_run_makes_a_store_and_checks_the_recovery_key(
    fresh: Companion, walk: Any
) -> None:
    async with walk(fresh) as story:
        await story.type("short")
        await story.press("enter")
        await story.type("short")
        await story.press("enter")
        assert "Use at least 12" in story.text
        for _ in range(5):
            await story.press("backspace")
        await story.type(PASSPHRASE)
        await story.press("enter")
        await story.type(" words")
        await story.press("enter")
        assert "not the same" in story.text
        await story.press(*["backspace"] * 11)
        await story.type(PASSPHRASE)
        await story.press("enter")
        await story.until("Recovery key")
        key = str(story.app.screen.query_one("#recovery", Static).content)
        await story.type("zzzz")
        await story.press("enter")
        assert "That is not its end." in story.text
        await story.press(*["backspace"] * 4)
        await story.type(key.rsplit("-", maxsplit=1)[-1].lower())
        await story.press("enter")
        await story.until("Press n to add a person")
        fresh.lock()
        fresh.unlock(key)


async def test_an_empty_passphrase_does_nothing(sealed: Companion, walk: Any) -> None:
    async with walk(sealed) as story:
        await story.press("enter")
        assert "Type the passphrase first." in story.text
        assert sealed.locked


async def test_records_in_use_elsewhere_can_be_opened_to_read(
    sealed: Companion, walk: Any, tmp_path: Path
) -> None:
    other = start(locate(), Settings(), store=tmp_path / "fresh")
    other.unlock(PASSPHRASE)
    async with walk(sealed) as story:
        await story.type(PASSPHRASE)
        await story.press("enter")
        await story.until("in use by another window")
        await story.press("f3")
        await story.until("Press n to add a person")
        assert "READ ONLY" in story.text
        await story.press("n")
        assert "Not available:" in story.text
    other.lock()


async def test_the_demo_can_be_tried_first(fresh: Companion, walk: Any) -> None:
    async with walk(fresh) as story:
        await story.press("f5")
        assert story.app.next_command == "demo"
    assert not fresh.exists
