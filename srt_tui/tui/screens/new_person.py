"""Somebody new: a reference, a date, and what suits him."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from srt_tui.domain.participant import Preferences
from srt_tui.present import person as said
from srt_tui.tui.commands import Back, Command
from srt_tui.tui.screens.preferring import Change, PreferringFace
from srt_tui.workflow import prepare


class AddPerson(Command):
    """Add this person to the caseload."""

    key, shown, label, footer, urgent = "f2", "F2", "Add", True, True


class NewPersonPage(PreferringFace):
    """Two boxes and the preferences; nothing is kept until it is added."""

    commands = (Change, AddPerson, Back)
    words = "New person"

    def __init__(self) -> None:
        super().__init__()
        self.preferences = Preferences()

    def body(self) -> ComposeResult:
        """Reference, date of referral, preferences."""
        yield Static(said.REFERENCE_ASKED, classes="label", markup=False)
        yield Input(id="reference", placeholder="JD-07")
        yield Static(said.REFERRED_ASKED, classes="label", markup=False)
        yield Input(said.date_shown(self.companion.today), id="referred", select_on_focus=False)
        yield Static(said.SUITS_ASKED, classes="label", markup=False)
        yield self.lines()

    def on_mount(self) -> None:
        """Begin with the reference."""
        self.show_lines()
        self.query_one("#reference", Input).focus()

    def do_change(self) -> None:
        """From a box to the next; on a line, change it."""
        if isinstance(self.focused, Input):
            self.focus_next()
            return
        super().do_change()

    def do_add_person(self) -> None:
        """Into the caseload, and back to it."""
        typed = self.query_one("#reference", Input).value
        on = said.read_date(self.query_one("#referred", Input).value, self.companion.today)
        prepare.add_person(self.companion, typed, self.preferences, on)
        self.dismiss(None)

    def do_back(self) -> None:
        """Back to the caseload."""
        self.dismiss(None)
