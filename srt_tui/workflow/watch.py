"""Watch: the clip on the page, in whichever player works here, and what was shown of it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import Form, Range
from srt_tui.domain.participant import Preferences
from srt_tui.domain.showing import RATES, Readiness, Showing
from srt_tui.player import media
from srt_tui.player.base import Media, Player
from srt_tui.player.choose import choose
from srt_tui.player.storyboard import StoryboardPlayer
from srt_tui.workflow.companion import Companion

STEP_SECONDS = 10.0
_FORMS: tuple[Form, ...] = ("standard", "plain")


class Shown(Frozen, frozen=True, kw_only=True):
    """What was shown of the clip that was open, ready to be kept."""

    form: Form
    ranges: tuple[Range, ...]
    length: float


class Theatre:
    """The clip that is shown, and the player that shows it: the storyboard until a clip asks.

    `on_showing` is called with each report of the player, on the event loop's thread; `said` is
    one sentence about the player that was chosen, and why not another.
    """

    def __init__(self, companion: Companion) -> None:
        self._companion = companion
        self._storyboard: Player = StoryboardPlayer(self._report)
        self._window: Player | None = None
        self._media: Media | None = None
        self._wanted: object = None
        self._form: Form = "storyboard"
        self.showing: Showing | None = None
        self.said = ""
        self.on_showing: Callable[[Showing], None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether a clip is open and not over."""
        return self.showing is not None and not self.showing.over

    @property
    def media(self) -> Media | None:
        """The clip that is open, with its story in time."""
        return self._media

    def readiness(self, clip: str, preferences: Preferences) -> Readiness:
        """Whether the clip plays here or is read; waits for the disk, so not for a screen."""
        return media.readiness(self._find(clip, preferences)[1])

    async def open(self, clip: str, preferences: Preferences, *, read: bool = False) -> None:
        """Show a clip from the start; `read` tells it in our own window, at its own pace.

        A clip that was hidden, stopped or passed over while it was got ready is not shown.
        """
        await self._player.stop()
        wanted = self._wanted = object()
        form, found = await asyncio.to_thread(self._find, clip, preferences)
        self._media = found
        self._tell(
            Showing(state="opening", clip=clip, player="storyboard", length=found.story.length)
        )
        windowed = not read and found.path is not None and await self._has_window()
        if self._wanted is wanted:
            self._form = form if windowed else "storyboard"
            await self._player.open(found)
            await self._player.captions("captions" in preferences.suits)

    def _pass_over(self) -> None:
        """What is being got ready is not wanted any more."""
        self._wanted = None
        if self.showing and self.showing.state == "opening":
            self._tell(replace(self.showing, state="closed", hidden=True))

    async def toggle(self) -> None:
        """Pause, or go on; a clip that is getting ready is left to it."""
        state = self.showing.state if self.showing else "closed"
        if state == "playing":
            await self._player.pause()
        elif state != "opening":
            await self._player.play()

    async def pause(self) -> None:
        """Stand still."""
        await self._player.pause()

    async def jump(self, seconds: float) -> None:
        """Back (negative) or on by some seconds."""
        if self.showing:
            await self._player.seek(max(0.0, self.showing.at + seconds))

    async def again(self) -> None:
        """Once more from the start."""
        await self._player.seek(0.0)
        await self._player.play()

    async def scene(self, by: int) -> None:
        """To the start of the next scene, or of one before (negative)."""
        if self.showing and self._media:
            await self._player.seek(self._media.story.scene_start(self.showing.at, by))

    async def speed(self, by: int) -> None:
        """One step slower (negative) or faster, with the voice's pitch kept."""
        if self.showing:
            now = self.showing.rate
            here = min(range(len(RATES)), key=lambda place: abs(RATES[place] - now))
            await self._player.rate(RATES[max(0, min(here + by, len(RATES) - 1))])

    async def captions(self) -> None:
        """Captions on, or off."""
        if self.showing:
            await self._player.captions(not self.showing.captions)

    async def full(self) -> None:
        """The whole display, or back to a window."""
        if self.showing:
            await self._player.full(not self.showing.full)

    async def stop(self) -> Shown | None:
        """Put the clip away; what was shown of it, or None when nothing was."""
        self._pass_over()
        await self._player.stop()
        showing, self.showing = self.showing, None
        ranges, length = (showing.ranges, showing.length) if showing else ((), 0.0)
        return Shown(form=self._form, ranges=ranges, length=length) if ranges else None

    async def hide(self) -> None:
        """Paused and out of sight within 100 ms."""
        self._pass_over()
        await self._player.hide()

    async def show(self) -> None:
        """Back in sight, still paused."""
        await self._player.show()

    async def close(self) -> None:
        """The players are gone. May be called twice."""
        await self._storyboard.close()
        window, self._window = self._window, None
        if window is not None:
            await window.close()

    async def _has_window(self) -> bool:
        """Whether a player with a window works here; looked for at the first clip that needs it."""
        if not self.said:
            chosen = await choose(self._companion.settings.player, self._report)
            self.said = chosen.said
            if chosen.player.name == "storyboard":
                await chosen.player.close()
            else:
                self._window = chosen.player
        return self._window is not None

    @property
    def _player(self) -> Player:
        return self._storyboard if self._form == "storyboard" else self._window or self._storyboard

    def _find(self, clip: str, preferences: Preferences) -> tuple[Form, Media]:
        folder: Path = self._companion.clips / clip
        order = tuple(reversed(_FORMS)) if "plain" in preferences.suits else _FORMS
        form = next((form for form in order if (folder / f"{form}.mp4").is_file()), order[0])
        return form, media.find(self._companion.pack.clips[clip], folder, form)

    def _report(self, showing: Showing) -> None:
        if showing.player == "storyboard":
            self._form = "storyboard"
        self._tell(showing)

    def _tell(self, showing: Showing) -> None:
        self.showing = showing
        if self.on_showing is not None:
            self.on_showing(showing)
