"""K1 to K10: each trial finds nothing in our store, and something in each mutant of it."""

from pathlib import Path

import pytest

from tests.faults import mutants
from tests.faults.trials import TRIALS
from tests.support.parts import needed

EVERY = [(fault, name) for fault, named in mutants.MUTANTS.items() for name in named]
NEEDS = {"K2": ("strace",)}


@pytest.mark.parametrize("fault", TRIALS)
def test_a_fault_loses_nothing_and_is_told(memory: Path, fault: str) -> None:
    needed(*NEEDS.get(fault, ()))
    report = TRIALS[fault](memory)
    assert report.unreadable == []
    assert report.lost == []
    assert report.trials > 0


def test_every_fault_has_a_mutant() -> None:
    assert mutants.MUTANTS.keys() == TRIALS.keys()


@pytest.mark.parametrize(("fault", "name"), EVERY)
def test_a_store_that_skips_a_step_is_found_out(memory: Path, fault: str, name: str) -> None:
    needed(*NEEDS.get(fault, ()))
    with mutants.at_work(fault, name):
        report = TRIALS[fault](memory)
    assert report.lost or report.unreadable
