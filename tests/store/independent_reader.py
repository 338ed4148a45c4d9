"""Reads a vault by FORMAT.md alone: no code of the store is used.

    python independent_reader.py HOME SECRET

Prints everything about everybody as JSON: tables, drafts, log. Fails loudly at the first byte
that is not as FORMAT.md says.
"""

import hashlib
import hmac
import json
import sys
import unicodedata
import zlib
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id


def hkdf(key: bytes, salt: bytes, purpose: str) -> bytes:
    extracted = hmac.digest(salt or bytes(32), key, hashlib.sha256)
    return hmac.digest(extracted, purpose.encode() + b"\x01", hashlib.sha256)


def opened(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], bound)


def vault_keys(home: Path, secret: str) -> tuple[str, dict[int, bytes]]:
    vault = json.loads((home / "vault.json").read_text("utf-8"))
    assert vault["format"] == 1, "a newer format"
    letters = secret.upper().replace("-", "").replace(" ", "").translate({79: 48, 73: 49, 76: 49})
    for slot in vault["slots"]:
        salt, name = bytes.fromhex(slot["salt"]), f"{vault['vault']}/{slot['kind']}".encode()
        if slot["kind"] == "passphrase":
            cost = slot["cost"]
            wrapping = Argon2id(
                salt=salt,
                length=32,
                iterations=cost["iterations"],
                lanes=cost["lanes"],
                memory_cost=cost["memory_kib"],
            ).derive(unicodedata.normalize("NFC", secret).encode())
        else:
            wrapping = hkdf(letters.encode(), salt, "srt-recovery")
        try:
            key = opened(wrapping, bytes.fromhex(slot["wrapped"]), name)
        except Exception:  # noqa: BLE001, S112 - not the secret of this slot
            continue
        bare = {field: value for field, value in vault.items() if field != "mac"}
        text = json.dumps(bare, sort_keys=True, separators=(",", ":")).encode()
        code = hmac.digest(hkdf(key, b"", "srt-mac"), text, hashlib.sha256)
        assert code.hex() == vault["mac"], "the key file was changed"
        keys = {vault["epoch"]: key}
        if vault.get("former"):
            former = opened(key, bytes.fromhex(vault["former"]), vault["vault"].encode())
            keys[vault["epoch"] - 1] = former
        return vault["vault"], keys
    raise SystemExit("wrong secret")


def frames(path: Path, vault: str, keys: dict[int, bytes]) -> list[bytes]:
    return [data for data, _ in chain(path, vault, keys)]


def piece(path: Path, vault: str, keys: dict[int, bytes]) -> bytes:
    (frame,) = frames(path, vault, keys)
    return frame[4 : 4 + int.from_bytes(frame[:4], "little")]


def chain(path: Path, vault: str, keys: dict[int, bytes]) -> list[tuple[bytes, str]]:
    data = path.read_bytes()
    magic, line, _ = data.split(b"\n", 2)
    at = len(magic) + len(line) + 2
    header = json.loads(line)
    assert magic == b"srt-sealed 1"
    assert (header["vault"], header["id"]) == (vault, path.stem)
    fields = ("kind", "vault", "id", "epoch", "generation")
    name = "/".join(str(header[field]) for field in fields).encode()
    wrapper = hkdf(keys[header["epoch"]], b"", "srt-file-keys")
    key = opened(wrapper, bytes.fromhex(header["key"]), name)
    before = hashlib.sha256(data[:at]).digest()[:16]
    found: list[tuple[bytes, str]] = []
    while at < len(data):
        if not any(data[at:]):
            break  # room for frames to come
        size = data[at : at + 4]
        assert zlib.crc32(size + before).to_bytes(4, "little") == data[at + 4 : at + 8]
        sealed = data[at + 8 : at + 8 + int.from_bytes(size, "little")]
        frame = opened(key, sealed, len(found).to_bytes(8, "little") + before)
        at += 8 + len(sealed)
        before = sealed[-16:]
        found.append((frame, before.hex()))
    return found


def tables(found: list[bytes]) -> dict[str, Any]:
    state: dict[str, Any] = json.loads(found[0])["tables"]
    for frame in found[1:]:
        change = json.loads(frame)
        rows = state.setdefault(change["table"], {})
        for number in change.get("drop", []):
            rows.pop(number, None)
        rows.update(change.get("put", {}))
    return state


def check(home: Path, vault: str, keys: dict[int, bytes]) -> None:
    """Hold the files of a closed vault against its index, and each list against its folder."""
    for path in home.rglob("list.sealed"):
        for name, known in json.loads(piece(path, vault, keys)).items():
            assert hashlib.sha256((path.parent / name).read_bytes()).hexdigest() == known, name
    if not (home / "index.sealed").exists():
        return
    index = json.loads(piece(home / "index.sealed", vault, keys))
    for id, (_, _, (_, _, _, count, tag), _) in index["lines"].items():
        found = chain(home / "p" / f"{id}.sealed", vault, keys)
        assert (len(found), found[-1][1]) == (count, tag), id
    for name, (lines, tag) in index.get("log", {}).items():
        found = chain(home / "log" / f"{name}.sealed", vault, keys)
        assert found[lines][1] == tag, name


def everything(home: Path, secret: str) -> dict[str, Any]:
    vault, keys = vault_keys(home, secret)
    people = {
        path.stem: tables(frames(path, vault, keys)) for path in (home / "p").glob("*.sealed")
    }
    drafts = {path.stem: piece(path, vault, keys).decode() for path in (home / "p").glob("*.draft")}
    check(home, vault, keys)
    log = [
        json.loads(frame)
        for path in sorted((home / "log").glob("*.sealed"))
        for frame in frames(path, vault, keys)[1:]
    ]
    return {"people": people, "drafts": drafts, "log": log}


if __name__ == "__main__":
    json.dump(everything(Path(sys.argv[1]), sys.argv[2]), sys.stdout)
