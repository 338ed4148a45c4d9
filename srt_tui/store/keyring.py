"""The vault's keys: `vault.json` and its slots on disk, the open key ring in memory."""

import hashlib
import hmac
import os
from typing import TYPE_CHECKING, Literal

import msgspec

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store.seal import (
    KEY,
    Cost,
    cipher,
    derive,
    recovery_secret,
    seal,
    stretch,
    unseal,
)

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = 1
_SALT = 16


class NewerError(SrtError):
    """The store is of a newer version: nothing may be touched."""

    def __init__(self) -> None:
        super().__init__(
            "The store was written by a newer version of this program.",
            "Nothing was touched. Use the newer version.",
            Exit.LOCKED,
        )


class WrongSecretError(SrtError):
    """What was typed is neither the passphrase nor the recovery key."""

    def __init__(self) -> None:
        super().__init__(
            "That does not open the store.",
            "Check capitals and layout and type it again, or use the recovery key.",
            Exit.LOCKED,
        )


class Slot(msgspec.Struct, frozen=True, omit_defaults=True):
    """The vault key, wrapped under one secret. A recovery key needs no stretching."""

    kind: Literal["passphrase", "recovery"]
    salt: str
    wrapped: str
    cost: Cost | None = None

    @classmethod
    def make(cls, secret: str, key: bytes, vault: str, cost: Cost | None) -> "Slot":
        """Wrap `key` under a passphrase (with its cost) or a recovery key (without)."""
        kind: Literal["passphrase", "recovery"] = "passphrase" if cost else "recovery"
        slot = cls(kind, os.urandom(_SALT).hex(), "", cost)
        wrapping = slot.wrapping_key(secret)
        if wrapping is None:
            raise ValueError(kind)
        bound = f"{vault}/{kind}".encode()
        return msgspec.structs.replace(slot, wrapped=seal(cipher(wrapping), key, bound).hex())

    def wrapping_key(self, secret: str) -> bytes | None:
        """The key that this slot is wrapped under; None when the secret cannot be meant for it."""
        salt = bytes.fromhex(self.salt)
        if self.cost is not None:
            return stretch(secret, salt, self.cost)
        typed = recovery_secret(secret)
        return None if typed is None else derive(typed, salt, "srt-recovery")

    def unwrap(self, secret: str, vault: str) -> bytes | None:
        """The vault key, or None when this is not the secret."""
        wrapping = self.wrapping_key(secret)
        if wrapping is None:
            return None
        bound = f"{vault}/{self.kind}".encode()
        return unseal(cipher(wrapping), bytes.fromhex(self.wrapped), bound)


class KeyFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """`vault.json`. `former` is the last vault key, sealed under this one while keys rotate."""

    format: int
    vault: str
    epoch: int
    slots: tuple[Slot, ...]
    former: str = ""
    mac: str = ""

    def signed(self, key: bytes) -> "KeyFile":
        """The same with the authentication code over all other fields."""
        return msgspec.structs.replace(self, mac=self._code(key))

    def is_signed(self, key: bytes) -> bool:
        """Whether every field is as it was when it was signed with this vault key."""
        return hmac.compare_digest(self.mac, self._code(key))

    def _code(self, key: bytes) -> str:
        bare = msgspec.structs.replace(self, mac="")
        text = msgspec.json.encode(bare, order="sorted")
        return hmac.digest(derive(key, b"", "srt-mac"), text, hashlib.sha256).hex()

    def encode(self) -> bytes:
        """The file's bytes."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n"

    def unlock(self, secret: str) -> "KeyRing":
        """The key ring. Raises SrtError (LOCKED) for a wrong secret or a changed key file."""
        for slot in sorted(self.slots, key=lambda slot: slot.cost is not None):
            key = slot.unwrap(secret, self.vault)
            if key is None:
                continue
            if not self.is_signed(key):
                raise SrtError(
                    "The store's key file has been changed by something else.",
                    "Nothing was opened. Restore a backup.",
                    Exit.LOCKED,
                )
            return KeyRing(self.vault, self.epoch, self._keys(key))
        raise WrongSecretError

    def _keys(self, key: bytes) -> dict[int, bytes]:
        if not self.former:
            return {self.epoch: key}
        former = unseal(cipher(key), bytes.fromhex(self.former), self.vault.encode())
        return {self.epoch: key} if former is None else {self.epoch: key, self.epoch - 1: former}


def read_key_file(data: bytes) -> KeyFile:
    """The key file. Raises SrtError when it is damaged or of a newer version."""
    try:
        version = msgspec.json.decode(data)["format"]
        if isinstance(version, int) and version > FORMAT:
            raise NewerError
        keys = msgspec.json.decode(data, type=KeyFile)
        for slot in keys.slots:
            bytes.fromhex(slot.salt + slot.wrapped)
        bytes.fromhex(keys.former)
    except (msgspec.MsgspecError, KeyError, TypeError, ValueError):
        raise SrtError(
            "The store's key file is damaged.",
            "Nothing was opened. Restore a backup.",
            Exit.LOCKED,
        ) from None
    for slot in keys.slots:
        if slot.cost is not None:
            slot.cost.check()
    return keys


class KeyRing:
    """The vault key of this epoch and, while keys rotate, the one before. Empty when locked."""

    def __init__(self, vault: str, epoch: int, keys: dict[int, bytes]) -> None:
        self.vault = vault
        self.epoch = epoch
        self._keys = keys

    @classmethod
    def new(cls) -> "KeyRing":
        """A new vault's random name and key."""
        return cls(os.urandom(16).hex(), 1, {1: os.urandom(KEY)})

    @property
    def key(self) -> bytes:
        """The vault key. Raises SrtError (LOCKED) after `forget`."""
        return self.of(self.epoch)

    @property
    def locked(self) -> bool:
        """Whether the keys are gone."""
        return not self._keys

    def of(self, epoch: int) -> bytes:
        """The vault key of an epoch. Raises SrtError (LOCKED) when it is not at hand."""
        try:
            return self._keys[epoch]
        except KeyError:
            if self._keys:
                raise LookupError(epoch) from None
            raise locked() from None

    def wrapper(self, epoch: int) -> "AESGCM":
        """What wraps the keys of files. Raises LookupError for an unknown epoch."""
        return cipher(derive(self.of(epoch), b"", "srt-file-keys"))

    def stand_in(self, text: str) -> str:
        """What stands for a text outside of the store: it tells nobody anything without the key."""
        return hmac.digest(derive(self.key, b"", "srt-stand-in"), text.encode(), "sha256").hex()

    def advance(self) -> bytes:
        """Go on with a new vault key, and return the one before, sealed under it."""
        former, new = self.key, os.urandom(KEY)
        self._keys = {self.epoch: former, self.epoch + 1: new}
        self.epoch += 1
        return seal(cipher(new), former, self.vault.encode())

    def retreat(self) -> None:
        """Go back to the key before: the new one could not be written down."""
        self.epoch -= 1
        self._keys = {self.epoch: self.of(self.epoch)}

    @property
    def rotating(self) -> bool:
        """Whether files may still be sealed under the key before."""
        return len(self._keys) > 1

    def settle(self) -> None:
        """Every file is sealed under the new key: drop the one before."""
        self._keys = {self.epoch: self.key}

    def forget(self) -> None:
        """Drop every key."""
        self._keys = {}


def locked() -> SrtError:
    """What is said when something is asked of a closed vault."""
    return SrtError("The store is locked.", "Unlock it and try again.", Exit.LOCKED)
