"""How light a picture is behind words, and what is needed for them to stand out 7:1 (WCAG)."""

from typing import Any

import cv2
import numpy as np

from srt_tui.studio.lettering import rgb
from srt_tui.studio.plates import Image

WHITE = "#FFFFFF"
RATIO = 7.0
_BRIGHTEST = 99.5
_BLUE, _GREEN, _RED = 0.0722, 0.7152, 0.2126
_KNEE = 0.04045
"""Below this share sRGB is a straight line."""


def _linear(share: Any) -> Any:
    return np.where(share <= _KNEE, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


_TABLE = _linear(np.arange(256) / 255).astype(np.float32)


def luminance(picture: Image) -> Image:
    """Relative luminance of each px of a picture in blue, green, red."""
    light = cv2.LUT(picture, np.ascontiguousarray(_TABLE))
    return cv2.transform(light, np.array([[_BLUE, _GREEN, _RED]], np.float32))


def ink_luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`."""
    red, green, blue = (float(_linear(np.float64(share))) for share in rgb(colour))
    return _RED * red + _GREEN * green + _BLUE * blue


def brightest(light: Image) -> float:
    """The luminance of the brightest px, single specks left out."""
    return float(np.percentile(light, _BRIGHTEST))


def ratio(ink: float, ground: float) -> float:
    """The contrast of two luminances."""
    high, low = max(ink, ground), min(ink, ground)
    return (high + 0.05) / (low + 0.05)


def darkening(ground: float, colour: str, wanted: float = RATIO * 1.1) -> float:
    """By what a ground's px must be multiplied for words in this colour to stand out; at most 1.

    A little more than the rule asks, for what encoding adds.
    """
    most = (ink_luminance(colour) + 0.05) / wanted - 0.05
    if ground <= most:
        return 1.0
    return float(_encoded(most) / _encoded(ground))


def _encoded(light: float) -> float:
    return 12.92 * light if light <= _KNEE / 12.92 else 1.055 * light ** (1 / 2.4) - 0.055
