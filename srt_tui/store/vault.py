"""The vault: everything that is kept, behind one passphrase."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from srt_tui.domain.entry import AnyEntry
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import files, unlocking
from srt_tui.store.gate import Gate
from srt_tui.store.home import Home, Notice
from srt_tui.store.person import PersonFile
from srt_tui.store.seal import Cost
from srt_tui.store.shelf import Shelf, Summarise
from srt_tui.store.unlocking import Unlocked

Now = Callable[[], datetime]


class Vault:
    """An unlocked vault. One process may write; others may read.

    Made by `create` or `open`. After `close` every call raises SrtError (LOCKED).
    """

    def __init__(self, unlocked: Unlocked, summarise: Summarise, now: Now) -> None:
        self._home, self._keys, self._lock, mended = unlocked
        self._gate = Gate(read_only=self._lock is None)
        self._shelf = Shelf(self._home, self._keys, self._gate, summarise, now)
        if mended:
            self._shelf.rule.say("keys", "The key file was damaged; its copy took over.")
        try:
            if self._lock:
                self._home.make()
                for directory in self._home.directories:
                    files.sweep(directory)
            self._shelf.survey()
        except OSError as error:
            self.close()
            raise files.told(error) from None
        except BaseException:
            self.close()
            raise
        self._ids = self._shelf.ids()

    @staticmethod
    def exists(home: Path) -> bool:
        """Whether there is a vault at `home`."""
        return unlocking.exists(Home(home))

    @classmethod
    def create(
        cls, home: Path, passphrase: str, *, cost: Cost, summarise: Summarise, now: Now
    ) -> tuple["Vault", str]:
        """A new vault and its recovery key, which is shown once and kept nowhere.

        Raises SrtError when there is one already, or for an empty passphrase.
        """
        try:
            unlocked, recovery = unlocking.make(Home(home), passphrase, cost, now)
        except OSError as error:
            raise files.told(error) from None
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
        try:
            unlocked = unlocking.unlock(Home(home), secret, now, read_only=read_only)
        except OSError as error:
            raise files.told(error) from None
        return cls(unlocked, summarise, now)

    @property
    def read_only(self) -> bool:
        """Whether this vault was opened to read only."""
        return self._gate.read_only

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What opening the vault and its files found and did."""
        return tuple(self._shelf.rule.notices)

    def cards(self) -> dict[str, bytes]:
        """Everybody's card by reference, as of now."""
        self._gate.check_open()
        return self._shelf.cards()

    def add(self, reference: str, *first: AnyEntry) -> PersonFile:
        """A new participant, with what is known on the first day. Raises SrtError when taken."""
        self._gate.check_writable()
        if reference in self._ids:
            raise SrtError(
                "That reference is in use.", "Choose another one, or open that person.", Exit.USAGE
            )
        person = self._shelf.add(reference, first)
        self._ids[reference] = person.id
        return person

    def person(self, reference: str) -> PersonFile:
        """A participant's file; the same object while it is open. Raises SrtError for nobody."""
        self._gate.check_open()
        id = self._ids.get(reference)
        if id is None:
            raise SrtError(
                "There is nobody with that reference.", "Look at the list: srt.", Exit.USAGE
            )
        return self._shelf.open(id)

    def close(self) -> None:
        """Copy what changed, write the index, drop the keys and all that was read.

        Closing twice is harmless, and nothing that was saved hangs on it.
        """
        if self._gate.closed:
            return
        try:
            self._shelf.close()
        finally:
            self._gate.closed = True
            self._keys.forget()
            self._ids = {}
            if self._lock:
                self._lock.release()
