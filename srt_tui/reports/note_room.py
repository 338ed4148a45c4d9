"""Room in the note: what a full record can take, and what goes first where there is more.

Long words are shortened by need, the practitioner's before his; after that the oldest words go
whole, hers before his. What was done stays, and what he said last goes last of all.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from msgspec.structs import replace

from srt_tui.domain.content import Frozen
from srt_tui.domain.record import LIMIT, size
from srt_tui.domain.wording import beginning, counted

SHORTEST = 240
"""No line is made shorter than this: it goes whole instead."""
_CUT = " […]"
_MORE = len("[1000 more lines are in the history.]") + 2

Whose: TypeAlias = Literal["done", "his", "mine"]


class NoteLine(Frozen, frozen=True, kw_only=True):
    """One thing in the note, maybe of several lines: what was `done`, or whose words they are.

    `at` is its place in time.
    """

    text: str
    whose: Whose = "done"
    at: int = 0


Part: TypeAlias = tuple[str, tuple[NoteLine, ...]]
"""A heading and what stands under it."""


def laid_out(parts: Iterable[tuple[str, Sequence[str]]]) -> str:
    """The headings, each over its lines, an empty line between them."""
    return "\n\n".join("\n".join((head, *lines)) for head, lines in parts)


def texts(parts: Iterable[Part]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The parts as headings and plain lines."""
    return tuple((head, tuple(line.text for line in lines)) for head, lines in parts)


def fitted(parts: Sequence[Part], room: int) -> str:
    """The parts laid out in at most `room`, whatever they hold; says what was left out."""
    for whose in (("done", "mine"), ("his",)):
        if _taken(parts) <= room:
            break
        parts = _shortened(parts, whose, room)
    return laid_out(_without_oldest(parts, room))


def _taken(parts: Sequence[Part]) -> int:
    return size(laid_out(texts(parts)))


def _shortened(parts: Sequence[Part], whose: Sequence[Whose], room: int) -> Sequence[Part]:
    """Their lines within the longest length at which all fits, or within the shortest there is."""
    least, most = SHORTEST, LIMIT
    while least < most:
        middle = (least + most + 1) // 2
        if _taken(_within(parts, whose, middle)) <= room:
            least = middle
        else:
            most = middle - 1
    return _within(parts, whose, least)


def _within(parts: Sequence[Part], whose: Sequence[Whose], longest: int) -> Sequence[Part]:
    return [
        (head, tuple(_cut(line, longest) if line.whose in whose else line for line in lines))
        for head, lines in parts
    ]


def _cut(line: NoteLine, longest: int) -> NoteLine:
    """The line in at most so many characters; what was quoted ends in its mark all the same."""
    if size(line.text) <= longest:
        return line
    end = f"{_CUT}”" if line.text.endswith("”") else _CUT
    kept = beginning(line.text, longest - len(end))
    while size(kept) + len(end) > longest:
        kept = beginning(kept, len(kept) - (size(kept) + len(end) - longest + 1) // 2)
    return replace(line, text=f"{kept.rstrip()}{end}")


def _without_oldest(parts: Sequence[Part], room: int) -> Iterable[tuple[str, Sequence[str]]]:
    """As many lines as fit; where some went, how many."""
    over = _taken(parts) - room
    gone: set[tuple[str, int]] = set()
    for head, place, line in _least_first(parts) if over > 0 else ():
        if over + _MORE * len({head for head, _ in gone}) <= 0:
            break
        gone.add((head, place))
        over -= size(f"{line.text}\n")
    for head, lines in parts:
        left = [place for place in range(len(lines)) if (head, place) in gone]
        kept = [line.text for place, line in enumerate(lines) if place not in left]
        if left:
            more = counted(len(left), "more line is", "more lines are")
            kept.insert(left[0], f"[{more} in the history.]")
        yield head, kept


def _least_first(parts: Sequence[Part]) -> Sequence[tuple[str, int, NoteLine]]:
    """Every line with its place under its heading, in the order in which they may go."""
    every = [(head, place, line) for head, lines in parts for place, line in enumerate(lines)]
    last = max((line.at for _, _, line in every if line.whose == "his"), default=0)

    def worth(each: tuple[str, int, NoteLine]) -> tuple[int, int]:
        line = each[2]
        if line.whose == "his" and line.at == last:
            return 3, line.at
        return ("mine", "his", "done").index(line.whose), line.at

    return sorted(every, key=worth)
