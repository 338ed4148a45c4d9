"""The participants' files of an unlocked vault: found, opened by the open rule, summarised."""

import contextlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeAlias

from srt_tui.domain.entry import AnyEntry, Unknown
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store.accesslog import AccessLog
from srt_tui.store.container import Contents, Fresh
from srt_tui.store.index import FileMark, Index, IndexLine, look
from srt_tui.store.keyring import KeyRing
from srt_tui.store.migrate import schema
from srt_tui.store.paths import Paths
from srt_tui.store.person import PersonFile
from srt_tui.store.person_log import PersonLog, State, first_state, render_new, write_new
from srt_tui.store.records import stamped
from srt_tui.store.recovery import Recovery
from srt_tui.store.sealed_blob import SealedBlob
from srt_tui.store.telling import telling
from srt_tui.store.verify import Progress, Verification, Verified
from srt_tui.store.write_guard import WriteGuard

Summarise: TypeAlias = Callable[[str, Sequence[AnyEntry | Unknown]], bytes]


class PersonFiles:
    """All participants' files. Every file is opened through here, by the same rule."""

    def __init__(
        self,
        paths: Paths,
        keys: KeyRing,
        guard: WriteGuard,
        summarise: Summarise,
        now: Callable[[], datetime],
        recovery: Recovery,
        access: AccessLog,
        index: Index,
    ) -> None:
        self._paths = paths
        self._keys = keys
        self._guard = guard
        self._summarise = summarise
        self._now = now
        self.recovery = recovery
        self._access = access
        self._index = index
        self._ids: dict[str, str] = {}
        self._open: dict[str, PersonFile] = {}

    def refuse_newer(self) -> None:
        """Raise NewerError where a newer version has been at work here. Raises OSError."""
        self._index.refuse_newer()

    def survey(self, without: Sequence[str]) -> None:
        """Read the index, and anew each file that is not as the index knows it.

        `without` are being erased. Raises SrtError; OSError.
        """
        known = self._index.exists
        if not self._index.load() or without:
            self._look_at_all(without)
            if not known:
                self._begin_index()
        self._ids = {line.reference: id for id, line in self._index.lines.items()}

    def _begin_index(self) -> None:
        """From the first day there is an index: where there is none, it was taken away."""
        if self._index.lines:
            text = "The overview was gone, so what was saved last could not be checked against it."
            self.recovery.say("index", text)
        if self._guard.writable:
            self._index.keep()

    def _look_at_all(self, without: Sequence[str]) -> None:
        for id in without:
            self._index.lines.pop(id, None)
        found = look(self._paths)
        if self.recovery.straighten(self._index.stale(found), left=found.astray):
            found = look(self._paths)
        changed = self._index.stale(found) | (self._index.lines.keys() - found.stamps)
        for id in sorted(changed.difference(without)):
            try:
                self.open(id).close()
            except SrtError:
                if not self._paths.person(id).exists():
                    self._index.lines.pop(id, None)

    def knows(self, reference: str) -> bool:
        """Whether somebody has this reference."""
        return reference in self._ids

    def reference(self, id: str) -> str:
        """The reference of a person; "" for one who is not here."""
        line = self._index.lines.get(id)
        return line.reference if line else ""

    def id(self, reference: str) -> str:
        """The id of a person's file. Raises SrtError for nobody."""
        if reference not in self._ids:
            raise SrtError(
                "There is nobody with that reference.", "Look at the list: srt.", Exit.USAGE
            )
        return self._ids[reference]

    def cards(self) -> dict[str, bytes]:
        """Everybody's card by reference, as of now."""
        for person in self._open.values():
            self.record(person)
        return {line.reference: line.card for line in self._index.lines.values()}

    def open(self, id: str) -> PersonFile:
        """A participant's file, by the open rule; the same object while it is open.

        Raises SrtError when there is nothing to open.
        """
        if id in self._open:
            return self._open[id]
        return self._hold(*self.recovery.open(id, self._index.lines.get(id)))

    def usable(self, id: str) -> PersonFile:
        """The same, where it may be used. Raises SrtError (LOCKED) while it is an older copy."""
        person = self.open(id)
        if id in self.recovery.older:
            raise SrtError(
                "This person's file is an older copy: what was saved later is missing.",
                "Put the newer copy back, or open the person in srt to go on with this one.",
                Exit.LOCKED,
            )
        return person

    def _hold(self, contents: Contents, state: State) -> PersonFile:
        id = contents.header.id
        log = PersonLog(self._paths.person(id), contents, self._keys, self._guard)
        path = self._paths.draft(id)
        draft = SealedBlob(path, "draft", self._keys, self._guard, self.recovery.draft_damaged)
        behind = contents.header.schema < schema() and id not in self.recovery.older
        if behind and self._guard.writable:
            self.changing()
            log.rewrite(state.tables, state.last)
        person = PersonFile(log, state, draft, self._guard, self)
        if person.set_aside:
            text = "A record could not be read and was left out; it is kept as it is."
            self.recovery.say("set-aside", text, state.reference)
        self.record(person)
        self._open[id] = person
        return person

    def record(self, person: PersonFile) -> None:
        """Bring the index up to what `person` holds now; of an older copy it keeps what it knew."""
        if person.id in self.recovery.older:
            return
        with contextlib.suppress(OSError):
            mark = FileMark.of(self._paths, person.log.header, person.log.chain)
            line = self._index.lines.get(mark.id)
            if line is None or line.mark != mark:
                card = self._summarise(person.reference, person.entries())
                copied = line.copied if line else ""
                self._index.lines[mark.id] = IndexLine(person.reference, card, mark, copied)
                self._index.changed = True

    def put_away(self, person: PersonFile) -> None:
        """A person is being closed: the file is compacted where that is worth it."""
        self._open.pop(person.id, None)
        if person.id in self.recovery.older:
            return
        if person.log.worth_compacting and self._guard.writable:
            with contextlib.suppress(SrtError):
                person.compact()
        person.log.trim()
        self.record(person)

    def changing(self) -> None:
        """A file is about to be changed in place. Raises SrtError."""
        if self._index.settled:
            with telling():
                self._index.unsettle()

    def changed(self, person: PersonFile) -> None:
        """A person's file is written to: the access log says so."""
        self._access.note("changed", person.id)

    def dropped(self, person: PersonFile, entries: Sequence[str]) -> None:
        """Entries were dropped for good: the dated copies that hold them go too."""
        self._access.note("taken-out", person.id)
        with telling():
            self.recovery.copies.drop_holding(person.id, entries)

    def add(self, reference: str, first: Sequence[AnyEntry]) -> PersonFile:
        """A new participant's file, whole at once. Raises SrtError."""
        self._guard.check_writable()
        state = first_state(reference)
        ready = [stamped(entry, seq) for seq, entry in enumerate(first, 1)]
        state.tables["entries"] = {str(one.entry.seq): one.document for one in ready}
        state.last["entries"] = len(ready)
        made = render_new(self._keys, state)
        self.put([made])
        return self.admit(made.contents, state)

    def put(self, made: Sequence[Fresh]) -> None:
        """Write new files, all or none. Raises SrtError."""
        self.changing()
        write_new(self._paths, made)

    def admit(self, contents: Contents, state: State) -> PersonFile:
        """A file that was just written belongs to those that are here, and is open."""
        self._ids[state.reference] = contents.header.id
        return self._hold(contents, state)

    def accept(self, id: str) -> None:
        """Go on with the older copy that lies in this person's place. Raises SrtError.

        Where it may be written to it is written afresh, so that no copy goes further than it.
        """
        self.let_go(id)
        line = self._index.lines.pop(id, None)
        self._index.known.pop(id, None)
        self._index.changed = True
        person = self.open(id)
        if self._guard.writable:
            copy = self.recovery.copies.newest(id)
            person.log.outdone = max(
                line.mark.generation if line else 0, copy.contents.header.generation if copy else 0
            )
            person.compact()

    def verify(self, progress: Progress) -> Verified:
        """Read everything and compare it with the index. Raises OSError."""
        lines = self._found()
        return Verification(self._paths, self._keys, self._index, lines).run(progress)

    def portable_index(self) -> bytes:
        """The sealed index for a copy of the vault that has no dated copies with it."""
        return self._index.portable(self._found())

    def _found(self) -> dict[str, IndexLine]:
        """What the files are known to be, without what reading only mended in memory."""
        for person in self._open.values():
            self.record(person)
        index = self._index
        return index.known if self._guard.read_only else {**index.known, **index.lines}

    def let_go(self, id: str) -> None:
        """Close a person's file if it is open."""
        if id in self._open:
            self._open[id].close()

    def forget(self, ids: Sequence[str]) -> None:
        """Leave these out of the index, on the disk too. Raises SrtError."""
        gone = set(ids)
        self._ids = {reference: id for reference, id in self._ids.items() if id not in gone}
        for id in ids:
            self._index.lines.pop(id, None)
            self._index.known.pop(id, None)
        self._index.keep()

    def close(self) -> None:
        """Put everybody away, copy what changed, write the index, drop what was read.

        Nothing here can lose a save, so nothing here fails: the next opening makes up for it.
        """
        for person in tuple(self._open.values()):
            person.close()
        self._access.close()
        if self._guard.writable:
            with contextlib.suppress(OSError):
                self._access.count_readings()
                copies = self.recovery.copies
                self._index.changed |= copies.take_changed(self._index.lines, self._now())
            with contextlib.suppress(SrtError, OSError):
                self._index.settle(asked=bool(self.recovery.older))
        self._index.forget()
        self._ids = {}
