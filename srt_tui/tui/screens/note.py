"""The note of one session in CRISS form: to copy, to write to a file, to mark as entered."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from srt_tui.present import note as said
from srt_tui.tui import navigation
from srt_tui.tui.commands import Command
from srt_tui.tui.screen import AppScreen
from srt_tui.tui.screens.appointment import put_right
from srt_tui.tui.screens.later_word import ADD, add
from srt_tui.workflow import review
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace

COPY = Command(
    "copy", "c", "Copy", "Copy the note, to paste it into the official record.", footer=True,
    words="clipboard paste",
)  # fmt: skip
TO_FILE = Command(
    "to_file", "f", "File", "Write the note to a text file in your own folder.", footer=True,
    words="save export",
)  # fmt: skip
ENTERED = Command(
    "entered", "r", "Entered", "Mark the note as entered in the official record.", footer=True,
    words="record mark done", writes=True,
)  # fmt: skip
TAKE_BACK = Command(
    "take_back", "t", "Not entered after all",
    "Take back that the note was entered in the official record.", words="undo record unmark",
    writes=True,
)  # fmt: skip
PUT_RIGHT = Command(
    "put_right", "m", "How he came", "Put right how he came, why, and who was told.",
    words="attendance attended missed late left early walked out phone correct", writes=True,
)  # fmt: skip
PLAN_NEXT = Command(
    "plan_next", "p", "Plan next time", "Make the plan for next time while this time is fresh.",
    words="prepare next time", writes=True,
)  # fmt: skip
DONE = Command(
    "done", "enter,escape", "Done", "Done here; People shows the note as due until it is entered.",
    footer=True, words="back close",
)  # fmt: skip


class NotePage(AppScreen[None]):
    """The five parts, scrolled with the arrow keys."""

    commands = (COPY, TO_FILE, ENTERED, DONE, ADD, PUT_RIGHT, TAKE_BACK, PLAN_NEXT)
    words = "Note"

    def __init__(self, workspace: Workspace, reference: str, number: int | None = None) -> None:
        """Of one session, or of the latest; raises SrtError when there is none."""
        super().__init__()
        self._reference = reference
        self._session = review.session(workspace, reference, number)
        history = review.history(workspace, reference)
        self._goes_on = said.is_running(self._session, history)
        self._note = review.note(workspace, reference, self._session.number)

    def body(self) -> ComposeResult:
        """Heading and lines of each part."""
        with VerticalScroll():
            if self._goes_on:
                yield Static(said.NOT_CLOSED, classes="quiet", markup=False)
            for head, lines in self._note.parts:
                yield Static(head, classes="heading", markup=False)
                yield Static("\n".join(lines), markup=False)
            if not self._goes_on:
                yield Static(said.PLAN_NEXT, classes="quiet last", markup=False)

    def on_mount(self) -> None:
        """Its length, and whether it was entered."""
        self.show_state()
        self.query_one(VerticalScroll).focus()

    @property
    def in_hand(self) -> str:
        """Whose it is."""
        return self._reference

    def show_state(self) -> None:
        """The title line."""
        self.head(said.title(self._session), said.state(self._note.text, self._session))

    def do_copy(self) -> None:
        """To the terminal's clipboard."""
        self.srt.copy_to_clipboard(self._note.text)
        self.say(said.COPIED)

    def do_to_file(self) -> None:
        """Into the user's own folder."""
        path = review.save_note(self.workspace, self._reference, self._session.number, Path.home())
        self.say(said.filed(path))

    def why_not_entered(self) -> str:
        """Once is enough, and a session that goes on has no whole note yet."""
        if self._goes_on:
            return "the session has not been closed."
        return "it is marked already." if self._session.recorded else ""

    def do_entered(self) -> None:
        """Mark it."""
        review.mark_recorded(self.workspace, self._reference, self._session.number)
        self._session = review.session(self.workspace, self._reference, self._session.number)
        self.show_state()
        self.say(said.marked(self.workspace.now()))

    def why_not_take_back(self) -> str:
        """Only what was marked."""
        return "" if self._session.recorded else "it is not marked as entered."

    def do_take_back(self) -> None:
        """Due again."""
        review.take_back_recorded(self.workspace, self._reference, self._session.number)
        self._session = review.session(self.workspace, self._reference, self._session.number)
        self.show_state()
        self.say(said.taken_back(self.workspace.now()))

    def why_not_add_later(self) -> str:
        """While a session goes on, words are kept in it."""
        return "the session has not been closed." if self._goes_on else ""

    def do_add_later(self) -> None:
        """One line, then the note as it is now."""
        add(self, self._reference, self._session.number)

    why_not_put_right = why_not_add_later

    def do_put_right(self) -> None:
        """Three questions, then the note as it is now."""
        put_right(self, self._reference, self._session.number)

    def why_not_plan_next(self) -> str:
        """A session that goes on has its plan."""
        return "the session has not been closed." if self._goes_on else ""

    def do_plan_next(self) -> None:
        """To the plan; k keeps it."""
        navigation.plan(self.srt, Preparing(self.workspace, self._reference))

    def do_done(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)
