"""Covering the screen: at once on a key, and for good after a long silence."""

import asyncio
import contextlib
from typing import TYPE_CHECKING

from srt_tui.domain.errors import SrtError
from srt_tui.tui import memory
from srt_tui.tui.idle import Idle
from srt_tui.tui.screens.hidden import Hidden
from srt_tui.tui.start import LOCKED

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete

    from srt_tui.tui.app import SrtApp

AFTERWARDS = 0.2
"""Seconds within which the tasks of screens that are gone have ended."""

_CLOCK = "clock"
_BENEATH = 2
"""Textual's own blank screen, and the one face that is kept to be replaced."""


class Privacy:
    """Hides what is open, or locks it away after `limit` seconds of silence."""

    def __init__(self, app: "SrtApp", limit: float) -> None:
        self._app = app
        self._idle = Idle(limit)
        self._left = ""
        self._takes_over = False

    @property
    def on(self) -> bool:
        """Whether the neutral screen is in sight."""
        return isinstance(self._app.face, Hidden)

    def watch(self) -> None:
        """Lock when the silence has been too long."""
        if self._idle.over and not self._app.workspace.locked:
            self.lock()

    def touch(self) -> None:
        """Somebody is there."""
        self._idle.touch()

    def hide(self) -> None:
        """Show only a clock; what was open waits beneath it."""
        if isinstance(self._app.face, Hidden):
            self._app.face.begin_again()
            return
        for face in self._app.faces():
            face.covered()
        self._show_clock()
        self._app.save()

    def lock(self) -> None:
        """Keep what is typed, drop the records, show only a clock.

        A demo has no passphrase that anybody knows: it is hidden and stays open.
        """
        if self._app.demo:
            self.hide()
            return
        for face in self._app.faces():
            face.covered()
            if face.whose:
                self._left = self._app.workspace.vault.stand_in(face.whose)
        with contextlib.suppress(SrtError):  # what cannot be saved is lost; locking must not be
            self._app.save()
        self._app.workspace.lock()
        gone = []
        while len(self._app.screen_stack) > _BENEATH:
            gone.append(self._app.pop_screen())
        gone.append(self._app.switch_screen(self._app.first_face()))
        self._show_clock()
        self._app.run_worker(self._forget(gone))

    def left(self) -> str:
        """Whose session was running when it was locked, told once; only a stand-in was kept."""
        left, self._left = self._left, ""
        stand_in = self._app.workspace.vault.stand_in
        references = (case.reference for case in self._app.workspace.cases())
        return next((each for each in references if left and stand_in(each) == left), "")

    def take_over(self, left: str) -> None:
        """Begin as the process before was locked: behind the clock."""
        self._left, self._takes_over = left, True

    def begin(self) -> None:
        """The first face is there: look now and then whether there is silence."""
        if self._takes_over:
            self._show_clock()
        self._app.set_interval(self._idle.every, self.watch)

    async def _forget(self, gone: "list[AwaitComplete]") -> None:
        """When the screens are gone: what they showed is gone from memory.

        Once more a moment later: their tasks end after them, and hold them until then. What was
        freed is still there for who reads the memory itself, so a new process takes over.
        """
        while gone:
            await gone.pop(0)
        memory.forget()
        await asyncio.sleep(AFTERWARDS)
        memory.forget()
        if not self._app.is_headless:
            self._app.go_on_with(LOCKED + self._left)

    def _show_clock(self) -> None:
        """The same screen each time: one that is kept is in sight sooner than a new one."""
        if not self._app.is_screen_installed(_CLOCK):
            self._app.install_screen(Hidden(), _CLOCK)
        self._app.push_screen(_CLOCK)
