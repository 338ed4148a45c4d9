"""Exercises by sessions, as many sessions side by side as fit, with a sign where there are more."""

from collections.abc import Iterable
from itertools import repeat

from srt_tui.domain.visits import Grid
from srt_tui.present import history as said
from srt_tui.tui.widgets.table import Table

CELL, NAME = 8, 30


def in_line(cells: Iterable[str], *widths: int) -> str:
    """Cells side by side as one text: the table draws each of its own cells apart, and slowly.

    The last one is as long as it is; those before it have `widths`, or all are as wide as `CELL`.
    """
    wide = [*widths, 0] if widths else repeat(CELL)
    return "".join(f"{cell:<{width}}" for cell, width in zip(cells, wide, strict=False))


class VisitsGrid(Table):
    """The grid of History: one row to an exercise, one column to a session."""

    def draw(self, grid: Grid, column: int, row: int, width: int) -> None:
        """Those sessions that fit, the chosen one among them, with the cursor on this exercise."""
        shown = said.window(column, len(grid.columns), max(1, (width - NAME - 1) // CELL))
        dates = [said.heading(grid.columns[p], chosen=p == column) for p in shown]
        self.recolumn((said.beyond(len(grid.columns), shown), NAME), (in_line(dates), 0))
        rows = (said.grid_row(grid, place, shown) for place in range(len(grid.rows)))
        self.fill([(name, in_line(cells)) for name, *cells in rows], row)
