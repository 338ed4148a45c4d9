"""The two programs that are compared, brought to where they are to be measured."""

import re
from collections import defaultdict
from pathlib import Path

from tests.bench import people
from tests.bench.measure import program
from tests.support.terminal import Came, Terminal

HELLO = ("Hello there", "Quit")
LIST = ("Somebody 003", "Dialog")
PEOPLE = ("last seen  foundation", "Last time", "Hide")
DIALOG = "the dialog is here"
SCREENS = {
    "history": ("h", "Visits"),
    "person": ("p", "Working-together check"),
    "prepare": ("enter", "Suggested"),
    "help": ("f1", "List the keys"),
    "safety": ("f8", "What to do"),
    "new-person": ("n", "New person"),
    "practice": ("f4", "Choose"),
}
"""The screens that a key opens from the caseload, and words by which each is known."""


class Figures(defaultdict[str, list[float]]):
    """What was measured in one round, by name."""

    def __init__(self) -> None:
        super().__init__(list)

    def note(self, name: str, came: Came) -> None:
        """Keep what came of a key."""
        self[f"{name}-time"].append(came.shown)
        self[f"{name}-cpu"].append(came.cpu)
        self[f"{name}-bytes"].append(came.size)


def srt(home: Path) -> Terminal:
    """The program, unlocked from a passphrase file."""
    return program("srt_tui", home, SRT_PASSPHRASE_FILE=str(people.passphrase_file(home)))


def live(home: Path, reference: str, *, see: str) -> Terminal:
    """The program in the session that this person was cut off from."""
    ours = srt(home)
    ours.ready(*PEOPLE)
    ours.at_rest(0.3)
    for _ in range(list(people.PLACES).index(reference)):
        ours.press("down")
    ours.expect(f"{reference} · ")
    ours.press("enter")
    ours.expect("Cut off")
    ours.at_rest(0.3)
    ours.press("enter")
    ours.expect(see)
    ours.at_rest(0.5)
    return ours


def leave(ours: Terminal) -> None:
    """Back to the caseload."""
    ours.press("escape")
    ours.until(lambda shown: PEOPLE[0] in shown)


def dialog(figures: Figures, unit: Terminal) -> None:
    """The list's dialog, opened and shut."""
    figures.note("dialog", unit.measure("f1", see=DIALOG))
    unit.press("escape")
    unit.until(lambda shown: DIALOG not in shown)
    unit.at_rest(0.15)


def hide(figures: Figures, name: str, ours: Terminal) -> None:
    """Hidden and back."""
    title = ours.text.splitlines()[0]
    figures.note(name, ours.measure("f9", see="Enter twice"))
    ours.press("enter")
    ours.expect("once more")
    ours.press("enter")
    ours.until(lambda shown: shown.splitlines()[0] == title)
    ours.at_rest(0.15)


def find(figures: Figures, unit: Terminal, letters: str = "001") -> None:
    """One more letter in the list's box; when all of them stand there, from the start."""
    found = re.search(r"text=(\d*)\.", unit.text)
    before = found[1] if found else ""
    if len(before) == len(letters):
        unit.press(*["backspace"] * len(before))
        unit.expect("text=.")
        unit.at_rest()
        before = ""
    letter = letters[len(before)]
    figures.note("type", unit.measure(letter, see=f"text={before}{letter}."))
