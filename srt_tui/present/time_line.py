"""What the time line says: session by session, with what slipped and what was tried."""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from srt_tui.domain.entry import (
    Attended,
    Repair,
    Rewatched,
    SignSeen,
    Skipped,
    StepReviewed,
    StepSet,
)
from srt_tui.domain.history import History
from srt_tui.domain.last_time import reached
from srt_tui.domain.pack import Pack
from srt_tui.domain.past_session import PastSession, StoryAlone, of_kind
from srt_tui.domain.quotes import lines
from srt_tui.domain.terms import AWAY, CAME, OUTCOME, RESULT, SKIP, TRIED, VOICE
from srt_tui.domain.time_line import Chapter, Happened, time_line
from srt_tui.domain.visits import VisitTo
from srt_tui.domain.wording import day, one_line, shortened
from srt_tui.present import history as said
from srt_tui.present.common import titled

GAP = "–"


class TimeLineRow(NamedTuple):
    """One line of it, and the session it leads to."""

    session: int
    text: str


def rows(history: History, pack: Pack) -> tuple[TimeLineRow, ...]:
    """Every session, the latest first, each with what happened in it beneath."""
    return tuple(_rows(history, pack))


def _rows(history: History, pack: Pack) -> Iterator[TimeLineRow]:
    for chapter in time_line(history):
        number = chapter.session.number
        yield TimeLineRow(number, heading(chapter.session))
        yield from (TimeLineRow(number, f"    {event(each, pack)}") for each in chapter.happened)


def first_of(lines: tuple[TimeLineRow, ...], session: int) -> int:
    """Where a session begins; the first line when it is not there."""
    return next((at for at, line in enumerate(lines) if line.session == session), 0)


def heading(session: PastSession) -> str:
    """When it was, whether he came, his number in and out, and what is open about it."""
    parts = [day(session.date, year=True), f"session {session.number}"]
    if came := _came(session.attended):
        parts.append(came)
    if session.came:
        minutes = f", {session.minutes} min" if session.minutes else ""
        parts.append(f"{session.format}{minutes}")
        parts += ["cut off"] if session.cut else []
    numbers = session.numbers
    if (numbers.number_in, numbers.number_out) != (None, None):
        into, out = (GAP if n is None else n for n in (numbers.number_in, numbers.number_out))
        parts.append(f"number {into} → {out}")
    parts += [] if session.recorded else ["not yet in the record"]
    return " · ".join(parts)


def _came(attended: Attended | None) -> str:
    if attended is None or attended.came == "yes":
        return ""
    why = f" ({AWAY[attended.reason].short})" if attended.reason else ""
    return f"{CAME[attended.came].short}{why}"


def event(happened: Happened, pack: Pack) -> str:
    """One thing that happened."""
    match happened:
        case VisitTo() | StoryAlone():
            return _visit(happened, pack)
        case SignSeen():
            where = f", in {happened.exercise}" if happened.exercise else ""
            return f"slipped: {one_line(happened.title) or happened.sign}{where}"
        case Repair():
            after = RESULT[happened.result].short
            return f"tried: {one_line(happened.title) or happened.move} ({after})"
        case Skipped():
            why = f" ({SKIP[happened.reason].short})" if happened.reason else ""
            other = f"; {happened.instead} instead" if happened.instead else ""
            return f"left out: {titled(pack, happened.id)}{why}{other}"
        case StepSet():
            return f"step: {shortened(happened.text, 160)}"
        case StepReviewed():
            return f"step looked at: {TRIED[happened.tried].short}"
        case never:
            assert_never(never)


def _visit(visit: VisitTo | StoryAlone, pack: Pack) -> str:
    if isinstance(visit, StoryAlone):
        how = "; ".join(dict.fromkeys(map(said.story, visit.shown)))
        return f"story: {one_line(visit.title)}, {how}"
    name = titled(pack, visit.exercise)
    if visit.visit is None:
        return f"{name}: begun, left without an outcome"
    parts = [OUTCOME[visit.visit.outcome].short]
    parts += [reached(visit.rung)] if visit.rung else []
    parts += [f"{visit.visit.minutes} min"] if visit.visit.minutes else []
    return f"{name}: {', '.join(parts)}"


def whole(chapter: Chapter, pack: Pack) -> tuple[str, ...]:
    """Everything of one session, line by line: for the practitioner alone."""
    return tuple(_whole(chapter, pack))


def _whole(chapter: Chapter, pack: Pack) -> Iterator[str]:
    session = chapter.session
    yield heading(session)
    for happened in chapter.happened:
        if isinstance(happened, VisitTo):
            yield from ("", *said.in_visit(happened, pack), "")
        elif not isinstance(happened, StepSet | StepReviewed):
            yield event(happened, pack)
    for again in of_kind(session.entries, Rewatched):
        yield f"story seen in his own time: {one_line(again.title)}"
    for line in lines(session.entries):
        if line.exercise is None or line.kind not in ("words", "answer"):
            what = said.KINDS[line.kind] or VOICE[line.voice].short
            yield f"{what}: “{one_line(line.text)}”"
