"""The vault: everything that is kept, behind one passphrase."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from srt_tui.domain.entry import AnyEntry
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import files, unlocking
from srt_tui.store.custody import Custody
from srt_tui.store.home import Home
from srt_tui.store.person import PersonFile
from srt_tui.store.seal import Cost
from srt_tui.store.shelf import Summarise

Now = Callable[[], datetime]


class Vault(Custody):
    """An unlocked vault. One process may write; others may read.

    Made by `create` or `open`. After `close` every call raises SrtError (LOCKED).
    """

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
        with files.telling("opening"):
            unlocked, recovery = unlocking.make(Home(home), passphrase, cost, now)
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
            unlocked = unlocking.unlock(Home(home), secret, now, read_only=read_only)
        return cls(unlocked, summarise, now)

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
        self._log.note("added", person.id)
        return person

    def person(self, reference: str) -> PersonFile:
        """A participant's file; the same object while it is open.

        Raises SrtError for nobody, and (LOCKED) for an older copy until it is accepted.
        """
        self._gate.check_open()
        id = self._id(reference)
        self._log.note("viewed", id)
        return self._opened(id)

    def older(self, reference: str) -> bool:
        """Whether an older copy lies in this person's place, and nobody said that it will do."""
        self._gate.check_open()
        id = self._id(reference)
        self._shelf.open(id)
        return id in self._rule.older

    def accept(self, reference: str) -> None:
        """Go on with the older copy in this person's place. Raises SrtError."""
        self._gate.check_open()
        self._shelf.accept(self._id(reference))
