"""Reading everything once, to know that it can be read."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from srt_tui.store.container import Unreadable, read, read_header
from srt_tui.store.keyring import KeyRing
from srt_tui.store.paths import Paths
from srt_tui.store.person_log import replay
from srt_tui.store.records import revived

Progress = Callable[[int, int], None]
_PARTS = ("p/*.sealed", "p/*.draft", "log/*.sealed", "backup/*/*.sealed")


class Verified(NamedTuple):
    """How much was read, and what could not be: the file's place in the store, and why."""

    files: int
    entries: int
    problems: tuple[str, ...]


def verify(paths: Paths, keys: KeyRing, progress: Progress) -> Verified:
    """Open every frame of every file and look at every record; nothing is changed.

    `progress` is called with the number of files done and of all.
    """
    every = [path for pattern in _PARTS for path in sorted(paths.root.glob(pattern))]
    entries = 0
    problems: list[str] = []
    for done, path in enumerate(every, 1):
        try:
            entries += _read(path, keys)
        except (OSError, Unreadable) as error:
            why = error.why if isinstance(error, Unreadable) else "cannot be read from the disk"
            problems.append(f"{path.relative_to(paths.root)}: {why}")
        progress(done, len(every))
    return Verified(len(every), entries, tuple(problems))


def _read(path: Path, keys: KeyRing) -> int:
    data = path.read_bytes()
    header, _ = read_header(data)
    contents = read(data, keys, header.kind, path.stem).intact()
    if header.kind != "person":
        return 0
    found = revived(replay(contents.frames).tables["entries"])
    if None in found.values():
        raise Unreadable("damaged")
    return len(found)
