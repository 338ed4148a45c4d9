"""What every player is: one small protocol over libvlc, mpv and the storyboard.

A player never raises for what a machine does to it. Each change is one whole `Showing`, handed
to the callback given when the player was made, always on the event loop's own thread.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeAlias

from srt_tui.domain.content import Frozen
from srt_tui.domain.playback import Capabilities, PlayerName, Showing, Story

OnShowing: TypeAlias = Callable[[Showing], None]

SLOWEST, FASTEST = 0.5, 2.0
LATEST_MS = 2000


class Media(Frozen, frozen=True, kw_only=True):
    """One clip to show: its id, a video file where there is one, and its story in time.

    `sha256` is what the file should be by the clip's own list; "" where nothing is said.
    """

    clip: str
    story: Story
    path: Path | None = None
    sha256: str = ""


class Player(Protocol):
    """Shows one clip at a time. Commands without an open clip do nothing.

    Commands return when they were carried out, or when the player has failed; the outcome is
    the `Showing` that was reported.
    """

    @property
    def name(self) -> PlayerName:
        """Which player this is."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can do on this machine."""

    async def open(self, media: Media, *, start: float = 0.0) -> None:
        """Show `media` from `start` seconds, in place of what was open; playing at once.

        Captions, speed, sound delay, volume and being on top stay as they were set before.
        """

    async def play(self) -> None:
        """Go on; after the end, again from the start."""

    async def pause(self) -> None:
        """Stand still."""

    async def seek(self, seconds: float) -> None:
        """Go to `seconds` from the start, held within the clip; playing or paused as before."""

    async def rate(self, x: float) -> None:
        """Speed, SLOWEST to FASTEST; the voice keeps its pitch."""

    async def captions(self, on: bool) -> None:  # noqa: FBT001 - it reads as said: captions(True)
        """Captions on or off."""

    async def larger(self, on: bool) -> None:  # noqa: FBT001 - it reads as said: larger(True)
        """Larger captions, where `capabilities.larger_captions`."""

    async def delay(self, ms: int) -> None:
        """Sound later (positive) or earlier than the picture, within LATEST_MS."""

    async def volume(self, percent: int) -> None:
        """Loudness, 0 to 100."""

    async def full(self, on: bool) -> None:  # noqa: FBT001 - it reads as said: full(True)
        """The whole display, or back to a window."""

    async def top(self, on: bool) -> None:  # noqa: FBT001 - it reads as said: top(True)
        """Above all other windows, or among them."""

    async def hide(self) -> None:
        """Pause and be out of sight within 100 ms."""

    async def show(self) -> None:
        """Back in sight, still paused."""

    async def stop(self) -> None:
        """Put the clip away (`closed`); the player stays ready for the next."""

    async def close(self) -> None:
        """The player is gone, with its window and its process. May be called twice."""
