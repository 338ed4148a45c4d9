"""The story on the page in sight: played in a window or told here, or read at his own pace."""

from collections.abc import Callable

from srt_tui.domain.pages import ClipPage
from srt_tui.domain.playback import Readiness, Showing, Story
from srt_tui.domain.ways import Way
from srt_tui.present.session import story as said
from srt_tui.present.session.pages import PageView
from srt_tui.tui.commands import Command
from srt_tui.tui.screens import session_commands as keys
from srt_tui.tui.screens import session_controls as controls
from srt_tui.tui.screens.session_reading import Reading
from srt_tui.workflow.deliver import LiveSession
from srt_tui.workflow.watch import Shown, Theatre, keep
from srt_tui.workflow.workspace import Workspace

_ELSE: tuple[Command, ...] = (controls.OTHER_WAY, controls.OWN_TIME)
IDLE: tuple[Command, ...] = (keys.PLAY, keys.READ, keys.SKIP_IT, keys.WORDS, *_ELSE)
ALOUD: tuple[Command, ...] = (controls.READ_ALOUD, keys.SKIP_IT, keys.WORDS, *_ELSE)
OVER: tuple[Command, ...] = (keys.NEXT, controls.AGAIN, keys.READ, keys.WORDS, *_ELSE)
CLOSED: tuple[Command, ...] = (keys.NEXT, controls.PLAY_ON, *OVER[1:])
FAILED: tuple[Command, ...] = (
    controls.TRY_AGAIN, keys.READ, keys.SKIP_IT, keys.WORDS, controls.OTHER_WAY,
)  # fmt: skip
SHOWN: tuple[Command, ...] = (
    keys.PAUSE, controls.TEN_BACK, keys.READ, keys.SKIP_IT, *controls.CONTROLS[1:],
    controls.OTHER_WAY, keys.STOP_CLIP, keys.WORDS,
)  # fmt: skip
PAUSED: tuple[Command, ...] = (controls.GO_ON, *SHOWN[1:])


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
        self._reading: Reading | None = None
        self._seen: dict[str, float] = {}
        self._due: list[Shown] = []  # put away, and not kept yet

    @property
    def aloud(self) -> bool:
        """Whether stories are read aloud today: by phone, or where no player is wished for."""
        return self._session.draft.plan.reads_aloud

    @property
    def reading(self) -> bool:
        """Whether the story is being read."""
        return self._reading is not None

    @property
    def showing(self) -> Showing | None:
        """What the player shows of this page's story."""
        showing, page = self._theatre.showing, self._session.page
        return (
            showing
            if showing and isinstance(page, ClipPage) and showing.clip == page.clip
            else None
        )

    @property
    def running(self) -> bool:
        """Whether it is under way."""
        return self.showing is not None and not self.showing.over

    @property
    def moment(self) -> float | None:
        """Where in the story we are, in seconds; None when it is not open."""
        return self.showing.at if self.showing and self.running else None

    def view(self, page: ClipPage, heading: str) -> PageView:
        """The story as it stands."""
        if self._reading:
            leaf, place, of = self._reading.leaf, self._reading.place, len(self._reading.leaves)
            return said.reading(page, leaf, place, of, heading)
        if page.clip in self._seen and not self.showing:
            return said.after(page, self._seen[page.clip], heading)
        if self.showing:
            at_choice = self._theatre.at_choice
            return said.during(page, self.showing, self._story(page), heading, at_choice=at_choice)
        return said.before(page, self._readiness, heading, aloud=self.aloud)

    def commands(self) -> tuple[Command, ...]:
        """What can be done with it now."""
        if self.reading:
            return keys.NEXT, keys.WORDS, keys.STOP_CLIP
        if self.showing and self.running:
            return PAUSED if self.showing.state == "paused" else SHOWN
        page = self._session.page
        state = self.showing.state if self.showing else ""
        if state in ("closed", "failed"):
            return CLOSED if state == "closed" else FAILED
        if self.showing or (isinstance(page, ClipPage) and page.clip in self._seen):
            return OVER
        return ALOUD if self.aloud else IDLE

    async def find(self, page: ClipPage) -> None:
        """Look whether there is a recording; the page says so when it is told here."""
        self._readiness = None
        self._readiness = await self._theatre.look(page.clip, self._session.preferences)
        self._changed(None)

    async def play(self, page: ClipPage) -> None:
        """Play, pause, or go on; a story that was put away, or never came up, begins again."""
        if self.showing and (self.showing.state != "failed" or self.showing.ranges):
            await self._theatre.toggle()
        elif self.aloud:
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
            self._reading = Reading(script, self._theatre.story(page.clip, version), version)

    def turn(self, _: ClipPage, by: int) -> bool:
        """The next piece, or the one before; False at either end."""
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
            keep(self._session, self._due[0])
            self._due.pop(0)

    async def pause(self) -> None:
        """Stand still."""
        if self.running:
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

    def lacks(self, needs: str) -> bool:
        """Whether the story cannot be told so: its player cannot, or its script has no mark."""
        if needs == "choice":
            page = self._session.page
            return isinstance(page, ClipPage) and self._story(page).choice is None
        can = self._theatre.capabilities
        return not {"": True, "sound": can.sound, "own_window": can.own_window}[needs]

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
