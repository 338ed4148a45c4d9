"""The story on the page in sight: played in a window or told here, or read at his own pace."""

import asyncio
from collections.abc import Callable

from srt_tui.domain.entry import Range
from srt_tui.domain.pages import ClipPage
from srt_tui.domain.showing import Readiness, Showing, Story, told
from srt_tui.present import clip as said
from srt_tui.present.session import PageView
from srt_tui.tui.commands import Command
from srt_tui.tui.screens import session_commands as keys
from srt_tui.workflow.companion import Companion
from srt_tui.workflow.deliver import LiveSession
from srt_tui.workflow.watch import STEP_SECONDS, Shown, Theatre

IDLE: tuple[type[Command], ...] = (keys.Play, keys.Read, keys.SkipIt, keys.Words)
OVER: tuple[type[Command], ...] = (keys.Next, keys.Again, keys.Read, keys.Words)


class StoryDesk:
    """Shows the story of the page, and keeps what was shown of it."""

    def __init__(
        self,
        companion: Companion,
        session: LiveSession,
        changed: Callable[[Showing | None], None],
    ) -> None:
        self._companion = companion
        self._session = session
        self._changed = changed
        self._theatre = Theatre(companion)
        self._theatre.on_showing = changed
        self._readiness: Readiness | None = None
        self._leaf = -1
        self._furthest = -1
        self._seen: dict[str, float] = {}
        self._due: list[Shown] = []  # put away, and not kept yet

    @property
    def reading(self) -> bool:
        """Whether the story is being read."""
        return self._leaf >= 0

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
        if self.reading:
            leaves = self._leaves(page)
            return said.reading(page, leaves[self._leaf], self._leaf + 1, len(leaves), heading)
        if page.clip in self._seen and not self.showing:
            return said.after(page, self._seen[page.clip], heading)
        if self.showing:
            return said.during(page, self.showing, self._story(page), heading)
        return said.before(page, self._readiness, heading)

    def commands(self) -> tuple[type[Command], ...]:
        """What can be done with it now."""
        if self.reading:
            return keys.Next, keys.Words, keys.StopClip
        if self.running:
            return (*keys.WHILE_PLAYING, keys.Words)
        page = self._session.page
        seen = isinstance(page, ClipPage) and page.clip in self._seen
        return OVER if self.showing or seen else IDLE

    async def find(self, page: ClipPage) -> None:
        """Look whether there is a recording; the page says so when it is told here."""
        preferences = self._session.preferences
        self._readiness = await asyncio.to_thread(self._theatre.readiness, page.clip, preferences)
        self._changed(None)

    async def play(self, page: ClipPage) -> None:
        """Play, pause, or go on; a story that was put away begins again."""
        if self.showing and self.showing.state != "failed":
            await self._theatre.toggle()
        else:
            await self._theatre.open(page.clip, self._session.preferences)

    async def read(self) -> None:
        """Read it from the start, at his own pace; what was played of it is kept."""
        await self.put_away()
        self._leaf = self._furthest = 0

    def turn(self, page: ClipPage, by: int) -> bool:
        """The next piece, or the one before; False at either end."""
        to = self._leaf + by
        if not 0 <= to < len(self._leaves(page)):
            return False
        self._leaf = to
        self._furthest = max(self._furthest, to)
        return True

    async def put_away(self) -> None:
        """Close it, and keep what was shown or read; raises SrtError when that was not saved."""
        page = self._session.page
        if self.reading and isinstance(page, ClipPage):
            leaves, self._leaf = self._leaves(page)[: self._furthest + 1], -1
            ranges = (Range(start=0.0, end=leaves[-1].end),)
            length = self._story(page).length
            self._due.append(Shown(form="transcript", ranges=ranges, length=length))
            self._seen[page.clip] = leaves[-1].end
        at = self.showing.at if self.showing else 0.0
        shown = await self._theatre.stop()
        if shown and isinstance(page, ClipPage):
            self._due.append(shown)
            self._seen[page.clip] = at
        while self._due:
            self._session.clip_shown(self._due[0].form, self._due[0].ranges, self._due[0].length)
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

    async def seek(self, by: int) -> None:
        """Ten seconds back (negative) or on."""
        await self._theatre.jump(by * STEP_SECONDS)

    async def again(self) -> None:
        """Once more from the start."""
        page = self._session.page
        if self.showing:
            await self._theatre.again()
        elif isinstance(page, ClipPage):
            await self._theatre.open(page.clip, self._session.preferences)

    async def scene(self, by: int) -> None:
        """The scene before (negative) or the next one."""
        await self._theatre.scene(by)

    async def speed(self, by: int) -> None:
        """Slower (negative) or faster."""
        await self._theatre.speed(by)

    async def captions(self) -> None:
        """On or off."""
        await self._theatre.captions()

    async def close(self) -> None:
        """The player is gone."""
        self._theatre.on_showing = None
        await self._theatre.close()

    def _story(self, page: ClipPage) -> Story:
        media = self._theatre.media
        if media and media.clip == page.clip:
            return media.story
        return told(self._companion.pack.clips[page.clip])

    def _leaves(self, page: ClipPage) -> tuple[said.Leaf, ...]:
        clip = self._companion.pack.clips[page.clip]
        return said.leaves(clip, self._story(page), self._session.preferences.version)
