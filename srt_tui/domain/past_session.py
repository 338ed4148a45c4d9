"""Sessions as they were: each with its own entries and what follows from them."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import (
    Addendum,
    Attended,
    ClipShown,
    Closed,
    Entry,
    Number,
    Opened,
    Recorded,
    Tenth,
    Word,
)
from srt_tui.domain.participant import Format
from srt_tui.domain.quotes import Seen

EARLY = "early, because "
"""What stands before the reason for an early start, in the reason for the whole plan."""
EntryT = TypeVar("EntryT", bound=Entry)


def of_kind(entries: Iterable[Seen], kind: type[EntryT]) -> tuple[EntryT, ...]:
    """The entries of one kind, in order."""
    return tuple(entry for entry in entries if isinstance(entry, kind))


def latest(entries: Iterable[Seen], kind: type[EntryT]) -> EntryT | None:
    """The last entry of one kind."""
    found = of_kind(entries, kind)
    return found[-1] if found else None


class InOut(Frozen, frozen=True, kw_only=True):
    """His number on the way in and on the way out of one session; None where it was not said."""

    session: int
    date: dt.date
    number_in: Tenth | Word | None
    number_out: Tenth | Word | None


class StoryAlone(Frozen, frozen=True, kw_only=True):
    """A story that belongs to no exercise, with each time it was shown in one session."""

    title: str
    shown: tuple[ClipShown, ...]


class PastSession(Frozen, frozen=True, kw_only=True):
    """One session from its entries, running or over."""

    number: int
    entries: tuple[Seen, ...]

    @property
    def opened(self) -> Opened | None:
        """How it began; None only in damaged or imported histories."""
        return latest(self.entries, Opened)

    @property
    def early(self) -> str:
        """Why a module was started before the foundation was done; empty when it was not asked."""
        return self.opened.reason.partition(EARLY)[2] if self.opened else ""

    @property
    def closed(self) -> Closed | None:
        """How it ended; None while it runs, or when it was cut off without a word."""
        return latest(self.entries, Closed)

    @property
    def date(self) -> dt.date:
        """The local date on which it began, or on which the appointment was."""
        if self.attended and self.attended.on:
            return self.attended.on
        return (self.opened or self.entries[0]).at.date()

    @property
    def recorded(self) -> Recorded | None:
        """The mark that its note, as it now stands, is in the official record.

        None where that was taken back, where something was added since, and where it was put
        right since how he came.
        """
        mark = latest(self.entries, Recorded)
        if mark is None or not mark.stands:
            return None
        later = (*self.added, *of_kind(self.entries, Attended))
        return None if any(entry.seq > mark.seq for entry in later) else mark

    @property
    def added(self) -> tuple[Addendum, ...]:
        """Later words to the session as a whole: those beside the entry that opened it."""
        opened = self.opened
        return tuple(
            later
            for later in of_kind(self.entries, Addendum)
            if opened and later.to == opened.seq and later.text
        )

    @property
    def attended(self) -> Attended | None:
        """Whether he came, where it was written down."""
        return latest(self.entries, Attended)

    @property
    def came(self) -> bool:
        """Whether he came; so unless it was written down that he did not."""
        return self.attended is None or self.attended.came != "no"

    @property
    def cut(self) -> bool:
        """Whether it was stopped part way, or never closed."""
        return self.closed is None or self.closed.cut

    @property
    def format(self) -> Format:
        """In the room, by phone or by video."""
        return self.opened.format if self.opened else "room"

    @property
    def minutes(self) -> int:
        """The planned length; 0 when it is not known."""
        return self.opened.minutes if self.opened else 0

    @property
    def stories_alone(self) -> tuple[StoryAlone, ...]:
        """Stories that belong to no exercise, such as the welcome, in the order they began."""
        found: dict[str, list[ClipShown]] = {}
        for shown in of_kind(self.entries, ClipShown):
            if shown.exercise is None:
                found.setdefault(shown.clip, []).append(shown)
        return tuple(StoryAlone(title=each[0].title, shown=tuple(each)) for each in found.values())

    @property
    def numbers(self) -> InOut:
        """His number in and out; the last one said of each counts."""
        said: dict[str, Tenth | Word] = {
            entry.when: entry.value for entry in of_kind(self.entries, Number)
        }
        return InOut(
            session=self.number,
            date=self.date,
            number_in=said.get("in"),
            number_out=said.get("out"),
        )
