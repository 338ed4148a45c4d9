"""What was done in each exercise of a session, as lines of a note; and stories beside them."""

from collections.abc import Iterator

from srt_tui.domain import session_pages
from srt_tui.domain.entry import Answer, Opened, Visited
from srt_tui.domain.history import History
from srt_tui.domain.last_time import reached
from srt_tui.domain.pack import Pack
from srt_tui.domain.past_session import PastSession, of_kind
from srt_tui.domain.quotes import answer_text
from srt_tui.domain.visits import VisitTo, is_work
from srt_tui.domain.wording import asked_and, counted, one_line
from srt_tui.reports import phrases


def exercise_lines(session: PastSession, history: History, pack: Pack) -> tuple[str, ...]:
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
        (alone.shown[0].seq, [f"{name} {phrases.story_alone(alone)}"])
        for alone in session.stories_alone
    ]
    for exercise, seq in begun.items():
        visits = today.visits_to(exercise)
        found += [(seq, [*_lines(visit, session, pack, light=light)]) for visit in visits]
    return tuple(line for _, lines in sorted(found) for line in lines)


def title(visit: VisitTo, pack: Pack) -> str:
    """The title as it was shown; where that is not known, as the pack has it now."""
    if visit.visit and visit.visit.title:
        return one_line(visit.visit.title)
    known = pack.exercises.get(visit.exercise)
    return known.title if known else visit.exercise


def _lines(visit: VisitTo, session: PastSession, pack: Pack, *, light: bool) -> Iterator[str]:
    opened = session.opened
    how = [*map(phrases.story, visit.clips), *map(phrases.fit_line, visit.fits)]
    shown = f" ({'; '.join(how)})" if how else ""
    yield f"{_pack_title(opened, pack)} {visit.exercise} {title(visit, pack)}{shown}."
    if talked := _talked(visit, pack, session.minutes, light=light):
        yield talked
    yield from map(phrases.words_line, visit.words)
    for answer in visit.answers:
        yield _answer(answer)


def _pack_title(opened: Opened | None, pack: Pack) -> str:
    """The pack's name, or its id as it was used then when that was another pack."""
    return pack.title if opened is None or opened.pack == pack.id else opened.pack


def _talked(visit: VisitTo, pack: Pack, minutes: int, *, light: bool) -> str:
    """How many were asked, of those that a session like this one asks."""
    asked = len({prompt.number for prompt in visit.prompts})
    known = pack.exercises.get(visit.exercise)
    meant = len(session_pages.asked(known, minutes, light=light)) if known else 0
    ladder = f"Talked: {asked} of {meant} questions" if asked <= meant else ""
    ladder = ladder or f"Talked: {counted(asked, 'question')}"
    left = of_kind(visit.entries, Visited)
    rung = reached(left[-1]) if left else ""
    if not asked:
        return f"{rung.capitalize()}." if rung else ""
    return f"{ladder}{f', {rung}' if rung else ''}."


def _answer(answer: Answer) -> str:
    return asked_and(answer.label, one_line(answer_text(answer)) or "no answer")
