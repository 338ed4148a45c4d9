"""Copies of the whole vault outside of it: made, checked, and put back."""

import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from srt_tui import private_files
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import file_list
from srt_tui.store.container import Unreadable, read, read_header
from srt_tui.store.keyring import KeyRing, read_key_file
from srt_tui.store.lock import WriteLock
from srt_tui.store.paths import Paths

_KEYS, _INDEX = "vault.json", "index.unsettled"
_SEALED = ("p/*.sealed", "p/*.draft", "log/*.sealed", "erasing.sealed")


class Backup(NamedTuple):
    """A copy of the whole vault, how many files it holds, and what is to be said of its place."""

    path: Path
    files: int
    same_disk: bool
    private: bool


def make(paths: Paths, keys: KeyRing, index: bytes, directory: Path, now: datetime) -> Backup:
    """Copy the vault's ciphertext into a new dated folder, and open every copy to check it.

    `index` is the sealed index that goes with it. Nothing is left of a backup that fails. Raises
    SrtError where none may be made, or a copy does not open; OSError.
    """
    target = directory / f"srt-backup-{now:%Y-%m-%dT%H%M%S}"
    _check_place(paths, directory, target)
    names = list(_names(paths.root, _SEALED))
    with _whole_or_gone(target.with_name(target.name + ".part")) as part:
        listed = _copy(paths.root, part, [_KEYS, *names])
        private_files.replace(part / _INDEX, index)
        listed[_INDEX] = file_list.digest(index)
        file_list.write(keys, part, listed)
        opened = [_opens(part / name, keys) for name in (*names, _INDEX)]
        if not all(opened) or any(file_list.amiss(part, listed)):
            raise SrtError(
                "A copy could not be opened again, so the backup is not good.",
                "Run: srt verify. Then try again on another disk.",
            )
        part.replace(target)
        private_files.sync_dir(directory)
    return Backup(
        target,
        len(listed),
        same_disk=target.stat().st_dev == paths.root.stat().st_dev,
        private=not stat.S_IMODE(target.stat().st_mode) & 0o077,
    )


def _check_place(paths: Paths, directory: Path, target: Path) -> None:
    if directory.resolve().is_relative_to(paths.root.resolve()):
        raise SrtError(
            "A backup inside the store would be lost together with it.",
            "Choose a folder on another disk or a stick.",
            Exit.USAGE,
        )
    if not directory.is_dir():
        raise SrtError(
            "There is no such folder, so nothing was copied.",
            "Is the stick in? Make the folder first, then try again.",
            Exit.USAGE,
        )
    if target.exists():
        raise SrtError("That backup is there already.", "Try again in a moment.", Exit.USAGE)


@contextmanager
def _whole_or_gone(part: Path) -> Iterator[Path]:
    """A new folder to be filled and moved. Nothing of an earlier attempt is in it, or stays."""
    if part.exists():
        shutil.rmtree(part)
    private_files.make_private(part)
    try:
        yield part
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _names(root: Path, patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        yield from (path.relative_to(root).as_posix() for path in sorted(root.glob(pattern)))


def _copy(source: Path, target: Path, names: Iterable[str]) -> dict[str, str]:
    """Copy these files; the digest of each. Raises OSError."""
    folders = target / "p", target / "log"
    for folder in folders:
        private_files.make_private(folder)
    listed: dict[str, str] = {}
    for name in names:
        data = (source / name).read_bytes()
        private_files.replace(target / name, data, sync_parent=False)
        listed[name] = file_list.digest(data)
    for folder in (*folders, target):
        private_files.sync_dir(folder)
    return listed


def _opens(path: Path, keys: KeyRing) -> bool:
    data = path.read_bytes()
    try:
        read(data, keys, read_header(data)[0].kind, path.stem).intact()
    except Unreadable:
        return False
    return True


def restore(
    source: Path,
    paths: Paths,
    secret: str,
    now: Callable[[], datetime],
    *,
    put_aside: bool = False,
    what_is_left: bool = False,
) -> Path | None:
    """Make a vault at `paths` from a backup, which the secret of its time opens.

    A backup of which something is gone or changed is refused, unless `what_is_left` will do.
    Where there is a vault already, SrtError is raised, unless `put_aside`: then that one is
    moved beside, whole, and its new place is returned. Raises SrtError; OSError.
    """
    names = _to_restore(source, secret, what_is_left=what_is_left)
    beside = None
    if paths.root.exists() and any(paths.root.iterdir()):
        if not put_aside:
            raise SrtError(
                "There is a store here already, and it may be newer.",
                "Restore into an empty folder, or have this one put aside.",
                Exit.USAGE,
            )
        beside = paths.root.with_name(f"{paths.root.name}-before-{now():%Y-%m-%dT%H%M%S}")
    lock = WriteLock(paths.lock, now) if beside else None
    try:
        with _whole_or_gone(paths.part) as part:
            _copy(source, part, names)
            private_files.make_private(Paths(part).backup)
            private_files.replace(Paths(part).keys_copy, (part / _KEYS).read_bytes())
            _exchange(paths.root, part, beside)
    finally:
        if lock:
            lock.release()
    return beside


def _exchange(root: Path, part: Path, beside: Path | None) -> None:
    """Move `part` to `root`, and what is there to `beside`. Raises OSError; then it is back."""
    if beside:
        root.replace(beside)
    elif root.exists():
        root.rmdir()
    try:
        part.replace(root)
    except OSError:
        if beside:
            beside.replace(root)
        raise
    private_files.sync_dir(root.parent)


def _to_restore(source: Path, secret: str, *, what_is_left: bool) -> list[str]:
    """The names of a backup's files. Raises SrtError when it is not whole; OSError."""
    try:
        keys = read_key_file((source / _KEYS).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        raise SrtError(
            "That folder does not hold a whole backup.",
            "Choose a folder whose name begins with srt-backup.",
            Exit.USAGE,
        ) from None
    opened = keys.unlock(secret)
    there = list(_names(source, (_KEYS, _INDEX, *_SEALED)))
    if what_is_left:
        return there
    try:
        listed = file_list.read(opened, source)
        amiss = None if listed is None else list(file_list.amiss(source, listed))
    except Unreadable:
        amiss = None
    if amiss is None:
        raise _not_whole("That backup has no list of its files, so some may be missing.")
    if amiss:
        raise _not_whole(_counted([why for _, why in amiss]))
    return there


def _counted(reasons: list[str]) -> str:
    """How many files are amiss, in one sentence."""
    gone = reasons.count("gone")
    return (
        f"That backup is not whole: {gone} of its files are gone, "
        f"{len(reasons) - gone} are not as they were."
    )


def _not_whole(message: str) -> SrtError:
    return SrtError(
        message,
        "Choose another backup. To go on with what is left of this one: --what-is-left",
    )
