"""How the two are working together, for the practitioner alone (brief D).

Item by item, never a total or a band; gaps stay gaps; a word stays a word.
"""

from collections.abc import Iterable, Iterator, Sequence

from srt_tui.domain.alliance import CAUTION, MarkAt, Pair, Series, pairs, picture_sentence, slips
from srt_tui.domain.entry import SignSeen
from srt_tui.domain.history import History
from srt_tui.domain.nudges import first_nudge
from srt_tui.domain.pack import Pack
from srt_tui.domain.terms import RESULT
from srt_tui.domain.wording import day

WORDS = {"low": "low", "middle": "mid", "high": "high"}
BARS = "▁▂▄▆█"
GAP = "·"
WIDE = 4
NAME = 13
NO_SIGNS = "No sign that anything slipped has been set down."


def title(reference: str) -> str:
    """What the title line says, and for whom it is."""
    return f"Working together · {reference} · for you alone"


def room(width: int) -> int:
    """How many sessions fit side by side into so many columns."""
    return (width - NAME) // (WIDE + 2)


def page(history: History, pack: Pack, room: int) -> tuple[str, ...]:
    """The whole page; `room` is how many sessions fit side by side, the latest kept."""
    return (
        picture_sentence(history, pack),
        *_nudge(history, pack),
        "",
        *_items(history, pack, room),
        *_slipped(history, pack, room),
        *_listed("What holds for the check", pack.check.rules),
        *_listed("When a word is suggested", pack.check.raise_when),
        "",
        CAUTION,
    )


def _nudge(history: History, pack: Pack) -> Iterator[str]:
    """One line, and words to raise it with where it is to be raised with him."""
    if nudge := first_nudge(history, pack):
        yield nudge.text
        if nudge.about == "him":
            yield from (f"  {words}" for words in pack.check.raise_words)


def _listed(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", title, *(f"  - {line}" for line in lines))


def _items(history: History, pack: Pack, room: int) -> Iterator[str]:
    for number, pair in enumerate(pairs(history, pack)):
        if number == 0 and (points := pair.his.points):
            earlier = len(points) - room
            more = f" ‹ {earlier} earlier" if earlier > 0 else ""
            yield f"{more:<{NAME}}" + "".join(map(_date, points[-room:]))
        yield from _pair(pair, room)


def _date(point: MarkAt) -> str:
    return f"{point.date.day:>2}/{point.date.month:<3}".rjust(WIDE + 2)


def _pair(pair: Pair, room: int) -> Iterator[str]:
    yield pair.his.item.title
    yield from _series("his", pair.his, room)
    yield from _series("mine", pair.mine, room)
    yield f"  {pair.his.sentence}"
    yield f"  {pair.sentence}"


def _series(name: str, series: Series, room: int) -> Iterator[str]:
    """The numbers on one row; what was said in words on another of its own, where there is any."""
    yield _row(name, map(mark, series.points[-room:]))
    if series.words:
        yield _row(f"{name}, words", (_word(point) for point in series.points[-room:]))


def _row(name: str, cells: Iterable[str]) -> str:
    return f"  {name:<{NAME - 2}}" + "".join(f"{cell:>{WIDE}}  " for cell in cells)


def mark(point: MarkAt) -> str:
    """One number, with its height on the one scale of both sides; or a gap."""
    return GAP if point.number is None else f"{BARS[point.number - 1]}{point.number}"


def _word(point: MarkAt) -> str:
    return WORDS[point.word] if point.word else GAP


def _slipped(history: History, pack: Pack, room: int) -> Iterator[str]:
    """Signs and moves beneath the marks of their sessions; then each in words."""
    yield "What slipped, and what was tried"
    every = slips(history)
    columns = [each for each in every if each.came][-room:]
    if any(each.signs or each.moves for each in every):
        yield _row("slipped", (str(len(each.signs) or GAP) for each in columns))
        yield _row("tried", (str(len(each.moves) or GAP) for each in columns))
    for each in every:
        when = day(each.date)
        yield from (f"  {when}  slipped: {_sign(sign, pack)}" for sign in each.signs)
        yield from (
            f"  {when}  tried: {move.title or move.move} ({RESULT[move.result].short})"
            for move in each.moves
        )
    if not any(each.signs for each in every):
        yield f"  {NO_SIGNS}"


def _sign(seen: SignSeen, pack: Pack) -> str:
    """A sign as it was named then, with its group and what it looks like as the pack has them."""
    name = seen.title or seen.sign
    known = next((sign for sign in pack.signs if sign.id == seen.sign), None)
    return f"{name} ({known.group.lower()}): {known.plain}" if known else name
