"""A list of rows moved through with the arrow keys; a bar marks the row under the cursor."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.coordinate import Coordinate
from textual.strip import Strip
from textual.widgets import DataTable
from textual.widgets.data_table import RowKey


class Table(DataTable[Content], inherit_bindings=False):
    """A DataTable that leaves Enter to the screen and shows its cursor without colour."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home,ctrl+home", "scroll_top", show=False),
        Binding("end,ctrl+end", "scroll_bottom", show=False),
    ]

    def __init__(
        self,
        *columns: tuple[str, int],
        id: str | None = None,
        heading: bool = True,
        padding: int = 1,
    ) -> None:
        super().__init__(id=id, cursor_type="row", show_header=heading, cell_padding=padding)
        self._titles = columns
        self._shown: list[tuple[str | Content, ...]] = []

    def on_mount(self) -> None:
        """Lay out the columns."""
        self.recolumn(*self._titles)

    def recolumn(self, *columns: tuple[str, int]) -> None:
        """Other columns, each with a width; 0 takes what is left. The rows go."""
        self._titles, self._shown = columns, []
        self.clear(columns=True)
        for title, width in columns:
            self.add_column(Text(title), width=width or None)
        self.on_resize()

    def on_resize(self) -> None:
        """A column without a width takes what is left."""
        columns = self.ordered_columns
        spare = [c for c, (_, width) in zip(columns, self._titles, strict=True) if not width]
        fixed = sum(width + 2 * self.cell_padding for _, width in self._titles if width)
        for column in spare:
            column.auto_width = False
            column.width = max(4, self.size.width - fixed - 2 * self.cell_padding - 1)
        self.refresh()

    def fill(self, rows: Iterable[Sequence[str | Content]], at: int = 0) -> None:
        """Show these rows, with the cursor on row `at`; what is the same is not drawn again."""
        wanted = [tuple(row) for row in rows]
        before, self._shown = self._shown, wanted
        if len(before) == len(wanted):
            for row, (old, new) in enumerate(zip(before, wanted, strict=True)):
                for column, (was, cell) in enumerate(zip(old, new, strict=True)):
                    if was != cell:
                        self.update_cell_at(Coordinate(row, column), _plain(cell))
        else:
            self.clear()
            self.add_rows([[_plain(cell) for cell in row] for row in wanted])
        if self.row_count:
            self.move_cursor(row=max(0, min(at, self.row_count - 1)))

    def _update_dimensions(self, new_rows: Iterable[RowKey]) -> None:  # noqa: ARG002 - Textual's own signature
        """Every column has a width of ours: a thousand cells need not be measured."""
        super()._update_dimensions(())

    @property
    def chosen(self) -> int:
        """The row under the cursor; -1 when there is none."""
        return self.cursor_row if self.row_count else -1

    def render_line(self, y: int) -> Strip:
        """The line, with a bar at the left of the row under the cursor."""
        strip = super().render_line(y)
        row = y + self.scroll_offset.y - (1 if self.show_header else 0)
        if y < (1 if self.show_header else 0) or row != self.chosen:
            return strip
        first = next(iter(strip), Segment(""))
        return Strip.join([Strip([Segment("▌", first.style)]), strip.crop(1)])


def _plain(cell: str | Content) -> Content:
    """A cell as it stands, never as markup."""
    return Content(cell) if isinstance(cell, str) else cell
