"""The vault: everything that is kept, behind one passphrase."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from srt_tui import private_files
from srt_tui.domain.entry import AnyEntry
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import backup, interchange, place, unlocking
from srt_tui.store.accesslog import Access, AccessLog, Kind, short
from srt_tui.store.backup import Backup
from srt_tui.store.case_import import CaseImport, Imported
from srt_tui.store.copies import Copies
from srt_tui.store.erase import Eraser, Receipt
from srt_tui.store.index import Index
from srt_tui.store.intent import Intent
from srt_tui.store.keychange import KeyChange
from srt_tui.store.paths import Notice, Paths
from srt_tui.store.person import PersonFile
from srt_tui.store.person_files import PersonFiles, Summarise
from srt_tui.store.recovery import Recovery
from srt_tui.store.seal import Cost
from srt_tui.store.telling import telling, told
from srt_tui.store.unlocking import Unlocked
from srt_tui.store.verify import Progress, Verified
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
        index = Index(*shared, self._recovery.index_damaged)
        self._access = AccessLog(*shared, now, self._recovery, index)
        self._people = PersonFiles(*shared, summarise, now, self._recovery, self._access, index)
        erasing, importing = (
            Intent(path, self._keys, self._guard, self._recovery.intent_damaged)
            for path in (self._paths.erasing, self._paths.importing)
        )
        self._eraser = Eraser(self._paths, self._people, erasing)
        self._import = CaseImport(self._paths, self._keys, self._people, importing)
        self._key_change = KeyChange(
            self._paths, self._keys, self._people, index, self._access, now
        )
        if mended:
            self._recovery.say("keys", "The key file was damaged; its copy took over.")
        try:
            self._begin()
        except BaseException as error:
            self._guard.broken = True
            self.close()
            if isinstance(error, OSError):
                raise told(error, "opening") from None
            raise
        self._access.note("unlocked")

    def _begin(self) -> None:
        """Make up for what a death left half done, then look at every file."""
        self._people.refuse_newer()
        if text := place.warning(self._paths.root):
            self._recovery.say("place", text)
        if self._lock:
            for directory in self._paths.directories:
                private_files.sweep(directory)
        erased = self._eraser.left()
        self._people.survey(without=erased)
        if self._lock:
            if erased:
                self._eraser.go_on(erased)
            self._import.tell()
            if self._keys.rotating:
                self._key_change.go_on()

    @staticmethod
    def exists(home: Path) -> bool:
        """Whether anything is kept at `home`, be it that its keys are gone."""
        return Paths(home).kept

    @classmethod
    def create(
        cls, home: Path, passphrase: str, *, cost: Cost, summarise: Summarise, now: Now
    ) -> tuple["Vault", str]:
        """A new vault and its recovery key, which is shown once and kept nowhere.

        Raises SrtError when there is one already, or for an empty passphrase.
        """
        with telling("opening"):
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
        with telling("opening"):
            unlocked = unlocking.unlock(Paths(home), secret, now, read_only=read_only)
        return cls(unlocked, summarise, now)

    def cards(self) -> dict[str, bytes]:
        """Everybody's card by reference, as of now."""
        self._guard.check_open()
        return self._people.cards()

    def add(self, reference: str, *first: AnyEntry) -> PersonFile:
        """A new participant, with what is known on the first day. Raises SrtError when taken."""
        self._guard.check_writable()
        if self._people.knows(reference):
            raise SrtError(
                "That reference is in use.", "Choose another one, or open that person.", Exit.USAGE
            )
        person = self._people.add(reference, first)
        self._access.note("added", person.id)
        return person

    def person(self, reference: str) -> PersonFile:
        """A participant's file; the same object while it is open.

        Raises SrtError for nobody, and (LOCKED) for an older copy until it is accepted.
        """
        self._guard.check_open()
        id = self._people.id(reference)
        self._access.note("viewed", id)
        return self._people.usable(id)

    def older(self, reference: str) -> bool:
        """Whether an older copy lies in this person's place, and nobody said that it will do."""
        self._guard.check_open()
        id = self._people.id(reference)
        self._people.open(id)
        return id in self._recovery.older

    def accept(self, reference: str) -> None:
        """Go on with the older copy in this person's place. Raises SrtError."""
        self._guard.check_open()
        self._people.accept(self._people.id(reference))

    @property
    def read_only(self) -> bool:
        """Whether this vault was opened to read only."""
        return self._guard.read_only

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What opening the vault and its files found and did."""
        return tuple(self._recovery.notices)

    def stand_in(self, reference: str) -> str:
        """What may stand for a person outside of the store; it tells nothing without the key."""
        self._guard.check_open()
        return self._keys.stand_in(reference)

    def log(self, kind: Kind, reference: str = "") -> None:
        """Add a line to the access log: that something was seen or done, never what it says."""
        self._guard.check_open()
        self._access.note(kind, self._people.id(reference) if reference else "")

    def access(self, whose: str | None = None) -> tuple[Access, ...]:
        """The access log, oldest first: all of it, or about one person.

        Somebody who was erased is asked for by what the receipt called him. Raises SrtError for
        nobody.
        """
        self._guard.check_open()
        with telling("reading"):
            lines = self._access.lines()
        if whose is None:
            return lines
        gone = {line.id for line in lines if line.id and short(line.id) == whose}
        ids = gone if gone and not self._people.knows(whose) else {self._people.id(whose)}
        return tuple(line for line in lines if line.id in ids)

    def whose(self, line: Access) -> str:
        """Whom a line of the access log is about: a reference, or what the receipt called him."""
        self._guard.check_open()
        return self._people.reference(line.id) or short(line.id)

    def erase(self, reference: str) -> Receipt:
        """Remove a person from the store, the quarantine and every dated copy.

        Raises SrtError for nobody; and when the disk fails half way: the person is gone from here
        on, and the next opening removes what is left.
        """
        self._guard.check_writable()
        id = self._people.id(reference)
        receipt = self._eraser.erase(id, self._now(), self.access())
        self._access.note("erased", id)
        return receipt

    def backup(self, directory: Path) -> Backup:
        """A dated copy of the whole vault in `directory`, opened to check it. Raises SrtError."""
        self._guard.check_open()
        with telling("copying"):
            index = self._people.portable_index()
            made = backup.make(self._paths, self._keys, index, directory, self._now())
        self._access.note("backed-up")
        return made

    @staticmethod
    def restore(
        source: Path,
        home: Path,
        secret: str,
        *,
        now: Now,
        put_aside: bool = False,
        what_is_left: bool = False,
    ) -> Path | None:
        """Make a vault at `home` from a backup; see `backup.restore`. Raises SrtError."""
        with telling("copying"):
            return backup.restore(
                source, Paths(home), secret, now, put_aside=put_aside, what_is_left=what_is_left
            )

    def verify(self, progress: Progress) -> Verified:
        """Read everything once, and compare it with what is known of it; nothing is changed."""
        self._guard.check_open()
        with telling("reading"):
            return self._people.verify(progress)

    def change_passphrase(self, secret: str, new: str, *, cost: Cost) -> None:
        """Another passphrase; `secret` is the old one or the recovery key. Raises SrtError."""
        self._guard.check_writable()
        with telling():
            self._key_change.change_passphrase(secret, new, cost)
        self._access.note("passphrase-changed")

    def rotate(self, passphrase: str, *, cost: Cost) -> str:
        """Seal everything under new keys; the new recovery key. Raises SrtError.

        Everybody's file is closed. Cut off at any time, the next opening goes on with it.
        """
        self._guard.check_writable()
        with telling():
            recovery = self._key_change.begin_rotation(passphrase, cost)
        self._key_change.go_on()
        self._access.note("keys-rotated")
        return recovery

    def export(self, references: Iterable[str]) -> bytes:
        """These people as one `srt-case` file. Raises SrtError for nobody."""
        self._guard.check_open()
        ids = [self._people.id(reference) for reference in references]
        states = [self._people.usable(id).state for id in ids]
        for id in ids:
            self._access.note("exported", id)
        return interchange.encode(states)

    def import_case(self, data: bytes) -> Imported:
        """Add the people of a `srt-case` file who are not here yet: all of them, or none.

        Raises SrtError, also where somebody else or something else has one of their references.
        """
        self._guard.check_writable()
        imported = self._import.take(data)
        for reference in imported.added:
            self._access.note("imported", self._people.id(reference))
        return imported

    def close(self) -> None:
        """Copy what changed, write the index, drop the keys and all that was read.

        Closing twice is harmless, and nothing that was saved hangs on it.
        """
        if self._guard.closed:
            return
        try:
            self._people.close()
        finally:
            self._guard.closed = True
            self._keys.forget()
            if self._lock:
                self._lock.release()
