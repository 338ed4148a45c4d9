"""K1, K4 and K9 on a recorded disk: every instant of every step, killed or without power."""

from pathlib import Path

import pytest

from tests.faults import kit
from tests.faults.scenario import Steps

KILLED = 1.0
NOTHING_ARRIVED = 0.0


def a_day(steps: Steps) -> None:
    steps.create()
    steps.add()
    steps.session()
    steps.custody()


@pytest.mark.parametrize("arrives", [NOTHING_ARRIVED, 0.3, 0.7, KILLED])
def test_at_every_instant_of_a_day_the_store_opens_with_what_was_acknowledged(
    memory: Path, arrives: float
) -> None:
    report = kit.power(memory, a_day, [arrives])
    assert report.unreadable == []
    assert report.lost == []
    assert report.trials > 200
