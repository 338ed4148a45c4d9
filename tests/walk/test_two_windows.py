"""Two windows over one store, and passphrases of every kind."""

import re
import unicodedata
from pathlib import Path

import pytest

from srt_tui.store import Cost
from tests.walk.conftest import PASSPHRASE, REFERENCE, Machine

COMPOSED = unicodedata.normalize("NFC", "zwölf große Übel zählen")
REFUSED = "Not available: the records are open to read only."
READINGS = re.compile(r"reading\.lock|.*-r\d+\.sealed")
PASTED = f"\x1b[200~{'a' * 1_000_000}\x1b[201~"
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)


def contents(machine: Machine) -> dict[Path, bytes]:
    """Every file there is, but who holds the lock, and the log of who only reads."""
    files = (p for p in machine.folder.rglob("*") if p.is_file() and p.name != "vault.lock")
    return {path: path.read_bytes() for path in files if not READINGS.match(path.name)}


def test_the_second_window_says_who_holds_the_store_and_can_read(machine: Machine) -> None:
    with machine.start() as first, machine.start() as second:
        first.expect("Locked")
        first.press(PASSPHRASE, "enter")
        first.expect(REFERENCE)
        second.expect("Locked")
        second.press(PASSPHRASE, "enter")
        told = " ".join(second.expect("in use").split())
        assert f"in use by another window (process {first.pid}) since " in told
        assert "Only to read: F3" in told
        before = contents(machine)
        second.press(PASSPHRASE, "f3")
        second.expect(REFERENCE)
        assert "READ ONLY" in second.text.splitlines()[0]
        for key, words in (("h", "History · "), ("p", "Person · ")):
            second.press(key)
            assert "READ ONLY" in second.expect(words).splitlines()[0]
            second.at_rest()
            second.press("escape")
            second.expect("Due: a session")
            second.at_rest()
        second.press("n")
        second.expect(REFUSED)
        second.press("enter")
        second.expect("Cut off · ")
        second.at_rest()
        second.press("enter")
        second.expect(REFUSED)
        assert contents(machine) == before
        second.press("ctrl+q")
        assert second.wait() == 0
        assert contents(machine) == before
        first.press("ctrl+q")
        assert first.wait() == 0


def test_wrong_passphrases_of_every_kind_are_refused_and_change_nothing(machine: Machine) -> None:
    with machine.start() as terminal:
        terminal.expect("Locked")
        before = contents(machine)
        terminal.press("enter")
        terminal.expect("Type the passphrase first.")
        for wrong in ("not this one", " " * 4, PASSPHRASE.upper(), PASTED):
            terminal.press(wrong)
            terminal.at_rest()
            terminal.press("enter")
            terminal.at_rest()
            terminal.expect("That does not open the store.")
            assert REFERENCE not in terminal.text
        assert contents(machine) == before
        terminal.press(PASSPHRASE, "enter")
        terminal.expect(REFERENCE)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("typed", [COMPOSED, DECOMPOSED])
def test_composed_or_decomposed_it_is_the_same_passphrase(machine: Machine, typed: str) -> None:
    with machine.opened() as workspace:
        workspace.vault.change_passphrase(PASSPHRASE, COMPOSED, cost=Cost.least())
    with machine.start() as terminal:
        terminal.expect("Locked")
        terminal.press(typed)
        terminal.at_rest()
        terminal.press("enter")
        terminal.expect(REFERENCE)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
