"""A page of lines to read, scrolled with the arrow keys."""

from collections.abc import Sequence

from textual.app import ComposeResult

from srt_tui.tui.screen import Dialog
from srt_tui.tui.widgets.reading import Part, Reading


class TextPage(Dialog[None]):
    """Lines as they are; `strong` says which stand out."""

    def __init__(self, about: str, lines: Sequence[str], *, strong: Sequence[int] = ()) -> None:
        super().__init__()
        self._about, self._lines, self._strong = about, lines, frozenset(strong)

    def body(self) -> ComposeResult:
        """One line after another."""
        yield Reading(
            Part(line, "strong" if place in self._strong else "")
            for place, line in enumerate(self._lines)
        )

    def on_mount(self) -> None:
        """What it is about."""
        self.head(self._about)
