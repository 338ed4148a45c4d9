"""The vault: everything that is kept, behind one passphrase."""

import contextlib
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from srt_tui.domain.entry import AnyEntry
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import backup, files, interchange, keychange, place, unlocking
from srt_tui.store import erase as erasing
from srt_tui.store.accesslog import Access, AccessLog, Kind
from srt_tui.store.backup import Backup
from srt_tui.store.copies import Copies
from srt_tui.store.erase import Receipt
from srt_tui.store.paths import Notice, Paths
from srt_tui.store.person import PersonFile
from srt_tui.store.person_files import PersonFiles, Summarise
from srt_tui.store.recovery import Recovery
from srt_tui.store.seal import Cost
from srt_tui.store.unlocking import Unlocked
from srt_tui.store.verify import Progress, Verified, verify
from srt_tui.store.write_guard import WriteGuard

Now = Callable[[], datetime]


class Vault:
    """An unlocked vault. One process may write; others may read.

    Made by `create` or `open`. After `close` every call raises SrtError (LOCKED).
    """

    def __init__(self, unlocked: Unlocked, summarise: Summarise, now: Now) -> None:
        self._paths, self._keys, self._lock, mended = unlocked
        self._now = now
        self._guard = WriteGuard(read_only=self._lock is None)
        shared = self._paths, self._keys, self._guard
        self._recovery = Recovery(*shared, Copies(self._paths, self._keys), now)
        self._access = AccessLog(*shared, now, self._recovery.log_failed)
        self._people = PersonFiles(*shared, summarise, now, self._recovery, self._access)
        if mended:
            self._recovery.say("keys", "The key file was damaged; its copy took over.")
        try:
            self._begin()
        except BaseException as error:
            self._guard.broken = True
            self.close()
            if isinstance(error, OSError):
                raise files.told(error, "opening") from None
            raise
        self._ids = self._people.ids()
        self._access.note("unlocked")

    def _begin(self) -> None:
        """Make up for what a death left half done, then look at every file."""
        self._people.refuse_newer()
        if text := place.warning(self._paths.root):
            self._recovery.say("place", text)
        cut_off = None
        if self._lock:
            for directory in self._paths.directories:
                files.sweep(directory)
            cut_off = erasing.unfinished(self._paths)
            if cut_off:
                erasing.finish(self._paths, cut_off)
        self._people.survey(without=cut_off)
        if cut_off:
            self._people.forget(cut_off)
            erasing.finished(self._paths)
        if self._lock and self._keys.rotating:
            self._finish_rotation()

    @staticmethod
    def exists(home: Path) -> bool:
        """Whether there is a vault at `home`."""
        return unlocking.exists(Paths(home))

    @classmethod
    def create(
        cls, home: Path, passphrase: str, *, cost: Cost, summarise: Summarise, now: Now
    ) -> tuple["Vault", str]:
        """A new vault and its recovery key, which is shown once and kept nowhere.

        Raises SrtError when there is one already, or for an empty passphrase.
        """
        with files.telling("opening"):
            unlocked, recovery = unlocking.make(Paths(home), passphrase, cost, now)
        return cls(unlocked, summarise, now), recovery

    @classmethod
    def open(
        cls,
        home: Path,
        secret: str,
        *,
        summarise: Summarise,
        now: Now,
        read_only: bool = False,
    ) -> "Vault":
        """Unlock with the passphrase or the recovery key.

        Raises SrtError (LOCKED) for a wrong secret, a store in use, or one that may not be
        touched; what else was found is in `notices`.
        """
        with files.telling("opening"):
            unlocked = unlocking.unlock(Paths(home), secret, now, read_only=read_only)
        return cls(unlocked, summarise, now)

    def cards(self) -> dict[str, bytes]:
        """Everybody's card by reference, as of now."""
        self._guard.check_open()
        return self._people.cards()

    def add(self, reference: str, *first: AnyEntry) -> PersonFile:
        """A new participant, with what is known on the first day. Raises SrtError when taken."""
        self._guard.check_writable()
        if reference in self._ids:
            raise SrtError(
                "That reference is in use.", "Choose another one, or open that person.", Exit.USAGE
            )
        person = self._people.add(reference, first)
        self._ids[reference] = person.id
        self._access.note("added", person.id)
        return person

    def person(self, reference: str) -> PersonFile:
        """A participant's file; the same object while it is open.

        Raises SrtError for nobody, and (LOCKED) for an older copy until it is accepted.
        """
        self._guard.check_open()
        id = self._id(reference)
        self._access.note("viewed", id)
        return self._opened(id)

    def older(self, reference: str) -> bool:
        """Whether an older copy lies in this person's place, and nobody said that it will do."""
        self._guard.check_open()
        id = self._id(reference)
        self._people.open(id)
        return id in self._recovery.older

    def accept(self, reference: str) -> None:
        """Go on with the older copy in this person's place. Raises SrtError."""
        self._guard.check_open()
        self._people.accept(self._id(reference))

    @property
    def read_only(self) -> bool:
        """Whether this vault was opened to read only."""
        return self._guard.read_only

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What opening the vault and its files found and did."""
        return tuple(self._recovery.notices)

    def log(self, kind: Kind, reference: str = "") -> None:
        """Add a line to the access log: that something was seen or done, never what it says."""
        self._guard.check_open()
        self._access.note(kind, self._ids.get(reference, ""))

    def access(self, reference: str | None = None) -> tuple[Access, ...]:
        """The access log, oldest first: all of it, or about one person."""
        self._guard.check_open()
        with files.telling("reading"):
            lines = self._access.lines()
        if reference is None:
            return lines
        return tuple(line for line in lines if line.id and line.id == self._ids.get(reference))

    def erase(self, reference: str) -> Receipt:
        """Remove a person from the store, the quarantine and every dated copy.

        Raises SrtError for nobody; and when the disk fails half way: the person is gone from here
        on, and the next opening removes what is left.
        """
        self._guard.check_writable()
        id = self._id(reference)
        backups = sum(line.kind == "backed-up" for line in self.access())
        self._people.let_go(id)
        with files.telling():
            erasing.begin(self._paths, id)
        self._ids.pop(reference)
        with files.telling():
            self._people.forget(id)
            receipt = erasing.erase(self._paths, id, self._now(), backups)
            erasing.finished(self._paths)
        self._access.note("erased", id)
        return receipt

    def backup(self, directory: Path) -> Backup:
        """A dated copy of the whole vault in `directory`, opened to check it. Raises SrtError."""
        self._guard.check_open()
        with files.telling():
            made = backup.backup(self._paths, self._keys, directory, self._now())
        self._access.note("backed-up")
        return made

    @staticmethod
    def restore(source: Path, home: Path, *, now: Now, put_aside: bool = False) -> Path | None:
        """Make a vault at `home` from a backup; see `backup.restore`. Raises SrtError."""
        with files.telling():
            return backup.restore(source, Paths(home), now, put_aside=put_aside)

    def verify(self, progress: Progress) -> Verified:
        """Read everything once; nothing is changed."""
        self._guard.check_open()
        with files.telling("reading"):
            return verify(self._paths, self._keys, progress)

    def change_passphrase(self, secret: str, new: str, *, cost: Cost) -> None:
        """Another passphrase; `secret` is the old one or the recovery key. Raises SrtError."""
        self._guard.check_writable()
        with files.telling():
            keychange.change_passphrase(self._paths, self._keys, secret, new, cost)
        self._access.note("passphrase-changed")

    def rotate(self, passphrase: str, *, cost: Cost) -> str:
        """Seal everything under new keys; the new recovery key. Raises SrtError.

        Everybody's file is closed. Cut off at any time, the next opening goes on with it.
        """
        self._guard.check_writable()
        with files.telling():
            recovery = keychange.begin_rotation(self._paths, self._keys, passphrase, cost)
        self._finish_rotation()
        self._access.note("keys-rotated")
        return recovery

    def _finish_rotation(self) -> None:
        """Go on as far as the disk lets us: the former key stays until all is done."""
        with contextlib.suppress(OSError, SrtError):
            self._access.rewrap()
            if self._people.rewrap():
                keychange.end_rotation(self._paths, self._keys)
                return
        text = "Not everything is sealed under the new keys yet. The next opening goes on with it."
        self._recovery.say("keys", text)

    def export(self, references: Iterable[str]) -> bytes:
        """These people as one `srt-case` file. Raises SrtError for nobody."""
        self._guard.check_open()
        ids = [self._id(reference) for reference in references]
        states = [self._opened(id).state for id in ids]
        for id in ids:
            self._access.note("exported", id)
        return interchange.encode(states)

    def import_case(self, data: bytes) -> tuple[str, ...]:
        """Add the people of a `srt-case` file: all of them, or SrtError and none."""
        self._guard.check_writable()
        states = interchange.decode(data)
        if any(state.reference in self._ids for state in states):
            raise SrtError(
                "A reference in that file is in use here.", "Nothing was imported.", Exit.USAGE
            )
        added = self._people.put(states)
        self._ids.update(added)
        for id in added.values():
            self._access.note("imported", id)
        return tuple(added)

    def _opened(self, id: str) -> PersonFile:
        """A participant's file. Raises SrtError (LOCKED) while it is an older copy."""
        person = self._people.open(id)
        if id in self._recovery.older:
            raise SrtError(
                "This person's file is an older copy: what was saved later is missing.",
                "Put the newer copy back, or open the person in srt to go on with this one.",
                Exit.LOCKED,
            )
        return person

    def _id(self, reference: str) -> str:
        if reference not in self._ids:
            raise SrtError(
                "There is nobody with that reference.", "Look at the list: srt.", Exit.USAGE
            )
        return self._ids[reference]

    def close(self) -> None:
        """Copy what changed, write the index, drop the keys and all that was read.

        Closing twice is harmless, and nothing that was saved hangs on it.
        """
        if self._guard.closed:
            return
        try:
            self._people.close()
            self._access.close()
        finally:
            self._guard.closed = True
            self._keys.forget()
            self._ids = {}
            if self._lock:
                self._lock.release()
