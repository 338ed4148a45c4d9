"""Where the words of a scene stand on its picture."""

import math
from functools import cache
from typing import NamedTuple

from srt_tui.studio.lettering import WIDTH, layer, use_font, written
from srt_tui.studio.plates import Plate

WORDS_SIZE = 50
EDGE, BASE = 84, 132


class Box(NamedTuple):
    """A part of the frame in px: left, top, right, bottom."""

    left: int
    top: int
    right: int
    bottom: int


class Cut(NamedTuple):
    """When a scene begins, and where its words come into sight; None where they are fixed."""

    start: float
    box: Box | None


def words_box(text: str, plate: Plate) -> Box:
    """The box of a scene's words: upper left or upper right, inside the margins."""
    wide = _wide(text)
    left = EDGE if plate.words == "upper-left" else WIDTH - EDGE - wide
    return Box(left, BASE - WORDS_SIZE, left + wide, BASE + WORDS_SIZE // 3)


@cache
def _wide(text: str) -> int:
    use_font()
    _, context = layer()
    written(context, text, (EDGE, BASE), WORDS_SIZE)
    reached: float = context.get_current_point()[0]
    return math.ceil(reached) - EDGE
