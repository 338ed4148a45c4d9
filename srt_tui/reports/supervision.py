"""The supervision sheet: what I want to take there, what slipped, my own marks. Never his."""

import datetime as dt
from collections.abc import Iterator

from srt_tui.domain.alliance import checks
from srt_tui.domain.entry import Addendum, CheckDone, Note, Repair, SignSeen
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.past_session import PastSession, of_kind
from srt_tui.domain.terms import RESULT
from srt_tui.domain.wording import day, one_line
from srt_tui.reports import notices
from srt_tui.reports.document import AnyBlock, Bullets, Document, Quote, TableBlock, h, p

QUESTIONS = (
    "Where did I go along with something I should not have?",
    "Where did I talk more than he did?",
    "What was I open about, and what might surprise him?",
    "What do I know of the safety of those he could harm, and how do I know it?",
    "What would I do differently next time?",
)


def supervision(
    reference: str, history: History, pack: Pack, since: dt.date | None = None
) -> Document:
    """The sheet for the sessions from `since` on, or for all of them."""
    sessions = [s for s in history.held if since is None or s.date >= since]
    return Document(
        title=f"For supervision · {reference}",
        notice=notices.SUPERVISION,
        blocks=tuple(_blocks(history, sessions, pack)),
    )


def _blocks(history: History, sessions: list[PastSession], pack: Pack) -> Iterator[AnyBlock]:
    yield h("What I want to take there")
    brought = [quote for session in sessions for quote in _brought(session)]
    yield from brought
    if not brought:
        yield p("Nothing was put down for it.")
    if noted := [quote for session in sessions for quote in _noted(session)]:
        yield h("My other private notes")
        yield from noted
    yield h("What slipped, and what I tried")
    slips = tuple(line for session in sessions for line in _slips(session))
    yield Bullets(items=slips) if slips else p("Nothing was logged.")
    yield h("My own marks")
    yield from _marks(history, sessions, pack)
    yield h("Questions for me")
    yield Bullets(items=QUESTIONS)


def _brought(session: PastSession) -> Iterator[Quote]:
    on = day(session.date, year=True)
    for check in of_kind(session.entries, CheckDone):
        if check.side == "mine" and check.line:
            yield Quote(text=check.line, voice="mine", on=on)
    for note in of_kind(session.entries, Note):
        if note.supervision:
            yield Quote(text=note.text, voice="mine", on=on)
            for later in of_kind(session.entries, Addendum):
                if later.to == note.seq and later.text:
                    yield Quote(text=later.text, voice="mine", on=f"{on}, added later")


def _noted(session: PastSession) -> Iterator[Quote]:
    on = day(session.date, year=True)
    for note in of_kind(session.entries, Note):
        if not note.supervision:
            yield Quote(text=note.text, voice="mine", on=on)


def _slips(session: PastSession) -> Iterator[str]:
    on = day(session.date, year=True)
    for entry in session.entries:
        if isinstance(entry, SignSeen):
            where = f" in {entry.exercise}" if entry.exercise else ""
            yield f"{on}: {one_line(entry.title) or entry.sign}{where}."
        elif isinstance(entry, Repair):
            after = RESULT[entry.result].told
            yield f"{on}: tried “{one_line(entry.title) or entry.move}”, {after}."


def _marks(history: History, sessions: list[PastSession], pack: Pack) -> Iterator[AnyBlock]:
    numbers = {session.number for session in sessions}
    rows = [row for row in checks(history) if row.session in numbers and row.mine]
    if not rows:
        yield p("No marks of mine.")
        return
    yield TableBlock(
        caption="My marks, session by session; not a score",
        columns=("Session", *(item.title.rstrip(".") for item in pack.check.mine)),
        rows=tuple(
            (
                day(row.date, year=True),
                *(str(row.mine.get(item.id, "–")) for item in pack.check.mine),
            )
            for row in rows
        ),
    )
