"""The sealed list of a folder's files: what is gone, cut, exchanged or put in is noticed by it."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from srt_tui import private_files
from srt_tui.store.container import Unreadable
from srt_tui.store.keyring import KeyRing
from srt_tui.store.sealed_blob import sealed, unsealed

NAME = "list.sealed"


def digest(data: bytes) -> str:
    """What tells these bytes from any others: SHA-256, in hex."""
    return hashlib.sha256(data).hexdigest()


def write(keys: KeyRing, folder: Path, listed: Mapping[str, str]) -> None:
    """Put down what lies in `folder`: names below it and their digests. Raises OSError."""
    data = msgspec.json.encode(listed, order="sorted")
    private_files.replace(folder / NAME, sealed(keys, "list", Path(NAME).stem, data))


def read(keys: KeyRing, folder: Path) -> dict[str, str] | None:
    """What was put down of `folder`; None where nothing was. Raises Unreadable; OSError."""
    try:
        data = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return None
    try:
        text = unsealed(data, keys, "list", Path(NAME).stem)
        return msgspec.json.decode(text, type=dict[str, str])
    except msgspec.MsgspecError:
        raise Unreadable("damaged") from None


def amiss(folder: Path, listed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each file that is not as the list says: its name below `folder`, and why. Raises OSError."""
    for name, known in sorted(listed.items()):
        try:
            found = digest((folder / name).read_bytes())
        except FileNotFoundError:
            yield name, "gone"
            continue
        if found != known:
            yield name, "not as it was"
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in listed and name != NAME:
            yield name, "not on the list of its folder"
