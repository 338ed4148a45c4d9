"""Short sessions in the real program and a real terminal; the story is told on the screen.

With SRT_RECORD=FILE each key and each screen is written down there.
"""

import operator
import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from srt_tui.domain import entry as happened
from srt_tui.domain import plan as planning
from srt_tui.domain.participant import Preferences, Suits
from srt_tui.workflow import prepare
from tests.support.terminal import Terminal

LAST = "That is all for today."
PRIVATE = ("PRIVATE", "Watch for", "QX-47", "Short answers")


def begun(machine: Any, reference: str, suits: tuple[Suits, ...]) -> None:
    """A first session of twenty minutes that waits at its first page."""
    with machine.opened() as workspace:
        prepare.Preparing(workspace, reference).start_afresh()
        chosen = Preferences(minutes=20, suits=suits)
        prepare.change_preferences(workspace, reference, chosen)
        preparing = prepare.Preparing(workspace, reference)
        preparing.making.plan = planning.make(workspace.pack, ("f05",), minutes=20)
        preparing.start()


def key_for(shown: str) -> str:
    """What is pressed on this screen: a number where one can be picked, and otherwise Enter."""
    if "playing" in shown:
        return "x"
    if "▌4▐" in shown or "●" in shown:
        return "enter"
    if re.search(r" 0 +1 +2 +3 ", shown):
        return "4"
    return "1" if re.search(r"(?m)^\W*1 +\w", shown) else "enter"


def walked(terminal: Terminal) -> list[str]:
    """To the last page that both see, key by key; the keys that were pressed."""
    pressed: list[str] = []
    record = os.environ.get("SRT_RECORD")
    while LAST not in (shown := terminal.text):
        assert len(pressed) < 80, shown
        assert not [words for words in PRIVATE if words in shown], shown
        pressed.append(key_for(shown))
        if record:
            with Path(record).open("a", encoding="utf-8") as file:
                file.write(f"{shown.rstrip()}\n{'═' * 40}\n▶ {pressed[-1]}\n")
        terminal.press(pressed[-1])
        terminal.until(partial(operator.ne, shown))
        terminal.at_rest()
    return pressed


@pytest.mark.parametrize(
    ("columns", "rows", "suits", "number", "form"),
    [(80, 24, (), 4, "full"), (40, 12, ("light-words",), "low", "easy")],
)
def test_a_session_of_twenty_minutes_is_gone_through_with_numbers_and_enter(
    machine: Any,
    arrive: Callable[[Terminal], None],
    columns: int,
    rows: int,
    suits: tuple[Suits, ...],
    number: happened.Word | int,
    form: str,
) -> None:
    begun(machine, "QX-47", suits)
    with machine.start() as terminal:
        arrive(terminal)
        terminal.resize(columns, rows)
        terminal.at_rest()
        assert set(walked(terminal)) <= {"1", "4", "enter", "x"}
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    kept = machine.entries()
    numbers = [e.value for e in kept if isinstance(e, happened.Number)]
    assert numbers == [number, number]
    assert [e.fit for e in kept if isinstance(e, happened.Fit)] == ["fits-me"]
    assert [e.form for e in kept if isinstance(e, happened.ClipShown)] == ["storyboard"]
    (check,) = [e for e in kept if isinstance(e, happened.CheckDone)]
    assert check.form == form
