"""The program dies in the middle of a sentence, in every way a machine knows."""

import signal
from collections.abc import Callable

import pytest

from tests.support.terminal import Terminal
from tests.walk.conftest import Machine

SENTENCE = "Half a sentence that the machine"

Arrive = Callable[[Terminal], None]


def typing(terminal: Terminal, arrive: Arrive) -> None:
    """In the middle of his words."""
    arrive(terminal)
    terminal.press("w")
    terminal.expect("Enter Keep")
    terminal.press(SENTENCE)
    terminal.expect(SENTENCE)


def offered_back(machine: Machine, arrive: Arrive) -> None:
    """The next start has the sentence."""
    with machine.start() as again:
        arrive(again)
        again.expect(SENTENCE)
        again.press("ctrl+q")
        assert again.wait() == 0


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_asked_to_end_in_the_middle_of_a_sentence_it_keeps_the_sentence(
    machine: Machine, arrive: Arrive, asked: signal.Signals
) -> None:
    with machine.start() as terminal:
        typing(terminal, arrive)
        terminal.signal(asked)
        assert terminal.wait() == 128 + asked
        assert terminal.modes_left_on() == []
        assert b"Traceback" not in terminal.written
    assert machine.typed() == SENTENCE
    if asked is signal.SIGTERM:
        offered_back(machine, arrive)


def test_a_window_that_is_closed_takes_nothing_with_it(machine: Machine, arrive: Arrive) -> None:
    with machine.start() as terminal:
        typing(terminal, arrive)
        terminal.hang_up()
        terminal.wait()
    assert machine.typed() == SENTENCE


def test_killed_it_loses_a_second_at_most(machine: Machine, arrive: Arrive) -> None:
    with machine.start() as terminal:
        typing(terminal, arrive)
        (draft,) = machine.folder.glob("store/p/*.draft")
        before = draft.read_bytes()
        terminal.press(" stops")
        terminal.until(lambda _: draft.read_bytes() != before, within=5)
        terminal.signal(signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL
    assert machine.typed().startswith(SENTENCE)
    offered_back(machine, arrive)
