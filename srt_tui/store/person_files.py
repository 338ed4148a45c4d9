"""The participants' files of an unlocked vault: found, opened by the open rule, summarised."""

import contextlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeAlias

from srt_tui.domain.entry import AnyEntry, Unknown
from srt_tui.domain.errors import SrtError
from srt_tui.store import files
from srt_tui.store.accesslog import AccessLog
from srt_tui.store.container import Contents
from srt_tui.store.copies import Copies
from srt_tui.store.index import FileMark, Index, IndexLine, look
from srt_tui.store.keyring import KeyRing
from srt_tui.store.migrate import schema
from srt_tui.store.paths import Paths
from srt_tui.store.person import PersonFile
from srt_tui.store.person_log import PersonLog, State, first_state, write_new
from srt_tui.store.records import stamped
from srt_tui.store.recovery import Recovery
from srt_tui.store.sealed_blob import SealedBlob
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
    ) -> None:
        self._paths = paths
        self._keys = keys
        self._guard = guard
        self._summarise = summarise
        self._now = now
        self.copies = Copies(paths, keys)
        self.recovery = recovery
        self._access = access
        self._index = Index(paths, keys, guard, self.recovery.index_damaged)
        self._open: dict[str, PersonFile] = {}

    def refuse_newer(self) -> None:
        """Raise NewerError where a newer version has been at work here. Raises OSError."""
        self._index.refuse_newer()

    def survey(self, without: str | None = None) -> None:
        """Read the index, and anew each file that is not as the index knows it.

        `without` has just been erased. Raises OSError.
        """
        if self._index.load() and without is None:
            return
        self._index.lines.pop(without or "", None)
        found = look(self._paths)
        if self.recovery.straighten(self._index.stale(found), left=found.astray):
            found = look(self._paths)
        for id in sorted(self._index.stale(found) | (self._index.lines.keys() - found.stamps)):
            try:
                self.open(id).close()
            except SrtError:
                if not self._paths.person(id).exists():
                    self._index.lines.pop(id, None)

    def ids(self) -> dict[str, str]:
        """Everybody's id, by reference."""
        return {line.reference: id for id, line in self._index.lines.items()}

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

    def _hold(self, contents: Contents, state: State) -> PersonFile:
        id = contents.header.id
        log = PersonLog(self._paths.person(id), contents, self._keys, self._guard)
        path = self._paths.draft(id)
        draft = SealedBlob(path, "draft", self._keys, self._guard, self.recovery.draft_damaged)
        behind = contents.header.schema < schema() and id not in self.recovery.older
        if behind and self._guard.writable:
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
            with files.telling():
                self._index.unsettle()

    def changed(self, person: PersonFile) -> None:
        """A person's file is written to: the access log says so."""
        self._access.note("changed", person.id)

    def dropped(self, person: PersonFile, entries: Sequence[str]) -> None:
        """Entries were dropped for good: the dated copies that hold them go too."""
        self._access.note("taken-out", person.id)
        with files.telling():
            self.copies.drop_holding(person.id, entries)

    def add(self, reference: str, first: Sequence[AnyEntry]) -> PersonFile:
        """A new participant's file, whole at once. Raises SrtError."""
        self._guard.check_writable()
        state = first_state(reference)
        ready = [stamped(entry, seq) for seq, entry in enumerate(first, 1)]
        state.tables["entries"] = {str(one.entry.seq): one.document for one in ready}
        state.last["entries"] = len(ready)
        (contents,) = write_new(self._paths, self._keys, [state])
        return self._hold(contents, state)

    def put(self, states: Sequence[State]) -> dict[str, str]:
        """Write new files, all or none; their ids by reference. Raises SrtError."""
        self._guard.check_writable()
        made = write_new(self._paths, self._keys, states)
        for contents, state in zip(made, states, strict=True):
            self._hold(contents, state).close()
        return {
            state.reference: contents.header.id
            for contents, state in zip(made, states, strict=True)
        }

    def accept(self, id: str) -> None:
        """Go on with the older copy that lies in this person's place. Raises SrtError."""
        self.let_go(id)
        self._index.lines.pop(id, None)
        self._index.changed = True
        self.open(id)

    def let_go(self, id: str) -> None:
        """Close a person's file if it is open."""
        if id in self._open:
            self._open[id].close()

    def forget(self, id: str) -> None:
        """Leave a person out of the index, on the disk too. Raises SrtError."""
        self._index.lines.pop(id, None)
        self._index.keep()

    def rewrap(self) -> bool:
        """Seal every file again under the keys of now; False when one could not be.

        It may be cut off at any time: what is done is not done again. Raises SrtError, OSError.
        """
        everybody = self._index.lines.keys() | look(self._paths).stamps.keys()
        failed = [id for id in sorted(everybody) if not self._rewrapped(id)]
        self._index.keep()
        if failed:
            return False
        before = {path.parent for id in self._index.lines for path in self.copies.paths(id)}
        made = self.copies.take(self._index.lines, self._now())
        self.copies.drop_folders(before - {made})
        return True

    def _rewrapped(self, id: str) -> bool:
        try:
            person = self.open(id)
        except SrtError:
            return False
        if person.log.header.epoch != self._keys.epoch:
            draft = person.draft()
            if draft is not None:
                person.save_draft(draft)
            person.compact()
        person.close()
        return True

    def close(self) -> None:
        """Put everybody away, copy what changed, write the index, drop what was read.

        Nothing here can lose a save, so nothing here fails: the next opening makes up for it.
        """
        for person in tuple(self._open.values()):
            person.close()
        if self._guard.writable:
            with contextlib.suppress(OSError):
                self._index.changed |= self.copies.take_changed(self._index.lines, self._now())
            with contextlib.suppress(SrtError, OSError):
                self._index.settle(asked=bool(self.recovery.older))
        self._index.lines = {}
