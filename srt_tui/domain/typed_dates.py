"""Days as they are typed by hand."""

import datetime as dt
import re

from srt_tui.domain.errors import Exit, SrtError


def coming(typed: str, today: dt.date) -> dt.date | None:
    """A day to come, typed as 30/11, 30/11/2026 or +7; None for nothing.

    Raises SrtError for anything else, and for a day that has passed.
    """
    text = typed.strip()
    if not text:
        return None
    try:
        if text.startswith("+"):
            return today + dt.timedelta(days=int(text[1:]))
        number, month, *year = (int(part) for part in re.findall(r"\d+", text))
        on = dt.date(_full(year[0]) if year else today.year, month, number)
        if on < today and not year:
            on = on.replace(year=on.year + 1)
    except (ValueError, OverflowError):
        raise SrtError(
            "That is not a date.", "Type it as day/month, such as 30/11, or +7.", Exit.USAGE
        ) from None
    if on < today:
        raise SrtError("That day has passed.", "Check the year.", Exit.USAGE)
    return on


def _full(year: int) -> int:
    return year if year > 99 else 2000 + year  # noqa: PLR2004 - a year of two figures
