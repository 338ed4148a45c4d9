"""What is still open: a session cut off, something that slipped, a follow-up, a step."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from msgspec.structs import replace

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import Addendum, Repair, SafetyRaised, SignSeen, Tenth, Word
from srt_tui.domain.entry import StepReviewed as Review
from srt_tui.domain.entry import StepSet as Set
from srt_tui.domain.quotes import Seen

LooseKind: TypeAlias = Literal["cut-off", "sign", "follow-up"]


class LooseEnd(Frozen, frozen=True, kw_only=True):
    """Something to pick up. `seq` is the entry that opened it (0 for a session cut off).

    `due` is the follow-up date of a safety matter; never what the matter was.
    """

    kind: LooseKind
    session: int
    date: dt.date
    seq: int = 0
    id: str = ""
    title: str = ""
    exercise: str | None = None
    due: dt.date | None = None


class Step(Frozen, frozen=True, kw_only=True):
    """A step that was set, and the last look at it, if any."""

    seq: int
    session: int
    date: dt.date
    text: str
    exercise: str | None
    sure: Tenth | Word | None
    review: Review | None

    @property
    def open(self) -> bool:
        """Whether it waits to be looked at: never yet, or kept for another time."""
        return self.review is None or self.review.then == "keep"

    @property
    def not_quite(self) -> bool:
        """Whether it was looked at, and was half tried or not tried."""
        return self.review is not None and self.review.tried != "tried"


def steps(entries: Iterable[Seen]) -> tuple[Step, ...]:
    """Every step in the order they were set, each with its latest review."""
    was_set: list[Set] = []
    reviews: dict[int, Review] = {}
    for entry in entries:
        if isinstance(entry, Set):
            was_set.append(entry)
        elif isinstance(entry, Review):
            reviews[entry.step] = entry
    return tuple(
        Step(
            seq=entry.seq,
            session=entry.session,
            date=entry.at.date(),
            text=entry.text,
            exercise=entry.exercise,
            sure=entry.sure,
            review=reviews.get(entry.seq),
        )
        for entry in was_set
    )


def slipped(entries: Iterable[Seen]) -> Iterator[LooseEnd]:
    """Signs without a repair, or with one that is not finished; and such a move without a sign.

    A repair that names no sign is taken to answer the latest open one. Settling a sign or a move
    in an addendum closes it too.
    """
    waiting: dict[int, SignSeen | Repair] = {}
    for entry in entries:
        if isinstance(entry, SignSeen):
            waiting[entry.seq] = entry
        elif isinstance(entry, Repair) and entry.result == "unfinished":
            if not waiting:
                waiting[entry.seq] = entry
        elif isinstance(entry, Repair) and waiting:
            waiting.pop(entry.sign or next(reversed(waiting)), None)
        elif isinstance(entry, Addendum) and entry.settles:
            waiting.pop(entry.to, None)
    for left in waiting.values():
        end = LooseEnd(kind="sign", session=left.session, date=left.at.date(), seq=left.seq)
        if isinstance(left, SignSeen):
            yield replace(end, id=left.sign, title=left.title, exercise=left.exercise)
        else:
            yield replace(end, id=left.move, title=f"{left.title} (not finished)")


def follow_ups(entries: Iterable[Seen]) -> Iterator[LooseEnd]:
    """Safety matters with a follow-up date that no addendum has settled, the first due first."""
    waiting: dict[int, SafetyRaised] = {}
    for entry in entries:
        if isinstance(entry, SafetyRaised) and entry.follow_up:
            waiting[entry.seq] = entry
        elif isinstance(entry, Addendum) and entry.settles:
            waiting.pop(entry.to, None)
    found = [
        LooseEnd(
            kind="follow-up",
            session=raised.session,
            date=raised.at.date(),
            seq=raised.seq,
            due=raised.follow_up,
        )
        for raised in waiting.values()
    ]
    yield from sorted(found, key=lambda end: end.due or end.date)
