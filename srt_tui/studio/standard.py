"""The picture of the `standard` form: stills with a slow camera, words, and the card at the end.

Art direction, sections 4 and 8. Frames are made one after the other and handed on; nothing is
kept but the one or two pictures on screen.
"""

import math
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import cv2
import numpy as np

from srt_tui.domain.content import Clip
from srt_tui.studio.grade import card_mask, grain_of, grains, mask, threefold
from srt_tui.studio.lettering import (
    FPS,
    HEIGHT,
    INK,
    WIDTH,
    card_text,
    eased,
    layer,
    rgb,
    titled,
    use_font,
    written,
)  # fmt: skip
from srt_tui.studio.moving import Shot
from srt_tui.studio.picture import look_of
from srt_tui.studio.plates import Image, Plate
from srt_tui.studio.timing import Timeline, middle_rest
from srt_tui.studio.wording import BASE, EDGE, WORDS_SIZE, Box, words_box

DISSOLVE, BLACK = 0.6, 0.4
WORDS_AFTER, WORDS_FADE, WORDS_HOLD = 0.8, 0.5, 4.0
_BLUR = 13.0


def frames(
    clip: Clip, timeline: Timeline, card: str, pictures: tuple[Plate, ...]
) -> Iterator[bytes]:
    """Every frame of the film, as rows of blue, green and red.

    Raises SrtError when a picture cannot be read or the drawing library is missing.
    """
    cv2.setNumThreads(1)
    film = _Film(clip, timeline, card, pictures)
    for n in range(math.ceil(timeline.length * FPS)):
        yield film.frame(n)


class Lettering(NamedTuple):
    """Words over pictures: when they come and go, where, their colours times cover, their cover."""

    come: float
    gone: float
    place: tuple[slice, slice]
    colour: Image
    cover: Image


class Slide(NamedTuple):
    """One picture from cut to cut; the last one, out of focus, lies under the card."""

    start: float
    end: float
    plate: Plate
    words: Box | None
    card: bool


class _Film:
    def __init__(
        self, clip: Clip, timeline: Timeline, card: str, pictures: tuple[Plate, ...]
    ) -> None:
        use_font()
        self._length = timeline.length
        self._words = _lettering(clip, timeline, card, pictures)
        self._slides = slides(timeline, pictures)
        self._grains = grains()
        self._open = dict[int, tuple[Shot, Image]]()

    def frame(self, n: int) -> bytes:
        """The n-th picture of the film."""
        at = n / FPS
        mixed = self._pictures(at)
        for words in self._words:
            share = eased((at - words.come) / WORDS_FADE)
            share *= eased((words.gone - at) / WORDS_FADE)
            if share > 0:
                under = mixed[words.place]
                under += (words.colour - under * words.cover) * np.float32(share)
        ends = min(at, self._length - at - 1 / FPS)
        if ends < BLACK:
            mixed *= np.float32(eased(ends / BLACK))
        return cv2.convertScaleAbs(cv2.add(mixed, grain_of(self._grains, n))).tobytes()

    def _pictures(self, at: float) -> Image:
        """The picture on screen; around a cut, one dissolving into the next."""
        half = DISSOLVE / 2
        seen = [n for n, s in enumerate(self._slides) if s.start - half <= at < s.end + half]
        for n in [n for n in self._open if n not in seen]:
            del self._open[n]
        mixed = self._one(seen[0], at)
        for n in seen[1:]:
            share = eased((at - self._slides[n].start + half) / DISSOLVE)
            mixed += (self._one(n, at) - mixed) * np.float32(share)
        return mixed

    def _one(self, n: int, at: float) -> Image:
        slide = self._slides[n]
        begun = slide.start - DISSOLVE / 2
        share = (at - begun) / (slide.end - slide.start + DISSOLVE)
        if n not in self._open:
            self._open[n] = _opened(slide)
        shot, light = self._open[n]
        picture = shot.frame(min(max(share, 0.0), 1.0), at - begun)
        return cv2.multiply(picture, light, dtype=cv2.CV_32F)


def _opened(slide: Slide) -> tuple[Shot, Image]:
    shot = Shot(slide.plate, blur=_BLUR if slide.card else 0.0)
    views = [shot.frame(share, 0.0) for share in (0.0, 1.0)]
    light = card_mask(views) if slide.card else mask(views, slide.words)
    return shot, threefold(light.astype(np.float32))


def slides(timeline: Timeline, pictures: tuple[Plate, ...]) -> tuple[Slide, ...]:
    """Which picture is on screen when.

    A second picture of a scene comes at a rest near its middle.
    """
    starts = {scene.number: scene.start for scene in timeline.scenes}
    ends = [*list(starts.values())[1:], timeline.card or timeline.length]
    words = {scene.number: scene.words for scene in timeline.scenes}
    found = list[Slide]()
    for (number, own), end in zip(groupby(pictures, lambda p: p.scene), ends, strict=True):
        shown, start = list(own), starts[number]
        lines = [line for line in timeline.lines if line.scene == number]
        cuts = [start, *([middle_rest(lines, start, end)] if shown[1:] else []), end]
        for plate, (begin, until) in zip(shown, pairwise(cuts), strict=True):
            box = words_box(words[number], plate)
            found.append(Slide(begin, until, plate, box, card=False))
    if timeline.card:
        found.append(Slide(timeline.card, timeline.length, pictures[-1], None, card=True))
    return tuple(found)


def words_times(start: float, end: float) -> tuple[float, float]:
    """When the words of a scene come, and when they have gone: held for 4 s where it lasts."""
    gone = end + DISSOLVE / 2
    late = min(WORDS_AFTER, max(0.0, end - start - WORDS_HOLD - WORDS_FADE))
    return start + late, gone


def _lettering(
    clip: Clip, timeline: Timeline, card: str, pictures: tuple[Plate, ...]
) -> list[Lettering]:
    ends = [scene.start for scene in timeline.scenes[1:]] + [timeline.card or timeline.length]
    found = list[Lettering]()
    for scene, end in zip(timeline.scenes, ends, strict=True):
        plate = next(plate for plate in pictures if plate.scene == scene.number)
        surface, context = layer()
        context.set_source_rgb(*rgb(INK))
        right = plate.words == "upper-right"
        written(
            context,
            scene.words,
            (WIDTH - EDGE if right else EDGE, BASE),
            WORDS_SIZE,
            right=right,
        )
        come, gone = words_times(scene.start, end)
        found.append(Lettering(come, gone, *_pixels(surface)))
    if timeline.card:
        surface, context = layer()
        titled(context, clip.title)
        card_text(context, card, look_of(clip).mark)
        found.append(Lettering(timeline.card, math.inf, *_pixels(surface)))
    return found


def _pixels(surface: Any) -> tuple[tuple[slice, slice], Image, Image]:
    """Where there is something on a layer, what it adds there, and what it covers."""
    surface.flush()
    raw = np.frombuffer(bytes(surface.get_data()), np.uint8).reshape(HEIGHT, WIDTH, 4)
    left, top, wide, high = cv2.boundingRect(np.ascontiguousarray(raw[..., 3]))
    place = np.s_[top : top + high, left : left + wide]
    layered = raw[place].astype(np.float32)
    return place, layered[..., :3].copy(), threefold(layered[..., 3] / 255)
