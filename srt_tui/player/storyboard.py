"""The story told in our own window: a whole player with a clock of its own and no machine.

What plays where there is no recording or no player; also the double for tests of others.
"""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable

from srt_tui.domain.playback import Capabilities, PlayerName, Showing
from srt_tui.player.base import FASTEST, SLOWEST, Media, OnShowing
from srt_tui.player.reporter import ShowingReporter

_TICK = 0.25

Sleep = Callable[[float], Awaitable[None]]


class StoryboardPlayer:
    """Scenes and captions by the clock. `clock` and `sleep` are the loop's unless given."""

    name: PlayerName = "storyboard"
    capabilities = Capabilities()

    def __init__(
        self,
        on_showing: OnShowing,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._reporter = ShowingReporter("storyboard", on_showing, clock)
        self._sleep = sleep
        self._running: asyncio.Task[None] | None = None

    @property
    def showing(self) -> Showing:
        """The latest report."""
        return self._reporter.showing

    async def open(self, media: Media, *, start: float = 0.0) -> None:
        """Tell `media` from `start`; see `Player`."""
        await self._halt()
        self._reporter.open(media)
        self._reporter.change(state="opening", at=start)
        self._go(start)

    async def play(self) -> None:
        """Go on; after the end, again from the start."""
        now = self.showing
        if now.clip and now.state != "playing":
            self._go(0.0 if now.state == "ended" else now.at)

    async def pause(self) -> None:
        """Stand still."""
        if self.showing.state == "playing":
            await self._halt()
            self._reporter.change(state="paused")

    async def seek(self, seconds: float) -> None:
        """Go to `seconds`; after the end, play from there."""
        now = self.showing
        if now.state in ("playing", "ended"):
            await self._halt()
            self._go(self._within(seconds))
        elif now.state == "paused":
            self._reporter.change(at=self._within(seconds))

    async def rate(self, x: float) -> None:
        """Speed."""
        self._reporter.change(rate=max(SLOWEST, min(x, FASTEST)))

    async def captions(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Captions on or off."""
        self._reporter.change(captions=on)

    async def larger(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """The terminal has letters of one size."""

    async def delay(self, ms: int) -> None:
        """There is no sound to move."""

    async def volume(self, percent: int) -> None:
        """There is no sound."""

    async def full(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Our window is the terminal's."""

    async def top(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Our window is the terminal's."""

    async def hide(self) -> None:
        """Pause; the screen puts its own words away."""
        await self.pause()
        self._reporter.change(hidden=True)

    async def show(self) -> None:
        """Back in sight, paused."""
        self._reporter.change(hidden=False)

    async def stop(self) -> None:
        """Put the story away."""
        await self._halt()
        if self.showing.clip and not self.showing.over:
            self._reporter.change(state="closed")

    async def close(self) -> None:
        """Nothing is left behind."""
        await self.stop()

    def _go(self, at: float) -> None:
        self._reporter.change(state="playing", at=at, hidden=False)
        self._running = asyncio.create_task(self._run())

    async def _run(self) -> None:
        while self._reporter.here < self.showing.length:
            await self._sleep(self._until_next())
            self._reporter.progress(self._reporter.here)
        self._reporter.change(state="ended", at=self.showing.length)

    def _until_next(self) -> float:
        """Until the next tick, or the next caption if that comes first."""
        here = self._reporter.here
        edges = [edge for cue in self._reporter.media.story.cues for edge in (cue.start, cue.end)]
        ahead = min((edge - here for edge in edges if edge > here), default=_TICK)
        return min(_TICK, max(ahead, 0.01)) / self.showing.rate

    def _within(self, seconds: float) -> float:
        return max(0.0, min(seconds, self.showing.length))

    async def _halt(self) -> None:
        running, self._running = self._running, None
        if running is not None and running is not asyncio.current_task():
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running
