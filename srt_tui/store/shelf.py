"""The participants' files of an unlocked vault: found, checked by the open rule, and summarised."""

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from srt_tui.domain.entry import AnyEntry, Unknown
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import files
from srt_tui.store.container import Contents, Unreadable, read
from srt_tui.store.gate import Gate
from srt_tui.store.home import Finding, Home, Notice
from srt_tui.store.index import Index, Line, Mark, load, save, stamp
from srt_tui.store.keyring import KeyRing
from srt_tui.store.ledger import Ledger, State, first_state, render, replay
from srt_tui.store.mend import salvage
from srt_tui.store.person import PersonFile
from srt_tui.store.quarantine import put_aside
from srt_tui.store.records import stamped
from srt_tui.store.sheet import Sheet

Summarise: TypeAlias = Callable[[str, Sequence[AnyEntry | Unknown]], bytes]
_SUFFIX = ".sealed"


class Shelf:
    """All participants' files. Every file is opened through here, by the same rule."""

    def __init__(
        self,
        home: Home,
        keys: KeyRing,
        gate: Gate,
        summarise: Summarise,
        now: Callable[[], datetime],
    ) -> None:
        self._home = home
        self._keys = keys
        self.gate = gate
        self._summarise = summarise
        self._now = now
        self.notices: list[Notice] = []
        self._sheet = Sheet(home.index, "index", keys, gate, self._index_damaged)
        self.index = Index()
        self.changed = False

    def survey(self) -> None:
        """Read the index, and anew each file that is not as the index knows it."""
        known = load(self._sheet)
        self.index = Index() if known is None else known
        self.changed = known is None
        found = dict(self._found())
        for id, mark in found.items():
            line = self.index.lines.get(id)
            if line is None or (line.mark.size, line.mark.modified) != mark:
                self.changed = True
                self.renew(id)
        for id in self.index.lines.keys() - found.keys():
            self.changed = True
            self._missing(id)

    def _found(self) -> Iterator[tuple[str, tuple[int, int]]]:
        with os.scandir(self._home.people) as entries:
            for entry in entries:
                if entry.name.endswith(_SUFFIX):
                    yield entry.name.removesuffix(_SUFFIX), stamp(entry.stat())

    def renew(self, id: str) -> None:
        """Read a file and make its line again."""
        with contextlib.suppress(SrtError):
            self.open(id, lambda _: None).close()

    def open(self, id: str, closed: Callable[[PersonFile], None]) -> PersonFile:
        """A participant's file, by the open rule. Raises SrtError when there is nothing to open."""
        contents, state = self._take(id)
        ledger = Ledger(self._home.person(id), contents, self._keys, self.gate)
        draft = Sheet(self._home.draft(id), "draft", self._keys, self.gate, self._draft_damaged)
        person = PersonFile(ledger, state, draft, self.gate, closed)
        if person.set_aside:
            self._say("set-aside", "A record could not be read and was left out.", state.reference)
        self.record(person)
        return person

    def record(self, person: PersonFile) -> None:
        """Bring the index up to what `person` holds now."""
        mark = Mark.of(self._home, person.ledger.header, person.ledger.chain)
        line = self.index.lines.get(mark.id)
        if line is None or line.mark != mark:
            card = self._summarise(person.reference, person.entries())
            self.index.lines[mark.id] = Line(person.reference, card, mark)
            self.changed = True

    def add(self, reference: str, first: Sequence[AnyEntry]) -> str:
        """Make a participant's file, whole at once, and give its id. Raises SrtError."""
        self.gate.check_writable()
        state = first_state(reference)
        ready = [stamped(entry, seq) for seq, entry in enumerate(first, 1)]
        state.tables["entries"] = {str(one.entry.seq): one.document for one in ready}
        state.last["entries"] = len(ready)
        id = os.urandom(16).hex()
        try:
            files.replace(self._home.person(id), render(self._keys, id, 1, state).data)
        except OSError as error:
            raise files.told(error) from None
        return id

    def save_index(self) -> None:
        """Write the index when anything in it changed. Raises SrtError."""
        if self.changed:
            save(self._sheet, self.index)
            self.changed = False

    def forget(self) -> None:
        """Drop everything that was read."""
        self.index = Index()

    def _take(self, id: str) -> tuple[Contents, State]:
        try:
            data = self._home.person(id).read_bytes()
        except OSError:
            raise _gone() from None
        try:
            contents = read(data, self._keys, "person", id).intact()
            state = replay(contents)
        except Unreadable as found:
            return self._mend(id, data, found)
        if contents.tail == "torn" and not self.gate.read_only:
            self._say("torn", "The last save had been cut off and was dropped.", state.reference)
        line = self.index.lines.get(id)
        if line is not None and line.mark.knows_more_than(contents):
            self._say(
                "older",
                "A file is older than when it was closed last. Later entries are missing.",
                state.reference,
            )
        return contents, state

    def _mend(self, id: str, data: bytes, found: Unreadable) -> tuple[Contents, State]:
        line = self.index.lines.get(id)
        reference = line.reference if line else ""
        if found.why == "newer":
            text = "A file was written by a newer version of this program."
            self._say("newer", text + " It was not touched.", reference)
            raise SrtError(text, "It was not touched. Use the newer version.", Exit.LOCKED)
        saved = salvage(self._home, self._keys, id, data)
        if not self.gate.read_only:
            put_aside(self._home, self._home.person(id), self._now())
        if saved is None:
            self.index.lines.pop(id, None)
            self._say("damaged", "A file could not be read and was put in quarantine.", reference)
            raise _gone()
        made = render(self._keys, id, saved.generation, saved.state)
        if not self.gate.read_only:
            files.replace(self._home.person(id), made.data)
        self._say("damaged", saved.sentence, saved.state.reference)
        return made.contents, saved.state

    def _missing(self, id: str) -> None:
        line = self.index.lines.pop(id)
        self._say("missing", "A file that was here is missing.", line.reference)

    def _draft_damaged(self, path: Path) -> None:
        self._say("draft", "A draft could not be read and was put in quarantine.")
        if not self.gate.read_only:
            put_aside(self._home, path, self._now())

    def _index_damaged(self, path: Path) -> None:
        del path
        self._say("index", "The overview could not be read and was made again from the files.")

    def _say(self, kind: Finding, sentence: str, reference: str = "") -> None:
        notice = Notice(kind, sentence, reference)
        if notice not in self.notices:
            self.notices.append(notice)


def _gone() -> SrtError:
    return SrtError(
        "This person's file cannot be read.", "Restore a backup: srt restore.", Exit.FAILED
    )
