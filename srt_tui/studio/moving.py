"""A slow camera over one still: each frame is the still warped by its depth.

Art direction, section 8: a push of 3.5 % in a scene, or a sideways shift in proportion to
nearness; the last picture of a clip only breathes. Backward, bicubic.
"""

from functools import cached_property
from typing import Any

import cv2
import numpy as np

from srt_tui.studio.lettering import HEIGHT, WIDTH, eased
from srt_tui.studio.plates import HIGH, WIDE, Image, Plate, read_depth, read_still
from srt_tui.studio.weather import Weather, weather

_ROOM = 16
"""Px of the still kept outside the frame on each side, for the shift."""
_PUSH, _BREATH, _ASIDE = 0.035, 0.015, 0.012
_SMOOTH = 0.35


def progress(share: float) -> float:
    """How far the camera has come: 35 % eased, 65 % steady."""
    return _SMOOTH * eased(share) + (1 - _SMOOTH) * share


class Shot:
    """One picture with its camera. `share` runs from 0 to 1 over its time on screen."""

    def __init__(self, plate: Plate, *, blur: float = 0.0) -> None:
        """`blur` (px) puts the picture far out of focus, without what moves in it."""
        self.plate = plate
        still = read_still(plate)
        self._still = cv2.GaussianBlur(still, (0, 0), blur) if blur else still
        self._near = read_depth(plate)
        self._weather: Weather | None = None if blur else weather(plate, still, self._near)

    def frame(self, share: float, at: float) -> Image:
        """The picture at this point of its time, `at` seconds after it came."""
        still = self._weather.over(self._still, at) if self._weather else self._still
        x, y = self._where(progress(share))
        return cv2.remap(still, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)

    def _where(self, far: float) -> tuple[Image, Image]:
        """For each px of the frame, where in the still it comes from."""
        scale = (WIDE - 2 * _ROOM) / WIDTH / self._zoom(far)
        x = ((self._across * scale) + WIDE / 2)[None, :].repeat(HEIGHT, axis=0)
        y = ((self._down * scale) + HIGH / 2)[:, None].repeat(WIDTH, axis=1)
        shift = self._shift(far)
        if shift:
            x -= cv2.remap(self._near, x, y, cv2.INTER_LINEAR) * np.float32(shift)
        return x, y

    def _zoom(self, far: float) -> float:
        move = self.plate.move
        return 1 + far * (_PUSH if move == "in" else _BREATH if move == "breathe" else _ASIDE)

    def _shift(self, far: float) -> float:
        """Px of the nearest against the farthest, none half-way."""
        way = {"left": -1.0, "right": 1.0}.get(self.plate.move, 0.0)
        return way * self.plate.drift * (2 * far - 1)

    @cached_property
    def _across(self) -> Any:
        return np.arange(WIDTH, dtype=np.float32) + 0.5 - WIDTH / 2

    @cached_property
    def _down(self) -> Any:
        return np.arange(HEIGHT, dtype=np.float32) + 0.5 - HEIGHT / 2
