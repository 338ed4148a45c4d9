from pathlib import Path
from typing import Any

from textual.widgets import Input, Static

from srt_tui.domain.participant import Preferences
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.workflow import keep, prepare
from srt_tui.workflow.workspace import Workspace, start

PASSPHRASE = "four plain words here"


async def test_the_first_run_makes_a_store_and_checks_the_recovery_key(
    fresh: Workspace, walk: Any
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


async def test_an_empty_passphrase_does_nothing(sealed: Workspace, walk: Any) -> None:
    async with walk(sealed) as story:
        await story.press("enter")
        assert "Type the passphrase first." in story.text
        assert sealed.locked


async def test_records_in_use_elsewhere_can_be_opened_to_read(
    sealed: Workspace, walk: Any, tmp_path: Path
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


async def test_in_a_small_window_every_box_of_the_first_run_comes_into_sight(
    fresh: Workspace, walk: Any
) -> None:
    async with walk(fresh, size=(40, 12)) as story:
        await story.press("up", "up", "up", "up")
        assert "Nothing is kept on this machine yet." in story.text
        await story.type(PASSPHRASE)
        await story.press("enter")
        await story.type(PASSPHRASE)
        await story.until("The same again")
        assert "•" * len(PASSPHRASE) in story.text.split("The same again")[1]
        await story.press("enter")
        await story.until("Recovery key")
        await story.until("characters:")
        await story.press("up", "up", "up", "up")
        key = str(story.app.screen.query_one("#recovery", Static).content)
        await story.until("opens the records")
        assert key in story.text
        await story.press("down", "down", "down", "down")
        await story.type(key[-4:])
        assert key[-4:] in story.text.split("characters:")[1]
        await story.press("enter")
        await story.until("Nobody here yet.")


async def test_an_older_copy_is_asked_about_before_anything_of_it_is_shown(
    sealed: Workspace, walk: Any, tmp_path: Path
) -> None:
    store = tmp_path / "fresh"
    sealed.unlock(PASSPHRASE)
    prepare.add_person(sealed, "QX-47", Preferences(), sealed.today)
    sealed.lock()
    (path,) = store.glob("p/*.sealed")
    older = path.read_bytes()
    sealed.unlock(PASSPHRASE)
    keep.hold(sealed, "QX-47", on=True)
    sealed.lock()
    for copy in store.glob("backup/*/*"):
        copy.unlink()
    path.write_bytes(older)
    async with walk(sealed) as story:
        await story.type(PASSPHRASE)
        await story.press("enter")
        await story.until("QX-47")
        for key in ("h", "p", "enter"):
            await story.press(key)
            await story.until("An older copy")
            assert "older than when it was closed last" in story.text
            await story.press("1")
            await story.until("Left closed.")
            await story.press("escape")
        sealed.lock()
        assert path.read_bytes() == older
        sealed.unlock(PASSPHRASE)
        await story.press("h")
        await story.until("An older copy")
        await story.press("2")
        await story.until("History · ")
        await story.press("escape")
        await story.press("h")
        await story.until("History · ")


async def test_a_long_an_empty_and_a_decomposed_passphrase_in_the_box(
    sealed: Workspace, walk: Any
) -> None:
    async with walk(sealed) as story:
        box = story.app.screen.query_one("#secret", Input)
        box.value = "w" * 1_000_000
        await story.press("enter")
        await story.until("That does not open the store.")
        assert sealed.locked
        await story.press("backspace")
        assert box.value == ""
        await story.type(PASSPHRASE)
        await story.press("enter")
        await story.until("Press n to add a person")


async def test_the_demo_can_be_tried_first(fresh: Workspace, walk: Any) -> None:
    async with walk(fresh) as story:
        await story.press("f5")
        assert story.app.next_command == "demo"
    assert not fresh.exists
