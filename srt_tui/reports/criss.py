"""The note of one session in CRISS form, ready to paste into the case system.

It holds what was done and what was said aloud together. It never holds marks of the check,
signs, moves, private notes, the reference or anything of a safety matter.
"""

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
from srt_tui.domain.quotes import put_right
from srt_tui.domain.visits import is_work
from srt_tui.domain.wording import counted, day, one_line
from srt_tui.reports import phrases
from srt_tui.reports.document import Bullets, Document, Heading, h
from srt_tui.reports.exercise_lines import exercise_lines
from srt_tui.reports.notices import NOTE

LIMIT = 12_000
CUT = "[Shortened to fit the record. The whole is in the history.]"
_SHRINK = (2_000, 1_000, 500, 250, 120)


class CrissNote(Frozen, frozen=True, kw_only=True):
    """Five parts of plain lines; `text` is at most LIMIT characters, whatever happened."""

    check_in: tuple[str, ...]
    review: tuple[str, ...]
    intervention: tuple[str, ...]
    summarise: tuple[str, ...]
    set_tasks: tuple[str, ...]

    @property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The five headings, each with its lines."""
        return (
            ("CHECK IN", self.check_in),
            ("REVIEW", self.review),
            ("INTERVENTION", self.intervention),
            ("SUMMARISE", self.summarise),
            ("SET TASKS", self.set_tasks),
        )

    @property
    def text(self) -> str:
        """The note as text; where it had to be cut, a last line says so."""
        whole = f"{_laid_out(self.parts)}\n\n{NOTE}"
        if len(whole) <= LIMIT:
            return whole
        for longest in _SHRINK:
            shorter = tuple((head, _cropped(lines, longest)) for head, lines in self.parts)
            text = f"{_laid_out(shorter)}\n\n{CUT}\n{NOTE}"
            if len(text) <= LIMIT:
                return text
        return f"{_laid_out(_fewer(self.parts))}\n\n{CUT}\n{NOTE}"


def criss(session: PastSession, history: History, pack: Pack) -> CrissNote:
    """The note of this session. `history` tells which step was open before it."""
    return CrissNote(
        check_in=_check_in(session),
        review=_review(session, history),
        intervention=_intervention(session, history, pack),
        summarise=_summarise(session),
        set_tasks=_set_tasks(session),
    )


def note_document(note: CrissNote, session: PastSession) -> Document:
    """The same note for print or Markdown: whole, for nothing has to fit. No reference in it."""
    blocks: list[Heading | Bullets] = []
    for head, lines in note.parts:
        blocks += [h(head.capitalize()), Bullets(items=lines)]
    title = f"Note · session {session.number} · {day(session.date, year=True)}"
    return Document(title=title, notice=NOTE, blocks=tuple(blocks))


def _check_in(session: PastSession) -> tuple[str, ...]:
    found = [phrases.attendance(latest(session.entries, Attended), session.format)]
    if of_kind(session.entries, LimitsSaid):
        found.append("Said what I write down, and what I have to pass on.")
    if session.numbers.number_in is not None:
        found.append(f"Number in {session.numbers.number_in}.")
    if energy := latest(session.entries, Energy):
        found.append(f"Energy {energy.value}.")
    if of_kind(session.entries, LiveMatter):
        found.append("Used the time for something live.")
    found += [
        f"Went back to “{one_line(again.title)}” in his own time."
        for again in of_kind(session.entries, Rewatched)
    ]
    return (*found, *(phrases.words_line(words) for words in _loose_words(session)[0]))


def _loose_words(session: PastSession) -> tuple[list[Words], list[Words]]:
    """Words that belong to no exercise: those before the first exercise, and those after."""
    before, after = list[Words](), list[Words]()
    work_began = False
    for entry in session.entries:
        if isinstance(entry, Words) and entry.exercise is None:
            (after if work_began else before).append(entry)
        elif is_work(entry) and getattr(entry, "exercise", None):
            work_began = True
    return before, after


def _review(session: PastSession, history: History) -> tuple[str, ...]:
    texts = {step.seq: step.text for step in history.steps()}
    found = [
        phrases.step_review(review, texts.get(review.step, ""))
        for review in put_right(of_kind(session.entries, StepReviewed), lambda look: look.step)
    ]
    if found:
        return tuple(found)
    earlier = [step for step in history.steps() if step.session < session.number]
    if earlier and (earlier[-1].review is None or earlier[-1].review.session > session.number):
        return (f"Step “{one_line(earlier[-1].text)}” was not looked at.",)
    return ("No step was open.",)


def _intervention(session: PastSession, history: History, pack: Pack) -> tuple[str, ...]:
    early = phrases.early_start(session.early)
    found = (*early, *exercise_lines(session, history, pack))
    skipped = [
        phrases.skip_line(skip)
        for skip in of_kind(session.entries, Skipped)
        if skip.what in ("exercise", "clip")
    ]
    return (*found, *dict.fromkeys(skipped)) or ("No exercise today.",)


def _summarise(session: PastSession) -> tuple[str, ...]:
    found = phrases.outcomes(session)
    if session.numbers.number_out is not None:
        found.append(f"Number out {session.numbers.number_out}.")
    found += [phrases.words_line(words) for words in _loose_words(session)[1]]
    if session.cut:
        found.append("Stopped part way.")
    return tuple(found) or ("Nothing more was written down.",)


def _set_tasks(session: PastSession) -> tuple[str, ...]:
    steps = put_right(of_kind(session.entries, StepSet), lambda step: step.exercise)
    found = [phrases.step_set(step) for step in steps]
    closed = latest(session.entries, Closed)
    if closed and closed.next_on:
        found.append(f"Next: {day(closed.next_on, year=True)}.")
    return tuple(found) or ("No step this time.",)


def _laid_out(parts: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    return "\n\n".join("\n".join((head, *lines)) for head, lines in parts)


def _cropped(lines: tuple[str, ...], longest: int) -> tuple[str, ...]:
    return tuple(
        line if len(line) <= longest else f"{line[: longest - 3].rstrip()} […]" for line in lines
    )


def _fewer(
    parts: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each part with as many of its short lines as fit a fair share, and the count of the rest."""
    share = (LIMIT - 500) // len(parts)
    found = []
    for head, lines in parts:
        kept, used = list[str](), 0
        for line in _cropped(lines, _SHRINK[-1]):
            used += len(line) + 1
            if used > share:
                kept.append(f"[{counted(len(lines) - len(kept), 'more line')}]")
                break
            kept.append(line)
        found.append((head, tuple(kept)))
    return tuple(found)
