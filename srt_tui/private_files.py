"""Private files: written whole or not at all, and known to be on the disk before we say so."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

PRIVATE_DIR = 0o700
PRIVATE_FILE = 0o600
_LEFTOVER = ".tmp"
_BINARY = getattr(os, "O_BINARY", 0)


def make_private(path: Path) -> None:
    """Make a directory, readable by its owner alone whatever the umask."""
    make_folder(path)
    with contextlib.suppress(PermissionError):  # a stick may know no owners
        path.chmod(PRIVATE_DIR)


def make_folder(path: Path) -> None:
    """Make a directory and those above it, each for its owner alone, and known to be on the disk.

    What is there already stays as it is.
    """
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir(PRIVATE_DIR, exist_ok=True)
        with contextlib.suppress(PermissionError):
            path.chmod(PRIVATE_DIR)
        sync_dir(path.parent)


def open_private(path: Path, flags: int) -> int:
    """Open, or create as 0600 whatever the umask, and never follow a link."""
    descriptor = os.open(path, flags | _BINARY | getattr(os, "O_NOFOLLOW", 0), PRIVATE_FILE)
    if flags & os.O_CREAT and hasattr(os, "fchmod"):
        with contextlib.suppress(PermissionError):
            os.fchmod(descriptor, PRIVATE_FILE)
    return descriptor


@contextlib.contextmanager
def opened(path: Path, flags: int) -> Iterator[int]:
    """A descriptor that is closed at the end."""
    descriptor = open_private(path, flags)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def write_at(descriptor: int, data: bytes, offset: int) -> None:
    """Write all of `data` at `offset`; a short write goes on where it stopped."""
    done = _write(descriptor, data, offset)
    while done < len(data):
        done += _write(descriptor, data[done:], offset + done)


if sys.platform == "win32":

    def _write(descriptor: int, data: bytes, offset: int) -> int:
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.write(descriptor, data)

    def read_at(descriptor: int, count: int, offset: int) -> bytes:
        """So many bytes from `offset` on; fewer at the end of the file."""
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.read(descriptor, count)

else:

    def _write(descriptor: int, data: bytes, offset: int) -> int:
        return os.pwrite(descriptor, data, offset)

    def read_at(descriptor: int, count: int, offset: int) -> bytes:
        """So many bytes from `offset` on; fewer at the end of the file."""
        return os.pread(descriptor, count, offset)


def sync(descriptor: int) -> None:
    """Wait until the file's bytes and length are on the disk itself."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(descriptor)
    else:
        os.fdatasync(descriptor)


def sync_dir(path: Path) -> None:
    """Wait until a rename or removal in this directory is on the disk, where that is possible."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(path: Path, data: bytes, *, sync_parent: bool = True) -> None:
    """Put `data` in the place of `path`: whole before or whole after, at any instant.

    Raises OSError; the temporary file is gone then. Who writes many files into one directory
    syncs that himself.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}{_LEFTOVER}")
    try:
        with opened(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC) as descriptor:
            write_at(descriptor, data, 0)
            sync(descriptor)
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if sync_parent:
        sync_dir(path.parent)


def create(path: Path, data: bytes) -> None:
    """Write a new file, whole or not at all, and never over another one.

    Raises FileExistsError; OSError.
    """
    with opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as descriptor:
        try:
            write_at(descriptor, data, 0)
            sync(descriptor)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    sync_dir(path.parent)


def cut(path: Path, end: int) -> None:
    """Cut a file off at `end`. Raises OSError."""
    with opened(path, os.O_RDWR) as descriptor:
        os.ftruncate(descriptor, end)
        sync(descriptor)


def remove(path: Path) -> bool:
    """Remove a file for good; False when there was none."""
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    sync_dir(path.parent)
    return True


def sweep(directory: Path) -> None:
    """Remove what a death in the middle of `replace` left behind."""
    for name in os.listdir(directory):  # noqa: PTH208 - with a thousand files, twenty times faster
        if name.endswith(_LEFTOVER):
            (directory / name).unlink(missing_ok=True)
