"""Work boots, lofted from slices between sole and collar."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import cos, pi, sin

from kit.materials import cloth, leather
from kit.shapes import (
    Thing,
    Vector,
    group,
    moved,
    points,
    prism,
    sheet,
    smoothed,
    tube,
)
from kit.stage import Given, Stage, prop

SHAFT = (  # height, front, back, half width of a boot, in metres
    (0.022, -0.192, 0.098, 0.052), (0.045, -0.196, 0.1, 0.0545), (0.062, -0.186, 0.1, 0.0525),
    (0.078, -0.160, 0.098, 0.049), (0.092, -0.118, 0.095, 0.045), (0.106, -0.074, 0.091, 0.0415),
    (0.122, -0.044, 0.087, 0.0395), (0.145, -0.028, 0.085, 0.0395), (0.17, -0.026, 0.086, 0.0415),
    (0.195, -0.031, 0.09, 0.045), (0.2, -0.03, 0.089, 0.0445), (0.197, -0.024, 0.084, 0.039),
    (0.15, -0.02, 0.079, 0.034),
)  # fmt: skip


@prop
def boots(stage: Stage, given: Given) -> Thing:
    """A pair of laced work boots, toes to −y, dusty; `apart` is the gap, `fallen` lays one down."""
    dust = given.text("dust", "#B8A88F")
    hide = leather(
        given.text("colour", "#5A4332"), rough=0.62, dust=dust, amount=given.number("amount", 0.6)
    )
    sole = leather("#2A2623", rough=0.8, dust=dust, amount=0.8)
    lace = cloth("#6E5A3C", weave=1800)
    parts = []
    gap = given.number("apart", 0.15)
    for side in (-1, 1):
        one = group("boot", _boot(stage, side, hide, sole, lace))
        lying = side == 1 and given.yes("fallen")
        turn = (0, 88, -24) if lying else (0, 0, stage.near(side * 6, 4))
        at = (side * gap / 2 + (0.07 if lying else 0), stage.near(0, 0.02), 0.052 if lying else 0)
        parts.append(moved(one, at, turn))
    return group("boots", parts)


def _boot(stage: Stage, side: int, hide: Thing, sole: Thing, lace: Thing) -> list[Thing]:
    def skin(u: float, v: float) -> Vector:
        return _skin(side, u, v)

    parts = [smoothed(sheet(48, (len(SHAFT) - 1) * 2, skin, material=hide, closed=True), 1)]
    outline = [_rim(step / 40, side, 0.006) for step in range(40)]
    parts.append(prism(outline, 0.015, material=sole, at=(0, 0, 0.009), bevel=0.003))
    heel = [_rim(step / 40, side, 0.004) for step in range(40)]
    parts.append(prism([(x, max(y, 0.025)) for x, y in heel], 0.014, material=sole, bevel=0.002))
    parts.append(prism([(x, min(y, -0.03)) for x, y in heel], 0.012, material=sole, bevel=0.002))
    pull = points("-.006 .088 .175, -.004 .1 .205, .004 .1 .207, .006 .088 .175")
    return [*parts, *_laces(stage, lace), tube(pull, 0.003, material=hide)]


def _skin(side: int, u: float, v: float) -> Vector:
    """A point of the upper: around it (u) and from the sole to inside the collar (v)."""
    place = v * (len(SHAFT) - 1)
    low = min(int(place), len(SHAFT) - 2)
    z, front, back, half = (
        a + (b - a) * (place - low) for a, b in zip(SHAFT[low], SHAFT[low + 1], strict=True)
    )
    along, across = -cos(u * 2 * pi), sin(u * 2 * pi)
    y = (front + back) / 2 + (back - front) / 2 * (abs(along) ** 0.9) * (1 if along > 0 else -1)
    waist = 1 - 0.16 * max(0.0, 1 - abs((y - 0.03) / 0.07)) * (1 if z < 0.07 else 0.3)
    x = half * waist * (abs(across) ** 0.8) * (1 if across > 0 else -1)
    bend = -side * 0.012 * max(0.0, -y / 0.19) ** 2
    crease = 0.0016 * sin(z * 210) * max(0.0, 1 - abs(y + 0.06) / 0.06)
    return x + bend, y, z + crease


def _laces(stage: Stage, lace: Thing) -> list[Thing]:
    parts = []
    for number in range(6):
        t = number / 5
        y, z = -0.098 + 0.066 * t, 0.104 + 0.085 * t**1.4
        wide = 0.026 - 0.003 * t
        far = (wide, y + 0.016 + stage.near(0, 0.003), z - 0.006)
        over = [(-wide, y + 0.014, z - 0.008), (0, y - 0.003, z + 0.0035), far]
        parts.append(tube(over, 0.0019, material=lace))
    for side in (-1, 1):
        low = 0.13 + stage.near(0, 0.01)
        rows = (
            (0, -0.034, 0.186),
            (0.03, -0.055, 0.175),
            (0.045, -0.06, low),
            (0.052, -0.066, 0.07),
        )
        loop = [(side * x, y, z) for x, y, z in rows]
        parts.append(tube(loop, 0.0018, material=lace))
    return parts


def _rim(share: float, side: int, out: float) -> tuple[float, float]:
    """The sole's outline, counter-clockwise."""
    angle = share * 2 * pi
    along, across = -cos(angle), -sin(angle)
    y = -0.048 + (0.148 + out) * (abs(along) ** 0.88) * (1 if along > 0 else -1)
    waist = 1 - 0.18 * max(0.0, 1 - abs((y - 0.03) / 0.06))
    x = (0.0535 + out) * waist * (abs(across) ** 0.8) * (1 if across > 0 else -1)
    return -x - side * 0.012 * max(0.0, -y / 0.19) ** 2, y
