"""A player with a window, and the storyboard below it for clips that have no recording."""

from collections.abc import Callable

from srt_tui.domain.playback import Capabilities, PlayerName, Showing
from srt_tui.player.base import Media, OnShowing, Player
from srt_tui.player.storyboard import StoryboardPlayer


class Ladder:
    """See `Player`. Each clip is told by one of the two; `Showing.player` says by which.

    Captions and speed follow from one to the other. A recording that fails stays failed, with
    its reason: what happens next is for the two people to say.
    """

    def __init__(self, on_showing: OnShowing, windowed: Callable[[OnShowing], Player]) -> None:
        """`windowed` makes the player of recordings, given whom it reports to."""
        self._on_showing = on_showing
        self._windowed = windowed(self._report)
        self._storyboard: Player = StoryboardPlayer(self._report)
        self._now = self._windowed

    @property
    def name(self) -> PlayerName:
        """The player of recordings."""
        return self._windowed.name

    @property
    def capabilities(self) -> Capabilities:
        """What the player of recordings can do."""
        return self._windowed.capabilities

    async def open(self, media: Media, *, start: float = 0.0) -> None:
        """Show `media` in the window, or tell it here where there is no recording."""
        suited = self._storyboard if media.path is None else self._windowed
        if suited is not self._now:
            await self._now.stop()
            self._now = suited
        await suited.open(media, start=start)

    async def rate(self, x: float) -> None:
        """Speed, of both."""
        await self._windowed.rate(x)
        await self._storyboard.rate(x)

    async def captions(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Captions, of both."""
        await self._windowed.captions(on)
        await self._storyboard.captions(on)

    async def play(self) -> None:
        """Go on."""
        await self._now.play()

    async def pause(self) -> None:
        """Stand still."""
        await self._now.pause()

    async def seek(self, seconds: float) -> None:
        """Go to `seconds`."""
        await self._now.seek(seconds)

    async def larger(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Larger captions in the window."""
        await self._windowed.larger(on)

    async def delay(self, ms: int) -> None:
        """Sound against picture."""
        await self._windowed.delay(ms)

    async def volume(self, percent: int) -> None:
        """Loudness."""
        await self._windowed.volume(percent)

    async def full(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """The whole display, or back."""
        await self._now.full(on)

    async def top(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Above all other windows."""
        await self._windowed.top(on)

    async def hide(self) -> None:
        """Pause and be out of sight."""
        await self._now.hide()

    async def show(self) -> None:
        """Back in sight, paused."""
        await self._now.show()

    async def stop(self) -> None:
        """The clip away."""
        await self._now.stop()

    async def close(self) -> None:
        """Both are gone."""
        await self._storyboard.close()
        await self._windowed.close()

    def _report(self, showing: Showing) -> None:
        """Only the one that tells the clip is heard."""
        if showing.player == self._now.name:
            self._on_showing(showing)
