"""What to do when somebody may not be safe: the pack's own page, word for word."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from srt_tui.tui.commands import Command
from srt_tui.tui.face import Dialog


class SafetyPage(Dialog[None]):
    """The safety page of the pack."""

    words = "Safety"

    def body(self) -> ComposeResult:
        """Section after section."""
        with VerticalScroll():
            for section in self.companion.pack.safety.sections:
                yield Static(section.title, classes="heading", markup=False)
                yield Static(section.body, markup=False)

    def everywhere(self) -> tuple[type[Command], ...]:
        """All but itself."""
        return tuple(c for c in super().everywhere() if c.name != "safety")
