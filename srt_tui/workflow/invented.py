"""Invented people for the demo: histories that never happened, the same ones each time.

Nobody here is real. Words are written for this file. Dates count back from today, so that the
demo always looks like this week.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from srt_tui.domain import entry as happened
from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import AnyEntry, Outcome, Voice
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.domain.played import Range
from srt_tui.domain.structure import CheckItem


class Meeting(Frozen, frozen=True, kw_only=True):
    """One session of an invented person: what was done and what he said.

    `words` answer the last of the questions that were asked; an empty one is silence.
    """

    days_ago: int
    exercise: str
    outcome: Outcome = "done"
    words: tuple[str, ...] = ()
    step: str = ""
    tried: Literal["", "tried", "half", "not"] = ""
    marks: tuple[happened.Mark, ...] = ()
    mine: tuple[int, ...] = ()
    numbers: tuple[int, int] = (3, 2)
    sign: str = ""
    move: str = ""
    recorded: bool = True
    fit: happened.FitWord = "fits-me"
    prompts: int = 4


class Person(Frozen, frozen=True, kw_only=True):
    """An invented participant."""

    reference: str
    preferences: Preferences
    referred_days_ago: int
    meetings: tuple[Meeting, ...] = ()
    ended: happened.EndReason | None = None
    follow_up_days: int | None = None


def history(person: Person, pack: Pack, now: dt.datetime) -> tuple[AnyEntry, ...]:
    """Everything that happened with an invented person, up to now.

    For an empty file: a new file numbers its entries from 1, and looking back at a step needs
    the number of its entry.
    """
    return tuple(_history(person, pack, now))


def _history(person: Person, pack: Pack, now: dt.datetime) -> Iterator[AnyEntry]:
    began = now - dt.timedelta(days=person.referred_days_ago)
    yield happened.Referred(at=began, on=began.date())
    yield happened.Preference(at=began, preferences=person.preferences)
    told, step = 2, 0
    for number, meeting in enumerate(person.meetings, start=1):
        for entry in _Session(person, meeting, number, pack, now).entries(step):
            told += 1
            step = told if isinstance(entry, happened.StepSet) else step
            yield entry
    if person.follow_up_days is not None:
        due = now.date() + dt.timedelta(days=person.follow_up_days)
        number = len(person.meetings)
        yield happened.SafetyRaised(at=now, session=number, follow_up=due)
    if person.ended:
        yield happened.Ended(at=now, on=now.date(), reason=person.ended)


class _Session:
    """The entries of one meeting, a minute apart."""

    def __init__(
        self, person: Person, meeting: Meeting, number: int, pack: Pack, now: dt.datetime
    ) -> None:
        self.person = person
        self.meeting = meeting
        self.number = number
        self.pack = pack
        day = now - dt.timedelta(days=meeting.days_ago)
        self.clock = day.replace(hour=10, minute=0, second=0, microsecond=0)
        self.exercise = pack.exercises[meeting.exercise]

    def entries(self, step: int) -> Iterator[AnyEntry]:
        """The meeting; `step` is the entry of the step that he looks back at, 0 for none."""
        yield from self._arrive()
        if step and self.meeting.tried:
            yield happened.StepReviewed(
                at=self._at(), session=self.number, step=step, tried=self.meeting.tried
            )
        yield from self._exercise()
        yield from self._end()

    def _at(self) -> dt.datetime:
        self.clock += dt.timedelta(minutes=1)
        return self.clock

    def _arrive(self) -> Iterator[AnyEntry]:
        preferences = self.person.preferences
        yield happened.Opened(
            at=self._at(),
            session=self.number,
            pack=self.pack.id,
            pack_version=self.pack.version,
            format=preferences.format,
            minutes=preferences.minutes,
            items=(self.exercise.id,),
        )
        yield happened.Attended(at=self._at(), session=self.number, came="yes")
        if self.number == 1:
            yield happened.LimitsSaid(at=self._at(), session=self.number)
        yield happened.Number(
            at=self._at(), session=self.number, when="in", value=self.meeting.numbers[0]
        )

    def _exercise(self) -> Iterator[AnyEntry]:
        meeting, exercise = self.meeting, self.exercise
        clip = self.pack.clips[exercise.clip]
        yield happened.ClipShown(
            at=self._at(),
            session=self.number,
            clip=clip.id,
            title=clip.title,
            form="storyboard",
            exercise=exercise.id,
            ranges=(Range(0.0, 74.0),),
            length=74.0,
        )
        yield happened.Fit(at=self._at(), session=self.number, clip=clip.id, fit=meeting.fit)
        yield from self._talk()
        if meeting.sign:
            yield from self._slip()
        yield happened.Visited(
            at=self._at(),
            session=self.number,
            exercise=exercise.id,
            title=exercise.title,
            outcome=meeting.outcome,
            rung=exercise.prompts[meeting.prompts - 1].rung,
            minutes=17,
        )

    def _talk(self) -> Iterator[AnyEntry]:
        asked = self.exercise.prompts[: self.meeting.prompts]
        silence = ("",) * (len(asked) - len(self.meeting.words))
        answers = (*silence, *self.meeting.words)
        for number, (prompt, words) in enumerate(zip(asked, answers, strict=True), start=1):
            yield happened.PromptUsed(
                at=self._at(),
                session=self.number,
                exercise=self.exercise.id,
                number=number,
                rung=prompt.rung,
                text=prompt.text,
            )
            if words:
                yield happened.Words(
                    at=self._at(),
                    session=self.number,
                    voice="his",
                    text=words,
                    exercise=self.exercise.id,
                    prompt=prompt.text,
                )

    def _slip(self) -> Iterator[AnyEntry]:
        sign = next(sign for sign in self.pack.signs if sign.id == self.meeting.sign)
        yield happened.SignSeen(
            at=self._at(),
            session=self.number,
            sign=sign.id,
            title=sign.title,
            exercise=self.exercise.id,
        )
        if self.meeting.move:
            move = next(move for move in self.pack.moves if move.id == self.meeting.move)
            yield happened.Repair(
                at=self._at(),
                session=self.number,
                move=move.id,
                title=move.title,
                result="better",
            )

    def _end(self) -> Iterator[AnyEntry]:
        meeting, number = self.meeting, self.number
        if meeting.step:
            yield happened.StepSet(
                at=self._at(), session=number, text=meeting.step, exercise=self.exercise.id, sure=7
            )
        yield from self._check("his", meeting.marks, self.pack.check.his)
        yield from self._check("mine", meeting.mine, self.pack.check.mine)
        yield happened.Number(at=self._at(), session=number, when="out", value=meeting.numbers[1])
        yield happened.Closed(at=self._at(), session=number)
        if meeting.recorded:
            yield happened.Recorded(at=self._at(), session=number)

    def _check(
        self, side: Voice, marks: tuple[happened.Mark, ...], items: tuple[CheckItem, ...]
    ) -> Iterator[AnyEntry]:
        if marks:
            named = {item.id: mark for item, mark in zip(items, marks, strict=True)}
            form: Literal["full", "easy"] = (
                "easy" if any(isinstance(mark, str) for mark in marks) else "full"
            )
            yield happened.CheckDone(
                at=self._at(), session=self.number, side=side, form=form, marks=named
            )
