"""The history of one participant, derived from entries and never stored."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from srt_tui.domain import loose_ends
from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import (
    ClipShown,
    Ended,
    Preference,
    Referred,
    Skipped,
    Visited,
)
from srt_tui.domain.loose_ends import LooseEnd, Step
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.domain.past_session import EntryT, InOut, PastSession, latest, of_kind
from srt_tui.domain.quotes import Asked, Filter, Said, Seen, lines, then_and_now
from srt_tui.domain.search import Search
from srt_tui.domain.visits import Column, Grid, VisitTo, by_exercise, cell, row, visits

_ALL = Filter()


class History(Frozen, frozen=True, kw_only=True, dict=True):
    """Everything that follows from a participant's entries, worked out when asked for and kept.

    Entries are in the order of their `seq`. Entries of a kind this version does not know are
    kept and change nothing.
    """

    entries: tuple[Seen, ...]

    @classmethod
    def of(cls, entries: Iterable[Seen]) -> "History":
        """The history these entries tell."""
        return cls(entries=tuple(sorted(entries, key=lambda entry: entry.seq)))

    def as_of(self, day: dt.date) -> "History":
        """The history as it stood at the end of this day."""
        kept = tuple(entry for entry in self.entries if entry.at.date() <= day)
        return self if len(kept) == len(self.entries) else History(entries=kept)

    @cached_property
    def _by_kind(self) -> dict[type, list[Seen]]:
        found: dict[type, list[Seen]] = {}
        for entry in self.entries:
            found.setdefault(type(entry), []).append(entry)
        return found

    def all(self, kind: type[EntryT]) -> tuple[EntryT, ...]:
        """Every entry of one kind, in order."""
        return of_kind(self._by_kind.get(kind, ()), kind)

    @cached_property
    def sessions(self) -> tuple[PastSession, ...]:
        """Sessions in order of number."""
        grouped: dict[int, list[Seen]] = {}
        for entry in self.entries:
            if entry.session:
                grouped.setdefault(entry.session, []).append(entry)
        return tuple(
            PastSession(number=number, entries=tuple(entries))
            for number, entries in sorted(grouped.items())
        )

    @cached_property
    def held(self) -> tuple[PastSession, ...]:
        """Sessions to which he came."""
        return tuple(session for session in self.sessions if session.came)

    @property
    def last(self) -> PastSession | None:
        """The latest session to which he came."""
        return self.held[-1] if self.held else None

    @property
    def next_number(self) -> int:
        """The number of the session to come."""
        return self.sessions[-1].number + 1 if self.sessions else 1

    def session(self, number: int) -> PastSession | None:
        """The session with this number."""
        return next((s for s in self.sessions if s.number == number), None)

    @cached_property
    def preferences(self) -> Preferences:
        """How he works best, as last set down."""
        found = latest(self.all(Preference), Preference)
        return found.preferences if found else Preferences()

    @property
    def referred(self) -> Referred | None:
        """The latest referral."""
        return latest(self.all(Referred), Referred)

    @property
    def ended(self) -> Ended | None:
        """How the work ended; None while it goes on, and again after a new referral."""
        found = [e for e in self.entries if isinstance(e, Ended | Referred)]
        return found[-1] if found and isinstance(found[-1], Ended) else None

    @cached_property
    def _by_exercise(self) -> dict[str, dict[int, list[Seen]]]:
        return by_exercise(self.entries, self.all(ClipShown))

    @cached_property
    def _dates(self) -> dict[int, dt.date]:
        return {session.number: session.date for session in self.sessions}

    @cached_property
    def _visits(self) -> dict[str, tuple[VisitTo, ...]]:
        return {
            exercise: tuple(visits(exercise, by_session, self._dates))
            for exercise, by_session in self._by_exercise.items()
        }

    def visits_to(self, exercise: str) -> tuple[VisitTo, ...]:
        """Each session in which this exercise was worked on, oldest first."""
        return self._visits.get(exercise, ())

    def visits_in(self, session: int) -> tuple[VisitTo, ...]:
        """The exercises that were worked on in this session."""
        return self._visits_in.get(session, ())

    @cached_property
    def _visits_in(self) -> dict[int, tuple[VisitTo, ...]]:
        found: dict[int, tuple[VisitTo, ...]] = {}
        for visit in chain.from_iterable(self._visits.values()):
            found[visit.session] = (*found.get(visit.session, ()), visit)
        return found

    @cached_property
    def done(self) -> tuple[str, ...]:
        """Exercises with at least one visit `done`, in the order they were first done."""
        return tuple(dict.fromkeys(v.exercise for v in self.all(Visited) if v.outcome == "done"))

    def foundation_done(self, pack: Pack) -> int:
        """How many of the pack's foundation exercises have at least one visit `done`."""
        return len(set(self.done) & set(pack.foundation))

    def outcome_grid(self, pack: Pack) -> Grid:
        """Every exercise of the pack by every session he came to."""
        titles = {id: pack.exercises[id].title for id in pack.order if id in pack.exercises}
        for visit in self.all(Visited):
            titles.setdefault(visit.exercise, visit.title)
        columns = tuple(Column(session=s.number, date=s.date) for s in self.held)
        return Grid(
            columns=columns,
            rows=tuple(
                row(id, title, columns, self._by_exercise.get(id, {}))
                for id, title in titles.items()
            ),
        )

    @cached_property
    def _lines(self) -> tuple[Said, ...]:
        return tuple(lines(self.entries))

    def said(self, only: Filter = _ALL) -> tuple[Said, ...]:
        """Every line that was said and written down, oldest first."""
        return self._lines if only is _ALL else tuple(filter(only.keeps, self._lines))

    def search(self, text: str, only: Filter = _ALL) -> tuple[Said, ...]:
        """Lines that hold every word of `text`, newest first; all of them for an empty text."""
        return self.searching(only).to(text).found

    @cached_property
    def _search(self) -> Search:
        return Search.over(reversed(self._lines))

    def searching(self, only: Filter = _ALL) -> Search:
        """A search over every line inside the filter, for nothing yet."""
        return self._search.within(only) if only is not _ALL else self._search

    def then_and_now(self, exercise: str) -> tuple[Asked, ...]:
        """The same question over the visits to an exercise, side by side."""
        return then_and_now(self.said(), exercise)

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        return loose_ends.steps(self.entries)

    def steps(self) -> tuple[Step, ...]:
        """Every step that was set, each with the latest look at it."""
        return self._steps

    def open_step(self) -> Step | None:
        """The latest step, where it still waits to be looked at."""
        return self._steps[-1] if self._steps and self._steps[-1].open else None

    def clips_shown(self) -> tuple[ClipShown, ...]:
        """Every story that was shown or read, in order."""
        return self.all(ClipShown)

    def skips(self) -> tuple[Skipped, ...]:
        """Everything that was left out, in order."""
        return self.all(Skipped)

    def numbers(self) -> tuple[InOut, ...]:
        """His number in and out of each session he came to."""
        return tuple(session.numbers for session in self.held)

    def cut_off(self) -> LooseEnd | None:
        """The last session, where it was stopped part way, with the exercise to go on with.

        That is the last exercise worked on without an outcome; none when all had one.
        """
        last = self.last
        if last is None or not last.cut:
            return None
        started = [
            (entries[last.number][-1].seq, id)
            for id, entries in self._by_exercise.items()
            if cell(entries.get(last.number, ())) == "started"
        ]
        exercise = max(started)[1] if started else None
        return LooseEnd(kind="cut-off", session=last.number, date=last.date, exercise=exercise)

    def unfinished(self) -> tuple[LooseEnd, ...]:
        """What is to be picked up: safety first, then what slipped, then a session cut off."""
        cut = self.cut_off()
        return (
            *loose_ends.follow_ups(self.entries),
            *loose_ends.slipped(self.entries),
            *((cut,) if cut else ()),
        )
