"""What History says: the grid, one visit in detail, and what a search found."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from srt_tui.domain.entry import Answer, ClipShown, Fit, Number, Skipped, Words
from srt_tui.domain.history import History
from srt_tui.domain.last_time import reached
from srt_tui.domain.pack import Pack
from srt_tui.domain.past_session import PastSession, of_kind
from srt_tui.domain.played import most_often, stretches
from srt_tui.domain.quotes import Asked, Filter, Said, SaidKind, answer_text
from srt_tui.domain.terms import FIT, OUTCOME, SKIP, VOICE
from srt_tui.domain.visits import Cell, Column, Grid, VisitTo
from srt_tui.domain.wording import asked_and, counted, day, listed, one_line, shortened
from srt_tui.present.common import titled

CELLS: dict[Cell, str] = {
    "done": "done",
    "partly": "partly",
    "not-today": "not yet",
    "started": "begun",
    "skipped": "skipped",
    "": "·",
}
KINDS: dict[SaidKind, str] = {
    "words": "",
    "answer": "worksheet",
    "step": "step",
    "step-review": "step, looked at",
    "check-line": "check",
    "note": "private note",
    "addendum": "added later",
}
TWICE = 2
NOTHING_YET = "No session yet. Press Esc to go back and Enter to prepare the first one."
FINDING = "Esc leaves what was found first."
OUTSIDE = "Written outside a session"
NOT_FOUND = "Nothing said or written has all of these words."


def window(chosen: int, columns: int, room: int) -> range:
    """Which columns stand on screen: as many as there is room for, with the chosen one."""
    last = max(chosen + 1, min(columns, room))
    return range(max(0, last - room), last)


def heading(column: Column, *, chosen: bool) -> str:
    """A session over the grid: "12 Nov", the chosen one in brackets."""
    return f"[{day(column.date)}]" if chosen else f" {day(column.date)}"


def beyond(columns: int, shown: range) -> str:
    """How many sessions there are to the left and to the right of those on screen."""
    earlier, later = shown.start, columns - shown.stop
    parts = [f"‹ {earlier} earlier"] if earlier else []
    parts += [f"{later} later ›"] if later else []
    return "  ".join(parts)


def grid_row(grid: Grid, row: int, shown: range) -> tuple[str, ...]:
    """One exercise: its name and its cells."""
    line = grid.rows[row]
    name = shortened(f"{line.exercise} {line.title}", 28)
    return (name, *(f" {CELLS[line.cells[place]]}" for place in shown))


def first_row(grid: Grid) -> int:
    """The row to begin with: the last exercise of the latest session, or the first of all."""
    latest = [place for place, row in enumerate(grid.rows) if row.cells and row.cells[-1]]
    return latest[-1] if latest else 0


def not_visited(visits: Sequence[VisitTo]) -> str:
    """What to say of a session in which an exercise was not worked on."""
    if not visits:
        return "Not worked on yet."
    return f"Not worked on in this session. Last worked on {day(visits[-1].date)}."


def title(reference: str) -> str:
    """What the title line says."""
    return f"History · {reference}"


def found_words(found: int) -> str:
    """How many places a search found."""
    return counted(found, "place")


def narrowed(only: Filter, pack: Pack) -> str:
    """To what the search is narrowed, and how to leave that; empty when it is not."""
    parts = [KINDS[only.kinds[0]] or "talk"] if only.kinds else []
    parts += ["his"] if only.voice == "his" else []
    parts += [m.title for m in pack.modules if m.exercises == only.exercises]
    parts += [f"since {day(only.since, year=True)}"] if only.since else []
    parts += [f"until {day(only.until, year=True)}"] if only.until else []
    return f"Only: {' · '.join(parts)}. Esc takes it away." if parts else ""


class Place(NamedTuple):
    """One place that a search found."""

    date: str
    where: str
    voice: str
    words: str


def place(said: Said) -> Place:
    """A line that was said, for the list."""
    where = " ".join(part for part in (said.exercise or "", KINDS[said.kind]) if part)
    return Place(day(said.date), where, VOICE[said.voice].short, one_line(said.text))


def at(history: History, exercise: str, session: int, pack: Pack) -> tuple[str, ...]:
    """What was done of an exercise in this session, or when it was worked on last."""
    visits = history.visits_to(exercise)
    in_session = [found for found in visits if found.session == session]
    return of_visits(history, in_session[:1], pack) or (not_visited(visits),)


def of_visits(history: History, visits: Sequence[VisitTo], pack: Pack) -> tuple[str, ...]:
    """Everything of these visits, the latest first, with a blank line between them."""
    sessions = {session.number: session for session in history.sessions}
    told = [visit(found, sessions[found.session], pack) for found in reversed(visits)]
    return tuple(line for lines in told for line in (*lines, ""))[:-1]


def visit(found: VisitTo, session: PastSession, pack: Pack) -> tuple[str, ...]:
    """Everything of one visit, line by line."""
    return (*in_visit(found, pack), *_numbers(session))


def in_visit(found: VisitTo, pack: Pack) -> tuple[str, ...]:
    """The same without his number, which belongs to the session."""
    return (_head(found, pack), *_lines(found))


def _head(found: VisitTo, pack: Pack) -> str:
    parts = [titled(pack, found.exercise), day(found.date)]
    if found.visit:
        parts.append(OUTCOME[found.visit.outcome].short)
        parts += [reached(found.rung)] if found.rung else []
        parts += [f"{found.visit.minutes} min"] if found.visit.minutes else []
    else:
        parts.append("begun, left without an outcome")
    return " · ".join(parts)


def _lines(found: VisitTo) -> Iterator[str]:
    for entry in found.entries:
        match entry:
            case ClipShown():
                yield f"story {story(entry)}"
            case Fit():
                yield f"fit   {FIT[entry.fit].short}"
            case Words():
                asked = f"  ({shortened(entry.prompt, 50)})" if entry.prompt else ""
                yield f"{VOICE[entry.voice].short:<5} “{one_line(entry.text)}”{asked}"
            case Answer():
                yield f"field {asked_and(entry.label, one_line(answer_text(entry)))}"
            case Skipped():
                why = f": {SKIP[entry.reason].short}" if entry.reason else ""
                other = f"; {entry.instead} instead" if entry.instead else ""
                yield f"left  {entry.what} {shortened(entry.title or entry.id, 40)}{why}{other}"
            case _:
                continue
    if found.prompts:
        yield f"asked {counted(len(found.prompts), 'question')}"


def story(shown: ClipShown) -> str:
    """Which parts of a story were shown, and which of them again; "read" where it was read."""
    if shown.form in ("transcript", "live"):
        return "read"
    if not (parts := stretches(shown.ranges)):
        return "opened, not shown"
    whole = f" of {clock(shown.length)}" if shown.length else ""
    return f"shown {_parts(parts)}{whole}{_again(shown)}"


def _again(shown: ClipShown) -> str:
    """What was shown more than once, and how often."""
    often = most_often(shown.ranges)
    if often < TWICE:
        return ""
    times = f", up to {often} times" if often > TWICE else ""
    return f", again {_parts(stretches(shown.ranges, TWICE))}{times}"


def _parts(parts: Sequence[tuple[float, float]]) -> str:
    return listed([f"{clock(start)}–{clock(end)}" for start, end in parts])


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds: 1:04."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _numbers(session: PastSession) -> Iterator[str]:
    if of_kind(session.entries, Number):
        numbers = session.numbers
        into = "not said" if numbers.number_in is None else numbers.number_in
        out = "not said" if numbers.number_out is None else numbers.number_out
        yield f"number in {into}, out {out}"


def then_and_now(asked: Sequence[Asked]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each question with its answers over time, oldest first."""
    return tuple(
        (
            one_line(each.asked),
            tuple(f"{day(line.date)}  “{one_line(line.text)}”" for line in each.lines),
        )
        for each in asked
    )


def in_turn(asked: Sequence[Asked]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The same line by line, and which of the lines are questions."""
    found: list[str] = []
    strong: list[int] = []
    for question, answers in then_and_now(asked):
        strong.append(len(found))
        found += [question, *answers, ""]
    return tuple(found), tuple(strong)


def in_full(said: Said) -> str:
    """One line that was said, with its question."""
    asked = f"{one_line(said.asked)}\n" if said.asked else ""
    where = place(said)
    return f"{where.date} · {where.where or 'session'} · {where.voice}\n{asked}{said.text}"
