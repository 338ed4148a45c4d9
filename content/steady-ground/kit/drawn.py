"""Drawings that belong to the story: sheets, cards, calendars, phone screens, by cairo.

Handwriting is a wavering pen line: nothing can be read except numbers that the script names.
"""

# SPDX-License-Identifier: GPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from math import pi, sin
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import cairocffi

from srt_tui.domain.errors import SrtError

INK = "#23262C"
PALE = "#8C9096"


@dataclass
class Pen:
    """A canvas of `wide` by `high` millimetres and a hand that is not quite steady."""

    wide: float
    high: float
    chance: Random
    canvas: Any
    ink: str = INK
    width: float = 0.55

    def colour(self, value: str, alpha: float = 1.0) -> None:
        """What is drawn next, in this colour."""
        red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
        self.canvas.set_source_rgba(red, green, blue, alpha)

    def line(
        self, x0: float, y0: float, x1: float, y1: float, width: float = 0.0, shake: float = 0.35
    ) -> None:
        """A line by hand."""
        self.colour(self.ink, 0.92)
        self.canvas.set_line_width(width or self.width)
        self.canvas.set_line_cap(cairocffi.LINE_CAP_ROUND)
        steps = max(4, int(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 / 6))
        phase = self.chance.uniform(0, 6)
        self.canvas.move_to(x0, y0)
        for step in range(1, steps + 1):
            t = step / steps
            drift = shake * sin(phase + t * 7) + self.chance.uniform(-shake, shake) * 0.35
            along = abs(x1 - x0) > abs(y1 - y0)
            self.canvas.line_to(
                x0 + (x1 - x0) * t + (0 if along else drift),
                y0 + (y1 - y0) * t + (drift if along else 0),
            )
        self.canvas.stroke()

    def box(self, x: float, y: float, wide: float, high: float, width: float = 0.0) -> None:
        """Four lines by hand that nearly meet."""
        over = self.chance.uniform(-0.6, 1.2)
        self.line(x, y, x + wide + over, y, width)
        self.line(x + wide, y - over, x + wide, y + high, width)
        self.line(x + wide, y + high, x - over, y + high, width)
        self.line(x, y + high, x, y, width)

    def words(self, x: float, y: float, long: float, size: float = 3.4) -> None:
        """Handwriting that cannot be read."""
        self.colour(self.ink, 0.88)
        self.canvas.set_line_width(self.width * 0.9)
        end = x + long
        while x < end - size:
            letters = self.chance.randint(2, 7)
            self.canvas.move_to(x, y)
            for _ in range(letters):
                tall = size * self.chance.choice((0.45, 0.5, 0.55, 1.1))
                wide = size * self.chance.uniform(0.42, 0.62)
                if x + wide > end:
                    break
                sway = self.chance.uniform(-0.2, 0.2)
                self.canvas.curve_to(
                    x + wide * 0.2,
                    y - tall,
                    x + wide * 0.7,
                    y - tall * 0.9 + sway,
                    x + wide * 0.5,
                    y - 0.2 + sway,
                )
                self.canvas.line_to(x + wide, y - self.chance.uniform(0.0, 0.4))
                x += wide
            self.canvas.stroke()
            x += size * self.chance.uniform(0.5, 0.9)

    def figure(self, text: str, x: float, y: float, size: float, font: str = "DejaVu Sans") -> None:
        """A number or a time, about its middle."""
        self.colour(self.ink)
        self.canvas.select_font_face(font)
        self.canvas.set_font_size(size)
        _, _, wide, high, _, _ = self.canvas.text_extents(text)
        self.canvas.move_to(x - wide / 2, y + high / 2)
        self.canvas.show_text(text)

    def ring(self, x: float, y: float, radius: float, width: float = 0.0) -> None:
        """A circle by hand that overshoots."""
        self.colour(self.ink, 0.9)
        self.canvas.set_line_width(width or self.width)
        start = self.chance.uniform(0, 2 * pi)
        for step in range(44):
            a = start + step * 2 * pi / 40
            r = radius * (1 + 0.03 * sin(a * 2 + start)) * (1 + step * 0.0014)
            point = (x + r * 1.12 * sin(a), y + r * 0.95 * sin(a + pi / 2))
            (self.canvas.move_to if step == 0 else self.canvas.line_to)(*point)
        self.canvas.stroke()


Drawing: TypeAlias = Callable[[Pen], None]
DRAWINGS: dict[str, tuple[float, float, Drawing]] = {}


def drawing(wide: float, high: float) -> Callable[[Drawing], Drawing]:
    """Makes a drawing of these millimetres known by its name, with hyphens."""

    def keep(draw: Drawing) -> Drawing:
        DRAWINGS[draw.__name__.replace("_", "-")] = (wide, high, draw)
        return draw

    return keep


def size(name: str) -> tuple[float, float]:
    """Width and height of a drawing in metres."""
    wide, high, _ = _find(name)
    return wide / 1000, high / 1000


def draw(name: str, chance: Random, folder: Path, ground: str, dots: float = 7.0) -> Path:
    """Draw it on a ground of one colour; the PNG's path. `dots` are pixels a millimetre."""
    wide, high, drawing = _find(name)
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_RGB24, round(wide * dots), round(high * dots))
    canvas = cairocffi.Context(surface)
    canvas.scale(dots, dots)
    pen = Pen(wide, high, chance, canvas)
    pen.colour(ground)
    canvas.paint()
    drawing(pen)
    path = folder / f"{name}-{chance.randrange(10**9)}.png"
    surface.write_to_png(str(path))
    return path


def _find(name: str) -> tuple[float, float, Drawing]:
    from kit import screens, sheets  # noqa: F401, PLC0415 - they register

    if name not in DRAWINGS:
        raise SrtError(
            f"The kit has no drawing “{name}”.", f"It has {', '.join(sorted(DRAWINGS))}."
        )
    return DRAWINGS[name]
