"""Everything that was said and written down, line by line, and how to find it again."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeAlias, TypeVar, assert_never

from srt_tui.domain import entry as kinds
from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import (
    Addendum,
    Answer,
    AnyEntry,
    CheckDone,
    Note,
    StepReviewed,
    StepSet,
    Unknown,
    Voice,
    Words,
)

Seen: TypeAlias = AnyEntry | Unknown
Each = TypeVar("Each")
SaidKind: TypeAlias = Literal[
    "words", "answer", "step", "step-review", "check-line", "note", "addendum"
]
PRIVATE: frozenset[SaidKind] = frozenset({"check-line", "note", "addendum"})
"""What never goes on the shared screen or into a shareable form."""


class Said(Frozen, frozen=True, kw_only=True):
    """One line: whose it is, where it was said and what was asked (a prompt or a field label)."""

    seq: int
    session: int
    date: dt.date
    kind: SaidKind
    voice: Voice
    text: str
    exercise: str | None = None
    asked: str = ""


class Asked(Frozen, frozen=True, kw_only=True):
    """The same question over time: then and now."""

    asked: str
    lines: tuple[Said, ...]


def answer_text(answer: Answer) -> str:
    """A worksheet answer as words: `6 → 3`, `Tight jaw, Hot face`, `thought: nobody cares`."""
    parts = [answer.text, ", ".join(answer.picked)]
    parts.append(", ".join(f"{option}: {group}" for option, group in answer.sorted))
    parts.append(" → ".join(str(n) for n in (answer.number, answer.after) if n is not None))
    parts.append("; ".join(f"{box}: {text}" for box, text in answer.boxes if text))
    return "; ".join(part for part in parts if part)


def lines(entries: Iterable[Seen]) -> Iterator[Said]:
    """What was said in these entries, in their order; entries without words give none."""
    for entry in entries:
        line = _line(entry)
        if line is not None and line.text:
            yield line


def _line(entry: Seen) -> Said | None:  # noqa: PLR0911 - one line for each kind
    match entry:
        case Words():
            return _said(entry, "words", entry.voice, entry.text, entry.exercise, entry.prompt)
        case Answer():
            return _said(entry, "answer", "his", answer_text(entry), entry.exercise, entry.label)
        case StepSet():
            return _said(entry, "step", "his", entry.text, entry.exercise)
        case StepReviewed():
            return _said(entry, "step-review", "his", entry.text)
        case CheckDone():
            return _said(entry, "check-line", entry.side, entry.line)
        case Note():
            return _said(entry, "note", "mine", entry.text, entry.exercise)
        case Addendum():
            return _said(entry, "addendum", "mine", entry.text)
        case (
kinds.Referred() | kinds.Ended() | kinds.Hold() | kinds.Preference() | kinds.Planned()
            | kinds.Opened() | kinds.Attended() | kinds.LimitsSaid() | kinds.Number()
            | kinds.Energy() | kinds.LiveMatter() | kinds.Closed() | kinds.Recorded()
            | kinds.ClipShown() | kinds.Rewatched() | kinds.PromptUsed() | kinds.Fit()
            | kinds.Skipped() | kinds.Visited() | kinds.SignSeen() | kinds.Repair()
            | kinds.SafetyRaised() | kinds.Unknown()
        ):  # fmt: skip
            return None
        case never:
            assert_never(never)


def _said(
    entry: AnyEntry,
    kind: SaidKind,
    voice: Voice,
    text: str,
    exercise: str | None = None,
    asked: str = "",
) -> Said:
    return Said(
        seq=entry.seq,
        session=entry.session,
        date=entry.at.date(),
        kind=kind,
        voice=voice,
        text=text,
        exercise=exercise,
        asked=asked,
    )


def folded(text: str) -> str:
    """The form in which texts are compared.

    Without case, marks over letters and signs that do not show; quotes, dashes and spaces plain.
    """
    return text.lower() if text.isascii() else _plain(text)


def _plain(text: str) -> str:
    from unicodedata import category, normalize  # noqa: PLC0415 - loaded where it is needed first

    plain = text.casefold().translate(_AS_TYPED)
    if plain.isascii():
        return plain
    return "".join(sign for sign in normalize("NFKD", plain) if category(sign) not in _UNSEEN)


_UNSEEN = ("Mn", "Me", "Cf")
_AS_TYPED = str.maketrans({
    **dict.fromkeys("‘’‚‛′´`", "'"), **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
})  # fmt: skip
"""What a plain keyboard has for them; letters with a stroke have no mark to take off."""


class Filter(Frozen, frozen=True, kw_only=True):
    """What a search is narrowed to; an empty one lets everything through. Dates are inclusive."""

    kinds: tuple[SaidKind, ...] = ()
    voice: Voice | None = None
    exercises: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None

    def keeps(self, line: Said) -> bool:
        """Whether this line is inside the filter."""
        return (
            (not self.kinds or line.kind in self.kinds)
            and (self.voice is None or line.voice == self.voice)
            and (not self.exercises or line.exercise in self.exercises)
            and (self.since is None or line.date >= self.since)
            and (self.until is None or line.date <= self.until)
        )


def put_right(entries: Iterable[Each], about: Callable[[Each], object]) -> tuple[Each, ...]:
    """Of entries about the same thing the last, in the place of the first."""
    return tuple({about(entry): entry for entry in entries}.values())


def standing_words(entries: Iterable[Seen]) -> tuple[Words, ...]:
    """Words of these entries, without those that later words put right."""
    words = tuple(entry for entry in entries if isinstance(entry, Words))
    righted = {entry.corrects for entry in words}
    return tuple(entry for entry in words if entry.seq not in righted)


def standing(said: Iterable[Said]) -> tuple[Said, ...]:
    """What was said, with each answer only as it stood at the end of its session."""
    return put_right(said, _question)


def _question(line: Said) -> object:
    return (line.session, line.exercise, line.asked) if line.kind == "answer" else line.seq


def then_and_now(said: Iterable[Said], exercise: str) -> tuple[Asked, ...]:
    """His answers to each question of an exercise, side by side over its visits, oldest first."""
    by_question: dict[str, list[Said]] = {}
    for line in standing(said):
        if line.exercise == exercise and line.asked and line.voice == "his":
            by_question.setdefault(line.asked, []).append(line)
    return tuple(Asked(asked=asked, lines=tuple(found)) for asked, found in by_question.items())
