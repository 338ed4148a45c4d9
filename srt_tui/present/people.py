"""What the caseload says: one row to a person, and a brief of the one under the cursor."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from srt_tui.domain.caseload import Case, Due, DueKind, Order, due
from srt_tui.domain.pack import Pack
from srt_tui.domain.terms import FORMAT
from srt_tui.domain.wording import day
from srt_tui.present.common import NOTHING, dots, left_out, plain, titled, when
from srt_tui.present.person import SUITS

DUE_WORDS: dict[DueKind, str] = {
    "today": "today",
    "follow-up": "follow-up",
    "unfinished": "cut off",
    "passed": "nothing put down",
    "note": "note",
    "step": "step",
    "quiet": "long ago",
    "purge": "purge due",
}
ORDERS: tuple[Order, ...] = ("due", "reference", "last-seen")
ORDER_WORDS: dict[Order, str] = {
    "due": "what is due first",
    "reference": "by reference",
    "last-seen": "longest ago first",
}
ROOM_FOR_DUE = 19
"""Columns for what is due at 80 columns."""
NOBODY = "Nobody here yet. Press n to add a person by a reference such as JD-07, never a name."
NONE_DUE = "Nothing of that kind is due any more. Esc shows everybody."
NOT_FOUND = "Nobody has that reference. Esc takes the search away."


class CaseRow(NamedTuple):
    """One line of the caseload."""

    reference: str
    last: str
    foundation: str
    next: str
    due: str


def row(case: Case, pack: Pack, today: dt.date, room: int = ROOM_FOR_DUE) -> CaseRow:
    """The line of one person, with so many columns for what is due."""
    return CaseRow(
        case.reference,
        _last(case.last, today),
        dots(len(case.foundation), len(pack.foundation)),
        next_words(case, pack),
        due_words(due(case, today), case.notes, room),
    )


def _last(on: dt.date | None, today: dt.date) -> str:
    """The day; of another year its month, for a day and a year do not fit their column."""
    if on is None or on.year == today.year:
        return when(on, today)
    return day(on, year=True).partition(" ")[2]


def next_words(case: Case, pack: Pack) -> str:
    """What comes next: a first meeting, going on, the next exercise, or nothing."""
    if case.ended:
        return f"ended: {plain(case.ended)}"
    if not case.sessions:
        return "first meeting"
    if case.next is None:
        return "all of it done once"
    going = "go on: " if case.go_on else "planned: " if case.planned else ""
    return f"{going}{titled(pack, case.next)}"


def due_words(waiting: Sequence[Due], notes: int = 1, room: int = ROOM_FOR_DUE) -> str:
    """What waits, the most pressing first; a number for what does not fit into so many columns."""
    words = [DUE_WORDS[each.kind] for each in waiting]
    if notes > 1:
        words = [f"{notes} notes" if word == "note" else word for word in words]
    said = ", ".join(words) or NOTHING
    for left in range(1, len(words)):
        if len(said) > room:
            said = f"{', '.join(words[:-left])} +{left}"
    return said


def only(kind: DueKind | None) -> str:
    """What the caseload is narrowed to: "only: note"; empty for everybody."""
    return f"only: {DUE_WORDS[kind]}" if kind else ""


def nobody(find: str, kind: DueKind | None) -> str:
    """What to say where the list is empty, and how to go on."""
    if find:
        return NOT_FOUND
    return NONE_DUE if kind else NOBODY


def ways(case: Case) -> str:
    """How this person works best, on one line."""
    parts = [case.reference, f"{case.minutes} min", FORMAT[case.format].short]
    suits = dict(SUITS)
    parts += [suits[suit] for suit in case.suits]
    if case.leave_out:
        parts.append(f"leave out {left_out(case.leave_out)}")
    return " · ".join(parts)


def waits(case: Case, today: dt.date) -> str:
    """What waits and since when, as one sentence."""
    said = {
        "today": "you meet today",
        "follow-up": "a safety follow-up for {}",
        "passed": "nothing was put down of the appointment on {} (press m)",
        "unfinished": "a session cut off on {}",
        "note": "the note of {} is not yet in the record (press r)",
        "step": "a step from {} to look at",
        "quiet": "not seen since {}",
        "purge": "the working copy was to be erased on {} (srt purge)",
    }
    if case.notes > 1:
        many = f"{case.notes} notes, the oldest of {{}}, are not yet in the record (press r)"
        said["note"] = many
    waiting = [said[each.kind].format(when(each.on, today)) for each in due(case, today)]
    told = f"Due: {'; '.join(waiting)}." if waiting else "Nothing due."
    meets = case.appointment
    coming = f" Next: {when(meets, today)}." if meets and meets > today else ""
    return f"{told}{coming}{' A plan is ready.' if case.planned else ''}"


def brief(case: Case, today: dt.date) -> tuple[str, ...]:
    """The lower part of the screen."""
    return (ways(case), *case.brief, waits(case, today))
