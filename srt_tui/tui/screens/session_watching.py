"""The shared screen with a story on it: the keys that play, read and put it away."""

from collections.abc import Sequence
from functools import partial

from srt_tui.domain.asking import Ask, Asking, asking
from srt_tui.domain.errors import SrtError
from srt_tui.domain.pages import ClipPage
from srt_tui.domain.playback import Showing
from srt_tui.domain.ways import Way
from srt_tui.present.common import not_kept
from srt_tui.present.session import story as said
from srt_tui.tui.commands import Command
from srt_tui.tui.screens.private import PrivatePage
from srt_tui.tui.screens.session_answering import AnsweringFace
from srt_tui.tui.screens.session_asking import Aside
from srt_tui.tui.screens.session_controls import NEEDS
from srt_tui.tui.screens.session_story import StoryDesk
from srt_tui.workflow.deliver import LiveSession
from srt_tui.workflow.watch import seen_again


class WatchingFace(AnsweringFace):
    """A session's screen, as far as its stories go."""

    def __init__(self, session: LiveSession) -> None:
        super().__init__()
        self.session = session

    @property
    def heading(self) -> str:
        """The stage's title."""
        return self.session.pack.stage(self.session.page.stage).title

    @property
    def whose(self) -> str:
        """The session's."""
        return self.session.reference

    @property
    def behind(self) -> bool:
        """The session's."""
        return self.session.behind

    def open_desk(self) -> None:
        """A desk of its own for the stories."""
        self.desk = StoryDesk(self.workspace, self.session, self._showing)

    async def on_unmount(self) -> None:
        """The player goes with the screen."""
        await self.desk.close()

    def _showing(self, showing: Showing | None) -> None:
        """The player has something to say."""
        if showing and showing.hidden and self.srt.face is self:
            self.srt.do_hide()
        elif showing and showing.state == "playing" and isinstance(self.srt.face, PrivatePage):
            self.srt.face.dismiss(None)
        if isinstance(self.session.page, ClipPage) and not self.aside and self.is_mounted:
            self.show()

    def why_not(self, command: Command) -> str:
        """Why the story that is open cannot be told so, too."""
        needs = NEEDS.get(command.name, "")
        return said.LACKS[needs] if self.desk.lacks(needs) else super().why_not(command)

    async def put_away(self) -> bool:
        """Put the story away; False, and said, when what was shown could not be saved."""
        try:
            await self.desk.put_away()
        except SrtError as error:
            self.not_saved(not_kept(error))
            return False
        return True

    async def do_play(self) -> None:
        """Play, pause, go on."""
        if isinstance(self.session.page, ClipPage):
            await self.desk.play(self.session.page)
            self.show()  # a story that is read out has no player to say so
            if self.desk.reading:
                self.show()

    async def do_ten_back(self) -> None:
        """Ten seconds back."""
        await self.desk.wish("back")

    async def do_ten_on(self) -> None:
        """Ten seconds on."""
        await self.desk.wish("on")

    async def do_scene_back(self) -> None:
        """The scene before."""
        await self.desk.wish("scene-back")

    async def do_scene_on(self) -> None:
        """The next scene."""
        await self.desk.wish("scene-on")

    async def do_again(self) -> None:
        """From the start."""
        await self.desk.wish("again")

    async def do_slower(self) -> None:
        """One step slower."""
        await self._set("slower")

    async def do_faster(self) -> None:
        """One step faster."""
        await self._set("faster")

    async def do_captions(self) -> None:
        """Larger, off, on."""
        await self._set("captions")

    async def do_sound_sooner(self) -> None:
        """50 ms earlier."""
        await self._set("sooner")

    async def do_sound_later(self) -> None:
        """50 ms later."""
        await self._set("later")

    async def do_softer(self) -> None:
        """One step softer."""
        await self._set("softer")

    async def do_louder(self) -> None:
        """One step louder."""
        await self._set("louder")

    async def do_full(self) -> None:
        """The whole display."""
        await self._set("full")

    async def do_on_top(self) -> None:
        """Above all others."""
        await self._set("top")

    async def _set(self, wish: str) -> None:
        """Something that holds, and what it is now in the line of keys."""
        await self.desk.wish(wish)
        if self.desk.showing:
            self.say(said.now_set(wish, self.desk.showing))

    def do_at_choice(self) -> None:
        """Stand still there, or not."""
        self.say(said.STOPS_THERE if self.desk.at_choice() else said.PLAYS_THROUGH)

    async def do_other_way(self) -> None:
        """Ask which."""
        page = self.session.page
        if isinstance(page, ClipPage):
            await self.desk.pause()
            ways = self.desk.ways(page)
            ask = asking(Ask(kind="one", options=said.ways(ways)))
            view = partial(said.other_way, self.heading)
            self.ask_aside(Aside(asking=ask, view=view, done=partial(self._tell, page, ways)))

    def _tell(self, page: ClipPage, ways: Sequence[Way], answered: Asking) -> None:
        self.end_aside()
        chosen = answered.values[0]
        way = next((each for each in ways if said.way_key(each) == chosen), None)
        if way is not None:
            self.run_worker(self.desk.tell(page, way))

    def do_own_time(self) -> None:
        """Keep it."""
        page = self.session.page
        if isinstance(page, ClipPage) and self.settled(partial(seen_again, self.session)):
            self.say(said.KEPT_AGAIN)

    async def do_read(self) -> None:
        """Read it here."""
        await self.desk.read()
        self.show()

    async def do_stop_clip(self) -> None:
        """Put it away."""
        await self.put_away()
        self.show()

    def covered(self) -> None:
        """Hidden: the story too."""
        self.run_worker(self.desk.hide())

    def on_screen_resume(self) -> None:
        """In sight again, the story still standing."""
        self.refresh_keys()
        self.run_worker(self.desk.unhide())
