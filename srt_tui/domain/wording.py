"""Small turns of phrase shared by everything that puts facts into a sentence."""

import datetime as dt
from collections.abc import Sequence

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
    """The text without line breaks, control characters or runs of spaces."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(text.split())


def shortened(text: str, limit: int) -> str:
    """The text on one line and in at most `limit` characters; a cut shows as an ellipsis."""
    line = one_line(text)
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def quoted(text: str, limit: int = 160) -> str:
    """Someone's words on one line, in quotation marks, cut at `limit` characters."""
    return f"“{shortened(text, limit)}”"


def asked_and(question: str, answer: str) -> str:
    """A label with its answer: `My number: 6`, and after a question mark `What matters? Calm`."""
    label = one_line(question).rstrip(":.")
    return f"{label} {answer}" if label.endswith(("?", "!")) else f"{label}: {answer}"
