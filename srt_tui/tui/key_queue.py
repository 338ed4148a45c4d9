"""Keys in turn: a key waits until what the key before it set off is done.

Textual hands keys on as they come and runs their bindings later, so that letters typed close
behind a key that opens a box, or a screen, would reach whatever had the keys before.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

from srt_tui.tui import textual_private

PATIENCE = 0.3
"""Seconds a key waits at most; what takes longer is meant to be typed into."""

ROUNDS = 2
"""A key passes up from where it is typed, and so does what is said about it there."""


class KeyQueue:
    """Hands keys to an app one after another, in the order in which they were typed."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[events.Key] = deque()
        self._going: asyncio.Task[None] | None = None

    async def take(
        self, key: events.Key, deliver: Callable[[events.Event], Awaitable[None]]
    ) -> None:
        """Deliver the key now, or when those before it are done."""
        if self._going is not None and not self._going.done():
            self._waiting.append(key)
            return
        typed_in = self._app.focused or self._app.screen
        await deliver(key)
        self._going = asyncio.create_task(self._follow(typed_in, deliver))

    async def _follow(
        self, typed_in: MessagePump, deliver: Callable[[events.Event], Awaitable[None]]
    ) -> None:
        await self._until_done(typed_in)
        while self._waiting:
            typed_in = self._app.focused or self._app.screen
            try:
                await deliver(self._waiting.popleft())
            except Exception as error:  # noqa: BLE001 - a fault ends the program, as from any other key
                textual_private.failed(self._app, error)
                return
            await self._until_done(typed_in)

    async def _until_done(self, typed_in: MessagePump) -> None:
        """Wait until the key has gone the way of its messages, and what it opened is ready."""
        try:
            async with asyncio.timeout(PATIENCE):
                for _ in range(ROUNDS):
                    pump: MessagePump | None = typed_in
                    while pump is not None:
                        await _emptied(pump)
                        pump = textual_private.above(pump)
                if self._app.screen_stack:
                    await _emptied(self._app.focused or self._app.screen)
        except TimeoutError:
            return


async def _emptied(pump: MessagePump) -> None:
    """Wait until what is in its queue now was handled; at once when it takes nothing more."""
    reached = asyncio.Event()
    if pump.is_running and pump.call_later(reached.set):
        await reached.wait()
