"""Between the two: what only the practitioner keeps while a session runs. Never on a page."""

import datetime as dt

from srt_tui.domain import entry as happened
from srt_tui.domain.history import History
from srt_tui.domain.last_time import LeftOpen, left_open
from srt_tui.workflow.running import Running


class Aside:
    """The private face of a running session."""

    def __init__(self, running: Running) -> None:
        self._running = running

    def slipped(self) -> LeftOpen:
        """What slipped in earlier sessions and was not finished."""
        entries = tuple(e for e in self._running.person.entries() if e.session)
        today = self._running.now().date()
        return left_open(History.of(entries), self._running.number, today)

    def note(self, text: str, *, supervision: bool = False) -> None:
        """Keep a private note."""
        if text.strip():
            self._running.keep(
                self._running.entry(
                    happened.Note,
                    text=text.strip(),
                    exercise=self._running.exercise,
                    supervision=supervision,
                )
            )

    def energy(self, value: happened.Word) -> None:
        """Keep how much energy there was."""
        self._running.keep(self._running.entry(happened.Energy, value=value))

    def attended(self, came: str, reason: str = "") -> None:
        """Keep how he came; values as in `entry.Attended`."""
        self._running.keep(self._running.entry(happened.Attended, came=came, reason=reason))

    def live_matter(self) -> None:
        """The time was used for something live."""
        self._running.keep(self._running.entry(happened.LiveMatter))

    def sign(self, id: str) -> None:
        """Log that something slipped."""
        sign = next(sign for sign in self._running.pack.signs if sign.id == id)
        self._running.keep(
            self._running.entry(
                happened.SignSeen,
                sign=sign.id,
                title=sign.title,
                exercise=self._running.exercise,
            )
        )

    def repair(self, id: str, result: str = "unfinished") -> None:
        """Log a move that was tried; results as in `entry.Repair`."""
        move = next(move for move in self._running.pack.moves if move.id == id)
        last = [e.seq for e in self._running.entries() if isinstance(e, happened.SignSeen)]
        self._running.keep(
            self._running.entry(
                happened.Repair,
                move=move.id,
                title=move.title,
                result=result,
                sign=last[-1] if last else 0,
            )
        )

    def my_check(self, marks: dict[str, happened.Mark], line: str = "") -> None:
        """Keep the practitioner's own marks, and what is to be taken to supervision."""
        self._running.keep(
            self._running.entry(happened.CheckDone, side="mine", marks=marks, line=line.strip())
        )

    def safety(self, follow_up: dt.date | None) -> None:
        """Record only that a safety matter was raised (brief A.2, step 4)."""
        self._running.keep(self._running.entry(happened.SafetyRaised, follow_up=follow_up))

    def take_out(self, seq: int) -> None:
        """Hide an entry of this session; gone for good when the session closes."""
        self._running.person.take_out(seq)

    def put_back(self, seq: int) -> None:
        """Undo `take_out`, until the session closes."""
        self._running.person.put_back(seq)
