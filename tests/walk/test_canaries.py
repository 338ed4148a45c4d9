"""Words that nobody else would type, through a whole session: nowhere in the clear."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.terminal import Terminal
from tests.walk.conftest import PASSPHRASE, REFERENCE, Machine, go_on

HIS, NOTED, LINE, SUPERVISION = (
    "quarrelsomeheron", "flintylapwing", "gravellyturnstone", "mildewedfieldfare",
)  # fmt: skip
TITLE = re.compile(rb"\x1b\](?:0|1|2);([^\x07\x1b]*)")
CANARIES = (HIS, NOTED, LINE, SUPERVISION, REFERENCE, PASSPHRASE)


def until(terminal: Terminal, words: str, *, key: str = "enter", most: int = 40) -> None:
    """Press a key, page after page, until these words are on the screen."""
    for _ in range(most):
        if words in terminal.text:
            return
        before = terminal.text
        terminal.press(key)
        terminal.until(before.__ne__)
        terminal.at_rest()
    raise AssertionError(f"{words!r} never came:\n{terminal.text}")


def say(terminal: Terminal, words: str) -> None:
    """Type words where there is a box, and keep them."""
    terminal.expect("Enter Keep")
    terminal.press(words)
    terminal.expect(words)
    terminal.press("enter")
    terminal.until(lambda shown: words not in shown or "Enter Keep" not in shown)


def in_the_clear(*places: Path) -> Iterator[str]:
    """Files, and names of files, that hold one of the words."""
    looked_for = [word.encode() for word in CANARIES]
    for place in places:
        for path in place.rglob("*"):
            data = path.read_bytes() if path.is_file() else b""
            for word in looked_for:
                if word in data or word in str(path.relative_to(place)).encode():
                    yield f"{path.name}: {word.decode()}"


def in_the_process(terminal: Terminal) -> Iterator[str]:
    """What anybody on this machine can see of the program while it runs."""
    for name in ("cmdline", "environ", "comm"):
        seen = Path(f"/proc/{terminal.pid}/{name}")
        data = seen.read_bytes() if seen.exists() else b""
        yield from (f"{name}: {word}" for word in CANARIES if word.encode() in data)


@pytest.fixture
def outside() -> Callable[[], set[Path]]:
    """The files of the temporary folders of this machine that are younger than the test."""
    began = time.time()

    def young() -> set[Path]:
        found = set()
        for place in (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm")):  # noqa: S108 - looked into
            if place.is_dir():
                found |= {p for p in place.iterdir() if p.is_file() and p.stat().st_mtime >= began}
        return found

    return young


def test_nothing_of_a_session_lies_in_the_clear(
    home: Path, outside: Callable[[], set[Path]]
) -> None:
    machine = Machine(home)
    machine.cut_off("f06", "3-p1")
    with machine.start() as terminal:
        go_on(terminal)
        terminal.press("w")
        say(terminal, HIS)
        terminal.press("f2")
        terminal.expect("PRIVATE")
        terminal.press("n")
        say(terminal, NOTED)
        terminal.at_rest()
        terminal.press("escape")
        terminal.until(lambda shown: "PRIVATE" not in shown)
        until(terminal, "about something I want")
        terminal.expect("Said, not saved.")
        terminal.press("w")
        terminal.at_rest(1.0)
        assert "Enter Keep" not in terminal.text
        assert list(in_the_clear(home)) == []
        terminal.press("enter")
        until(terminal, "One minute on how we worked")
        until(terminal, "One thing to keep or change")
        say(terminal, LINE)
        until(terminal, "Thank you for today")
        until(terminal, "What I want to take to supervision")
        say(terminal, SUPERVISION)
        assert list(in_the_process(terminal)) == []
        until(terminal, "Note · session 1")
        terminal.press("enter")
        terminal.expect("People")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        titles = {title.decode() for title in TITLE.findall(bytes(terminal.written))}
        assert titles == {"Terminal"}
    assert list(in_the_clear(home)) == []
    for path in outside():
        assert not any(word.encode() in path.read_bytes() for word in CANARIES), path.name
    kept = repr(machine.entries())
    for word in (HIS, NOTED, LINE, SUPERVISION):
        assert word in kept
