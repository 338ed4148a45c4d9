"""A front garden: wall, hedge, gate and path."""

# SPDX-License-Identifier: GPL-3.0-or-later

from collections.abc import Iterator
from math import pi, sin
from random import Random

from kit.ground import soil, stone
from kit.materials import glass, metal, paint, rust, wall, wood
from kit.nodes import Nodes, shade
from kit.outside import backdrop
from kit.plants import bush, grass, hedge, threes, tree
from kit.shapes import Thing, Vector, box, group, lathe, moved, points, profile, tube
from kit.stage import Given, Stage, place


@place
def front_garden(stage: Stage, given: Given) -> None:
    """A brick wall with a gateway 1.0 m wide about x = 0 at y = 0; we stand on the pavement.

    `hung` is true for the mended gate; otherwise it leans off its upper hinge. `ajar` opens a
    hung gate by degrees. A house stands at y = 7.
    """
    chance = stage.random
    _brick_wall(chance, -3.4, -0.62)
    _brick_wall(chance, 0.62, 3.6)
    post = wood("#6B6257", along="z", gloss=0.75)
    for x in (-0.6, 0.6):
        box((0.13, 0.13, 1.28), (x, 0.1, 0), material=post, bevel=0.008)
        box((0.165, 0.165, 0.035), (x, 0.1, 1.28), material=post, bevel=0.012)
    _gate(stage, hung=given.yes("hung"), ajar=given.number("ajar", 0.0))
    _path(chance)
    _pavement(chance)
    box((30, 12, 0.1), (0, 6.15, -0.12), material=soil("#4D4531"), bevel=0)
    for x, wide in ((-1.9, 2.6), (2.2, 2.8)):
        grass(chance, (wide, 5.2), (x, 3.0, -0.02), 13000)
    for x, wide in ((-2.2, 3.0), (2.3, 3.0)):
        grass(chance, (wide, 0.14), (x, -0.06, -0.01), 900, high=0.07)
    if given.yes("hedge", default=True):
        hedge(chance, (2.7, 0.5, 1.0), (-2.15, 0.55, 0.35), 15000)
        hedge(chance, (2.6, 0.5, 0.92), (2.3, 0.55, 0.35), 15000)
    bush(chance, (0.75, 0.6, 0.8), (-1.35, 3.6, 0.6), 4200)
    bush(chance, (0.5, 0.45, 0.42), (1.25, 4.4, 0.35), 2600, colours=("#4C5A34", "#7C8250"))
    _house()


def _pavement(chance: Random) -> None:
    slab = stone("#7F7B74")
    for number in range(-5, 6):
        at = (stray(chance, number * 0.6, 0.004), -0.56, stray(chance, -0.08, 0.003))
        box((0.592, 0.9, 0.08), at, material=slab, bevel=0.008)
    box((30, 2.4, 0.06), (0, -0.4, -0.16), material=soil("#3A352C"), bevel=0)
    box((30, 6, 0.1), (0, -4.02, -0.14), material=stone("#55534F"), bevel=0)


def stray(chance: Random, value: float, by: float) -> float:
    """The value, off by at most `by`."""
    return value + chance.uniform(-by, by)


def _brick_wall(chance: Random, start: float, end: float) -> None:
    """Real bricks, each a little out of place, and a coping."""
    tones = ("#75564B", "#7D6056", "#694A40", "#836C62", "#705A52", "#5E473F")
    mortar = stone("#8F897D", grain=90)
    box((end - start - 0.012, 0.088, 0.62), ((start + end) / 2, 0.1, 0), material=mortar, bevel=0)
    for row in range(8):
        x = start + (0 if row % 2 else -0.1125)
        while x < end - 0.02:
            left, right = max(x, start), min(x + 0.215, end)
            if right - left > 0.04:
                size = (right - left - 0.001, 0.1025 + chance.uniform(-0.003, 0.003), 0.065)
                at = (
                    (left + right) / 2,
                    0.1 + chance.uniform(-0.0015, 0.0015),
                    0.012 + row * 0.0755,
                )
                box(
                    size,
                    at,
                    material=_brick(chance.choice(tones)),
                    bevel=0.004,
                    turn=(0, chance.uniform(-0.5, 0.5), 0),
                )
            x += 0.225
    cap = stone("#8B867C")
    x = start - 0.02
    while x < end:
        wide = min(0.6, end + 0.02 - x)
        box(
            (wide - 0.006, 0.17, 0.055),
            (x + wide / 2, 0.1, 0.618),
            material=cap,
            bevel=0.014,
            turn=(0, 0, chance.uniform(-0.5, 0.5)),
        )
        x += 0.6


BRICKS: dict[str, Thing] = {}


def _brick(colour: str) -> Thing:
    if colour not in BRICKS:
        nodes = Nodes("brick")
        coarse, fine = (
            nodes.noise(nodes.place(), 18, 5, 0.65),
            nodes.noise(nodes.place(), 130, 5, 0.7),
        )
        tone = nodes.ramp(
            coarse, (0.3, shade(colour, 0.66)), (0.55, colour), (0.75, shade(colour, 1.2))
        )
        lot = nodes.add("ObjectInfo").outputs["Random"]
        tone = nodes.mix(nodes.span(lot, 0.0, 0.4, (0, 1)), tone, shade(colour, 0.6))
        BRICKS[colour] = nodes.done(
            Base_Color=tone, Roughness=0.92, Normal=nodes.bump(fine, 0.5, 0.003)
        )
    return BRICKS[colour]


def _gate(stage: Stage, *, hung: bool, ajar: float) -> None:
    gate = group("gate", [*_planks(stage), *_ironwork()])
    steel = metal("#4A4038", rough=0.5)
    pin = profile("0 0, .01 0, .01 .07, 0 .07")
    for z in (0.2225, 0.7825):
        lathe(pin, material=steel, at=(-0.525, 0.03, z), turns=20)
    if hung:
        moved(gate, (-0.51, 0.06, 0.0), (0, 0, ajar))
    else:
        moved(gate, (-0.47, 0.02, -0.012), (-5, 11.5, -7))
    stage.things["gate"] = gate


def _planks(stage: Stage) -> list[Thing]:
    skin = paint("#8FA393", rough=0.6, wear=0.35, chips="#6F5B46")
    parts = []
    for number in range(8):
        high = 0.93 + 0.055 * sin(number / 7 * 3.14159) + stage.near(0, 0.006)
        at, turn = (0.06 + number * 0.128, 0, 0.05), (0, stage.near(0, 0.4), 0)
        parts.append(box((0.098, 0.02, high), at, material=skin, bevel=0.004, turn=turn))
    for z in (0.22, 0.78):
        parts.append(box((1.02, 0.028, 0.075), (0.51, 0.024, z), material=skin))
    brace = box((1.12, 0.026, 0.07), (0, 0, -0.035), material=skin)
    return [*parts, moved(brace, (0.51, 0.024, 0.54), (0, 30, 0))]


def _ironwork() -> list[Thing]:
    iron = rust("#3E322A")
    nail = profile("0 .005, .009 .004, .011 0")
    parts = [box((0.11, 0.008, 0.035), (0.95, -0.014, 0.66), material=iron, bevel=0.002)]
    for z in (0.24, 0.80):
        parts.append(box((0.34, 0.006, 0.035), (0.16, -0.014, z), material=iron, bevel=0.002))
        for x in (0.05, 0.16, 0.27):
            at = (x, -0.017, z + 0.017)
            parts.append(lathe(nail, material=iron, at=at, turn=(90, 0, 0), turns=16))
    latch = points(".95 -.018 .69, .965 -.045 .66, .95 -.03 .615, .935 -.02 .6")
    return [*parts, tube(latch, 0.006, material=iron)]


def _path(chance: Random) -> None:
    slab = stone("#86827A")
    for row in range(11):
        for x in (-0.235, 0.235):
            size = (0.455, 0.59, 0.05)
            at = (
                x + chance.uniform(-0.006, 0.006),
                -0.0 + row * 0.61 + 0.1,
                -0.045 + chance.uniform(-0.004, 0.004),
            )
            box(size, at, material=slab, bevel=0.007, turn=(0, 0, chance.uniform(-0.8, 0.8)))


def _house() -> None:
    render = wall("#58574F", grime=0.2)
    box((14, 0.3, 6), (0, 7.2, -0.1), material=render, bevel=0)
    trim = paint("#8E8A80", rough=0.5)
    door = paint("#33475C", rough=0.35)
    box((0.95, 0.1, 2.05), (0.42, 7.03, 0.1), material=door, bevel=0.01)
    for z, high in ((0.25, 0.7), (1.15, 0.8)):
        for x in (0.22, 0.62):
            box((0.3, 0.03, high), (x, 6.975, z), material=door, bevel=0.012)
    for x in (-0.1, 0.94):
        box((0.09, 0.12, 2.15), (x, 7.03, 0.1), material=trim)
    box((1.3, 0.35, 0.09), (0.42, 6.95, 2.22), material=trim, bevel=0.015)
    box((1.3, 0.5, 0.16), (0.42, 6.85, -0.06), material=stone("#8B867C"), bevel=0.015)
    dark = paint("#2C3338", rough=0.08, wear=0.1)
    for x, z in ((2.6, 1.0), (-7.6, 1.0)):
        box((1.6, 0.12, 1.3), (x, 7.03, z), material=trim)
        for side in (-0.38, 0.38):
            box((0.68, 0.04, 1.12), (x + side, 6.97, z + 0.09), material=dark)
        box((0.72, 0.03, 1.1), (x - 0.38, 6.955, z + 0.1), material=glass(), bevel=0)
        box((1.75, 0.24, 0.07), (x, 6.97, z - 0.05), material=stone("#8B867C"), bevel=0.01)


@place
def beans(stage: Stage, given: Given) -> None:
    """A kitchen garden: rows of beans on canes, running away; a shed and a hedge behind."""
    chance = stage.random
    box((40, 40, 0.1), (0, 12, -0.1), material=soil(given.text("soil", "#4A3A2B")), bevel=0)
    cane = wood("#A08A5E", along="z", gloss=0.6)
    for row in given.numbers("rows", [-1.5, -0.2, 1.1]):
        stems = list[tuple[Vector, float]]()
        for number in range(9):
            y = 1.0 + number * 0.55
            for foot, facing in ((row - 0.06, pi), (row + 0.42, 0.0)):
                top = row + 0.18 + (row + 0.18 - foot) * 0.1
                ends = ((foot, y, -0.02), (top, y + stage.near(0, 0.03), 2.05))
                tube(list(ends), 0.008, material=cane, smooth=1)
                stems += _climbing(chance, *ends, facing)
        tube([(row + 0.18, 0.8, 1.93), (row + 0.18, 5.8, 1.95)], 0.009, material=cane, smooth=1)
        threes(chance, stems, 0.095, ("#48632F", "#6D8748"))
    grass(chance, (1.0, 7), (0.65, 3, 0), 2500, high=0.05)
    hedge(chance, (14, 0.8, 1.7), (0, 9.0, 0), 22000, leaf_size=0.09)
    tree(chance, (-3.4, 13.0, 0), 5.6, 900)
    tree(chance, (4.2, 16.0, 0), 6.4, 900)
    backdrop(given)


def _climbing(
    chance: Random, foot: Vector, top: Vector, facing: float
) -> Iterator[tuple[Vector, float]]:
    """Where a bean that climbs a cane has its leaves, and which way they face."""
    for step in range(34):
        share = (step + chance.random()) / 34
        x, y, z = (low + (high - low) * share for low, high in zip(foot, top, strict=True))
        yield (x, y + chance.gauss(0, 0.05), z), facing + chance.gauss(0, 0.9)
