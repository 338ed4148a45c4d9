"""Rows in columns, moved through with the arrow keys."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from srt_tui.tui.widgets.lines import WIDE
from srt_tui.tui.widgets.long_list import LongList
from srt_tui.tui.widgets.reading import Part, cut_to, wrapped_parts

GAP = "  "
_ROUND = 2
"""Columns that the bar on the left and the sign on the right take."""


class Table(LongList):
    """A list whose lines are cells side by side; a column of width 0 takes what is left.

    Textual's own table draws each cell apart, and takes several times as long to open; so do two
    widgets side by side. Where it is wide, lines to read stand `beside` it on its left half; what
    there is no room for is left off with a sign.
    """

    COMPONENT_CLASSES = {"table--strong", "table--quiet"}

    def __init__(
        self,
        *columns: tuple[str, int],
        id: str | None = None,
        heading: bool = True,
        beside: Iterable[Part] = (),
    ) -> None:
        super().__init__("".join(title for title, _ in columns) if heading else "", id=id)
        self._parts = tuple(beside)
        self._beside: list[Part] = []
        self._titles = [title for title, _ in columns]
        self._widths = [width for _, width in columns]
        self._rows: list[Sequence[str]] = []

    def fill(self, rows: Iterable[Sequence[str]], at: int = 0) -> None:
        """Show these rows, with the cursor on row `at`; what is the same is not drawn again."""
        before, self._rows = self._rows, list(rows)
        top, place = self._top, self._place
        self._count = len(self._rows)
        self._choose(at)
        if len(before) != self._count or self._top != top:
            self.refresh()
            return
        pairs = enumerate(zip(before, self._rows, strict=True))
        changed = {row for row, (old, new) in pairs if old != new}
        if self._place != place:
            changed |= {place, self._place}
        if changed:
            self._draw(*changed)

    @property
    def _left(self) -> int:
        return self.size.width // 2 if self._parts and self.size.width >= WIDE else 0

    @property
    def columns(self) -> int:
        """What the left half leaves."""
        return self.size.width - self._left

    def render_lines(self, crop: Region) -> list[Strip]:
        """Both halves."""
        if wide := max(0, self._left - 1):
            lines = [*wrapped_parts(self._parts, wide)]
            self._beside = cut_to(lines, self.size.height, wide)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line, behind what stands beside it."""
        right = super().render_line(y)
        if not self._left:
            return right
        text, look, *_ = self._beside[y] if y < len(self._beside) else Part("")
        style = self.style_of(f"table--{look}" if look else "")
        return Strip([Segment(set_cell_size(text, self._left), style), *right], self.size.width)

    def line(self, place: int) -> str:
        """The cells of a row."""
        return self._cells(self._rows[place])

    def head(self) -> str:
        """The titles over their columns."""
        return self._cells(self._titles)

    def _cells(self, cells: Sequence[str]) -> str:
        """One line; what is too wide for its column ends in dots."""
        gaps = len(GAP) * (len(cells) - 1)
        left = max(1, self.columns - _ROUND - gaps - sum(self._widths))
        pairs = zip(cells, self._widths, strict=True)
        return GAP.join(fitted(cell, width or left) for cell, width in pairs)


def fitted(text: str, width: int) -> str:
    """The text in exactly so many columns."""
    if cell_len(text) > width:
        return f"{set_cell_size(text, width - 1)}…"
    return set_cell_size(text, width)
