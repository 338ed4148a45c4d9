"""K5 on a real small disk; every other fault of real processes is in `trials.py`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import scenario
from tests.faults.kit import Report
from tests.faults.trials import WORKER
from tests.support.parts import needed

ROOM = 200_000


def test_a_small_disk_that_fills_up_keeps_all_that_was_acknowledged(memory: Path) -> None:
    """On a real file system of its own, where the system lets us mount one."""
    place = memory / "small"
    place.mkdir()
    scenario.prepare(memory / "home")
    script = (
        f"mount -t tmpfs -o size={ROOM} tmpfs {place} && cp -a {memory / 'home'} {place}/home"
        f" && timeout 60 {sys.executable} -B {WORKER} {place}/home saves"
        f" > {memory / 'said'}; cp -a {place}/home {memory / 'after'}"
    )
    unshare = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-Urm"]
    needed("unshare")
    subprocess.run([*unshare, "sh", "-c", script], check=False, capture_output=True)
    if not (memory / "after").exists():
        pytest.skip("this system lets nobody mount a small disk")
    said = [json.loads(line) for line in (memory / "said").read_bytes().splitlines()]
    full = [state for name, state in said if name == "memory"]
    assert full
    report = Report()
    report.check(memory / "after", [full[-1]], "full")
    assert not report.lost + report.unreadable
