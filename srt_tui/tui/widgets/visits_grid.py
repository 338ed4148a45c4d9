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
    """The grid of History: one row to an exercise, one column to a session, one of each chosen."""

    def open(self, grid: Grid) -> None:
        """At the first exercise that was worked on, and the latest session."""
        self._grid, self._column = grid, len(grid.columns) - 1
        self.draw(said.first_row(grid))

    @property
    def exercise(self) -> str:
        """The exercise of the chosen row."""
        return self._grid.rows[max(0, self.chosen)].exercise

    @property
    def session(self) -> int:
        """The session of the chosen column; 0 where there is none."""
        return self._grid.columns[self._column].session if self._grid.columns else 0

    @property
    def sessions(self) -> list[int]:
        """The sessions, a column to each."""
        return [column.session for column in self._grid.columns]

    def sideways(self, by: int) -> None:
        """The session before or after."""
        self._column = min(max(0, self._column + by), len(self._grid.columns) - 1)
        self.draw()

    def to(self, session: int, exercise: str = "") -> bool:
        """To this session, and to this exercise; False where one of them is not in the grid."""
        rows = [row.exercise for row in self._grid.rows]
        if session in self.sessions:
            self._column = self.sessions.index(session)
        self.draw(rows.index(exercise) if exercise in rows else None)
        return session in self.sessions and exercise in (*rows, "")

    def draw(self, row: int | None = None) -> None:
        """Those sessions that fit, the chosen one among them, with the cursor on this row."""
        grid, column = self._grid, self._column
        room = (self.screen.size.width - NAME - 2) // CELL
        shown = said.window(column, len(grid.columns), max(1, room))
        dates = [said.heading(grid.columns[p], chosen=p == column) for p in shown]
        beyond = said.beyond(len(grid.columns), shown)
        self.show(
            len(grid.rows),
            lambda place: _row(*said.grid_row(grid, place, shown)),
            max(0, self.chosen) if row is None else row,
            heading=_row(beyond, *dates),
        )


def _row(name: str, *cells: str) -> str:
    return f"{name:<{NAME}}{in_line(cells)}"
