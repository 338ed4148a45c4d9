"""After locking nothing of him is left: not in a live object, and nothing can be written."""

import gc
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from types import FrameType

import pytest
from textual.pilot import Pilot

from srt_tui.domain.entry import LimitsSaid
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.tui import idle
from srt_tui.tui.app import SrtApp
from srt_tui.tui.screens.hidden import Hidden
from srt_tui.tui.screens.opening import opening
from tests.walk.conftest import PASSPHRASE, REFERENCE, Machine

CANARIES = ("tibbar-derettulc", "retto-dekcolmah", "kcirem-dedaolrevo")
"""Written backwards, so that this module does not hold what it looks for."""
Walker = Pilot[None]
Telling = Callable[[], list[str]]


@asynccontextmanager
async def running(machine: Machine) -> AsyncIterator[tuple[SrtApp, Walker]]:
    """The screens over the machine's store, in this process."""
    with machine.opened() as workspace:
        workspace.demo = False
        workspace.lock()
        app = SrtApp(workspace, opening)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            yield app, pilot


def shown(app: SrtApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip) for strip in strips)


async def see(app: SrtApp, pilot: Walker, words: str) -> None:
    """Wait until these words are on the screen."""
    for _ in range(400):
        if words in shown(app):
            return
        await pilot.pause(0.01)
    raise AssertionError(f"{words!r} never came:\n{shown(app)}")


async def come_in(app: SrtApp, pilot: Walker) -> None:
    """The passphrase, and on to the session that was cut off."""
    await pilot.press(*PASSPHRASE, "enter")
    await see(app, pilot, REFERENCE)
    await pilot.press("enter")
    await see(app, pilot, "Cut off")
    await pilot.press("enter")


async def talk(app: SrtApp, pilot: Walker) -> None:
    """His words, a private note, and half a sentence more."""
    await see(app, pilot, "w Words")
    await pilot.press("w", *reversed(CANARIES[0]), "enter")
    await see(app, pilot, "w Words")
    await pilot.press("f2")
    await see(app, pilot, "PRIVATE")
    await pilot.press("n", *reversed(CANARIES[1]), "enter")
    await pilot.press("escape")
    await see(app, pilot, "w Words")
    await pilot.press("w", *reversed(CANARIES[2]))
    await see(app, pilot, CANARIES[2][::-1])


def holders() -> Iterator[tuple[object, str | bytes]]:
    """Every live object that the collector reaches and that holds a word of his, or says who."""
    words = (*(word[::-1] for word in CANARIES), REFERENCE, PASSPHRASE)
    gc.unfreeze()
    for thing in gc.get_objects():
        if isinstance(thing, FrameType) or thing is words:
            continue
        for held in gc.get_referents(thing):
            if isinstance(held, str | bytes):
                text = held if isinstance(held, str) else held.decode("utf-8", "replace")
                if any(word in text for word in words):
                    yield thing, held


@pytest.fixture
def telling(machine: Machine) -> Callable[[], list[str]]:
    """What holds his words now, beyond what these tests themselves have to hold."""
    assert machine.home.exists()
    known = {id(held) for _, held in holders()}

    def now() -> list[str]:
        return [
            f"{type(thing).__qualname__} holds {held[:80]!r}"
            for thing, held in holders()
            if id(held) not in known
        ]

    return now


async def silence(app: SrtApp, pilot: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody touches a key for longer than the setting allows."""
    later = idle.moment() + app.workspace.settings.idle_minutes * 60 + 1
    monkeypatch.setattr(idle, "moment", lambda: later)
    app.cover.watch()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_after_the_idle_lock_no_live_object_holds_a_word(
    machine: Machine, telling: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(machine) as (app, pilot):
        await come_in(app, pilot)
        await talk(app, pilot)
        assert telling()
        await silence(app, pilot, monkeypatch)
        assert isinstance(app.screen, Hidden)
        assert telling() == []


async def test_hidden_and_then_left_alone_it_forgets_too(
    machine: Machine, telling: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(machine) as (app, pilot):
        await come_in(app, pilot)
        await talk(app, pilot)
        await pilot.press("f9")
        await see(app, pilot, "Enter twice")
        assert not app.workspace.locked
        await silence(app, pilot, monkeypatch)
        assert app.workspace.locked
        assert telling() == []


async def test_locked_nothing_can_be_written_and_the_session_goes_on_where_it_was(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(machine) as (app, pilot):
        await come_in(app, pilot)
        await talk(app, pilot)
        person = app.workspace.person(REFERENCE)
        await silence(app, pilot, monkeypatch)
        sealed = {path: path.read_bytes() for path in machine.folder.glob("store/p/*")}
        for attempt in (
            lambda: person.append(LimitsSaid(at=app.workspace.now())),
            lambda: person.save_draft(b"{}"),
            person.entries,
            lambda: app.workspace.person(REFERENCE),
        ):
            with pytest.raises(SrtError) as refused:
                attempt()
            assert refused.value.exit_code == Exit.LOCKED
        app.save()
        assert {path: path.read_bytes() for path in machine.folder.glob("store/p/*")} == sealed
        await pilot.press("enter", "enter")
        await see(app, pilot, "Locked")
        await pilot.press(*PASSPHRASE, "enter")
        await see(app, pilot, CANARIES[2][::-1])
        await see(app, pilot, "Enter Keep")
