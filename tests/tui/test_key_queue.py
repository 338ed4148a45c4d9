"""Typed faster than the screens change: nothing typed is lost, and nothing else is set off."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

ROOT = Path(__file__).parents[2]


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Terminal([sys.executable, "-m", "srt_tui", "demo"], env=env) as started:
        started.expect("JD-07")
        yield started


def test_a_word_typed_right_behind_the_find_key_is_looked_for(terminal: Terminal) -> None:
    terminal.press("down", "h")
    terminal.expect("History")
    terminal.press("/jaw")
    terminal.expect("1 place")


def test_words_typed_without_a_pause_are_kept_where_they_belong(terminal: Terminal) -> None:
    terminal.press("down")
    terminal.expect("▌JD-07")
    terminal.press("enter")
    terminal.expect("f05 talk")
    terminal.press("enter")
    terminal.expect("nought to ten")
    terminal.press("5\rwOne thing.\rwAnd another.")
    shown = terminal.until(lambda shown: "And another." in shown)
    assert "Anything I need to know" in shown
    assert "One thing." not in shown
