"""One writer at a time: a lock that the system frees when its holder dies."""

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.private_files import open_private, write_at

_REMEDY = "Close that one first. Only to read: F3 where the passphrase is asked for."
_PATIENCE, _A_MOMENT = 1.0, 0.005
_FAR = 1 << 30  # Windows locks bytes: one far behind the text, so that the text stays readable


class WriteLock:
    """The right to write in a vault. Raises SrtError (LOCKED) when another process has it."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._descriptor = open_private(path, os.O_RDWR | os.O_CREAT)
        try:
            _take(self._descriptor)
        except (BlockingIOError, PermissionError):
            text = os.read(self._descriptor, 500)
            os.close(self._descriptor)
            raise _held(text) from None
        except OSError:
            os.close(self._descriptor)
            raise
        holder = {"process": os.getpid(), "since": now().isoformat(timespec="minutes")}
        try:
            os.ftruncate(self._descriptor, 0)
            write_at(self._descriptor, json.dumps(holder).encode(), 0)
        except OSError:
            self.release()
            raise

    def release(self) -> None:
        """Let the next one in."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


@contextlib.contextmanager
def in_turn(path: Path) -> Iterator[bool]:
    """Whether, within this block, no other process is in one for the same path. Raises OSError.

    It is waited for a moment; who holds on to his turn keeps nobody from going on.
    """
    descriptor = open_private(path, os.O_RDWR | os.O_CREAT)
    try:
        yield _has_come(descriptor)
    finally:
        os.close(descriptor)


def _has_come(descriptor: int) -> bool:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            _take(descriptor)
        except (BlockingIOError, PermissionError):
            time.sleep(_A_MOMENT)
        else:
            return True
    return False


def _held(text: bytes) -> SrtError:
    try:
        holder = json.loads(text)
        who = f"process {int(holder['process'])}"
        since = datetime.fromisoformat(holder["since"]).strftime("%H:%M on %d %B")
    except (ValueError, KeyError, TypeError):
        return SrtError("The store is in use by another window.", _REMEDY, Exit.LOCKED)
    return SrtError(
        f"The store is in use by another window ({who}) since {since}.", _REMEDY, Exit.LOCKED
    )


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
