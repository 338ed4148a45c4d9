"""A bar that grows in one line of the terminal, and is gone when the work is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_WIDE = 30

Progress = Callable[[int, int], None]


@contextmanager
def bar(stream: TextIO) -> Iterator[Progress]:
    """What to call with the number of files done and of all; silent where nobody looks."""
    seen = stream.isatty()
    shown = ""

    def progress(done: int, total: int) -> None:
        nonlocal shown
        full = done * _WIDE // max(total, 1)
        line = f"{'█' * full}{'░' * (_WIDE - full)} {done} of {total} files"
        if seen and (line[:_WIDE] != shown[:_WIDE] or done == total):
            shown = line
            stream.write(f"\r{line}")
            stream.flush()

    try:
        yield progress
    finally:
        if shown:
            stream.write(f"\r{' ' * len(shown)}\r")
            stream.flush()
