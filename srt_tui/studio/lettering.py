"""Type on a picture: the studio's typeface, drawn on layers that films lay over their frames."""

import ctypes
import ctypes.util
import importlib.resources
import importlib.util
from typing import Any

from srt_tui.domain.errors import SrtError

WIDTH, HEIGHT, FPS = 1280, 720, 25
INK = "#F2EDE4"
LEFT, RIGHT = 96, 1184

_FAMILY, _FONT_PACKAGE = "Source Sans Pro", "font_source_sans_pro"
_CARD_LINE, _CARD_LONGEST, _CARD_LEADING, _CARD_HEIGHT = 38, 46, 70, 390
_TITLE_SIZE, _CARD_SIZE = 32, 50


def drawing() -> Any:
    """The drawing library. Raises SrtError when it is not installed."""
    if importlib.util.find_spec("cairocffi") is None:
        raise SrtError("The drawing library is not installed here.", "Run: python3 dev.py studio")
    import cairocffi  # noqa: PLC0415 - an authoring dependency, only in the studio

    return cairocffi


def use_font() -> None:
    """Make the studio's typeface known to fontconfig; without it the system's sans serves."""
    library = ctypes.util.find_library("fontconfig")
    if library and importlib.util.find_spec(_FONT_PACKAGE):
        file = importlib.resources.files(_FONT_PACKAGE) / "files" / "SourceSansPro-Regular.ttf"
        ctypes.CDLL(library).FcConfigAppFontAddFile(None, str(file).encode())


def rgb(colour: str) -> tuple[float, float, float]:
    """`#RRGGBB` as shares of red, green and blue."""
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def eased(share: float) -> float:
    """From 0 to 1, slow at both ends."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def layer() -> tuple[Any, Any]:
    """A clear surface of the film's size, and what draws on it."""
    cairo = drawing()
    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, WIDTH, HEIGHT)
    return surface, cairo.Context(surface)


def written(
    context: Any, text: str, at: tuple[float, float], size: float, *, right: bool = False
) -> None:
    """One line of type from its left (or to its right) end, made smaller if it would not fit."""
    left, base = at
    context.select_font_face(_FAMILY)
    context.set_font_size(size)
    wide = context.text_extents(text)[4]
    room = left - LEFT if right else RIGHT - left
    share = min(1.0, room / max(wide, 1))
    context.set_font_size(size * share)
    context.move_to(left - wide * share if right else left, base)
    context.show_text(text)


def titled(context: Any, title: str, ink: str = INK) -> None:
    """The clip's title, small, at the top."""
    context.set_source_rgba(*rgb(ink), 0.66)
    written(context, title, (LEFT, 112), _TITLE_SIZE)


def card_text(context: Any, text: str, mark: str, ink: str = INK) -> None:
    """The card's sentences under each other, with a mark in the lead's colour beside them."""
    lines = card_lines(text)
    leading = min(_CARD_LEADING, _CARD_HEIGHT / len(lines))
    top = max(196, 352 - leading * (len(lines) - 1) / 2)
    context.set_source_rgb(*rgb(mark))
    context.rectangle(LEFT, top - 40, 6, leading * (len(lines) - 1) + 54)
    context.fill()
    context.set_source_rgb(*rgb(ink))
    for n, line in enumerate(lines):
        written(context, line, (LEFT + 40, top + n * leading), min(_CARD_SIZE, 0.76 * leading))


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
