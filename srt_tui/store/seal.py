"""The cryptography of the store: what is derived from what, and how bytes are sealed.

AES-256-GCM with random nonces, Argon2id (RFC 9106) and HKDF-SHA256, all from `cryptography`,
which is imported only when something is to be unlocked.
"""

import hashlib
import hmac
import os
import time
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from srt_tui.domain.errors import Exit, SrtError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY = 32
NONCE = 12
TAG = 16
_MIB = 1024
_LEAST_MEMORY, _MOST_MEMORY = 8 * _MIB, 2048 * _MIB
_MOST_ITERATIONS, _MOST_LANES = 64, 16
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_RECOVERY_LETTERS = 32


class Cost(msgspec.Struct, frozen=True):
    """What one guess of a passphrase costs: memory in KiB, passes over it, lanes."""

    memory_kib: int
    iterations: int
    lanes: int

    @classmethod
    def least(cls) -> "Cost":
        """The cheapest that is allowed: for tests, the demo and benchmarks, never for a user."""
        return cls(_LEAST_MEMORY, 1, 1)

    @classmethod
    def calibrated(cls) -> "Cost":
        """About a second on this machine; at least 64 MiB, three passes, four lanes."""
        cost = cls(64 * _MIB, 3, 4)
        began = time.perf_counter()
        stretch("calibration", bytes(16), cost)
        passes = round(3 / max(time.perf_counter() - began, 0.05))
        return cls(cost.memory_kib, min(max(passes, 3), _MOST_ITERATIONS), cost.lanes)

    def check(self) -> None:
        """Raise SrtError when the values are out of bounds: before anything is allocated."""
        if not (
            _LEAST_MEMORY <= self.memory_kib <= _MOST_MEMORY
            and 1 <= self.iterations <= _MOST_ITERATIONS
            and 1 <= self.lanes <= _MOST_LANES
        ):
            raise SrtError(
                "The store's key file asks for an impossible amount of work.",
                "It has been changed or damaged. Restore a backup.",
            )


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """A key from a passphrase (Argon2id); the same letters give the same key however composed."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - slow to load

    cost.check()
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return Argon2id(
            salt=salt,
            length=KEY,
            iterations=cost.iterations,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(secret)
    except MemoryError:
        raise SrtError(
            "There is not enough memory to unlock the store.",
            "Close other programs and try again.",
            Exit.LOCKED,
        ) from None


def derive(key: bytes, salt: bytes, purpose: str) -> bytes:
    """A key for one purpose from a strong key (HKDF-SHA256, RFC 5869, one block)."""
    extracted = hmac.digest(salt or bytes(32), key, hashlib.sha256)
    return hmac.digest(extracted, purpose.encode() + b"\x01", hashlib.sha256)


def cipher(key: bytes) -> "AESGCM":
    """AES-256-GCM under this key."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - slow to load

    return AESGCM(key)


def seal(key: "AESGCM", data: bytes, bound_to: bytes) -> bytes:
    """Nonce, ciphertext and tag; opens only together with the same `bound_to`."""
    nonce = os.urandom(NONCE)
    return nonce + key.encrypt(nonce, data, bound_to)


def unseal(key: "AESGCM", sealed: bytes, bound_to: bytes) -> bytes | None:
    """What was sealed, or None when one bit is not as it was."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - slow to load

    try:
        return key.decrypt(sealed[:NONCE], sealed[NONCE:], bound_to)
    except (InvalidTag, ValueError):
        return None


def padded(data: bytes) -> bytes:
    """JSON with spaces behind it, so that the length tells little (Padmé, 256 bytes at least).

    The overhead is at most 12 %; the scheme is from Nikitin and others, PURBs, 2019.
    """
    length = max(len(data), 256)
    exponent = length.bit_length() - 1
    spare = (1 << max(exponent - exponent.bit_length(), 0)) - 1
    return data.ljust((length + spare) & ~spare)


def new_recovery_key() -> str:
    """160 random bits as eight groups of four letters that are hard to mistake."""
    letters = "".join(_LETTERS[byte % 32] for byte in os.urandom(_RECOVERY_LETTERS))
    return "-".join(letters[at : at + 4] for at in range(0, _RECOVERY_LETTERS, 4))


def recovery_secret(typed: str) -> bytes | None:
    """The secret of a recovery key however it was typed; None when it does not look like one."""
    letters = "".join(typed.upper().split()).replace("-", "")
    letters = letters.translate(str.maketrans("OIL", "011"))
    if len(letters) != _RECOVERY_LETTERS or not set(letters) <= set(_LETTERS):
        return None
    return letters.encode()
