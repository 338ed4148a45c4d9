"""Forty-five minutes with pushing back: a sign, a move, a swap and a safety matter on the way.

The real program in a real terminal; the story is told on the screen. With SRT_RECORD=FILE each
key and each screen is written down there.
"""

import operator
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from srt_tui.domain import entry as happened
from srt_tui.domain import plan as planning
from srt_tui.domain.participant import Preferences
from srt_tui.workflow import prepare, review
from tests.support.private import private_words
from tests.support.terminal import Terminal
from tests.walk.conftest import REFERENCE
from tests.walk.test_walks import key_for

HIS = "You would not last a week."
NOTED = "chairpushedback"
END = "Note · session"


class Room:
    """The screen that both see, and what must never be on it."""

    def __init__(self, terminal: Terminal, never: list[str]) -> None:
        self.terminal, self.never = terminal, [*never, REFERENCE, NOTED]

    def __call__(self, *keys: str, see: str = "") -> str:
        """Press keys one after another, and wait for these words, or for another screen."""
        for key in keys:
            before = self.terminal.text
            self.terminal.press(key)
            self.terminal.until(partial(operator.ne, before))
            self.terminal.at_rest()
        shown = self.terminal.expect(see) if see else self.terminal.text
        if "SRT_RECORD" in os.environ:
            with Path(os.environ["SRT_RECORD"]).open("a", encoding="utf-8") as file:
                file.write(f"▶ {' '.join(keys) or '(nothing)'}\n{shown.rstrip()}\n{'═' * 80}\n")
        return shown

    def together(self, *keys: str, see: str = "") -> str:
        """The same, on the shared screen."""
        shown = self(*keys, see=see)
        line = " ".join(shown.split())
        assert [words for words in self.never if words in line] == []
        return shown

    def on_to(self, words: str) -> None:
        """Page after page, by numbers and Enter, until these words are on the shared screen."""
        for _ in range(60):
            if words in self.terminal.text:
                return
            self.together(key_for(self.terminal.text))
        raise AssertionError(f"{words!r} never came:\n{self.terminal.text}")


def begun(machine: Any) -> list[str]:
    """A first session of 45 minutes that waits at its first page; what is private in it."""
    with machine.opened() as workspace:
        prepare.Preparing(workspace, REFERENCE).start_afresh()
        prepare.change_preferences(workspace, REFERENCE, Preferences(minutes=45))
        preparing = prepare.Preparing(workspace, REFERENCE)
        preparing.making.plan = planning.make(workspace.pack, ("f05",), minutes=45)
        preparing.start()
        return list(private_words(workspace.pack))


def test_a_session_with_pushing_back_is_gone_through(
    machine: Any, arrive: Callable[[Terminal], None]
) -> None:
    never = begun(machine)
    with machine.start() as terminal:
        arrive(terminal)
        room = Room(terminal, never)
        it_does_not_fit(room)
        he_pushes_back(room)
        somebody_may_not_be_safe(room)
        room.on_to("That is all for today.")
        while END not in room.terminal.text:
            room("enter")
        room.terminal.press("ctrl+q")
        assert room.terminal.wait() == 0
    as_it_was_kept(machine)


def it_does_not_fit(room: Room) -> None:
    """The story is swapped for another one: skip, the reason, the other."""
    room.together()
    room.on_to("Stepping away safely")
    room.together("s", see="Skip this.")
    room.together("1", see="1")
    room.together("1")


def he_pushes_back(room: Room) -> None:
    """His words as he said them; a sign and a move, two keys each; then a note."""
    room.on_to("1 of ")
    room.together("enter", see="2 of ")
    room.together("w", see="Enter Keep")
    room.together(HIS, see=HIS)
    room.together("enter", see="Enter Next")
    room("g", see="Something slipped")
    room("9", see="Kept: Against you.")
    room("escape")
    room("m", see="A move that was tried")
    room("2", see="How was it left?")
    room("4", see="Kept:")
    room("n", see="Enter Keep")
    room(NOTED, see=NOTED)
    room("enter", see="Kept:")
    room.together("escape", see="2 of ")


def somebody_may_not_be_safe(room: Room) -> None:
    """The page of what to do, a matter with its day, and back to where they were."""
    room("f8", see="PRIVATE")
    room("r", see="Follow it up on")
    room("enter", see="safety matter raised, see official record")
    room.together("escape", see="2 of ")


def as_it_was_kept(machine: Any) -> None:
    """Each of it once, and none of what is private in the note."""
    kept = [entry for entry in machine.entries() if entry.session == 2]
    words = [e for e in kept if isinstance(e, happened.Words)]
    assert [(e.voice, e.text) for e in words] == [("his", HIS)]
    (sign,) = [e for e in kept if isinstance(e, happened.SignSeen)]
    (move,) = [e for e in kept if isinstance(e, happened.Repair)]
    assert (move.sign, move.result) == (sign.seq, "held-line")
    (matter,) = [e for e in kept if isinstance(e, happened.SafetyRaised)]
    assert matter.follow_up
    left_out = [e for e in kept if isinstance(e, happened.Skipped)]
    assert [(e.id, e.reason) for e in left_out] == [("f05", "does-not-fit")]
    visits = [e.exercise for e in kept if isinstance(e, happened.Visited)]
    assert visits[0] == "f05"
    assert visits[1] != "f05"
    with machine.opened() as workspace:
        note = review.note(workspace, REFERENCE).text
        (case,) = workspace.cases()
    assert HIS in note
    assert not [each for each in (sign.title, move.title, NOTED, REFERENCE) if each in note]
    assert case.follow_up == matter.follow_up
