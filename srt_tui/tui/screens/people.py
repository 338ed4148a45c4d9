"""The caseload: who is seen, and what is due."""

from textual.app import ComposeResult
from textual.widgets import Static

from srt_tui.tui.face import Face


class People(Face[None]):
    """Everybody on the books."""

    words = "People"

    def body(self) -> ComposeResult:
        """Nobody yet."""
        yield Static("Nobody yet.", classes="lead", markup=False)
