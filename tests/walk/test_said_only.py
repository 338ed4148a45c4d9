"""What he says at a field that is not saved is nowhere afterwards, whatever is pressed there."""

import time
from pathlib import Path

import pytest

from srt_tui.workflow import review
from tests.walk.conftest import REFERENCE, Machine, go_on

SAID = "zydztyydzt"
"""Letters that are no keys of that page, so that they would be text if there were a box."""
FIELDS = [("f06", "4-f06.w3"), ("r04", "4-r04.w5"), ("t04", "4-t04.w3")]
"""Every field of the pack that is said, not saved."""


def holding(began: float, *homes: Path) -> list[str]:
    """Files, and names of files, that hold what was said; of shared folders, the young ones."""
    found = []
    shared = [Path(each) for each in ("/tmp", "/var/tmp", "/dev/shm")]  # noqa: S108 - looked into
    young = [p for place in shared if place.is_dir() for p in place.iterdir()]
    young = [p for p in young if p.is_file() and p.stat().st_mtime >= began]
    for path in (*young, *(p for home in homes for p in home.rglob("*"))):
        data = path.read_bytes() if path.is_file() else b""
        if SAID.encode() in data or SAID in path.name:
            found.append(path.name)
    return found


def seen_from_outside(pid: int) -> bytes:
    """What anybody on this machine can see of the program, and what its open files hold."""
    place = Path(f"/proc/{pid}")
    told = [place / name for name in ("cmdline", "environ", "comm")]
    opened = [each for each in (place / "fd").iterdir() if each.resolve().is_file()]
    return b"".join(each.read_bytes() for each in (*told, *opened))


@pytest.mark.parametrize(("exercise", "page"), FIELDS, ids=[page for _, page in FIELDS])
def test_what_is_said_is_nowhere_afterwards(home: Path, exercise: str, page: str) -> None:
    began = time.time()
    machine = Machine(home)
    machine.cut_off(exercise, page)
    with machine.start() as terminal:
        go_on(terminal)
        terminal.expect("Said, not saved.")
        terminal.press(SAID)
        terminal.at_rest(1.2)
        assert SAID not in terminal.text
        assert "Enter Keep" not in terminal.text
        assert holding(began, home) == []
        terminal.press("f9")
        terminal.expect("Enter twice")
        terminal.press("enter")
        terminal.expect("once more")
        terminal.press("enter")
        terminal.expect("Said, not saved.")
        assert SAID.encode() not in seen_from_outside(terminal.pid)
        terminal.press("enter")
        terminal.until(lambda shown: "Said, not saved." not in shown)
        terminal.at_rest()
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        assert SAID.encode() not in bytes(terminal.written).replace(b"\x1b", b"")
    assert holding(began, home) == []
    with machine.opened() as workspace:
        person = workspace.person(REFERENCE)
        assert SAID not in repr(person.entries())
        assert SAID.encode() not in (person.draft() or b"")
        assert SAID not in review.note(workspace, REFERENCE).text
        assert SAID not in workspace.vault.export([REFERENCE]).decode()
        (home / "copies").mkdir()
        workspace.vault.backup(home / "copies")
    assert holding(began, home) == []
