"""Somebody new: a reference, a date, and what suits him."""

from collections.abc import Iterator
from contextlib import contextmanager

from textual.app import ComposeResult
from textual.widgets import Input, Static

from srt_tui.domain.errors import SrtError
from srt_tui.domain.participant import Preferences
from srt_tui.present import person as said
from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.screens.preferring import CHANGE, Half, PreferringFace
from srt_tui.workflow import prepare

ADD_PERSON = Command(
    "add_person", "f2", "Add", "Add this person to the caseload.", footer=True, urgent=True,
)  # fmt: skip


class NewPersonPage(PreferringFace):
    """Two boxes and the preferences; nothing is kept until it is added, or lost on going back."""

    commands = (CHANGE, ADD_PERSON, BACK)
    words = "New person"

    def __init__(self, half: Half | None = None) -> None:
        super().__init__()
        self._half = half
        self.preferences = half.preferences if half else Preferences()

    def body(self) -> ComposeResult:
        """Reference, date of referral, preferences."""
        yield Static(said.REFERENCE_ASKED, classes="label", markup=False)
        today = said.date_shown(self.workspace.today)
        reference, referred = (
            (self._half.reference, self._half.referred) if self._half else ("", today)
        )
        yield Input(reference, id="reference", placeholder="JD-07", select_on_focus=False)
        yield Static(said.REFERRED_ASKED, classes="label", markup=False)
        yield Input(referred, id="referred", select_on_focus=False)
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
        reference, referred = (self.query_one(id, Input) for id in ("#reference", "#referred"))
        with self._back_to(referred):
            on = said.read_date(referred.value, self.workspace.today)
        with self._back_to(reference):
            prepare.add_person(self.workspace, reference.value, self.preferences, on)
        self.dismiss(None)

    @contextmanager
    def _back_to(self, box: Input) -> Iterator[None]:
        """What is wrong is in this box: there the cursor goes."""
        try:
            yield
        except SrtError:
            box.focus()
            raise

    def do_back(self) -> None:
        """Back to the caseload; what was typed comes back with the next "New"."""
        reference, referred = (
            self.query_one(id, Input).value for id in ("#reference", "#referred")
        )
        self.dismiss(Half(reference, referred, self.preferences))
