"""Where a damaged file goes: copied as it is, with a plain note beside it."""

from datetime import datetime
from pathlib import Path

from srt_tui import private_files
from srt_tui.store.paths import Paths

_NOTE = """\
This file could not be read as it should be. It was put here on {when}, untouched.
What could be read of it, and of the dated copies, is back in the store.
It is sealed with the keys of the store, and leaves with the person when the person is erased.
"""


def put_aside(paths: Paths, path: Path, now: datetime) -> None:
    """Copy a file into quarantine; the caller replaces or removes it. Raises OSError.

    A death in between leaves the damaged file where it was, to be found again.
    """
    name = f"{now:%Y-%m-%dT%H%M%S}-{path.name}"
    place = paths.quarantine / name
    count = 1
    while place.exists():
        count += 1
        place = paths.quarantine / f"{count}-{name}"
    note = _NOTE.format(when=f"{now:%d %B %Y at %H:%M}")
    private_files.replace(place.with_name(place.name + ".txt"), note.encode())
    private_files.replace(place, path.read_bytes())
