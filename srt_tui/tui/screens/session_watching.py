"""The shared screen with a story on it: the keys that play, read and put it away."""

from srt_tui.domain.errors import SrtError
from srt_tui.domain.pages import ClipPage
from srt_tui.domain.showing import Showing
from srt_tui.present.common import not_kept
from srt_tui.tui.screens.private import PrivatePage
from srt_tui.tui.screens.session_answering import AnsweringFace
from srt_tui.tui.screens.session_story import StoryDesk
from srt_tui.workflow.deliver import LiveSession


class WatchingFace(AnsweringFace):
    """A session's screen, as far as its stories go."""

    def __init__(self, session: LiveSession) -> None:
        super().__init__()
        self.session = session

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
        self.desk = StoryDesk(self.companion, self.session, self._showing)

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

    async def do_seek(self, key: str) -> None:
        """Ten seconds."""
        await self.desk.seek(-1 if key == "left" else 1)

    async def do_scene(self, key: str) -> None:
        """A scene."""
        await self.desk.scene(-1 if key == "up" else 1)

    async def do_again(self) -> None:
        """From the start."""
        await self.desk.again()

    async def do_speed(self, key: str) -> None:
        """Slower or faster."""
        await self.desk.speed(-1 if key == "minus" else 1)

    async def do_captions(self) -> None:
        """On or off."""
        await self.desk.captions()

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
