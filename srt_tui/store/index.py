"""What the People screen needs of everybody, in one sealed file that can always be made again."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from srt_tui import private_files
from srt_tui.store.container import Chain, Contents, Header
from srt_tui.store.keyring import KeyRing
from srt_tui.store.paths import Paths
from srt_tui.store.sealed_blob import SealedBlob, sealed
from srt_tui.store.write_guard import WriteGuard

ASTRAY = ".astray"
_SUFFIX = ".sealed"


class FileMark(msgspec.Struct, frozen=True, array_like=True):
    """The state of a participant's file at one time; `stamp` is its size and time of change."""

    id: str
    stamp: tuple[int, int]
    generation: int
    frames: int
    last: str

    @classmethod
    def of(cls, paths: Paths, header: Header, chain: Chain) -> "FileMark":
        """The mark of a file as it lies there now. Raises OSError."""
        found = paths.person(header.id).stat()
        stamp = found.st_size, found.st_mtime_ns
        return cls(header.id, stamp, header.generation, chain.position, chain.last.hex())

    def knows_less_than(self, contents: Contents) -> bool:
        """Whether the file was written to since the mark was made."""
        extent = contents.header.generation, len(contents.tags)
        return extent > (self.generation, self.frames)

    def knows_more_than(self, contents: Contents) -> bool:
        """Whether the file was longer, or another one, when the mark was made."""
        if contents.header.generation != self.generation:
            return contents.header.generation < self.generation
        if len(contents.tags) < self.frames:
            return True
        return contents.tags[self.frames - 1].hex() != self.last


class IndexLine(msgspec.Struct, frozen=True, array_like=True):
    """A participant's card, the state of the file that it was made from, and of its last copy."""

    reference: str
    card: bytes
    mark: FileMark
    copied: str = ""


class LogMark(msgspec.Struct, frozen=True, array_like=True):
    """How many lines a file of the access log has, and the tag that it ends by."""

    lines: int
    last: str

    @classmethod
    def of(cls, chain: Chain) -> "LogMark":
        """The mark of a file whose chain stands there; its first frame is no line."""
        return cls(chain.position - 1, chain.last.hex())

    def knows_more_than(self, contents: Contents) -> bool:
        """Whether the file had more lines, or was another one, when the mark was made."""
        tags = contents.tags
        return len(tags) <= self.lines or tags[self.lines].hex() != self.last


class _SavedIndex(msgspec.Struct):
    """The index on the disk; `folder` is when that of the files was changed last, in ns.

    It is 0 where there are files that the index does not know, so that all are looked at.
    `sequence` grows each time it is written.
    """

    lines: dict[str, IndexLine]
    folder: int
    sequence: int = 0
    log: dict[str, LogMark] = {}


class Index:
    """Everybody's line, by id, and the marks of the access log; on the disk as of the last closing.

    A save changes a file in place, and nothing but its stamp would tell the next opening. So
    before the first one the index is put aside under another name: what lies there is still
    known, but every file is looked at again. Where that name is free and the folder is as it
    was, nobody wrote since, and no file needs to be looked at.
    """

    def __init__(
        self, paths: Paths, keys: KeyRing, guard: WriteGuard, damaged: Callable[[Path], None]
    ) -> None:
        self._paths = paths
        self._keys = keys
        self._settled = SealedBlob(paths.index, "index", keys, guard, damaged)
        self._unsettled = SealedBlob(paths.unsettled, "index", keys, guard, damaged)
        self._on_disk = True
        self._sequence = 0
        self._found_settled = False
        self.lines: dict[str, IndexLine] = {}
        self.known: dict[str, IndexLine] = {}  # as they were found on opening
        self.log: dict[str, LogMark] = {}
        self.changed = False

    def refuse_newer(self) -> None:
        """Raise NewerError where a newer version has been at work here. Raises OSError."""
        self._settled.refuse_newer()
        self._unsettled.refuse_newer()

    def load(self) -> bool:
        """Read the index; whether every file is sure to be as it says. Raises SrtError, OSError."""
        settled, unsettled = self._read(self._settled), self._read(self._unsettled)
        both = (saved for saved in (settled, unsettled) if saved)
        newest = max(both, key=lambda saved: saved.sequence, default=_SavedIndex({}, 0))
        self.lines, self.log = newest.lines, newest.log
        self._sequence = newest.sequence
        self.known = dict(self.lines)
        self._found_settled = newest is settled
        self.changed = newest is not settled or newest.folder != self._folder()
        return not self.changed

    @property
    def exists(self) -> bool:
        """Whether there is one on the disk, under either name."""
        return self._paths.index.exists() or self._paths.unsettled.exists()

    @property
    def holds(self) -> bool:
        """Whether nothing can have been written since the index that was found on opening."""
        return self._found_settled and self._paths.index.exists()

    def _folder(self) -> int:
        return self._paths.people.stat().st_mtime_ns

    @staticmethod
    def _read(blob: SealedBlob) -> _SavedIndex | None:
        text = blob.read()
        try:
            return None if text is None else msgspec.json.decode(text, type=_SavedIndex)
        except msgspec.MsgspecError:
            return None

    @property
    def settled(self) -> bool:
        """Whether the index may still lie there as one that holds for every file."""
        return self._on_disk or not self.changed

    def unsettle(self) -> None:
        """A file is about to be changed in place. Raises OSError."""
        self.changed = True
        if self._on_disk:
            if self._paths.index.exists():
                self._paths.index.replace(self._paths.unsettled)
                private_files.sync_dir(self._paths.root)
            self._on_disk = False

    def keep(self) -> None:
        """Write what is known, in the middle of things. Raises SrtError, OSError."""
        self.unsettle()
        self._unsettled.write(self._encoded())

    def settle(self, *, asked: bool = False) -> None:
        """Write the index where it changed: no file is changed after this. Raises SrtError.

        `asked`: a question about a file is open, so the next opening looks at every file again.
        """
        if asked:
            self.keep()
            return
        self.changed = self.changed or not self._on_disk
        if self.changed:
            self._settled.write(self._encoded())
            self._unsettled.remove()

    def forget(self) -> None:
        """Drop what was read."""
        self.lines, self.known, self.log = {}, {}, {}

    def portable(self, lines: dict[str, IndexLine]) -> bytes:
        """A sealed index of these lines, as if nothing had been copied beside the files yet."""
        bare = {id: msgspec.structs.replace(line, copied="") for id, line in lines.items()}
        saved = _SavedIndex(bare, 0, self._sequence, self.log)
        return sealed(self._keys, "index", self._paths.index.stem, msgspec.json.encode(saved))

    def _encoded(self) -> bytes:
        self._sequence += 1
        everybody = look(self._paths).stamps.keys() == self.lines.keys()
        folder = self._folder() if everybody else 0
        saved = _SavedIndex(self.lines, folder, self._sequence, self.log)
        return msgspec.json.encode(saved)

    def stale(self, found: "Found") -> set[str]:
        """The ids whose files are not as the index knows them."""
        known = {id: line.mark.stamp for id, line in self.lines.items()}
        return {id for id, stamp in found.stamps.items() if known.get(id) != stamp}


class Found(NamedTuple):
    """What lies in the people's folder; `astray` when a file is on its way to its own place."""

    stamps: dict[str, tuple[int, int]]
    astray: bool


def look(paths: Paths) -> Found:
    """See what is there, without opening any of it. Raises OSError."""
    stamps: dict[str, tuple[int, int]] = {}
    astray = False
    with os.scandir(paths.people) as entries:
        for entry in entries:
            if entry.name.endswith(_SUFFIX):
                found = entry.stat()
                stamps[entry.name.removesuffix(_SUFFIX)] = found.st_size, found.st_mtime_ns
            astray = astray or entry.name.endswith(ASTRAY)
    return Found(stamps, astray)
