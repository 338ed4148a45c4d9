"""What the People screen needs of everybody, in one sealed file that can always be made again."""

import os
from typing import TYPE_CHECKING

import msgspec

from srt_tui.store.container import Chain, Contents, Header
from srt_tui.store.home import Home

if TYPE_CHECKING:
    from srt_tui.store.sheet import Sheet


class Mark(msgspec.Struct, frozen=True):
    """The state of a participant's file at one time."""

    id: str
    size: int
    modified: int
    generation: int
    frames: int
    last: str

    @classmethod
    def of(cls, home: Home, header: Header, chain: Chain) -> "Mark":
        """The mark of a file as it lies there now. Raises OSError."""
        found = stamp(home.person(header.id).stat())
        return cls(header.id, *found, header.generation, chain.position, chain.last.hex())

    def knows_more_than(self, contents: Contents) -> bool:
        """Whether the file was longer, or another one, when the mark was made."""
        if contents.header.generation != self.generation:
            return contents.header.generation < self.generation
        if len(contents.tags) < self.frames:
            return True
        return contents.tags[self.frames - 1].hex() != self.last


class Line(msgspec.Struct, frozen=True):
    """A participant's card, the state of the file that it was made from, and of its last copy."""

    reference: str
    card: bytes
    mark: Mark
    copied: str = ""


class Index(msgspec.Struct):
    """All lines, by id."""

    lines: dict[str, Line] = {}


def stamp(found: os.stat_result) -> tuple[int, int]:
    """What tells cheaply that a file is as it was: size, and time of the last change in ns."""
    return found.st_size, found.st_mtime_ns


def load(sheet: "Sheet") -> Index | None:
    """The index as it was written last; None when it has to be made again."""
    text = sheet.read()
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=Index)
    except msgspec.MsgspecError:
        return None


def save(sheet: "Sheet", index: Index) -> None:
    """Write the index. Raises SrtError."""
    sheet.write(msgspec.json.encode(index))
