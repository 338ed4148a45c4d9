"""Walls with openings in them, and what fills the openings."""

# SPDX-License-Identifier: GPL-3.0-or-later

from dataclasses import dataclass
from itertools import pairwise

from kit.materials import glass, metal, paint
from kit.shapes import Thing, Vector, body, box, group, moved


@dataclass(frozen=True)
class Hole:
    """An opening in a wall: its left edge and its foot, width and height, in metres."""

    left: float
    foot: float
    wide: float
    high: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre along the wall and above the floor."""
        return self.left + self.wide / 2, self.foot + self.high / 2


def wall(
    length: float, height: float, holes: list[Hole], *, material: Thing, thick: float = 0.22
) -> Thing:
    """A wall along x from 0 to `length`, its face at y = 0 and its thickness behind."""
    xs = sorted({0.0, length, *(x for h in holes for x in (h.left, h.left + h.wide))})
    zs = sorted({0.0, height, *(z for h in holes for z in (h.foot, h.foot + h.high))})
    parts: list[tuple[Vector, ...]] = []
    for x0, x1 in pairwise(xs):
        for z0, z1 in pairwise(zs):
            if not any(_inside(h, (x0 + x1) / 2, (z0 + z1) / 2) for h in holes):
                parts.append(
                    tuple((x, y, z) for x in (x0, x1) for y in (0, thick) for z in (z0, z1))
                )
    cell = ((0, 1, 5, 4), (2, 6, 7, 3), (0, 2, 3, 1), (4, 5, 7, 6), (1, 3, 7, 5), (0, 4, 6, 2))
    vertices = [corner for part in parts for corner in part]
    faces = [
        tuple(8 * number + corner for corner in face)
        for number in range(len(parts))
        for face in cell
    ]
    return body("wall", vertices, faces, material)


def _inside(hole: Hole, x: float, z: float) -> bool:
    return hole.left < x < hole.left + hole.wide and hole.foot < z < hole.foot + hole.high


def window(
    hole: Hole, *, colour: str = "#D9D4C8", bars: tuple[int, int] = (2, 2), opened: float = 0.0
) -> Thing:
    """A wooden window in its hole: frame, bars, glass and a sill; `opened` turns the left sash."""
    white = paint(colour, rough=0.4, wear=0.2)
    wide, high, rim = hole.wide, hole.high, 0.055
    back = 0.13
    parts = _frame(wide, high, rim, white, back)
    across, up = bars
    sashes = []
    for column in range(across):
        sash = group("sash", _sash(wide / across, high, up, white))
        turn = -opened if column == 0 else 0.0
        sashes.append(moved(sash, (wide * column / across, back, 0), (0, 0, turn)))
    sill = box(
        (wide + 0.12, 0.16, 0.035),
        (wide / 2, -0.02, -0.035),
        material=white,
        bevel=0.01,
        name="sill",
    )
    return moved(group("window", [*parts, *sashes, sill]), (hole.left, 0, hole.foot))


def _frame(wide: float, high: float, rim: float, white: Thing, back: float) -> list[Thing]:
    return [
        box((wide, 0.07, rim), (wide / 2, back, 0), material=white),
        box((wide, 0.07, rim), (wide / 2, back, high - rim), material=white),
        box((rim, 0.068, high), (rim / 2, back, 0), material=white),
        box((rim, 0.068, high), (wide - rim / 2, back, 0), material=white),
        box((rim, 0.068, high), (wide / 2, back, 0), material=white),
    ]


def _sash(wide: float, high: float, up: int, white: Thing) -> list[Thing]:
    """One casement, hinged at its left edge."""
    rail = 0.05
    parts = [
        box((rail, 0.045, high - 0.09), (rail / 2 + 0.02, 0, 0.045), material=white),
        box((rail, 0.045, high - 0.09), (wide - rail / 2 - 0.02, 0, 0.045), material=white),
        box((wide - 0.04, 0.043, rail), (wide / 2, 0, 0.045), material=white),
        box((wide - 0.04, 0.043, rail), (wide / 2, 0, high - 0.045 - rail), material=white),
        box((wide - 0.1, 0.004, high - 0.16), (wide / 2, 0, 0.08), material=glass(), bevel=0),
    ]
    for bar in range(1, up):
        parts.append(
            box((wide - 0.06, 0.04, 0.028), (wide / 2, 0, high * bar / up), material=white)
        )
    return parts


def skirting(length: float, holes: list[Hole], *, colour: str = "#CFC9BC") -> list[Thing]:
    """A board along the foot of a wall, left out at doors."""
    white = paint(colour, rough=0.4, wear=0.3)
    doors = sorted((h for h in holes if h.foot < 0.05), key=lambda h: h.left)
    parts, start = [], 0.0
    for door in doors:
        parts.append((start, door.left - 0.07))
        start = door.left + door.wide + 0.07
    parts.append((start, length))
    return [
        box((b - a, 0.018, 0.11), ((a + b) / 2, -0.009, 0), material=white, bevel=0.006)
        for a, b in parts
        if b - a > 0.02
    ]


def architrave(hole: Hole, *, colour: str = "#CFC9BC") -> list[Thing]:
    """The boards around a doorway, and its lining."""
    white = paint(colour, rough=0.4, wear=0.3)
    left, right, top = hole.left, hole.left + hole.wide, hole.foot + hole.high
    parts = [
        box((0.07, 0.022, top + 0.07), (x, -0.011, 0), material=white, bevel=0.006)
        for x in (left - 0.035, right + 0.035)
    ]
    parts.append(
        box(
            (right - left, 0.022, 0.07),
            ((left + right) / 2, -0.011, top),
            material=white,
            bevel=0.006,
        )
    )
    parts += [
        box((0.03, 0.23, top), (x, 0.11, 0), material=white, bevel=0.003)
        for x in (left + 0.012, right - 0.012)
    ]
    parts.append(
        box((right - left, 0.23, 0.03), ((left + right) / 2, 0.11, top - 0.02), material=white)
    )
    return parts


def door_leaf(
    wide: float, high: float, *, colour: str, glazed: bool = False, handle: str = "#B9A36A"
) -> Thing:
    """A panelled door hinged at its left edge (x = 0), or a flap when it is low."""
    face = paint(colour, rough=0.38, wear=0.22)
    stile, thick = 0.105, 0.042
    bars = [0.0, stile, high - stile, high]
    if high > 1.6:
        bars[1:1] = [0.20, 0.90, 1.06]
        bars.remove(stile)
    parts = [
        box((stile, thick, high), (x, 0, 0), material=face) for x in (stile / 2, wide - stile / 2)
    ]
    for low, up in zip(bars[::2], bars[1::2], strict=True):
        size = (wide - 2 * stile + 0.01, thick - 0.001, up - low)
        parts.append(box(size, (wide / 2, 0, low), material=face))
    for low, up in zip(bars[1:-1:2], bars[2:-1:2], strict=True):
        parts += _panel(wide, stile, (low, up), face, glazed=glazed and low > 1.0)
    return group("door", [*parts, *_handles(wide, metal(handle, rough=0.22))])


def _panel(
    wide: float, stile: float, span: tuple[float, float], face: Thing, *, glazed: bool
) -> list[Thing]:
    low, up = span
    size = (wide - 2 * stile + 0.02, 0.014, up - low + 0.02)
    pane = glass("#C8D2CE", rough=0.25) if glazed else face
    parts = [box(size, (wide / 2, 0, low - 0.01), material=pane)]
    if not glazed:
        field = (size[0] - 0.12, 0.028, up - low - 0.1)
        parts.append(box(field, (wide / 2, 0, low + 0.05), material=face, bevel=0.012))
    return parts


def _handles(wide: float, brass: Thing) -> list[Thing]:
    parts = []
    for side in (-1, 1):
        plate, lever, neck = (0.045, 0.008, 0.16), (0.115, 0.018, 0.02), (0.02, 0.05, 0.02)
        parts.append(box(plate, (wide - 0.055, side * 0.024, 0.95), material=brass))
        parts.append(box(lever, (wide - 0.1, side * 0.062, 1.03), material=brass, bevel=0.008))
        parts.append(box(neck, (wide - 0.052, side * 0.045, 1.03), material=brass, bevel=0.006))
    return parts
