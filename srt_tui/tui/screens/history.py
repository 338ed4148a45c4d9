"""History: exercises by visits or sessions in time, one of them in detail, and a search."""

from collections.abc import Iterator

from textual.app import ComposeResult

from srt_tui.domain.history import History
from srt_tui.present import alliance
from srt_tui.present import history as said
from srt_tui.present.common import titled
from srt_tui.tui import navigation
from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.dialogs.text import TextPage
from srt_tui.tui.screen import AppScreen
from srt_tui.tui.screens import history_commands as keys
from srt_tui.tui.screens import history_report, later_word
from srt_tui.tui.screens.history_finder import Finder
from srt_tui.tui.screens.history_time_line import TimeLine
from srt_tui.tui.widgets.reading import Part, Reading
from srt_tui.tui.widgets.visits_grid import VisitsGrid


class HistoryPage(AppScreen[None]):
    """Above the grid, the time line or the places found; below, what is under the cursor."""

    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "#grid"
    commands = (
        keys.OPEN, keys.SIDEWAYS, keys.TIME_LINE, keys.FIND, keys.WORKING_TOGETHER, keys.HIS_WORDS,
        keys.THEN_AND_NOW, keys.OPEN_NOTE, keys.NEXT_MODULE, keys.NEXT_KIND, keys.NEXT_DATES,
        keys.WRITE, later_word.TO_SESSION, BACK,
    )  # fmt: skip
    words = "History"

    def __init__(self, reference: str, history: History) -> None:
        super().__init__()
        self._reference, self._history = reference, history
        self._finder = Finder(self, history, self._show_found, self.to_keys)
        self._time_line = TimeLine(self, history)
        self.parts = (self._finder,)

    @property
    def in_hand(self) -> str:
        """Whose it is."""
        return self._reference

    def body(self) -> ComposeResult:
        """Search, grid, detail."""
        yield self._finder.box()
        yield VisitsGrid(id="grid")
        yield Reading(id="detail")

    def on_mount(self) -> None:
        """The grid has the keys."""
        self._finder.begin()
        self.head(said.title(self._reference))
        self._grid.open(self._history.outcome_grid(self.workspace.pack))
        self.show_detail()

    def refit(self) -> None:
        """More or fewer sessions fit."""
        self._grid.draw()

    @property
    def _grid(self) -> VisitsGrid:
        return self.query_one("#grid", VisitsGrid)

    @property
    def _session(self) -> int:
        """The session under the cursor; 0 where there is none."""
        return (self._time_line if self._time_line.in_sight else self._grid).session

    def _lines(self) -> tuple[str, ...]:
        """The visit or the session under the cursor."""
        if not self._history.sessions:
            return (said.NOTHING_YET,)
        if self._time_line.in_sight or not self._grid.sessions:
            return self._time_line.whole(self._session)
        return said.at(self._history, self._grid.exercise, self._session, self.workspace.pack)

    def show_detail(self) -> None:
        """What is under the cursor."""
        lines = (self._finder.detail,) if self._finder.finding else self._lines()
        self.query_one("#detail", Reading).show(map(Part, lines))
        self.refresh_keys()

    def _show_found(self, words: str) -> None:
        """Other places are in sight, or none."""
        self.head(said.title(self._reference), words)
        self.show_detail()

    def on_long_list_moved(self) -> None:
        """Another line."""
        self.show_detail()

    def to_keys(self) -> None:
        """To the grid or the time line."""
        self.query_one("#line" if self._time_line.in_sight else "#grid").focus()

    def available(self) -> Iterator[Command]:
        """While places or the time line are in sight, what belongs to the grid has no key."""
        in_time = (keys.SIDEWAYS,) if self._time_line.in_sight else ()
        without = keys.OF_THE_GRID if self._finder.finding else in_time
        yield from (command for command in super().available() if command not in without)

    def why_not_sideways(self) -> str:
        """There must be another session beside this one."""
        if self._finder.finding:
            return said.FINDING
        if self._time_line.in_sight:
            return "the time line runs down; t shows the grid."
        return "" if len(self._grid.sessions) > 1 else "there is one session at most."

    def why_not_time_line(self) -> str:
        """There must be a session."""
        return said.FINDING if self._finder.finding else self.why_not_write()

    def why_not_write(self) -> str:
        """There must be something to write."""
        return "" if self._history.sessions else "there is no session yet."

    def why_not_open(self) -> str:
        """There must be something to open."""
        if self._finder.finding:
            return "" if self._finder.found else "nothing was found."
        if self._time_line.in_sight:
            return ""
        visits = self._history.visits_to(self._grid.exercise)
        return "" if visits else "this exercise has not been worked on."

    def why_not_then_and_now(self) -> str:
        """There must be an exercise with answers."""
        asked = self._history.then_and_now(self._grid.exercise)
        return "" if asked else "he has answered no question of this exercise."

    def why_not_open_note(self) -> str:
        """There must be a session."""
        return "" if self._session else "there is no session yet."

    def why_not_add_later(self) -> str:
        """The session must be over."""
        return later_word.why_not(self._history, self._session)

    def do_sideways(self, key: str) -> None:
        """The session before or after."""
        self._grid.sideways(1 if key == "right" else -1)
        self.show_detail()

    def do_time_line(self) -> None:
        """The time line at the chosen session, or the grid at the session of the chosen line."""
        session = self._session
        if self._time_line.in_sight:
            self._grid.to(session)
            self._show_grid()
        else:
            self._show_line(session)

    def _show_grid(self) -> None:
        self._time_line.leave()
        self.to_keys()
        self.show_detail()

    def _show_line(self, session: int) -> None:
        self._time_line.show(session)
        self.to_keys()
        self.show_detail()

    def do_open(self) -> None:
        """Every visit or the session in full; from the list, its place in the grid or in time."""
        place = self._finder.found
        if place is None:
            in_time = self._time_line.in_sight
            of = said.title(self._reference) if in_time else self._titled
            self.srt.push_screen(TextPage(of, self._lines() if in_time else self._every_visit()))
            return
        self._finder.leave()
        if place.exercise and self._grid.to(place.session, place.exercise):
            self._show_grid()
        elif place.session:
            self._show_line(place.session)
        else:
            self.to_keys()
            self.srt.push_screen(TextPage(said.OUTSIDE, said.in_full(place).splitlines()))

    @property
    def _titled(self) -> str:
        return titled(self.workspace.pack, self._grid.exercise)

    def _every_visit(self) -> tuple[str, ...]:
        visits = self._history.visits_to(self._grid.exercise)
        return said.of_visits(self._history, visits, self.workspace.pack)

    def do_then_and_now(self) -> None:
        """His answers side by side."""
        lines, strong = said.in_turn(self._history.then_and_now(self._grid.exercise))
        self.srt.push_screen(TextPage(f"Then and now · {self._titled}", lines, strong=strong))

    def do_write(self) -> None:
        """A report, of this exercise or of the whole."""
        history_report.write(self, self._reference, self._grid.exercise)

    def do_working_together(self) -> None:
        """The marks over time."""
        lines = alliance.page(self._history, self.workspace.pack, alliance.room(self.size.width))
        self.srt.push_screen(TextPage(alliance.title(self._reference), lines))

    def do_open_note(self) -> None:
        """The note of the chosen session."""
        navigation.note(self.srt, self._reference, self._session)

    def do_add_later(self) -> None:
        """One line, then the note of the chosen session."""
        later_word.add(self, self._reference, self._session)

    def do_back(self) -> None:
        """From the search to the grid; from the grid to where one came from."""
        if self._finder.leave():
            self.to_keys()
        else:
            self.dismiss(None)
