"""A new passphrase, or new keys for everything."""

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store.keyring import KeyFile, KeyRing, Slot, read_key_file
from srt_tui.store.paths import Paths
from srt_tui.store.seal import Cost, new_recovery_key
from srt_tui.store.unlocking import check_passphrase, slots_for, write_key_file


def change_passphrase(paths: Paths, keys: KeyRing, secret: str, new: str, cost: Cost) -> None:
    """Open with `new` from here on, and no longer with the old one; the recovery key stays.

    `secret` is the old passphrase or the recovery key. Raises SrtError (LOCKED) when it is wrong,
    and OSError with the old one still good.
    """
    check_passphrase(new)
    key_file = read_key_file(paths.keys.read_bytes())
    key_file.unlock(secret)
    kept = tuple(slot for slot in key_file.slots if slot.kind != "passphrase")
    slots = (Slot.make(new, keys.key, keys.vault, cost), *kept)
    write_key_file(paths, keys, slots, key_file.former)


def begin_rotation(paths: Paths, keys: KeyRing, passphrase: str, cost: Cost) -> str:
    """Give the vault a new key and a new recovery key, which is returned.

    The key before stays in the key file, sealed under the new one, until `end_rotation`: so a
    death at any time between leaves everything readable. Raises SrtError (LOCKED) for a wrong
    passphrase; OSError.
    """
    key_file = read_key_file(paths.keys.read_bytes())
    if not _opens(key_file, passphrase):
        raise SrtError("That is not the passphrase.", "Type it again.", Exit.LOCKED)
    recovery = new_recovery_key()
    former = keys.advance()
    try:
        write_key_file(paths, keys, slots_for(keys, passphrase, recovery, cost), former.hex())
    except BaseException:
        keys.retreat()
        raise
    return recovery


def _opens(key_file: KeyFile, passphrase: str) -> bool:
    return any(
        slot.kind == "passphrase" and slot.unwrap(passphrase, key_file.vault) is not None
        for slot in key_file.slots
    )


def end_rotation(paths: Paths, keys: KeyRing) -> None:
    """Everything is sealed under the new key: the one before is dropped. Raises OSError."""
    key_file = read_key_file(paths.keys.read_bytes())
    write_key_file(paths, keys, key_file.slots)
    keys.settle()
