"""Dated copies of the ciphertext, kept beside the files for the day one of them is damaged."""

import contextlib
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from srt_tui.store import files
from srt_tui.store.container import Contents, Unreadable, read
from srt_tui.store.home import Home
from srt_tui.store.index import Line
from srt_tui.store.keyring import KeyRing
from srt_tui.store.ledger import State, replay

KEPT_COPIES = 10
KEPT_FOR = timedelta(weeks=8)
_DATED = "%Y-%m-%dT%H%M%S"


class Copy(NamedTuple):
    """A dated copy that opens."""

    made: datetime
    contents: Contents
    state: State


class Copies:
    """The dated copies of a vault, one folder for each time, holding what had changed by then."""

    def __init__(self, home: Home, keys: KeyRing) -> None:
        self._home = home
        self._keys = keys

    def take(self, ids: Iterable[str], now: datetime) -> Path:
        """Copy these participants' files, open each copy, and let old ones go; where they are.

        Raises OSError.
        """
        folder = self._home.backup / now.strftime(_DATED)
        files.make_private(folder)
        for id in ids:
            path = folder / self._home.person(id).name
            files.replace(path, self._home.person(id).read_bytes(), sync_parent=False)
            if self._opened(path) is None:
                files.remove(path)
            self._thin(id, now)
        files.sync_dir(folder)
        files.sync_dir(self._home.backup)
        return folder

    def take_changed(self, lines: dict[str, Line], now: datetime) -> bool:
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
        """The copies of a participant's file, newest first."""
        return sorted(self._home.backup.glob(f"*/{self._home.person(id).name}"), reverse=True)

    def good(self, id: str) -> Iterator[Copy]:
        """The copies that open, newest first."""
        return (copy for path in self.paths(id) if (copy := self._opened(path)))

    def _opened(self, path: Path) -> Copy | None:
        try:
            contents = read(path.read_bytes(), self._keys, "person", path.stem).intact()
            return Copy(_made(path), contents, replay(contents.frames))
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
