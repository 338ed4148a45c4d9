"""The sessions in time, one under the other, each with what happened in it."""

from srt_tui.domain.history import History
from srt_tui.domain.time_line import chapter
from srt_tui.present import history as said
from srt_tui.present import time_line
from srt_tui.tui.screens.history_finding import FindingFace
from srt_tui.tui.widgets.long_list import LongList


class InTimeFace(FindingFace):
    """The time line in place of the grid; every line of it leads to its session."""

    def __init__(self, reference: str, history: History) -> None:
        super().__init__(reference, history)
        self._line: tuple[time_line.Line, ...] = ()

    @property
    def _drawn(self) -> LongList:
        return self.made("line", LongList)

    @property
    def in_time(self) -> bool:
        """Whether the time line is in sight instead of the grid."""
        return self.has_class("-in-time")

    @property
    def line_session(self) -> int:
        """The session of the line under the cursor."""
        at = self._drawn.chosen
        return self._line[at].session if at >= 0 else 0

    def show_line(self, session: int) -> None:
        """The sessions in time, from this one on."""
        self._line = self._line or time_line.rows(self._history, self.workspace.pack)
        self.add_class("-in-time")
        first, lines = time_line.first_of(self._line, session), self._line
        self._drawn.show(len(lines), lambda at: lines[at].text, first)
        self.to_keys()
        self.show_detail()

    def to_keys(self) -> None:
        """To the grid or the time line."""
        self.query_one("#line" if self.in_time else "#grid").focus()

    def whole(self, number: int) -> tuple[str, ...]:
        """One session in full."""
        session = self._history.session(number) or self._history.sessions[-1]
        return time_line.whole(chapter(self._history, session), self.workspace.pack)

    def why_not_time_line(self) -> str:
        """There must be a session."""
        if self.finding:
            return said.FINDING
        return "" if self._history.sessions else "there is no session yet."
