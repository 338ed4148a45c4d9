"""The story on the page in sight: played in a window or told here, or read at his own pace."""

from collections.abc import Callable
from typing import Literal, TypeAlias, assert_never

from msgspec.structs import asdict

from srt_tui.domain.pages import ClipPage
from srt_tui.domain.playback import Readiness, Showing, Story
from srt_tui.domain.views import Needs, StoryPutAway, StoryRead, StoryShown, StoryWaits
from srt_tui.domain.ways import Way
from srt_tui.workflow.deliver import verbs
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.reading import StoryReading
from srt_tui.workflow.deliver.theatre import Theatre, Watched
from srt_tui.workflow.workspace import Workspace

StoryState: TypeAlias = Literal[
    "idle", "aloud", "opening", "playing", "paused", "reading", "ended", "closed", "failed", "over"
]
"""Not begun (`aloud` where it will be read out), under way, or at an end; `over` is put away."""
UNDER_WAY: tuple[StoryState, ...] = ("opening", "playing", "paused")


class StoryDesk:
    """Shows the story of the page, and keeps what was shown of it."""

    def __init__(
        self,
        workspace: Workspace,
        session: LiveSession,
        changed: Callable[[Showing | None], None],
    ) -> None:
        self._workspace = workspace
        self._session = session
        self._changed = changed
        self._theatre = Theatre(workspace)
        self._theatre.on_showing = changed
        self._readiness: Readiness | None = None
        self._way: tuple[str, Way] | None = None
        self._reading: StoryReading | None = None
        self._seen: dict[str, float] = {}
        self._due: list[Watched] = []  # put away, and not kept yet

    @property
    def state(self) -> StoryState:
        """How the story of this page stands."""
        if self._reading:
            return "reading"
        if self.showing:
            return self.showing.state
        page = self._session.page
        if isinstance(page, ClipPage) and page.clip in self._seen:
            return "over"
        return "aloud" if self._session.draft.plan.reads_aloud else "idle"

    @property
    def showing(self) -> Showing | None:
        """What the player shows of this page's story."""
        showing, page = self._theatre.showing, self._session.page
        ours = showing and isinstance(page, ClipPage) and showing.clip == page.clip
        return showing if ours else None

    @property
    def moment(self) -> float | None:
        """Where in the story we are, in seconds; None when it is not open."""
        return self.showing.at if self.showing and self.state in UNDER_WAY else None

    def view(self, page: ClipPage) -> StoryWaits | StoryShown | StoryRead | StoryPutAway:
        """The story as it stands."""
        if self._reading:
            read = self._reading
            return StoryRead(page=page, leaf=read.leaf, place=read.place, of=len(read.leaves))
        if self.showing:
            return StoryShown(
                page=page,
                showing=self.showing,
                story=self._story(page),
                at_choice=self._theatre.at_choice,
            )
        if page.clip in self._seen:
            return StoryPutAway(page=page, at=self._seen[page.clip])
        return StoryWaits(page=page, readiness=self._readiness, aloud=self.state == "aloud")

    async def find(self, page: ClipPage) -> None:
        """Look whether there is a recording; the page says so when it is told here."""
        self._readiness = None
        self._readiness = await self._theatre.look(page.clip, self._session.preferences)
        self._changed(None)

    async def play(self, page: ClipPage) -> None:
        """Play, pause, or go on; a story that was put away, or never came up, begins again."""
        if self.showing and (self.showing.state != "failed" or self.showing.ranges):
            await self._theatre.toggle()
        elif self._session.draft.plan.reads_aloud:
            await self.read()
        else:
            await self._theatre.open(page.clip, self._session.preferences, self._chosen(page))

    async def read(self) -> None:
        """Read it from the start, at his own pace; what was played of it is kept."""
        await self.put_away()
        page = self._session.page
        if isinstance(page, ClipPage):
            chosen = self._chosen(page)
            version = chosen.version if chosen else self._session.preferences.version
            script = self._workspace.pack.clips[page.clip].worded(version)
            self._reading = StoryReading(script, self._theatre.story(page.clip, version), version)

    def turn(self, by: int) -> bool:
        """The next piece that is read, or the one before; False at either end, or not read."""
        return self._reading is not None and self._reading.turn(by)

    async def put_away(self) -> None:
        """Close it, and keep what was shown or read; raises SrtError when that was not saved."""
        page = self._session.page
        if self._reading and isinstance(page, ClipPage):
            self._due.append(self._reading.shown)
            self._seen[page.clip] = self._reading.shown.ranges[-1].end
            self._reading = None
        at = self.showing.at if self.showing else 0.0
        shown = await self._theatre.stop()
        if shown and isinstance(page, ClipPage):
            self._due.append(shown)
            self._seen[page.clip] = at
        while self._due:
            verbs.clip_shown(self._session, **asdict(self._due[0]))
            self._due.pop(0)

    async def pause(self) -> None:
        """Stand still."""
        if self.state in UNDER_WAY:
            await self._theatre.pause()

    async def hide(self) -> None:
        """Out of sight."""
        await self._theatre.hide()

    async def unhide(self) -> None:
        """In sight again, still paused."""
        if self.showing and self.showing.hidden:
            await self._theatre.show()

    async def wish(self, wish: str) -> None:
        """What a key asks of the player; a story that was put away can be told again."""
        page = self._session.page
        if self.showing:
            await self._theatre.wish(wish)
        elif isinstance(page, ClipPage) and wish == "again":
            await self._theatre.open(page.clip, self._session.preferences, self._chosen(page))

    def lacks(self, needs: Needs) -> bool:
        """Whether the story cannot be told so: its player cannot, or its script has no mark."""
        page, can = self._session.page, self._theatre.capabilities
        match needs:
            case "choice":
                return isinstance(page, ClipPage) and self._story(page).choice is None
            case "sound":
                return not can.sound
            case "own-window":
                return not can.own_window
            case _:
                assert_never(needs)

    def at_choice(self) -> bool:
        """Stand still at the choice point from now on, or play through; which it is."""
        self._theatre.stops_at_choice = not self._theatre.stops_at_choice
        return self._theatre.stops_at_choice

    def ways(self, page: ClipPage) -> tuple[Way, ...]:
        """In which ways it can be told here."""
        return self._theatre.ways(page.clip)

    async def tell(self, page: ClipPage, way: Way) -> None:
        """Tell it this way, from the start, and from now on."""
        await self.put_away()
        self._way = (page.clip, way)
        if way.form == "transcript":
            await self.read()
        else:
            await self._theatre.open(page.clip, self._session.preferences, way)

    def _chosen(self, page: ClipPage) -> Way | None:
        return self._way[1] if self._way and self._way[0] == page.clip else None

    async def close(self) -> None:
        """The player is gone."""
        self._theatre.on_showing = None
        await self._theatre.close()

    def _story(self, page: ClipPage) -> Story:
        return self._theatre.story(page.clip)
