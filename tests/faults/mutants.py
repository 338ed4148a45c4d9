"""Stores that skip a step, for each of K1 to K10: the trial of that fault must find each out."""

import errno
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from srt_tui import private_files
from srt_tui.domain.errors import SrtError
from srt_tui.store import container, lock, recovery, seal
from srt_tui.store.appender import Appender
from srt_tui.store.change import TableChange
from srt_tui.store.container import Chain, Contents, Kind, Unreadable
from srt_tui.store.index import FileMark
from srt_tui.store.keyring import KeyRing
from srt_tui.store.recovery import Recovery
from srt_tui.store.sealed_blob import SealedBlob
from srt_tui.store.table import SealedStorage

REPLACE, READ, APPEND = private_files.replace, container.read, Appender.append
RELEASE = lock.WriteLock.release


def nothing(*_: object) -> None:
    """A step that is skipped; for a sync, as under `eatmydata`."""


def in_place(path: Path, data: bytes, *, sync_parent: bool = True) -> None:
    """A replacement that writes over what is there."""
    with private_files.opened(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC) as descriptor:
        private_files.write_at(descriptor, data, 0)
        private_files.sync(descriptor)
    if sync_parent:
        private_files.sync_dir(path.parent)


def unsynced_replace(path: Path, data: bytes, *, sync_parent: bool = True) -> None:
    """A replacement whose bytes may come after its name."""
    with mock.patch.object(private_files, "sync", nothing):
        REPLACE(path, data, sync_parent=sync_parent)


def never_written(self: SealedStorage, change: TableChange) -> None:
    """A save that is acknowledged and never written."""
    change.apply(self._tables, self.last)


def memory_first(self: SealedStorage, change: TableChange) -> None:
    """A save that is in memory before the disk has it."""
    change.apply(self._tables, self.last)
    self._log.append(change)


def never_mind(self: Appender, data: bytes, *, sync: bool = True) -> None:
    """A save whose failure is passed over."""
    try:
        APPEND(self, data, sync=sync)
    except SrtError:
        self._guard.broken = False


def taken_for_good(descriptor: int) -> None:
    """A lock that nobody frees when its holder dies."""
    if os.fstat(descriptor).st_size:
        raise BlockingIOError(errno.EWOULDBLOCK, "taken")


def handed_back(self: lock.WriteLock) -> None:
    """The other half of that lock."""
    if self._descriptor >= 0:
        os.ftruncate(self._descriptor, 0)
        RELEASE(self)


def as_left(self: Appender) -> int:
    """The descriptor, without a look at what another program may have written."""
    if self._descriptor < 0:
        self._descriptor = private_files.open_private(self._path, os.O_RDWR)
    return self._descriptor


class Unproved:
    """A key of AES-GCM that opens whatever it is given, proved or not."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._sealing = AESGCM(key)

    def encrypt(self, nonce: bytes, data: bytes, bound_to: bytes) -> bytes:
        return self._sealing.encrypt(nonce, data, bound_to)

    def decrypt(self, nonce: bytes, data: bytes, _: bytes) -> bytes:
        counter = nonce + (2).to_bytes(4, "big")
        stream = Cipher(algorithms.AES(self._key), modes.CTR(counter)).decryptor()
        return stream.update(data[: -seal.TAG])


def unlinked(length: int, _: bytes) -> bytes:
    """The head of a frame that does not say which one comes before it."""
    return PREFIX(length, b"")


def anybodys(data: bytes, keys: KeyRing, kind: Kind, _: str) -> Contents:
    """A file is read whoever it is about."""
    return READ(data, keys, kind, container.read_header(data)[0].id)


def damaged(self: Unreadable, why: str) -> None:
    """What is newer counts as damaged."""
    Exception.__init__(self, why)
    self.why = "damaged" if why == "newer" else why  # type: ignore[assignment]


def in_the_clear(self: SealedBlob, data: bytes) -> None:
    """A draft that is not sealed."""
    REPLACE(self._path, data)


PREFIX = container._prefix
Patch = tuple[object, str, Any]
NO_SYNC: Patch = (private_files, "sync", nothing)
NO_DIRECTORY: Patch = (private_files, "sync_dir", nothing)
FORGETFUL: Patch = (FileMark, "knows_more_than", lambda *_: False)
IN_PLACE: Patch = (private_files, "replace", in_place)

MUTANTS: dict[str, dict[str, list[Patch]]] = {
    "K1": {"written in place": [IN_PLACE]},
    "K2": {"a failed save is passed over": [(Appender, "append", never_mind)]},
    "K3": {"acknowledged, never written": [(SealedStorage, "append", never_written)]},
    "K4": {
        "no fsync of files": [NO_SYNC],
        "no fsync of directories": [NO_DIRECTORY],
        "no fsync at all (eatmydata)": [NO_SYNC, NO_DIRECTORY],
        "renamed before it is synced": [(private_files, "replace", unsynced_replace)],
        "acknowledged, never written": [(SealedStorage, "append", never_written)],
    },
    "K5": {
        "half a save is left there": [(Appender, "_step_back", nothing)],
        "memory before disk": [(SealedStorage, "append", memory_first)],
        "a failed save is passed over": [(Appender, "append", never_mind)],
    },
    "K6": {
        "no lock": [(lock, "_take", nothing)],
        "a lock that outlives its holder": [
            (lock, "_take", taken_for_good),
            (lock.WriteLock, "release", handed_back),
        ],
        "no look at what another wrote": [(Appender, "_writable", as_left)],
    },
    "K7": {
        "frames are not authenticated": [(container, "cipher", Unproved)],
        "damage counts as the end": [(Contents, "intact", lambda self: self), FORGETFUL],
        "the index is not asked": [FORGETFUL],
    },
    "K8": {
        "frames are not chained": [
            (Chain, "_bound", staticmethod(lambda *_: b"")),
            (container, "_prefix", unlinked),
        ],
        "the index is not asked": [FORGETFUL],
        "nobody asks whose file it is": [
            (recovery, "read", anybodys),
            (Recovery, "_owner", lambda _, path: path.stem),
        ],
    },
    "K9": {
        "brought up in place": [IN_PLACE],
        "a newer file counts as damaged": [(Unreadable, "__init__", damaged)],
    },
    "K10": {
        "a draft is not sealed": [(SealedBlob, "write", in_the_clear)],
        "nothing is sealed": [(container, "cipher", lambda _: Plain())],
        "what was read is kept after locking": [(SealedStorage, "close", nothing)],
    },
}


class Plain:
    """A key that seals nothing."""

    def encrypt(self, _: bytes, data: bytes, __: bytes) -> bytes:
        return data + bytes(seal.TAG)

    def decrypt(self, _: bytes, data: bytes, __: bytes) -> bytes:
        return data[: -seal.TAG]


@contextmanager
def at_work(fault: str, name: str) -> Iterator[None]:
    """Within this block the store is this mutant, in workers that are started too."""
    with ExitStack() as stack:
        for target, what, instead in MUTANTS[fault][name]:
            stack.enter_context(mock.patch.object(target, what, instead))
        stack.enter_context(mock.patch.dict(os.environ, {VARIABLE: f"{fault}/{name}"}))
        yield


VARIABLE = "SRT_FAULTS_MUTANT"


def of_this_process() -> None:
    """Be the mutant that the environment names, until the end of this process."""
    if chosen := os.environ.get(VARIABLE):
        fault, _, name = chosen.partition("/")
        for target, what, instead in MUTANTS[fault][name]:
            mock.patch.object(target, what, instead).start()
