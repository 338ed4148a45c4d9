"""The shipped pack, for the words of a session."""

import datetime as dt
from pathlib import Path

import pytest

from srt_tui.domain.pack import Pack
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.workflow.workspace import start


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """The pack as it ships."""
    now = dt.datetime(2026, 11, 23, 14, 32, tzinfo=dt.UTC)
    return start(locate(), Settings(), store=tmp_path, now=lambda: now).pack
