"""Who looked at, changed, exported or erased what, and when; never the content.

Sealed files, at least one for each month. A line names a participant by the random id of the file,
so that nothing of a person is left in it after erasing.
"""

import contextlib
import os
import re
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec

from srt_tui import private_files
from srt_tui.domain.errors import SrtError
from srt_tui.store.appender import Appender
from srt_tui.store.container import Chain, Contents, Unreadable, fresh, read, renumbered
from srt_tui.store.index import Index, LogMark
from srt_tui.store.keyring import KeyRing, NewerError
from srt_tui.store.lock import in_turn
from srt_tui.store.paths import Paths
from srt_tui.store.recovery import Recovery
from srt_tui.store.write_guard import WriteGuard

_LONG = 1 << 15  # bytes; with room behind it a file is longer: another process is at it
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


def short(id: str) -> str:
    """What somebody is called who is not here any more: the beginning of a random id."""
    return id[:8]


class AccessLog:
    """The log of a vault. A line that cannot be written stops nobody's work: it is said.

    Who may write goes on with the newest numbered file. Who only reads adds each line, in turn
    with other readers, to a file that begins its number with an r.
    """

    def __init__(
        self,
        paths: Paths,
        keys: KeyRing,
        guard: WriteGuard,
        now: Callable[[], datetime],
        recovery: Recovery,
        index: Index,
    ) -> None:
        self._paths = paths
        self._keys = keys
        self._guard = guard
        self._now = now
        self._recovery = recovery
        self._index = index
        self._month: Appender | None = None
        self._noted: dict[str, datetime] = {}

    def note(self, kind: Kind, id: str = "") -> None:
        """Add a line; it is on the disk at the latest on closing: a power cut may cost it.

        Who goes on looking at a person has one line for it every ten minutes, not one a key.
        """
        at = self._now()
        if self._guard.closed or (kind == "viewed" and self._looking(id, at)):
            return
        self._noted[id] = at
        line = msgspec.json.encode(Access(at, kind, account(), id))
        try:
            if self._guard.read_only:
                self._add_in_turn(f"{at:%Y-%m}-r", line)
            elif self._guard.writable:
                self._this_month(f"{at:%Y-%m}-").append(line, sync=False)
        except (OSError, SrtError):
            self._recovery.log_failed(None)

    def _looking(self, id: str, at: datetime) -> bool:
        """Whether a line about this person is so fresh that this is the same look."""
        return id in self._noted and abs(at - self._noted[id]) < _A_LOOK

    def _add_in_turn(self, series: str, line: bytes) -> None:
        """Add a line while another process may write, and others read.

        Raises SrtError; OSError.
        """
        with in_turn(self._paths.log / "reading.lock") as mine:
            end = self._end_of(series, WriteGuard()) if mine else self._apart(series)
            try:
                end.append(line)
                end.trim()
            finally:
                end.close()

    def _apart(self, series: str) -> Appender:
        """A file that no other process goes on with at this moment: somebody holds the turn."""
        path = self._file(f"{series}{time.time_ns()}")
        return Appender(path, self._write(path, [b"{}"]), WriteGuard())

    def _this_month(self, series: str) -> Appender:
        if self._month is None or not self._month.header.id.startswith(series):
            self.close()
            self._month = self._end_of(series, self._guard)
        return self._month

    def _end_of(self, series: str, guard: WriteGuard) -> Appender:
        """The newest file of a series; a new one where that is long, or not as the index knows it.

        So opening it costs little, and what was there before is never written over.
        """
        names = {path.stem for path in self._paths.log.glob(f"{series}[0-9]*.sealed")}
        names |= {name for name in self._index.log if re.fullmatch(series + r"\d+", name)}
        newest = max(names, key=lambda name: int(name.removeprefix(series)), default="")
        path = self._file(newest)
        contents = self._read(path) if path.exists() else None
        if newest and (contents is None or self._short(newest, contents)):
            self._recovery.say("log", "Lines are missing in the access log. Which: srt verify.")
        elif contents and contents.tail != "damaged" and contents.size < _LONG:
            if contents.tail == "torn":
                private_files.cut(path, contents.end)
                contents.size = contents.end
            return Appender(path, contents, guard)
        number = int(newest.removeprefix(series) or "0") + 1
        path = self._file(f"{series}{number:03}")
        return Appender(path, self._write(path, [b"{}"]), guard)

    def _short(self, name: str, contents: Contents) -> bool:
        known = self._index.log.get(name)
        return known is not None and known.knows_more_than(contents)

    def _file(self, name: str) -> Path:
        return self._paths.log / f"{name}.sealed"

    def _read(self, path: Path) -> Contents | None:
        """A file of the log, as far as it can be read; a damaged one is put aside, and that told.

        Raises NewerError; OSError.
        """
        data = path.read_bytes()
        try:
            contents = read(data, self._keys, "log", path.stem)
        except Unreadable as found:
            if found.why == "newer":
                raise NewerError from None
            self._recovery.log_failed(path)
            mended = renumbered(data, self._keys, "log", path.stem)
            if mended is None:
                return None
            return self._write(path, mended.frames) if self._guard.writable else mended
        if contents.tail == "damaged":
            self._recovery.log_failed(path)
            if self._guard.writable:
                return self._write(path, contents.frames or [b"{}"])
        return contents

    def _write(self, path: Path, frames: list[bytes]) -> Contents:
        """A file of these frames in its place. Raises OSError."""
        made = fresh(self._keys, "log", path.stem, frames)
        private_files.replace(path, made.data)
        return made.contents

    def lines(self) -> tuple[Access, ...]:
        """Everything that was noted, oldest first; what cannot be read is left out."""
        found: list[Access] = []
        for path in sorted(self._paths.log.glob("*.sealed")):
            contents = self._read(path)
            frames = contents.frames[1:] if contents else []
            found += [msgspec.json.decode(frame, type=Access) for frame in frames]
        return tuple(sorted(found, key=lambda line: line.at))

    def rewrap(self) -> None:
        """Seal every line again under the keys of now. Raises OSError."""
        self.close()
        for path in sorted(self._paths.log.glob("*.sealed")):
            contents = self._read(path)
            if contents and contents.header.epoch != self._keys.epoch:
                made = self._write(path, contents.frames)
                if not self._short(path.stem, contents):
                    self._index.log[path.stem] = LogMark.of(made.chain)
        self._index.changed = True

    def close(self) -> None:
        """Let go of the file, when all of it is on the disk and counted in the index."""
        if self._month is not None:
            try:
                self._month.sync()
            except SrtError:
                self._recovery.log_failed(None)
            self._month.trim()
            self._month.close()
            self._count(self._month.header.id, self._month.chain)
            self._month = None

    def count_readings(self) -> None:
        """Count in the index what was added by who only reads, of late. Raises OSError."""
        counted, late = self._index.log, f"{self._now() - timedelta(days=31):%Y-%m}"
        for path in self._paths.log.glob("*-r*.sealed"):
            if path.stem in counted and path.stem < late:
                continue
            with contextlib.suppress(Unreadable):
                contents = read(path.read_bytes(), self._keys, "log", path.stem)
                if not self._short(path.stem, contents):
                    self._count(path.stem, contents.chain)

    def _count(self, name: str, chain: Chain) -> None:
        mark = LogMark.of(chain)
        self._index.changed |= self._index.log.get(name) != mark
        self._index.log[name] = mark


def account() -> str:
    """The account on this machine, as the system has it and no variable says; else its number."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        name, size = ctypes.create_unicode_buffer(257), ctypes.c_ulong(257)
        found = ctypes.windll.advapi32.GetUserNameW(name, ctypes.byref(size))
        return name.value if found else ""
    import pwd  # noqa: PLC0415 - not on Windows

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
