"""A new passphrase, or new keys for everything."""

import contextlib
from collections.abc import Callable
from datetime import datetime

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store.accesslog import AccessLog
from srt_tui.store.index import Index, look
from srt_tui.store.keyring import KeyFile, KeyRing, Slot, read_key_file
from srt_tui.store.paths import Paths
from srt_tui.store.person_files import PersonFiles
from srt_tui.store.seal import Cost, new_recovery_key
from srt_tui.store.unlocking import check_passphrase, slots_for, write_key_file


class KeyChange:
    """Changes the keys of an unlocked vault."""

    def __init__(
        self,
        paths: Paths,
        keys: KeyRing,
        people: PersonFiles,
        index: Index,
        access: AccessLog,
        now: Callable[[], datetime],
    ) -> None:
        self._paths = paths
        self._keys = keys
        self._people = people
        self._index = index
        self._access = access
        self._now = now

    def change_passphrase(self, secret: str, new: str, cost: Cost) -> None:
        """Open with `new` from here on, and no longer with the old one; the recovery key stays.

        `secret` is the old passphrase or the recovery key. Raises SrtError (LOCKED) when it is
        wrong, and OSError with the old one still good.
        """
        check_passphrase(new)
        key_file = self._key_file()
        key_file.unlock(secret)
        kept = tuple(slot for slot in key_file.slots if slot.kind != "passphrase")
        slots = (Slot.make(new, self._keys.key, self._keys.vault, cost), *kept)
        write_key_file(self._paths, self._keys, slots, key_file.former)

    def begin_rotation(self, passphrase: str, cost: Cost) -> str:
        """Give the vault a new key and a new recovery key, which is returned.

        The key before stays in the key file, sealed under the new one, until all is sealed anew:
        so a death at any time between leaves everything readable. Raises SrtError (LOCKED) for a
        wrong passphrase; OSError.
        """
        if not _opens(self._key_file(), passphrase):
            raise SrtError("That is not the passphrase.", "Type it again.", Exit.LOCKED)
        recovery = new_recovery_key()
        former = self._keys.advance()
        slots = slots_for(self._keys, passphrase, recovery, cost)
        try:
            write_key_file(self._paths, self._keys, slots, former.hex())
        except BaseException:
            self._keys.retreat()
            raise
        return recovery

    def go_on(self) -> None:
        """Seal all under the new key as far as the disk lets us, and drop the one before."""
        with contextlib.suppress(OSError, SrtError):
            if self._sealed_anew():
                return
        text = "Not everything is sealed under the new keys yet. The next opening goes on with it."
        self._people.recovery.say("keys", text)

    def _sealed_anew(self) -> bool:
        """Whether every file is; the key before stays until it is.

        It may be cut off at any time: what is done is not done again. Raises SrtError, OSError.
        """
        self._access.rewrap()
        everybody = self._index.lines.keys() | look(self._paths).stamps.keys()
        failed = [id for id in sorted(everybody) if not self._rewrapped(id)]
        self._index.keep()
        if failed:
            return False
        copies = self._people.recovery.copies
        before = {path.parent for id in self._index.lines for path in copies.paths(id)}
        made = copies.take(self._index.lines, self._now())
        copies.drop_folders(before - {made})
        write_key_file(self._paths, self._keys, self._key_file().slots)
        self._keys.settle()
        return True

    def _rewrapped(self, id: str) -> bool:
        try:
            person = self._people.open(id)
        except SrtError:
            return False
        if person.log.header.epoch != self._keys.epoch:
            draft = person.draft()
            if draft is not None:
                person.save_draft(draft)
            person.compact()
        person.close()
        return True

    def _key_file(self) -> KeyFile:
        return read_key_file(self._paths.keys.read_bytes())


def _opens(key_file: KeyFile, passphrase: str) -> bool:
    return any(
        slot.kind == "passphrase" and slot.unwrap(passphrase, key_file.vault) is not None
        for slot in key_file.slots
    )
