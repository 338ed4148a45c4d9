"""Exercises by sessions, as many sessions side by side as fit, with a sign where there are more."""

from collections.abc import Iterable
from itertools import repeat

from srt_tui.domain.visits import Grid
from srt_tui.present import history as said
from srt_tui.tui.widgets.long_list import LongList

CELL, NAME = 8, 29


def in_line(cells: Iterable[str], *widths: int) -> str:
    """Cells side by side; the last is as long as it is.

    Those before it have `widths`, or all are as wide as `CELL`.
    """
    wide = [*widths, 0] if widths else repeat(CELL)
    return "".join(f"{cell:<{width}}" for cell, width in zip(cells, wide, strict=False))


class VisitsGrid(LongList):
    """The grid of History: one row to an exercise, one column to a session."""

    def draw(self, grid: Grid, column: int, row: int, width: int) -> None:
        """Those sessions that fit, the chosen one among them, with the cursor on this exercise."""
        shown = said.window(column, len(grid.columns), max(1, (width - NAME - 2) // CELL))
        dates = [said.heading(grid.columns[p], chosen=p == column) for p in shown]
        beyond = said.beyond(len(grid.columns), shown)
        self.show(
            len(grid.rows),
            lambda place: _row(*said.grid_row(grid, place, shown)),
            row,
            heading=_row(beyond, *dates),
        )


def _row(name: str, *cells: str) -> str:
    return f"{name:<{NAME}}{in_line(cells)}"
