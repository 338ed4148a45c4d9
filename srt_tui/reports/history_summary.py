"""What was done, for a hand-over: exercises, his words, steps. Nothing private is in it."""

from collections.abc import Iterator

from srt_tui.domain.history import History
from srt_tui.domain.last_time import looked_at, reached
from srt_tui.domain.loose_ends import Step
from srt_tui.domain.pack import Pack
from srt_tui.domain.quotes import answer_text
from srt_tui.domain.terms import END, OUTCOME
from srt_tui.domain.visits import VisitTo
from srt_tui.domain.wording import asked_and, counted, day, listed, one_line
from srt_tui.reports import notices, phrases
from srt_tui.reports.document import AnyBlock, Bullets, Document, Quote, TableBlock, h, p


def history_summary(reference: str, history: History, pack: Pack) -> Document:
    """The summary of everything so far; take `history.as_of(day)` for an earlier day.

    It holds no marks, signs, moves, private notes or safety matters.
    """
    return Document(
        title=f"What was done · {reference}",
        notice=notices.SUMMARY,
        blocks=tuple(_blocks(history, pack)),
    )


def _blocks(history: History, pack: Pack) -> Iterator[AnyBlock]:
    if not history.held:
        missed = len(history.sessions)
        yield p(
            f"{counted(missed, 'session')} he did not come to." if missed else "No session yet."
        )
        yield p("The next one is prepared on the screen: srt, his line, then Enter.")
        return
    yield Bullets(items=tuple(_overview(history, pack)))
    worked_on = [
        (row.exercise, row.title, visits)
        for row in history.outcome_grid(pack).rows
        if (visits := history.visits_to(row.exercise))
    ]
    if worked_on:
        yield TableBlock(
            caption="Exercises",
            columns=("Exercise", "Visits", "Last", "Outcome", "Reached"),
            rows=tuple(_row(id, title, visits) for id, title, visits in worked_on),
        )
    else:
        yield p("No exercise has been worked on yet; the time was used otherwise.")
    for id, title, visits in worked_on:
        yield h(f"{id} {title}")
        for visit in visits:
            yield from _visit(visit)
    yield from _stories(history)
    yield from _steps(history)
    yield from _left_out(history)


def _overview(history: History, pack: Pack) -> Iterator[str]:
    first, last = history.held[0].date, history.held[-1].date
    when = f"{day(first, year=True)} to {day(last, year=True)}"
    yield f"{counted(len(history.held), 'session')}, {when}."
    yield f"Foundation {history.foundation_done(pack)} of {len(pack.foundation)}."
    if missed := len(history.sessions) - len(history.held):
        yield f"{counted(missed, 'session')} he did not come to."
    for session in history.held:
        if session.early:
            when = day(session.date, year=True)
            yield f"A module was started early on {when}: {one_line(session.early)}."
    leave_out = history.preferences.leave_out
    yield f"Leave out: {listed(leave_out) or 'nothing'}."
    if history.ended:
        yield f"Ended {day(history.ended.on, year=True)}: {END[history.ended.reason].told}."


def _row(id: str, title: str, visits: tuple[VisitTo, ...]) -> tuple[str, ...]:
    last = visits[-1]
    return (
        f"{id} {title}",
        str(len(visits)),
        day(last.date, year=True),
        _outcome(last),
        reached(last.rung),
    )


def _outcome(visit: VisitTo) -> str:
    return OUTCOME[visit.outcome].told if visit.outcome else "cut off"


def _visit(visit: VisitTo) -> Iterator[AnyBlock]:
    minutes = f", {visit.visit.minutes} minutes" if visit.visit and visit.visit.minutes else ""
    rung = reached(visit.rung)
    yield h(f"{day(visit.date, year=True)}: {_outcome(visit)}{minutes}", 3)
    how = [phrases.story(clip).capitalize() for clip in visit.clips]
    how += [phrases.fit_line(fit).capitalize() for fit in visit.fits]
    how += [rung.capitalize()] if rung else []
    how += [
        asked_and(answer.label, one_line(answer_text(answer)) or "no answer")
        for answer in visit.answers
    ]
    how += [phrases.skip_line(skip).rstrip(".") for skip in visit.skips]
    if how:
        yield Bullets(items=tuple(f"{line}." for line in how))
    for words in visit.words:
        yield Quote(text=words.text, voice=words.voice, asked=words.prompt)


def _stories(history: History) -> Iterator[AnyBlock]:
    told = [(session.date, alone) for session in history.held for alone in session.stories_alone]
    if told:
        yield h("Stories on their own")
        yield Bullets(
            items=tuple(f"{day(on, year=True)}: {phrases.story_alone(alone)}" for on, alone in told)
        )


def _steps(history: History) -> Iterator[AnyBlock]:
    if history.steps():
        yield h("Steps")
        yield Bullets(items=tuple(map(_step, history.steps())))


def _step(step: Step) -> str:
    words = one_line(step.text).rstrip(".")
    return f"{day(step.date, year=True)}: {words}. {looked_at(step.review)}"


def _left_out(history: History) -> Iterator[AnyBlock]:
    skips = [skip for skip in history.skips() if skip.what in ("exercise", "clip")]
    if skips:
        yield h("Left out")
        yield Bullets(
            items=tuple(
                f"{day(skip.at.date(), year=True)}: {phrases.skip_line(skip)}" for skip in skips
            )
        )
