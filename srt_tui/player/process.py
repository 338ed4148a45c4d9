"""A player's process: begun when a clip needs it, with one clip at a time in it."""

import asyncio
import contextlib
from typing import Any

from srt_tui.player import reasons
from srt_tui.player.base import Media
from srt_tui.player.engine import Engine, Listener
from srt_tui.player.reporter import ShowingReporter
from srt_tui.player.wire import LostError, RefusedError, Wire

SET_ASIDE = "something else was asked for meanwhile"
_START = 5.0


class ClipProcess:
    """*Started* means that a picture was told of within five seconds; all else has a reason."""

    def __init__(self, engine: Engine, reporter: ShowingReporter, listener: Listener) -> None:
        self._engine, self._reporter, self._listener = engine, reporter, listener
        self._wire: Wire | None = None
        self._started: asyncio.Future[str] | None = None
        self._loaded = False

    @property
    def pid(self) -> int | None:
        """The number of the process, where there is one."""
        return self._wire.pid if self._wire else None

    async def bring_up(self, start: float) -> str:
        """Why the reporter's clip did not start at `start`; "" when its picture stands."""
        media = self._reporter.media
        if reason := await asyncio.to_thread(reasons.unplayable, media.path):
            return reason
        await self.put_away()
        used = self._wire is not None
        reason = await self._play(media, start)
        if used and reason in (reasons.SILENT, reasons.GONE):
            reason = await self._play(media, start)
        return reason

    async def _play(self, media: Media, start: float) -> str:
        """The same for one try; a process that was used before may be worn out."""
        if self._wire is None and not await self._connect():
            return reasons.NO_START
        wire = self._wire
        if wire is None or self._reporter.showing.state != "opening":
            return SET_ASIDE
        self._started = asyncio.get_running_loop().create_future()
        self._loaded = True
        try:
            await self._engine.load(wire, media, self._reporter.showing, start)
            async with asyncio.timeout(_START):
                return await self._started
        except (TimeoutError, RefusedError):
            return reasons.NO_PICTURE
        except LostError:
            return reasons.SILENT

    async def _connect(self) -> bool:
        try:
            self._wire = await self._engine.connect(self._listener)
        except (LostError, RefusedError):
            return False
        return True

    def settle(self, reason: str) -> None:
        """The clip that is being brought up stands (""), or will not, for this reason."""
        if self._started is not None and not self._started.done():
            self._started.set_result(reason)

    async def send(self, name: str, value: Any = None) -> bool:
        """Carry out a command; False where there is no process. Raises as `Engine.send`."""
        if self._wire is None:
            return False
        await self._engine.send(self._wire, name, value)
        return True

    async def put_away(self) -> None:
        """Stop what it plays; one that hangs on that is ended."""
        loaded, self._loaded = self._loaded, False
        if loaded:
            with contextlib.suppress(LostError, RefusedError):
                await self.send("stop")

    def lost(self) -> None:
        """It is gone; the next clip begins another."""
        self._wire = None
        self._loaded = False

    async def end(self) -> None:
        """End it. May be called twice."""
        wire, self._wire = self._wire, None
        if wire is not None:
            await wire.end()
