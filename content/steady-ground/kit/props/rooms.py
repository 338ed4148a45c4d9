"""What makes a room a bedroom, a playroom or a professional kitchen."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import atan2, cos, exp, pi, sin

from kit.drawn import draw
from kit.materials import cloth, drawn, metal, plastic, wood
from kit.props.kitchen import TOP
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
)  # fmt: skip
from kit.stage import Given, Stage, prop

BRIGHT = ("#6E4A42", "#47617A", "#8E7A44", "#4F6A50", "#7A7468")


@prop
def bed(stage: Stage, given: Given) -> Thing:
    """A single bed along y, its foot to −y: mattress, a blanket that hangs, a pillow."""
    frame = wood(given.text("frame", "#7D5638"))
    cover = cloth(given.text("colour", "#5A6A78"), weave=380)
    linen = cloth("#B9B8B0", weave=900, sheen=0.1)
    wide, long, phase = 0.92, 1.95, stage.random.uniform(0, 6)
    parts = [box((wide, long, 0.2), (0, 0, 0.3), material=linen, bevel=0.05)]
    for y in (-1, 1):
        parts.append(
            box(
                (wide + 0.06, 0.04, 0.75 if y > 0 else 0.5),
                (0, y * long / 2, 0),
                material=frame,
                bevel=0.01,
            )
        )
    for x in (-1, 1):
        parts.append(box((0.03, long, 0.12), (x * wide / 2, 0, 0.24), material=frame, bevel=0.008))

    def lie(u: float, v: float) -> Vector:
        x = (u - 0.5) * (wide + 0.56)
        over = max(0.0, abs(x) - wide / 2 - 0.01)
        y = -long / 2 + 0.03 + v * long * 0.74
        z = 0.515 - over * 1.05 + 0.008 * sin(7 * x + 4 * y + phase) + 0.006 * sin(11 * y - 5 * x)
        side = 1 if x > 0 else -1
        fold = 0.012 * sin(9 * y + phase) + 0.008 * sin(23 * y) * over * 4
        return (x if not over else side * (wide / 2 + 0.045 + fold)), y, z

    parts.append(smoothed(sheet(46, 60, lie, material=cover, thickness=0.018), 1))
    pillow = box((0.62, 0.4, 0.13), (0, 0, -0.065), material=linen, bevel=0.06)
    pillow.modifiers["bevel"].segments = 6
    parts.append(moved(pillow, (0, long / 2 - 0.28, 0.56), (6, 0, 3)))
    return group("bed", parts)


@prop
def bedside(stage: Stage, given: Given) -> Thing:
    """A small table of 55 cm with a drawer; surface `bedside`."""
    skin = wood(given.text("colour", "#7D5638"))
    parts = [
        box((0.42, 0.36, 0.022), (0, 0, 0.53), material=skin),
        box((0.38, 0.32, 0.13), (0, 0, 0.4), material=skin),
        box((0.34, 0.014, 0.1), (0, -0.165, 0.415), material=skin, bevel=0.006),
    ]
    knob = profile("0 0, .008 .002, .012 .012, 0 .018")
    parts.append(lathe(knob, material=metal("#8E7A48"), at=(0, -0.172, 0.465), turn=(90, 0, 0)))
    for x in (-0.17, 0.17):
        for y in (-0.14, 0.14):
            parts.append(box((0.035, 0.035, 0.41), (x, y, 0), material=skin, bevel=0.005))
    spot = given.numbers("stands", [0.0, 0.0])
    stage.surfaces["bedside"] = (spot[0], spot[1], 0.552)
    return group("bedside", parts)


@prop
def alarm_clock(stage: Stage, given: Given) -> Thing:
    """A bedside clock whose figures glow."""
    shell = plastic("#1D2022", rough=0.35)
    parts = [box((0.17, 0.07, 0.075), material=shell, bevel=0.012)]
    image = draw(given.text("drawn", "two-oh-four"), stage.random, stage.scratch, "#0A0C0E", 12.0)
    skin = drawn(image, rough=0.1, glow=given.number("glow", 1.4))

    def face(u: float, v: float) -> Vector:
        return (u - 0.5) * 0.145, -0.0355, 0.011 + v * 0.053

    parts.append(sheet(1, 1, face, material=skin))
    return group("clock", parts)


@prop
def small_chair(stage: Stage, given: Given) -> Thing:
    """A nursery chair, 30 cm, facing −y."""
    shell = plastic(given.text("colour", "#8E7A44"), rough=0.4)
    leg = wood("#B08F62", along="z")
    parts = [box((0.3, 0.28, 0.016), (0, 0, 0.29), material=shell, bevel=0.007)]

    def back(u: float, v: float) -> Vector:
        return (u - 0.5) * 0.28, 0.14 + 0.03 * sin(pi * u) + 0.03 * v, 0.38 + v * 0.16

    parts.append(sheet(12, 4, back, material=shell, thickness=0.012))
    for x in (-0.12, 0.12):
        parts.append(tube([(x, 0.12, 0), (x, 0.125, 0.3), (x, 0.16, 0.5)], 0.011, material=leg))
        parts.append(tube([(x * 1.05, -0.12, 0), (x, -0.11, 0.29)], 0.012, material=leg))
    return group("small-chair", parts)


@prop
def track(stage: Stage, given: Given) -> Thing:
    """A wooden toy track in a figure of eight."""
    skin, groove = wood("#B99A6B"), wood("#8E7048")
    line = []
    for step in range(64):
        a = step * 2 * pi / 64
        line.append((0.52 * sin(a), 0.3 * sin(2 * a), 0.012 + 0.05 * exp(-(((a - pi) / 0.5) ** 2))))
    parts = []
    for number in range(64):
        x, y, z = line[number]
        far = line[(number + 1) % 64]
        angle = -57.3 * atan2(far[0] - x, far[1] - y)
        parts.append(
            box(
                (0.042, 0.066, 0.012),
                (x, y, z - 0.012),
                material=skin,
                bevel=0.002,
                turn=(0, 0, angle),
            )
        )
        for side in (-0.011, 0.011):
            at = (x + side * cos(angle / 57.3), y + side * sin(angle / 57.3), z - 0.0005)
            parts.append(
                box((0.005, 0.066, 0.001), at, material=groove, bevel=0, turn=(0, 0, angle))
            )
    return group("track", parts)


@prop
def blocks(stage: Stage, given: Given) -> Thing:
    """A car park of toy bricks: `levels` decks on corner towers, with a ramp."""
    wide, deep = 0.42, 0.3
    parts = []
    for level in range(given.count("levels", 3)):
        z = level * 0.11
        deck = plastic(BRIGHT[(level + 1) % 5], rough=0.35)
        parts.append(box((wide, deep, 0.01), (0, 0, z + 0.1), material=deck, bevel=0.002))
        for x in (-wide / 2 + 0.025, 0, wide / 2 - 0.025):
            for y in (-deep / 2 + 0.025, deep / 2 - 0.025):
                for row in range(4):
                    skin = plastic(stage.random.choice(BRIGHT), rough=0.35)
                    turn = (0, 0, stage.random.uniform(-2, 2))
                    parts.append(
                        box(
                            (0.042, 0.042, 0.024),
                            (x, y, z + row * 0.025),
                            material=skin,
                            bevel=0.0025,
                            turn=turn,
                        )
                    )
    ramp = box((0.34, 0.09, 0.008), (0, 0, 0), material=plastic(BRIGHT[4], rough=0.4), bevel=0.002)
    parts.append(moved(ramp, (-0.36, -0.05, 0.05), (0, -18, 0)))
    return group("blocks", parts)


@prop
def pan_rack(stage: Stage, given: Given) -> Thing:
    """Copper and steel pans hanging from a rail along x at its origin."""
    rail = metal("#9EA1A3", rough=0.3)
    wide = given.number("wide", 1.6)
    parts = [tube([(-wide / 2, 0, 0), (wide / 2, 0, 0)], 0.011, material=rail, smooth=1)]
    for number in range(given.count("count", 6)):
        x = (number + 0.5) * wide / given.count("count", 6) - wide / 2
        r = stage.random.uniform(0.08, 0.13)
        skin = metal("#B8734A", rough=0.22) if number % 2 else metal("#A9ACAE", rough=0.22)
        dish = [(0, 0), (r * 0.9, 0), (r, 0.012), (r, 0.07), (r * 0.98, 0.07), (r * 0.97, 0.01)]
        pan = group(
            "pan",
            [
                lathe(dish, material=skin, turns=64),
                tube([(r, 0, 0.055), (r + 0.17, 0, 0.06)], 0.009, material=rail),
            ],
        )
        parts.append(moved(pan, (x, -0.03, -0.2 - r), (90, -90, stage.random.uniform(-8, 8))))
        parts.append(tube([(x, 0, 0.012), (x, -0.02, 0), (x, -0.02, -0.04)], 0.003, material=rail))
    return group("rack", parts)


@prop
def steel_bench(stage: Stage, given: Given) -> Thing:
    """A steel kitchen bench of 90 cm with a shelf below; surface `steel`."""
    skin = metal("#A4A8AA", rough=0.28, dull=0.3)
    wide, deep = given.number("wide", 2.4), given.number("deep", 0.7)
    parts = [box((wide, deep, 0.04), (0, 0, TOP - 0.04), material=skin, bevel=0.006)]
    parts.append(box((wide - 0.1, deep - 0.1, 0.02), (0, 0, 0.25), material=skin, bevel=0.004))
    for x in (-1, 1):
        for y in (-1, 1):
            at = (x * (wide / 2 - 0.06), y * (deep / 2 - 0.06), 0)
            parts.append(box((0.04, 0.04, TOP - 0.04), at, material=skin, bevel=0.006))
    spot = given.numbers("stands", [0.0, 0.0])
    stage.surfaces["steel"] = (spot[0], spot[1], TOP)
    return group("steel-bench", parts)


@prop
def towel(stage: Stage, given: Given) -> Thing:
    """A rolled towel lying along x."""
    skin = cloth(given.text("colour", "#2F5D4A"), weave=420, sheen=0.5)
    phase = stage.random.uniform(0, 6)

    def roll(u: float, v: float) -> Vector:
        a = u * 2 * pi
        r = 0.06 * (1 + 0.05 * sin(3 * a + phase) + 0.03 * sin(9 * v + a))
        return (v - 0.5) * 0.38, r * cos(a), 0.058 + r * sin(a) * 0.94

    end = [(0.012 + 0.0055 * k) for k in range(9)]
    parts = [smoothed(sheet(32, 20, roll, material=skin, closed=True), 1)]
    for side in (-1, 1):
        swirl = [
            (side * 0.188, r * cos(k * 1.1), 0.058 + r * sin(k * 1.1)) for k, r in enumerate(end)
        ]
        parts.append(tube(swirl, 0.0065, material=skin))
        parts.append(
            lathe(
                [(0, 0), (0.055, 0)],
                material=skin,
                at=(side * 0.182, 0, 0.058),
                turn=(0, 90, 0),
                turns=24,
            )
        )
    return group("towel", parts)


@prop
def parasol_stall(stage: Stage, given: Given) -> Thing:
    """A market table with a cloth and a canvas roof on four posts; surface `stall`."""
    pole, roof = wood("#8A6C48", along="z"), cloth(given.text("colour", "#6E7468"), weave=300)
    wide, deep = 1.9, 0.8
    drape = cloth("#5E5A50", weave=420)
    parts = [box((wide, deep, 0.03), (0, 0, 0.75), material=drape, bevel=0.008)]
    parts.append(
        box((wide - 0.02, 0.02, 0.6), (0, -deep / 2 + 0.01, 0.16), material=drape, bevel=0.008)
    )
    for x in (-1, 1):
        for y in (-1, 1):
            parts.append(
                box(
                    (0.045, 0.045, 2.2), (x * wide / 2, y * deep / 2, 0), material=pole, bevel=0.006
                )
            )
    top = box((wide + 0.4, deep + 0.5, 0.03), (0, 0, 2.2), material=roof, bevel=0.012)
    parts.append(top)
    parts.append(
        box((wide + 0.4, 0.02, 0.18), (0, -deep / 2 - 0.24, 2.03), material=roof, bevel=0.006)
    )
    spot = given.numbers("stands", [0.0, 0.0])
    stage.surfaces["stall"] = (spot[0], spot[1], 0.78)
    return group("stall", parts)
