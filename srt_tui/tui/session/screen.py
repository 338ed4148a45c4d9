"""The shared screen: what two people look at, one idea at a time. Nothing private is on it."""

from typing import Literal

from srt_tui.domain.playback import Showing
from srt_tui.present.session.pages import YOURS, PageView, aloud
from srt_tui.present.session.together import drawn
from srt_tui.tui.commands import Command
from srt_tui.tui.screen import KeepSafety
from srt_tui.tui.session import keys
from srt_tui.tui.session.asking import AskingScreen
from srt_tui.tui.session.close import CloseScreen
from srt_tui.tui.session.private import PrivateScreen
from srt_tui.tui.session.rows import TALKING
from srt_tui.workflow.deliver.conversation import Conversation
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.private import PrivateLog


class SessionScreen(AskingScreen):
    """A running session, page after page, drawn from the together view alone."""

    commands = TALKING
    talk: Conversation

    def __init__(self, session: LiveSession) -> None:
        super().__init__()
        self.session = session

    def on_mount(self) -> None:
        """The page the session stands at."""
        self.talk = Conversation(self.workspace, self.session, self._showing)
        self.show()

    def view(self) -> PageView:
        """The together view."""
        return drawn(self.talk.together)

    def ended(self) -> None:
        """He has gone, or is about to: the practitioner's own part."""
        self.srt.switch_screen(CloseScreen(self.session))

    @property
    def in_between(self) -> bool:
        """Whether something is asked over the page."""
        return self.talk.interlude is not None

    @property
    def whose(self) -> str:
        """The session's."""
        return self.session.reference

    def head(self, words: str, state: str = "") -> None:
        """Whose keys they are, while they are his."""
        yours = (YOURS,) if self.talk.handed else ()
        super().head(words, " · ".join((*yours, state) if state else yours))

    def everywhere(self) -> tuple[Command, ...]:
        """All of it, with safety kept out of the key line."""
        return keys.TOGETHER

    # The story

    def _showing(self, showing: Showing | None) -> None:
        """The player has something to say."""
        if showing and showing.hidden and self.srt.face is self:
            self.srt.do_hide()
        elif showing and showing.state == "playing" and isinstance(self.srt.face, PrivateScreen):
            self.srt.face.dismiss(None)
        if self.is_mounted and not self.in_between:
            self.show()

    def stand_still(self) -> None:
        """Something comes first."""
        self.run_worker(self.talk.story.pause())

    def covered(self) -> None:
        """Hidden: the story and the voice too."""
        self.run_worker(self.talk.hide())

    def on_screen_resume(self) -> None:
        """In sight again, the story still standing."""
        self.refresh_keys()
        self.run_worker(self.talk.story.unhide())

    async def on_unmount(self) -> None:
        """The player and the voice go with the screen."""
        await self.talk.close()

    # Read out

    async def do_speak(self) -> None:
        """Read what stands there; a story that plays stands still."""
        await self.talk.speak(aloud(self.page.shown))

    def takes(self, key: str) -> bool:
        """The next key makes it quiet."""
        if self.talk.reader.speaking and key != keys.SPEAK.key:
            self.run_worker(self.talk.reader.stop())
        return super().takes(key)

    # Doors

    def _open_private(self, begin: Literal["", "sign", "move"] = "") -> None:
        self.srt.push_screen(PrivateScreen(self.talk, begin))

    def do_private(self) -> None:
        """The private face, over this one."""
        self._open_private()

    def do_log_sign(self) -> None:
        """The private face, at the signs."""
        self._open_private("sign")

    def do_log_move(self) -> None:
        """The private face, at the moves."""
        self._open_private("move")

    @property
    def keeps_safety(self) -> KeepSafety:
        """For this session."""
        return PrivateLog(self.session).safety
