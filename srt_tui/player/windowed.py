"""What libvlc and mpv have in common: commands to a window, and what comes back from it.

*Ended* means that the end came within a second of the clip's length; sooner is a failure.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

from srt_tui.domain.playback import Capabilities, PlayerName
from srt_tui.player import reasons
from srt_tui.player.base import Media, OnShowing
from srt_tui.player.bringing import Bringing
from srt_tui.player.kept import KeptSettings
from srt_tui.player.telling import Telling
from srt_tui.player.wire import LostError, RefusedError
from srt_tui.player.wishes import obey

_NEAR_END = 1.0


class WindowedPlayer(Bringing, KeptSettings):
    """See `Player`. An adapter says how to start its process and what to send it."""

    name: PlayerName

    def __init__(
        self,
        on_showing: OnShowing,
        capabilities: Capabilities,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(Telling(self.name, on_showing, clock))
        self.capabilities = capabilities
        self._tasks = set[asyncio.Task[None]]()
        self._jumped = 0.0  # where the last jump led; a report from before it may come after it

    async def open(self, media: Media, *, start: float = 0.0) -> None:
        """Show `media`; returns when the picture stands or has failed."""
        self._telling.open(media)
        self._jumped = start
        await self._begin(start)

    async def play(self) -> None:
        """Go on; after the end again from the start, after a failure from where it was."""
        now = self.showing
        if now.clip and now.over:
            self._jumped = 0.0 if now.state == "ended" else now.at
            await self._begin(self._jumped)
        elif now.state == "paused":
            await self._do("play", state="playing", hidden=False)

    async def pause(self) -> None:
        """Stand still."""
        if self.showing.state == "playing":
            await self._do("pause", state="paused")

    async def seek(self, seconds: float) -> None:
        """Go to `seconds`; after the end, play from there, unless that is the end again."""
        length = self.showing.length
        place = max(0.0, min(seconds, length) if length else seconds)
        if self.showing.state != "ended":
            self._jumped = place
            await self._do("seek", place, at=place)
        elif place < length:
            self._jumped = place
            await self._begin(place)

    async def hide(self) -> None:
        """Pause and be out of sight. A clip that is only just opening is closed instead."""
        state = self.showing.state
        if state == "opening":
            await self._away(hidden=True)
        else:
            await self._do("hide", state="paused" if state == "playing" else state, hidden=True)

    async def show(self) -> None:
        """Back in sight, still paused."""
        if self.showing.over:
            self._telling.change(hidden=False)
        elif self.showing.hidden:
            await self._do("show", hidden=False)

    async def stop(self) -> None:
        """The clip away, the process ready for the next."""
        await self._away(hidden=False)

    async def close(self) -> None:
        """The process away."""
        await self.stop()
        async with self._turn:
            wire, self._wire = self._wire, None
            if wire is not None:
                await wire.end()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _do(self, name: str, value: Any = None, **changes: Any) -> None:
        """Carry out a command, then report its changes. Settings hold without a clip."""
        wire = self._wire
        if wire is None or self.showing.over:
            if not {"state", "at", "full"} & changes.keys():
                self._telling.change(**changes)
            return
        self._telling.cut()
        try:
            await self._send(wire, name, value)
        except LostError:
            self._fail(reasons.SILENT)
        except RefusedError:
            self._telling.change()
        else:
            if not self.showing.over:
                self._telling.change(**changes)

    def _fail(self, reason: str) -> None:
        if self.showing.clip and not self.showing.over:
            self._telling.fail(reason)

    def _length(self, seconds: float) -> None:
        """The recording is this long; it knows better than the captions."""
        if seconds > 0 and seconds != self.showing.length and not self.showing.over:
            self._telling.change(length=seconds)

    def _ended(self) -> None:
        """The player says it is at the end, which it also says of what it cannot read."""
        if self.showing.state == "opening":
            self._settle(reasons.UNREADABLE)
        elif not self.showing.over:
            length = self.showing.length
            here = max(self._telling.furthest, self._jumped)
            if length and here >= length - _NEAR_END:
                self._telling.progress(length)
                self._telling.change(state="ended", at=length, full=False)
            else:
                self._telling.fail(reasons.CUT_SHORT)
            self._later(self._tidy())

    async def _tidy(self) -> None:
        if self.showing.over:
            await self._put_away()

    def _wished(self, wish: str) -> None:
        """A key in the window. The window was hidden there and then."""
        now = self.showing
        if wish == "hide" and now.state in ("playing", "paused"):
            self._telling.change(state="paused", hidden=True)
        else:
            self._later(obey(self, wish, now, self._telling.media.story))

    def _lost(self) -> None:
        """The process ended, whoever ended it."""
        self._wire = None
        self._loaded = False
        if self.showing.state == "opening":
            self._settle(reasons.GONE)
        else:
            self._fail(reasons.GONE)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
