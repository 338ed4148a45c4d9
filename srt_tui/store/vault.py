"""The vault: everything that is kept, behind one passphrase."""

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from srt_tui.domain.entry import AnyEntry
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import files
from srt_tui.store.gate import Gate
from srt_tui.store.home import Home, Notice
from srt_tui.store.keyring import KeyFile, KeyRing, Slot, read_key_file
from srt_tui.store.lock import WriteLock
from srt_tui.store.person import PersonFile
from srt_tui.store.seal import Cost, new_recovery_key
from srt_tui.store.shelf import Shelf, Summarise

Now = Callable[[], datetime]


class Vault:
    """An unlocked vault. One process may write; others may read.

    Made by `create` or `open`. After `close` every call raises SrtError (LOCKED).
    """

    def __init__(self, home: Home, keys: KeyRing, lock: WriteLock | None, shelf: Shelf) -> None:
        self._home = home
        self._keys = keys
        self._lock = lock
        self._shelf = shelf
        self._gate = shelf.gate
        self._people: dict[str, PersonFile] = {}
        self._ids = {line.reference: line.mark.id for line in shelf.index.lines.values()}

    @staticmethod
    def exists(home: Path) -> bool:
        """Whether there is a vault at `home`."""
        return Home(home).keys.exists()

    @classmethod
    def create(
        cls, home: Path, passphrase: str, *, cost: Cost, summarise: Summarise, now: Now
    ) -> tuple["Vault", str]:
        """A new vault and its recovery key, which is shown once and kept nowhere.

        Raises SrtError when there is one already, or for an empty passphrase.
        """
        place = Home(home)
        if place.keys.exists():
            raise SrtError(
                "There is a store here already.", "Open it, or choose another folder.", Exit.USAGE
            )
        check_passphrase(passphrase)
        recovery = new_recovery_key()
        keys = KeyRing.new()
        try:
            place.make()
            lock = WriteLock(place.lock, now)
        except OSError as error:
            raise files.told(error) from None
        try:
            slots = (
                Slot.make(passphrase, keys.key, keys.vault, cost),
                Slot.make(recovery, keys.key, keys.vault, None),
            )
            key_file = KeyFile(1, keys.vault, keys.epoch, slots).signed(keys.key)
            files.replace(place.keys, key_file.encode())
            return cls._unlocked(place, keys, lock, summarise, now), recovery
        except OSError as error:
            lock.release()
            raise files.told(error) from None
        except BaseException:
            lock.release()
            raise

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
        place = Home(home)
        try:
            key_file = read_key_file(place.keys.read_bytes())
        except FileNotFoundError:
            raise SrtError("There is no store here yet.", "Make one: srt.", Exit.USAGE) from None
        except OSError as error:
            raise files.told(error) from None
        lock = None if read_only else WriteLock(place.lock, now)
        try:
            keys = key_file.unlock(secret)
            return cls._unlocked(place, keys, lock, summarise, now)
        except OSError as error:
            if lock:
                lock.release()
            raise files.told(error) from None
        except BaseException:
            if lock:
                lock.release()
            raise

    @classmethod
    def _unlocked(
        cls, home: Home, keys: KeyRing, lock: WriteLock | None, summarise: Summarise, now: Now
    ) -> "Vault":
        shelf = Shelf(home, keys, Gate(read_only=lock is None), summarise, now)
        if lock is not None:
            home.make()
            for directory in (home.root, home.people, home.backup, home.quarantine):
                files.sweep(directory)
        shelf.survey()
        return cls(home, keys, lock, shelf)

    @property
    def read_only(self) -> bool:
        """Whether this vault was opened to read only."""
        return self._gate.read_only

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What opening the vault and its files found and did."""
        return tuple(self._shelf.notices)

    def cards(self) -> dict[str, bytes]:
        """Everybody's card by reference, as of now."""
        self._gate.check_open()
        for person in self._people.values():
            self._shelf.record(person)
        return {line.reference: line.card for line in self._shelf.index.lines.values()}

    def add(self, reference: str, *first: AnyEntry) -> PersonFile:
        """A new participant, with what is known on the first day. Raises SrtError when taken."""
        self._gate.check_writable()
        if reference in self._ids:
            raise SrtError(
                "That reference is in use.", "Choose another one, or open that person.", Exit.USAGE
            )
        self._ids[reference] = self._shelf.add(reference, first)
        return self.person(reference)

    def person(self, reference: str) -> PersonFile:
        """A participant's file; the same object while it is open. Raises SrtError for nobody."""
        self._gate.check_open()
        person = self._people.get(reference)
        if person is None:
            id = self._ids.get(reference)
            if id is None:
                raise SrtError(
                    "There is nobody with that reference.", "Look at the list: srt.", Exit.USAGE
                )
            person = self._people[reference] = self._shelf.open(id, self._put_away)
        return person

    def _put_away(self, person: PersonFile) -> None:
        self._people.pop(person.reference, None)
        if self._gate.closed:
            return
        if person.ledger.worth_compacting and not (self._gate.read_only or self._gate.broken):
            with contextlib.suppress(SrtError):
                person.compact()
        self._shelf.record(person)

    def close(self) -> None:
        """Write the index, drop the keys and all that was read. Closing twice is harmless."""
        if self._gate.closed:
            return
        for person in tuple(self._people.values()):
            person.close()
        if not (self._gate.read_only or self._gate.broken):
            with contextlib.suppress(SrtError):
                self._shelf.save_index()
        self._gate.closed = True
        self._keys.forget()
        self._shelf.forget()
        self._ids.clear()
        if self._lock is not None:
            self._lock.release()


def check_passphrase(passphrase: str) -> None:
    """Raise SrtError (USAGE) for a passphrase that is none."""
    if not passphrase.strip():
        raise SrtError(
            "A passphrase cannot be empty.", "Four unrelated words are a good one.", Exit.USAGE
        )
