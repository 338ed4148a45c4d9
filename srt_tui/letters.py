"""Text as people give it: bytes read forgivingly, and no sign in it that acts instead of showing.

What somebody said stays to the letter: joiners, marks, half spaces and signs newer than this
program are his. Only what a terminal or a reader would obey is taken out.
"""

import codecs
import re
from typing import Any, Literal, NamedTuple, TypeAlias

_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ACTS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ACTS_IN_JSON = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]")
_ESCAPES = re.compile(rb"\\[ubfr]")
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_MANY = 0.3
"""The share of zero bytes from which a file without a mark is taken for UTF-16."""

Fault: TypeAlias = Literal["", "cut", "lost", "binary"]
"""What is wrong with a file as text: it ends within a letter, bytes stand for none, it is none."""


class Read(NamedTuple):
    """A file's text, lines ended by line feeds, and how it was written."""

    text: str
    encoding: str
    marked: bool
    windows_lines: bool
    fault: Fault = ""


def read(raw: bytes) -> Read:
    """The text of a file: with or without a byte order mark, UTF-8, UTF-16 or Windows letters.

    Where there is a `fault`, what could be read is there all the same.
    """
    mark = next((mark for mark in _MARKS if raw.startswith(mark)), b"")
    encoding = _MARKS.get(mark) or _guessed(raw)
    fault: Fault = ""
    body = raw[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as problem:
        text, encoding, fault = _as_far_as_read(body, encoding, problem)
    if "\x00" in text:
        fault = "binary"
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return Read(lines, encoding, bool(mark), lines != text, fault)


def _as_far_as_read(
    body: bytes, encoding: str, problem: UnicodeDecodeError
) -> tuple[str, str, Fault]:
    """Windows letters, where none of them is a letter of UTF-8; otherwise it is damaged."""
    known = body.decode(encoding, "ignore")
    if encoding == "utf-8" and known.isascii():
        return body.decode("cp1252", "replace"), "cp1252", ""
    at_end = problem.end == len(body) and problem.reason.startswith(("unexpected end", "truncated"))
    return body.decode(encoding, "replace"), encoding, "cut" if at_end else "lost"


def _guessed(raw: bytes) -> str:
    """UTF-16 without a mark shows in its zero bytes: every second one, where letters are Latin."""
    if raw[1::2].count(0) > _MANY * len(raw) / 2:
        return "utf-16-le"
    if raw[::2].count(0) > _MANY * len(raw) / 2:
        return "utf-16-be"
    return "utf-8"


def clean(text: str) -> str:
    """The text without signs that act: controls become spaces, line ends line feeds; tabs stay.

    What turns the direction of other letters about is taken out; half a letter is shown as such.
    """
    return text if text.isprintable() else _ACTS.sub(_shown, _BREAKS.sub("\n", text))


def _shown(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in _TURNS:
        return ""
    return "\ufffd" if "\ud800" <= sign <= "\udfff" else " "


def cleaned(value: Any) -> Any:
    """The same data with every text in it clean."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {cleaned(key): cleaned(each) for key, each in value.items()}
    if isinstance(value, list):
        return [cleaned(each) for each in value]
    return value


def is_clean(json: bytes) -> bool:
    """Whether JSON on one line certainly holds nothing to clean; much quicker than cleaning it."""
    if b"\\" not in json and b"\x7f" not in json and json.isascii():
        return True
    return not _ESCAPES.search(json) and json.decode().isprintable()


def escaped(json: bytes) -> bytes:
    """JSON that says the same and holds no sign that acts: each is written as its number."""
    return _ACTS_IN_JSON.sub(lambda found: rb"\u%04x" % ord(found[0].decode()), json)
