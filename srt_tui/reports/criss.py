"""The note of one session in CRISS form, ready to paste into the case system.

It holds what was done and what was said aloud together, and names no act that has no entry. It
never holds marks of the check, signs, moves, private notes, the reference or anything of a safety
matter.
"""

from collections.abc import Iterator

from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import (
    Attended,
    Closed,
    Energy,
    LimitsSaid,
    LiveMatter,
    Rewatched,
    Skipped,
    StepReviewed,
    StepSet,
    Words,
)
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.past_session import PastSession, latest, of_kind
from srt_tui.domain.quotes import put_right, standing_words
from srt_tui.domain.record import LIMIT, size
from srt_tui.domain.session_pages import said
from srt_tui.domain.structure import StageId
from srt_tui.domain.visits import is_work
from srt_tui.domain.wording import day, one_line
from srt_tui.reports import phrases
from srt_tui.reports.document import Bullets, Document, Heading, h
from srt_tui.reports.exercise_lines import exercise_lines
from srt_tui.reports.note_room import NoteLine, Part, fitted, laid_out, texts
from srt_tui.reports.notices import NOTE

CUT = "[Shortened to fit the record. The whole is in the history.]"
_HEADS: dict[StageId, str] = {
    "arrive": "CHECK IN",
    "review": "REVIEW",
    "watch": "INTERVENTION",
    "talk": "INTERVENTION",
    "practise": "INTERVENTION",
    "plan": "SET TASKS",
    "check": "SUMMARISE",
    "close": "SUMMARISE",
}
"""The part that tells of a stage."""


class CrissNote(Frozen, frozen=True, kw_only=True):
    """Five parts of lines; `text` is at most LIMIT characters, whatever happened."""

    check_in: tuple[NoteLine, ...]
    review: tuple[NoteLine, ...]
    intervention: tuple[NoteLine, ...]
    summarise: tuple[NoteLine, ...]
    set_tasks: tuple[NoteLine, ...]

    @property
    def _parts(self) -> tuple[Part, ...]:
        return (
            ("CHECK IN", self.check_in),
            ("REVIEW", self.review),
            ("INTERVENTION", self.intervention),
            ("SUMMARISE", self.summarise),
            ("SET TASKS", self.set_tasks),
        )

    @property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The five headings, each with its lines as text."""
        return texts(self._parts)

    @property
    def text(self) -> str:
        """The note as text; where it had to be cut, a last line says so."""
        whole = f"{laid_out(self.parts)}\n\n{NOTE}"
        if size(whole) <= LIMIT:
            return whole
        end = f"\n\n{CUT}\n{NOTE}"
        return f"{fitted(self._parts, LIMIT - size(end))}{end}"


def criss(session: PastSession, history: History, pack: Pack) -> CrissNote:
    """The note of this session. `history` tells which step was open before it."""
    words = _loose_words(session, pack)
    return CrissNote(
        check_in=(*_check_in(session), *words["CHECK IN"]),
        review=(*_review(session, history), *words["REVIEW"]),
        intervention=_intervention(session, history, pack, words["INTERVENTION"]),
        summarise=_summarise(session, words["SUMMARISE"]),
        set_tasks=(*words["SET TASKS"], *_set_tasks(session)),
    )


def note_document(note: CrissNote, session: PastSession) -> Document:
    """The same note for print or Markdown: whole, for nothing has to fit. No reference in it."""
    blocks: list[Heading | Bullets] = []
    for head, lines in note.parts:
        blocks += [h(head.capitalize()), Bullets(items=lines)]
    title = f"Note · session {session.number} · {day(session.date, year=True)}"
    return Document(title=title, notice=NOTE, blocks=tuple(blocks))


def _loose_words(session: PastSession, pack: Pack) -> dict[str, tuple[NoteLine, ...]]:
    """Words that belong to no exercise, by the part that tells of the stage they were said at.

    Where no stage of the pack asks what they answer, by whether an exercise had begun.
    """
    standing = {words.seq for words in standing_words(session.entries)}
    found: dict[str, list[Words]] = {head: [] for head in _HEADS.values()}
    head = "CHECK IN"
    for entry in session.entries:
        if isinstance(entry, Words) and entry.exercise is None:
            if entry.seq in standing:
                found[_asked_at(entry, pack) or head].append(entry)
        elif is_work(entry) and getattr(entry, "exercise", None):
            head = "SUMMARISE"
    return {head: phrases.words_lines(words) for head, words in found.items()}


def _asked_at(words: Words, pack: Pack) -> str:
    """The part that tells of the stage whose question these words answer; empty for none."""
    if words.clip:
        return _HEADS["watch"]
    for stage in pack.stages if words.prompt else ():
        for prompt in (*stage.room, *stage.phone, *stage.no_player):
            if words.prompt in " ".join(said(prompt.text)):
                return _HEADS[stage.id]
    return ""


def _check_in(session: PastSession) -> Iterator[NoteLine]:
    found = [phrases.attendance(latest(session.entries, Attended), session.opened)]
    if of_kind(session.entries, LimitsSaid):
        found.append("Said what I write down, and what I have to pass on.")
    if session.numbers.number_in is not None:
        found.append(f"Number in {phrases.of_ten(session.numbers.number_in)}.")
    if energy := latest(session.entries, Energy):
        found.append(f"Energy {energy.value}.")
    if of_kind(session.entries, LiveMatter):
        found.append("Used the time for something live.")
    found += [
        f"Went back to “{one_line(again.title)}” in his own time."
        for again in of_kind(session.entries, Rewatched)
    ]
    return map(_done, found)


def _review(session: PastSession, history: History) -> tuple[NoteLine, ...]:
    found = put_right(of_kind(session.entries, StepReviewed), lambda look: look.step)
    if found:
        steps = {step.seq: step.text for step in history.steps()}
        return tuple(
            NoteLine(
                text=phrases.step_review(review, steps.get(review.step, "")),
                whose="his" if review.text else "done",
                at=review.seq,
            )
            for review in found
        )
    earlier = [step for step in history.steps() if step.session < session.number]
    if earlier and (earlier[-1].review is None or earlier[-1].review.session > session.number):
        return (_done(f"Step “{one_line(earlier[-1].text)}” was not looked at."),)
    return (_done("No step was open."),)


def _intervention(
    session: PastSession, history: History, pack: Pack, alone: tuple[NoteLine, ...]
) -> tuple[NoteLine, ...]:
    early = map(_done, phrases.early_start(session.early))
    skipped = dict.fromkeys(
        phrases.skip_line(skip)
        for skip in of_kind(session.entries, Skipped)
        if skip.what in ("exercise", "clip")
    )
    found = (*early, *exercise_lines(session, history, pack), *alone, *map(_done, skipped))
    nothing = "No exercise today." if session.came else "No session was held."
    return found or (_done(nothing),)


def _summarise(session: PastSession, words: tuple[NoteLine, ...]) -> tuple[NoteLine, ...]:
    found = phrases.outcomes(session)
    if session.numbers.number_out is not None:
        found.append(f"Number out {phrases.of_ten(session.numbers.number_out)}.")
    end = list[str]()
    if session.closed is None:
        end.append("Not closed.")
    elif session.closed.cut:
        end.append("Stopped part way.")
    end += [phrases.added(later) for later in session.added]
    lines = (*map(_done, found), *words, *map(_done, end))
    return lines or (_done("Nothing more was written down."),)


def _set_tasks(session: PastSession) -> Iterator[NoteLine]:
    steps = put_right(of_kind(session.entries, StepSet), lambda step: step.exercise)
    for step in steps:
        yield NoteLine(text=phrases.step_set(step), at=step.seq)
    if not steps:
        yield _done("No step this time.")
    closed = latest(session.entries, Closed)
    if closed and closed.next_on:
        yield _done(f"Next appointment: {day(closed.next_on, year=True)}.")


def _done(text: str) -> NoteLine:
    return NoteLine(text=text)
