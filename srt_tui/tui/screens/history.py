"""History: exercises by visits, one visit in detail, and a search over all that was said."""

from collections.abc import Iterable
from itertools import repeat

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from srt_tui.domain.said import Filter, Said, next_kind
from srt_tui.domain.visits import VisitTo
from srt_tui.present import alliance
from srt_tui.present import history as said
from srt_tui.present.common import titled
from srt_tui.tui import doors
from srt_tui.tui.commands import Back, Command
from srt_tui.tui.dialogs.text import TextPage
from srt_tui.tui.face import Face
from srt_tui.tui.widgets.table import Table
from srt_tui.workflow import review

CELL = 8
PLACE = (8, 16, 7)
NAME = 30
SEARCH_SHOWS = 200


def in_line(cells: Iterable[str], *widths: int) -> str:
    """Cells side by side as one text: the table draws each of its own cells apart, and slowly.

    The last one is as long as it is; those before it have `widths`, or all are as wide as `CELL`.
    """
    wide = [*widths, 0] if widths else repeat(CELL)
    return "".join(f"{cell:<{width}}" for cell, width in zip(cells, wide, strict=False))


class Open(Command):
    """Read every visit to this exercise, or go to the place found."""

    key, shown, label, footer = "enter", "Enter", "Open", True


class Sideways(Command):
    """Move from one session to the next."""

    key, shown, label, footer = "left,right", "←→", "Visits", True
    takes_key = True


class ThenAndNow(Command):
    """Read his answers to this exercise's questions, then and now."""

    key, shown, label = "v", "v", "Then and now"


class WorkingTogether(Command):
    """See how the two of you are working together. For you alone."""

    key, shown, label, footer = "a", "a", "Working together", True
    words = "alliance marks check signs"


class HisWords(Command):
    """List his own words, newest first."""

    key, shown, label = "w", "w", "His words"


class Find(Command):
    """Search what was said and written."""

    key, shown, label, footer = "slash", "/", "Find", True
    words = "search"


class NextKind(Command):
    """Show only talk, worksheets, steps and so on; again for the next."""

    key, shown, label = "f3", "F3", "Kind"
    words = "filter narrow"


class OpenNote(Command):
    """See the note of this session."""

    key, shown, label = "r", "r", "Note"
    words = "criss record"


class HistoryPage(Face[None]):
    """The grid above, the visit under the cursor below."""

    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "#grid"
    commands = (
        Open, Sideways, Find, WorkingTogether, HisWords, ThenAndNow, OpenNote, NextKind,
        Back,
    )  # fmt: skip
    words = "History"

    def __init__(self, reference: str) -> None:
        super().__init__()
        self._reference = reference
        self._found: tuple[Said, ...] = ()
        self._column = 0
        self._only = Filter()

    def body(self) -> ComposeResult:
        """Search, grid or list of places, detail."""
        yield Input(placeholder="/ find", id="find", select_on_focus=False)
        yield Table(id="grid", padding=0)
        yield Table((in_line(("date", "where", "whose", "words"), *PLACE), 0), id="places")
        with VerticalScroll(id="detail-frame"):
            yield Static(id="detail", markup=False)

    def on_mount(self) -> None:
        """The grid has the keys."""
        self._history = review.history(self.companion, self._reference)
        self._grid = self._history.outcome_grid(self.companion.pack)
        self.head(said.title(self._reference))
        self._column = len(self._grid.columns) - 1
        self.show_grid(said.first_row(self._grid))

    def on_resize(self) -> None:
        """More or fewer sessions fit."""
        self.show_grid(self._row)

    @property
    def _row(self) -> int:
        return max(0, self.query_one("#grid", Table).chosen)

    @property
    def finding(self) -> bool:
        """Whether the list of places is in sight instead of the grid."""
        return self.has_class("-finding")

    def show_grid(self, row: int) -> None:
        """The sessions that fit, with the chosen one among them."""
        room = max(1, (self.size.width - NAME - 1) // CELL)
        shown = said.window(self._column, len(self._grid.columns), room)
        table = self.query_one("#grid", Table)
        dates = [said.heading(self._grid.columns[p], chosen=p == self._column) for p in shown]
        table.recolumn(("", NAME), (in_line(dates), 0))
        rows = (said.grid_row(self._grid, r, shown) for r in range(len(self._grid.rows)))
        table.fill([(name, in_line(cells)) for name, *cells in rows], row)
        self.show_detail()

    def _lines(self) -> tuple[str, ...]:
        """The visit under the cursor."""
        if not self._grid.columns:
            return (said.NOTHING_YET,)
        chosen = self._grid.columns[self._column].session
        visits = self._history.visits_to(self._exercise)
        for visit in visits:
            if visit.session == chosen:
                return self._visit(visit)
        return (said.not_visited(visits),)

    def _visit(self, visit: VisitTo) -> tuple[str, ...]:
        session = self._history.session(visit.session)
        return said.visit(visit, session, self.companion.pack) if session else ()

    def show_detail(self) -> None:
        """The visit under the cursor, or all that was said at the place that was found."""
        if self.finding:
            at = self.query_one("#places", Table).chosen
            words = said.in_full(self._found[at]) if self._found else said.NOT_FOUND
        else:
            words = "\n".join(self._lines())
        self.query_one("#detail", Static).update(words)
        self.refresh_keys()

    def on_data_table_row_highlighted(self) -> None:
        """Another line."""
        self.show_detail()

    def on_input_changed(self) -> None:
        """Fewer places with each letter."""
        self.find()

    def find(self) -> None:
        """Show the places, or the grid again when nothing is asked."""
        typed = self.query_one("#find", Input).value
        wanted = bool(typed.strip()) or self._only != Filter()
        self.set_class(wanted, "-finding")
        self._found = self._history.search(typed, self._only) if wanted else ()
        places = [(in_line(said.place(line), *PLACE),) for line in self._found[:SEARCH_SHOWS]]
        self.query_one("#places", Table).fill(places)
        self.head(said.title(self._reference), self._state if wanted else "")
        self.show_detail()

    def why_not_sideways(self) -> str:
        """There must be another session."""
        return "" if len(self._grid.columns) > 1 else "there is one session at most."

    def why_not_open(self) -> str:
        """There must be something to open."""
        if self.finding:
            return "" if self._found else "nothing was found."
        visits = self._history.visits_to(self._exercise)
        return "" if visits else "this exercise has not been worked on."

    def why_not_then_and_now(self) -> str:
        """There must be an exercise with answers."""
        asked = self._history.then_and_now(self._exercise)
        return "" if asked else "he has answered no question of this exercise."

    def why_not_open_note(self) -> str:
        """There must be a session."""
        return "" if self._grid.columns else "there is no session yet."

    def do_sideways(self, key: str) -> None:
        """The session before or after."""
        by = 1 if key == "right" else -1
        self._column = min(max(0, self._column + by), len(self._grid.columns) - 1)
        self.show_grid(self._row)

    def do_open(self) -> None:
        """The visit in full; from the list, its place in the grid."""
        if not self.finding:
            self.srt.push_screen(
                TextPage(titled(self.companion.pack, self._exercise), self._lines())
            )
            return
        place = self._found[max(0, self.query_one("#places", Table).chosen)]
        sessions = [column.session for column in self._grid.columns]
        exercises = [row.exercise for row in self._grid.rows]
        if place.session in sessions:
            self._column = sessions.index(place.session)
        self.do_back()
        self.show_grid(exercises.index(place.exercise) if place.exercise in exercises else 0)

    @property
    def _exercise(self) -> str:
        return self._grid.rows[self._row].exercise

    @property
    def in_hand(self) -> str:
        """Whose it is."""
        return self._reference

    def do_find(self) -> None:
        """To the search."""
        self.query_one("#find", Input).focus()

    def do_his_words(self) -> None:
        """All he said in talk."""
        self._only = Filter(kinds=("words",), voice="his")
        self.find()
        self.query_one("#places", Table).focus()

    @property
    def _state(self) -> str:
        return said.found_words(self._found, self._only.kinds)

    def do_next_kind(self) -> None:
        """The next kind, with what was typed."""
        self._only = next_kind(self._only)
        self.find()
        self.query_one("#places" if self.finding else "#grid").focus()

    def do_then_and_now(self) -> None:
        """His answers side by side."""
        asked = said.then_and_now(self._history.then_and_now(self._exercise))
        lines = [line for question, answers in asked for line in (question, *answers, "")]
        strong = [place for place, line in enumerate(lines) if line in dict(asked)]
        about = f"Then and now · {titled(self.companion.pack, self._exercise)}"
        self.srt.push_screen(TextPage(about, lines, strong=strong))

    def do_working_together(self) -> None:
        """The marks over time."""
        room = (self.size.width - alliance.NAME) // (alliance.WIDE + 2)
        lines = alliance.page(self._history, self.companion.pack, room)
        about = f"Working together · {self._reference} · for you alone"
        self.srt.push_screen(TextPage(about, lines))

    def do_open_note(self) -> None:
        """The note of the chosen session."""
        session = self._grid.columns[self._column].session
        doors.note(self.srt, self._reference, session)

    def do_back(self) -> None:
        """From the search to the grid; from the grid to where one came from."""
        box = self.query_one("#find", Input)
        if self.finding or box.has_focus:
            self._only = Filter()
            box.value = ""
            self.find()
            self.query_one("#grid", Table).focus()
            return
        self.dismiss(None)
