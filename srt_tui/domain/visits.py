"""Each exercise and how often it was worked on: visits, and the picture of them all."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from srt_tui.domain.content import RUNGS, Frozen, Rung
from srt_tui.domain.entry import (
    Answer,
    ClipShown,
    Fit,
    Outcome,
    PromptUsed,
    Skipped,
    Visited,
    Words,
)
from srt_tui.domain.quotes import Seen, put_right, standing_words

Cell: TypeAlias = Literal["done", "partly", "not-today", "started", "skipped", ""]
"""`started`: worked on, but left without an outcome, as when a session is cut off."""


class VisitTo(Frozen, frozen=True, kw_only=True):
    """One exercise in one session; `place` counts visits to this exercise from 1."""

    exercise: str
    session: int
    date: dt.date
    place: int
    entries: tuple[Seen, ...]

    @property
    def visit(self) -> Visited | None:
        """How it was left; None when it was cut off."""
        left = [entry for entry in self.entries if isinstance(entry, Visited)]
        return left[-1] if left else None

    @property
    def outcome(self) -> Outcome | None:
        """How far it got; None when it was cut off."""
        return self.visit.outcome if self.visit else None

    @property
    def rung(self) -> Rung | None:
        """The rung reached: where something was said, or where the practitioner marked it.

        A rung that was kept only because its question was asked is not reached.
        """
        marked = self.visit.rung if self.visit else None
        reached = {prompt.rung for prompt in self.talked}
        if marked and marked not in {prompt.rung for prompt in self.prompts}:
            reached.add(marked)
        return max(reached, key=RUNGS.index, default=None)

    @property
    def clips(self) -> tuple[ClipShown, ...]:
        """Stories shown or read."""
        return tuple(entry for entry in self.entries if isinstance(entry, ClipShown))

    @property
    def prompts(self) -> tuple[PromptUsed, ...]:
        """Questions asked."""
        return tuple(entry for entry in self.entries if isinstance(entry, PromptUsed))

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Worksheet answers, as each stood at the end."""
        answers = (entry for entry in self.entries if isinstance(entry, Answer))
        return put_right(answers, lambda answer: answer.field)

    @property
    def words(self) -> tuple[Words, ...]:
        """What was said, his and the practitioner's, as it was put right."""
        return standing_words(self.entries)

    @property
    def talked(self) -> tuple[PromptUsed, ...]:
        """Questions asked at which something was said, as far as it was written down."""
        answered = {words.prompt for words in self.words}
        return tuple(prompt for prompt in self.prompts if prompt.text in answered)

    @property
    def skips(self) -> tuple[Skipped, ...]:
        """What was left out."""
        return tuple(entry for entry in self.entries if isinstance(entry, Skipped))

    @property
    def fits(self) -> tuple[Fit, ...]:
        """How each story sat with him, as he said it last."""
        fits = (entry for entry in self.entries if isinstance(entry, Fit))
        return put_right(fits, lambda fit: fit.clip)


class Column(Frozen, frozen=True, kw_only=True):
    """A session in the grid."""

    session: int
    date: dt.date


class GridRow(Frozen, frozen=True, kw_only=True):
    """An exercise in the grid, with one cell for each column."""

    exercise: str
    title: str
    cells: tuple[Cell, ...]


class Grid(Frozen, frozen=True, kw_only=True):
    """Exercises by sessions. Exercises the pack no longer has come last, under their old title."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]


def exercise_of(entry: Seen, clips: dict[str, str]) -> str | None:
    """The exercise an entry belongs to. `clips` says which exercise a clip was shown for.

    A clip that was never shown belongs to the exercise in its name (`clip-f04`); a skipped
    prompt or field to the exercise before its first dot (`f04.w1`).
    """
    match entry:
        case Fit(clip=clip) | Skipped(what="clip", id=clip):
            return clips.get(clip, clip.removeprefix("clip-"))
        case Skipped(what="exercise" | "prompt" | "field", id=id):
            return id.partition(".")[0]
        case _:
            exercise: str | None = getattr(entry, "exercise", None)
            return exercise


def by_exercise(
    entries: Iterable[Seen], shown: Iterable[ClipShown]
) -> dict[str, dict[int, list[Seen]]]:
    """What belongs to each exercise, session by session; `shown` are the stories among it."""
    shown_for = {each.clip: each.exercise for each in shown if each.exercise}
    found: dict[str, dict[int, list[Seen]]] = {}
    for entry in entries:
        exercise = exercise_of(entry, shown_for)
        if exercise and entry.session:
            found.setdefault(exercise, {}).setdefault(entry.session, []).append(entry)
    return found


def is_work(entry: Seen) -> bool:
    """Whether this entry makes its session a visit to its exercise."""
    return isinstance(entry, Visited | ClipShown | PromptUsed | Answer | Words)


def visits(
    exercise: str, by_session: Mapping[int, Sequence[Seen]], dates: Mapping[int, dt.date]
) -> Iterator[VisitTo]:
    """Each session in which an exercise was worked on, oldest first."""
    worked_on = (each for each in sorted(by_session.items()) if any(map(is_work, each[1])))
    for place, (number, entries) in enumerate(worked_on, start=1):
        yield VisitTo(
            exercise=exercise,
            session=number,
            date=dates[number],
            place=place,
            entries=tuple(entries),
        )


def cell(entries: Iterable[Seen]) -> Cell:
    """What the grid shows for one exercise in one session, from its entries there."""
    found: Cell = ""
    outcome: Cell = ""
    for entry in entries:
        if isinstance(entry, Visited):
            outcome = entry.outcome
        elif is_work(entry):
            found = "started"
        elif isinstance(entry, Skipped) and entry.what == "exercise" and not found:
            found = "skipped"
    return outcome or found


def row(
    exercise: str, title: str, columns: Iterable[Column], by_session: Mapping[int, Sequence[Seen]]
) -> GridRow:
    """One line of the grid; most sessions have nothing of an exercise."""
    cells = tuple(
        cell(by_session[column.session]) if column.session in by_session else ""
        for column in columns
    )
    return GridRow(exercise=exercise, title=title, cells=cells)
