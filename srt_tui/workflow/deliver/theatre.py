"""The clip on the page, in whichever player works here, and what was shown of it."""

import asyncio
from collections.abc import Callable

from msgspec.structs import replace

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import Form
from srt_tui.domain.participant import Preferences, Version
from srt_tui.domain.playback import Capabilities, Readiness, Showing, Story, told
from srt_tui.domain.played import Range
from srt_tui.domain.ways import Way
from srt_tui.player.base import Media, OnShowing, Player
from srt_tui.player.choose import choose
from srt_tui.player.controls import obey
from srt_tui.player.storyboard import StoryboardPlayer
from srt_tui.workflow.deliver.recordings import readiness, recording, suiting, ways
from srt_tui.workflow.deliver.sound import SoundDelays
from srt_tui.workflow.workspace import Workspace

TOLD_HERE = "Stories are told on this screen."
_AT = 1.0


class Watched(Frozen, frozen=True, kw_only=True):
    """What was shown of the clip that was open, ready to be kept."""

    form: Form
    ranges: tuple[Range, ...]
    length: float
    version: Version = "as-written"


class Projector:
    """Looked for at the first clip that needs it, and only once.

    Of two players looked for at the same time one would play, and the other get the keys.
    `said` is one sentence about the player that was found, `why_not` why those before it were
    passed over.
    """

    def __init__(self, wanted: str | None, on_showing: OnShowing) -> None:
        self._wanted, self._on_showing = wanted, on_showing
        self._looking = asyncio.Lock()
        self.player: Player | None = None
        self.said = self.why_not = ""

    async def works(self) -> bool:
        """Whether there is one."""
        async with self._looking:
            await self._look()
        return self.player is not None

    async def _look(self) -> None:
        if self.said:
            return
        chosen = await choose(self._wanted, self._on_showing)
        self.said, self.why_not = chosen.said, " ".join(dict.fromkeys(chosen.why_not))
        if chosen.player.name == "storyboard":
            await chosen.player.close()
        else:
            self.player = chosen.player

    async def close(self) -> None:
        """It is gone. May be called twice."""
        player, self.player = self.player, None
        if player is not None:
            await player.close()


class Theatre:
    """The clip that is shown, and the player that shows it: the storyboard until a clip asks.

    `on_showing` is called with each report of the player, on the event loop's thread. With
    `stops_at_choice` a story stands still once at the choice point that its script marks.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._storyboard: Player = StoryboardPlayer(self._report)
        self._projector = Projector(workspace.settings.player, self._report)
        self._media: Media | None = None
        self._wanted: object = None
        self._way = Way(form="storyboard")
        self._captions: tuple[bool, bool] | None = None
        self._sound = SoundDelays(workspace.sound)
        self._setting = False
        self._stopping: asyncio.Task[None] | None = None
        self._stopped_in: tuple[int, float] | None = None
        self.stops_at_choice = workspace.settings.stop_at_choice
        self.showing: Showing | None = None
        self.on_showing: Callable[[Showing], None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether a clip is open and not over."""
        return self.showing is not None and not self.showing.over

    @property
    def media(self) -> Media | None:
        """The clip that is open, with its story in time."""
        return self._media

    @property
    def capabilities(self) -> Capabilities:
        """What the player of the clip that is open can do."""
        return self._player.capabilities

    @property
    def at_choice(self) -> bool:
        """Whether the story stands at its choice point."""
        now, choice = self.showing, self._media.story.choice if self._media else None
        if not now or choice is None or not self.stops_at_choice:
            return False
        return now.state == "paused" and abs(now.at - choice) < _AT

    def readiness(self, clip: str, preferences: Preferences) -> Readiness:
        """Whether the clip plays here or is read; waits for the disk, so not for a screen."""
        return readiness(self._workspace, clip, preferences)

    async def look(self, clip: str, preferences: Preferences) -> Readiness:
        """The same with the player: without one that has a window here, clips are read."""
        found = await asyncio.to_thread(self.readiness, clip, preferences)
        if found.state != "plays" or await self._projector.works():
            return found
        return Readiness(state="reads", reason=self._projector.why_not or TOLD_HERE)

    def story(self, clip: str, version: Version | None = None) -> Story:
        """A clip's story in time: the one that is open, unless other words are wished for."""
        media, version = self._media, version or self._way.version
        if media and media.clip == clip and version == self._way.version:
            return media.story
        return told(self._workspace.pack.clips[clip].worded(version))

    def ways(self, clip: str) -> tuple[Way, ...]:
        """In which ways this clip can be told here."""
        return ways(self._workspace.pack.clips[clip], self._workspace.clips / clip)

    async def open(self, clip: str, preferences: Preferences, way: Way | None = None) -> None:
        """Show a clip from the start, in this way or the one that suits him.

        A clip that was hidden, stopped or passed over while it was got ready is not shown.
        """
        await self._player.stop()
        wanted, self._stopped_in = object(), None
        self._wanted = wanted
        way = way or suiting(self._workspace, clip, preferences)
        found = await asyncio.to_thread(recording, self._workspace, clip, way)
        self._media = found
        self._tell(
            Showing(state="opening", clip=clip, player="storyboard", length=found.story.length)
        )
        windowed = way.is_recorded and found.path is not None and await self._projector.works()
        if self._wanted is wanted:
            self._way = way if windowed else replace(way, form="storyboard")
            await self._set(clip, preferences)
            await self._player.open(found)

    async def _set(self, clip: str, preferences: Preferences) -> None:
        """Captions as they were left, or as they suit him; the sound where this machine has it."""
        on, larger = self._captions or ("captions" in preferences.suits, False)
        self._setting = True
        try:
            await self._player.captions(on)
            await self._player.larger(larger)
            await self._player.delay(self._sound.of(clip))
        finally:
            self._setting = False

    def _pass_over(self) -> None:
        """What is being got ready is not wanted any more."""
        self._wanted = None
        if self.showing and self.showing.state == "opening":
            self._tell(replace(self.showing, state="closed", hidden=True))

    async def toggle(self) -> None:
        """Pause, or go on; a clip that is getting ready is left to it."""
        if not self.showing or self.showing.state != "opening":
            await self.wish("toggle")

    async def pause(self) -> None:
        """Stand still."""
        await self._player.pause()

    async def wish(self, wish: str) -> None:
        """What a key asks for, here or inside the player's window: see `player.controls`."""
        if self.showing and self._media:
            await obey(self._player, wish, self.showing, self._media.story)

    async def stop(self) -> Watched | None:
        """Put the clip away; what was shown of it, or None when nothing was."""
        self._pass_over()
        await self._player.stop()
        showing, self.showing = self.showing, None
        if not showing or not showing.ranges:
            return None
        form, version = self._way.form, self._way.version
        return Watched(form=form, version=version, ranges=showing.ranges, length=showing.length)

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
        await self._projector.close()

    @property
    def _player(self) -> Player:
        return (self._projector.player if self._way.is_recorded else None) or self._storyboard

    def _report(self, showing: Showing) -> None:
        if self._setting:  # of the clip before, which is over
            return
        if showing.player == "storyboard":
            self._way = replace(self._way, form="storyboard")
        if not showing.over:
            self._captions = (showing.captions, showing.larger)
        if not showing.over and showing.player != "storyboard":
            self._sound.keep(showing.clip, showing.delay_ms)
        self._tell(showing)
        self._stop_at_choice(showing)

    def _stop_at_choice(self, now: Showing) -> None:
        """Stand still when the words before the choice were shown, not when they were jumped.

        Once for each stretch that was shown: going on from there is a stretch of its own.
        """
        choice = self._media.story.choice if self._media else None
        if not self.stops_at_choice or choice is None or now.state != "playing" or not now.ranges:
            return
        stretch = (len(now.ranges), now.ranges[-1].start)
        if now.ranges[-1].start < choice <= now.at and stretch != self._stopped_in:
            self._stopped_in = stretch
            self._stopping = asyncio.create_task(self._player.pause())

    def _tell(self, showing: Showing) -> None:
        self.showing = showing
        if self.on_showing is not None:
            self.on_showing(showing)
