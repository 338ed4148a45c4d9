"""What the Note page says of the note of one session."""

import datetime as dt
from pathlib import Path

from srt_tui.domain.history import History
from srt_tui.domain.past_session import PastSession
from srt_tui.domain.record import LIMIT, size
from srt_tui.domain.wording import day

COPIED = "Sent to the clipboard. If nothing pastes, f writes a file. Then press r."
ADD_ASKED = "A later word"
ADD_MORE = "It stands in the note with today's date. What was kept stays as it is."
PLAN_NEXT = "p plans next time, while this is fresh."
NOT_CLOSED = "This session has not been closed; the note is of what is there so far."


def title(session: PastSession) -> str:
    """Which session."""
    return f"Note · session {session.number} · {day(session.date)}"


def state(text: str, session: PastSession) -> str:
    """How long it is, and whether it is in the official record."""
    entered = session.recorded
    where = f"entered {day(entered.at.date())}" if entered else "not yet entered"
    return f"{size(text):,} of {LIMIT:,} · {where}"


def filed(path: Path) -> str:
    """Where it was written, in full; the file is the user's to remove."""
    return f"Written to {path}. Remove it when entered."


def marked(now: dt.datetime) -> str:
    """That it is in the official record."""
    return f"Marked as entered in the record. Saved {now:%H:%M}. p plans next time."


def taken_back(now: dt.datetime) -> str:
    """That it is due again."""
    return f"Not entered after all: it is due again. Saved {now:%H:%M}."


def waiting_since(history: History, on: dt.date) -> int | None:
    """The session of this day whose note is not yet in the record; None where there is none."""
    waiting = (s.number for s in history.sessions if s.date == on and not s.recorded)
    return next(waiting, None)


def is_running(session: PastSession, history: History) -> bool:
    """Whether the session may still go on: the latest one, and not closed."""
    return session.closed is None and session.number == history.sessions[-1].number
