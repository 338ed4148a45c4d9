"""Outdoors: a wet street at night, a path, a pitch at dusk, a park by the water."""

# SPDX-License-Identifier: GPL-3.0-or-later

from collections.abc import Callable
from math import cos, pi, sin
from random import Random

from kit.ground import asphalt, bricks, soil, stone
from kit.materials import glow, metal, paint, wood
from kit.nodes import Nodes
from kit.outside import backdrop
from kit.places.cab import ball
from kit.plants import bush, grass, tree
from kit.shapes import Thing, box, group, lathe, moved, points, sheet, tube
from kit.stage import Given, Stage, place


@place
def wet_street(stage: Stage, given: Given) -> None:
    """A street at night after rain, running away; lamps at the kerbs, houses on both sides."""
    chance = stage.random
    box((9, 140, 0.1), (0, 60, -0.1), material=asphalt(wet=0.95), bevel=0)
    for side in (-1, 1):
        _pavement(chance, side)
        front = bricks("#5A4A42")
        box((130, 8, 6.5), (side * 11.2, 66, 0), material=front, bevel=0.02, turn=(0, 0, 90))
        for number in range(12):
            _facade(chance, side, 4 + number * 5.2)
    for number in range(given.count("lamps", 6)):
        street_lamp((-4.9, 9 + number * 11.0), 1, given.number("power", 26))
        street_lamp((4.9, 14.5 + number * 11.0), -1, given.number("power", 26))
    box((40, 4, 7.5), (0, 126, 0), material=bricks("#3E3A3C"), bevel=0.02)
    _far_trees(chance, 90)
    backdrop(given)
    stage.surfaces["kerb"] = (-5.6, 4.0, 0.13)


def _pavement(chance: Random, side: int) -> None:
    slab, kerb = stone("#5E5C58", rough=0.5), stone("#6E6B66", rough=0.55)
    for row in range(26):
        for column in range(3):
            at = (side * (4.95 + column * 0.62), row * 0.92 - 1, 0.02 + chance.uniform(0, 0.006))
            box((0.6, 0.9, 0.1), at, material=slab, bevel=0.008)
        box((0.14, 0.91, 0.13), (side * 4.55, row * 0.92 - 1, 0), material=kerb, bevel=0.02)
    box((4, 134, 0.1), (side * 6.5, 58, 0), material=slab, bevel=0)


def _facade(chance: Random, side: int, y: float) -> None:
    trim, dark = paint("#6E6A62", rough=0.5), paint("#151A20", rough=0.08)
    x = side * 7.17
    box(
        (0.1, 0.95, 2.1),
        (x, y, 0.15),
        material=paint(chance.choice(("#3A4650", "#4A3A32", "#39443C"))),
    )
    for z in (1.1, 3.6):
        lit = chance.random() < 0.2
        pane = glow("#FFB870", chance.uniform(0.25, 0.7)) if lit else dark
        box((0.12, 1.15, 1.35), (x, y + 2.0, z), material=trim)
        box((0.13, 0.98, 1.18), (x - side * 0.005, y + 2.0, z + 0.08), material=pane, bevel=0)


def street_lamp(at: tuple[float, float], reach: int, power: float) -> None:
    """A lamp post whose arm reaches to +x or −x; it lights the road."""
    import bpy  # noqa: PLC0415 - the light is the post's own

    steel = metal("#4A4D4E", rough=0.5)
    x, y = at
    arm = [(x, y, 0), (x, y, 4.6), (x + reach * 0.15, y, 5.1), (x + reach * 0.9, y, 5.3)]
    tube(arm, [0.07, 0.05, 0.04, 0.035], material=steel)
    box((0.5, 0.16, 0.09), (x + reach * 1.05, y, 5.26), material=steel, bevel=0.03)
    ball("#FFA552", power, (x + reach * 1.05, y, 5.2), 0.1)
    light = bpy.data.lights.new("lamp", "SPOT")
    light.energy, light.color, light.spot_size, light.spot_blend = 620, (1, 0.6, 0.27), 2.3, 0.8
    light.shadow_soft_size = 0.15
    thing = bpy.data.objects.new("lamp", light)
    thing.location = (x + reach * 1.05, y, 5.1)
    bpy.context.scene.collection.objects.link(thing)


@place
def path(stage: Stage, given: Given) -> None:
    """A worn path over a field, going on in bends, with trees and a hedge far off."""
    chance = stage.random
    nodes = Nodes("trodden")
    lumps = nodes.noise(nodes.place(), 5, 8, 0.7)
    tone = nodes.ramp(lumps, (0.3, "#4E4132"), (0.55, "#7A684E"), (0.75, "#93826A"))
    trodden = nodes.done(Base_Color=tone, Roughness=0.95, Normal=nodes.bump(lumps, 0.9, 0.05))

    def bend(y: float) -> float:
        return 0.9 * sin(y * 0.22) + 0.35 * sin(y * 0.6) * min(1.0, y / 6)

    def lie(u: float, v: float) -> tuple[float, float, float]:
        y = v * 46 - 2
        rut = 0.035 * sin(9 * v * 6 + 3 * u) + 0.02 * sin(31 * v + 7 * u)
        return bend(y) + (u - 0.5) * (1.15 + 0.2 * sin(y)), y, 0.03 + rut - 0.03 * abs(u - 0.5)

    sheet(14, 220, lie, material=trodden)
    box((140, 140, 0.1), (0, 60, -0.12), material=soil("#5A5733"), bevel=0)
    _meadow(chance, bend)
    for y in (3.1, 5.2, 8.4):
        lathe(
            [(0, 0), (0.12, 0.01), (0.14, 0.05), (0.08, 0.1), (0, 0.11)],
            material=stone("#8C877C"),
            at=(bend(y) + chance.uniform(-0.3, 0.3), y, 0.0),
        )
    for x, y in ((-7, 24), (6.5, 28), (13, 34), (-14, 33), (-19, 40), (21, 40)):
        tree(chance, (x, y, -0.1), chance.uniform(6, 8.5), 500)
    _far_trees(chance, 46)
    backdrop(given)
    stage.surfaces["path"] = (bend(3.0), 3.0, 0.05)


def _meadow(chance: Random, bend: Callable[[float], float]) -> None:
    """Rough grass on both sides of the path, thinner far off."""
    for row in range(30):
        y = -1.5 + row * 0.42 * (1 + row * 0.06)
        for side in (-1, 1):
            for column in range(3):
                x = bend(y) + side * (
                    1.35 + column * (1.5 + row * 0.05) + chance.uniform(-0.1, 0.25)
                )
                size, high = (1.7 + row * 0.06, 1.1 + row * 0.07), chance.uniform(0.11, 0.2)
                tones = chance.choice((("#55602F", "#8A8650"), ("#5C5A34", "#8E8258")))
                grass(chance, size, (x, y, -0.03), 520, high=high, colours=tones)


def _far_trees(chance: Random, y: float) -> None:
    """Woods along the horizon, uneven and never in focus."""
    for number in range(15):
        x = (number - 7) * 6.2 + chance.uniform(-2, 2)
        size = (chance.uniform(3.5, 5.5), 2.0, chance.uniform(1.4, 3.4))
        tones = chance.choice((("#39432F", "#56593A"), ("#463F30", "#67583A")))
        bush(chance, size, (x, y + chance.uniform(-3, 3), 0.4), 3600, leaf_size=0.4, colours=tones)


@place
def pitch(stage: Stage, given: Given) -> None:
    """A five-a-side pitch at dusk: a low goal, a net fence, floodlights far off."""
    chance = stage.random
    nodes = Nodes("turf")
    blades = nodes.noise(nodes.place(), 160, 4, 0.7)
    worn = nodes.noise(nodes.place(), 0.5, 4, 0.6)
    tone = nodes.mix(nodes.span(worn, 0, 0.7), "#2F4A33", "#4C5A42")
    turf = nodes.done(Base_Color=tone, Roughness=0.8, Normal=nodes.bump(blades, 0.8, 0.01))
    box((60, 60, 0.1), (0, 20, -0.1), material=turf, bevel=0)
    line, steel = paint("#A9ADA6", rough=0.8), metal("#8E9294", rough=0.4)
    box((24, 0.08, 0.004), (0, 7.0, 0), material=line, bevel=0)
    ring = [
        (2.6 * cos(a), 7.0 + 2.6 * sin(a), 0.003) for a in (pi + i * pi / 30 for i in range(31))
    ]
    tube(ring, 0.04, material=line, smooth=1).scale = (1, 1, 0.08)
    _goal(line)
    _fence(steel)
    for x in (-9.5, 8.0):
        tube([(x, 24, 0), (x, 24, 6.4)], 0.09, material=steel, smooth=1)
        for dx in (-0.7, 0.0, 0.7):
            ball("#EAF0FF", given.number("floods", 16), (x + dx, 23.8, 6.4), 0.2)
    for x in (-21, -13, -3.5, 4, 14, 22):
        tree(chance, (x, 33 + chance.uniform(-3, 3), 0), chance.uniform(7, 9), 500)
    _far_trees(chance, 44)
    backdrop(given)
    stage.surfaces["grass"] = (0.0, 4.0, 0.0)


def _goal(line: Thing) -> None:
    frame = points("-1.8 0 0, -1.8 0 1.2, 1.8 0 1.2, 1.8 0 0")
    parts = [tube(frame, 0.045, material=paint("#B9BDBA"), smooth=1)]
    for number in range(25):
        x = -1.8 + number * 0.15
        cord = [(x, 0, 1.2), (x, 0.55, 1.0), (x, 0.8, 0)]
        parts.append(tube(cord, 0.007, material=line, smooth=1))
    for number in range(9):
        z = number * 0.14
        cord = [(-1.8, 0.8 - z * 0.2, z), (1.8, 0.8 - z * 0.2, z)]
        parts.append(tube(cord, 0.007, material=line, smooth=1))
    moved(group("goal", parts), (1.2, 7.0, 0))


def _fence(steel: Thing) -> None:
    for number in range(15):
        x = -14.0 + number * 2
        tube([(x, 10.5, 0), (x, 10.5, 3.2)], 0.03, material=steel, smooth=1)
    for number in range(13):
        z = number * 0.25
        tube([(-15, 10.5, z), (15, 10.5, z)], 0.009, material=steel, smooth=1)
    for number in range(60):
        x = -15 + number * 0.5
        tube([(x, 10.5, 0), (x, 10.5, 3.1)], 0.008, material=steel, smooth=1)


@place
def park(stage: Stage, given: Given) -> None:
    """A bench before water, seen from behind, trees on the far bank; surface `bench`."""
    chance = stage.random
    box((80, 16, 0.1), (0, 5, -0.1), material=soil("#4C4A30"), bevel=0)
    grass(chance, (16, 5), (0, 3.5, -0.02), 30000, high=0.1, colours=("#5A6238", "#8C8654"))
    nodes = Nodes("lake")
    ripple = nodes.noise(nodes.place((0.5, 2.5, 1)), 3, 4, 0.6)
    lake = nodes.done(Base_Color="#1B2830", Roughness=0.06, Normal=nodes.bump(ripple, 0.12, 0.02))
    box((120, 22, 0.05), (0, 24, -0.2), material=lake, bevel=0)
    box((120, 20, 0.1), (0, 44, -0.1), material=soil("#4F4C32"), bevel=0)
    for number in range(8):
        far = -26 + number * 7.3 + chance.uniform(-2, 2)
        tree(chance, (far, 39 + chance.uniform(-2, 3), 0), chance.uniform(6, 9.5), 420)
    _far_trees(chance, 50)
    backdrop(given)
    plank, iron = wood("#6E5B46", gloss=0.6), metal("#2E3031", rough=0.5)
    for number in range(5):
        box((1.8, 0.085, 0.04), (0, 1.95 + number * 0.1, 0.43), material=plank, bevel=0.008)
    for x in (-0.66, 0.66):
        box((0.08, 0.46, 0.05), (x, 2.15, 0.38), material=iron, bevel=0.006)
        box((0.08, 0.1, 0.4), (x, 2.15, 0), material=iron, bevel=0.006)
    stage.surfaces["bench"] = (0.0, 2.15, 0.47)


@place
def pool(stage: Stage, given: Given) -> None:
    """The edge of a swimming pool: tiles, water, a bench with surface `bench` along the wall."""
    from kit.ground import splash, tiles  # noqa: PLC0415
    from kit.materials import wall  # noqa: PLC0415

    box((14, 3.0, 0.1), (0, 0.5, -0.1), material=tiles("#A9ADA6", "#7E8480", size=0.15), bevel=0.01)
    nodes = Nodes("pool water")
    ripple = nodes.noise(nodes.place(), 2.4, 3, 0.55, 0.8)
    shade = nodes.ramp(ripple, (0.3, "#1F4A55"), (0.7, "#3A6E78"))
    water = nodes.done(Base_Color=shade, Roughness=0.05, Normal=nodes.bump(ripple, 0.25, 0.05))
    box((14, 8, 0.1), (0, 6.0, -0.28), material=water, bevel=0)
    box((14, 0.1, 0.3), (0, 10.05, -0.25), material=splash("#8FA3A6"), bevel=0)
    box((14, 2.0, 0.1), (0, 11.0, -0.05), material=tiles("#A9ADA6", "#7E8480", size=0.15), bevel=0)
    box((30, 0.2, 6), (0, 12, 0), material=wall("#74858A"), bevel=0)
    for number in range(4):
        lane = [(-4.5 + number * 3, 2.2 + k * 0.16, -0.2) for k in range(48)]
        tube(lane, 0.035, material=paint("#A86A3A" if number % 2 else "#B9BCB4"), smooth=1)
    plank = wood("#9A805C", gloss=0.35)
    for number in range(3):
        box((1.6, 0.11, 0.03), (0.35, 0.35 + number * 0.12, 0.42), material=plank, bevel=0.006)
    for x in (-0.3, 1.0):
        box((0.05, 0.34, 0.42), (x, 0.47, 0), material=metal("#8E9294"), bevel=0.006)
    stage.surfaces["bench"] = (0.35, 0.47, 0.45)
