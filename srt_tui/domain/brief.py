"""The brief: what to know two minutes before, on one screen. Practitioner only."""

import datetime as dt

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import CheckDone, Energy, Note, Word
from srt_tui.domain.history import History
from srt_tui.domain.last_time import his_words, slipped_lines, step_line, what_was_done
from srt_tui.domain.loose_ends import LooseEnd
from srt_tui.domain.nudges import alliance_sentence
from srt_tui.domain.pack import Pack
from srt_tui.domain.past_session import InOut, latest, of_kind
from srt_tui.domain.quotes import Filter, Said
from srt_tui.domain.wording import past_day, quoted

_NUMBERS = 5
NOTHING_SAID = "Nothing of his was written down."


class Brief(Frozen, frozen=True, kw_only=True):
    """What matters before the next session.

    `last` is last time in three lines at most, in his words; `step` the latest step and whether
    it was looked at, with `step_open` while it waits; `wants` his latest answers to the first
    exercise of the foundation; `numbers` the last five sessions; `notes` the practitioner's own
    private notes of last time. `keep_or_change` is what he said when they last spoke of how they
    work, and `next_on` the appointment that was made.
    """

    on: dt.date
    last: tuple[str, ...]
    step: str
    step_open: bool
    slipped: tuple[str, ...]
    unfinished: tuple[LooseEnd, ...]
    numbers: tuple[InOut, ...]
    energy: Word | None
    wants: tuple[Said, ...]
    leave_out: tuple[str, ...]
    foundation: int
    foundation_of: int
    notes: tuple[str, ...]
    alliance: str
    keep_or_change: str = ""
    next_on: dt.date | None = None


def brief(history: History, pack: Pack, today: dt.date) -> Brief:
    """The brief as of the end of `today`."""
    seen = history.as_of(today)
    steps = seen.steps()
    energy = latest(seen.last.entries, Energy) if seen.last else None
    return Brief(
        on=today,
        last=_last_time(seen, today),
        step=step_line(steps[-1]) if steps else "",
        step_open=seen.open_step() is not None,
        slipped=slipped_lines(seen),
        unfinished=seen.unfinished(),
        numbers=seen.numbers()[-_NUMBERS:],
        energy=energy.value if energy else None,
        wants=_wants(seen, pack),
        leave_out=seen.preferences.leave_out,
        foundation=seen.foundation_done(pack),
        foundation_of=len(pack.foundation),
        notes=tuple(note.text for note in of_kind(seen.last.entries, Note)) if seen.last else (),
        alliance=alliance_sentence(seen, pack),
        keep_or_change=_keep_or_change(seen),
        next_on=seen.last.closed.next_on if seen.last and seen.last.closed else None,
    )


def _last_time(history: History, today: dt.date) -> tuple[str, ...]:
    last = history.last
    if last is None:
        return ("Not met yet.",)
    said = [quoted(line.text) for line in his_words(last)]
    return (f"{past_day(last.date, today)}: {what_was_done(last)}.", *(said or [NOTHING_SAID]))


def _keep_or_change(history: History) -> str:
    """His one line of the latest check that he took; empty where he had none."""
    checks = [check for check in history.all(CheckDone) if check.side == "his"]
    return checks[-1].line if checks else ""


def _wants(history: History, pack: Pack) -> tuple[Said, ...]:
    """His latest answer to each question of the exercise that comes first."""
    answers = history.said(Filter(kinds=("answer",), exercises=pack.foundation[:1]))
    return tuple({line.asked: line for line in answers}.values()) if pack.foundation else ()
