"""What a terminal sends, before anything is made of it: bytes in, pieces of text out.

Whatever comes, it stays calm: what is no UTF-8 is left out, a sequence has a length and a time,
what no terminal should send is let go of, and Hide is seen first, even within a paste or a string
that never ends.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from enum import Enum, auto

PATIENCE = 1.0
"""Seconds that a sequence, a string or a paste may stand still before it is over."""
ALONE = 0.2
"""Seconds after which an Escape was the key, and what comes then is no part of it."""
LONGEST = 64
"""Bytes of a sequence; keys and reports of real terminals are shorter than half of it."""
STRING = 4096
"""Bytes of a string that is none of ours, such as an answer about colours."""
PASTE = 65_536
"""Bytes of a paste; what goes beyond is left out."""

_ESC, _BEL, _FORM_FEED, _DC1 = 0x1B, 0x07, 0x0C, 0x11
_BEGIN_PASTE, _END_PASTE = b"\x1b[200~", b"\x1b[201~"
_LOCKS = rb"(1|65|129|193)"
_CTRL = rb"(5|69|133|197)"
_HIDE = re.compile(rb"\x1b\[(20(;%s)?~|108;%s(;\d*)?u)" % (_LOCKS, _CTRL))
_QUIT = re.compile(rb"\x1b\[113;%s(;\d*)?u" % _CTRL)


class KeySign(Enum):
    """What is said between the pieces of text."""

    WHOLE = auto()
    """A sequence has come to its end: who does not know it by now is to forget it."""
    FORGET = auto()
    """The Escape just handed on was not the key: it begins what comes now."""
    HIDE = auto()
    """The key that hides was pressed; it follows as text, but not out of a paste."""
    QUIT = auto()
    """The key that leaves was pressed; it follows as text."""


Piece = str | KeySign


class KeyStream:
    """Cuts what comes into pieces; what is begun at the end of one read goes on with the next."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")(errors="replace")
        self._within: Callable[[int], None] = self._text
        self._text_run = bytearray()
        self._sequence = bytearray()
        self._passed = False  # whether the Escape that begins it was handed on already
        self._left = 0
        self._paste: int | None = None
        self._since = 0.0
        self._pieces: list[Piece] = []

    def feed(self, data: bytes, now: float) -> Iterator[Piece]:
        """What these bytes come to; `now` is in seconds."""
        if self._within == self._escape and now - self._since > ALONE:
            self._within = self._text
        self._since = now
        for byte in data:
            self._within(byte)
        self._say_text()
        if self._within == self._escape and self._paste is None and not self._passed:
            self._pieces.append("\x1b")  # it may be the key alone: who reads it waits for more
            self._passed = True
        yield from self._told()

    def idle(self, now: float) -> Iterator[Piece]:
        """Nothing came: what has stood still for too long is over."""
        if now - self._since < PATIENCE:
            return
        if self._within not in (self._text, self._escape):
            self._let_go()
        if self._paste is not None:
            self._paste = None
            self._pieces.append(_END_PASTE.decode())
        yield from self._told()

    def _told(self) -> list[Piece]:
        pieces, self._pieces = self._pieces, []
        return pieces

    # Where one is

    def _text(self, byte: int) -> None:
        if byte == _ESC:
            self._say_text()
            self._sequence[:] = (_ESC,)
            self._passed, self._within = False, self._escape
            return
        if byte == _FORM_FEED:
            self._say(KeySign.HIDE)
        elif byte == _DC1 and self._paste is None:
            self._say(KeySign.QUIT)
        if self._paste is not None:
            self._paste += 1
            if self._paste > PASTE:
                return
        self._text_run.append(byte)

    def _escape(self, byte: int) -> None:
        self._sequence.append(byte)
        if byte == _ESC:
            self._hand_on(1)
            self._sequence[:] = (_ESC,)
            self._passed = False
        elif begun := self._begun_by(byte):
            if self._passed:
                self._say(KeySign.FORGET)
            self._passed, self._left, self._within = False, STRING, begun
            if begun == self._text:
                begun(byte)
        else:
            self._hand_on(2)
            self._within = self._text

    def _begun_by(self, byte: int) -> Callable[[int], None] | None:
        """What an Escape and this byte begin; None for a key with Alt."""
        if byte in b"[":
            return self._control
        if byte in b"O":
            return self._single
        if byte in (_FORM_FEED, _DC1):
            return self._text
        return self._string if byte in b"]P_^X" else None

    def _single(self, byte: int) -> None:
        self._sequence.append(byte)
        self._complete()

    def _control(self, byte: int) -> None:
        if self._broken_by(byte):
            return
        self._sequence.append(byte)
        inner = bytes(self._sequence[2:])
        if inner == b"M":
            self._left, self._within = 3, self._old_mouse
        elif 0x40 <= byte <= 0x7E and inner != b"[":  # noqa: PLR2004 - the ends of a sequence
            self._complete()
        elif len(self._sequence) > LONGEST:
            self._within = self._too_long

    def _too_long(self, byte: int) -> None:
        self._left -= 1
        if not self._broken_by(byte) and (0x40 <= byte <= 0x7E or not self._left):  # noqa: PLR2004 - likewise
            self._let_go()

    def _string(self, byte: int) -> None:
        self._left -= 1
        if byte == _FORM_FEED:
            self._say(KeySign.HIDE)
        if byte == _BEL or not self._left:
            self._let_go()
        elif byte == _ESC:
            self._within = self._string_escape

    def _string_escape(self, byte: int) -> None:
        self._let_go()
        if byte != ord("\\"):
            self._text(_ESC)
            self._within(byte)

    def _old_mouse(self, byte: int) -> None:
        """Three bytes of any kind: a report as terminals made them long ago."""
        if not self._broken_by(byte):
            self._left -= 1
            if not self._left:
                self._let_go()

    def _broken_by(self, byte: int) -> bool:
        """Whether a control sign stands where none can; then it counts as itself."""
        if byte >= 0x20:  # noqa: PLR2004 - below are the control signs
            return False
        self._let_go()
        self._text(byte)
        return True

    # What comes of it

    def _complete(self) -> None:
        sequence = bytes(self._sequence)
        self._within = self._text
        if _HIDE.fullmatch(sequence):
            self._say(KeySign.HIDE)
        elif _QUIT.fullmatch(sequence) and self._paste is None:
            self._say(KeySign.QUIT)
        if self._paste is not None:
            if sequence == _END_PASTE:
                self._paste = None
                self._say(sequence.decode())
            return
        self._hand_on(len(sequence))
        if sequence == _BEGIN_PASTE:
            self._paste = 0
        self._say(KeySign.WHOLE)

    def _hand_on(self, length: int) -> None:
        """The sequence as text; out of a paste only what is text."""
        if self._paste is None:
            self._say(self._sequence[self._passed : length].decode("ascii", "ignore"))
        elif self._sequence[1:length] != b"\x1b":
            self._text_run += self._sequence[1:length]
        self._passed = False

    def _let_go(self) -> None:
        self._within = self._text

    def _say(self, piece: Piece) -> None:
        self._say_text()
        if piece:
            self._pieces.append(piece)

    def _say_text(self) -> None:
        """The text so far, without what is none and without control signs of the upper half."""
        data, self._text_run = bytes(self._text_run), bytearray()
        text = self._decoder.decode(data)
        kept = "".join(c for c in text if c != "\ufffd" and not "\x80" <= c <= "\x9f")
        if kept:
            self._pieces.append(kept)
