"""Runs the real screens over a real store, at a fixed size and a fixed time."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.pilot import Pilot

from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.store import Cost
from srt_tui.tui.app import SrtApp
from srt_tui.tui.screens.opening import opening
from srt_tui.tui.session import asking
from srt_tui.workflow import demo
from srt_tui.workflow.workspace import Workspace, start

PASSPHRASE = "four plain words here"
NOW = dt.datetime(2026, 11, 23, 14, 32, tzinfo=dt.UTC)
BOUND = 2000
TOLD = Settings(player="storyboard")
"""Stories are told on the screen, whatever this machine could play."""


class Story:
    """A walk through the screens: press keys, see text."""

    def __init__(self, app: SrtApp, pilot: Pilot[None]) -> None:
        self.app, self._pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after another and let the screen settle."""
        for key in keys:
            await self._pilot.press(key)
            if (going := self.app.key_queue._going) and not going.done():
                await asyncio.wait([going])
        await self._pilot.pause()

    async def type(self, words: str) -> None:
        """Type words into the box that has the keys."""
        await self.press(*("space" if letter == " " else letter for letter in words))

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self._pilot.resize_terminal(width, height)
        await self._pilot.pause()

    async def until(self, seen: str | Callable[[], bool]) -> None:
        """Wait until a text is on screen, or a condition holds; fail when it never does."""
        for _ in range(BOUND):
            if (seen in self.text) if isinstance(seen, str) else seen():
                return
            await self._pilot.pause(0.01)
        raise AssertionError(f"{seen!r} never came:\n{self.text}")

    async def settle(self) -> None:
        """Wait for what the screen works out away from itself."""
        await self.app.workers.wait_for_complete()
        await self._pilot.pause()

    @property
    def text(self) -> str:
        """What is on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
        return "\n".join(lines).rstrip("\n") + "\n"


Walk: TypeAlias = Callable[..., AbstractAsyncContextManager[Story]]


@pytest.fixture(autouse=True)
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here keys follow each other faster than from any hand; one test lifts this."""
    monkeypatch.setattr(asking, "SECOND_KEY", 0.0)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The demo: eight invented people, at half past two on 23 November 2026."""
    made = start(locate(), TOLD, store=tmp_path / "demo", now=lambda: NOW)
    demo.fill(made)
    yield made
    made.lock()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Workspace]:
    """A machine on which nothing has been kept yet."""
    made = start(locate(), TOLD, store=tmp_path / "fresh", now=lambda: NOW)
    made.demo = False
    yield made
    made.lock()


@pytest.fixture
def sealed(fresh: Workspace) -> Workspace:
    """An empty caseload, sealed under PASSPHRASE."""
    fresh.create(PASSPHRASE, cost=Cost.least())
    fresh.lock()
    return fresh


@pytest.fixture
def walk() -> Walk:
    """Opens the screens over a workspace: `async with walk(workspace) as story`."""

    @asynccontextmanager
    async def opened(
        workspace: Workspace, size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Story]:
        app = SrtApp(workspace, opening)
        async with app.run_test(size=size) as pilot:
            story = Story(app, pilot)
            await asyncio.sleep(0)
            await pilot.pause()
            yield story

    return opened
