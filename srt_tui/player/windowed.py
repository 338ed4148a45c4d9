"""Clips in a window of their own: commands to a process, and what comes back from it.

*Ended* means that the end came within a second of the clip's length; sooner is a failure.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

from srt_tui.domain.playback import Capabilities, PlayerName, Showing
from srt_tui.player import reasons
from srt_tui.player.base import FASTEST, LATEST_MS, SLOWEST, Media, OnShowing
from srt_tui.player.controls import obey
from srt_tui.player.engine import Engine, Listener
from srt_tui.player.process import SET_ASIDE, ClipProcess
from srt_tui.player.reporter import ShowingReporter
from srt_tui.player.wire import LostError, RefusedError

_NEAR_END = 1.0


class WindowedPlayer:
    """See `Player`. The engine says how its process is begun and what is sent to it."""

    capabilities = Capabilities(larger_captions=True, sound=True, own_window=True)

    def __init__(
        self,
        engine: Engine,
        on_showing: OnShowing,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name: PlayerName = engine.name
        self._reporter = ShowingReporter(engine.name, on_showing, clock)
        heard = Listener(
            picture=lambda: self._process.settle(""),
            progress=self._reporter.progress,
            length=self._length,
            ended=self._ended,
            unreadable=self._unreadable,
            wished=self._wished,
            gone=self._gone,
        )
        self._process = ClipProcess(engine, self._reporter, heard)
        self._turn = asyncio.Lock()
        self._begun: object = None
        self._tasks = set[asyncio.Task[None]]()
        self._jumped = 0.0  # where the last jump led; a report from before it may come after it

    @property
    def showing(self) -> Showing:
        """The latest report."""
        return self._reporter.showing

    @property
    def pid(self) -> int | None:
        """The number of its process, where there is one."""
        return self._process.pid

    async def open(self, media: Media, *, start: float = 0.0) -> None:
        """Show `media`; returns when the picture stands or has failed."""
        self._reporter.open(media)
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
        """Go to `seconds`; after the end, play from there, unless that is the end again."""
        length = self.showing.length
        place = max(0.0, min(seconds, length) if length else seconds)
        if self.showing.state != "ended":
            self._jumped = place
            await self._do("seek", place, at=place)
        elif place < length:
            await self._begin(place)

    async def rate(self, x: float) -> None:
        """Speed; kept for the next clip."""
        x = max(SLOWEST, min(x, FASTEST))
        await self._do("rate", x, rate=x)

    async def captions(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Captions; kept for the next clip."""
        await self._do("captions", on, captions=on)

    async def larger(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Larger captions; kept for the next clip."""
        await self._do("larger", on, larger=on)

    async def delay(self, ms: int) -> None:
        """Sound against picture; kept for the next clip."""
        ms = max(-LATEST_MS, min(ms, LATEST_MS))
        await self._do("delay", ms, delay_ms=ms)

    async def volume(self, percent: int) -> None:
        """Loudness; kept for the next clip."""
        percent = max(0, min(percent, 100))
        await self._do("volume", percent, volume=percent)

    async def full(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """The whole display, or back to a window."""
        await self._do("full", on, full=on)

    async def top(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Above all other windows; kept for the next clip."""
        await self._do("top", on, on_top=on)

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
            self._reporter.change(hidden=False)
        elif self.showing.hidden:
            await self._do("show", hidden=False)

    async def stop(self) -> None:
        """The clip away, the process ready for the next."""
        await self._away(hidden=False)

    async def close(self) -> None:
        """The process away."""
        await self.stop()
        async with self._turn:
            await self._process.end()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _begin(self, start: float) -> None:
        """Open the clip at `start`: it shows, or has failed with a reason, on return.

        One at a time; a later one, or a stop, takes the place of one that still waits.
        """
        self._jumped = start
        self._process.settle(SET_ASIDE)
        mine = self._begun = object()
        self._reporter.change(state="opening", at=start, hidden=False)
        async with self._turn:
            if self._begun is not mine:
                return
            reason = await self._process.bring_up(start)
            if self._begun is not mine or self.showing.state != "opening":
                return
            if not reason:
                self._reporter.change(state="playing")
            else:
                self._reporter.fail(reason)
                await self._process.put_away()

    async def _away(self, *, hidden: bool) -> None:
        """Said first, for it is certain: a player that hangs on a stop is ended."""
        self._begun = None
        if self.showing.clip and not self.showing.over:
            self._reporter.change(state="closed", full=False, hidden=hidden)
        self._process.settle(SET_ASIDE)
        await self._process.put_away()

    async def _do(self, name: str, value: Any = None, **changes: Any) -> None:
        """Carry out a command, then report its changes. Settings hold without a clip."""
        if self._process.pid is None or self.showing.over:
            if not {"state", "at", "full"} & changes.keys():
                self._reporter.change(**changes)
            return
        self._reporter.cut()
        try:
            await self._process.send(name, value)
        except LostError:
            self._fail(reasons.SILENT)
        except RefusedError:
            self._reporter.change()
        else:
            if not self.showing.over:
                self._reporter.change(**changes)

    def _fail(self, reason: str) -> None:
        if self.showing.clip and not self.showing.over:
            self._reporter.fail(reason)

    def _length(self, seconds: float) -> None:
        """The recording knows better than the captions."""
        if seconds > 0 and seconds != self.showing.length and not self.showing.over:
            self._reporter.change(length=seconds)

    def _unreadable(self) -> None:
        if self.showing.state == "opening":
            self._process.settle(reasons.UNREADABLE)
        else:
            self._ended()

    def _ended(self) -> None:
        if self.showing.state == "opening":
            self._process.settle(reasons.NO_PICTURE)
        elif not self.showing.over:
            length = self.showing.length
            here = max(self._reporter.furthest, self._jumped)
            if length and here >= length - _NEAR_END:
                self._reporter.progress(length)
                self._reporter.change(state="ended", at=length, full=False)
            else:
                self._reporter.fail(reasons.CUT_SHORT)
            self._later(self._tidy())

    async def _tidy(self) -> None:
        if self.showing.over:
            await self._process.put_away()

    def _wished(self, wish: str) -> None:
        now = self.showing
        if wish == "hide" and now.state in ("playing", "paused"):
            self._reporter.change(state="paused", hidden=True)
        else:
            self._later(obey(self, wish, now, self._reporter.media.story))

    def _gone(self) -> None:
        self._process.lost()
        if self.showing.state == "opening":
            self._process.settle(reasons.GONE)
        else:
            self._fail(reasons.GONE)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
