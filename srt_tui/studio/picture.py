"""The picture of the `plain` form: the words of each scene on a calm, dark ground.

Large type, one thing at a time, nothing that blinks. The bottom 22 % stays dark and empty for
the captions, which are the player's. Words fade; a soft light in the lead's colour drifts.
"""

import ctypes
import ctypes.util
import importlib.resources
import importlib.util
import math
import random
from collections.abc import Iterator
from typing import Any

from srt_tui.domain.content import Clip, Frozen
from srt_tui.domain.errors import SrtError
from srt_tui.studio.captions import shown_name
from srt_tui.studio.timing import Timeline

WIDTH, HEIGHT, FPS = 1280, 720, 25
INK = "#F2EDE4"
CAPTIONS_FROM = 560

_TOP, _BOTTOM, _GROUND = "#1B2430", "#0E141B", "#0A0D12"
_LEFT, _RIGHT = 96, 1184
_TITLE_SIZE, _WORDS_SIZE, _NAME_SIZE, _CARD_SIZE = 32, 118, 44, 50
_FAMILY, _FONT_PACKAGE = "Source Sans Pro", "font_source_sans_pro"
_FADE, _NAME_FADE, _FIRST_FADE = 0.6, 0.3, 0.8
_MARGIN, _DRIFT = 160, 120
_CARD_LINE, _CARD_LONGEST, _CARD_LEADING, _CARD_HEIGHT = 38, 46, 70, 390


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


def frames(clip: Clip, timeline: Timeline, card: str) -> Iterator[bytes]:
    """Every frame of the film, as rows of blue, green, red and an unused byte.

    Raises SrtError when the drawing library is not installed.
    """
    painter = Painter(clip, timeline, card)
    for n in range(math.ceil(timeline.length * FPS)):
        yield painter.frame(n / FPS)


def card_lines(text: str) -> list[str]:
    """The card's sentences in lines: short ones together, long ones broken in the middle."""
    lines = [""]
    for sentence in _sentences(text):
        joined = f"{lines[-1]} {sentence}".strip()
        if len(joined) <= _CARD_LINE:
            lines[-1] = joined
        else:
            lines += _halves(sentence)
    return [line for line in lines if line]


def _sentences(text: str) -> list[str]:
    sentences = [""]
    for word in text.split():
        if sentences[-1].endswith((".", "?", "!")):
            sentences.append("")
        sentences[-1] = f"{sentences[-1]} {word}".strip()
    return sentences


def _halves(sentence: str) -> list[str]:
    if len(sentence) <= _CARD_LONGEST:
        return [sentence]
    spaces = [n for n, sign in enumerate(sentence) if sign == " "]
    middle = min(spaces, key=lambda n: abs(n - len(sentence) / 2))
    return [*_halves(sentence[:middle]), *_halves(sentence[middle + 1 :])]


def _cairo() -> Any:
    if importlib.util.find_spec("cairocffi") is None:
        raise SrtError("The drawing library is not installed here.", "Run: python3 dev.py studio")
    import cairocffi  # noqa: PLC0415 - an authoring dependency, only in the studio

    return cairocffi


def _use_font() -> None:
    """Make the studio's typeface known to fontconfig; without it the system's sans serves."""
    library = ctypes.util.find_library("fontconfig")
    if library and importlib.util.find_spec(_FONT_PACKAGE):
        file = importlib.resources.files(_FONT_PACKAGE) / "files" / "SourceSansPro-Regular.ttf"
        ctypes.CDLL(library).FcConfigAppFontAddFile(None, str(file).encode())


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def _eased(share: float) -> float:
    """From 0 to 1, slow at both ends."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


class Painter:
    """Draws one clip. Times are seconds from its start."""

    def __init__(self, clip: Clip, timeline: Timeline, card: str) -> None:
        self._cairo = _cairo()
        _use_font()
        self._look = LOOKS.get(clip.lead.casefold(), ALL_SIX)
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
        for layer, share in self._layers(at):
            context.set_source_surface(layer)
            context.paint_with_alpha(share)
        if at < _FIRST_FADE:
            context.set_source_rgba(*_rgb(_GROUND), 1 - _eased(at / _FIRST_FADE))
            context.paint()
        return bytes(surface.get_data())

    def _layers(self, at: float) -> Iterator[tuple[Any, float]]:
        """What stands on the ground now, and how far it has faded in."""
        for start, end, text in self._slides:
            if start - _FADE < at < end:
                appeared = _eased((at - start) / _FADE) if start else 1.0
                yield text, appeared * _eased((end - at) / _FADE)
        for line in self._timeline.lines:
            if line.speaker in self._names and line.start - _NAME_FADE < at:
                appeared = _eased((at - line.start) / _NAME_FADE + 1)
                yield self._names[line.speaker], appeared * _eased(1 - (at - line.end) / _FADE)

    def _drawn_ground(self) -> Any:
        """A dusk that falls towards the bottom, lit from the left in the lead's colour."""
        width = WIDTH + 2 * _MARGIN
        surface = self._cairo.ImageSurface(self._cairo.FORMAT_RGB24, width, HEIGHT)
        context = self._cairo.Context(surface)
        dusk = self._cairo.LinearGradient(0, 0, 0, HEIGHT)
        dusk.add_color_stop_rgb(0, *_rgb(_TOP))
        dusk.add_color_stop_rgb(1, *_rgb(_BOTTOM))
        context.set_source(dusk)
        context.paint()
        light = self._cairo.RadialGradient(560, 210, 0, 560, 250, 980)
        for step in range(11):
            fall = math.cos(step / 10 * math.pi / 2) ** 2
            light.add_color_stop_rgba(step / 10, *_rgb(self._look.glow), 0.6 * fall)
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
        surface, context = self._layer()
        shade = self._cairo.LinearGradient(0, CAPTIONS_FROM - 90, 0, CAPTIONS_FROM + 60)
        shade.add_color_stop_rgba(0, *_rgb(_GROUND), 0)
        shade.add_color_stop_rgba(1, *_rgb(_GROUND), 1)
        context.set_source(shade)
        context.paint()
        return surface

    def _scene(self, title: str, words: str) -> Any:
        surface, context = self._layer()
        self._titled(context, "" if title == words else title)
        context.set_source_rgb(*_rgb(self._look.mark))
        context.rectangle(_LEFT, 208, 76, 6)
        context.fill()
        context.set_source_rgb(*_rgb(INK))
        self._text(context, words, _LEFT - 4, 342, _WORDS_SIZE)
        return surface

    def _card(self, title: str, text: str) -> Any:
        surface, context = self._layer()
        self._titled(context, title)
        lines = card_lines(text)
        leading = min(_CARD_LEADING, _CARD_HEIGHT / len(lines))
        top = max(196, 352 - leading * (len(lines) - 1) / 2)
        context.set_source_rgb(*_rgb(self._look.mark))
        context.rectangle(_LEFT, top - 40, 6, leading * (len(lines) - 1) + 54)
        context.fill()
        context.set_source_rgb(*_rgb(INK))
        for n, line in enumerate(lines):
            self._text(
                context, line, _LEFT + 40, top + n * leading, min(_CARD_SIZE, 0.76 * leading)
            )
        return surface

    def _name(self, name: str) -> Any:
        surface, context = self._layer()
        context.set_source_rgb(*_rgb(self._look.mark))
        self._text(context, name, _LEFT, 440, _NAME_SIZE)
        return surface

    def _titled(self, context: Any, title: str) -> None:
        context.set_source_rgba(*_rgb(INK), 0.66)
        self._text(context, title, _LEFT, 112, _TITLE_SIZE)

    def _text(self, context: Any, text: str, left: float, base: float, size: float) -> None:
        """One line of type, made smaller if it would not fit."""
        context.select_font_face(_FAMILY)
        context.set_font_size(size)
        wide = context.text_extents(text)[4]
        context.set_font_size(size * min(1.0, (_RIGHT - left) / max(wide, 1)))
        context.move_to(left, base)
        context.show_text(text)

    def _layer(self) -> tuple[Any, Any]:
        surface = self._cairo.ImageSurface(self._cairo.FORMAT_ARGB32, WIDTH, HEIGHT)
        return surface, self._cairo.Context(surface)
