"""Removing one participant: from the store, the quarantine and every dated copy."""

import contextlib
from datetime import datetime
from pathlib import Path

import msgspec

from srt_tui.store import files
from srt_tui.store.container import Unreadable, read_header
from srt_tui.store.paths import Paths

_SOLID = (
    "What was exported, printed, or entered in the official record.",
    "Traces that the disk keeps for a while: sealed, and past reading once the keys are rotated.",
)


class Receipt(msgspec.Struct, frozen=True):
    """What was removed, and what could not be reached. It names nobody."""

    at: datetime
    files: int
    copies: int
    quarantined: int
    left: tuple[str, ...]

    def sentence(self) -> str:
        """What was removed, in one sentence."""
        return (
            f"Removed on {self.at:%d %B %Y at %H:%M}: {self.files} of the person's files, "
            f"{self.copies} dated copies, {self.quarantined} files in quarantine."
        )


class _Intent(msgspec.Struct):
    """Which file is being erased: a death in the middle is made up for by the next opening."""

    id: str


def begin(paths: Paths, id: str) -> None:
    """Write down that this file is to go. Raises OSError; then it stays."""
    try:
        files.replace(paths.erasing, msgspec.json.encode(_Intent(id)))
    except OSError:
        with contextlib.suppress(OSError):
            files.remove(paths.erasing)
        raise


def erase(paths: Paths, id: str, at: datetime, backups: int) -> Receipt:
    """Remove everything of a participant. Raises OSError; then the next opening goes on with it.

    `backups` is how many copies of the store have been made elsewhere.
    """
    elsewhere = f"Backups made elsewhere: {backups} by this program. Destroy them, or keep a list."
    left = (elsewhere, *_SOLID) if backups else _SOLID
    return Receipt(at, *_remove_all(paths, id), left)


def unfinished(paths: Paths) -> str | None:
    """The id of an erasure that was cut off. Raises OSError."""
    try:
        return msgspec.json.decode(paths.erasing.read_bytes(), type=_Intent).id
    except FileNotFoundError:
        return None
    except msgspec.MsgspecError:
        finished(paths)
        return None


def finish(paths: Paths, id: str) -> None:
    """Go on with an erasure that was cut off. Raises OSError."""
    _remove_all(paths, id)


def finished(paths: Paths) -> None:
    """Nothing of the person is left, not even in the index. Raises OSError."""
    files.remove(paths.erasing)


def _remove_all(paths: Paths, id: str) -> tuple[int, int, int]:
    files.sweep(paths.people)
    own = sum(files.remove(path) for path in (paths.draft(id), paths.person(id)))
    copies = [path for path in paths.backup.glob("*/*") if id in path.name]
    kept = [path for path in paths.quarantine.iterdir() if id in path.name or _is_about(path, id)]
    for path in copies + kept:
        files.remove(path)
        note = path.with_name(path.name + ".txt")
        files.remove(note)
    for folder in {path.parent for path in copies}:
        if not any(folder.iterdir()):
            folder.rmdir()
    return own, len(copies), sum(path.suffix != ".txt" for path in kept)


def _is_about(path: Path, id: str) -> bool:
    try:
        return read_header(path.read_bytes())[0].id == id
    except Unreadable:
        return False
