"""The file of the service's own ready-made plans. Nothing in it is about anybody."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path

import msgspec

from srt_tui import private_files
from srt_tui.domain.errors import SrtError
from srt_tui.domain.own_plan import OwnPlan, OwnPlans


def read(path: Path) -> tuple[OwnPlan, ...]:
    """What the file holds; () where there is none.

    Raises SrtError when it cannot be read. A damaged file is set aside whole, so that the next
    reading begins afresh and nothing is written over it.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError:
        raise _unread() from None
    try:
        return msgspec.json.decode(data, type=OwnPlans).plans
    except (msgspec.MsgspecError, ValueError):
        aside = _set_aside(path)
    raise SrtError(
        f"The file of your own plans is damaged; it was set aside as {aside}.",
        "The plans that come with the program are all here.",
    )


def write(path: Path, plans: Sequence[OwnPlan]) -> None:
    """The file, readable by its owner alone, in one piece or as it was. Raises SrtError."""
    data = msgspec.json.format(msgspec.json.encode(OwnPlans(plans=tuple(plans))), indent=1)
    try:
        private_files.make_folder(path.parent)
        private_files.replace(path, data + b"\n")
    except OSError:
        raise SrtError(
            "Not saved: your own plans could not be written.",
            "Nothing was changed. See that the disk has room and is not write-protected.",
        ) from None


def _set_aside(path: Path) -> str:
    """Give the file a name that is free; returns that."""
    names = (f"{path.stem}.damaged{n if n > 1 else ''}{path.suffix}" for n in count(1))
    free = next(name for name in names if not path.with_name(name).exists())
    try:
        path.rename(path.with_name(free))
    except OSError:
        raise _unread() from None
    return free


def _unread() -> SrtError:
    return SrtError(
        "Your own plans could not be read.",
        "Nothing was changed. The plans that come with the program are all here.",
    )
