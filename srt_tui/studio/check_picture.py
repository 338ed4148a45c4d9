"""What can be seen in a finished film: dark enough behind words, calm, never still.

Art direction, sections 4 and 8: words 7:1 against the brightest px behind them, inside margins
of 6 %; no pair of opposing changes of luminance above 10 % within a second; the whole frame
below 2 % in a second, save in dissolves and at the ends; nothing frozen, nothing black.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np

from srt_tui.studio.contrast import (
    RATIO,
    WHITE,
    brightest,
    ink_luminance,
    luminance,
    ratio,
)  # fmt: skip
from srt_tui.studio.grade import CAPTIONS, CAPTIONS_ASIDE
from srt_tui.studio.lettering import FPS, HEIGHT, INK, WIDTH
from srt_tui.studio.reels import EACH, Frames, View, small, views
from srt_tui.studio.wording import Box, Cut

Rule: TypeAlias = Literal[
    "black", "frozen", "flash", "brightness", "contrast-captions", "contrast-words", "safe"
]
Found: TypeAlias = Iterator[tuple[Rule, str]]

_BLACK, _BLACK_LONGEST = 6.0, 0.6
_ENDS = 0.6
_FROZEN_AFTER, _FROZEN = 6.0, 0.03
_FLASH, _FLASH_PART = 0.10, 0.05
_BRIGHTER = 0.02
_CUT = 0.45
_MARGIN = 0.06
_BEFORE_WORDS, _WITH_WORDS = 0.6, 1.5
_SHORT = 5.4
"""A scene shorter than so many seconds has its words from the start."""
_LETTER = 150
_RING = 14
_FEW = 40


def look(film: Path, cuts: tuple[Cut, ...], card_at: float) -> Found:
    """Everything wrong with the film's pictures; `card_at` is 0 without a last slide."""
    every = small(film)
    length = len(every) / FPS
    story = card_at or length
    yield from _dark_or_still(every, story)
    yield from _flashes(every)
    yield from _brightness(every, [cut.start for cut in cuts] + [story], length)
    yield from _words(film, cuts, story)


def _dark_or_still(every: Frames, story: float) -> Found:
    means = every.reshape(len(every), -1).mean(axis=1)
    edge = round(_ENDS * FPS)
    if at := _lasting(means[edge:-edge] < _BLACK, _BLACK_LONGEST):
        yield "black", f"The picture is black at {_clock(at + _ENDS)}."
    gap = round(_FROZEN_AFTER * FPS)
    told = every[: round(story * FPS)].astype(np.int16)
    if len(told) > gap:
        moved = np.abs(told[gap:] - told[:-gap]).reshape(len(told) - gap, -1).mean(axis=1)
        if (moved < _FROZEN).any():
            yield "frozen", f"The picture stands still at {_clock(int(moved.argmin()) / FPS)}."


def _lasting(true: Frames, longest: float) -> float:
    """When a run of true values longer than so many seconds begins; 0 for none."""
    run = 0
    for n, each in enumerate(true):
        run = run + 1 if each else 0
        if run > longest * FPS:
            return max((n - run + 1) / FPS, 1 / FPS)
    return 0.0


def _flashes(every: Frames) -> Found:
    """A part of the frame that gets lighter and darker again, or the reverse, within a second."""
    light = _light(every)
    flashing = np.zeros(light.shape[1:], bool)
    for n in range(0, max(1, len(light) - FPS), 5):
        window = light[n : n + FPS + 1]
        rise = (window - np.minimum.accumulate(window)).max(axis=0) > _FLASH
        fall = (np.maximum.accumulate(window) - window).max(axis=0) > _FLASH
        flashing = rise & fall
        if flashing.mean() > _FLASH_PART:
            yield "flash", f"The picture flashes at {_clock(n / FPS)}."
            return


def _brightness(every: Frames, cuts: list[float], length: float) -> Found:
    means = _light(every).reshape(len(every), -1).mean(axis=1)
    changes = np.abs(means[FPS:] - means[:-FPS])
    for n, change in enumerate(changes):
        at = n / FPS
        calm = at > _ENDS and at + 1 < length - _ENDS
        if calm and change > _BRIGHTER and not any(at - _CUT < c < at + 1 + _CUT for c in cuts):
            yield "brightness", f"The whole picture changes by {change:.0%} at {_clock(at)}."
            return


def _light(every: Frames) -> Frames:
    """Relative luminance of grey px."""
    table = np.array([luminance(np.full((1, 1, 3), n, np.uint8))[0, 0] for n in range(256)])
    return table[every]


def _words(film: Path, cuts: tuple[Cut, ...], story: float) -> Found:
    """Captions against their ground all through; the words of each scene as they come."""
    starts = [*(cut.start for cut in cuts), story]
    late = [cut for n, cut in enumerate(cuts, 1) if starts[n] - cut.start > _SHORT]
    before = {_frame(cut.start + _BEFORE_WORDS): cut for cut in late}
    after = {_frame(cut.start + _WITH_WORDS): cut for cut in cuts}
    captions, clear = (RATIO, 0.0), dict[Cut, View]()
    for view in views(film):
        if view.number > story * FPS:
            break
        light = luminance(view.picture[CAPTIONS[0] : CAPTIONS[1], _ASIDE : WIDTH - _ASIDE])
        reached = ratio(ink_luminance(WHITE), brightest(light))
        captions = min(captions, (reached, view.number / FPS))
        if cut := before.get(view.number):
            clear[cut] = view
        if cut := after.get(view.number):
            yield from _scene_words(view, clear.get(cut), cut)
    if captions[0] < RATIO:
        at = f"{captions[0]:.1f}:1 at {_clock(captions[1])}"
        yield "contrast-captions", f"White captions only reach {at}; 7:1 is meant."


def _scene_words(view: View, clear: View | None, cut: Cut) -> Found:
    """The words of one scene, by a frame with them and, save in a short scene, one before."""
    if not cut.box:
        return
    reached = _stands_out(view, clear, cut.box)
    if reached < RATIO:
        at = f"{reached:.1f}:1 at {_clock(cut.start)}"
        yield "contrast-words", f"The words on screen only reach {at}; 7:1 is meant."
    if clear and _outside(clear, view):
        yield "safe", f"The words at {_clock(cut.start)} come too near to the edge."


def _frame(at: float) -> int:
    """The frame looked at that is nearest to this time."""
    return round(at * FPS / EACH) * EACH


_ASIDE = round(WIDTH * CAPTIONS_ASIDE)


def _stands_out(view: View, clear: View | None, box: Box) -> float:
    """The contrast of words with the brightest px behind and around them."""
    inside = np.s_[max(0, box.top) : box.bottom, max(0, box.left) : box.right]
    around = luminance(
        view.picture[
            max(0, box.top - _RING) : box.bottom + _RING,
            max(0, box.left - _RING) : box.right + _RING,
        ]
    ).copy()
    down, aside = min(_RING, box.top), min(_RING, box.left)
    high, wide = view.picture[inside].shape[:2]
    ring = np.ones(around.shape, bool)
    ring[down : down + high, aside : aside + wide] = False
    behind = brightest(luminance(clear.picture[inside])) if clear else 0.0
    ground = max(behind, brightest(around[ring]))
    return ratio(min(ink_luminance(INK), float(luminance(view.picture[inside]).max())), ground)


def _outside(clear: View, view: View) -> bool:
    """Whether letters that were not there before stand in the margins."""
    new = (view.picture.min(axis=2) > _LETTER) & (clear.picture.min(axis=2) < _LETTER - _FEW)
    aside, down = round(WIDTH * _MARGIN), round(HEIGHT * _MARGIN)
    new[down : HEIGHT - down, aside : WIDTH - aside] = False
    return int(new.sum()) > _FEW


def _clock(at: float) -> str:
    return f"{int(at) // 60}:{int(at) % 60:02}"
