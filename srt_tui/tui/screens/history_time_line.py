"""The sessions in time, one under the other, each with what happened in it."""

from typing import Any

from srt_tui.domain.history import History
from srt_tui.domain.time_line import chapter
from srt_tui.present import time_line
from srt_tui.tui.screen import AppScreen
from srt_tui.tui.screens.history_finder import made
from srt_tui.tui.widgets.long_list import LongList


class TimeLine:
    """A list in place of the grid; every line of it leads to its session."""

    def __init__(self, page: AppScreen[Any], history: History) -> None:
        self._page, self._history = page, history
        self._lines: tuple[time_line.TimeLineRow, ...] = ()

    @property
    def _list(self) -> LongList:
        return made(self._page, "line", LongList)

    @property
    def in_sight(self) -> bool:
        """Whether it stands there instead of the grid."""
        return self._page.has_class("-in-time")

    @property
    def session(self) -> int:
        """The session of the line under the cursor."""
        at = self._list.chosen
        return self._lines[at].session if at >= 0 else 0

    def show(self, session: int) -> None:
        """The sessions in time, from this one on."""
        self._lines = self._lines or time_line.rows(self._history, self._page.workspace.pack)
        self._page.add_class("-in-time")
        first, lines = time_line.first_of(self._lines, session), self._lines
        self._list.show(len(lines), lambda at: lines[at].text, first)

    def leave(self) -> None:
        """The grid again."""
        self._page.remove_class("-in-time")

    def whole(self, number: int) -> tuple[str, ...]:
        """One session in full."""
        session = self._history.session(number) or self._history.sessions[-1]
        return time_line.whole(chapter(self._history, session), self._page.workspace.pack)
