"""The working-together check over time, and when it may be worth a word (brief D).

For the practitioner's eyes. Item by item, never a total, a band or a cut-off; a word ("low",
"middle", "high") stays a word; a missing mark is a gap.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import CheckDone, Mark, Repair, SignSeen, Skipped, Voice, Word
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.past_session import PastSession, latest, of_kind
from srt_tui.domain.structure import Check, CheckItem
from srt_tui.domain.wording import counted

APART = 2
CAUTION = "A good mark does not mean low risk. Marks move by themselves from week to week."
ENOUGH = 3
_WHOSE = {"his": "his", "mine": "your"}
_FEWEST = {0: "No marks yet.", 1: "One mark so far: too early to compare."}


class Marks(Frozen, frozen=True, kw_only=True):
    """One session's check: what each side put. Empty and `offered`: he passed on it."""

    session: int
    date: dt.date
    his: dict[str, Mark]
    mine: dict[str, Mark]
    offered: bool

    def of(self, side: Voice) -> dict[str, Mark]:
        """The marks of one side."""
        return self.his if side == "his" else self.mine


class MarkAt(Frozen, frozen=True, kw_only=True):
    """One session on one item: a number, or a word on a row of its own, or a gap."""

    session: int
    date: dt.date
    number: int | None = None
    word: Word | None = None


class Series(Frozen, frozen=True, kw_only=True):
    """One item over every session, with the words at both ends of its line."""

    item: CheckItem
    side: Voice
    points: tuple[MarkAt, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers given, oldest first, without gaps and words."""
        return tuple(point.number for point in self.points if point.number is not None)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words given, oldest first."""
        return tuple(point.word for point in self.points if point.word is not None)

    @property
    def sentence(self) -> str:
        """What can be said of this line: how much there is to go by, and how far it ranges."""
        given = len(self.numbers) + len(self.words)
        if given < ENOUGH:
            return _FEWEST.get(given, "Two marks so far: too early to compare.")
        if len({*self.numbers, *self.words}) == 1:
            return f"All {given} of {_WHOSE[self.side]} marks are the same: little information."
        if len(self.numbers) < ENOUGH:
            return f"{given} marks, most of them words: shown as said, not compared."
        low, high = min(self.numbers), max(self.numbers)
        return f"{given} marks, from {low} to {high}; the last number is {self.numbers[-1]}."


class Slips(Frozen, frozen=True, kw_only=True):
    """What slipped in one session and what was tried, on the same time line as the marks."""

    session: int
    date: dt.date
    came: bool
    signs: tuple[SignSeen, ...]
    moves: tuple[Repair, ...]


class Pair(Frozen, frozen=True, kw_only=True):
    """His item and the practitioner's on the same matter, to be looked at together."""

    his: Series
    mine: Series

    @property
    def sentence(self) -> str:
        """What can be said of the two side by side."""
        both = [
            abs(his.number - mine.number)
            for his, mine in zip(self.his.points, self.mine.points, strict=True)
            if his.number is not None and mine.number is not None
        ]
        if not both:
            return "No session yet in which you both put a number."
        if len(both) < ENOUGH:
            return f"{counted(len(both), 'session')} with a number from both: too early to compare."
        apart = sum(gap >= APART for gap in both)
        if not apart:
            return f"{len(both)} sessions with a number from both, never far apart."
        return f"Two or more apart in {apart} of {len(both)} sessions."


def checks(history: History) -> tuple[Marks, ...]:
    """One row for every session he came to; a session without a check has no marks."""
    return tuple(_marks(session) for session in history.held)


def _marks(session: PastSession) -> Marks:
    his = latest((c for c in of_kind(session.entries, CheckDone) if c.side == "his"), CheckDone)
    mine = latest((c for c in of_kind(session.entries, CheckDone) if c.side == "mine"), CheckDone)
    passed = any(skip.what == "check" for skip in of_kind(session.entries, Skipped))
    return Marks(
        session=session.number,
        date=session.date,
        his=_given(his),
        mine=_given(mine),
        offered=his is not None or passed,
    )


def _given(check: CheckDone | None) -> dict[str, Mark]:
    return {id: mark for id, mark in check.marks.items() if mark is not None} if check else {}


def series(rows: Iterable[Marks], item: CheckItem, side: Voice) -> Series:
    """One item over these rows; gaps stay gaps."""
    return Series(
        item=item, side=side, points=tuple(_point(row, row.of(side).get(item.id)) for row in rows)
    )


def _point(row: Marks, mark: Mark) -> MarkAt:
    if isinstance(mark, int):
        return MarkAt(session=row.session, date=row.date, number=mark)
    return MarkAt(session=row.session, date=row.date, word=mark)


def pairs(history: History, pack: Pack) -> tuple[Pair, ...]:
    """His five items beside the practitioner's five, in the pack's order."""
    rows = checks(history)
    return tuple(
        Pair(his=series(rows, his, "his"), mine=series(rows, mine, "mine"))
        for his, mine in zip(pack.check.his, pack.check.mine, strict=False)
    )


def slips(history: History) -> tuple[Slips, ...]:
    """One row for every session, also where nothing slipped, and where he did not come."""
    return tuple(
        Slips(
            session=session.number,
            date=session.date,
            came=session.came,
            signs=of_kind(session.entries, SignSeen),
            moves=of_kind(session.entries, Repair),
        )
        for session in history.sessions
    )


def picture_sentence(history: History, pack: Pack) -> str:
    """The sentence over the whole page: how many checks there are, and what follows from that."""
    done = [row for row in checks(history) if row.his]
    if not done:
        return "He has not done a check yet."
    if len(done) < ENOUGH:
        return f"{counted(len(done), 'check')} so far: too early to compare."
    if all(_straight(row, pack.check) for row in done):
        return f"{len(done)} checks, each with one mark throughout: little information."
    return f"{len(done)} checks so far. Each line stands for itself."


def _straight(row: Marks, check: Check) -> bool:
    return all_given(row, check) and len(set(row.his.values())) == 1


def all_given(row: Marks, check: Check) -> bool:
    """Whether he put a mark on every item."""
    return all(item.id in row.his for item in check.his)


def running(rows: Iterable[Marks]) -> Iterator[Marks]:
    """The rows in which the check was offered: those over which "running" is counted.

    A check is offered every session or every third, his choice (brief D, rule 6); a session
    without an offer in between does not break a run, and one he passed on does.
    """
    return (row for row in rows if row.offered)
