"""Who looked at, changed, exported or erased what, and when; never the content.

Sealed files, at least one for each month. A line names a participant by the random id of the file,
so that nothing of a person is left in it after erasing.
"""

import getpass
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec

from srt_tui.domain.errors import SrtError
from srt_tui.store import files
from srt_tui.store.appender import Appender
from srt_tui.store.container import Contents, Unreadable, fresh, read
from srt_tui.store.keyring import KeyRing, NewerError
from srt_tui.store.paths import Paths
from srt_tui.store.write_guard import WriteGuard

_LONG = 1 << 15
_A_LOOK = timedelta(minutes=10)

Kind = Literal[
    "unlocked", "added", "viewed", "changed", "taken-out", "note", "exported", "imported",
    "erased", "purged", "backed-up", "restored", "passphrase-changed", "keys-rotated",
]  # fmt: skip


class Access(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line: when, what kind, who, and the id of the file where it was about one person."""

    at: datetime
    kind: Kind
    who: str
    id: str = ""


class AccessLog:
    """The log of a vault. A line that cannot be written stops nobody's work: `failed` says so."""

    def __init__(
        self,
        paths: Paths,
        keys: KeyRing,
        guard: WriteGuard,
        now: Callable[[], datetime],
        failed: Callable[[Path | None], None],
    ) -> None:
        self._paths = paths
        self._keys = keys
        self._guard = guard
        self._now = now
        self._failed = failed
        self._month: Appender | None = None
        self._noted: dict[str, datetime] = {}

    def note(self, kind: Kind, id: str = "") -> None:
        """Add a line; it is on the disk at the latest on closing: a power cut may cost it.

        Who goes on looking at a person has one line for it every ten minutes, not one a key.
        """
        at = self._now()
        if not self._guard.writable or (kind == "viewed" and self._looking(id, at)):
            return
        self._noted[id] = at
        line = Access(at, kind, who(), id)
        try:
            self._this_month(line.at).append(msgspec.json.encode(line), sync=False)
        except (OSError, SrtError):
            self._failed(None)

    def _looking(self, id: str, at: datetime) -> bool:
        """Whether a line about this person is so fresh that this is the same look."""
        return id in self._noted and abs(at - self._noted[id]) < _A_LOOK

    def _this_month(self, at: datetime) -> Appender:
        month = f"{at:%Y-%m}"
        if self._month is None or not self._month.header.id.startswith(month):
            self.close()
            path = self._newest(month)
            contents = self._read(path) if path.exists() else None
            if contents and contents.tail == "torn":
                files.cut(path, contents.end)
                contents.size = contents.end
            self._month = Appender(path, contents or self._write(path, [b"{}"]), self._guard)
        return self._month

    def _newest(self, month: str) -> Path:
        """The file of this month to go on with: a short one, so that opening it costs little."""
        paths = sorted(self._paths.log.glob(f"{month}-*.sealed"))
        if paths and paths[-1].stat().st_size < _LONG:
            return paths[-1]
        return self._paths.log / f"{month}-{len(paths) + 1:03}.sealed"

    def _read(self, path: Path) -> Contents | None:
        """A file of the log, as far as it can be read; a damaged one is put aside, and that told.

        Raises NewerError; OSError.
        """
        try:
            contents = read(path.read_bytes(), self._keys, "log", path.stem)
        except Unreadable as found:
            if found.why == "newer":
                raise NewerError from None
            self._failed(path)
            return None
        if contents.tail == "damaged":
            self._failed(path)
            if self._guard.writable:
                return self._write(path, contents.frames or [b"{}"])
        return contents

    def _write(self, path: Path, frames: list[bytes]) -> Contents:
        """A file of these frames in its place. Raises OSError."""
        made = fresh(self._keys, "log", path.stem, frames)
        files.replace(path, made.data)
        return made.contents

    def lines(self) -> tuple[Access, ...]:
        """Everything that was noted, oldest first; what cannot be read is left out."""
        found: list[Access] = []
        for path in sorted(self._paths.log.glob("*.sealed")):
            contents = self._read(path)
            frames = contents.frames[1:] if contents else []
            found += [msgspec.json.decode(frame, type=Access) for frame in frames]
        return tuple(found)

    def rewrap(self) -> None:
        """Seal every line again under the keys of now. Raises OSError."""
        self.close()
        for path in sorted(self._paths.log.glob("*.sealed")):
            contents = self._read(path)
            if contents and contents.header.epoch != self._keys.epoch:
                self._write(path, contents.frames)

    def close(self) -> None:
        """Let go of the file, when all of it is on the disk."""
        if self._month is not None:
            try:
                self._month.sync()
            except SrtError:
                self._failed(None)
            self._month.trim()
            self._month.close()
            self._month = None


def who() -> str:
    """The name of the account on this machine; its number where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return str(os.getuid()) if hasattr(os, "getuid") else ""
