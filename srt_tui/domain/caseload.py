"""The caseload: one short case for each participant, and what is due, by pure functions."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Literal, TypeAlias, get_args

from msgspec.structs import replace

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import EndReason, Hold, Opened, Planned
from srt_tui.domain.history import History
from srt_tui.domain.kept_plan import PlanAhead
from srt_tui.domain.last_time import brief_lines
from srt_tui.domain.participant import Format, Suits
from srt_tui.domain.quotes import Seen

DueKind: TypeAlias = Literal[
    "today", "follow-up", "unfinished", "passed", "note", "step", "quiet", "purge"
]
DUE_KINDS: tuple[DueKind, ...] = get_args(DueKind)
Order: TypeAlias = Literal["due", "reference", "last-seen"]

QUIET_WEEKS = 4


class Case(Frozen, frozen=True, kw_only=True):
    """What the People screen shows of one participant; small enough for the sealed index.

    Dates say since when something waits: `step` not looked at, `unfinished` a session cut off,
    `note` the oldest of `notes` not in the official record. `follow_up` is when it is due.
    `appointment` is when they meet next, or were to meet and nothing was put down since.
    `planned` says that a plan was kept for next time; `next` is its first exercise then.
    `settled` is the day on which it was ended and all of it recorded; `held` keeps the working copy
    beyond its time; `purge` is the day on which it is to go, where a clock runs (see `timed`).
    """

    reference: str
    referred: dt.date | None = None
    last: dt.date | None = None
    sessions: int = 0
    foundation: tuple[str, ...] = ()
    next: str | None = None
    go_on: bool = False
    planned: bool = False
    step: dt.date | None = None
    note: dt.date | None = None
    notes: int = 0
    follow_up: dt.date | None = None
    appointment: dt.date | None = None
    unfinished: dt.date | None = None
    ended: EndReason | None = None
    settled: dt.date | None = None
    held: bool = False
    purge: dt.date | None = None
    format: Format = "room"
    minutes: int = 30
    suits: tuple[Suits, ...] = ()
    leave_out: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()


class Due(Frozen, frozen=True, kw_only=True):
    """One thing that waits; `on` is since when, and for what has a date of its own that date."""

    kind: DueKind
    on: dt.date


def summarise(
    reference: str,
    entries: Iterable[Seen],
    foundation: tuple[str, ...],
    order: tuple[str, ...],
    sensitivities: Mapping[str, Collection[str]] | None = None,
) -> Case:
    """One participant's case; with `sensitivities` by exercise, `next` has none he leaves out."""
    history = History.of(entries)
    preferences = history.preferences
    barred = _barred(order, preferences.leave_out, sensitivities or {})
    cut, step, ended = history.cut_off(), history.open_step(), history.ended
    going_on = cut.exercise if cut and cut.exercise not in barred else None
    waiting, plan = _unrecorded(history), ahead(history)
    return Case(
        reference=reference,
        referred=history.referred.on if history.referred else None,
        last=history.last.date if history.last else None,
        sessions=len(history.held),
        foundation=tuple(id for id in foundation if id in history.done),
        next=going_on or _first(plan, barred) or _next(history, (*foundation, *order), barred),
        go_on=going_on is not None,
        planned=plan is not None and going_on is None,
        step=step.date if step and not ended else None,
        note=min(waiting, default=None),
        notes=len(waiting),
        follow_up=min((end.due for end in history.unfinished() if end.due), default=None),
        appointment=_appointment(history),
        unfinished=cut.date if cut and not ended else None,
        ended=ended.reason if ended else None,
        settled=_settled(history) if ended and not waiting else None,
        held=any(hold.on for hold in history.all(Hold)[-1:]),
        format=preferences.format,
        minutes=preferences.minutes,
        suits=preferences.suits,
        leave_out=preferences.leave_out,
        brief=brief_lines(history),
    )


def ahead(history: History) -> PlanAhead | None:
    """The plan that was kept since the last session began; None where none waits.

    One to which he did not come leaves the plan waiting.
    """
    missed = {session.number for session in history.sessions if not session.came}
    marks = [
        entry
        for entry in history.entries
        if isinstance(entry, Planned) or (isinstance(entry, Opened) and entry.session not in missed)
    ]
    last = marks[-1] if marks else None
    return last.plan if isinstance(last, Planned) else None


def _barred(
    order: Iterable[str], leave_out: Collection[str], sensitivities: Mapping[str, Collection[str]]
) -> set[str]:
    unwanted = set(leave_out)
    return {id for id in order if unwanted.intersection((id, *sensitivities.get(id, ())))}


def _first(plan: PlanAhead | None, barred: Collection[str]) -> str | None:
    """The first exercise of a plan that is not to be left out."""
    ids = (line.exercise for line in plan.lines) if plan else ()
    return next((id for id in ids if id and id not in barred), None)


def _next(history: History, order: Iterable[str], barred: Collection[str]) -> str | None:
    """The first exercise in order without a visit `done` that is not to be left out."""
    return next((id for id in order if id not in history.done and id not in barred), None)


def _unrecorded(history: History) -> list[dt.date]:
    """The sessions that are over and whose note is not in the official record.

    One that was never closed is over once another has begun.
    """
    over = (*history.sessions[:-1], *(s for s in history.sessions[-1:] if s.closed))
    return [session.date for session in over if not session.recorded]


def _appointment(history: History) -> dt.date | None:
    """The date set when the last session closed; none once another began or the work ended."""
    last = history.sessions[-1] if history.sessions and not history.ended else None
    return last.closed.next_on if last and last.closed else None


def _settled(history: History) -> dt.date | None:
    """The day on which the last of it was ended or recorded."""
    marks = [session.recorded.at.date() for session in history.sessions if session.recorded]
    ended = history.ended
    return max((*marks, ended.on)) if ended else None


def timed(case: Case, keep_days: int) -> Case:
    """The case with its clock: to go `keep_days` after it was settled, unless it is held."""
    if case.settled is None or case.held:
        return case
    left = (dt.date.max - case.settled).days
    return replace(case, purge=case.settled + dt.timedelta(days=min(keep_days, left)))


def due(
    case: Case,
    today: dt.date,
    *,
    quiet_weeks: int = QUIET_WEEKS,
) -> tuple[Due, ...]:
    """What waits for this case, the most pressing first; nothing due is ().

    `quiet` is no session for `quiet_weeks`; `passed` an appointment of which nothing was put down.
    """
    meets = case.appointment
    found: dict[DueKind, dt.date | None] = {
        "today": meets if meets == today else None,
        "follow-up": case.follow_up,
        "passed": meets if meets and meets < today else None,
        "unfinished": case.unfinished,
        "note": case.note,
        "step": case.step,
    }
    seen = case.last or case.referred
    if not case.ended and seen and today - seen >= dt.timedelta(weeks=quiet_weeks):
        found["quiet"] = seen
    if case.purge and case.purge <= today:
        found["purge"] = case.purge
    return tuple(Due(kind=kind, on=on) for kind in DUE_KINDS if (on := found.get(kind)) is not None)


def next_due(cases: Iterable[Case], today: dt.date, now: DueKind | None) -> DueKind | None:
    """What to narrow the caseload to after `now`: the next kind that waits; None for everything."""
    waiting = {each.kind for case in cases for each in due(case, today)}
    after = DUE_KINDS[DUE_KINDS.index(now) + 1 :] if now else DUE_KINDS
    return next((kind for kind in after if kind in waiting), None)


def ordered(cases: Iterable[Case], by: Order, today: dt.date) -> tuple[Case, ...]:
    """The caseload in order: by what presses most, by reference, or by who waits longest.

    Whoever has ended comes last, and the reference decides between equals.
    """

    def pressing(case: Case) -> tuple[int, dt.date]:
        first = next(iter(due(case, today)), None)
        return (DUE_KINDS.index(first.kind), first.on) if first else (len(DUE_KINDS), today)

    def longest(case: Case) -> dt.date:
        return case.last or case.referred or dt.date.min

    kept = sorted(cases, key=lambda case: case.reference)
    if by == "due":
        kept.sort(key=pressing)
    elif by == "last-seen":
        kept.sort(key=longest)
    return tuple(sorted(kept, key=lambda case: case.ended is not None))


def filtered(
    cases: Iterable[Case],
    today: dt.date,
    *,
    find: str = "",
    kinds: Collection[DueKind] = (),
    ended: bool = False,
) -> tuple[Case, ...]:
    """Cases whose reference holds `find` and for which any of `kinds` is due.

    Those who have ended are left out unless `ended`, or unless something of theirs is due.
    """
    wanted = find.casefold().strip()
    kept = []
    for case in cases:
        waiting = {each.kind for each in due(case, today)}
        if wanted in case.reference.casefold() and (not kinds or waiting.intersection(kinds)):
            if case.ended and not ended and not waiting:
                continue
            kept.append(case)
    return tuple(kept)
