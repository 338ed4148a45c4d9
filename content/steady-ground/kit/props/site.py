"""A building site: a scaffold, hard hats, a clipboard."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import cos, pi, sin

from kit.materials import metal, paint, paper, plastic, wood
from kit.shapes import (
    Thing,
    Vector,
    box,
    group,
    lathe,
    moved,
    points,
    profile,
    sheet,
    tube,
)
from kit.stage import Given, Stage, prop


@prop
def scaffold(stage: Stage, given: Given) -> Thing:
    """One bay of a scaffold along x with boards at 95 cm: surface `lift`."""
    steel, board = metal("#7E8284", rough=0.45, dull=0.4), wood("#8E7A58", gloss=0.75)
    parts = []
    for x in (-2.4, -0.95, 1.15, 2.6):
        for y in (-0.45, 0.45):
            parts.append(tube([(x, y, 0), (x, y, 4.2)], 0.024, material=steel, smooth=1))
            parts.append(box((0.15, 0.15, 0.008), (x, y, 0), material=steel, bevel=0.002))
    for z in (0.9, 1.42, 1.9):
        for y in (-0.45, 0.45) if z != 1.42 else (0.45,):
            parts.append(
                tube([(-3, y * 1.06, z), (3, y * 1.06, z)], 0.024, material=steel, smooth=1)
            )
    for x in (-2.4, -0.95, 1.15, 2.6):
        for z in (0.88, 1.9):
            parts.append(tube([(x, -0.6, z), (x, 0.6, z)], 0.024, material=steel, smooth=1))
            parts.append(box((0.07, 0.07, 0.08), (x, -0.46, z - 0.02), material=steel, bevel=0.01))
    for number in range(4):
        at = (stage.near(0, 0.06), -0.34 + number * 0.228, 0.912)
        parts.append(
            box(
                (5.6, 0.222, 0.038),
                at,
                material=board,
                bevel=0.004,
                turn=(0, 0, stage.near(0, 0.15)),
            )
        )
    spot = given.numbers("stands", [0.0, 0.0])
    stage.surfaces["lift"] = (spot[0], spot[1], 0.95)
    return group("scaffold", parts)


@prop
def hard_hat(stage: Stage, given: Given) -> Thing:
    """A hard hat, its peak to −y."""
    shell = plastic(given.text("colour", "#B9A24A"), rough=0.3)
    dome = [(0.112 * cos(a), 0.03 + 0.118 * sin(a)) for a in (i * pi / 24 for i in range(13))]
    rim = profile("0.128 .022, .13 .026, .112 .032")

    def peak(u: float, v: float) -> Vector:
        a = -pi / 2 + (u - 0.5) * 1.9
        r = 0.112 + v * 0.062 * cos((u - 0.5) * 2.6)
        return r * cos(a), r * 1.1 * sin(a), 0.03 - 0.014 * v

    parts = [lathe([*rim, *dome], material=shell, turns=72, sharp=60)]
    for bent in (-0.03, 0.0, 0.03):
        ridge = [
            (bent * 0.6, 0.114 * cos(a) * 0.98, 0.034 + 0.117 * sin(a))
            for a in (0.4 + i * 0.23 for i in range(11))
        ]
        parts.append(tube(ridge, 0.005, material=shell))
    parts.append(sheet(20, 4, peak, material=shell, thickness=0.004))
    whole = group("hat", parts)
    whole.scale = (0.95, 1.12, 1.0)
    return group("hard-hat", [whole])


@prop
def clipboard(stage: Stage, given: Given) -> Thing:
    """A clipboard with a sheet under its steel clip."""
    steel = metal("#B4B6B7", rough=0.22)
    sheet_of_paper = box((0.208, 0.29, 0.0012), material=paper("#DDD8CC"), bevel=0)
    bow = points("-.04 .158 .009, -.03 .172 .012, .03 .172 .012, .04 .158 .009")
    parts = [
        box((0.23, 0.32, 0.004), material=wood("#6A5236", gloss=0.6), bevel=0.002),
        moved(sheet_of_paper, (0.002, -0.012, 0.0042), (0, 0, 1.2)),
        box((0.1, 0.03, 0.008), (0, 0.145, 0.004), material=steel, bevel=0.003),
        tube(bow, 0.0022, material=steel),
    ]
    for row in range(9):
        long = stage.random.uniform(0.08, 0.16)
        line = paint("#3E444C", rough=0.8)
        at = (-0.085 + long / 2, 0.095 - row * 0.026, 0.0056)
        parts.append(box((long, 0.0022, 0.0002), at, material=line, bevel=0))
    return group("clipboard", parts)
