"""What suits a person, as lines to choose from; and how the work can end."""

import datetime as dt
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from srt_tui.domain.caseload import Case
from srt_tui.domain.errors import SrtError
from srt_tui.domain.participant import Preferences, reference
from srt_tui.domain.terms import END, FORMAT, options
from srt_tui.domain.ways import VERSIONS
from srt_tui.domain.wording import counted
from srt_tui.present.common import left_out, plain, when

END_REASONS = options(END)
FORMATS = options(FORMAT)
GUIDANCE: tuple[tuple[str, str], ...] = (
    ("least", "as little as possible"),
    ("prompts", "the questions"),
    ("full", "questions and words to say"),
)
SUITS: tuple[tuple[str, str], ...] = (
    ("captions", "captions"),
    ("plain", "plain pictures"),
    ("read-aloud", "read aloud"),
    ("light-words", "little or no reading"),
)
CHECKS: tuple[tuple[int, str], ...] = ((1, "every session"), (3, "every third session"))
LENGTHS: tuple[tuple[int, str], ...] = tuple((n, f"{n} minutes") for n in (20, 30, 45, 60))


class Preferred(NamedTuple):
    """One preference: its field, its name, and its value in words."""

    field: str
    name: str
    value: str


def lines(preferences: Preferences) -> tuple[Preferred, ...]:
    """The preferences, line by line."""
    suits = dict(SUITS)
    return (
        Preferred("format", "Where", dict(FORMATS)[preferences.format]),
        Preferred("minutes", "Length", dict(LENGTHS)[preferences.minutes]),
        Preferred("guidance", "Guidance on screen", dict(GUIDANCE)[preferences.guidance]),
        Preferred(
            "suits", "What suits", ", ".join(suits[s] for s in preferences.suits) or "nothing set"
        ),
        Preferred("leave_out", "Leave out", left_out(preferences.leave_out) or "nothing"),
        Preferred("version", "Stories", dict(VERSIONS)[preferences.version]),
        Preferred("check_every", "Working-together check", dict(CHECKS)[preferences.check_every]),
    )


ONE_OF: dict[str, tuple[tuple[object, str], ...]] = {
    "format": FORMATS,
    "minutes": LENGTHS,
    "guidance": GUIDANCE,
    "version": VERSIONS,
    "check_every": CHECKS,
}
"""Fields with one value, and what to choose from."""


def some_of(field: str, sensitivities: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What to choose any number from, for a field with several values."""
    return SUITS if field == "suits" else tuple((tag, plain(tag)) for tag in sensitivities)


REFERENCE_ASKED = "Reference (letters and figures; never a name)"
REFERRED_ASKED = "Date of referral"
SUITS_ASKED = "What suits him (Enter changes a line; it can all be changed later)"


def date_shown(date: dt.date) -> str:
    """A date as it is typed: 23/11/2026."""
    return f"{date:%d/%m/%Y}"


def read_date(typed: str, today: dt.date) -> dt.date:
    """A date that was typed as 23/11/2026, 23/11/26 or 23/11 (the latest such day).

    Raises SrtError for anything else, and for a day that has not come yet.
    """
    numbers = [int(part) for part in re.findall(r"\d+", typed)]
    try:
        day, month, year = (*numbers, today.year) if len(numbers) < 3 else numbers  # noqa: PLR2004 - a year may be left out
        date = dt.date(_full(year), month, day)
        if date > today and len(numbers) < 3:  # noqa: PLR2004 - likewise
            date = date.replace(year=date.year - 1)
    except ValueError:
        raise SrtError(
            "That is not a date.", "Type it as day/month/year, such as 23/11/2026."
        ) from None
    if date > today:
        raise SrtError("That day has not come yet.", "Check the year.")
    return date


def _full(year: int) -> int:
    return year if year > 99 else 2000 + year  # noqa: PLR2004 - a year of two figures


HELD = "Held: this working copy stays until you let it go. Why belongs in the official record."
RELEASED = "Its clock runs again."
ERASE_ASKED = (
    "Everything kept here about this person goes, with every dated copy. It cannot be undone. "
    "The official record stays as it is. To erase it, type the reference again."
)
FOLLOWED_UP = "Was the safety matter followed up?"
FOLLOWED_UP_MORE = "What was done belongs in the official record, not here."
FOLLOWED_UP_ANSWERS = ("Not yet", "Yes, it is in the official record")
NONE_WAITS = "no safety follow-up waits."


def followed_up(left: dt.date | None, today: dt.date) -> str:
    """That it was closed, and the next one, if there is one."""
    return f"Closed. The next follow-up is {when(left, today)}." if left else "Closed."


def erase_asked(ref: str) -> str:
    """The question before it, with whom it is about."""
    return f"Erase {ref}?"


def typed_again(typed: str, meant: str) -> str:
    """The reference typed again; raises SrtError when it is not the same."""
    with suppress(SrtError):
        if reference(typed) == meant:
            return meant
    raise SrtError("That is not the reference.", "Nothing was erased. Esc keeps it.")


def erased(done: str, left: Sequence[str]) -> tuple[str, ...]:
    """The receipt: what was removed, and what could not be reached."""
    return (done, "", "Out of reach:", *(f"- {each}" for each in left))


def standing(case: Case, today: dt.date) -> str:
    """Since when, how many sessions, a safety follow-up, and whether the work has ended."""
    said = [f"Referred {when(case.referred, today)}.", f"{counted(case.sessions, 'session')}."]
    if case.follow_up:
        said.append(f"Safety follow-up: {when(case.follow_up, today)}.")
    if case.ended:
        said.append(f"The work has ended: {dict(END_REASONS)[case.ended]}.")
    if case.held:
        said.append("Held beyond its time.")
    elif case.purge:
        said.append(f"To be erased on {when(case.purge, today)}.")
    return " ".join(said)
