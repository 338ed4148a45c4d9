"""Copies of the whole vault outside of it: made, checked, and put back."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import files
from srt_tui.store.container import Unreadable, read, read_header
from srt_tui.store.keyring import KeyRing, read_key_file
from srt_tui.store.lock import WriteLock
from srt_tui.store.paths import Paths

_PARTS = ("p/*.sealed", "p/*.draft", "log/*.sealed")


class Backup(NamedTuple):
    """A copy of the whole vault, and how many files it holds."""

    path: Path
    files: int


def backup(paths: Paths, keys: KeyRing, directory: Path, now: datetime) -> Backup:
    """Copy the vault's ciphertext into a new dated folder, and open every copy to check it.

    Raises SrtError when a copy does not open or the folder is in the vault itself; OSError.
    """
    if directory.resolve().is_relative_to(paths.root.resolve()):
        raise SrtError(
            "A backup inside the store would be lost together with it.",
            "Choose a folder on another disk or a stick.",
            Exit.USAGE,
        )
    target = directory / f"srt-backup-{now:%Y-%m-%dT%H%M%S}"
    if target.exists():
        raise SrtError("That backup is there already.", "Try again in a moment.", Exit.USAGE)
    part = target.with_name(target.name + ".part")
    names = list(_names(paths.root))
    _copy(paths.root, part, ["vault.json", *names])
    for name in names:
        _check(part / name, keys)
    part.replace(target)
    files.sync_dir(directory)
    return Backup(target, len(names) + 1)


def _names(root: Path) -> Iterable[str]:
    for pattern in _PARTS:
        yield from (str(path.relative_to(root)) for path in sorted(root.glob(pattern)))


def _copy(source: Path, target: Path, names: Iterable[str]) -> None:
    files.make_private(target)
    folders = target / "p", target / "log"
    for folder in folders:
        files.make_private(folder)
    for name in names:
        files.replace(target / name, (source / name).read_bytes(), sync_parent=False)
    for folder in (*folders, target):
        files.sync_dir(folder)


def _check(path: Path, keys: KeyRing) -> None:
    data = path.read_bytes()
    try:
        read(data, keys, read_header(data)[0].kind, path.stem).intact()
    except Unreadable:
        raise SrtError(
            "A copy could not be opened again, so the backup is not good.",
            "Run: srt verify. Then try again on another disk.",
        ) from None


def restore(
    source: Path, paths: Paths, now: Callable[[], datetime], *, put_aside: bool = False
) -> Path | None:
    """Make a vault at `paths` from a backup; the secret of that time opens it.

    Where there is a vault already, SrtError is raised, unless `put_aside`: then that one is
    moved beside, whole, and its new place is returned. Raises OSError.
    """
    names = _whole(source)
    beside = None
    if paths.root.exists() and any(paths.root.iterdir()):
        if not put_aside:
            raise SrtError(
                "There is a store here already, and it may be newer.",
                "Restore into an empty folder, or have this one put aside.",
                Exit.USAGE,
            )
        beside = paths.root.with_name(f"{paths.root.name}-before-{now():%Y-%m-%dT%H%M%S}")
    part = paths.root.with_name(paths.root.name + ".part")
    _copy(source, part, ["vault.json", *names])
    lock = WriteLock(paths.lock, now) if beside else None
    try:
        if beside:
            paths.root.replace(beside)
        elif paths.root.exists():
            paths.root.rmdir()
        part.replace(paths.root)
        files.sync_dir(paths.root.parent)
    finally:
        if lock:
            lock.release()
    return beside


def _whole(source: Path) -> list[str]:
    """The names of a backup's files. Raises SrtError when it is not whole."""
    names = list(_names(source))
    try:
        vault = read_key_file((source / "vault.json").read_bytes()).vault
        heads = [read_header((source / name).read_bytes())[0] for name in names]
    except (OSError, SrtError, Unreadable):
        raise SrtError(
            "That folder does not hold a whole backup.",
            "Choose a folder whose name begins with srt-backup.",
            Exit.USAGE,
        ) from None
    if any(head.vault != vault for head in heads):
        raise SrtError(
            "That folder holds files of another store.", "Choose another backup.", Exit.USAGE
        )
    return names
