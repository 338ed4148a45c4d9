"""Practice: a rehearsal that is run through. Nothing of it is kept, and no vault need be open."""

from functools import cache
from pathlib import Path

from srt_tui.domain.practice import Afterwards, Rehearsal, Turn, TurnTaken, WayThrough
from srt_tui.library import load_rehearsals
from srt_tui.workflow.workspace import Workspace


def rehearsals(workspace: Workspace) -> tuple[Rehearsal, ...]:
    """The rehearsals that come with the pack, in the order of their references."""
    return _rehearsals(workspace.clips.parent)


@cache
def _rehearsals(pack: Path) -> tuple[Rehearsal, ...]:
    """They are read once: like the pack they stay as they are while the program runs."""
    found = load_rehearsals(pack)
    return tuple(sorted(found.values(), key=lambda rehearsal: rehearsal.reference))


class Rehearsing:
    """One way through a rehearsal, turn by turn; dropping it leaves nothing behind.

    After a choice, what he does next is in sight (`answered`) until `go_on`. With `later`,
    coaching is kept for the end.
    """

    def __init__(self, rehearsal: Rehearsal) -> None:
        self.rehearsal = rehearsal
        self.later = False
        self._way = WayThrough(rehearsal=rehearsal)
        self._answered = False

    @property
    def turn(self) -> Turn | None:
        """The turn to choose at; None while his answer is in sight, and at the end."""
        return None if self._answered else self._way.turn

    @property
    def answered(self) -> TurnTaken | None:
        """The turn just over and what was chosen at it, while his answer is in sight."""
        return self._way.steps[-1] if self._answered else None

    @property
    def steps(self) -> tuple[TurnTaken, ...]:
        """The turns that are over, with what was chosen."""
        return self._way.steps

    @property
    def afterwards(self) -> Afterwards | None:
        """What comes at the end; None before it."""
        return None if self._answered or self._way.turn else self._way.afterwards()

    def choose(self, letter: str) -> None:
        """Say or do this; raises SrtError when it cannot be chosen here."""
        if not self._answered:
            self._way = self._way.choose(letter)
            self._answered = True

    def go_on(self) -> None:
        """To the next turn, or to what comes afterwards; before a choice, nothing happens."""
        self._answered = False

    def back(self) -> None:
        """Take the last choice back."""
        self._way = self._way.back()
        self._answered = False

    def again(self) -> None:
        """From the start."""
        self._way = self._way.again()
        self._answered = False

    def log(self, sign: str) -> None:
        """Log a sign at this turn."""
        self._way = self._way.log(sign)

    def open_safety(self) -> None:
        """The safety page was opened by its key."""
        self._way = self._way.open_safety()

    def coach_later(self, *, later: bool) -> None:
        """Keep the coaching for the end, or give it as it goes."""
        self.later = later
