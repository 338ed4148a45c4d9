"""The points that may come after a rehearsal, each with the rule that brings it."""

import re
from collections.abc import Mapping

from srt_tui.domain.practice import LOGGED, SAFETY_PAGE, Counted, Kind, Picked, Point
from srt_tui.library.blocks import Block
from srt_tui.library.finding import Notebook, Row
from srt_tui.library.vocabulary import known, plain

ALWAYS = "always"

_POINT = re.compile(r"^`([^`]+)` · (\S.*)$")
_COUNTED = re.compile(r"^([\w-]+(?: \+ [\w-]+)*) (>=|=) (\d+)$")
_PICKED = re.compile(r"^picked (\w+\.\w+(?: or \w+\.\w+)*)$")


def read_points(
    block: Block, id: str, kinds: Mapping[str, Kind], book: Notebook
) -> tuple[Point, ...]:
    """The points, in order. Where they stand: the spots `id.points` and, from 0, `id.point.n`."""
    book.spots[f"{id}.points"] = block.heading
    found: list[Point] = []
    for item in block.items():
        match = _POINT.match(item.row.text)
        if match is None:
            what = "This line is not a rule in back-ticks, a dot and its words."
            book.error("point-form", item.row, what, "- `always` · He holds the controls.")
            continue
        book.spots[f"{id}.point.{len(found)}"] = item.row
        found.append(Point(text=plain(match[2]), rule=_rule(item.row.part(match[1]), kinds, book)))
    return tuple(found)


def _rule(row: Row, kinds: Mapping[str, Kind], book: Notebook) -> Counted | Picked | None:
    if match := _PICKED.match(row.text):
        turns = (each.partition(".") for each in match[1].split(" or "))
        return Picked(choices=tuple((turn, letter) for turn, _, letter in turns))
    if match := _COUNTED.match(row.text):
        names = known(match[1].split(" + "), (*kinds, LOGGED, SAFETY_PAGE), row, "kind", book)
        return Counted(names=names, number=int(match[3]), exactly=match[2] == "=")
    if row.text != ALWAYS:
        what = f'"{row.text}" is not a rule for when a point comes.'
        book.error("point-form", row, what, "always, lecture >= 2, reflect = 0 or picked 4.c")
    return None
