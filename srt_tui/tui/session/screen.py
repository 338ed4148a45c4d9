"""The shared screen: what two people look at, one idea at a time. Nothing private is on it."""

from srt_tui.domain.playback import Showing
from srt_tui.present.session.pages import PageView
from srt_tui.present.session.together import drawn
from srt_tui.tui.commands import Command
from srt_tui.tui.session import keys
from srt_tui.tui.session.asking import AskingScreen
from srt_tui.tui.session.close import CloseScreen
from srt_tui.tui.session.doors import Doors
from srt_tui.tui.session.private import PrivateScreen
from srt_tui.tui.session.rows import TALKING
from srt_tui.tui.session.sharing import Sharing
from srt_tui.workflow.deliver.conversation import Conversation
from srt_tui.workflow.deliver.live import LiveSession


class SessionScreen(AskingScreen):
    """A running session, page after page, drawn from the together view alone."""

    commands = TALKING
    talk: Conversation

    def __init__(self, session: LiveSession) -> None:
        super().__init__(session)
        self.parts = (Doors(self),)

    def on_mount(self) -> None:
        """The page the session stands at."""
        self.talk = Conversation(self.workspace, self.session, self._showing)
        self.room = Sharing(self, self.workspace.room)
        self.run_worker(self.room.open())
        self.show()

    def show(self) -> None:
        """Here and in the room window."""
        super().show()
        self.room.show()

    def view(self) -> PageView:
        """The together view."""
        return drawn(self.talk.together)

    def ended(self) -> None:
        """He has gone, or is about to: the practitioner's own part."""
        self.srt.switch_screen(CloseScreen(self.session))

    def everywhere(self) -> tuple[Command, ...]:
        """All of it, with safety kept out of the key line."""
        return keys.TOGETHER

    def _showing(self, showing: Showing | None) -> None:
        """The player has something to say."""
        if showing and showing.hidden and self.srt.face is self:
            self.srt.do_hide()
        elif showing and showing.state == "playing" and isinstance(self.srt.face, PrivateScreen):
            self.srt.face.dismiss(None)
        if self.is_mounted and not self.talk.in_between:
            self.show()

    def stand_still(self) -> None:
        """Something comes first."""
        self.run_worker(self.talk.story.pause())

    def covered(self) -> None:
        """Hidden: the story and the voice too."""
        self.room.blank()
        self.run_worker(self.talk.hide())

    def on_screen_resume(self) -> None:
        """In sight again, the story still standing."""
        self.room.show()
        self.run_worker(self.talk.story.unhide())

    async def on_unmount(self) -> None:
        """The player and the voice go with the screen."""
        await self.room.close()
        await self.talk.close()

    def takes(self, key: str) -> bool:
        """The next key makes it quiet."""
        if self.talk.reader.speaking and key != keys.SPEAK.key:
            self.run_worker(self.talk.reader.stop())
        return super().takes(key)
