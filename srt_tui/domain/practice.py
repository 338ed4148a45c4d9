"""Rehearsals: an invented man who answers from a script, and one way through what he says.

A way is made of what was chosen. Every step gives a new one, and none is kept anywhere: no
entries, scores or times, and nothing is right or wrong (practice design, "What is not shown").
"""

from collections.abc import Iterable
from typing import Literal, TypeAlias, assert_never

from msgspec.structs import replace

from srt_tui.domain.content import Frozen
from srt_tui.domain.errors import SrtError
from srt_tui.domain.structure import StageId

MOST_POINTS = 5
"""How many points may come afterwards."""
FIRST = "1"
"""The number of the turn a rehearsal begins with."""
SAFETY = "safety"
"""The kind of a choice that opens the safety page."""
LOGGED, SAFETY_PAGE = "logged", "safety-page"
"""What a rule can count besides kinds of move."""

Group: TypeAlias = Literal["repair", "practice", "pull"]


class Kind(Frozen, frozen=True, kw_only=True):
    """A kind of move: what it is, not how good it was.

    `own_sign` is the sign that the practitioner could log about himself or herself, if any.
    """

    id: str
    groups: tuple[Group, ...]
    plain: str
    own_sign: str = ""


class Choice(Frozen, frozen=True, kw_only=True):
    """Something that could be said or done. The letter is its id, not its place.

    `words` are as written: acts stand in square brackets. `to` is the next turn; empty ends it.
    """

    letter: str
    kind: Kind
    words: str
    then: str
    coaching: str
    to: str = ""


class Turn(Frozen, frozen=True, kw_only=True):
    """What he says and what is seen, and what could be said to it.

    `prompt` is the number of the exercise's prompt on screen, 0 for none. `signs` are those that
    show; `act_today` the matter of the safety page that does. Both stay hidden while choosing.
    """

    id: str
    stage: StageId
    he: str
    seen: str
    choices: tuple[Choice, ...]
    prompt: int = 0
    signs: tuple[str, ...] = ()
    act_today: str = ""

    def choice(self, letter: str) -> Choice:
        """The choice with this letter; raises SrtError when there is none."""
        for choice in self.choices:
            if choice.letter == letter:
                return choice
        letters = ", ".join(choice.letter for choice in self.choices)
        raise SrtError("There is no such choice here.", f"Choose one of {letters}.")


class Counted(Frozen, frozen=True, kw_only=True):
    """Holds when these things, added up, came `number` times or more (`exactly`: just so often)."""

    names: tuple[str, ...]
    number: int
    exactly: bool = False


class Picked(Frozen, frozen=True, kw_only=True):
    """Holds when one of these choices, each a turn and a letter, was taken."""

    choices: tuple[tuple[str, str], ...]


class Point(Frozen, frozen=True, kw_only=True):
    """Something to think over afterwards; without a rule it always holds."""

    text: str
    rule: Counted | Picked | None = None


class Rehearsal(Frozen, frozen=True, kw_only=True):
    """One rehearsal. `reference` begins with ZZ and belongs to no one."""

    id: str
    title: str
    exercise: str
    plan: str
    minutes: int
    reference: str
    background: tuple[str, ...]
    trains: str
    turns: dict[str, Turn]
    points: tuple[Point, ...]
    to_try: str
    for_supervision: str
    content_note: str = ""


class TurnTaken(Frozen, frozen=True, kw_only=True):
    """A turn and what was chosen at it."""

    turn: Turn
    choice: Choice


class Afterwards(Frozen, frozen=True, kw_only=True):
    """What comes at the end. Signs are ids, each once, in the order they came up.

    `showed` are his, `own` those that could be logged about oneself, `logged` those that were.
    """

    points: tuple[str, ...]
    to_try: str
    for_supervision: str
    showed: tuple[str, ...]
    own: tuple[str, ...]
    logged: tuple[str, ...]


class WayThrough(Frozen, frozen=True, kw_only=True):
    """One way through a rehearsal so far: letters chosen, signs logged (with their place)."""

    rehearsal: Rehearsal
    letters: tuple[str, ...] = ()
    signs: tuple[tuple[int, str], ...] = ()
    safety_opened: bool = False

    @property
    def steps(self) -> tuple[TurnTaken, ...]:
        """The turns that are over, with what was chosen."""
        steps: list[TurnTaken] = []
        at = FIRST
        for letter in self.letters:
            turn = self.rehearsal.turns[at]
            steps.append(TurnTaken(turn=turn, choice=turn.choice(letter)))
            at = steps[-1].choice.to
        return tuple(steps)

    @property
    def turn(self) -> Turn | None:
        """The turn it has come to; None at the end."""
        steps = self.steps
        to = steps[-1].choice.to if steps else FIRST
        return self.rehearsal.turns[to] if to else None

    def choose(self, letter: str) -> "WayThrough":
        """Say or do this; raises SrtError when it is not a choice here."""
        turn = self.turn
        if turn is None:
            raise SrtError("This rehearsal has come to its end.", "Go back a turn, or start again.")
        return replace(self, letters=(*self.letters, turn.choice(letter).letter))

    def back(self) -> "WayThrough":
        """One turn back, without what was logged since; the first turn stays where it is."""
        letters = self.letters[:-1]
        signs = tuple((place, sign) for place, sign in self.signs if place <= len(letters))
        return replace(self, letters=letters, signs=signs)

    def again(self) -> "WayThrough":
        """From the start, with nothing chosen, logged or opened."""
        return WayThrough(rehearsal=self.rehearsal)

    def log(self, sign: str) -> "WayThrough":
        """Log a sign at this turn; a second time changes nothing."""
        here = (len(self.letters), sign)
        return self if here in self.signs else replace(self, signs=(*self.signs, here))

    def open_safety(self) -> "WayThrough":
        """The safety page was opened by its key."""
        return replace(self, safety_opened=True)

    def afterwards(self) -> Afterwards:
        """What comes at the end; of the points whose rule holds, the first few as written."""
        steps, turn = self.steps, self.turn
        turns = [step.turn for step in steps] + ([turn] if turn else [])
        holding = [point.text for point in self.rehearsal.points if self._holds(point)]
        return Afterwards(
            points=tuple(holding[:MOST_POINTS]),
            to_try=self.rehearsal.to_try,
            for_supervision=self.rehearsal.for_supervision,
            showed=_once(sign for turn in turns for sign in turn.signs),
            own=_once(step.choice.kind.own_sign for step in steps),
            logged=_once(sign for _, sign in self.signs),
        )

    def _holds(self, point: Point) -> bool:
        match point.rule:
            case Picked(choices=choices):
                return any((s.turn.id, s.choice.letter) in choices for s in self.steps)
            case Counted(names=names, number=number, exactly=exactly):
                came = sum(self._came(name) for name in names)
                return came == number if exactly else came >= number
            case None:
                return True
            case never:
                assert_never(never)

    def _came(self, name: str) -> int:
        if name == LOGGED:
            return len(self.signs)
        kind = SAFETY if name == SAFETY_PAGE else name
        opened = self.safety_opened and name == SAFETY_PAGE
        return opened + sum(step.choice.kind.id == kind for step in self.steps)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in order, without empty ones."""
    return tuple(name for name in dict.fromkeys(names) if name)
