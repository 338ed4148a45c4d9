"""Making a vault and getting into one: the key file, its copy, and the lock."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from srt_tui import private_files
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store.keyring import (
    FORMAT,
    KeyFile,
    KeyRing,
    Slot,
    WrongSecretError,
    read_key_file,
)
from srt_tui.store.lock import WriteLock
from srt_tui.store.paths import Paths
from srt_tui.store.seal import Cost, new_recovery_key


class Unlocked(NamedTuple):
    """A vault that may be used. No `lock` means to read only."""

    paths: Paths
    keys: KeyRing
    lock: WriteLock | None
    mended: bool = False


def make(
    paths: Paths, passphrase: str, cost: Cost, now: Callable[[], datetime]
) -> tuple[Unlocked, str]:
    """A new vault and its recovery key. Raises SrtError; OSError when it cannot be written."""
    if paths.kept:
        raise SrtError(
            "There is a store here already.", "Open it, or choose another folder.", Exit.USAGE
        )
    check_passphrase(passphrase)
    paths.make()
    lock = WriteLock(paths.lock, now)
    with _freed_on_failure(lock):
        recovery = new_recovery_key()
        keep_out_of_core_dumps()
        keys = KeyRing.new()
        write_key_file(paths, keys, slots_for(keys, passphrase, recovery, cost))
    return Unlocked(paths, keys, lock), recovery


def slots_for(keys: KeyRing, passphrase: str, recovery: str, cost: Cost) -> tuple[Slot, ...]:
    """Both slots of a vault."""
    return (
        Slot.make(passphrase, keys.key, keys.vault, cost),
        Slot.make(recovery, keys.key, keys.vault, None),
    )


def write_key_file(paths: Paths, keys: KeyRing, slots: tuple[Slot, ...], former: str = "") -> None:
    """Replace the key file and its copy. Raises OSError.

    The copy goes first: at no time does one lie there that an older secret opens. Where it cannot
    be written again, the next opening does it.
    """
    key_file = KeyFile(FORMAT, keys.vault, keys.epoch, slots, former).signed(keys.key)
    private_files.remove(paths.keys_copy)
    try:
        private_files.replace(paths.keys, key_file.encode())
    except OSError:
        if _bytes(paths.keys) != key_file.encode():
            raise
    with contextlib.suppress(OSError):
        private_files.replace(paths.keys_copy, key_file.encode())


def unlock(
    paths: Paths, secret: str, now: Callable[[], datetime], *, read_only: bool = False
) -> Unlocked:
    """Get into a vault. Raises SrtError; OSError when the disk does not answer."""
    _check_there(paths)
    lock = None if read_only else WriteLock(paths.lock, now)
    with _freed_on_failure(lock):
        keep_out_of_core_dumps()
        found, copy = _bytes(paths.keys), _bytes(paths.keys_copy)
        keys, good = _by_either(found, copy, secret)
        if lock:
            paths.make()
            for path, data in ((paths.keys, found), (paths.keys_copy, copy)):
                if data != good:
                    private_files.replace(path, good)
    return Unlocked(paths, keys, lock, mended=found != good)


def _by_either(found: bytes, copy: bytes, secret: str) -> tuple[KeyRing, bytes]:
    """The keys of the key file or else of its copy, and which of them gave them. Raises SrtError.

    A newer version leaves no copy of an older one beside its key file: where there is one that
    opens, only a digit was flipped.
    """
    refusals: list[SrtError] = []
    for data in (found, copy) if copy else (found,):
        try:
            return read_key_file(data).unlock(secret), data
        except SrtError as refused:
            refusals.append(refused)
    raise next((each for each in refusals if isinstance(each, WrongSecretError)), refusals[0])


def _check_there(paths: Paths) -> None:
    """Raise SrtError where there is nothing to unlock."""
    if paths.keys.exists() or paths.keys_copy.exists():
        return
    if paths.part.exists():
        raise SrtError(
            "A restore was cut off, so there is no store here.",
            "Run it again. What was here before is in the folder beside it.",
            Exit.LOCKED,
        )
    if paths.kept:
        raise SrtError(
            "The store's key files are gone, so nothing that is kept here can be opened.",
            "Nothing was changed. Put vault.json back, or restore a backup: srt restore.",
            Exit.LOCKED,
        )
    raise SrtError("There is no store here yet.", "Make one: srt.", Exit.USAGE)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


@contextlib.contextmanager
def _freed_on_failure(lock: WriteLock | None) -> Iterator[None]:
    try:
        yield
    except BaseException:
        if lock:
            lock.release()
        raise


def keep_out_of_core_dumps() -> None:
    """A crash of this process writes no memory to the disk, where the system can be told so."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def check_passphrase(passphrase: str) -> None:
    """Raise SrtError (USAGE) for a passphrase that is none."""
    if not passphrase.strip():
        raise SrtError(
            "A passphrase cannot be empty.", "Four unrelated words are a good one.", Exit.USAGE
        )
