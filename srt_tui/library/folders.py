"""The files of a pack's folders, by the id that each file's name is."""

import re
from pathlib import Path

from srt_tui.library.finding import Notebook, Row

_ID = re.compile(r"^[a-z][a-z0-9-]*$")


def named(folder: Path, name: str, book: Notebook) -> dict[str, Path]:
    """The Markdown files of a folder by id; a file whose name is no id is told and left out."""
    found: dict[str, Path] = {}
    for path in inside(folder):
        at = Row(f"{name}/{path.name}", 1, "")
        if path.name.startswith("."):
            continue
        if path.suffix != ".md":
            book.warn("file-unread", at, "Only files that end in .md are read here.")
        elif not _ID.match(path.stem):
            meant = re.sub(r"[^a-z0-9-]+", "-", path.stem.lower()).strip("-")
            what = "The file's name is its id: small letters, figures and dashes."
            book.error("file-name", at, what, f"{meant}.md")
        else:
            found[path.stem] = path
    return found


def inside(folder: Path) -> list[Path]:
    """What is in a folder, by name; nothing when there is no such folder."""
    return sorted(folder.iterdir()) if folder.is_dir() else []
