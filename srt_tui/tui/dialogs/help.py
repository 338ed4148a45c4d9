"""The keys of one screen, exactly."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from srt_tui.tui.commands import Command
from srt_tui.tui.face import Dialog


class HelpPage(Dialog[None]):
    """Lists each command with its key and its sentence."""

    def __init__(self, about: str, commands: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._about = about
        self._lines = commands

    def body(self) -> ComposeResult:
        """One line to each command."""
        wide = max((len(shown) for shown, _ in self._lines), default=0)
        lines = (
            Content.assemble((f"  {shown:<{wide}}  ", "bold $mark"), sentence)
            for shown, sentence in self._lines
        )
        with VerticalScroll():
            yield Static(Content("\n").join(lines))

    def on_mount(self) -> None:
        """Name the screen that is explained."""
        self.head(f"Keys · {self._about}" if self._about else "Keys")

    def everywhere(self) -> tuple[type[Command], ...]:
        """Help needs no help of its own."""
        return tuple(c for c in super().everywhere() if c.name not in ("help", "palette"))
