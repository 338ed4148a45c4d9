"""What libvlc and mpv have in common: a process, a window, and a clip that may fail.

*Started* means that a picture was reported within three seconds; *ended* that the end came within
a second of the clip's length. Everything else is a failure with a reason.
"""

import asyncio
import contextlib
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from typing import Any

from srt_tui.domain.showing import Capabilities, PlayerName, Showing
from srt_tui.player import reasons
from srt_tui.player.base import Media, OnShowing
from srt_tui.player.telling import Telling
from srt_tui.player.wire import LostError, RefusedError, Wire
from srt_tui.player.wishes import obey

_START = 3.0
_NEAR_END = 1.0
_SLOWEST, _FASTEST = 0.5, 2.0
_DELAY_MS = 2000
_SET_ASIDE = "something else was asked for meanwhile"


class WindowedPlayer(ABC):
    """See `Player`. An adapter says how to start its process and what to send it."""

    name: PlayerName

    def __init__(
        self,
        on_showing: OnShowing,
        capabilities: Capabilities,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.capabilities = capabilities
        self._telling = Telling(self.name, on_showing, clock)
        self._wire: Wire | None = None
        self._turn = asyncio.Lock()
        self._begun: object = None
        self._started: asyncio.Future[str] | None = None
        self._loaded = False
        self._tasks = set[asyncio.Task[None]]()

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

    async def open(self, media: Media, *, start: float = 0.0) -> None:
        """Show `media`; returns when the picture stands or has failed."""
        self._telling.open(media)
        await self._begin(start)

    async def play(self) -> None:
        """Go on; after the end again from the start, after a failure from where it was."""
        now = self.showing
        if now.clip and now.over:
            await self._begin(0.0 if now.state == "ended" else now.at)
        elif now.state == "paused":
            await self._do("play", state="playing", hidden=False)

    async def pause(self) -> None:
        """Stand still."""
        if self.showing.state == "playing":
            await self._do("pause", state="paused")

    async def seek(self, seconds: float) -> None:
        """Go to `seconds`; after the end, play from there."""
        length = self.showing.length
        place = max(0.0, min(seconds, length) if length else seconds)
        if self.showing.state == "ended":
            await self._begin(place)
        else:
            await self._do("seek", place, at=place)

    async def rate(self, x: float) -> None:
        """Speed; kept for the next clip."""
        x = max(_SLOWEST, min(x, _FASTEST))
        await self._do("rate", x, rate=x)

    async def captions(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Captions; kept for the next clip."""
        await self._do("captions", on, captions=on)

    async def larger(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Larger captions; kept for the next clip."""
        await self._do("larger", on, larger=on)

    async def delay(self, ms: int) -> None:
        """Sound against picture; kept for the next clip."""
        ms = max(-_DELAY_MS, min(ms, _DELAY_MS))
        await self._do("delay", ms, delay_ms=ms)

    async def volume(self, percent: int) -> None:
        """Loudness; kept for the next clip."""
        percent = max(0, min(percent, 100))
        await self._do("volume", percent, volume=percent)

    async def full(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """The whole display, or back to a window."""
        await self._do("full", on, full=on)

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

    def _fail(self, reason: str) -> None:
        if self.showing.clip and not self.showing.over:
            self._telling.fail(reason)

    def _picture(self) -> None:
        """The picture stands."""
        self._settle("")

    def _settle(self, reason: str) -> None:
        if self._started is not None and not self._started.done():
            self._started.set_result(reason)

    def _length(self, seconds: float) -> None:
        """The recording is this long; it knows better than the captions."""
        if seconds > 0 and seconds != self.showing.length and not self.showing.over:
            self._telling.change(length=seconds)

    def _ended(self) -> None:
        """The player says it is at the end, which it also says of what it cannot read."""
        if self.showing.state == "opening":
            self._settle(reasons.UNREADABLE)
        elif not self.showing.over:
            here, length = self._telling.here, self.showing.length
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
