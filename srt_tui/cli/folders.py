"""Folders that the command line makes for the user alone."""

from pathlib import Path


def make_private(folder: Path) -> None:
    """Make a folder and those above it that are missing, 0700 whatever the umask.

    Raises OSError.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
