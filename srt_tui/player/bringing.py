"""Bringing a clip up in a player's process, and putting it away again.

*Started* means that a picture was reported within five seconds; everything else is a failure
with a reason.
"""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from typing import Any

from srt_tui.domain.playback import Showing
from srt_tui.player import reasons
from srt_tui.player.base import Media
from srt_tui.player.telling import Telling
from srt_tui.player.wire import LostError, RefusedError, Wire

_START = 5.0
_SET_ASIDE = "something else was asked for meanwhile"


class Bringing(ABC):
    """One process, one clip, one attempt at a time; an adapter says what is sent."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._wire: Wire | None = None
        self._turn = asyncio.Lock()
        self._begun: object = None
        self._started: asyncio.Future[str] | None = None
        self._loaded = False

    @property
    def showing(self) -> Showing:
        """The latest report."""
        return self._telling.showing

    @abstractmethod
    async def _connect(self) -> Wire:
        """A new process, ready for commands. Raises LostError."""

    @abstractmethod
    async def _load(self, wire: Wire, media: Media, start: float) -> None:
        """Begin to play. Raises LostError and RefusedError."""

    @abstractmethod
    async def _send(self, wire: Wire, name: str, value: Any = None) -> None:
        """Carry out the command of `Player` with this name. Raises LostError and RefusedError."""

    async def _begin(self, start: float) -> None:
        """Open the clip at `start`: it shows, or has failed with a reason, on return.

        One at a time; a later one, or a stop, takes the place of one that still waits.
        """
        self._settle(_SET_ASIDE)
        mine = self._begun = object()
        self._telling.change(state="opening", at=start, hidden=False)
        async with self._turn:
            if self._begun is not mine:
                return
            reason = await self._start(start)
            if self._begun is not mine or self.showing.state != "opening":
                return
            if not reason:
                self._telling.change(state="playing")
            else:
                self._telling.fail(reason)
                await self._put_away()

    async def _start(self, start: float) -> str:
        """Why the clip did not start; "" when its picture stands."""
        media = self._telling.media
        if reason := await asyncio.to_thread(reasons.unplayable, media.path):
            return reason
        await self._put_away()
        used = self._wire is not None
        reason = await self._play(media, start)
        if used and reason in (reasons.SILENT, reasons.GONE):
            reason = await self._play(media, start)
        return reason

    async def _play(self, media: Media, start: float) -> str:
        """The same for one try; a process that was used before may be worn out."""
        if self._wire is None and not await self._process():
            return reasons.NO_START
        wire = self._wire
        if wire is None or self.showing.state != "opening":
            return _SET_ASIDE
        self._started = asyncio.get_running_loop().create_future()
        self._loaded = True
        try:
            await self._load(wire, media, start)
            async with asyncio.timeout(_START):
                return await self._started
        except TimeoutError:
            return reasons.NO_PICTURE
        except RefusedError:
            return reasons.UNREADABLE
        except LostError:
            return reasons.SILENT

    async def _process(self) -> bool:
        try:
            self._wire = await self._connect()
        except (LostError, RefusedError):
            return False
        return True

    async def _away(self, *, hidden: bool) -> None:
        """Said first, for it is certain: a player that hangs on a stop is ended."""
        self._begun = None
        if self.showing.clip and not self.showing.over:
            self._telling.change(state="closed", full=False, hidden=hidden)
        self._settle(_SET_ASIDE)
        await self._put_away()

    async def _put_away(self) -> None:
        """What the process plays; without a process there is nothing."""
        wire, loaded, self._loaded = self._wire, self._loaded, False
        if wire is not None and loaded:
            with contextlib.suppress(LostError, RefusedError):
                await self._send(wire, "stop")

    def _picture(self) -> None:
        """The picture stands."""
        self._settle("")

    def _settle(self, reason: str) -> None:
        if self._started is not None and not self._started.done():
            self._started.set_result(reason)
