"""The picture of the `plain` forms: the words of each scene on a calm ground, dark or light.

Large type, one thing at a time, nothing that blinks. The bottom 22 % stays dark and empty for
the captions, which are the player's. Words fade; a soft light in the lead's colour drifts.
"""

import math
import random
from collections.abc import Iterator
from typing import Any

from srt_tui.domain.content import Clip, Frozen
from srt_tui.studio.captions import shown_name
from srt_tui.studio.lettering import (
    FPS,
    HEIGHT,
    INK,
    LEFT,
    WIDTH,
    card_text,
    drawing,
    eased,
    layer,
    rgb,
    titled,
    use_font,
    written,
)  # fmt: skip
from srt_tui.studio.timing import Timeline

CAPTIONS_FROM = 560

_WORDS_SIZE, _NAME_SIZE = 118, 44
_FADE, _NAME_FADE, _FIRST_FADE = 0.6, 0.3, 0.8
_MARGIN, _DRIFT = 160, 120


class Look(Frozen, frozen=True, kw_only=True):
    """A lead's colours: the light behind the words, and the mark and names on it."""

    glow: str
    mark: str


LOOKS: dict[str, Look] = {
    "marcus": Look(glow="#2F5D4A", mark="#9CC7B4"),
    "tomasz": Look(glow="#2B5578", mark="#A3C4E0"),
    "imran": Look(glow="#6B5022", mark="#E8C27E"),
    "danny": Look(glow="#63402E", mark="#E3A98F"),
    "graham": Look(glow="#5F5230", mark="#D6C08C"),
    "ryan": Look(glow="#5E4331", mark="#DDA786"),
}
"""The six signature colours of the stories; a clip about all of them has its own."""

ALL_SIX = Look(glow="#3F5068", mark="#D9CDB4")


class Paper(Frozen, frozen=True, kw_only=True):
    """What the words stand on: a ground from top to bottom, and a strip for the captions.

    `fade` is where the strip begins to show (px from the top), `light` how strong the light in
    the lead's colour is.
    """

    top: str
    bottom: str
    strip: str
    fade: tuple[int, int]
    ink: str
    light: float

    def glow(self, look: Look) -> str:
        """The light behind the words."""
        return look.glow if self is DARK else look.mark

    def mark(self, look: Look) -> str:
        """The mark and names, in what stands out from this ground."""
        return look.mark if self is DARK else look.glow


DARK = Paper(
    top="#1B2430", bottom="#0E141B", strip="#0A0D12",
    fade=(CAPTIONS_FROM - 90, CAPTIONS_FROM + 60), ink=INK, light=0.6,
)  # fmt: skip
LIGHT = Paper(
    top="#F4F0E7", bottom="#E9E2D5", strip="#1B2430",
    fade=(CAPTIONS_FROM, CAPTIONS_FROM + 4), ink="#1A2027", light=0.3,
)  # fmt: skip
PAPERS = {"plain": DARK, "plain-light": LIGHT}
"""The plain forms, by name."""


def look_of(clip: Clip) -> Look:
    """The colours of the clip's lead."""
    return LOOKS.get(clip.lead.casefold(), ALL_SIX)


def frames(clip: Clip, timeline: Timeline, card: str, paper: Paper = DARK) -> Iterator[bytes]:
    """Every frame of the film, as rows of blue, green, red and an unused byte.

    Raises SrtError when the drawing library is not installed.
    """
    painter = Painter(clip, timeline, card, paper)
    for n in range(math.ceil(timeline.length * FPS)):
        yield painter.frame(n / FPS)


class Painter:
    """Draws one clip. Times are seconds from its start."""

    def __init__(self, clip: Clip, timeline: Timeline, card: str, paper: Paper = DARK) -> None:
        self._cairo = drawing()
        use_font()
        self._paper = paper
        self._look = look_of(clip)
        self._mark = paper.mark(self._look)
        self._timeline = timeline
        self._ground = self._drawn_ground()
        self._shade = self._drawn_shade()
        texts = [self._scene(clip.title, scene.words) for scene in timeline.scenes]
        starts = [scene.start for scene in timeline.scenes]
        if timeline.card:
            texts.append(self._card(clip.title, card))
            starts.append(timeline.card)
        ends = [*starts[1:], math.inf]
        self._slides = list(zip(starts, ends, texts, strict=True))
        names = {line.speaker: shown_name(line.speaker) for line in timeline.lines}
        self._names = {speaker: self._name(name) for speaker, name in names.items() if name}

    def frame(self, at: float) -> bytes:
        """The picture at this moment."""
        surface = self._cairo.ImageSurface(self._cairo.FORMAT_RGB24, WIDTH, HEIGHT)
        context = self._cairo.Context(surface)
        drift = _DRIFT * math.sin(math.pi * (at / self._timeline.length - 0.5))
        context.set_source_surface(self._ground, drift - _MARGIN, 0)
        context.paint()
        context.set_source_surface(self._shade)
        context.paint()
        for text, share in self._layers(at):
            context.set_source_surface(text)
            context.paint_with_alpha(share)
        if at < _FIRST_FADE and self._paper is DARK:
            context.set_source_rgba(*rgb(self._paper.strip), 1 - eased(at / _FIRST_FADE))
            context.paint()
        return bytes(surface.get_data())

    def _layers(self, at: float) -> Iterator[tuple[Any, float]]:
        """What stands on the ground now, and how far it has faded in."""
        for start, end, text in self._slides:
            if start - _FADE < at < end:
                appeared = eased((at - start) / _FADE) if start else 1.0
                yield text, appeared * eased((end - at) / _FADE)
        for line in self._timeline.lines:
            if line.speaker in self._names and line.start - _NAME_FADE < at:
                appeared = eased((at - line.start) / _NAME_FADE + 1)
                yield self._names[line.speaker], appeared * eased(1 - (at - line.end) / _FADE)

    def _drawn_ground(self) -> Any:
        """A dusk that falls towards the bottom, lit from the left in the lead's colour."""
        width = WIDTH + 2 * _MARGIN
        surface = self._cairo.ImageSurface(self._cairo.FORMAT_RGB24, width, HEIGHT)
        context = self._cairo.Context(surface)
        dusk = self._cairo.LinearGradient(0, 0, 0, HEIGHT)
        dusk.add_color_stop_rgb(0, *rgb(self._paper.top))
        dusk.add_color_stop_rgb(1, *rgb(self._paper.bottom))
        context.set_source(dusk)
        context.paint()
        glow = rgb(self._paper.glow(self._look))
        light = self._cairo.RadialGradient(560, 210, 0, 560, 250, 980)
        for step in range(11):
            fall = math.cos(step / 10 * math.pi / 2) ** 2
            light.add_color_stop_rgba(step / 10, *glow, self._paper.light * fall)
        context.set_source(light)
        context.paint()
        self._grain(context, width)
        return surface

    def _grain(self, context: Any, width: int) -> None:
        """A fixed, faint grain: without it, even dark areas would show steps."""
        noise = self._cairo.ImageSurface(self._cairo.FORMAT_A8, width, HEIGHT)
        data = noise.get_data()
        data[:] = random.Random(1).randbytes(len(data))  # noqa: S311 - grain, not a secret
        noise.mark_dirty()
        context.set_source_rgba(1, 1, 1, 0.018)
        context.mask_surface(noise)

    def _drawn_shade(self) -> Any:
        """The calm, dark place for the captions."""
        surface, context = layer()
        shade = self._cairo.LinearGradient(0, self._paper.fade[0], 0, self._paper.fade[1])
        shade.add_color_stop_rgba(0, *rgb(self._paper.strip), 0)
        shade.add_color_stop_rgba(1, *rgb(self._paper.strip), 1)
        context.set_source(shade)
        context.paint()
        return surface

    def _scene(self, title: str, words: str) -> Any:
        surface, context = layer()
        titled(context, "" if title == words else title, self._paper.ink)
        context.set_source_rgb(*rgb(self._mark))
        context.rectangle(LEFT, 208, 76, 6)
        context.fill()
        context.set_source_rgb(*rgb(self._paper.ink))
        written(context, words, (LEFT - 4, 342), _WORDS_SIZE)
        return surface

    def _card(self, title: str, text: str) -> Any:
        surface, context = layer()
        titled(context, title, self._paper.ink)
        card_text(context, text, self._mark, self._paper.ink)
        return surface

    def _name(self, name: str) -> Any:
        surface, context = layer()
        context.set_source_rgb(*rgb(self._mark))
        written(context, name, (LEFT, 440), _NAME_SIZE)
        return surface
