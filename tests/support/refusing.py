"""A disk that takes nothing, as this process sees it; and what a screen says of it."""

import re
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Write(NamedTuple):
    """`way` leads to it; `keys` write while the disk is full, `again` once there is room."""

    way: str
    keys: str
    again: str
    shows: str


@contextmanager
def full_disk() -> Iterator[None]:
    """Nothing can be written by this process, to whatever file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def refusals(text: str) -> int:
    """How often a screen says that something was not kept."""
    return len(re.findall(r"Not saved|It could not be written|Not erased", text))
