"""A depot: a steel gate across a wet yard, a guard's hut, lorries in a row behind."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import cos, pi, sin

from kit.ground import asphalt, stone
from kit.materials import glass, glow, metal, paint, plastic
from kit.outside import backdrop
from kit.shapes import Thing, box, group, lathe, moved, tube
from kit.stage import Given, Stage, place


@place
def depot(stage: Stage, given: Given) -> None:
    """The gate stands at y = 0, 5.6 m wide; `opened` slides it aside by metres; `wet` the yard.

    `hut` is the glow of the guard's window, `lamps` that of the yard's lamps.
    """
    box((120, 140, 0.1), (0, 50, -0.1), material=asphalt(wet=given.number("wet", 0.8)), bevel=0)
    for x in (-4.4, 4.5):
        box((3.0, 14, 0.13), (x * 1.05, -3.0, 0), material=stone("#77746E"), bevel=0.03)
    _gate(given.number("opened", 0.0))
    _fence(-12.0, -3.0)
    _fence(2.9, 14.0)
    _hut(stage, given.number("hut", 1.2))
    colours = given.texts("lorries", ["#59636A", "#5E5048", "#626A68", "#46535C", "#6A665C"])
    for number, colour in enumerate(colours):
        lorry = group("lorry", _lorry(colour))
        x = -9.4 + number * 4.1 + stage.near(0, 0.15)
        moved(lorry, (x, 13.0 + stage.near(0, 0.3), 0), (0, 0, stage.near(0, 1.5)))
    for x, y in ((-7.5, 10.0), (6.8, 11.5), (0.5, 30.0)):
        _lamp_post(x, y, given.number("lamps", 14))
    box((110, 10, 4.2), (0, 56, 0), material=paint("#3E454B", rough=0.7), bevel=0.05)
    backdrop(given)


def _gate(opened: float) -> None:
    steel, worn = (
        paint("#4E585C", rough=0.5, wear=0.3, chips="#6B5A4C"),
        metal("#7C7F80", rough=0.5),
    )
    parts = []
    for z in (0.16, 0.95, 1.82):
        parts.append(box((5.6, 0.055, 0.055), (0, 0, z), material=steel, bevel=0.006))
    for number in range(38):
        parts.append(
            box(
                (0.022, 0.022, 1.72),
                (-2.75 + number * 0.1486, 0, 0.17),
                material=steel,
                bevel=0.003,
            )
        )
    parts.append(box((0.07, 0.07, 1.85), (-2.8, 0, 0.1), material=steel))
    parts.append(box((0.07, 0.07, 1.85), (2.8, 0, 0.1), material=steel))
    for x in (-2.2, 2.2):
        parts.append(
            lathe(
                [(0, 0), (0.09, 0), (0.09, 0.04), (0, 0.04)],
                material=worn,
                at=(x, 0.02, 0.09),
                turn=(90, 0, 0),
                turns=32,
            )
        )
    plate = paint("#B4A266", rough=0.5, wear=0.4, chips="#5C5A52")
    parts.append(
        box((0.9, 0.012, 0.34), (-0.5, -0.04, 1.28), material=plate, bevel=0.004, turn=(0, 1.2, 0))
    )
    moved(group("gate", parts), (-opened, 0, 0))
    box((11, 0.06, 0.015), (-2.0, 0, 0), material=worn, bevel=0.003)
    for x in (-2.95, 2.95):
        box((0.16, 0.16, 2.2), (x, 0.06, 0), material=steel, bevel=0.01)
        box((0.19, 0.19, 0.03), (x, 0.06, 2.2), material=steel)


def _fence(start: float, end: float) -> None:
    steel = paint("#5A6366", rough=0.55, wear=0.3)
    x = start
    while x < end:
        box((0.06, 0.06, 2.15), (x, 0.1, 0), material=steel)
        x += 2.4
    for number in range(int((end - start) / 0.11)):
        box((0.014, 0.014, 1.95), (start + number * 0.11, 0.07, 0.12), material=steel, bevel=0.002)
    for z in (0.2, 1.9):
        box((end - start, 0.04, 0.04), ((start + end) / 2, 0.1, z), material=steel)


def _hut(stage: Stage, light: float) -> None:
    skin, trim = paint("#8D948E", rough=0.6, wear=0.35), paint("#3F474A", rough=0.5)
    x, y = 4.35, -0.7
    box((1.7, 1.7, 0.95), (x, y, 0.13), material=skin, bevel=0.015)
    box((1.7, 1.7, 0.35), (x, y, 2.1), material=skin, bevel=0.015)
    box((1.95, 1.95, 0.1), (x, y, 2.44), material=trim, bevel=0.02)
    for dx in (-0.82, 0.82):
        for dy in (-0.82, 0.82):
            box((0.07, 0.07, 1.1), (x + dx, y + dy, 1.05), material=skin)
    box((1.6, 0.02, 1.05), (x, y + 0.8, 1.06), material=paint("#B9A27E", rough=0.8), bevel=0)
    box((0.9, 0.5, 0.04), (x, y + 0.3, 1.08), material=trim)
    box((0.34, 0.05, 0.26), (x - 0.2, y + 0.4, 1.14), material=plastic("#1C1F21"), turn=(0, 0, 16))
    if light:
        box((0.9, 0.1, 0.03), (x, y, 2.06), material=glow("#FFC07A", 4 * light), bevel=0)
    for dx, dy, wide, deep in ((0, -0.83, 1.6, 0.006), (-0.83, 0, 0.006, 1.6)):
        box((wide, deep, 1.06), (x + dx, y + dy, 1.06), material=glass("#D8E0DC"), bevel=0)
    box((0.03, 0.04, 1.1), (x - 0.1, y - 0.83, 1.05), material=trim)
    stage.openings["hut"] = (x, y, 1.9)


def _lorry(colour: str) -> list[Thing]:
    """A tractor unit with its trailer, facing −y; its front at y = 0."""
    skin, dark = paint(colour, rough=0.3, wear=0.2), plastic("#17191A", rough=0.5)
    box_skin = paint("#A9A79E", rough=0.5, wear=0.3)
    pane = paint("#12171B", rough=0.06, wear=0.1)
    parts = [box((2.4, 2.1, 2.3), (0, 1.08, 0.95), material=skin, bevel=0.16)]
    parts.append(box((2.2, 1.6, 0.6), (0, 1.2, 3.1), material=skin, bevel=0.22))
    parts.append(
        box((2.14, 0.06, 0.86), (0, 0.035, 2.18), material=pane, bevel=0.08, turn=(-5, 0, 0))
    )
    parts.append(
        box((2.3, 0.08, 0.1), (0, -0.02, 2.98), material=dark, bevel=0.03, turn=(-18, 0, 0))
    )
    for number in range(5):
        parts.append(
            box((1.5, 0.05, 0.075), (0, 0.0, 1.12 + number * 0.16), material=dark, bevel=0.02)
        )
    parts.append(box((2.44, 0.35, 0.5), (0, 0.14, 0.42), material=skin, bevel=0.08))
    parts.append(box((1.3, 0.06, 0.14), (0, -0.03, 0.5), material=dark, bevel=0.03))
    lens = paint("#B9C0C2", rough=0.08, wear=0.2)
    for x in (-1, 1):
        parts.append(box((0.34, 0.06, 0.2), (x * 0.96, -0.03, 0.62), material=lens, bevel=0.04))
        parts.append(tube([(x * 1.2, 0.2, 2.75), (x * 1.42, 0.06, 2.72)], 0.025, material=dark))
        parts.append(box((0.2, 0.1, 0.52), (x * 1.44, 0.05, 2.2), material=dark, bevel=0.04))
        for y in (1.1, 4.3, 8.4, 9.6):
            parts.append(
                lathe(
                    [(0, 0), (0.5, 0), (0.52, 0.04), (0.52, 0.26), (0.5, 0.3), (0, 0.3)],
                    material=dark,
                    at=(x * 1.2, y, 0.52),
                    turn=(0, -90 * x, 0),
                    turns=40,
                )
            )
        parts.append(
            tube([(x * 0.9, 0.02, 2.1), (x * 0.15, -0.02, 2.2)], 0.016, material=dark, smooth=2)
        )
    parts.append(box((2.5, 9.0, 2.75), (0, 7.0, 1.1), material=box_skin, bevel=0.03))
    return parts


def _lamp_post(x: float, y: float, power: float) -> None:
    steel = metal("#6C6F70", rough=0.5)
    tube(
        [(x, y, 0), (x, y, 7.0), (x, y - 0.4, 7.5), (x, y - 1.2, 7.6)],
        [0.09, 0.06, 0.05, 0.04],
        material=steel,
    )
    box((0.22, 0.6, 0.1), (x, y - 1.4, 7.54), material=steel, bevel=0.03)
    if power:
        ring = [(0.1 * sin(a), 0.1 * cos(a)) for a in (i * pi / 8 for i in range(9))]
        lathe(ring, material=glow("#FFAE5E", power), at=(x, y - 1.4, 7.5), turns=16)
