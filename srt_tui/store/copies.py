"""Dated copies of the ciphertext, kept beside the files for the day one of them is damaged."""

import contextlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from srt_tui import private_files
from srt_tui.store import file_list
from srt_tui.store.container import MOST_HEADER, Contents, Unreadable, read, read_header
from srt_tui.store.index import IndexLine
from srt_tui.store.keyring import KeyRing
from srt_tui.store.paths import Paths
from srt_tui.store.person_log import State, replay

KEPT_COPIES = 10
KEPT_FOR = timedelta(weeks=8)
_DATED = "%Y-%m-%dT%H%M%S"


class DatedCopy(NamedTuple):
    """A dated copy that opens."""

    made: datetime
    contents: Contents
    state: State

    def reach(self) -> tuple[int, int]:
        """How far it goes: the more a file was written to, the further."""
        return self.contents.header.generation, self.contents.chain.position


class Copies:
    """The dated copies of a vault, one folder for each time, holding what had changed by then."""

    def __init__(self, paths: Paths, keys: KeyRing) -> None:
        self._paths = paths
        self._keys = keys

    def take(self, ids: Iterable[str], now: datetime) -> Path:
        """Copy these participants' files, open each copy, and let old ones go; where they are.

        Raises OSError.
        """
        folder = self._paths.backup / now.strftime(_DATED)
        private_files.make_private(folder)
        listed = self._listed(folder)
        for id in ids:
            path = folder / self._paths.person(id).name
            data = self._paths.person(id).read_bytes()
            private_files.replace(path, data, sync_parent=False)
            listed[path.name] = file_list.digest(data)
            if self._opened(path) is None:
                del listed[path.name]
                private_files.remove(path)
            self._thin(id, now)
        file_list.write(self._keys, folder, listed)
        private_files.sync_dir(self._paths.backup)
        return folder

    def _listed(self, folder: Path) -> dict[str, str]:
        with contextlib.suppress(Unreadable):
            return file_list.read(self._keys, folder) or {}
        return {}

    def take_changed(self, lines: dict[str, IndexLine], now: datetime) -> bool:
        """Copy what is not as it was copied last, and note it there; False when all is.

        Raises OSError.
        """
        changed = [id for id, line in lines.items() if line.copied != line.mark.last]
        if changed:
            self.take(changed, now)
        for id in changed:
            lines[id] = msgspec.structs.replace(lines[id], copied=lines[id].mark.last)
        return bool(changed)

    def paths(self, id: str) -> list[Path]:
        """The copies of a participant's file."""
        return sorted(self._paths.backup.glob(f"*/{self._paths.person(id).name}"))

    def newest(self, id: str) -> DatedCopy | None:
        """The copy that holds the most of those that open, whenever its folder says it was made."""
        good = (copy for path in self.paths(id) if (copy := self._opened(path)))
        return max(good, key=DatedCopy.reach, default=None)

    def _opened(self, path: Path) -> DatedCopy | None:
        try:
            contents = read(path.read_bytes(), self._keys, "person", path.stem).intact()
            return DatedCopy(_made(path), contents, replay(contents.frames))
        except (OSError, ValueError, Unreadable):
            return None

    def _thin(self, id: str, now: datetime) -> None:
        """Let copies go that are eight weeks away and not among the ten that hold the most."""
        paths = self.paths(id)
        if len(paths) <= KEPT_COPIES:
            return
        for path in sorted(paths, key=_extent, reverse=True)[KEPT_COPIES:]:
            with contextlib.suppress(ValueError):
                if abs(now.replace(tzinfo=None) - _made(path)) > KEPT_FOR:
                    self.drop(path)

    def drop(self, path: Path) -> None:
        """Remove a copy, and its folder when nothing else is in it. Raises OSError."""
        folder = path.parent
        listed = self._listed(folder)
        if listed.pop(path.name, None):
            file_list.write(self._keys, folder, listed)
        private_files.remove(path)
        if all(left.name == file_list.NAME for left in folder.iterdir()):
            private_files.remove(folder / file_list.NAME)
            folder.rmdir()

    def drop_folders(self, folders: Iterable[Path]) -> None:
        """Remove whole folders of copies. Raises OSError."""
        for folder in folders:
            for path in folder.iterdir():
                private_files.remove(path)
            folder.rmdir()

    def drop_holding(self, id: str, entries: Iterable[str]) -> None:
        """Remove the copies that still hold any of these entries. Raises OSError."""
        gone = set(entries)
        for path in self.paths(id):
            copy = self._opened(path)
            if copy is None or gone & copy.state.tables["entries"].keys():
                self.drop(path)


def _extent(path: Path) -> tuple[int, int]:
    """How far a copy goes, as its header and its length tell."""
    try:
        with path.open("rb") as file:
            header, _ = read_header(file.read(MOST_HEADER))
        return header.generation, path.stat().st_size
    except (OSError, Unreadable):
        return 0, 0


def _made(path: Path) -> datetime:
    """When a copy was made, by its folder's name, in the practitioner's own time."""
    return datetime.strptime(path.parent.name, _DATED)  # noqa: DTZ007 - the name holds no zone
