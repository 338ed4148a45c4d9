"""K1 to K10: each trial finds nothing in our store, and something in each mutant of it."""

import os
import shutil
from pathlib import Path

import pytest

from tests.faults import mutants
from tests.faults.trials import TRIALS

EVERY = [(fault, name) for fault, named in mutants.MUTANTS.items() for name in named]


def needs(fault: str) -> None:
    """Skip where the system lacks what the trial needs; fail in CI."""
    if fault == "K2" and not shutil.which("strace"):
        if os.environ.get("CI") == "true":
            pytest.fail("strace is missing")
        pytest.skip("strace is missing")


@pytest.mark.parametrize("fault", TRIALS)
def test_a_fault_loses_nothing_and_is_told(memory: Path, fault: str) -> None:
    needs(fault)
    report = TRIALS[fault](memory)
    assert report.unreadable == []
    assert report.lost == []
    assert report.trials > 0


def test_every_fault_has_a_mutant() -> None:
    assert mutants.MUTANTS.keys() == TRIALS.keys()


@pytest.mark.parametrize(("fault", "name"), EVERY)
def test_a_store_that_skips_a_step_is_found_out(memory: Path, fault: str, name: str) -> None:
    needs(fault)
    with mutants.at_work(fault, name):
        report = TRIALS[fault](memory)
    assert report.lost or report.unreadable
