"""A full shopping bag and a kitbag: canvas, lofted and creased."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import cos, pi, sin

from srt_tui.studio.kit.materials import cloth, leather, plastic
from srt_tui.studio.kit.plants import bush
from srt_tui.studio.kit.shapes import (
    Thing,
    Vector,
    box,
    group,
    lathe,
    moved,
    points,
    profile,
    sheet,
    smoothed,
    tube,
)
from srt_tui.studio.kit.stage import Given, Stage, prop


@prop
def shopping_bag(stage: Stage, given: Given) -> Thing:
    """A full canvas bag standing: bread and leaves look out."""
    skin = cloth(given.text("colour", "#B3A78E"), weave=600)
    phase = stage.random.uniform(0, 6)
    wide, deep, high = 0.36, 0.16, 0.36

    def side(u: float, v: float) -> Vector:
        angle = u * 2 * pi
        square = 0.45
        belly = 1 + 0.14 * sin(pi * v) - 0.04 * v
        fold = 0.008 * sin(6 * angle + phase + 4 * v) * v + 0.006 * sin(13 * v + 2 * angle)
        cx, sx = cos(angle), sin(angle)
        x = (wide / 2 * belly + fold) * (abs(cx) ** square) * (1 if cx > 0 else -1)
        y = (deep / 2 * belly + fold) * (abs(sx) ** square) * (1 if sx > 0 else -1)
        return x, y, v * high + 0.012 * sin(3 * angle + phase) * v**3

    parts = [smoothed(sheet(64, 24, side, material=skin, closed=True, thickness=0.004), 1)]
    parts.append(box((wide * 0.8, deep * 0.8, 0.26), material=cloth("#2A2620"), bevel=0.02))
    parts += [_handle(y, deep, high, skin) for y in (-1, 1)]
    crust = leather("#A87A48", rough=0.8, dust="#D9C29A", amount=0.5)
    loaf = profile("0 0, .022 .012, .034 .08, .036 .2, .03 .36, .014 .42, 0 .426")
    bread = lathe(loaf, material=crust, turns=32, sharp=70)
    parts.append(moved(bread, (0.09, 0.0, 0.14), (6, 17, 0)))
    green = ("#4E6B36", "#7C9652")
    tuft = ((0.1, 0.055, 0.07), (-0.07, 0.0, 0.36))
    parts.append(bush(stage.random, *tuft, 420, leaf_size=0.075, colours=green))
    return group("bag", parts)


def _handle(side: int, deep: float, high: float, material: Thing) -> Thing:
    rows = points(
        "-.09 .5 -.03, -.085 .48 .08, -.02 .4 .13, .05 .36 .11, .09 .48 .05, .095 .5 -.03"
    )
    grip = [(x, side * deep * y, high + z) for x, y, z in rows]
    return tube(grip, 0.009, material=material)


@prop
def kitbag(stage: Stage, given: Given) -> Thing:
    """A long canvas kitbag standing on its end, its neck tied."""
    skin = cloth(given.text("colour", "#565A44"), weave=480)
    phase = stage.random.uniform(0, 6)

    def side(u: float, v: float) -> Vector:
        angle = u * 2 * pi
        shape = (
            0.155 * (1 + 0.07 * sin(4 * v + phase))
            if v < 0.8
            else 0.155 * (1 - 0.72 * ((v - 0.8) / 0.2) ** 0.8)
        )
        fold = (
            0.012 * sin(5 * angle + 9 * v + phase) * v
            + 0.01 * sin(15 * angle) * max(0.0, v - 0.7) * 3
        )
        return (shape + fold) * cos(angle) + 0.04 * v * v, (shape + fold) * sin(angle), v * 0.78

    parts = [smoothed(sheet(64, 40, side, material=skin, closed=True), 1)]
    cord = [
        (0.043 * cos(a) + 0.038, 0.043 * sin(a), 0.755 + 0.006 * sin(a))
        for a in (i * pi / 8 for i in range(16))
    ]
    parts.append(tube(cord, 0.005, material=cloth("#B5AA8C"), closed=True, smooth=2))
    strap = [(0.17, 0, 0.1), (0.21, 0.02, 0.3), (0.19, 0.03, 0.5), (0.13, 0.01, 0.68)]
    parts.append(tube(strap, 0.012, material=cloth("#4A4C3C")))
    parts.append(
        lathe(
            [(0.012, 0), (0.016, 0.002), (0.012, 0.004)],
            material=plastic("#2A2A28"),
            at=(0.1, 0, 0.76),
        )
    )
    return group("kitbag", parts)
