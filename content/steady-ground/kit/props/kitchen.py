"""What is built into a kitchen: units, sink, hob, wall cupboards."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import cos, pi, sin

from kit.ground import splash
from kit.materials import leather, metal, paint, plastic, wood
from kit.nodes import Nodes
from kit.shapes import Thing, box, group, lathe, moved, points, profile, tube
from kit.stage import Given, Stage, prop

TOP = 0.9


@prop
def units(stage: Stage, given: Given) -> Thing:
    """Base units along a back wall (y = 0), 60 cm deep, worktop at 90 cm: surface `worktop`.

    `sink` and `hob` are the x of each (leave out for none); `tiles` a splashback's height.
    """
    wide = given.number("wide", 3.0)
    face = paint(given.text("colour", "#7C877F"), rough=0.42)
    top = wood(given.text("top", "#8A6A46"))
    parts = [box((wide, 0.54, 0.1), (0, -0.29, 0), material=plastic("#2B2C2C"), bevel=0)]
    doors = given.numbers("doors", [])
    count = max(1, round(wide / 0.6))
    for number in range(count):
        x = (number + 0.5) * wide / count - wide / 2
        parts += _front(x, wide / count - 0.006, face, drawers=number in doors)
    parts.append(box((wide, 0.56, 0.76), (0, -0.29, 0.1), material=plastic("#3A3A38"), bevel=0))
    sink_at = given.number("sink", 99.0)
    if sink_at < 50:
        parts += _sink(sink_at, wide, top, given.number("water", 0.0))
    else:
        slab = (wide + 0.02, 0.62, 0.038)
        parts.append(box(slab, (0, -0.305, TOP - 0.038), material=top, bevel=0.005))
    if given.number("hob", 99.0) < 50:
        parts += _hob(given.number("hob", 99.0))
    tiles = given.number("tiles", 0.5)
    if tiles:
        glazed = splash(given.text("tile", "#BFC2BA"))
        parts.append(box((wide, 0.012, tiles), (0, -0.006, TOP), material=glazed, bevel=0))
    spot = given.numbers("stands", [0.0, 0.0])
    stage.surfaces["worktop"] = (spot[0], spot[1] - 0.3, TOP)
    stage.surfaces["hob"] = (spot[0] + (given.number("hob", 0.0)), spot[1] - 0.3, TOP + 0.042)
    return group("units", parts)


def _front(x: float, wide: float, face: Thing, *, drawers: bool) -> list[Thing]:
    steel = metal("#8F8C84", rough=0.28)
    parts = []
    rows = ((0.12, 0.27), (0.395, 0.235), (0.635, 0.215)) if drawers else ((0.12, 0.73),)
    for low, high in rows:
        parts.append(box((wide, 0.02, high), (x, -0.58, low), material=face, bevel=0.003))
        parts.append(
            box(
                (wide - 0.13, 0.006, high - 0.13 if high > 0.3 else high - 0.1),
                (x, -0.588, low + (0.065 if high > 0.3 else 0.05)),
                material=face,
                bevel=0.002,
            )
        )
        z = low + high * 0.5 if drawers else low + high - 0.09
        reach = 0.05
        middle = x if drawers else x + wide * 0.36
        bow = [
            (middle - reach, -0.59, z),
            (middle - reach, -0.618, z),
            (middle + reach, -0.618, z),
            (middle + reach, -0.59, z),
        ]
        if not drawers:
            bow = [
                (middle, -0.59, z - reach),
                (middle, -0.618, z - reach),
                (middle, -0.618, z + reach),
                (middle, -0.59, z + reach),
            ]
        parts.append(tube(bow, 0.005, material=steel, smooth=3))
    return parts


def _sink(x: float, wide: float, top: Thing, water: float) -> list[Thing]:
    """A steel basin let into the worktop, with a swan-neck tap."""
    half = 0.27
    left, right = x - half + wide / 2, wide / 2 - x - half
    parts = []
    for long, middle in ((left, -wide / 2 + left / 2), (right, wide / 2 - right / 2)):
        spot = (middle, -0.305, TOP - 0.038)
        parts.append(box((long, 0.62, 0.038), spot, material=top, bevel=0.004))
    for y, deep in ((-0.045, 0.09), (-0.565, 0.1)):
        parts.append(box((2 * half, deep, 0.038), (x, y, TOP - 0.038), material=top, bevel=0.004))
    return [*parts, *_basin(x, half, water), *_tap(x)]


def _basin(x: float, half: float, water: float) -> list[Thing]:
    steel, deep = metal("#AEB1B3", rough=0.24), 0.2
    foot = TOP - deep
    parts = []
    for side in (-1, 1):
        spot = (x + side * (half - 0.02), -0.302, foot - 0.002)
        parts.append(box((0.012, 0.44, deep), spot, material=steel, bevel=0.004))
    for y in (-0.095, -0.51):
        size = (2 * half - 0.03, 0.012, deep)
        parts.append(box(size, (x, y, foot - 0.002), material=steel, bevel=0.004))
    bottom = (2 * half - 0.03, 0.42, 0.008)
    parts.append(box(bottom, (x, -0.302, foot), material=steel, bevel=0.002))
    round_it = points("-1 -1, 0 -1, 1 -1, 1 0, 1 1, 0 1, -1 1, -1 0")
    rim = [(x + u * (half - 0.012), -0.302 + v * 0.216, TOP + 0.002) for u, v, _ in round_it]
    parts.append(tube(rim, 0.006, material=steel, closed=True, smooth=1))
    if water:
        pool = Nodes("dishwater").done(Base_Color="#5E6A6A", Roughness=0.03, Specular_IOR_Level=0.6)
        level = (x, -0.302, foot + water)
        parts.append(box((2 * half - 0.05, 0.4, 0.005), level, material=pool, bevel=0))
    return parts


def _tap(x: float) -> list[Thing]:
    shine = metal("#C4C6C8", rough=0.12)
    foot = profile("0 0, .028 0, .026 .008, .016 .014, .015 .07, 0 .075")
    neck = points("0 -.055 .06, 0 -.055 .24, 0 -.085 .3, 0 -.15 .315, 0 -.2 .28, 0 -.208 .235")
    parts = [lathe(foot, material=shine, at=(0, -0.055, 0)), tube(neck, 0.0105, material=shine)]
    for side in (-1, 1):
        lever = [(0, -0.055, 0.035), (side * 0.06, -0.065, 0.045)]
        parts.append(tube(lever, [0.008, 0.006], material=shine))
    return [moved(group("tap", parts), (x, 0, TOP))]


def _hob(x: float) -> list[Thing]:
    """A gas hob: steel plate, four burners, iron grids, knobs."""
    plate, iron = metal("#9EA1A3", rough=0.3), paint("#17181A", rough=0.6)
    parts = [box((0.58, 0.5, 0.012), (x, -0.3, TOP), material=plate, bevel=0.004)]
    for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        at = (x + sx * 0.135, -0.3 + sy * 0.115, TOP + 0.012)
        parts.append(
            lathe(
                [(0, 0), (0.045, 0), (0.042, 0.012), (0.03, 0.016), (0, 0.018)],
                material=iron,
                at=at,
            )
        )
        for turn in range(4):
            a = turn * pi / 2
            bar = [
                (at[0] + 0.03 * cos(a), at[1] + 0.03 * sin(a), at[2] + 0.024),
                (at[0] + 0.11 * cos(a), at[1] + 0.11 * sin(a), at[2] + 0.024),
                (at[0] + 0.115 * cos(a), at[1] + 0.115 * sin(a), at[2]),
            ]
            parts.append(tube(bar, 0.0045, material=iron, smooth=2))
    for number in range(4):
        knob = lathe([(0, 0), (0.017, 0), (0.015, 0.018), (0, 0.02)], material=plastic("#202224"))
        parts.append(moved(knob, (x - 0.09 + number * 0.06, -0.515, TOP + 0.012)))
    return parts


@prop
def wall_units(stage: Stage, given: Given) -> Thing:
    """Wall cupboards along a back wall (y = 0); `at` z is their foot."""
    wide, high = given.number("wide", 1.2), given.number("high", 0.7)
    face = paint(given.text("colour", "#7C877F"), rough=0.42)
    count = max(1, round(wide / 0.45))
    each = wide / count
    parts = [box((wide, 0.31, high), (0, -0.155, 0), material=face, bevel=0.003)]
    for number in range(count):
        x = (number + 0.5) * each - wide / 2
        parts.append(
            box((each - 0.006, 0.02, high - 0.006), (x, -0.32, 0.003), material=face, bevel=0.003)
        )
        parts.append(
            box((each - 0.13, 0.006, high - 0.13), (x, -0.329, 0.065), material=face, bevel=0.002)
        )
        z = 0.1
        knob = lathe(
            [(0, 0), (0.007, 0.002), (0.011, 0.012), (0, 0.018)],
            material=metal("#8F8C84"),
            turns=24,
        )
        parts.append(moved(knob, (x + each * 0.36, -0.33, z), (90, 0, 0)))
    return group("wall-units", parts)


@prop
def potatoes(stage: Stage, given: Given) -> Thing:
    """A heap of potatoes, some in a bowl's hollow."""
    skin = leather(given.text("colour", "#A58A5C"), rough=0.8, dust="#7A6446", amount=0.6)
    parts = []
    reach = given.number("reach", 0.09)
    for number in range(given.count("count", 7)):
        r = stage.random.uniform(0.022, 0.034)
        long = stage.random.uniform(1.1, 1.5)
        ring = [
            (r * sin(a) * (1 + 0.08 * sin(3 * a)), -r * long * cos(a))
            for a in (i * pi / 12 for i in range(13))
        ]
        a, out = number * 2.4, reach * (number / max(1, given.count("count", 7))) ** 0.5
        z = r + (0.03 if number < 2 else 0)
        at = (out * cos(a), out * sin(a), z)
        parts.append(
            lathe(
                ring,
                material=skin,
                at=at,
                turns=24,
                sharp=180,
                turn=(stage.random.uniform(60, 120), 0, stage.random.uniform(0, 180)),
            )
        )
    return group("potatoes", parts)
