"""What a person is told when the disk failed."""

import contextlib
import errno
from collections.abc import Iterator
from typing import Literal

from srt_tui.domain.errors import SrtError

Doing = Literal["saving", "reading", "opening", "copying"]
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def told(error: OSError, doing: Doing = "saving") -> SrtError:
    """What a person is told when the disk failed."""
    if doing == "opening":
        return SrtError(
            "The store could not be opened: the disk did not answer as it should.",
            "Nothing was changed. Check that the disk has room and is not write-protected.",
        )
    if doing == "reading":
        return SrtError(
            "The disk did not answer, so this could not be read.",
            "Nothing was changed. Try again; if it goes on, close and open again.",
        )
    if doing == "copying":
        full = "There is not enough room there." if error.errno in _FULL else "The disk failed."
        return SrtError(
            f"Not copied: {full}",
            "Nothing was left there, and nothing here was changed. Try another disk or stick.",
        )
    if error.errno in _FULL:
        return SrtError(
            "Not saved: the disk is full.",
            "What you typed is still on the screen. Make some room and save again.",
        )
    return SrtError(
        "Not saved: the disk did not take it.",
        "What you typed is still on the screen. Try again; if it goes on, close and open again.",
    )


@contextlib.contextmanager
def telling(doing: Doing = "saving") -> Iterator[None]:
    """Failures of the disk within this block are told as SrtError."""
    try:
        yield
    except OSError as error:
        raise told(error, doing) from None
