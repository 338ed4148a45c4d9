"""Invented packs and histories for the tests of what is said."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from srt_tui.domain.pack import Pack


@pytest.fixture(scope="session")
def make() -> Any:
    """The module `tests/samples/invented.py`."""
    path = Path(__file__).parents[1] / "samples" / "invented.py"
    spec = importlib.util.spec_from_file_location("invented", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def pack(make: Any) -> Pack:
    """A pack with the shape of the shipped one."""
    made: Pack = make.pack()
    return made
