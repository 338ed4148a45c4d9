"""The one file form of the store: a readable header, then sealed frames, each chained to the last.

FORMAT.md beside this file is the full description.
"""

import contextlib
import hashlib
import os
import re
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from srt_tui.store.keyring import KeyRing
from srt_tui.store.migrate import schema
from srt_tui.store.seal import KEY, TAG, cipher, padded, seal, unseal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"srt-sealed 1\n"
_FAMILY = b"srt-sealed "
PREFIX = 8
MOST_HEADER = 4096
_MOST_SOUGHT = 4 << 20  # bytes behind a damaged place that are searched for the next frame
_MOST_PASSED = 64  # frames that may be missing there

Kind = Literal["person", "draft", "index", "log", "list", "intent"]


class Unreadable(Exception):  # noqa: N818 - a finding, not an error of ours
    """A file that cannot be opened, and why."""

    def __init__(self, why: Literal["damaged", "newer", "foreign"]) -> None:
        super().__init__(why)
        self.why = why


class Header(msgspec.Struct, frozen=True):
    """The line behind the magic. `key` is the file's own key, wrapped under the vault key."""

    kind: Kind
    vault: str
    id: str
    epoch: int
    generation: int
    schema: int
    key: str

    def bound_to(self) -> bytes:
        """What the wrapped key belongs to."""
        return f"{self.kind}/{self.vault}/{self.id}/{self.epoch}/{self.generation}".encode()


class Chain:
    """The place in a file's chain of frames: seals the next frame, or opens it."""

    def __init__(self, key: "AESGCM", start: bytes) -> None:
        self._key = key
        self.position = 0
        self.last = start

    def seal(self, data: bytes) -> bytes:
        """The next frame's bytes. The chain moves on only with `advance`."""
        bound = self._bound(self.position, self.last)
        sealed = seal(self._key, padded(data), bound)
        return _prefix(len(sealed), self.last) + sealed

    def advance(self, frame: bytes) -> None:
        """`frame` is now the last one."""
        self.position += 1
        self.last = frame[-TAG:]

    def unseal(self, sealed: bytes) -> bytes | None:
        """The next frame's JSON; None when it does not verify."""
        return unseal(self._key, sealed, self._bound(self.position, self.last))

    def moved(self, by: int, last: bytes) -> "Chain":
        """The same chain some frames further on, where `last` is the tag before."""
        chain = Chain(self._key, last)
        chain.position = self.position + by
        return chain

    @staticmethod
    def _bound(position: int, last: bytes) -> bytes:
        return position.to_bytes(8, "little") + last


def _prefix(length: int, last: bytes) -> bytes:
    size = length.to_bytes(4, "little")
    return size + zlib.crc32(size + last).to_bytes(4, "little")


def fresh(
    keys: KeyRing, kind: Kind, id: str, frames: Sequence[bytes], generation: int = 1
) -> "Fresh":
    """A new file of these frames, under a key of its own."""
    file_key = os.urandom(KEY)
    header = Header(kind, keys.vault, id, keys.epoch, generation, schema(), "")
    wrapped = seal(keys.wrapper(keys.epoch), file_key, header.bound_to())
    header = msgspec.structs.replace(header, key=wrapped.hex())
    head = MAGIC + msgspec.json.encode(header) + b"\n"
    contents = Contents(header, Chain(cipher(file_key), _origin(head)), len(head))
    written = [head]
    for data in frames:
        written.append(contents.chain.seal(data))
        contents.take(written[-1][PREFIX:], data)
    return Fresh(b"".join(written), contents)


def _origin(head: bytes) -> bytes:
    return hashlib.sha256(head).digest()[:TAG]


def read_header(data: bytes) -> tuple[Header, int]:
    """The header and where the frames begin. Raises Unreadable."""
    if data.startswith(_FAMILY) and not data.startswith(MAGIC):
        version = data[len(_FAMILY) : len(_FAMILY) + 6].split(b"\n")[0]
        raise Unreadable("newer" if version.isdigit() and int(version) > 1 else "damaged")
    end = data.find(b"\n", len(MAGIC), MOST_HEADER)
    if not data.startswith(MAGIC) or end < 0:
        raise Unreadable("damaged")
    try:
        header = msgspec.json.decode(data[len(MAGIC) : end], type=Header)
        bytes.fromhex(header.key)
    except (msgspec.MsgspecError, ValueError):
        raise Unreadable("damaged") from None
    if header.schema > schema():
        raise Unreadable("newer")
    return header, end + 1


class Contents:
    """What could be read of a file, up to the first frame that does not verify.

    `tail` is `whole`; `torn` when only an incomplete last frame follows; else `damaged`.
    """

    def __init__(self, header: Header, chain: Chain, begin: int) -> None:
        self.header = header
        self.chain = chain
        self.frames: list[bytes] = []
        self.tags: list[bytes] = []
        self.first_end = begin
        self.size = begin
        self.end = begin
        self.tail: Literal["whole", "torn", "damaged"] = "whole"

    def intact(self) -> "Contents":
        """The same. Raises Unreadable when more than an incomplete last frame is amiss."""
        if self.tail == "damaged" or not self.frames:
            raise Unreadable("damaged")
        return self

    def take(self, frame: bytes, opened: bytes) -> None:
        """`frame` is the next one, and holds `opened`."""
        self.chain.advance(frame)
        self.frames.append(opened)
        self.tags.append(self.chain.last)
        self.end += PREFIX + len(frame)
        self.size = max(self.size, self.end)
        if len(self.frames) == 1:
            self.first_end = self.end

    @property
    def only(self) -> bytes:
        """The one frame of a file that has one. Raises Unreadable."""
        return self.intact().frames[0]


class Fresh(NamedTuple):
    """The bytes of a file to be written, and what reading them would give."""

    data: bytes
    contents: Contents


def read(data: bytes, keys: KeyRing, kind: Kind, id: str) -> Contents:
    """Open a file that should be of this kind and id.

    Raises Unreadable when not even its header can be opened. One that says that it is newer, and
    opens under our numbers, is damaged.
    """
    try:
        return _read(data, keys, kind, id)
    except Unreadable as found:
        if found.why == "newer" and renumbered(data, keys, kind, id):
            raise Unreadable("damaged") from None
        raise


def renumbered(data: bytes, keys: KeyRing, kind: Kind, id: str) -> Contents | None:
    """What is in a file of which only the version numbers were harmed; None when it is not so.

    The first frame is chained to the header, so it tells whether they were ours.
    """
    _, _, rest = data.partition(b"\n")
    head, _, frames = rest.partition(b"\n")
    for number in range(schema(), 0, -1):
        ours = re.sub(rb'"schema":\d+', b'"schema":%d' % number, head, count=1)
        with contextlib.suppress(Unreadable):
            contents = _read(MAGIC + ours + b"\n" + frames, keys, kind, id)
            if contents.frames:
                return contents
    return None


def _read(data: bytes, keys: KeyRing, kind: Kind, id: str) -> Contents:
    header, begin = read_header(data)
    if (header.vault, header.kind, header.id) != (keys.vault, kind, id):
        raise Unreadable("foreign")
    try:
        wrapper = keys.wrapper(header.epoch)
    except LookupError:
        raise Unreadable("foreign") from None
    file_key = unseal(wrapper, bytes.fromhex(header.key), header.bound_to())
    if file_key is None:
        raise Unreadable("damaged")
    contents = Contents(header, Chain(cipher(file_key), _origin(data[:begin])), begin)
    follow(data, contents)
    return contents


def follow(data: bytes, contents: Contents) -> None:
    """Read on from the end of what was read, up to the first frame that does not verify."""
    contents.tail = "whole"
    contents.size = len(data)
    while contents.end < len(data):
        frame = _frame_at(data, contents)
        if frame is None:
            break
        opened = contents.chain.unseal(frame)
        if opened is None:
            contents.tail = "torn" if _never_arrived(data, frame, contents.end) else "damaged"
            break
        contents.take(frame, opened)


def seek(data: bytes, contents: Contents) -> bool:
    """Find the next frame behind a damaged stretch, and make it the end of what was read.

    Returns False when none behind verifies.
    """
    begin, chain = contents.end, contents.chain
    length = int.from_bytes(data[begin : begin + 4], "little")
    likely = begin + PREFIX + length
    for at in (likely, *range(begin + TAG, min(len(data), begin + _MOST_SOUGHT))):
        size, last = data[at : at + 4], data[at - TAG : at]
        length = int.from_bytes(size, "little")
        if length > len(data) - at or data[at : at + PREFIX] != _prefix(length, last):
            continue
        sealed = data[at + PREFIX : at + PREFIX + length]
        for passed in range(_MOST_PASSED):
            if chain.moved(passed, last).unseal(sealed) is not None:
                contents.end, contents.chain = at, chain.moved(passed, last)
                return True
    return False


def _frame_at(data: bytes, contents: Contents) -> bytes | None:
    """The sealed part of the frame at the end of what was read.

    None at the end of the file, which is room of zeros for frames to come; else the tail is set.
    """
    prefix = data[contents.end : contents.end + PREFIX]
    length = int.from_bytes(prefix[:4], "little")
    if len(prefix) < PREFIX or prefix != _prefix(length, contents.chain.last):
        if not any(data[contents.end + PREFIX :]):
            contents.tail = "torn" if any(prefix) else "whole"
        else:
            contents.tail = "damaged"
        return None
    frame = data[contents.end + PREFIX : contents.end + PREFIX + length]
    if len(frame) < length:
        contents.tail = "torn"
        return None
    return frame


def _never_arrived(data: bytes, frame: bytes, at: int) -> bool:
    """A last frame that did not reach the disk whole has zeros in it, and only zeros behind it."""
    missing = frame.endswith(b"\0") or bytes(TAG) in frame
    return missing and not any(data[at + PREFIX + len(frame) :])
