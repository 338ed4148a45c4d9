"""The passphrase changed, new keys, and who has looked: in a real terminal."""

import re
import sys

import pytest

from srt_tui.cli.main import main
from tests.support.terminal import Terminal
from tests.walk.conftest import PASSPHRASE, REFERENCE, Machine

NEW = "four other plain words"


def command(machine: Machine, *words: str) -> Terminal:
    """A command in a terminal, with the passphrase yet to be typed."""
    env = {key: value for key, value in machine.env.items() if key != "SRT_PASSPHRASE_FILE"}
    return Terminal([sys.executable, "-m", "srt_tui", *words], env=env, cwd=str(machine.home))


def test_a_changed_passphrase_opens_the_old_one_is_dead_and_new_keys_bring_a_new_recovery_key(
    machine: Machine,
) -> None:
    with command(machine, "passphrase") as terminal:
        terminal.expect("Passphrase:")
        terminal.press(PASSPHRASE, "enter")
        terminal.expect("New passphrase:")
        terminal.press(NEW, "enter")
        terminal.expect("The same again:")
        terminal.press(NEW + "s", "enter")
        terminal.expect("The two are not the same.")
        assert terminal.wait() == 2
    with command(machine, "passphrase") as terminal:
        terminal.expect("Passphrase:")
        terminal.press(PASSPHRASE, "enter")
        terminal.expect("New passphrase:")
        terminal.press(NEW, "enter")
        terminal.expect("The same again:")
        terminal.press(NEW, "enter")
        terminal.expect("the old passphrase is dead")
        assert terminal.wait() == 0
        assert NEW not in terminal.text
    with command(machine, "passphrase", "--new-keys") as terminal:
        terminal.expect("Passphrase:")
        terminal.press(PASSPHRASE, "enter")
        terminal.expect("does not open the store")
        assert terminal.wait() == 3
    with command(machine, "passphrase", "--new-keys") as terminal:
        terminal.expect("Passphrase:")
        terminal.press(NEW, "enter")
        told = terminal.expect("shown once:")
        assert terminal.wait() == 0
    found = re.search(r"shown once: ([0-9A-Z-]{39})", told)
    assert found
    with command(machine, "seen", REFERENCE) as terminal:
        terminal.expect("Passphrase:")
        terminal.press(found[1], "enter")
        terminal.expect("added")
        assert terminal.wait() == 0
        assert REFERENCE in terminal.text


def test_without_a_terminal_nobody_is_asked(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert machine.folder.is_dir()
    assert main(["passphrase"]) == 2
    assert "no terminal" in capsys.readouterr().err
