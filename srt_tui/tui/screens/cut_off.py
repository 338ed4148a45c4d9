"""A session that was cut off or stopped: go on where it stopped, or close it and start afresh."""

from textual.app import ComposeResult
from textual.widgets import Static

from srt_tui.present import prepare as said
from srt_tui.tui import navigation
from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.screen import AppScreen
from srt_tui.workflow.prepare import Preparing

GO_ON = Command(
    "go_on", "enter", "Go on", "Go on where the session stopped.", footer=True, writes=True,
)  # fmt: skip
START_AFRESH = Command(
    "start_afresh", "f", "Start afresh", "Leave that session as it stands and plan a new one.",
    footer=True, writes=True,
)  # fmt: skip


class CutOffPage(AppScreen[None]):
    """Offers back what was cut off."""

    commands = (GO_ON, START_AFRESH, BACK)

    def __init__(self, preparing: Preparing) -> None:
        super().__init__()
        self._preparing = preparing

    def body(self) -> ComposeResult:
        """When it was, and what is kept."""
        draft = self._preparing.left_off
        words = said.cut_off(draft, self.workspace.pack) if draft else ""
        yield Static(words, classes="lead", markup=False)

    def on_mount(self) -> None:
        """Whose it is."""
        self.head(f"Cut off · {self._preparing.reference}")

    @property
    def in_hand(self) -> str:
        """Whose it is."""
        return self._preparing.reference

    def do_go_on(self) -> None:
        """The session as it was."""
        navigation.session(self.srt, self._preparing.go_on())

    def do_start_afresh(self) -> None:
        """A new plan."""
        self._preparing.start_afresh()
        again = Preparing(self.workspace, self._preparing.reference)
        navigation.plan(self.srt, again, instead=True)

    def do_back(self) -> None:
        """Back to the caseload; it stays as it is."""
        self.dismiss(None)
