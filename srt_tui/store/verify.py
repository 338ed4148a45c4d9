"""Reading everything once, to know that it can be read."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from srt_tui.store.container import Unreadable, read, read_header
from srt_tui.store.home import Home
from srt_tui.store.keyring import KeyRing
from srt_tui.store.ledger import replay
from srt_tui.store.records import revived

Progress = Callable[[int, int], None]
_PARTS = ("p/*.sealed", "p/*.draft", "log/*.sealed", "backup/*/*.sealed")


class Verified(NamedTuple):
    """How much was read, and what could not be: the file's place in the store, and why."""

    files: int
    entries: int
    problems: tuple[str, ...]


def verify(home: Home, keys: KeyRing, progress: Progress) -> Verified:
    """Open every frame of every file and look at every record; nothing is changed.

    `progress` is called with the number of files done and of all.
    """
    paths = [path for pattern in _PARTS for path in sorted(home.root.glob(pattern))]
    entries = 0
    problems: list[str] = []
    for done, path in enumerate(paths, 1):
        try:
            entries += _read(path, keys)
        except (OSError, Unreadable) as error:
            why = error.why if isinstance(error, Unreadable) else "cannot be read from the disk"
            problems.append(f"{path.relative_to(home.root)}: {why}")
        progress(done, len(paths))
    return Verified(len(paths), entries, tuple(problems))


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
