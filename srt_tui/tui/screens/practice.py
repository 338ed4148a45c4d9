"""Practice: a rehearsal with an invented man, for the practitioner alone. Nothing is recorded."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.widgets import Static

from srt_tui.domain.errors import SrtError
from srt_tui.domain.practice import Rehearsal
from srt_tui.present import practice as said
from srt_tui.present.session import private
from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.dialogs.pick import PickPage
from srt_tui.tui.screen import AppScreen, Dialog
from srt_tui.tui.screens.safety import SafetyPage
from srt_tui.tui.widgets.reading import Look, Part, Reading
from srt_tui.workflow.practice import Rehearsing, rehearsals

_LOOKS: dict[str, Look] = {"heading": "mark", "he": "strong", "seen": "seen", "quiet": "quiet"}


SAY = Command(
    "say", "a,b,c,d", "Say", "Say or do this.", shown="a-d", footer=True, words="choose",
    takes_key=True,
)  # fmt: skip


def say_of(number: int) -> Command:
    """Say, shown with the letters there are."""
    return replace(SAY, shown=f"a-{SAY.keys[number - 1]}")


GO_ON = Command(
    "go_on", "enter", "Go on", "Go on to what comes next.", footer=True, words="next continue",
)  # fmt: skip
LOG_SIGN = Command(
    "log_sign", "g", "Sign", "Log that something slipped, for this rehearsal only.", footer=True,
    words="rupture slipped away push",
)  # fmt: skip
TURN_BACK = Command(
    "turn_back", "z", "Turn back", "Take the last choice back.", footer=True, words="undo before",
)  # fmt: skip
SHOW_KIND = Command("show_kind", "k", "Kind of move", "Show what kind of move it was.")
COACH_LATER = Command(
    "coach_later", "l", "Coaching later", "Keep the coaching for the end, or have it as you go.",
    words="comments feedback",
)  # fmt: skip
START_AGAIN = Command(
    "start_again", "r", "Start again", "Start this rehearsal again.", words="restart",
)  # fmt: skip


class PracticePage(Dialog[None]):
    """One rehearsal: who he is, turn after turn, and what comes afterwards."""

    CSS_PATH = "practice.tcss"
    commands = (SAY, GO_ON, LOG_SIGN, TURN_BACK, SHOW_KIND, COACH_LATER, START_AGAIN, BACK)
    AUTO_FOCUS = "#said"

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__()
        self._rehearsing = Rehearsing(rehearsal)
        self._begun = False

    def body(self) -> ComposeResult:
        """The band, and one text beneath it that scrolls."""
        yield Static(said.BAND, id="band", markup=False)
        yield Reading(id="said", widest=76)

    def on_mount(self) -> None:
        """Who he is."""
        self.show()

    def show(self) -> None:
        """Everything that is in sight now, from its top."""
        turn = self._rehearsing.turn
        self.head(
            said.title(self._rehearsing.rehearsal),
            said.stage(turn, self.workspace.pack) if turn and self._begun else "",
        )
        self.query_one("#said", Reading).show(drawn(self._parts()))
        self.refresh_keys()

    def _parts(self) -> tuple[said.Passage, ...]:
        now, pack = self._rehearsing, self.workspace.pack
        if not self._begun:
            return said.about(now.rehearsal, pack)
        if now.turn:
            return said.turn(now.turn, now.rehearsal, pack)
        if now.answered:
            return said.answered(now.answered, later=now.later)
        steps = now.steps if now.later else ()
        return said.afterwards(now.afterwards, pack, steps=steps) if now.afterwards else ()

    def available(self) -> Iterator[Command]:
        """Either a choice or going on, never both."""
        for command in super().available():
            turn = self._rehearsing.turn
            if command is SAY and turn and not self.why_not(SAY):
                yield say_of(len(turn.choices))
            elif command is not SAY and (command is not GO_ON or not self.why_not(GO_ON)):
                yield command

    def why_not_say(self) -> str:
        """There must be a turn to choose at."""
        return "" if self._begun and self._rehearsing.turn else said.NO_TURN

    def why_not_go_on(self) -> str:
        """At a turn, something has to be chosen first; at the end, nothing comes."""
        if self._begun and self._rehearsing.turn:
            return said.CHOOSE_FIRST
        return said.OVER if self._rehearsing.afterwards else ""

    def why_not_turn_back(self) -> str:
        """Something must have been chosen."""
        return "" if self._rehearsing.steps else said.NOTHING_CHOSEN

    def why_not_show_kind(self) -> str:
        """Only once it has been chosen."""
        return "" if self._rehearsing.answered else said.CHOOSE_FIRST

    def do_say(self, key: str) -> None:
        """His answer."""
        self._rehearsing.choose(key)
        self.show()

    def do_go_on(self) -> None:
        """The next turn, or what comes afterwards."""
        self._begun = True
        self._rehearsing.go_on()
        self.show()

    def do_turn_back(self) -> None:
        """The turn before, as it was."""
        self._rehearsing.back()
        self.show()

    def do_back(self) -> None:
        """Out of it; in the middle of one, asks first."""
        if not self._rehearsing.steps or self._rehearsing.afterwards:
            self.dismiss(None)
            return

        def sure(place: int) -> None:
            if place == 1:
                self.dismiss(None)

        self.ask(PickPage(said.LEAVE, said.LEAVE_WAYS, more=said.LEAVE_MORE), sure)

    def do_start_again(self) -> None:
        """From who he is."""
        self._begun = False
        self._rehearsing.again()
        self.show()

    def do_show_kind(self) -> None:
        """In one line, until the next key."""
        if self._rehearsing.answered:
            self.say(said.kind(self._rehearsing.answered))

    def do_coach_later(self) -> None:
        """The other way from now on."""
        self._rehearsing.coach_later(later=not self._rehearsing.later)
        self.show()
        self.say(said.LATER if self._rehearsing.later else said.AS_IT_GOES)

    def do_log_sign(self) -> None:
        """Pick one of the pack's signs."""
        options = private.signs(self.workspace.pack)

        def log(picked: int) -> None:
            sign, title = options[picked]
            self._rehearsing.log(sign)
            self.say(said.logged(title))

        self.ask(PickPage(said.WHICH_SIGN, [title for _, title in options]), log)

    @property
    def in_hand(self) -> str:
        """The man is invented."""
        return ""

    def do_safety(self) -> None:
        """The safety page, as in a session."""
        self._rehearsing.open_safety()
        self.srt.push_screen(SafetyPage())


def practise(face: AppScreen[None]) -> None:
    """Offer the pack's rehearsals, and run the one that is picked."""
    found = rehearsals(face.workspace)
    if not found:
        raise SrtError(said.NONE_HERE, said.ELSEWHERE)

    def run(picked: int) -> None:
        face.srt.push_screen(PracticePage(found[picked]))

    face.ask(PickPage(said.WHICH_ONE, said.listed(found), more=said.INTRO), run)


def drawn(parts: Iterable[said.Passage]) -> Iterator[Part]:
    """The parts with a blank line between them; the letter of a choice stands out."""
    for place, part in enumerate(parts):
        if place:
            yield Part("")
        yield Part(part.text, _LOOKS.get(part.look, ""), marked=part.look == "choice")
