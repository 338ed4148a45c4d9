"""One person: what suits him, and how the work ends."""

from functools import partial

from textual.app import ComposeResult
from textual.widgets import Static

from srt_tui.domain.caseload import Case
from srt_tui.domain.participant import Preferences
from srt_tui.present import person as said
from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.dialogs.name import KEEP, NamePage
from srt_tui.tui.dialogs.pick import PickPage
from srt_tui.tui.dialogs.text import TextPage
from srt_tui.tui.screens.preferring import CHANGE, PreferringFace
from srt_tui.tui.widgets.table import Table
from srt_tui.workflow import keep, prepare

END_WORK = Command(
    "end_work", "x", "End the work", "End the work with this person, with a reason.", footer=True,
    words="breach completed moved declined stop", writes=True,
)  # fmt: skip
TAKE_UP = Command(
    "take_up", "u", "Take up again",
    "Take the work up again; on the same day as if it had not ended.",
    words="undo reopen referral again", writes=True,
)  # fmt: skip
FOLLOWED_UP = Command(
    "followed_up", "f", "Followed up", "Close the safety follow-up that is due first.",
    words="safety matter done close", writes=True,
)  # fmt: skip
HOLD_COPY = Command(
    "hold", "k", "Hold", "Keep this working copy beyond its time, or let its clock run again.",
    words="keep retention purge clock", writes=True,
)  # fmt: skip
ERASE = Command(
    "erase", "e", "Erase", "Erase this person from the records and every copy within reach.",
    words="remove delete purge", writes=True,
)  # fmt: skip
ERASE_IT = KEEP.labelled("Erase", "Erase it, once the same was typed again.")


class PersonPage(PreferringFace):
    """Each change is kept at once."""

    commands = (CHANGE, END_WORK, TAKE_UP, FOLLOWED_UP, HOLD_COPY, ERASE, BACK)
    words = "Person"

    def __init__(self, case: Case, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self._case = case
        self._ended = case.ended is not None
        self._held = case.held

    def body(self) -> ComposeResult:
        """Where the work stands, and the preferences."""
        standing = said.standing(self._case, self.workspace.today)
        yield Static(standing, id="standing", classes="lead", markup=False)
        yield self.lines()

    def on_mount(self) -> None:
        """The preferences have the keys."""
        self.head(f"Person · {self._case.reference}")
        self.show_lines()
        self.query_one(Table).focus()

    @property
    def in_hand(self) -> str:
        """Whose it is."""
        return self._case.reference

    def change(self, to: Preferences) -> None:
        """Keep it and say so."""
        prepare.change_preferences(self.workspace, self._case.reference, to)
        super().change(to)
        self.say(f"Saved {self.workspace.now():%H:%M}.")

    def why_not_end_work(self) -> str:
        """It can end once."""
        return "the work has ended." if self._ended else ""

    def do_end_work(self) -> None:
        """Ask why."""

        def reasoned(place: int) -> None:
            reason = said.END_REASONS[place][0]
            prepare.end_work(self.workspace, self._case.reference, reason)
            self._ended = True
            self._stands(f"Ended today. Saved {self.workspace.now():%H:%M}. u takes it back.")

        options = [words for _, words in said.END_REASONS]
        self.ask(PickPage("The work ends today, because", options), reasoned)

    def why_not_take_up(self) -> str:
        """It must have ended."""
        return "" if self._ended else "the work goes on."

    def do_take_up(self) -> None:
        """It goes on."""
        prepare.take_up(self.workspace, self._case.reference)
        self._ended = False
        self._stands(f"The work goes on. Saved {self.workspace.now():%H:%M}.")

    def _stands(self, sentence: str) -> None:
        """Where the work stands now, and what was done."""
        ref = self._case.reference
        self._case = next(case for case in self.workspace.cases() if case.reference == ref)
        standing = said.standing(self._case, self.workspace.today)
        self.query_one("#standing", Static).update(standing)
        self.refresh_keys()
        self.say(sentence)

    def why_not_followed_up(self) -> str:
        """One must wait."""
        return "" if self._case.follow_up else said.NONE_WAITS

    def do_followed_up(self) -> None:
        """Ask once more, then close it; the next one stands there, if there is one."""

        def sure(place: int) -> None:
            if place == 1:
                ref, today = self._case.reference, self.workspace.today
                keep.followed_up(self.workspace, ref)
                self._case = next(c for c in self.workspace.cases() if c.reference == ref)
                self.query_one("#standing", Static).update(said.standing(self._case, today))
                self.refresh_keys()
                self.say(said.followed_up(self._case.follow_up, today))

        asked, answers = said.FOLLOWED_UP, said.FOLLOWED_UP_ANSWERS
        self.ask(PickPage(asked, answers, more=said.FOLLOWED_UP_MORE), sure)

    def do_hold(self) -> None:
        """Stop its clock, or let it run."""
        keep.hold(self.workspace, self._case.reference, on=not self._held)
        self._held = not self._held
        self.say(said.HELD if self._held else said.RELEASED)

    def do_erase(self) -> None:
        """Ask for the reference again, then erase and show the receipt."""
        ref = self._case.reference

        def sure(typed: str) -> None:
            receipt = keep.erase(self.workspace, typed)
            lines = said.erased(receipt.sentence(), receipt.left)
            self.srt.switch_screen(TextPage("Erased", lines))

        again = partial(said.typed_again, meant=ref)
        asked = said.erase_asked(ref)
        self.ask(NamePage(asked, said.ERASE_ASKED, "", again, ERASE_IT), sure)

    def do_back(self) -> None:
        """Back to the caseload."""
        self.dismiss(None)
