"""A full shopping bag and a kitbag: canvas, lofted and creased."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import cos, pi, sin

from kit.materials import cloth, paper, plastic
from kit.plants import bush
from kit.shapes import (
    Thing,
    Vector,
    box,
    group,
    lathe,
    moved,
    points,
    sheet,
    smoothed,
    tube,
)
from kit.stage import Given, Stage, prop


@prop
def shopping_bag(stage: Stage, given: Given) -> Thing:
    """A full canvas bag standing: a packet and leaves look out."""
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
    card, band = paper("#B99A6B"), paper("#7A4A38")
    packet = box((0.15, 0.06, 0.3), material=card, bevel=0.003)
    label = box((0.151, 0.061, 0.07), (0, 0, 0.2), material=band, bevel=0.003)
    parts.append(moved(group("packet", [packet, label]), (0.075, 0.0, 0.17), (4, 7, 8)))
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
    """A long canvas kitbag slumped on its end, full, its neck tied."""
    skin = cloth(given.text("colour", "#565A44"), weave=480)
    phase = stage.random.uniform(0, 6)

    def side(u: float, v: float) -> Vector:
        angle = u * 2 * pi
        full = 0.165 * (1 + 0.09 * sin(5 * v + 2 * cos(angle) + phase) - 0.1 * v)
        neck = 1 - 0.74 * max(0.0, (v - 0.78) / 0.22) ** 0.7
        lumps = 0.016 * sin(3 * angle + 8 * v + phase) * sin(6 * v + angle)
        creases = 0.0045 * sin(46 * v + 3 * sin(2 * angle + phase)) * (1 - 0.5 * v)
        gather = 0.011 * sin(17 * angle) * max(0.0, v - 0.68) * 3
        wide = full * neck + lumps + creases + gather
        slump = 0.07 * v * v
        return wide * cos(angle) + slump, wide * sin(angle), v * 0.7 - 0.012 * cos(angle) * v

    parts = [smoothed(sheet(96, 90, side, material=skin, closed=True), 1)]
    cord = [
        (0.05 * cos(a) + 0.066, 0.05 * sin(a), 0.68 + 0.006 * sin(a))
        for a in (i * pi / 8 for i in range(16))
    ]
    parts.append(tube(cord, 0.005, material=cloth("#B5AA8C"), closed=True, smooth=2))
    strap = points(".15 -.1 .06, .2 -.12 .24, .22 -.1 .42, .16 -.05 .6, .1 -.02 .68")
    parts.append(tube(strap, 0.014, material=cloth("#7A755C")))
    parts.append(
        lathe(
            [(0.012, 0), (0.016, 0.002), (0.012, 0.004)],
            material=plastic("#2A2A28"),
            at=(0.12, 0, 0.68),
        )
    )
    return group("kitbag", parts)
