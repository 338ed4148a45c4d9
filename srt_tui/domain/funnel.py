"""How the work goes over many people: counts only, descriptive, worked out from entries.

The five states are those of the published pilot (Morris and others, 2021). Nothing here can
show that anyone is safer.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from statistics import median
from typing import Literal, TypeAlias

from srt_tui.domain.alliance import checks
from srt_tui.domain.content import RUNGS, Frozen
from srt_tui.domain.entry import (
    ClipShown,
    Fit,
    LiveMatter,
    Rewatched,
    Skipped,
    Visited,
)
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.past_session import of_kind
from srt_tui.domain.quotes import put_right
from srt_tui.domain.terms import END, FIT, OUTCOME, SKIP

State: TypeAlias = Literal["not-started", "stopped", "going-on", "foundation-done", "all-done"]
STATES: tuple[State, ...] = ("not-started", "stopped", "going-on", "foundation-done", "all-done")
REASONS = ("open", *END)
OUTCOMES = tuple(OUTCOME)
SKIPS = tuple(SKIP)
FITS = tuple(FIT)

Measures: TypeAlias = dict[str, int | None]
Table: TypeAlias = dict[str, Measures]


class Evaluation(Frozen, frozen=True, kw_only=True):
    """Counts by table, item and measure; None is a count that is not told.

    `funnel` people by state; `reasons` people by state and why the work ended; `exercises`,
    `skips`, `rungs` and `minutes` by exercise; `clips` and `fit` by clip; `check`, `steps` and
    `sessions` over everybody. `minutes` are medians of the visits that were timed. `titles` are
    those of the exercises and clips.
    """

    as_of: dt.date
    pack: str
    pack_version: str
    people: int
    tables: dict[str, Table]
    titles: dict[str, str] = {}
    shareable: bool = False


def state(history: History, foundation: Iterable[str], order: Iterable[str]) -> State:
    """How far one person came; whoever never came to a session has not started."""
    done = set(history.done)
    if not history.held:
        return "not-started"
    if done.issuperset(order):
        return "all-done"
    if done.issuperset(foundation):
        return "foundation-done"
    return "stopped" if history.ended else "going-on"


def evaluate(histories: Iterable[History], pack: Pack, as_of: dt.date) -> Evaluation:
    """Everything that can be counted as of the end of this day.

    People whose first entry is later do not count.
    """
    people = [seen for history in histories if (seen := history.as_of(as_of)).entries]
    tables = {
        **_funnel(people, pack),
        **_exercises(people, pack),
        **_stories(people, pack),
        "check": _check(people),
        "steps": _steps(people),
        "sessions": _sessions(people),
    }
    return Evaluation(
        as_of=as_of,
        pack=pack.id,
        pack_version=pack.version,
        people=len(people),
        tables=tables,
        titles={id: each.title for id, each in pack.exercises.items()}
        | {id: each.title for id, each in pack.clips.items()},
    )


def _funnel(people: list[History], pack: Pack) -> dict[str, Table]:
    where = [(state(person, pack.foundation, pack.order), person.ended) for person in people]
    reasons: Counter[tuple[str, str]] = Counter(
        (found, ended.reason if ended else "open") for found, ended in where
    )
    states = Counter(found for found, _ in where)
    return {
        "funnel": {each: {"people": states[each]} for each in STATES},
        "reasons": {each: {reason: reasons[each, reason] for reason in REASONS} for each in STATES},
    }


def _exercises(people: list[History], pack: Pack) -> dict[str, Table]:
    tables: dict[str, Table] = {"exercises": {}, "skips": {}, "rungs": {}, "minutes": {}}
    for id in pack.order:
        by_person = [person.visits_to(id) for person in people]
        visits = [visit for visits in by_person for visit in visits]
        outcomes: Counter[str | None] = Counter(visit.outcome for visit in visits)
        skipped = [
            skip.reason or "other"
            for person in people
            for skip in of_kind(person.entries, Skipped)
            if skip.what == "exercise" and skip.id == id
        ]
        tables["exercises"][id] = {
            "people": sum(bool(visits) for visits in by_person),
            "visits": len(visits),
            **{outcome: outcomes[outcome] for outcome in OUTCOMES},
            "cut-off": outcomes[None],
            "skipped": len(skipped),
        }
        tables["skips"][id] = _counted(skipped, SKIPS)
        tables["rungs"][id] = _counted([v.rung or "not-recorded" for v in visits], _LADDER)
        timed = [v.visit.minutes for v in visits if v.visit and v.visit.minutes]
        tables["minutes"][id] = {
            "timed": len(timed),
            "median": round(median(timed)) if timed else None,
        }
    return tables


_LADDER = (*RUNGS, "not-recorded")


def _counted(found: Iterable[str], measures: Iterable[str]) -> Measures:
    counts = Counter(found)
    return {measure: counts[measure] for measure in measures}


def _stories(people: list[History], pack: Pack) -> dict[str, Table]:
    shown = Counter(
        (e.clip, "read" if e.form == "transcript" else "shown")
        for p in people
        for e in p.all(ClipShown)
    )
    own = Counter(e.clip for person in people for e in person.all(Rewatched))
    left_out = Counter(e.id for p in people for e in p.all(Skipped) if e.what == "clip")
    fits: Counter[tuple[str, str]] = Counter(
        (fit.clip, fit.fit)
        for person in people
        for fit in put_right(person.all(Fit), lambda fit: (fit.session, fit.clip))
    )
    return {
        "clips": {
            id: {
                "shown": shown[id, "shown"],
                "read": shown[id, "read"],
                "own-time": own[id],
                "skipped": left_out[id],
            }
            for id in pack.clips
        },
        "fit": {id: {fit: fits[id, fit] for fit in FITS} for id in pack.clips},
    }


def _check(people: list[History]) -> Table:
    """In how many sessions he did the check, and in how many he passed on it; never a mark."""
    rows = [row for person in people for row in checks(person) if row.offered]
    done = sum(bool(row.his) for row in rows)
    return {"his": {"done": done, "passed": len(rows) - done}}


def _steps(people: list[History]) -> Table:
    steps = [step for person in people for step in person.steps()]
    tried = [step.review.tried if step.review else "not-looked-at" for step in steps]
    return {"all": _counted(tried, ("tried", "half", "not", "not-looked-at"))}


def _sessions(people: list[History]) -> Table:
    every = [session for person in people for session in person.sessions]
    held = [session for session in every if session.came]
    return {
        "all": {
            "held": len(held),
            "did-not-come": len(every) - len(held),
            "cut-off": sum(session.cut for session in held),
            "live-matter": sum(bool(of_kind(s.entries, LiveMatter)) for s in held),
            "without-exercise": sum(not of_kind(s.entries, Visited) for s in held),
            **_counted([session.format for session in held], ("room", "phone", "video")),
        }
    }
