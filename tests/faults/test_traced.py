"""K1 and K2 with real signals and errors of the system; the long form tries every call."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults import traced
from tests.faults.kit import Report
from tests.support.parts import needed

TRIALS = 12


@pytest.fixture(name="bench")
def _bench(memory: Path) -> traced.Bench:
    needed("strace")
    return traced.Bench(memory)


@pytest.mark.parametrize("faults", [traced.kills, traced.errors])
def test_a_kill_or_an_error_at_a_call_of_the_system_loses_nothing(
    bench: traced.Bench, faults: Callable[[traced.Times], Iterator[traced.Fault]]
) -> None:
    every = list(faults(bench.counts()))
    assert len(every) > 100
    report = Report()
    for fault in random.Random(len(every)).sample(every, TRIALS):  # noqa: S311 - repeatable
        traced.try_out(bench, fault, report)
    assert report.unreadable == []
    assert report.lost == []
    assert report.trials == TRIALS
