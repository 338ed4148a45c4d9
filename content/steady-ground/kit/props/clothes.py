"""Coats: lofted from rings and folded by slow waves."""

# SPDX-License-Identifier: GPL-3.0-or-later

from collections.abc import Callable
from math import cos, pi, sin
from typing import TypeAlias

from kit.materials import cloth, metal
from kit.nodes import shade
from kit.shapes import (
    Thing,
    Vector,
    box,
    group,
    lathe,
    moved,
    profile,
    sheet,
    smoothed,
    tube,
)
from kit.stage import Given, Stage, prop

Surface: TypeAlias = Callable[[float, float], Vector]


@prop
def coat(stage: Stage, given: Given) -> Thing:
    """A coat or jacket hanging by its loop from a hook at its origin, its back to the wall (+y)."""
    long = given.number("long", 0.86)
    colour = given.text("colour", "#3E4A52")
    skin = cloth(colour, weave=given.number("weave", 520), sheen=0.3)
    lining = cloth(shade(colour, 0.35))
    phases = [stage.random.uniform(0, 6) for _ in range(6)]
    lean = stage.random.uniform(-0.025, 0.025)

    def hang(u: float, v: float) -> Vector:
        angle = u * 2 * pi
        half, deep = _width(v), 0.045 + 0.075 * min(1, v * 3.2)
        fold = 0.02 * v**0.7 * sin(5 * angle + phases[0] + 1.5 * sin(2.4 * v + phases[1]))
        fold += 0.009 * v * sin(13 * angle + phases[2] + 2 * v) + 0.008 * sin(
            11 * v + 3 * angle + phases[3]
        )
        fold += 0.006 * sin(17 * v + 2 * angle + phases[5]) * max(0.0, 0.75 - v)
        x = (half + fold) * cos(angle) + lean * v
        y = -(deep + fold * 0.8) * sin(angle) * (1.0 if sin(angle) > 0 else 0.35) - 0.05
        drop = 0.016 * sin(3 * angle + phases[4]) if v > 0.95 else 0.0
        return x, y, -0.03 - v * long - drop

    parts = [smoothed(sheet(72, 36, hang, material=skin, closed=True, thickness=0.006), 1)]
    for side in (-1, 1):
        parts += _sleeve(stage, side, skin, lining, long)
    parts += _front(stage, hang, skin, given)
    parts += _neck(skin, lining)
    return group("coat", parts)


def _neck(skin: Thing, lining: Thing) -> list[Thing]:
    """A collar, and the loop it hangs by."""
    collar = [
        (
            0.085 * cos(a) * (1 + 0.1 * sin(2 * a)),
            -0.05 - 0.055 * sin(a),
            -0.035 - 0.03 * max(0, sin(a)),
        )
        for a in (i * pi / 10 for i in range(20))
    ]
    loop = [(-0.02, -0.005, -0.03), (0, -0.002, 0.005), (0.02, -0.005, -0.03)]
    return [
        tube(collar, 0.021, material=skin, closed=True, smooth=3),
        tube(loop, 0.002, material=lining),
    ]


def _width(v: float) -> float:
    """Half the width of a hanging coat, from the collar (0) to the hem (1)."""
    return 0.07 + 0.115 * float(min(1.0, v / 0.2) ** 0.75) + 0.022 * v


def _sleeve(stage: Stage, side: int, skin: Thing, lining: Thing, long: float) -> list[Thing]:
    reach = min(0.6, long * 0.72)
    sway, forward = stage.random.uniform(-0.02, 0.03), stage.random.uniform(0.0, 0.05)
    phase = stage.random.uniform(0, 6)

    def arm(u: float, v: float) -> Vector:
        angle = u * 2 * pi
        crease = sin(26 * v + phase + 1.4 * sin(angle)) * (1 - abs(2 * v - 1)) ** 0.5
        radius = 0.07 - 0.018 * v + 0.0075 * crease
        x = side * (0.155 + 0.045 * min(1, v * 4) - 0.03 * v + sway * v) + radius * 0.8 * cos(angle)
        y = -0.06 - forward * v * v + radius * sin(angle) * 0.9
        return x, y, -0.1 - v * reach - 0.02 * side * cos(angle) * (1 - v)

    parts = [smoothed(sheet(24, 26, arm, material=skin, closed=True, thickness=0.005), 1)]
    x, y, z = side * (0.17 + sway), -0.06 - forward, -0.1 - reach + 0.012
    parts.append(lathe([(0, 0), (0.045, 0)], material=lining, at=(x, y, z), turns=24))
    return parts


def _front(stage: Stage, hang: Surface, skin: Thing, given: Given) -> list[Thing]:
    """The closing edge with its buttons, pocket flaps and a breast pocket, laid on the cloth."""
    steel = metal("#5E5A52", rough=0.4)

    def on(u: float, v: float, out: float) -> Vector:
        x, y, z = hang(u, v)
        return x, y - out, z

    parts = [tube([on(0.262, k / 14, 0.003) for k in range(1, 15)], 0.0045, material=skin)]
    button = profile("0 0, .0085 .001, .0085 .004, 0 .003")
    for k in range(5):
        at = on(0.252, 0.16 + k * 0.16, 0.006)
        parts.append(moved(lathe(button, material=steel, turns=20), at, (90, 0, 0)))
    for u, turn in ((0.165, 16), (0.335, -16)):
        flap = box((0.12, 0.008, 0.045), material=skin, bevel=0.0035)
        parts.append(moved(flap, on(u, 0.66, 0.001), (-4, stage.near(0, 3), turn)))
    if given.yes("breast_pocket", default=True):
        pocket = box((0.095, 0.006, 0.1), material=skin, bevel=0.003)
        parts.append(moved(pocket, on(0.32, 0.36, 0.0), (-6, stage.near(0, 2), -18)))
    return parts
