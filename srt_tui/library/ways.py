"""Every way through a rehearsal at once: what can be reached, and what a way can add up to."""

from collections.abc import Callable

from srt_tui.domain.practice import FIRST, Choice, Rehearsal, Turn

Weight = Callable[[Choice], int]


def backward(rehearsal: Rehearsal) -> list[tuple[Turn, Choice]]:
    """The choices that do not lead on to a turn further down, so that a way might never end."""
    place = {id: number for number, id in enumerate(rehearsal.turns)}
    return [
        (turn, choice)
        for turn in rehearsal.turns.values()
        for choice in turn.choices
        if choice.to and place[choice.to] <= place[turn.id]
    ]


def reached(rehearsal: Rehearsal) -> dict[str, Turn]:
    """The turns that a way can come to, as written; no choice may lead backward."""
    found = {FIRST}
    for turn in rehearsal.turns.values():
        if turn.id in found:
            found.update(choice.to for choice in turn.choices)
    return {id: turn for id, turn in rehearsal.turns.items() if id in found}


def least_and_most(turns: dict[str, Turn], weight: Weight) -> tuple[int, int]:
    """The least and the most that the choices of one way add up to."""
    found: dict[str, tuple[int, int]] = {"": (0, 0)}
    for turn in reversed(turns.values()):
        low = min(weight(choice) + found[choice.to][0] for choice in turn.choices)
        high = max(weight(choice) + found[choice.to][1] for choice in turn.choices)
        found[turn.id] = low, high
    return found[FIRST]
