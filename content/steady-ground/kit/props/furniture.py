"""Tables, chairs, shelves."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import sin

from kit.materials import cloth, metal, paint, wood
from kit.shapes import Thing, box, group, lathe, moved, sheet, tube
from kit.stage import Given, Stage, prop


@prop
def table(stage: Stage, given: Given) -> Thing:
    """A farmhouse table of planks, 75 cm high; its top becomes the surface `table`."""
    wide, deep = given.number("wide", 1.5), given.number("deep", 0.85)
    top, leg = wood(given.text("colour", "#94805F")), wood(given.text("legs", "#7D5638"), along="z")
    rail = wood(given.text("legs", "#7D5638"))
    count = given.count("planks", 5)
    parts = []
    for number in range(count):
        y = (number + 0.5) * deep / count - deep / 2
        size = (stage.near(wide, 0.004), deep / count - 0.0016, 0.03)
        parts.append(box(size, (0, y, 0.72 + stage.near(0, 0.0004)), material=top, bevel=0.003))
    for x in (-wide / 2 + 0.07, wide / 2 - 0.07):
        for y in (-deep / 2 + 0.07, deep / 2 - 0.07):
            parts.append(box((0.065, 0.065, 0.72), (x, y, 0), material=leg, bevel=0.006))
    for y in (-deep / 2 + 0.055, deep / 2 - 0.055):
        parts.append(box((wide - 0.2, 0.022, 0.09), (0, y, 0.625), material=rail))
    for x in (-wide / 2 + 0.055, wide / 2 - 0.055):
        parts.append(box((0.022, deep - 0.2, 0.09), (x, 0, 0.625), material=rail))
    name = given.text("surface", "table")
    spot = given.numbers("stands", [0.0, 0.0])
    stage.surfaces[name] = (spot[0], spot[1], 0.75)
    return group("table", parts)


@prop
def chair(stage: Stage, given: Given) -> Thing:
    """A ladder-back kitchen chair facing −y (its back away from us at turn 0)."""
    colour = given.text("colour", "#7D5638")
    up, flat = wood(colour, along="z"), wood(colour)
    parts = []
    for x in (-0.19, 0.19):
        back = [(x, 0.19, 0), (x, 0.185, 0.45), (x * 0.98, 0.215, 0.75), (x * 0.95, 0.25, 0.96)]
        parts.append(tube(back, [0.016, 0.018, 0.016, 0.012], material=up))
        parts.append(tube([(x, -0.19, 0), (x, -0.185, 0.44)], [0.014, 0.018], material=up))
        parts.append(tube([(x, -0.185, 0.2), (x, 0.187, 0.2)], 0.01, material=up))
    parts.append(tube([(-0.19, -0.187, 0.26), (0.19, -0.187, 0.26)], 0.01, material=flat))
    parts.append(tube([(-0.19, 0.187, 0.3), (0.19, 0.187, 0.3)], 0.01, material=flat))
    for z, depth in ((0.56, 0.197), (0.7, 0.21), (0.85, 0.232)):
        parts.append(_slat(z, depth, flat))
    pad = given.text("seat", "")
    seat = cloth(pad) if pad else flat
    parts.append(box((0.43, 0.41, 0.026), (0, 0, 0.437), material=seat, bevel=0.011))
    return group("chair", parts)


def _slat(z: float, back: float, material: Thing) -> Thing:
    def bent(u: float, v: float) -> tuple[float, float, float]:
        return (u - 0.5) * 0.38, back + 0.03 * sin(u * 3.14159), z + (v - 0.5) * 0.075

    slat = sheet(12, 2, bent, material=material, thickness=0.012)
    edge = slat.modifiers.new("bevel", "BEVEL")
    edge.width = 0.004
    return slat


@prop
def easy_chair(stage: Stage, given: Given) -> Thing:
    """A meeting-room chair: padded seat and back on a wooden frame, facing −y."""
    frame = wood(given.text("frame", "#9A7A55"), along="z")
    pad = cloth(given.text("colour", "#56666B"), weave=420)
    parts = []
    for x in (-0.29, 0.29):
        parts.append(
            tube([(x, -0.27, 0), (x, -0.265, 0.32), (x, -0.255, 0.58)], 0.019, material=frame)
        )
        parts.append(tube([(x, 0.31, 0), (x, 0.27, 0.36), (x, 0.36, 0.82)], 0.019, material=frame))
        parts.append(
            moved(
                box((0.052, 0.6, 0.026), (0, 0, 0), material=frame, bevel=0.011),
                (x, 0.02, 0.59),
                (3, 0, 0),
            )
        )
        parts.append(tube([(x, -0.265, 0.36), (x, 0.275, 0.33)], 0.016, material=frame))
    parts.append(moved(_cushion(0.54, 0.56, 0.11, pad), (0, -0.01, 0.37), (4, 0, 0)))
    parts.append(moved(_cushion(0.54, 0.5, 0.09, pad), (0, 0.285, 0.66), (103, 0, 0)))
    return group("easy-chair", parts)


def _cushion(wide: float, deep: float, thick: float, material: Thing) -> Thing:
    """A stuffed pad about its middle."""
    pad = box((wide, deep, thick), (0, 0, -thick / 2), material=material, bevel=thick * 0.42)
    pad.modifiers["bevel"].segments = 6
    return group("cushion", [pad])


@prop
def round_table(stage: Stage, given: Given) -> Thing:
    """A low round table; its top becomes the surface `low`."""
    radius, high = given.number("radius", 0.38), given.number("high", 0.52)
    top = wood(given.text("colour", "#94805F"))
    edge = [
        (0, 0.0),
        (radius - 0.004, 0.0),
        (radius, 0.004),
        (radius, 0.018),
        (radius - 0.006, 0.024),
        (0, 0.024),
    ]
    parts = [lathe(edge, material=top, at=(0, 0, high - 0.024), turns=96)]
    leg = wood(given.text("legs", "#7D5638"), along="z")
    for x, y in ((0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7)):
        foot = (x * radius * 0.95, y * radius * 0.95, 0)
        parts.append(
            tube(
                [foot, (x * radius * 0.75, y * radius * 0.75, high - 0.02)],
                [0.013, 0.019],
                material=leg,
            )
        )
    spot = given.numbers("stands", [0.0, 0.0])
    stage.surfaces["low"] = (spot[0], spot[1], high)
    return group("round-table", parts)


@prop
def shelf(stage: Stage, given: Given) -> Thing:
    """A board on two brackets; `at` z is its top, its back at y = 0; surface `shelf`."""
    wide = given.number("wide", 0.9)
    board = wood(given.text("colour", "#7D5638"))
    iron = metal("#3A3B3C", rough=0.4)
    parts = [box((wide, 0.2, 0.024), (0, -0.1, -0.024), material=board)]
    for x in (-wide * 0.36, wide * 0.36):
        parts.append(box((0.022, 0.16, 0.005), (x, -0.085, -0.029), material=iron, bevel=0.002))
        parts.append(box((0.022, 0.005, 0.13), (x, -0.004, -0.155), material=iron, bevel=0.002))
    spot = given.numbers("stands", [0.0, 0.0, 1.4])
    stage.surfaces[given.text("surface", "shelf")] = (spot[0], spot[1] - 0.1, spot[2])
    return group("shelf", parts)


@prop
def stool(stage: Stage, given: Given) -> Thing:
    """A plain wooden stool, 45 cm."""
    material = wood(given.text("colour", "#7D5638"), along="z")
    parts = [
        lathe(
            [(0, 0), (0.165, 0), (0.17, 0.006), (0.168, 0.026), (0.15, 0.03), (0, 0.026)],
            material=material,
            at=(0, 0, 0.42),
        )
    ]
    for x, y in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
        parts.append(
            tube(
                [(x * 0.15, y * 0.15, 0), (x * 0.1, y * 0.1, 0.43)],
                [0.013, 0.017],
                material=material,
            )
        )
    return group("stool", parts)


@prop
def cupboard(stage: Stage, given: Given) -> Thing:
    """A low cupboard with two doors; its top becomes the surface `cupboard`."""
    wide, high, deep = (
        given.number("wide", 1.0),
        given.number("high", 0.8),
        given.number("deep", 0.42),
    )
    face = paint(given.text("colour", "#6F7A74"), rough=0.42)
    parts = [box((wide, deep, high - 0.03), (0, 0, 0), material=face)]
    parts.append(
        box(
            (wide + 0.03, deep + 0.03, 0.03),
            (0, 0, high - 0.03),
            material=wood(given.text("top", "#75614A")),
        )
    )
    knob = metal("#8E7A48", rough=0.3)
    for x in (-1, 1):
        parts.append(
            box(
                (wide / 2 - 0.02, 0.02, high - 0.12),
                (x * wide / 4, -deep / 2 - 0.01, 0.06),
                material=face,
                bevel=0.005,
            )
        )
        ball = lathe(
            [(0, 0), (0.012, 0.004), (0.014, 0.014), (0.008, 0.02), (0, 0.022)], material=knob
        )
        parts.append(moved(ball, (x * 0.05, -deep / 2 - 0.02, high * 0.55), (90, 0, 0)))
    spot = given.numbers("stands", [0.0, 0.0])
    stage.surfaces["cupboard"] = (spot[0], spot[1], high)
    return group("cupboard", parts)
