"""What every frame of a film gets: vignette, a calm ground for words and captions, grain.

Art direction, sections 4 and 8. The captions are the player's, the ground is ours: white must
reach 7:1 against the brightest px behind it, so the ground is made darker where it has to be.
"""

import cv2
import numpy as np

from srt_tui.studio.contrast import WHITE, brightest, darkening, luminance
from srt_tui.studio.lettering import HEIGHT, INK, WIDTH
from srt_tui.studio.plates import Image
from srt_tui.studio.wording import Box

CAPTIONS = (585, 705)
"""Rows between which players set two lines of captions."""
CAPTIONS_ASIDE = 0.12
_FROM, _TO, _SHADE, _SHADE_MOST = 540, 660, 0.60, 0.90
_SOONER = 505
_CORNERS = 0.30
_GRAIN, _HELD, _GRAINS = 0.006, 4, 6
_WORDS_LEAST, _WORDS_SOFT, _WORDS_ROOM = 0.28, 170.0, 20
_CARD_BOX = (84, 140, 1200, 610)


def vignette() -> Image:
    """Multiplies each px: 1 in the middle, 0.7 in the corners."""
    across = (np.arange(WIDTH, dtype=np.float32) + 0.5) / WIDTH * 2 - 1
    down = (np.arange(HEIGHT, dtype=np.float32) + 0.5) / HEIGHT * 2 - 1
    away = (across[None, :] ** 2 + down[:, None] ** 2) / 2
    return 1 - np.float32(_CORNERS) * away**1.5


def mask(views: list[Image], words: Box | None) -> Image:
    """What one shot's frames are multiplied with; `views` are frames from its start and end."""
    light = vignette()
    if words:
        light = light * _behind_words(views, light, words)
    return light * _behind_captions(views, light)[:, None]


def card_mask(views: list[Image]) -> Image:
    """The same for the last slide: dark enough everywhere for its sentences."""
    light = vignette()
    return light * min(0.8, darkening(_lightest(views, light, Box(*_CARD_BOX)), INK))


def grains() -> list[Image]:
    """Faint noise to add, each held for four frames, against steps in plain walls and skies."""
    chance = np.random.default_rng(1)
    sizes = [(HEIGHT, WIDTH)] * _GRAINS
    return [threefold(chance.normal(0, 255 * _GRAIN, size).astype(np.float32)) for size in sizes]


def grain_of(all_grains: list[Image], frame: int) -> Image:
    """The grain of a frame."""
    return all_grains[frame // _HELD % len(all_grains)]


def _lightest(views: list[Image], light: Image, box: Box) -> float:
    """The brightest luminance in this part of the views, once multiplied."""
    part = np.s_[box.top : box.bottom, box.left : box.right]
    return max(
        brightest(luminance((view[part] * light[part][..., None]).astype(np.uint8)))
        for view in views
    )


def _behind_words(views: list[Image], light: Image, box: Box) -> Image:
    """1, or softly darker around the words where the third is not calm enough."""
    room = Box(
        max(0, box.left - _WORDS_ROOM), max(0, box.top - _WORDS_ROOM),
        box.right + _WORDS_ROOM, box.bottom + _WORDS_ROOM,
    )  # fmt: skip
    share = max(_WORDS_LEAST, darkening(_lightest(views, light, room), INK))
    across = np.arange(WIDTH, dtype=np.float32)
    down = np.arange(HEIGHT, dtype=np.float32)
    aside = np.maximum(0, np.maximum(box.left - across, across - box.right)) / _WORDS_SOFT
    away = np.maximum(0, np.maximum(box.top - down, down - box.bottom)) / _WORDS_SOFT
    near = np.exp(-(aside[None, :] ** 2) - away[:, None] ** 2)
    return 1 - np.float32(1 - share) * near


def _behind_captions(views: list[Image], light: Image) -> Image:
    """For each row: a soft shade of 60 % towards the bottom, or as deep as it has to be."""
    rows = np.arange(HEIGHT, dtype=np.float32)
    usual = _ramp(rows, _FROM)
    left, right = round(WIDTH * CAPTIONS_ASIDE), round(WIDTH * (1 - CAPTIONS_ASIDE))
    needed = 0.0
    sooner = _ramp(rows, _SOONER)
    for top in range(*CAPTIONS, 8):
        box = Box(left, top, right, top + 8)
        share = darkening(_lightest(views, light, box), WHITE)
        if 1 - _SHADE * usual[top] > share:
            needed = max(needed, (1 - share) / float(sooner[top]))
    if not needed:
        return 1 - np.float32(_SHADE) * usual
    return 1 - np.float32(min(_SHADE_MOST, max(_SHADE, needed))) * sooner


def _ramp(rows: Image, first: int) -> Image:
    share = np.clip((rows - first) / (_TO - _FROM), 0, 1)
    return share * share * (3 - 2 * share)


def threefold(light: Image) -> Image:
    """One value for blue, green and red."""
    return cv2.merge([light, light, light])
