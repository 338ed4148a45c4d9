"""The keys of one screen, exactly."""

from collections.abc import Sequence

from textual.app import ComposeResult

from srt_tui.tui.commands import Command
from srt_tui.tui.screen import Dialog
from srt_tui.tui.widgets.reading import Part, Reading


class HelpPage(Dialog[None]):
    """Lists each command with its key and its sentence."""

    def __init__(self, about: str, commands: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._about = about
        self._lines = commands

    def body(self) -> ComposeResult:
        """One line to each command."""
        wide = max((len(shown) for shown, _ in self._lines), default=0)
        yield Reading(
            Part(f"  {shown:<{wide}}  {sentence}", marked=wide + 2, hang=wide + 4)
            for shown, sentence in self._lines
        )

    def on_mount(self) -> None:
        """Name the screen that is explained."""
        self.head(f"Keys · {self._about}" if self._about else "Keys")

    def everywhere(self) -> tuple[Command, ...]:
        """Help needs no help of its own."""
        return tuple(c for c in super().everywhere() if c.name not in ("help", "palette"))
