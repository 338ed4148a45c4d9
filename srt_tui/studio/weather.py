"""What moves in a picture besides the camera: at most one of rain, steam, dust and evening.

Each paints on a copy of the still before the camera moves over it, so that it stays where it
belongs. Nothing blinks: whatever comes or goes takes seconds.
"""

import math
from typing import Protocol, assert_never

import cv2
import numpy as np

from srt_tui.studio.plates import HIGH, WIDE, Image, Plate

_DROPS, _MOTES = 14, 46
_STEAM_MOST, _DUST_MOST, _EVENING = 0.10, 0.30, 0.07
_EVENING_SLOW = 20.0
_PLUME = (240, 150)
"""Height and width of the steam, px of the still."""


class Weather(Protocol):
    """Something that moves over a still."""

    def over(self, still: Image, at: float) -> Image:
        """The still with it, `at` seconds after the picture came; the still is not changed."""


def weather(plate: Plate, still: Image, near: Image) -> Weather | None:
    """What the picture's description asks for."""
    match plate.overlay:
        case "rain":
            return Rain(plate, still, near)
        case "steam":
            return Steam(plate)
        case "dust":
            return Dust(plate, still)
        case "evening":
            return Evening()
        case "none":
            return None
        case never:
            assert_never(never)


class Rain:
    """Drops that run down the glass: each a small lens that shows the picture upside down.

    The glass is where the picture is far; what stands before it hides the drops.
    """

    def __init__(self, plate: Plate, still: Image, near: Image) -> None:
        chance = np.random.default_rng(plate.seed)
        self._behind = cv2.flip(cv2.GaussianBlur(still, (0, 0), 5), -1)
        far = np.clip((np.percentile(near, 60) + 0.08 - near) / 0.08, 0, 1)
        self._glass = cv2.erode(far.astype(np.float32), np.ones((7, 7), np.uint8))
        self._across = chance.uniform(0.05, 0.95, _DROPS) * WIDE
        self._from = chance.uniform(-0.1, 0.6, _DROPS) * HIGH
        self._speed = chance.uniform(4, 30, _DROPS)
        self._size = chance.uniform(4.5, 8.5, _DROPS)
        self._phase = chance.uniform(0, math.tau, _DROPS)

    def over(self, still: Image, at: float) -> Image:
        """The drops where they are now."""
        wet = still.copy()
        for n in range(_DROPS):
            run = self._from[n] + self._speed[n] * (at + 0.4 * math.sin(at * 0.7 + self._phase[n]))
            sway = 2.2 * math.sin(run / 31 + self._phase[n])
            self._drop(wet, self._across[n] + sway, run, self._size[n])
        return wet

    def _drop(self, wet: Image, x: float, y: float, size: float) -> None:
        reach = math.ceil(size * 2)
        left, top = round(x) - reach, round(y) - reach
        if left < 0 or top < 0 or left + 2 * reach >= WIDE or top + 2 * reach >= HIGH:
            return
        window = np.s_[top : top + 2 * reach, left : left + 2 * reach]
        rows, columns = np.mgrid[top : top + 2 * reach, left : left + 2 * reach].astype(np.float32)
        across, down = (columns - x) / size, (rows - y) / (size * 1.35)
        away = np.sqrt(across**2 + down**2)
        inside = np.clip((1.05 - away) * size * 0.6, 0, 1) * self._glass[window]
        seen = cv2.remap(
            self._behind,
            (WIDE - x - across * size * 9).astype(np.float32),
            (HIGH - y - down * size * 9).astype(np.float32),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REFLECT,
        ).astype(np.float32)
        seen *= (1.1 - 0.55 * away**3)[..., None]
        seen += (28 * np.exp(-((across + 0.35) ** 2 + (down + 0.4) ** 2) * 14))[..., None]
        under = wet[window]
        mixed = under + (np.clip(seen, 0, 255) - under) * (0.85 * inside)[..., None]
        under[:] = mixed.astype(np.uint8)


class Steam:
    """Noise that drifts up from a cup or pan, at most a tenth of white."""

    def __init__(self, plate: Plate) -> None:
        at = plate.overlay_at or (0.5, 0.5)
        high, wide = _PLUME
        self._left = max(0, min(round(at[0] * WIDE) - wide // 2, WIDE - wide))
        self._top = max(0, min(round(at[1] * HIGH) - high, HIGH - high))
        chance = np.random.default_rng(plate.seed)
        self._slow, self._quick = (_cloud(chance, sigma) for sigma in (22, 11))
        up = np.linspace(1, 0, high, dtype=np.float32)[:, None]
        across = np.linspace(-1, 1, wide, dtype=np.float32)[None, :]
        width = 0.16 + 0.5 * up
        fade = np.clip(up / 0.12, 0, 1) * np.clip((1 - up) / 0.7, 0, 1)
        self._shape = np.exp(-((across / width) ** 2)) * fade

    def over(self, still: Image, at: float) -> Image:
        """The steam as it hangs now."""
        high, wide = _PLUME
        slow = _rolled(self._slow, at * 20, 5 * math.sin(at * 0.5))[:high, :wide]
        quick = _rolled(self._quick, at * 34, 8 * math.sin(at * 0.37 + 1))[:high, :wide]
        share = _STEAM_MOST * self._shape * np.clip(0.65 * slow + 0.55 * quick, 0, 1)
        misty = still.copy()
        window = misty[self._top : self._top + high, self._left : self._left + wide]
        window[:] = (window + (236.0 - window) * share[..., None]).astype(np.uint8)
        return misty


class Dust:
    """Motes that hang in the lit part of the picture only, at most three tenths of white."""

    def __init__(self, plate: Plate, still: Image) -> None:
        chance = np.random.default_rng(plate.seed)
        bright = cv2.GaussianBlur(cv2.cvtColor(still, cv2.COLOR_BGR2GRAY), (0, 0), 14)
        low, high = np.percentile(bright, (70, 92))
        self._lit = np.clip((bright - low) / max(high - low, 1), 0, 1).astype(np.float32)
        self._across = chance.uniform(0, WIDE, _MOTES)
        self._down = chance.uniform(0, HIGH * 0.72, _MOTES)
        self._drift = chance.uniform(-7, 7, _MOTES)
        self._fall = chance.uniform(-3, 4, _MOTES)
        self._size = chance.uniform(0.7, 1.5, _MOTES)
        self._phase = chance.uniform(0, math.tau, _MOTES)

    def over(self, still: Image, at: float) -> Image:
        """The motes where they hang now."""
        dusty = still.copy()
        for n in range(_MOTES):
            x = self._across[n] + self._drift[n] * at + 6 * math.sin(at * 0.4 + self._phase[n])
            y = self._down[n] + self._fall[n] * at + 4 * math.sin(at * 0.31 + 2 * self._phase[n])
            self._mote(dusty, x % WIDE, y, n, at)
        return dusty

    def _mote(self, dusty: Image, x: float, y: float, n: int, at: float) -> None:
        left, top = round(x) - 5, round(y) - 5
        if left < 0 or top < 0 or left + 11 > WIDE or top + 11 > HIGH:
            return
        lit = float(self._lit[round(y), min(round(x), WIDE - 1)])
        seen = _DUST_MOST * lit * (0.6 + 0.4 * math.sin(at * 0.5 + self._phase[n]))
        rows, columns = np.mgrid[top : top + 11, left : left + 11]
        spot = np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * self._size[n] ** 2))
        window = dusty[top : top + 11, left : left + 11]
        window[:] = (window + (250.0 - window) * (seen * spot)[..., None]).astype(np.uint8)


class Evening:
    """The light goes, by 7 % in the time a scene takes."""

    def over(self, still: Image, at: float) -> Image:
        """The still a little darker."""
        return cv2.convertScaleAbs(still, alpha=1 - _EVENING * min(at / _EVENING_SLOW, 1.0))


def _cloud(chance: np.random.Generator, sigma: float) -> Image:
    """Soft noise from 0 to 1 on 512 by 256 px, without a seam."""
    noise = chance.standard_normal((512, 256)).astype(np.float32)
    soft = cv2.GaussianBlur(np.tile(noise, (3, 3)), (0, 0), sigma)[512:1024, 256:512]
    cloud: Image = np.clip(0.5 + soft / (4 * soft.std()), 0, 1)
    return cloud


def _rolled(cloud: Image, up: float, aside: float) -> Image:
    """The noise moved by parts of a px, coming in again on the other side."""
    high, wide = cloud.shape
    move = np.array([[1, 0, aside % wide - wide], [0, 1, -(up % high)]], np.float32)
    return cv2.warpAffine(
        cloud, move, (wide, high), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP
    )
