"""The disk is full in the middle of a session: said, nothing lost, and saved once afterwards."""

import contextlib
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from srt_tui.domain.entry import Words
from tests.support.terminal import Terminal
from tests.walk.conftest import Machine

SAID = "It was my back that went first"
BEFORE = "The rent was one thing"

Arrive = Callable[[Terminal], None]


def through_a_full_disk(
    machine: Machine, arrive: Arrive, fill: Callable[[int], None], room: Callable[[int], None]
) -> None:
    """One sentence kept before, one typed while there is no room, kept when there is again."""
    with machine.start() as terminal:
        arrive(terminal)
        terminal.press("w")
        terminal.expect("Enter Keep")
        terminal.press(BEFORE, "enter")
        terminal.expect("w Words")
        terminal.press("w")
        terminal.expect("Enter Keep")
        fill(terminal.pid)
        terminal.press(SAID)
        terminal.expect(SAID)
        assert terminal.expect("Not saved: ").count("Not saved") == 1
        terminal.press("enter")
        terminal.at_rest()
        terminal.until(lambda shown: SAID in shown and "Not saved: " in shown)
        room(terminal.pid)
        if "Enter Keep" in terminal.until(lambda shown: "Not saved" not in shown):
            terminal.press("enter")
        terminal.expect("w Words")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    kept = [entry.text for entry in machine.entries() if isinstance(entry, Words)]
    assert kept == [BEFORE, SAID]
    assert machine.typed() == ""


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="needs limits set from outside")
def test_without_room_the_text_stays_on_the_screen_and_is_saved_once(
    machine: Machine, arrive: Arrive
) -> None:
    def limited(pid: int, size: int) -> None:
        _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, hard))

    through_a_full_disk(
        machine,
        arrive,
        lambda pid: limited(pid, 0),
        lambda pid: limited(pid, resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]),
    )


@contextlib.contextmanager
def small_disk(place: Path) -> Iterator[None]:
    """A disk of its own of two megabytes."""
    place.mkdir(mode=0o700, parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m,mode=0700", "tmpfs", str(place)]
    subprocess.run(mount, check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.root
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_on_a_disk_that_is_really_full_likewise(home: Path, arrive: Arrive) -> None:
    filler = home / "srt" / "store" / "filler"

    def fill(_: int) -> None:
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while file.write(bytes(4096)):
                pass

    (home / "srt").mkdir(mode=0o700)
    with small_disk(home / "srt" / "store"):
        machine = Machine(home)
        machine.cut_off("f01", "3-p1")
        through_a_full_disk(machine, arrive, fill, lambda _: filler.unlink())
