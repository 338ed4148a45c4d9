"""When to suggest a word about how the two are working: brief D.3, rule by rule.

Nudges to talk, never findings: nothing here says that a mark is good or bad. Putting one off
for the rest of a session is for the caller.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias, get_args

from srt_tui.domain.alliance import APART, Marks, all_given, checks, picture_sentence, running
from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import SignSeen
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.past_session import of_kind
from srt_tui.domain.structure import Check, CheckItem

NudgeRule: TypeAlias = Literal[
    "low-mark", "below-usual", "far-apart", "all-the-same", "passed-twice", "slipped-twice",
    "both-jobs",
]  # fmt: skip
_ORDER: tuple[NudgeRule, ...] = get_args(NudgeRule)
ASK = "Worth a word about how you are working?"
_LOW, _LOWER, _DROP, _BEFORE, _RUN = 1, 2, 2, 3, 3
_STRAINED = ("away-", "push-")


class Nudge(Frozen, frozen=True, kw_only=True):
    """One gentle line to the practitioner. `about` supervision: not a talk with him.

    `session` is the session the latest mark or sign behind it came from.
    """

    rule: NudgeRule
    text: str
    session: int
    item: str = ""
    about: Literal["him", "supervision"] = "him"


def nudges(history: History, pack: Pack) -> tuple[Nudge, ...]:
    """Every nudge of brief D.3 that holds now, in its order."""
    found = (*from_marks(checks(history), pack.check), *_slipped(history))
    return tuple(sorted(found, key=lambda nudge: _ORDER.index(nudge.rule)))


def first_nudge(history: History, pack: Pack) -> Nudge | None:
    """The one to show: never more than one at a time."""
    return next(iter(nudges(history, pack)), None)


def alliance_sentence(history: History, pack: Pack) -> str:
    """One sentence for the brief: the first nudge, or how much there is to go by."""
    found = first_nudge(history, pack)
    return found.text if found else picture_sentence(history, pack)


def from_marks(rows: Sequence[Marks], check: Check) -> Iterator[Nudge]:
    """The nudges that follow from marks alone; `rows` are sessions, oldest first."""
    offered = tuple(running(rows))
    done = tuple(row for row in offered if row.his)
    if offered and offered[-1].his:
        for item in check.his:
            yield from _low(done, item)
        for item in check.his:
            yield from _below_usual(done, item)
        for his, mine in zip(check.his, check.mine, strict=False):
            yield from _far_apart(offered, his, mine)
        yield from _all_the_same(offered, check)
    yield from _passed_twice(offered)
    yield from _both_jobs(rows, check)


def _named(item: CheckItem) -> str:
    return f"“{item.title.rstrip('.').lower()}”"


def _low(done: Sequence[Marks], item: CheckItem) -> Iterator[Nudge]:
    """A 1; a 2 that was higher last time; in words, any "low"."""
    mark = done[-1].his.get(item.id)
    before = [m for row in done[:-1] if isinstance(m := row.his.get(item.id), int)]
    if mark in (_LOW, "low"):
        text = f"He put {_named(item)} at {mark}. {ASK}"
    elif mark == _LOWER and before and before[-1] > _LOWER:
        text = f"He put {_named(item)} lower than last time. {ASK}"
    else:
        return
    yield Nudge(rule="low-mark", text=text, session=done[-1].session, item=item.id)


def _below_usual(done: Sequence[Marks], item: CheckItem) -> Iterator[Nudge]:
    """2 or more below the middle one of his last three on that item."""
    given = [m for row in done if isinstance(m := row.his.get(item.id), int)]
    latest = done[-1].his.get(item.id)
    if isinstance(latest, int) and len(given) > _BEFORE:
        usual = sorted(given[-1 - _BEFORE : -1])[_BEFORE // 2]
        if usual - latest >= _DROP:
            yield Nudge(
                rule="below-usual",
                text=f"He put {_named(item)} lower than in his last three checks. {ASK}",
                session=done[-1].session,
                item=item.id,
            )


def _far_apart(offered: Sequence[Marks], his: CheckItem, mine: CheckItem) -> Iterator[Nudge]:
    """His mark and the practitioner's are 2 or more apart, two checks running."""
    if len(offered) >= APART and all(_gap(row, his, mine) >= APART for row in offered[-2:]):
        yield Nudge(
            rule="far-apart",
            text=f"You and he see {_named(his)} differently, twice running. {ASK}",
            session=offered[-1].session,
            item=his.id,
        )


def _gap(row: Marks, his: CheckItem, mine: CheckItem) -> int:
    one, other = row.his.get(his.id), row.mine.get(mine.id)
    return abs(one - other) if isinstance(one, int) and isinstance(other, int) else 0


def _all_the_same(offered: Sequence[Marks], check: Check) -> Iterator[Nudge]:
    """All five marks the same, three times running; in words, "high" on every item."""
    if len(offered) >= _RUN and all(_flat(row, check) for row in offered[-_RUN:]):
        yield Nudge(
            rule="all-the-same",
            text=f"The same mark on every line, three times running: he may be being polite. {ASK}",
            session=offered[-1].session,
        )


def _flat(row: Marks, check: Check) -> bool:
    marks = set(row.his.values())
    return all_given(row, check) and len(marks) == 1 and marks.isdisjoint(("low", "middle"))


def _passed_twice(offered: Sequence[Marks]) -> Iterator[Nudge]:
    """Offered and skipped twice running, after being done before."""
    last = offered[-2:]
    if not any(row.his for row in last) and any(row.his for row in offered[:-2]):
        yield Nudge(
            rule="passed-twice",
            text=f"He passed on the check twice running, and had done it before. {ASK}",
            session=offered[-1].session,
        )


def _both_jobs(rows: Sequence[Marks], check: Check) -> Iterator[Nudge]:
    """The practitioner's last item is 2 or below: for supervision, not for him."""
    marked = [row for row in rows if row.mine]
    if marked and check.mine:
        item = check.mine[-1]
        mark = marked[-1].mine.get(item.id)
        if isinstance(mark, int) and mark <= _LOWER:
            yield Nudge(
                rule="both-jobs",
                text=f"You put {_named(item)} at {mark}. Something for supervision?",
                session=marked[-1].session,
                item=item.id,
                about="supervision",
            )


def _slipped(history: History) -> Iterator[Nudge]:
    """A pulling-away or pushing-back sign in each of the last two sessions."""
    last = history.held[-2:]
    strained = [
        any(sign.sign.startswith(_STRAINED) for sign in of_kind(session.entries, SignSeen))
        for session in last
    ]
    if strained == [True, True]:
        yield Nudge(
            rule="slipped-twice",
            text=f"Something slipped in each of the last two sessions. {ASK}",
            session=last[-1].number,
        )
