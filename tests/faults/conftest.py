"""Lets the fault tests share their tools, however pytest was started."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))


@pytest.fixture(name="memory")
def _memory(tmp_path: Path) -> Iterator[Path]:
    """A directory in memory where there is one: what is tested there needs no real disk."""
    shared = Path("/dev/shm")  # noqa: S108 - a private directory is made below it
    if not shared.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=shared) as place:
        yield Path(place)
