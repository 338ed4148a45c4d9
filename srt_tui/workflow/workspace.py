"""The workspace: one running program's pack, vault, clock and settings.

Everything else in `workflow` is asked of a workspace. It starts locked; unlocking opens the
vault. Locking drops what was open, so that nothing can be read or written until it is unlocked.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from srt_tui.domain.caseload import Case, summarise, timed
from srt_tui.domain.entry import AnyEntry, Unknown
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.domain.pack import Pack
from srt_tui.library import load
from srt_tui.locations import Locations
from srt_tui.settings import Settings
from srt_tui.store import Cost, PersonFile, Vault
from srt_tui.workflow.own_plans import OwnShelf

Clock = Callable[[], dt.datetime]


def start(
    places: Locations, settings: Settings, *, store: Path | None = None, now: Clock | None = None
) -> "Workspace":
    """The workspace of this machine, locked; with `store`, that of a demo.

    Raises SrtError when there is no pack.
    """
    return Workspace(
        pack=load(places.shipped_pack, places.templates, cache=places.kept_pack).pack,
        clips=places.shipped_pack / "clips",
        store=store or places.store,
        settings=settings,
        now=now or local_now,
        demo=store is not None,
        sound=places.sound if store is None else None,
        own_plans=places.own_plans if store is None else None,
        room=places.room,
    )


def local_now() -> dt.datetime:
    """The time here, aware, so that its date is the local date."""
    return dt.datetime.now().astimezone()


class Workspace:
    """What one running program works with; `clips` is the folder with one folder per clip.

    `sound` is the file of how far each clip's sound is moved on this machine, and `own_plans` that
    of the service's own ready-made plans; None in a demo. At `room` a session waits for a room
    window.
    """

    def __init__(
        self,
        *,
        pack: Pack,
        clips: Path,
        store: Path,
        settings: Settings,
        now: Clock = local_now,
        demo: bool = False,
        sound: Path | None = None,
        own_plans: Path | None = None,
        room: Path | None = None,
    ) -> None:
        self.pack = pack
        self.clips = clips
        self.settings = settings
        self.now = now
        self.demo = demo
        self.sound = sound
        self.room = room
        self.own_plans = OwnShelf(own_plans)
        self._store = store
        self._vault: Vault | None = None
        self._told = 0

    @property
    def today(self) -> dt.date:
        """The local date."""
        return self.now().date()

    @property
    def exists(self) -> bool:
        """Whether there is a vault to unlock."""
        return Vault.exists(self._store)

    @property
    def locked(self) -> bool:
        """Whether the vault is closed."""
        return self._vault is None

    def found(self) -> tuple[str, ...]:
        """What opening the records, or anybody's, found and did since this was asked last.

        A sentence each; nobody is named in them.
        """
        notices = () if self._vault is None else self._vault.notices
        new = notices[self._told :]
        self._told = len(notices)
        return tuple(dict.fromkeys(notice.sentence for notice in new))

    @property
    def read_only(self) -> bool:
        """Whether the vault is open to read only."""
        return self._vault is not None and self._vault.read_only

    @property
    def vault(self) -> Vault:
        """The open vault; raises SrtError while locked."""
        if self._vault is None:
            raise SrtError("The records are locked.", "Enter the passphrase.", Exit.LOCKED)
        return self._vault

    def create(self, passphrase: str, *, cost: Cost | None = None) -> str:
        """Make a vault under this passphrase and open it; returns the recovery key, shown once."""
        self._vault, recovery = Vault.create(
            self._store,
            passphrase,
            cost=cost or Cost.calibrated(),
            summarise=self._summarise,
            now=self.now,
        )
        return recovery

    def unlock(self, secret: str, *, read_only: bool = False) -> None:
        """Open the vault with the passphrase or the recovery key; raises SrtError if refused."""
        self._vault = Vault.open(
            self._store, secret, summarise=self._summarise, now=self.now, read_only=read_only
        )

    def lock(self) -> None:
        """Close the vault and drop what was open. May be called twice."""
        vault, self._vault = self._vault, None
        self._told = 0
        if vault is not None:
            vault.close()

    def cases(self) -> tuple[Case, ...]:
        """Everybody on the books, by reference."""
        cards = self.vault.cards()
        cases = (msgspec.json.decode(cards[ref], type=Case) for ref in sorted(cards))
        return tuple(timed(case, self.settings.keep_days) for case in cases)

    def person(self, reference: str) -> PersonFile:
        """One participant's file; raises SrtError when there is none."""
        return self.vault.person(reference)

    def older(self, reference: str) -> bool:
        """Whether an older copy lies in this person's place, and nobody said that it will do."""
        return self.vault.older(reference)

    def accept_older(self, reference: str) -> None:
        """Go on with that older copy."""
        self.vault.accept(reference)

    def _summarise(self, reference: str, entries: Sequence[AnyEntry | Unknown]) -> bytes:
        pack = self.pack
        touches = {id: exercise.sensitivities for id, exercise in pack.exercises.items()}
        case = summarise(reference, entries, pack.foundation, pack.order, touches)
        return msgspec.json.encode(case)
