"""Hide and Leave have a way past whatever keeps the queue of messages busy."""

import asyncio
from typing import TYPE_CHECKING, Any

from srt_tui.tui import textual_private

if TYPE_CHECKING:
    from srt_tui.tui.app import SrtApp

WAITS = {"hide": 0.05, "quit": 1.0}
"""Seconds that the key itself has to arrive in its turn, behind what was typed before it."""


class Urgent:
    """Does at last what a key asked for, when the key does not come to its turn."""

    def __init__(self, app: "SrtApp") -> None:
        self._app = app
        self._task: asyncio.Task[Any] | None = None
        self._waiting: set[str] = set()
        self._early: set[str] = set()

    def begin(self) -> None:
        """Called in the task that handles the app's messages."""
        self._task = asyncio.current_task()

    def came(self, name: str) -> None:
        """The key was pressed; it is on its way through the queue."""
        self._waiting.add(name)
        asyncio.get_running_loop().call_later(WAITS[name], self._overdue, name)

    def is_new(self, name: str) -> bool:
        """The key has come to its turn; False when what it asks for was done already."""
        self._waiting.discard(name)
        early = name in self._early
        self._early.discard(name)
        return not early

    def _overdue(self, name: str) -> None:
        if name not in self._waiting:
            return
        self._waiting.discard(name)
        self._early.add(name)
        textual_private.within(self._app, self._app.do_hide if name == "hide" else self._leave)

    def _leave(self) -> None:
        """End the task in which the app waits for something that does not come."""
        self._app.leave(0)
        if self._task:
            self._task.cancel()
