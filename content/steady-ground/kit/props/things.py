"""What lies about: books, plants, keys, lamps."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import cos, pi, radians, sin

from kit.ground import leaf, soil
from kit.materials import (
    ceramic,
    glow,
    leather,
    metal,
    paint,
    paper,
    plastic,
)
from kit.shapes import Thing, Vector, body, box, group, lathe, moved, tube
from kit.stage import Given, Stage, prop


@prop
def books(stage: Stage, given: Given) -> Thing:
    """A row of books or ring folders standing along x; `lean` tips the last one."""
    count, high = given.count("count", 7), given.number("high", 0.24)
    colours = given.texts("colours", ["#4C5A60", "#7A6248", "#8D8A80", "#5E4B44", "#3F5048"])
    parts, x = [], 0.0
    pages = paper("#CFC7B4")
    for number in range(count):
        wide, tall = stage.random.uniform(0.022, 0.05), high * stage.random.uniform(0.82, 1.0)
        cover = leather(stage.random.choice(colours), rough=0.6)
        one = group("book", _book(wide, tall, stage.random.uniform(0.13, 0.17), cover, pages))
        tip = 11.0 if number == count - 1 else 0.0
        parts.append(moved(one, (x + wide / 2 + (0.035 if tip else 0), 0, 0), (0, -tip, 0)))
        x += wide + 0.0015
    return group("books", parts)


def _book(wide: float, tall: float, deep: float, cover: Thing, pages: Thing) -> list[Thing]:
    return [
        box((wide, 0.006, tall), (0, -deep / 2, 0), material=cover, bevel=0.0025),
        box((0.003, deep, tall), (-wide / 2 + 0.0015, 0, 0), material=cover, bevel=0.001),
        box((0.003, deep, tall), (wide / 2 - 0.0015, 0, 0), material=cover, bevel=0.001),
        box(
            (wide - 0.005, deep - 0.008, tall - 0.008),
            (0, 0.002, 0.004),
            material=pages,
            bevel=0.001,
        ),
    ]


@prop
def pile(stage: Stage, given: Given) -> Thing:
    """A pile of flat books or pads, each turned a little."""
    colours = given.texts("colours", ["#5E4B44", "#4C5A60", "#8D8A80"])
    parts, z = [], 0.0
    for colour in colours:
        thick = stage.random.uniform(0.014, 0.03)
        size = (stage.random.uniform(0.15, 0.2), stage.random.uniform(0.21, 0.26))
        turn = (0, 0, stage.random.uniform(-9, 9))
        parts.append(
            box(
                (size[0] - 0.006, size[1] - 0.006, thick - 0.006),
                (0, 0, z + 0.003),
                material=paper("#CFC7B4"),
                turn=turn,
                bevel=0.001,
            )
        )
        for level in (z, z + thick - 0.003):
            parts.append(
                box(
                    (*size, 0.003),
                    (0, 0, level),
                    material=leather(colour, rough=0.6),
                    turn=turn,
                    bevel=0.001,
                )
            )
        z += thick
    return group("pile", parts)


@prop
def plant(stage: Stage, given: Given) -> Thing:
    """A pot plant with long arching leaves, or broad ones with `broad`."""
    r = given.number("radius", 0.075)
    pot = ceramic(given.text("pot", "#9A5A40"), rough=0.6)
    high = r * 1.75
    line = [
        (0, 0),
        (r * 0.7, 0),
        (r * 0.95, high * 0.8),
        (r * 1.06, high * 0.81),
        (r * 1.08, high),
        (r * 0.98, high),
        (r * 0.94, high * 0.86),
    ]
    parts = [
        lathe(line, material=pot, sharp=35),
        lathe([(0, high * 0.9), (r * 0.96, high * 0.86)], material=soil()),
    ]
    green = leaf("#3E5A2E", "#55703C")
    broad = given.yes("broad")
    for _ in range(given.count("leaves", 26)):
        parts.append(_frond(stage, r, high * 0.88, given.number("reach", 0.3), green, broad=broad))
    return group("plant", parts)


def _frond(
    stage: Stage, r: float, base: float, reach: float, material: Thing, *, broad: bool
) -> Thing:
    """One leaf: a ribbon that rises and bends over."""
    turn, long = stage.random.uniform(0, 2 * pi), reach * stage.random.uniform(0.55, 1.1)
    start, rise = r * stage.random.uniform(0, 0.5), stage.random.uniform(0.55, 1.15)
    wide = (0.05 if broad else 0.013) * stage.random.uniform(0.8, 1.2)
    vertices: list[Vector] = []
    steps = 9
    for step in range(steps + 1):
        t = step / steps
        out, up = start + long * 0.75 * t**1.5, base + long * rise * (t - 0.5 * t * t * 1.25)
        half = wide * (sin(pi * min(1, 0.12 + t * 0.9)) ** 0.7) / 2
        for side in (-1, 0, 1):
            x, y = out, side * half
            z = up + (0.25 * half if side else 0)
            vertices.append((x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn), z))
    faces = [
        (3 * s + c, 3 * s + c + 1, 3 * s + c + 4, 3 * s + c + 3)
        for s in range(steps)
        for c in (0, 1)
    ]
    return body("frond", vertices, faces, material, sharp=180)


@prop
def key_ring(stage: Stage, given: Given) -> Thing:
    """Two keys on a ring with a tag, lying flat."""
    steel, brass = metal("#B0B2B3", rough=0.25), metal("#B39455", rough=0.28)
    ring = [(0.014 * cos(a), 0.014 * sin(a), 0.0035) for a in (i * pi / 8 for i in range(16))]
    parts = [tube(ring, 0.0011, material=steel, closed=True, smooth=1)]
    for turn, material, z in ((20.0, steel, 0.0), (62.0, brass, 0.002), (105.0, steel, 0.004)):
        parts.append(
            moved(
                group("key", _key(material)),
                (0.013 * cos(radians(turn)), 0.013 * sin(radians(turn)), z),
                (0, 2, turn),
            )
        )
    tag = plastic(given.text("colour", "#D9A441"), rough=0.35)
    parts.append(
        moved(
            box((0.055, 0.028, 0.0035), (0.036, 0, 0), material=tag, bevel=0.0016),
            (0, 0, 0.001),
            (0, 2, 205),
        )
    )
    return group("key-ring", parts)


def _key(material: Thing) -> list[Thing]:
    parts = [
        lathe(
            [(0.0035, 0), (0.012, 0), (0.0125, 0.001), (0.012, 0.0022), (0.0035, 0.0022)],
            material=material,
            at=(0.009, 0, 0),
        )
    ]
    parts.append(box((0.036, 0.0065, 0.0022), (0.038, 0, 0), material=material, bevel=0.0007))
    for x, deep in ((0.038, 0.004), (0.045, 0.0025), (0.052, 0.0045)):
        parts.append(box((0.004, deep, 0.002), (x, -0.004, 0), material=material, bevel=0.0004))
    return parts


@prop
def desk_lamp(stage: Stage, given: Given) -> Thing:
    """A brass desk lamp with a shade that points down to +x; `lit` is the bulb's glow."""
    brass = metal(given.text("colour", "#A88B4A"), rough=0.26)
    inside = paint("#E6DCC4", rough=0.5)
    base = [
        (0, 0),
        (0.085, 0),
        (0.088, 0.006),
        (0.082, 0.016),
        (0.03, 0.022),
        (0.012, 0.03),
        (0, 0.03),
    ]
    parts = [lathe(base, material=brass, sharp=45)]
    neck = [
        (0, 0, 0.02),
        (0, 0, 0.2),
        (0.01, 0, 0.31),
        (0.06, 0, 0.375),
        (0.13, 0, 0.385),
        (0.17, 0, 0.36),
    ]
    parts.append(tube(neck, 0.0075, material=brass))
    shell = [(0.014, 0.075), (0.022, 0.074), (0.03, 0.06), (0.06, 0.03), (0.092, -0.028)]
    parts_of_head = [
        lathe(shell, material=brass, turns=96),
        lathe([(r - 0.002, z - 0.001) for r, z in shell], material=inside, turns=96),
    ]
    if given.number("lit", 0.0):
        bulb = [(0, -0.012), (0.018, -0.005), (0.024, 0.012), (0.014, 0.035), (0, 0.04)]
        parts_of_head.append(lathe(bulb, material=glow("#FFC98A", given.number("lit", 0.0))))
    parts.append(moved(group("head", parts_of_head), (0.18, 0, 0.315), (0, -18, 0)))
    return group("lamp", parts)
