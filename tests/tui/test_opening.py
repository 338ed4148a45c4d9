from typing import Any

from textual.widgets import Static

from srt_tui.workflow.companion import Companion

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
        assert "The records are sealed." in story.text
        assert sealed.locked
