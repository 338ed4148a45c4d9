"""What can be had back of a damaged or missing file: never wrong data, never silently less.

Every frame is sealed together with its position and the frame before it, so the frames behind a
damaged one can still be proved to belong where they stand, and a copy of the same generation
holds the same frames.
"""

from typing import NamedTuple

from srt_tui.store.container import Contents, Unreadable, follow, read, renumbered, seek
from srt_tui.store.copies import DatedCopy
from srt_tui.store.keyring import KeyRing
from srt_tui.store.person_log import State, apply, replay


class Salvage(NamedTuple):
    """A state put together again, the generation to go on from, and what is to be said."""

    state: State
    generation: int
    sentence: str


class _Pieces(NamedTuple):
    """The frames that verify, by position. `cut` when nothing behind the last damage does."""

    generation: int
    schema: int
    frames: dict[int, bytes]
    cut: bool


def salvage(keys: KeyRing, id: str, data: bytes, copy: DatedCopy | None) -> Salvage | None:
    """The best that can be put together for `id`; None when nothing of it is left.

    `copy` is the newest one that opens. One of an earlier generation is used only where the
    file's own start is lost: it may hold what has been taken out since.
    """
    pieces = _pieces(keys, id, data)
    frames, generation = pieces.frames, pieces.generation
    made = 0 if copy is None else copy.contents.header.generation
    if copy is not None and made == generation:
        frames = {**dict(enumerate(copy.contents.frames)), **frames}
    state = _replayed(frames)
    if state is not None and made <= generation:
        return Salvage(state, generation + 1, _missing(frames, cut=pieces.cut))
    if copy is None:
        return None
    if made < generation:
        copy.state.bring_up(max(pieces.schema, copy.state.schema))
        for position in sorted(frames):
            apply(frames[position], copy.state)
    sentence = f"It was put back from the copy of {copy.made:%d %B %Y}; later saves may be missing."
    return Salvage(copy.state, max(generation, made) + 1, sentence)


def _replayed(frames: dict[int, bytes]) -> State | None:
    try:
        return replay([frames[position] for position in sorted(frames)]) if 0 in frames else None
    except Unreadable:
        return None


def _missing(frames: dict[int, bytes], *, cut: bool) -> str:
    """What is to be said of a file that is put together from its own frames."""
    count = max(frames) + 1 - len(frames)
    if cut:
        return "It was put together again; what was saved last may be missing."
    if count:
        saves = "one save is" if count == 1 else f"{count} saves are"
        return f"It was put together again; {saves} missing."
    return "It was put together again; nothing is missing."


def _pieces(keys: KeyRing, id: str, data: bytes) -> _Pieces:
    try:
        contents: Contents | None = read(data, keys, "person", id)
    except Unreadable:
        contents = renumbered(data, keys, "person", id)
    if contents is None:
        return _Pieces(0, 0, {}, cut=True)
    frames = dict(enumerate(contents.frames))
    while contents.tail == "damaged" and seek(data, contents):
        before, position = len(contents.frames), contents.chain.position
        follow(data, contents)
        frames.update(enumerate(contents.frames[before:], position))
    header = contents.header
    return _Pieces(header.generation, header.schema, frames, contents.tail == "damaged")
