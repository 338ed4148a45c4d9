"""Small turns of phrase shared by everything that puts facts into a sentence."""

import datetime as dt
import re
from collections.abc import Sequence

from srt_tui.letters import clean

_RUN = re.compile(r"[ \t\n]+")
_JOINERS = "\u200c\u200d"
_FLAGS = range(0x1F1E6, 0x1F200)
"""Letters that make a flag in pairs."""
_COLOURS = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905 - a list of names


def day(on: dt.date, *, year: bool = False) -> str:
    """A date as people say it: `12 Nov`, or `12 Nov 2026` with `year`."""
    short = f"{on.day} {_MONTHS[on.month - 1]}"
    return f"{short} {on.year}" if year else short


def past_day(on: dt.date, today: dt.date) -> str:
    """A day that is over: with its year, where that is another than today's."""
    return day(on, year=on.year != today.year)


def listed(items: Sequence[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:  # noqa: PLR2004 - two is where a joint is needed
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """`1 visit`, `2 visits`; `many` where an added s will not do."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def one_line(text: str) -> str:
    """The text without line breaks, signs that act or runs of spaces; its letters as they are."""
    return _RUN.sub(" ", clean(text)).strip(" ")


def line_by_line(text: str, indent: str = "  ") -> str:
    """The text with its lines kept, each but the first set in."""
    first, *rest = clean(text).strip(" \t\n").split("\n")
    return "\n".join((first.rstrip(), *(f"{indent}{line}".rstrip() for line in rest)))


def shortened(text: str, limit: int) -> str:
    """The text on one line and in at most `limit` characters; a cut shows as an ellipsis."""
    line = one_line(text)
    return line if len(line) <= limit else f"{beginning(line, limit - 1).rstrip(' ')}…"


def beginning(text: str, most: int) -> str:
    """At most so many characters of the beginning, with no sign of several cut in two.

    Such are a letter with its marks, a family, a flag, a hand with its colour.
    """
    end = min(most, len(text))
    while 0 < end < len(text) and _belongs(text, end):
        end -= 1
    return text[:end]


def _belongs(text: str, at: int) -> bool:
    """Whether what stands here is part of the sign before it."""
    from unicodedata import category  # noqa: PLC0415 - few texts are cut, and fewer hold such signs

    sign, before = text[at], text[at - 1]
    if sign.isascii() and before.isascii():
        return False
    if ord(sign) in _FLAGS:
        return (at - len(text[:at].rstrip("".join(map(chr, _FLAGS))))) % 2 == 1
    return (
        sign in _JOINERS
        or before in _JOINERS
        or ord(sign) in _COLOURS
        or ord(sign) in _TAGS
        or category(sign).startswith("M")
    )


def quoted(text: str, limit: int = 160) -> str:
    """Someone's words on one line, in quotation marks, cut at `limit` characters."""
    return f"“{shortened(text, limit)}”"


def why_left_out(title: str) -> str:
    """What another reason answers: `why “Early signs” was left out`."""
    return f"why {quoted(title)} was left out" if title else "why it was left out"


def asked_and(question: str, answer: str) -> str:
    """A label with its answer: `My number: 6`, and after a question mark `What matters? Calm`."""
    label = one_line(question).rstrip(":.")
    return f"{label} {answer}" if label.endswith(("?", "!")) else f"{label}: {answer}"
