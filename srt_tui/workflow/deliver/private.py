"""What only the practitioner keeps while a session runs. Never on a page."""

import datetime as dt

from srt_tui.domain import entry as happened
from srt_tui.domain.history import History
from srt_tui.domain.last_time import LeftOpen, left_open
from srt_tui.workflow.deliver.live import LiveSession


class PrivateLog:
    """The practitioner's own part of a running session: what is logged beside it."""

    def __init__(self, session: LiveSession) -> None:
        self._session = session

    def slipped(self) -> LeftOpen:
        """What slipped in earlier sessions and was not finished."""
        entries = tuple(e for e in self._session.person.entries() if e.session)
        today = self._session.now().date()
        return left_open(History.of(entries), self._session.number, today)

    def note(self, text: str, *, supervision: bool = False) -> None:
        """Keep a private note."""
        if text.strip():
            self._session.keep(
                self._session.entry(
                    happened.Note,
                    text=text.strip(),
                    exercise=self._session.exercise,
                    supervision=supervision,
                )
            )

    def energy(self, value: happened.Word) -> None:
        """Keep how much energy there was."""
        self._session.keep(self._session.entry(happened.Energy, value=value))

    def attended(self, came: str, reason: str = "") -> None:
        """Keep how he came; values as in `entry.Attended`."""
        self._session.keep(self._session.entry(happened.Attended, came=came, reason=reason))

    def live_matter(self) -> None:
        """The time was used for something live."""
        self._session.keep(self._session.entry(happened.LiveMatter))

    def sign(self, id: str) -> None:
        """Log that something slipped."""
        sign = next(sign for sign in self._session.pack.signs if sign.id == id)
        self._session.keep(
            self._session.entry(
                happened.SignSeen,
                sign=sign.id,
                title=sign.title,
                exercise=self._session.exercise,
            )
        )

    def repair(self, id: str, result: str = "unfinished") -> None:
        """Log a move that was tried; results as in `entry.Repair`."""
        move = next(move for move in self._session.pack.moves if move.id == id)
        last = [e.seq for e in self._session.entries() if isinstance(e, happened.SignSeen)]
        self._session.keep(
            self._session.entry(
                happened.Repair,
                move=move.id,
                title=move.title,
                result=result,
                sign=last[-1] if last else 0,
            )
        )

    def my_check(self, marks: dict[str, happened.Mark], line: str = "") -> None:
        """Keep the practitioner's own marks, and what is to be taken to supervision."""
        self._session.keep(
            self._session.entry(happened.CheckDone, side="mine", marks=marks, line=line.strip())
        )

    def safety(self, follow_up: dt.date | None) -> None:
        """Record only that a safety matter was raised (brief A.2, step 4)."""
        self._session.keep(self._session.entry(happened.SafetyRaised, follow_up=follow_up))
