"""A works canteen: trays, an urn, plain chairs; and what stands on a desk."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import pi, sin

from kit.drawn import draw, size
from kit.materials import drawn, leather, metal, paper, plastic, wood
from kit.props.papers import leaflet
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
    smoothed,
    tube,
)  # fmt: skip
from kit.stage import PROPS, Given, Stage, prop


@prop
def tray(stage: Stage, given: Given) -> Thing:
    """A canteen tray with a plate, a mug and cutlery, unless `empty`."""
    wide, deep = 0.44, 0.32
    skin = plastic(given.text("colour", "#7A6A58"), rough=0.45)
    parts = [box((wide, deep, 0.006), (0, 0, 0.002), material=skin, bevel=0.003)]
    corners = points(
        "-.97 -1, 0 -1, .97 -1, 1 -.95, 1 0, 1 .95, .97 1, 0 1, -.97 1, -1 .95, -1 0, -1 -.95"
    )
    rim = [(x * wide / 2, y * deep / 2, 0.012) for x, y, _ in corners]
    parts.append(tube(rim, 0.006, material=skin, closed=True, smooth=1))
    if not given.yes("empty"):
        parts += _meal(stage, given.text("mug", "#C9C5BA"), eaten=given.yes("eaten", default=True))
    return group("tray", parts)


def _meal(stage: Stage, mug: str, *, eaten: bool) -> list[Thing]:
    plate = PROPS["plate"](stage, Given("plate", {"radius": 0.115}))
    cup = PROPS["mug"](stage, Given("mug", {"colour": mug}))
    napkin = box((0.1, 0.1, 0.004), material=paper("#CFCBC0"), bevel=0.001)
    parts = [moved(plate, (-0.07, 0.01, 0.009)), moved(cup, (0.14, 0.06, 0.008), (0, 0, 40))]
    if eaten:
        parts.append(moved(_leftover(stage), (-0.07, 0.01, 0.016)))
    parts.append(moved(fork(), (-0.05, -0.02, 0.026), (0, 4, 34)))
    parts.append(moved(napkin, (0.13, -0.07, 0.009), (0, 0, 14)))
    return parts


def _leftover(stage: Stage) -> Thing:
    food = leather("#8A6236", rough=0.5, dust="#5E3E20", amount=0.7)
    peas = leather("#5A6E36", rough=0.4)
    parts = []
    for _ in range(26):
        at = (stage.random.uniform(0.0, 0.06), stage.random.uniform(-0.05, 0.01), 0.004)
        r = 0.0042
        parts.append(
            lathe(
                [(r * sin(a), r - r * sin(pi / 2 - a)) for a in (i * pi / 6 for i in range(7))],
                material=peas,
                at=at,
                turns=12,
            )
        )
    parts.append(
        box((0.07, 0.045, 0.022), (-0.03, 0.02, 0), material=food, bevel=0.01, turn=(0, 0, 25))
    )
    return group("leftover", parts)


def fork() -> Thing:
    """A steel fork of 19 cm, handle to −x."""
    steel = metal("#B4B6B7", rough=0.2)
    parts = [
        tube(
            [(-0.1, 0, 0.004), (-0.03, 0, 0.005), (0.02, 0, 0.002), (0.045, 0, 0.003)],
            [0.0055, 0.004, 0.003, 0.006],
            material=steel,
        )
    ]
    for y in (-0.0075, -0.0025, 0.0025, 0.0075):
        parts.append(
            tube(
                [(0.04, y * 0.8, 0.003), (0.065, y, 0.002), (0.092, y, 0.006)],
                [0.0018, 0.0015, 0.001],
                material=steel,
            )
        )
    return group("fork", parts)


@prop
def urn(stage: Stage, given: Given) -> Thing:
    """A steel tea urn with a tap to −y."""
    steel, dark = metal("#AEB1B3", rough=0.2), plastic("#1B1C1E")
    line = profile(
        "0 0, .15 0, .155 .01, .155 .05, .15 .055, .15 .4, .155 .405, .155 .42, .13 .45,"
        ".05 .475, 0 .478"
    )
    knob = profile(".008 .478, .008 .49, .02 .497, .018 .51, 0 .513")
    tap = points("0 -.15 .075, 0 -.2 .075, 0 -.215 .05")
    parts = [
        lathe(line, material=steel, turns=96, sharp=25),
        lathe(knob, material=dark),
        tube(tap, [0.012, 0.012, 0.01], material=steel),
        tube(points("0 -.19 .085, 0 -.19 .12"), 0.006, material=dark),
    ]
    for x in (-1, 1):
        grip = [(x * out, 0, z) for out, z, _ in points(".15 .31, .19 .32, .19 .38, .15 .39")]
        parts.append(tube(grip, 0.008, material=dark))
    return group("urn", parts)


@prop
def shell_chair(stage: Stage, given: Given) -> Thing:
    """A moulded canteen chair on steel legs, facing −y."""
    shell, steel = plastic(given.text("colour", "#8A5A3E"), rough=0.4), metal("#A4A7A8", rough=0.25)

    def mould(u: float, v: float) -> Vector:
        x = (u - 0.5) * (0.43 - 0.06 * max(0.0, v - 0.55))
        side = (2 * (u - 0.5)) ** 4
        if v < 0.5:
            y, z = (
                -0.21 + v * 0.8,
                0.44
                - 0.02 * sin(pi * v * 2)
                + 0.018 * side
                - (0.03 * (1 - v / 0.08) if v < 0.08 else 0),
            )
        else:
            t = (v - 0.5) * 2
            y, z = (
                0.19 + 0.07 * t + 0.05 * sin(t * 1.6) - 0.03 * side,
                0.44 + 0.4 * t**1.3 + 0.018 * side * (1 - t),
            )
        return x, y, z

    parts = [smoothed(sheet(16, 28, mould, material=shell, thickness=0.007), 1)]
    for x in (-1, 1):
        leg = [
            (x * 0.21, -0.2, 0),
            (x * 0.17, -0.14, 0.4),
            (x * 0.16, 0.0, 0.42),
            (x * 0.17, 0.14, 0.4),
            (x * 0.21, 0.24, 0),
        ]
        parts.append(tube(leg, 0.0095, material=steel))
    return group("shell-chair", parts)


@prop
def long_table(stage: Stage, given: Given) -> Thing:
    """A canteen table: a laminate top with a dark edge on steel legs; surface `long`."""
    wide, deep = given.number("wide", 1.8), given.number("deep", 0.75)
    top, edge = plastic(given.text("colour", "#A89F8C"), rough=0.35, grain=30), wood("#5E4633")
    steel = metal("#7E8182", rough=0.35)
    parts = [box((wide, deep, 0.022), (0, 0, 0.72), material=edge, bevel=0.006)]
    parts.append(box((wide - 0.012, deep - 0.012, 0.004), (0, 0, 0.74), material=top, bevel=0.0015))
    for x in (-1, 1):
        for y in (-1, 1):
            parts.append(
                box(
                    (0.035, 0.035, 0.72),
                    (x * (wide / 2 - 0.08), y * (deep / 2 - 0.07), 0),
                    material=steel,
                    bevel=0.006,
                )
            )
    spot = given.numbers("stands", [0.0, 0.0])
    stage.surfaces[given.text("surface", "long")] = (spot[0], spot[1], 0.744)
    return group("long-table", parts)


@prop
def receipts(stage: Stage, given: Given) -> Thing:
    """A neat stack of till receipts, with a bulldog clip when `clipped`."""
    wide, high = size("receipt")
    parts, z = [], 0.0
    count = given.count("count", 16)
    for number in range(count):
        skin = paper("#DDD8CB")
        if number >= count - 3:
            tone = stage.random.choice(("#E2DDD0", "#DAD6CC", "#E0D8C4"))
            skin = drawn(draw("receipt", stage.random, stage.scratch, tone, 6.0))
        long = high * stage.random.uniform(0.5, 0.85)
        one = leaflet(stage, skin, wide * 0.9, long, curl=0.003)
        turn = (0, 0, stage.random.uniform(-2.4, 2.4))
        parts.append(moved(one, (stage.random.uniform(-0.002, 0.002), -long / 2, z), turn))
        z += 0.0011
    if given.yes("clipped", default=True):
        parts += _clip(z)
    return group("receipts", parts)


def _clip(z: float) -> list[Thing]:
    steel, wire = metal("#2C2D2E", rough=0.3), metal("#A9ABAC")
    parts = [box((0.05, 0.016, 0.012), (0, -0.006, z - 0.006), material=steel, bevel=0.003)]
    for y in (-0.03, 0.02):
        near, far = z + 0.004, z + 0.012
        bow = [(-0.014, y * 0.2, near), (-0.011, y, far), (0.011, y, far), (0.014, y * 0.2, near)]
        parts.append(tube(bow, 0.0014, material=wire))
    return parts


@prop
def ledger(stage: Stage, given: Given) -> Thing:
    """A bound account book lying shut, with red-brown corners."""
    cover, corner = (
        leather(given.text("colour", "#3F4A44"), rough=0.7),
        leather("#5A3A2C", rough=0.55),
    )
    parts = [
        box((0.21, 0.3, 0.003), (0, 0, 0), material=cover, bevel=0.001),
        box((0.2, 0.292, 0.022), (-0.002, 0, 0.003), material=paper("#CFC6B0"), bevel=0.001),
        box((0.21, 0.3, 0.003), (0, 0, 0.025), material=cover, bevel=0.001),
        box((0.035, 0.3005, 0.029), (-0.094, 0, -0.0003), material=corner, bevel=0.006),
    ]
    for x, y in ((0.093, 0.138), (0.093, -0.138)):
        parts.append(box((0.03, 0.03, 0.0292), (x, y, -0.0004), material=corner, bevel=0.002))
    return group("ledger", parts)


@prop
def spectacles(stage: Stage, given: Given) -> Thing:
    """Reading glasses, folded, lying on their arms."""
    from math import cos  # noqa: PLC0415

    frame = metal(given.text("colour", "#5A4B38"), rough=0.3)
    parts = []
    for x in (-0.033, 0.033):
        rim = [
            (x + 0.024 * cos(a), 0, 0.02 + 0.018 * sin(a)) for a in (i * pi / 12 for i in range(24))
        ]
        parts.append(tube(rim, 0.0013, material=frame, closed=True, smooth=1))
    parts.append(
        tube([(-0.009, 0, 0.024), (0, -0.003, 0.028), (0.009, 0, 0.024)], 0.0013, material=frame)
    )
    for x in (-1, 1):
        parts.append(
            tube(
                [
                    (x * 0.058, 0, 0.026),
                    (x * 0.06, 0.006, 0.025),
                    (-x * 0.02, 0.014 + 0.004 * x, 0.014),
                    (-x * 0.05, 0.016 + 0.004 * x, 0.003),
                ],
                0.0014,
                material=frame,
            )
        )
    return group("spectacles", parts)
