"""The pack as it was read last, kept so that a start need not read a hundred files again.

Nothing in it is about anybody. It is used only while every file that it was read from, and every
module that reads, is as it was then; after any change or damage the pack is read afresh. Where it
cannot be written, nothing is kept and nothing is lost.
"""

import os
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from srt_tui import private_files
from srt_tui.domain import content
from srt_tui.domain.content import Frozen
from srt_tui.domain.pack import Pack
from srt_tui.library.finding import Finding
from srt_tui.version import __version__

READ = (".md", ".toml")
"""How the names of files that a pack is read from end."""
SETTLED = 2_000_000_000
"""Nanoseconds: a file that changed later than this before keeping may be changing still."""
_SUM = 4
_READERS = tuple(Path(each).parent for each in (__file__, content.__file__))


class Loaded(Frozen, frozen=True, kw_only=True):
    """A pack to work with, and what was wrong or forgiven on the way."""

    pack: Pack
    findings: tuple[Finding, ...]


class _Kept(Frozen, frozen=True, kw_only=True):
    state: str
    loaded: Loaded


class Sources:
    """The folders that a pack is read from, as they are now."""

    def __init__(self, folders: Sequence[Path]) -> None:
        found = [(path, at) for folder in folders for path, at in _stamps(folder, READ)]
        found += [(path, at) for folder in _READERS for path, at in _stamps(folder, (".py",))]
        self.state = repr((__version__, found))
        self.latest = max((max(at[1:]) for _, at in found), default=0)


def kept(file: Path, sources: Sources) -> Loaded | None:
    """What was kept of these sources; None where there is nothing, or nothing to be trusted."""
    with suppress(OSError, msgspec.MsgspecError):
        data = file.read_bytes()
        if zlib.crc32(data[_SUM:]) == int.from_bytes(data[:_SUM]):
            found = msgspec.msgpack.decode(memoryview(data)[_SUM:], type=_Kept)
            return found.loaded if found.state == sources.state else None
    return None


def keep(file: Path, sources: Sources, loaded: Loaded) -> None:
    """Keep what was read of these sources, whole or not at all."""
    data = msgspec.msgpack.encode(_Kept(state=sources.state, loaded=loaded))
    if time.time_ns() - sources.latest > SETTLED:
        with suppress(OSError):
            private_files.make_folder(file.parent)
            private_files.replace(file, zlib.crc32(data).to_bytes(_SUM) + data)


def _stamps(folder: Path, ends: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Each file below the folder, and each folder, with its size and when it last changed."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.is_dir():
                yield entry.path, (0, 0, 0)
                yield from _stamps(Path(entry.path), ends)
            elif entry.name.endswith(ends):
                at = entry.stat()
                yield entry.path, (at.st_size, at.st_mtime_ns, at.st_ctime_ns)
