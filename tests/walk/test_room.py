"""Two terminals side by side: the first window, and the room window that follows it."""

import signal
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.terminal import Terminal

NONE = "No session is open on this computer."
REFERENCE = "QX-47"


@pytest.fixture
def room(machine: Any) -> Iterator[Terminal]:
    """The room window, before any session."""
    with machine.start("room") as window:
        window.expect(NONE)
        yield window


def blank(shown: str) -> bool:
    """Whether nothing stands there."""
    return not shown.strip()


def test_it_follows_hides_with_the_first_and_is_blank_when_that_is_killed(
    machine: Any, room: Terminal, arrive: Any
) -> None:
    with machine.start() as first:
        arrive(first)
        asked = room.until(lambda shown: not blank(shown) and NONE not in shown)
        assert REFERENCE not in asked
        first.press("enter")
        after = room.until(lambda shown: shown != asked and not blank(shown))
        first.press("f9")
        room.until(blank)
        first.press("enter", "enter")
        room.until(lambda shown: shown == after)
        room.press("f9")
        room.until(blank)
        first.until(lambda shown: "Enter twice" in shown or "F9 Hide" not in shown)
        first.press("enter", "enter")
        room.until(lambda shown: shown == after)
        first.signal(signal.SIGKILL)
        room.until(blank, within=1.0)


def test_handed_over_his_keys_answer_and_no_other_does(
    machine: Any, room: Terminal, arrive: Any
) -> None:
    with machine.start() as first:
        arrive(first)
        room.expect("1 of 6")
        room.press("enter", "q", "s", "f2", "f9")
        room.until(blank)  # what was pressed before it has come
        first.press("enter", "enter")
        room.expect("1 of 6")
        first.press("\x1b[18~")
        room.expect("your keys · 1 of 6")
        room.press("enter")
        room.expect("your keys · 2 of 6")
        assert "Stop here?" not in first.text
        assert "PRIVATE" not in first.text


def test_the_first_window_goes_on_when_the_room_window_is_killed(
    machine: Any, room: Terminal, arrive: Any
) -> None:
    with machine.start() as first:
        arrive(first)
        room.until(lambda shown: not blank(shown) and NONE not in shown)
        asked = first.text
        room.signal(signal.SIGKILL)
        first.press("enter")
        shown = first.until(lambda shown: shown != asked)
        assert "F9 Hide" in shown
