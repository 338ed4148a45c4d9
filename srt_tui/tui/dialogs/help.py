"""The keys of one screen, exactly."""

import textwrap
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from srt_tui.tui.commands import Command
from srt_tui.tui.face import Dialog


class Entries(Widget):
    """Each key with its sentence; a sentence of several lines stays to the right of its key."""

    def __init__(self, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._entries = entries
        self._indent = max((len(shown) for shown, _ in entries), default=0) + 4

    def render(self) -> Content:
        """As it fits the width."""
        return self._laid_out(self.size.width)

    def get_content_height(self, _: Size, __: Size, width: int) -> int:
        """As many lines as that takes."""
        return self._laid_out(width).plain.count("\n") + 1

    def _laid_out(self, width: int) -> Content:
        room = max(1, width - self._indent)
        joint = "\n" + " " * self._indent
        return Content("\n").join(
            Content.assemble(
                (f"  {shown}".ljust(self._indent), "bold $mark"),
                joint.join(textwrap.wrap(sentence, room)),
            )
            for shown, sentence in self._entries
        )


class HelpPage(Dialog[None]):
    """Lists each command with its key and its sentence."""

    def __init__(self, about: str, commands: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._about = about
        self._lines = commands

    def body(self) -> ComposeResult:
        """One line to each command."""
        with VerticalScroll():
            yield Entries(self._lines)

    def on_mount(self) -> None:
        """Name the screen that is explained."""
        self.head(f"Keys · {self._about}" if self._about else "Keys")

    def everywhere(self) -> tuple[type[Command], ...]:
        """Help needs no help of its own."""
        return tuple(c for c in super().everywhere() if c.name not in ("help", "palette"))
