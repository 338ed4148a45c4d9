"""Removing participants: from the store, the quarantine and every dated copy."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from srt_tui import private_files
from srt_tui.store.accesslog import Access, short
from srt_tui.store.container import Unreadable, read_header
from srt_tui.store.intent import Intent
from srt_tui.store.paths import Paths
from srt_tui.store.person_files import PersonFiles
from srt_tui.store.telling import telling

_SOLID = (
    "What was exported, printed, or entered in the official record.",
    "Traces that the disk keeps for a while: sealed, and past reading once the keys are rotated.",
)


class Receipt(msgspec.Struct, frozen=True):
    """What was removed, and what could not be reached. It names nobody.

    `aside` counts files in stores that a restore put aside; `in_log` is what the person is called
    in the access log from now on.
    """

    at: datetime
    files: int
    copies: int
    quarantined: int
    aside: int
    left: tuple[str, ...]
    in_log: str

    def sentence(self) -> str:
        """What was removed, in one sentence."""
        aside = f", {self.aside} files in stores put aside" if self.aside else ""
        return (
            f"Removed on {self.at:%d %B %Y at %H:%M}: {self.files} of the person's files, "
            f"{self.copies} dated copies, {self.quarantined} files in quarantine{aside}. "
            f"What the access log says of it: srt seen {self.in_log}."
        )


class Eraser:
    """Removes people from an unlocked vault. Cut off at any time, the next opening goes on."""

    def __init__(self, paths: Paths, people: PersonFiles, intent: Intent) -> None:
        self._paths = paths
        self._people = people
        self._intent = intent

    def erase(self, id: str, at: datetime, log: Sequence[Access]) -> Receipt:
        """Remove everything of a participant; `log` is the access log. Raises SrtError."""
        self._people.let_go(id)
        self._intent.begin([id])
        self._people.forget([id])
        with telling():
            counts = self._remove_all(id)
        self._intent.finish()
        return Receipt(at, *counts, (*_elsewhere(id, log), *_SOLID), short(id))

    def left(self) -> list[str]:
        """Whose erasing was cut off. Raises SrtError."""
        return self._intent.ids()

    def go_on(self, ids: Sequence[str]) -> None:
        """End what was cut off; they are in no list any more. Raises SrtError; OSError."""
        for id in ids:
            self._remove_all(id)
        self._people.forget(ids)
        self._intent.finish()

    def _remove_all(self, id: str) -> tuple[int, int, int, int]:
        """Remove files; how many of each place, as in `Receipt`. Raises OSError."""
        paths, copies = self._paths, self._people.recovery.copies
        for folder in (paths.people, *(each for each in paths.backup.iterdir() if each.is_dir())):
            private_files.sweep(folder)
        own = sum(private_files.remove(path) for path in (paths.draft(id), paths.person(id)))
        dated = copies.paths(id)
        for path in dated:
            copies.drop(path)
        kept = [each for each in paths.quarantine.iterdir() if id in each.name or _is_of(each, id)]
        for path in kept:
            private_files.remove(path)
            private_files.remove(path.with_name(path.name + ".txt"))
        quarantined = sum(path.suffix != ".txt" for path in kept)
        return own, len(dated), quarantined, self._remove_aside(id)

    def _remove_aside(self, id: str) -> int:
        """Remove the person from stores that a restore put aside, and their overview with him."""
        root, count = self._paths.root, 0
        for store in root.parent.glob(f"{root.name}-before-*"):
            found = [path for path in store.rglob(f"*{id}*") if path.is_file()]
            for path in (*found, *(store.glob("index.*") if found else ())):
                private_files.remove(path)
            count += len(found)
        return count


def _elsewhere(id: str, log: Sequence[Access]) -> Iterator[str]:
    """What this program made elsewhere, as the access log knows it."""
    if backups := sum(line.kind == "backed-up" for line in log):
        yield f"Backups made elsewhere: {backups} by this program. Destroy them, or keep a list."
    made = [line.at for line in log if line.id == id and line.kind in {"exported", "note"}]
    if made:
        yield (
            f"Files and pages about the person that this program made: {len(made)}, the last on "
            f"{max(made):%d %B %Y}. They are where they were put."
        )


def _is_of(path: Path, id: str) -> bool:
    try:
        return read_header(path.read_bytes())[0].id == id
    except Unreadable:
        return False
