"""Dated copies of the ciphertext, kept beside the files for the day one of them is damaged."""

import contextlib
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from srt_tui.store import files
from srt_tui.store.container import Contents, Unreadable, read
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


class Copies:
    """The dated copies of a vault, one folder for each time, holding what had changed by then."""

    def __init__(self, paths: Paths, keys: KeyRing) -> None:
        self._paths = paths
        self._keys = keys

    def take(self, ids: Iterable[str], now: datetime) -> Path:
        """DatedCopy these participants' files, open each copy, and let old ones go; where they are.

        Raises OSError.
        """
        folder = self._paths.backup / now.strftime(_DATED)
        files.make_private(folder)
        for id in ids:
            path = folder / self._paths.person(id).name
            files.replace(path, self._paths.person(id).read_bytes(), sync_parent=False)
            if self._opened(path) is None:
                files.remove(path)
            self._thin(id, now)
        files.sync_dir(folder)
        files.sync_dir(self._paths.backup)
        return folder

    def take_changed(self, lines: dict[str, IndexLine], now: datetime) -> bool:
        """DatedCopy what is not as it was copied last, and note it there; False when all is.

        Raises OSError.
        """
        changed = [id for id, line in lines.items() if line.copied != line.mark.last]
        if changed:
            self.take(changed, now)
        for id in changed:
            lines[id] = msgspec.structs.replace(lines[id], copied=lines[id].mark.last)
        return bool(changed)

    def paths(self, id: str) -> list[Path]:
        """The copies of a participant's file, newest first."""
        return sorted(self._paths.backup.glob(f"*/{self._paths.person(id).name}"), reverse=True)

    def good(self, id: str) -> Iterator[DatedCopy]:
        """The copies that open, newest first."""
        return (copy for path in self.paths(id) if (copy := self._opened(path)))

    def _opened(self, path: Path) -> DatedCopy | None:
        try:
            contents = read(path.read_bytes(), self._keys, "person", path.stem).intact()
            return DatedCopy(_made(path), contents, replay(contents.frames))
        except (OSError, ValueError, Unreadable):
            return None

    def _thin(self, id: str, now: datetime) -> None:
        """Let copies go that are older than eight weeks and not among the last ten."""
        for path in self.paths(id)[KEPT_COPIES:]:
            with contextlib.suppress(ValueError):
                if now.replace(tzinfo=None) - _made(path) > KEPT_FOR:
                    self.drop(path)

    def drop(self, path: Path) -> None:
        """Remove a copy, and its folder when that is empty. Raises OSError."""
        files.remove(path)
        with contextlib.suppress(OSError):
            path.parent.rmdir()

    def drop_folders(self, folders: Iterable[Path]) -> None:
        """Remove whole folders of copies. Raises OSError."""
        for folder in folders:
            for path in folder.iterdir():
                self.drop(path)

    def drop_holding(self, id: str, entries: Iterable[str]) -> None:
        """Remove the copies that still hold any of these entries. Raises OSError."""
        gone = set(entries)
        for path in self.paths(id):
            copy = self._opened(path)
            if copy is None or gone & copy.state.tables["entries"].keys():
                self.drop(path)


def _made(path: Path) -> datetime:
    """When a copy was made, by its folder's name, in the practitioner's own time."""
    return datetime.strptime(path.parent.name, _DATED)  # noqa: DTZ007 - the name holds no zone
