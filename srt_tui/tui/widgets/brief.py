"""A few lines that change often: only the lines that differ are drawn again."""

import textwrap
from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class BriefLines(Widget):
    """Lines wrapped to the width; what does not fit is left off with a sign."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words: tuple[str, ...] = ()
        self._wrapped: list[str] = []

    def show(self, words: Sequence[str]) -> None:
        """Show these lines."""
        self._words = tuple(words)
        self._wrap()

    def on_resize(self, _: events.Resize) -> None:
        """Wrap anew."""
        self._wrap()

    def _wrap(self) -> None:
        width, height = self.content_size
        if not width:
            return
        wrapped = [line for words in self._words for line in textwrap.wrap(words, width) or [""]]
        if len(wrapped) > height:
            wrapped = [*wrapped[: height - 1], f"{wrapped[height - 1][: width - 2]} …"]
        before, self._wrapped = self._wrapped, wrapped
        for row in range(max(len(before), len(wrapped))):
            if before[row : row + 1] != wrapped[row : row + 1]:
                self.refresh(Region(0, row, width, 1))

    def render_line(self, y: int) -> Strip:
        """One line, in the colours of the widget."""
        words = self._wrapped[y] if y < len(self._wrapped) else ""
        width = self.content_size.width
        return Strip([Segment(words, self.rich_style)]).adjust_cell_length(width, self.rich_style)
