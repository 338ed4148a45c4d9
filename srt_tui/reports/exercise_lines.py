"""What was done in each exercise of a session, as lines of a note; and stories beside them."""

from collections.abc import Iterator
from operator import itemgetter

from srt_tui.domain import session_pages
from srt_tui.domain.entry import Answer, Opened, Visited
from srt_tui.domain.history import History
from srt_tui.domain.last_time import reached
from srt_tui.domain.pack import Pack
from srt_tui.domain.past_session import PastSession
from srt_tui.domain.quotes import answer_text
from srt_tui.domain.visits import VisitTo, is_work
from srt_tui.domain.wording import asked_and, counted, line_by_line, one_line
from srt_tui.reports import phrases
from srt_tui.reports.note_room import NoteLine


def exercise_lines(session: PastSession, history: History, pack: Pack) -> tuple[NoteLine, ...]:
    """Each exercise and each story of none, in the order it was begun.

    What is private changes no order.
    """
    light = "light-words" in history.as_of(session.date).preferences.suits
    today = History.of(session.entries)
    begun: dict[str, int] = {}
    for entry in session.entries:
        if is_work(entry) and (exercise := getattr(entry, "exercise", None)) is not None:
            begun.setdefault(exercise, entry.seq)
    name = _pack_title(session.opened, pack)
    found = [
        (alone.shown[0].seq, [NoteLine(text=f"{name} {phrases.story_alone(alone)}")])
        for alone in session.stories_alone
    ]
    for exercise, seq in begun.items():
        visits = today.visits_to(exercise)
        found += [(seq, [*_lines(visit, session, pack, light=light)]) for visit in visits]
    return tuple(line for _, lines in sorted(found, key=itemgetter(0)) for line in lines)


def title(visit: VisitTo, pack: Pack) -> str:
    """The title as it was shown; where that is not known, as the pack has it now."""
    if visit.visit and visit.visit.title:
        return one_line(visit.visit.title)
    known = pack.exercises.get(visit.exercise)
    return known.title if known else visit.exercise


def _lines(visit: VisitTo, session: PastSession, pack: Pack, *, light: bool) -> Iterator[NoteLine]:
    if visit.outcome == "not-today" and not _worked_on(visit):
        return
    how = [*map(phrases.story, visit.clips), *map(phrases.fit_line, visit.fits)]
    shown = f" ({'; '.join(how)})" if how else ""
    name = _pack_title(session.opened, pack)
    yield NoteLine(text=f"{name} {visit.exercise} {title(visit, pack)}{shown}.")
    if talked := _talked(visit, pack, session.minutes, light=light):
        yield NoteLine(text=talked)
    yield from phrases.words_lines(visit.words)
    for answer in visit.answers:
        yield NoteLine(text=_answer(answer), whose="his", at=answer.seq)


def _worked_on(visit: VisitTo) -> bool:
    """Whether more was done than to leave it for another day."""
    return any(is_work(entry) and not isinstance(entry, Visited) for entry in visit.entries)


def _pack_title(opened: Opened | None, pack: Pack) -> str:
    """The pack's name, or its id as it was used then when that was another pack."""
    return pack.title if opened is None or opened.pack == pack.id else opened.pack


def _talked(visit: VisitTo, pack: Pack, minutes: int, *, light: bool) -> str:
    """How many questions were talked about and how many only asked, of those for such a session."""
    asked = len({prompt.number for prompt in visit.prompts})
    talked = len({prompt.number for prompt in visit.talked})
    known = pack.exercises.get(visit.exercise)
    meant = len(session_pages.asked(known, minutes, light=light)) if known else 0
    rung = reached(visit.rung)
    if not asked:
        return f"{rung.capitalize()}." if rung else ""
    number = talked or asked
    of = f"{number} of {meant} questions" if asked <= meant else counted(number, "question")
    if not talked:
        return f"Asked: {of}; nothing was written down.{f' {rung.capitalize()}.' if rung else ''}"
    silent = f" Asked, nothing written down: {asked - talked}." if asked > talked else ""
    return f"Talked: {of}{f', {rung}' if rung else ''}.{silent}"


def _answer(answer: Answer) -> str:
    return asked_and(answer.label, line_by_line(answer_text(answer)) or "no answer")
