"""What the People screen needs of everybody, in one sealed file that can always be made again."""

import os
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from srt_tui.store.container import Chain, Contents, Header
from srt_tui.store.home import Home

if TYPE_CHECKING:
    from srt_tui.store.sheet import Sheet


ASTRAY = ".astray"
_SUFFIX = ".sealed"


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

    def stale(self, found: "Found") -> set[str]:
        """The ids whose files are not as the index knows them."""
        return {
            id
            for id, mark in found.stamps.items()
            if id not in self.lines
            or (self.lines[id].mark.size, self.lines[id].mark.modified) != mark
        }


class Found(NamedTuple):
    """What lies in the people's folder; `astray` when a file is on its way to its own place."""

    stamps: dict[str, tuple[int, int]]
    astray: bool


def look(home: Home) -> Found:
    """See what is there, without opening any of it. Raises OSError."""
    with os.scandir(home.people) as entries:
        here = list(entries)
    return Found(
        {
            entry.name.removesuffix(_SUFFIX): stamp(entry.stat())
            for entry in here
            if entry.name.endswith(_SUFFIX)
        },
        any(entry.name.endswith(ASTRAY) for entry in here),
    )


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
