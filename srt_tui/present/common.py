"""Words that several screens share: dates, counts, shapes."""

import datetime as dt
from collections.abc import Sequence


def day(date: dt.date, today: dt.date | None = None) -> str:
    """A date as "12 Nov"; with its year when that is not this year."""
    words = f"{date.day} {date:%b}"
    return words if today is None or date.year == today.year else f"{words} {date.year}"


def saved(at: dt.datetime | None) -> str:
    """When something was last kept: "saved 14:32"; empty when nothing was."""
    return "" if at is None else f"saved {at:%H:%M}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 visit", "2 visits"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def dots(done: int, of: int) -> str:
    """Progress as shapes: ●●○○."""
    return "●" * min(done, of) + "○" * max(0, of - done)


def listed(words: Sequence[str]) -> str:
    """A plain list: "a", "a and b", "a, b and c"."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def quoted(words: str, most: int = 60) -> str:
    """His words in quotation marks, on one line, cut with a sign when long."""
    line = " ".join(words.split())
    return f'"{line}"' if len(line) <= most else f'"{line[: most - 1].rstrip()}…"'
