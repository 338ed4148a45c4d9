"""History: exercises by visits or sessions in time, one of them in detail, and a search."""

from collections.abc import Iterator

from textual.app import ComposeResult

from srt_tui.domain.history import History
from srt_tui.domain.visits import VisitTo
from srt_tui.present import alliance
from srt_tui.present import history as said
from srt_tui.present.common import titled
from srt_tui.tui import navigation
from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.dialogs.text import TextPage
from srt_tui.tui.screens import history_commands as keys
from srt_tui.tui.screens.history_writing import WritingFace
from srt_tui.tui.widgets.reading import Part, Reading
from srt_tui.tui.widgets.visits_grid import VisitsGrid


class HistoryPage(WritingFace):
    """Above the grid, the time line or the places found; below, what is under the cursor."""

    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "#grid"
    commands = (
        keys.OPEN, keys.SIDEWAYS, keys.TIME_LINE, keys.FIND, keys.WORKING_TOGETHER, keys.HIS_WORDS,
        keys.THEN_AND_NOW, keys.OPEN_NOTE, keys.NEXT_MODULE, keys.NEXT_KIND, keys.NEXT_DATES,
        keys.WRITE, BACK,
    )  # fmt: skip
    words = "History"

    def __init__(self, reference: str, history: History) -> None:
        super().__init__(reference, history)
        self._column = 0

    @property
    def in_hand(self) -> str:
        """Whose it is."""
        return self._reference

    def body(self) -> ComposeResult:
        """Search, grid, detail."""
        yield from self.box()
        yield VisitsGrid(id="grid")
        yield Reading(id="detail")

    def on_mount(self) -> None:
        """The grid has the keys."""
        self._grid = self._history.outcome_grid(self.workspace.pack)
        self.head(said.title(self._reference))
        self._column = len(self._grid.columns) - 1
        self.show_grid(said.first_row(self._grid))

    def refit(self) -> None:
        """More or fewer sessions fit."""
        self.show_grid(self._row)

    @property
    def _row(self) -> int:
        return max(0, self.query_one("#grid", VisitsGrid).chosen)

    @property
    def exercise(self) -> str:
        """The exercise under the cursor."""
        return self._grid.rows[self._row].exercise

    @property
    def _session(self) -> int:
        """The session under the cursor; 0 where there is none."""
        if self.in_time:
            return self.line_session
        return self._grid.columns[self._column].session if self._grid.columns else 0

    def show_grid(self, row: int) -> None:
        """The sessions that fit, with the chosen one among them."""
        grid = self.query_one("#grid", VisitsGrid)
        grid.draw(self._grid, self._column, row, self.size.width)
        self.show_detail()

    def _lines(self) -> tuple[str, ...]:
        """The visit or the session under the cursor."""
        if not self._history.sessions:
            return (said.NOTHING_YET,)
        if self.in_time or not self._grid.columns:
            return self.whole(self._session)
        visits = self._history.visits_to(self.exercise)
        for visit in visits:
            if visit.session == self._session:
                return self._visit(visit)
        return (said.not_visited(visits),)

    def _visit(self, visit: VisitTo) -> tuple[str, ...]:
        session = self._history.session(visit.session)
        return said.visit(visit, session, self.workspace.pack) if session else ()

    def show_detail(self) -> None:
        """What is under the cursor."""
        if self.finding:
            super().show_detail()
            return
        self.query_one("#detail", Reading).show(map(Part, self._lines()))
        self.refresh_keys()

    def available(self) -> Iterator[Command]:
        """While places or the time line are in sight, what belongs to the grid has no key."""
        of_the_grid: tuple[Command, ...] = ()
        if self.finding:
            of_the_grid = (keys.SIDEWAYS, keys.TIME_LINE, keys.WORKING_TOGETHER, keys.THEN_AND_NOW)
        elif self.in_time:
            of_the_grid = (keys.SIDEWAYS,)
        yield from (command for command in super().available() if command not in of_the_grid)

    def why_not_sideways(self) -> str:
        """There must be another session beside this one."""
        if self.finding:
            return said.FINDING
        if self.in_time:
            return "the time line runs down; t shows the grid."
        return "" if len(self._grid.columns) > 1 else "there is one session at most."

    def why_not_open(self) -> str:
        """There must be something to open."""
        if self.finding:
            return "" if self.found else "nothing was found."
        if self.in_time:
            return ""
        visits = self._history.visits_to(self.exercise)
        return "" if visits else "this exercise has not been worked on."

    def why_not_then_and_now(self) -> str:
        """There must be an exercise with answers."""
        asked = self._history.then_and_now(self.exercise)
        return "" if asked else "he has answered no question of this exercise."

    def why_not_open_note(self) -> str:
        """There must be a session."""
        return "" if self._session else "there is no session yet."

    def do_sideways(self, key: str) -> None:
        """The session before or after."""
        by = 1 if key == "right" else -1
        self._column = min(max(0, self._column + by), len(self._grid.columns) - 1)
        self.show_grid(self._row)

    def do_time_line(self) -> None:
        """The time line at the chosen session, or the grid at the session of the chosen line."""
        session = self._session
        if self.in_time:
            self.remove_class("-in-time")
            self._to_column(session)
            self.show_grid(self._row)
            self.to_keys()
        else:
            self.show_line(session)

    def _to_column(self, session: int) -> bool:
        sessions = [column.session for column in self._grid.columns]
        if session in sessions:
            self._column = sessions.index(session)
        return session in sessions

    def do_open(self) -> None:
        """Every visit or the session in full; from the list, its place in the grid or in time."""
        place = self.found
        if place is None:
            of = said.title(self._reference) if self.in_time else self._titled
            lines = self._lines() if self.in_time else self._every_visit()
            self.srt.push_screen(TextPage(of, lines))
            return
        self.leave_finding()
        exercises = [row.exercise for row in self._grid.rows]
        if self._to_column(place.session) and place.exercise in exercises:
            self.remove_class("-in-time")
            self.show_grid(exercises.index(place.exercise))
            self.to_keys()
        elif place.session:
            self.show_line(place.session)
        else:
            self.to_keys()
            self.srt.push_screen(TextPage(said.OUTSIDE, said.in_full(place).splitlines()))

    @property
    def _titled(self) -> str:
        return titled(self.workspace.pack, self.exercise)

    def _every_visit(self) -> tuple[str, ...]:
        visits = reversed(self._history.visits_to(self.exercise))
        return tuple(line for visit in visits for line in (*self._visit(visit), ""))

    def do_then_and_now(self) -> None:
        """His answers side by side."""
        asked = said.then_and_now(self._history.then_and_now(self.exercise))
        lines = [line for question, answers in asked for line in (question, *answers, "")]
        strong = [place for place, line in enumerate(lines) if line in dict(asked)]
        self.srt.push_screen(TextPage(f"Then and now · {self._titled}", lines, strong=strong))

    def do_working_together(self) -> None:
        """The marks over time."""
        room = (self.size.width - alliance.NAME) // (alliance.WIDE + 2)
        lines = alliance.page(self._history, self.workspace.pack, room)
        about = f"Working together · {self._reference} · for you alone"
        self.srt.push_screen(TextPage(about, lines))

    def do_open_note(self) -> None:
        """The note of the chosen session."""
        navigation.note(self.srt, self._reference, self._session)

    def do_back(self) -> None:
        """From the search to the grid; from the grid to where one came from."""
        if self.leave_finding():
            self.to_keys()
            return
        self.dismiss(None)
