"""K4 on a recorded disk: every instant of a day, with a part of what was unsafe on the disk."""

from pathlib import Path

import pytest

from tests.faults import kit
from tests.faults.trials import a_day


@pytest.mark.parametrize("arrives", [0.3, 0.7])
def test_at_every_instant_of_a_day_the_store_opens_with_what_was_acknowledged(
    memory: Path, arrives: float
) -> None:
    report = kit.cut(kit.record(memory / "played", a_day), memory, [arrives])
    assert report.unreadable == []
    assert report.lost == []
    assert report.trials > 200
