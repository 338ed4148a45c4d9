"""One participant's file as the program sees it: entries, what is taken out, and the draft."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from srt_tui.domain.entry import AnyEntry, Unknown
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store.person_log import PersonLog, State
from srt_tui.store.records import revived, stamped
from srt_tui.store.sealed_blob import SealedBlob
from srt_tui.store.table import Book, HandedOut, SealedStorage
from srt_tui.store.write_guard import WriteGuard


class Owner(Protocol):
    """Who hands out participants' files."""

    def put_away(self, person: "PersonFile") -> None:
        """The file is about to be closed."""

    def changing(self) -> None:
        """The file is about to be changed in place. Raises SrtError."""

    def changed(self, person: "PersonFile") -> None:
        """The file was written to, for the first time since it was opened."""

    def dropped(self, person: "PersonFile", entries: Sequence[str]) -> None:
        """These entries are no longer in the file."""


class PersonFile:
    """An open participant's file. Every call that writes returns when it is on the disk.

    Raises SrtError from any call after closing, and from a write that was not made; then disk
    and memory are what was acknowledged before.
    """

    def __init__(
        self,
        log: PersonLog,
        state: State,
        draft: SealedBlob,
        guard: WriteGuard,
        owner: "Owner",
    ) -> None:
        self.reference = state.reference
        self.id = log.header.id
        self.log = log
        self._guard = guard
        self._draft = draft
        self._owner = owner
        self._storage = SealedStorage(log, state.tables, state.last)
        self._book = Book(self._storage)
        self._all = revived(state.tables.get("entries", {}))
        self._shown: tuple[AnyEntry | Unknown, ...] | None = None
        self._later: list[AnyEntry] = []  # saved since `_shown` was made
        self._changed = False
        self._open = True

    @property
    def set_aside(self) -> int:
        """How many records could not be read; each is kept in the file as it is."""
        return sum(1 for entry in self._all.values() if entry is None)

    @property
    def state(self) -> State:
        """The raw tables, for exports and copies. Not to be changed."""
        self._check_open()
        return State(self._storage.read(), self._storage.last)

    def entries(self) -> tuple[AnyEntry | Unknown, ...]:
        """What happened, by `seq`, without what was taken out or could not be read."""
        self._check_open()
        if self._shown is None:
            hidden = self._storage.read().get("hidden", {})
            self._shown = tuple(
                entry
                for seq, entry in self._all.items()
                if entry is not None and str(seq) not in hidden
            )
        elif self._later:
            self._shown += tuple(self._later)
        self._later.clear()
        return self._shown

    def append(self, *entries: AnyEntry) -> tuple[AnyEntry, ...]:
        """Save what one action brought, all or nothing; returned with `seq` set."""
        self._check_open()
        self._guard.check_writable()
        first = self._storage.last.get("entries", 0) + 1
        ready = [stamped(entry, seq) for seq, entry in enumerate(entries, first)]
        self._owner.changing()
        self._book.table("entries").insert_multiple(one.document for one in ready)
        saved = tuple(one.entry for one in ready)
        for entry in saved:
            self._all[entry.seq] = entry
        self._later += saved
        self._note_change()
        return saved

    def take_out(self, seq: int) -> None:
        """Hide an entry; `put_back` undoes it until `settle`. Raises SrtError for no such entry."""
        self._check_open()
        hidden = self._storage.read().get("hidden", {})
        if seq not in self._all or str(seq) in hidden:
            raise SrtError("There is no such entry.", "It may have been taken out.", Exit.USAGE)
        self._hide(lambda table: table.insert(HandedOut({}, seq)))

    def put_back(self, seq: int) -> None:
        """Show again what was taken out. Raises SrtError when it was not, or is settled."""
        self._check_open()
        if str(seq) not in self._storage.read().get("hidden", {}):
            raise SrtError("That entry is not taken out.", "Nothing to put back.", Exit.USAGE)
        self._hide(lambda table: table.remove(doc_ids=[seq]))

    def _hide(self, change: Callable[[Any], object]) -> None:
        self._guard.check_writable()
        self._owner.changing()
        change(self._book.table("hidden"))
        self._shown = None
        self._note_change()

    def settle(self) -> None:
        """Drop for good what was taken out: the file is written afresh without it."""
        self._check_open()
        tables = self._storage.read()
        gone = tables.get("hidden", {})
        if not gone:
            return
        self._owner.changing()
        kept = {key: row for key, row in tables["entries"].items() if key not in gone}
        self._storage.write({**tables, "entries": kept, "hidden": {}})
        for key in gone:
            self._all.pop(int(key), None)
        self._shown = None
        self._owner.dropped(self, tuple(gone))

    def draft(self) -> bytes | None:
        """What was being typed, as it was saved last; None when there is none."""
        self._check_open()
        return self._draft.read()

    def save_draft(self, data: bytes) -> None:
        """Keep what is being typed: whole before or whole after, whatever happens."""
        self._check_open()
        self._draft.write(data)

    def drop_draft(self) -> None:
        """The draft was committed or declined: it is gone."""
        self._check_open()
        self._draft.remove()

    def close(self) -> None:
        """Let go of the file and of what was read from it. Closing twice is harmless."""
        if not self._open:
            return
        try:
            self._owner.put_away(self)
        finally:
            self._open = False
            self._book.close()
            self._all = {}
            self._shown = None
            self._later.clear()

    def compact(self) -> None:
        """Write the file afresh: the same entries in one piece."""
        self._check_open()
        self._guard.check_writable()
        self._owner.changing()
        self._storage.write(self._storage.read())

    def _note_change(self) -> None:
        if not self._changed:
            self._changed = True
            self._owner.changed(self)

    def _check_open(self) -> None:
        self._guard.check_open()
        if not self._open:
            raise SrtError("This person is closed.", "Open the person again.", Exit.LOCKED)
