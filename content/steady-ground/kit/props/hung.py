"""What hangs on a wall: a clock, prints, a notice board, a radiator."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import cos, pi, radians, sin

from kit.ground import bricks, soil, stone
from kit.materials import (
    metal,
    paint,
    paper,
    plastic,
    wood,
)
from kit.shapes import Thing, box, group, lathe, moved, tube
from kit.stage import Given, Stage, prop


@prop
def wall_clock(stage: Stage, given: Given) -> Thing:
    """A round clock on a wall (its back at y = 0) showing `hour` and `minute`."""
    rim, face = metal("#8C8F90", rough=0.3), paper("#DDD8CB")
    ink = plastic("#1A1B1C")
    r = given.number("radius", 0.13)
    back = [
        (0, 0),
        (r, 0),
        (r * 1.06, 0.008),
        (r * 1.06, 0.03),
        (r * 0.99, 0.034),
        (r * 0.97, 0.02),
    ]
    parts = [lathe(back, material=rim), lathe([(0, 0.018), (r * 0.98, 0.018)], material=face)]
    for mark in range(12):
        a = mark * pi / 6
        long = 0.02 if mark % 3 == 0 else 0.011
        at = (sin(a) * r * 0.86, cos(a) * r * 0.86, 0.0182)
        parts.append(box((0.005, long, 0.001), at, material=ink, bevel=0, turn=(0, 0, -mark * 30)))
    hour, minute = given.number("hour", 7), given.number("minute", 5)
    for angle, long, wide, z in (
        (hour * 30 + minute / 2, 0.52, 0.008, 0.0205),
        (minute * 6, 0.8, 0.005, 0.0225),
    ):
        a = radians(angle)
        at = (sin(a) * r * long * 0.42, cos(a) * r * long * 0.42, z)
        parts.append(box((wide, r * long, 0.001), at, material=ink, bevel=0, turn=(0, 0, -angle)))
    return group("clock-stand", [moved(group("clock", parts), turn=(90, 0, 0))])


@prop
def picture_frame(stage: Stage, given: Given) -> Thing:
    """A framed print without a subject: two soft fields, like land and sky; back at y = 0."""
    wide, high = given.number("wide", 0.42), given.number("high", 0.32)
    rim = wood(given.text("frame", "#5A4634"))
    parts = [
        box((wide, 0.02, 0.022), (0, -0.012, z), material=rim, bevel=0.003)
        for z in (0, high - 0.022)
    ] + [
        box((0.022, 0.02, high), (x, -0.012, 0), material=rim, bevel=0.003)
        for x in (-wide / 2 + 0.011, wide / 2 - 0.011)
    ]
    parts.append(
        box(
            (wide - 0.01, 0.006, high - 0.01),
            (0, -0.004, 0.005),
            material=paper("#CFCABD"),
            bevel=0,
        )
    )
    inner = (wide - 0.14, 0.002, (high - 0.13) / 2)
    parts.append(
        box(inner, (0, -0.008, 0.065), material=paper(given.text("land", "#6E7462")), bevel=0)
    )
    parts.append(
        box(
            inner,
            (0, -0.008, 0.065 + inner[2]),
            material=paper(given.text("sky", "#9DA9AE")),
            bevel=0,
        )
    )
    return group("print", parts)


@prop
def notice_board(stage: Stage, given: Given) -> Thing:
    """A cork board with pinned blank papers; back at y = 0."""
    wide, high = given.number("wide", 0.9), given.number("high", 0.6)
    rim, cork = wood("#8B6C48"), soil("#9A7650")
    parts = [box((wide, 0.012, high), (0, -0.006, 0), material=cork, bevel=0)]
    for z in (0, high - 0.025):
        parts.append(box((wide, 0.022, 0.025), (0, -0.011, z), material=rim))
    for x in (-wide / 2, wide / 2):
        parts.append(box((0.025, 0.022, high), (x, -0.011, 0), material=rim))
    for _ in range(given.count("papers", 6)):
        size = (stage.random.uniform(0.1, 0.21), stage.random.uniform(0.12, 0.26))
        x = stage.random.uniform(-wide / 2 + 0.14, wide / 2 - 0.14)
        z = stage.random.uniform(0.05, max(0.06, high - size[1] - 0.05))
        tone = stage.random.choice(("#D8D3C6", "#CDB48A", "#B9C2C0", "#D3CBB0"))
        y = -0.0135 - stage.random.uniform(0, 0.002)
        parts.append(
            box(
                (size[0], 0.0006, size[1]),
                (x, y, z),
                material=paper(tone),
                bevel=0,
                turn=(3, stage.random.uniform(-4, 4), 0),
            )
        )
        pin = lathe(
            [(0, 0), (0.005, 0.002), (0.004, 0.008), (0, 0.009)],
            material=plastic(stage.random.choice(("#7E3B33", "#33506B", "#B4A26A"))),
        )
        parts.append(moved(pin, (x, y - 0.004, z + size[1] - 0.015), (90, 0, 0)))
    return group("board", parts)


@prop
def radiator(stage: Stage, given: Given) -> Thing:
    """A white panel radiator on a wall; back at y = 0."""
    wide = given.number("wide", 0.9)
    white = paint("#CFCBC0", rough=0.35, wear=0.2)
    parts = [box((wide, 0.05, 0.5), (0, -0.07, 0.14), material=white, bevel=0.01)]
    count = int(wide / 0.05)
    for number in range(count):
        x = -wide / 2 + (number + 0.5) * wide / count
        parts.append(box((0.03, 0.012, 0.44), (x, -0.098, 0.17), material=white, bevel=0.006))
    pipe = metal("#A9A49A", rough=0.4)
    parts.append(
        tube(
            [(wide / 2 + 0.03, -0.07, 0), (wide / 2 + 0.03, -0.07, 0.17), (wide / 2, -0.07, 0.18)],
            0.008,
            material=pipe,
        )
    )
    parts.append(
        lathe(
            [(0, 0), (0.018, 0.004), (0.02, 0.05), (0, 0.06)],
            material=white,
            at=(wide / 2 + 0.03, -0.07, 0.17),
        )
    )
    return group("radiator", parts)


@prop
def brick_ledge(stage: Stage, given: Given) -> Thing:
    """A low wall of bricks with a stone coping at 80 cm; its top becomes the surface `ledge`."""
    high, wide = 0.745, given.number("wide", 4.0)
    skin, cap = bricks("#75564B"), stone("#8B867C")
    parts = [box((wide, 0.215, high), material=skin, bevel=0.004)]
    count = round(wide / 0.6)
    for number in range(count):
        x = (number + 0.5) * 0.6 - wide / 2
        at = (x, stage.near(0, 0.004), high)
        parts.append(box((0.593, 0.3, 0.055), at, material=cap, bevel=0.014))
    spot = given.numbers("stands", [0.0, 0.0])
    stage.surfaces["ledge"] = (spot[0], spot[1], high + 0.055)
    return group("ledge", parts)
