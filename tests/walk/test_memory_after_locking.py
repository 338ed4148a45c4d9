"""After the idle lock: not in the memory of the process, freed or not, read from outside of it."""

import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.canaries import canary
from tests.support.terminal import Terminal
from tests.walk.conftest import PASSPHRASE, Machine, go_on

SILENT_ON_REQUEST = """
import sys
from pathlib import Path
from srt_tui.tui import idle
from srt_tui.cli.main import main

real, silence = idle.moment, Path(sys.argv.pop(1))
idle.moment = lambda: real() + 100_000 * silence.exists()
sys.exit(main())
"""


def memory(pid: int) -> Iterator[bytes]:
    """All that the process may write to."""
    process = Path("/proc") / str(pid)
    with (process / "mem").open("rb", buffering=0) as mem:
        for line in (process / "maps").read_text("utf-8", "replace").splitlines():
            place, rights, *_ = line.split()
            if rights.startswith("rw"):
                begin, end = (int(each, 16) for each in place.split("-"))
                mem.seek(begin)
                try:
                    yield mem.read(end - begin)
                except OSError:
                    continue


def found(pid: int, *words: str) -> dict[str, int]:
    """How often these words stand in the memory of a process."""
    forms = {
        word: [word.encode(), word.encode("utf-16-le"), word.encode("utf-32-le")] for word in words
    }
    counts = dict.fromkeys(words, 0)
    for piece in memory(pid):
        for word, written in forms.items():
            counts[word] += sum(piece.count(form) for form in written)
    return counts


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="only Linux shows its memory so")
def test_after_the_idle_lock_neither_passphrase_nor_words_are_in_memory(machine: Machine) -> None:
    silence, said = machine.home / "silence", canary("said")
    command = [sys.executable, "-c", SILENT_ON_REQUEST, str(silence)]
    with Terminal(command, env=machine.env, cwd=str(machine.home)) as terminal:
        go_on(terminal)
        terminal.press("w")
        terminal.expect("Enter Keep")
        terminal.press(said)
        terminal.expect(said)
        terminal.press("enter")
        page = terminal.expect(f"“{said}”")
        assert all(found(terminal.pid, PASSPHRASE, said).values())
        silence.touch()
        terminal.press("x")
        terminal.expect("Enter twice Back")
        terminal.until(lambda _: found(terminal.pid, PASSPHRASE, said) == {PASSPHRASE: 0, said: 0})
        silence.unlink()
        terminal.at_rest(0.5)
        assert found(terminal.pid, PASSPHRASE, said) == {PASSPHRASE: 0, said: 0}
        assert "Enter twice Back" in terminal.text
        terminal.press("enter")
        terminal.expect("Enter once more")
        terminal.press("enter")
        terminal.expect("Locked")
        terminal.press(PASSPHRASE, "enter")
        assert terminal.expect(page.split()[0])
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        assert termios.tcgetattr(terminal._fd)[3] & termios.ECHO
