"""What must never stand on the shared screen, out of the pack itself."""

import re
from collections.abc import Iterator

from srt_tui.domain.pack import Pack


def private_words(pack: Pack) -> Iterator[str]:
    """Notes of every exercise, signs, moves, the practitioner's marks, and the safety page."""
    for exercise in pack.exercises.values():
        notes = exercise.notes
        for text in (notes.aim, notes.watch_for, notes.stuck, notes.does_not_fit, notes.disclosure):
            yield from (s for s in re.split(r"(?<=[.?!])\s+", text) if len(s) > 1)
    for section in pack.safety.sections:
        lines = section.body.splitlines()
        yield from (line.removeprefix("- ")[:40] for line in lines if line.startswith("- "))
    yield from (sign.title for sign in pack.signs)
    yield from (sign.plain for sign in pack.signs)
    yield from (move.title for move in pack.moves)
    yield from (item.low for item in pack.check.mine)
    yield "PRIVATE"
