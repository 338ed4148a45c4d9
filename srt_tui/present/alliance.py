"""How the two are working together, for the practitioner alone (brief D).

Item by item, never a total or a band; gaps stay gaps; a word stays a word.
"""

from collections.abc import Iterator

from srt_tui.domain.alliance import CAUTION, Pair, Point, Series, pairs, picture_sentence, slips
from srt_tui.domain.history import History
from srt_tui.domain.nudges import nudges
from srt_tui.domain.pack import Pack
from srt_tui.domain.wording import day

RESULTS = {
    "better": "better",
    "same": "the same",
    "worse": "worse",
    "held-line": "held the line",
    "unfinished": "not finished",
}
WORDS = {"low": "lo", "middle": "mid", "high": "hi"}
GAP = "·"
WIDE = 4
NAME = 7
NO_SIGNS = "No sign that anything slipped has been set down."


def page(history: History, pack: Pack, room: int) -> tuple[str, ...]:
    """The whole page; `room` is how many sessions fit side by side, the latest kept."""
    return (
        picture_sentence(history, pack),
        *(nudge.text for nudge in nudges(history, pack)),
        "",
        *_items(history, pack, room),
        *_signs(history),
        "",
        CAUTION,
    )


def _items(history: History, pack: Pack, room: int) -> Iterator[str]:
    for number, pair in enumerate(pairs(history, pack)):
        if number == 0 and pair.his.points:
            yield " " * NAME + "".join(_date(point) for point in pair.his.points[-room:])
        yield from _pair(pair, room)


def _date(point: Point) -> str:
    return f"{point.date.day:>2}/{point.date.month:<3}".rjust(WIDE + 2)


def _pair(pair: Pair, room: int) -> Iterator[str]:
    yield pair.his.item.title
    yield _line("his", pair.his, room)
    yield _line("mine", pair.mine, room)
    yield f"  {pair.his.sentence} {pair.sentence}"


def _line(name: str, series: Series, room: int) -> str:
    return f"  {name:<{NAME - 2}}" + "".join(
        f"{mark(point):>{WIDE}}  " for point in series.points[-room:]
    )


def mark(point: Point) -> str:
    """One mark: a number, a word, or a gap."""
    if point.number is not None:
        return str(point.number)
    return WORDS[point.word] if point.word else GAP


def _signs(history: History) -> Iterator[str]:
    yield ""
    slipped = slips(history)
    for session in slipped:
        when = day(session.date)
        yield from (f"{when}  slipped: {sign.title}" for sign in session.signs)
        yield from (f"{when}  tried: {m.title} ({RESULTS[m.result]})" for m in session.moves)
    if not any(session.signs for session in slipped):
        yield NO_SIGNS
