"""Last time in a few lines: what was done, what he said, the step, what slipped."""

import datetime as dt

from srt_tui.domain.content import Frozen, Rung
from srt_tui.domain.entry import ClipShown, Note, StepReviewed, Visited
from srt_tui.domain.history import History
from srt_tui.domain.loose_ends import Step
from srt_tui.domain.past_session import PastSession, of_kind
from srt_tui.domain.quotes import Said, lines
from srt_tui.domain.terms import OUTCOME, RUNG, TRIED
from srt_tui.domain.visits import is_work
from srt_tui.domain.wording import day, listed, one_line, quoted, shortened


def what_was_done(session: PastSession) -> str:
    """The exercises of a session with how far each got; other true words where there were none."""
    visits = {visit.exercise: visit for visit in of_kind(session.entries, Visited)}
    if visits:
        return ", ".join(
            f"{shortened(v.title or v.exercise, 60)} ({OUTCOME[v.outcome].short})"
            for v in visits.values()
        )
    if begun := _begun(session):
        return ", ".join(f"{shortened(title, 60)} (begun)" for title in begun)
    return "stopped part way" if session.cut else "no exercise; the time was used otherwise"


def _begun(session: PastSession) -> tuple[str, ...]:
    """What was worked on and left without an outcome, by its story's title where it was shown."""
    titles: dict[str, str] = {}
    for entry in session.entries:
        exercise: str | None = getattr(entry, "exercise", None)
        if exercise and is_work(entry):
            shown = entry.title if isinstance(entry, ClipShown) else ""
            titles[exercise] = titles.get(exercise) or shown
    return tuple(title or exercise for exercise, title in titles.items())


def his_words(session: PastSession, most: int = 2) -> tuple[Said, ...]:
    """What he said in a session that is most worth reading again, in the order he said it.

    Talk before worksheet answers, talk about an exercise before the rest; then the longest, since
    one word says little.
    """
    said = tuple(lines(session.entries))
    spoken = [line for line in said if line.kind == "words" and line.voice == "his"]
    answers = [line for line in said if line.kind == "answer" and " " in line.text]
    longest = sorted(spoken or answers, key=lambda s: (s.exercise is None, -len(one_line(s.text))))
    return tuple(sorted(longest[:most], key=lambda line: line.seq))


def step_line(step: Step) -> str:
    """The step and whether it was looked at."""
    words = shortened(step.text, 120).rstrip(".")
    return f"Step: {words}. {looked_at(step.review)}"


def looked_at(review: StepReviewed | None) -> str:
    """How the step went, as one sentence."""
    if review is None:
        return "Not looked at yet."
    kept = ", and kept" if review.then == "keep" else ""
    return f"Looked at: {TRIED[review.tried].told}{kept}."


def slipped_lines(history: History) -> tuple[str, ...]:
    """What slipped between the two and was not picked up since. Practitioner only."""
    return tuple(
        f"{shortened(end.title or end.id, 60).lower()} on {day(end.date)} (not picked up since)"
        for end in history.unfinished()
        if end.kind == "sign"
    )


class LeftOpen(Frozen, frozen=True, kw_only=True):
    """What slipped in earlier sessions and was not picked up since, the latest first.

    `days` ago was the last time they met, where it slipped then and that was not today. `notes`
    are the practitioner's private notes of that time.
    """

    titles: tuple[str, ...] = ()
    days: int = 0
    notes: tuple[str, ...] = ()


def left_open(history: History, number: int, today: dt.date) -> LeftOpen:
    """The same as seen from session `number`. Practitioner only."""
    signs = [end for end in history.unfinished() if end.kind == "sign" and end.session < number]
    before = [session for session in history.held if session.number < number][-1:]
    days = (
        (today - last.date).days
        for last in before
        if any(end.session == last.number for end in signs)
    )
    return LeftOpen(
        titles=tuple(end.title for end in reversed(signs)),
        days=next(days, 0),
        notes=tuple(note.text for last in before for note in of_kind(last.entries, Note)),
    )


def brief_lines(history: History) -> tuple[str, ...]:
    """A few lines for the People screen, each of one sentence or two. Practitioner only."""
    last = history.last
    if last is None:
        return ("Not met yet.",)
    found = [f"Last time: {what_was_done(last)}."]
    if said := his_words(last, most=1):
        found.append(f"His words: {quoted(said[0].text, 140)}")
    if steps := history.steps():
        found.append(step_line(steps[-1]))
    if slipped := slipped_lines(history):
        found.append(f"Slipped: {listed(slipped[-2:])}.")
    return tuple(found)


def reached(rung: Rung | None) -> str:
    """How far the talk got, in words: `reached his own`; empty where it was not recorded."""
    return RUNG[rung].told if rung else ""
