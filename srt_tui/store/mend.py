"""What can be had back of a damaged file: never wrong data, never silently less."""

from typing import NamedTuple

from srt_tui.store.container import Unreadable, read
from srt_tui.store.home import Home
from srt_tui.store.keyring import KeyRing
from srt_tui.store.ledger import State, replay


class Salvage(NamedTuple):
    """A state put together again, the generation to go on from, and what is missing."""

    state: State
    generation: int
    sentence: str


def salvage(home: Home, keys: KeyRing, id: str, data: bytes) -> Salvage | None:
    """The best that can be put together for `id` from a damaged file; None when nothing can."""
    del home
    try:
        contents = read(data, keys, "person", id)
        state = replay(contents)
    except Unreadable:
        return None
    return Salvage(
        state,
        contents.header.generation + 1,
        "A file was damaged. What could be read is here; what was saved last is missing.",
    )
