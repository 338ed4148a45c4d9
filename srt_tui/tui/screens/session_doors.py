"""From the shared screen to what is not on it: private face, safety; and his turn at the keys."""

from srt_tui.present.session import pages as said
from srt_tui.tui.screen import KeepSafety
from srt_tui.tui.screens.private import PrivatePage
from srt_tui.tui.screens.session_watching import WatchingFace
from srt_tui.workflow.deliver import LiveSession


class SharedFace(WatchingFace):
    """The shared screen and its doors."""

    def __init__(self, session: LiveSession) -> None:
        super().__init__(session)
        self.handed = False

    def do_hand_over(self) -> None:
        """The keys are his, or the practitioner's again."""
        self.handed = not self.handed
        self.show()
        self.say(said.HANDED if self.handed else said.HANDED_BACK)

    def head(self, words: str, state: str = "") -> None:
        """Whose keys they are, while they are his."""
        told = (said.YOURS,) if self.handed else ()
        super().head(words, " · ".join((*told, state) if state else told))

    def do_private(self) -> None:
        """The private face, over this one."""
        self.srt.push_screen(PrivatePage(self.session))

    def do_log_sign(self) -> None:
        """The private face, at the signs."""
        self.srt.push_screen(PrivatePage(self.session, "sign"))

    def do_log_move(self) -> None:
        """The private face, at the moves."""
        self.srt.push_screen(PrivatePage(self.session, "move"))

    @property
    def keeps_safety(self) -> KeepSafety:
        """For this session."""
        return self.session.aside.safety

    def stand_still(self) -> None:
        """A story too."""
        self.run_worker(self.desk.pause())
