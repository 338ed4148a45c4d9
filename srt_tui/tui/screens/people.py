"""The caseload: who is seen, what is due, and the brief of the one under the cursor."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input

from srt_tui.domain import caseload
from srt_tui.domain.caseload import Case, DueKind, Order
from srt_tui.present import people as said
from srt_tui.tui import navigation
from srt_tui.tui.commands import NOT_AS_PLANNED, PRACTICE, Command
from srt_tui.tui.screen import AppScreen
from srt_tui.tui.widgets.reading import Part, Reading
from srt_tui.tui.widgets.table import Table

if TYPE_CHECKING:
    from srt_tui.tui.screens.preferring import Half


PREPARE = Command(
    "prepare", "enter", "Prepare", "Prepare a session with the person under the cursor.",
    footer=True, words="start plan begin",
)  # fmt: skip
OPEN_HISTORY = Command(
    "open_history", "h", "History", "See what was done and said with this person.", footer=True,
    words="words visits marks past",
)  # fmt: skip
NEW_PERSON = Command(
    "new_person", "n", "New", "Add a person by reference.", footer=True,
    words="referral participant", writes=True,
)  # fmt: skip
OPEN_PERSON = Command(
    "open_person", "p", "Person", "See and change what suits this person, or end the work.",
    words="preferences captions leave out end stop",
)  # fmt: skip
OPEN_NOTE = Command(
    "open_note", "r", "Note", "See the note that waits to be entered in the official record.",
    words="criss record case system",
)  # fmt: skip
GUIDES = Command(
    "guides", "g", "Guides", "Read a guide: by phone, without a player, the plans, the signs.",
    words="help how manual principles swaps",
)  # fmt: skip
FIND = Command("find", "slash", "Find", "Find a person by reference.", words="search")
CHANGE_ORDER = Command(
    "change_order", "o", "Order", "Order by what is due, by reference, or by last seen.",
    words="sort",
)  # fmt: skip
ONLY_DUE = Command(
    "only_due", "d", "Due", "Show only those with one kind of thing due; again for the next.",
    words="filter narrow worklist",
)  # fmt: skip
SHOW_ENDED = Command("show_ended", "e", "Ended", "Show or leave out those whose work has ended.")
TO_LIST = Command("to_list", "escape", "Everybody", "Go back to the list and show everybody.")


COLUMNS = (("ref", 8), ("last seen", 9), ("foundation", 10), ("next", 24), ("due", 0))
ALL_BUT_DUE = 61
"""What the other columns of the list and the gaps between them take."""


class People(AppScreen[None]):
    """Everybody on the books."""

    CSS_PATH = "people.tcss"
    AUTO_FOCUS = "Table"
    commands = (
        PREPARE, OPEN_HISTORY, NEW_PERSON, OPEN_PERSON, OPEN_NOTE, NOT_AS_PLANNED, FIND, ONLY_DUE,
        CHANGE_ORDER, SHOW_ENDED, TO_LIST, PRACTICE, GUIDES,
    )  # fmt: skip
    words = "People"

    def __init__(self) -> None:
        super().__init__()
        self._cases: tuple[Case, ...] = ()
        self._order: Order = said.ORDERS[0]
        self._ended = False
        self._only: DueKind | None = None
        self._half: Half | None = None

    def body(self) -> ComposeResult:
        """The search, the list, the brief."""
        yield Input(placeholder="/ find", id="find", select_on_focus=False)
        yield Table(*COLUMNS)
        yield Reading(cut=True, id="brief")

    def on_screen_resume(self) -> None:
        """Read the caseload again: something may have been done meanwhile."""
        if not self.workspace.locked:
            self.read()

    def refit(self) -> None:
        """More or less room for what is due."""
        self.on_screen_resume()

    def read(self) -> None:
        """Show who is on the books, with the cursor on the same person as before."""
        today, before = self.workspace.today, self.person
        wanted = caseload.filtered(
            self.workspace.cases(), today, find=self.query_one("#find", Input).value,
            kinds=(self._only,) if self._only else (), ended=self._ended,
        )  # fmt: skip
        self._cases = caseload.ordered(wanted, self._order, today)
        refs = [case.reference for case in self._cases]
        table = self.query_one(Table)
        room = max(said.ROOM_FOR_DUE, self.size.width - ALL_BUT_DUE)
        rows = [said.row(case, self.workspace.pack, today, room) for case in self._cases]
        table.fill(rows, refs.index(before.reference) if before and before.reference in refs else 0)
        self.head(self.words, said.only(self._only))
        self.show_brief()

    @property
    def person(self) -> Case | None:
        """The person under the cursor."""
        at = self.query_one(Table).chosen
        return self._cases[at] if 0 <= at < len(self._cases) else None

    @property
    def in_hand(self) -> str:
        """Whoever is under the cursor."""
        return self.person.reference if self.person else ""

    def show_brief(self) -> None:
        """The brief of the person under the cursor, or what to press when there is nobody."""
        find = self.query_one("#find", Input).value
        person = self.person
        if person:
            lines = said.brief(person, self.workspace.today)
        else:
            lines = (said.nobody(find, self._only),)
        self.query_one(Reading).show(map(Part, lines))

    def on_long_list_moved(self) -> None:
        """Another person is under the cursor."""
        self.show_brief()

    def on_input_changed(self) -> None:
        """Fewer with each letter."""
        self.read()

    def _nobody(self) -> str:
        return "" if self.person else "there is nobody under the cursor."

    why_not_prepare = why_not_open_history = why_not_open_person = why_not_not_as_planned = _nobody

    def why_not_open_note(self) -> str:
        """A note must be waiting."""
        return "" if self.person and self.person.note else "no note of this person is waiting."

    def do_find(self) -> None:
        """To the search."""
        self.query_one("#find", Input).focus()

    def do_to_list(self) -> None:
        """Back from the search and from what is due."""
        self._only = None
        self.query_one("#find", Input).value = ""
        self.read()
        self.query_one(Table).focus()

    def do_change_order(self) -> None:
        """The next order."""
        orders = said.ORDERS
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.read()
        self.say(f"Now {said.ORDER_WORDS[self._order]}.")

    def do_only_due(self) -> None:
        """The next kind that waits for somebody, then everybody again."""
        self._only = caseload.next_due(self.workspace.cases(), self.workspace.today, self._only)
        self.read()

    def do_show_ended(self) -> None:
        """With or without those whose work has ended."""
        self._ended = not self._ended
        self.read()
        self.say("With those whose work has ended." if self._ended else "Without the ended ones.")

    def do_prepare(self) -> None:
        """A plan for today."""
        self._go(lambda case: navigation.prepare(self.srt, case.reference))

    def do_open_history(self) -> None:
        """What was done and said."""
        self._go(lambda case: navigation.history(self.srt, case.reference))

    def do_open_note(self) -> None:
        """The oldest note that waits."""
        self._go(lambda case: navigation.waiting_note(self.srt, case))

    def do_not_as_planned(self) -> None:
        """Four questions, then the note."""
        self._go(lambda case: navigation.not_as_planned(self, case.reference))

    def do_open_person(self) -> None:
        """What suits him."""
        self._go(lambda case: navigation.person(self.srt, case))

    def _go(self, way: Callable[[Case], None]) -> None:
        """To what there is of the person under the cursor; asked first about an older copy."""
        if (case := self.person) and not self.workspace.older(case.reference):
            way(case)
        elif case:
            navigation.older(self, case.reference, lambda: way(case))

    def do_new_person(self) -> None:
        """Somebody new."""
        half, self._half = self._half, None
        navigation.new_person(self, half, self._left)

    def _left(self, half: "Half") -> None:
        self._half = half

    def do_guides(self) -> None:
        """One of them, to read."""
        navigation.guides(self)

    def do_practice(self) -> None:
        """The rehearsals."""
        navigation.practice(self)
