"""Leaves and blades: one mesh of many small faces for each plant."""

# SPDX-License-Identifier: GPL-3.0-or-later

from collections.abc import Iterator
from math import cos, pi, sin
from random import Random

from kit.ground import leaf, soil
from kit.materials import wood
from kit.shapes import Thing, Vector, body, box, moved


def _blade(chance: Random, root: Vector, high: float, wide: float) -> Iterator[Vector]:
    """The four corners of a bent blade of grass."""
    turn, lean = chance.uniform(0, 2 * pi), chance.uniform(0.1, 0.55) * high
    x, y, z = root
    side = (cos(turn) * wide, sin(turn) * wide)
    yield x - side[0], y - side[1], z
    yield x + side[0], y + side[1], z
    yield x - sin(turn) * lean * 0.4 + side[0] * 0.6, y + cos(turn) * lean * 0.4, z + high * 0.6
    yield x - sin(turn) * lean, y + cos(turn) * lean, z + high


def grass(chance: Random, size: tuple[float, float], at: Vector, count: int, *, high: float = 0.09,
          colours: tuple[str, str] = ("#4F5F33", "#75804A")) -> Thing:  # fmt: skip
    """A patch of grass about `at`."""
    vertices: list[Vector] = []
    for _ in range(count):
        x, y = chance.uniform(-0.5, 0.5) * size[0], chance.uniform(-0.5, 0.5) * size[1]
        vertices += _blade(chance, (x, y, 0), high * chance.uniform(0.4, 1.3), 0.004)
    faces = [(i, i + 1, i + 2, i + 3) for i in range(0, len(vertices), 4)]
    return moved(body("grass", vertices, faces, leaf(*colours)), at)


def leaves(chance: Random, points: list[Vector], size: float, colours: tuple[str, str]) -> Thing:
    """A leaf at each point: two triangles folded along the rib, turned any way but mostly flat."""
    vertices: list[Vector] = []
    faces: list[tuple[int, ...]] = []
    for x, y, z in points:
        a, tip = chance.uniform(0, 2 * pi), chance.uniform(-0.7, 0.35)
        long = size * chance.uniform(0.6, 1.25)
        ux, uy, uz = cos(a) * long, sin(a) * long, tip * long
        sx, sy, sz = -sin(a) * long * 0.32, cos(a) * long * 0.32, chance.uniform(-0.2, 0.3) * long
        start = len(vertices)
        vertices += [
            (x, y, z),
            (x + ux * 0.5 + sx, y + uy * 0.5 + sy, z + uz * 0.5 + sz),
            (x + ux, y + uy, z + uz),
            (x + ux * 0.5 - sx, y + uy * 0.5 - sy, z + uz * 0.5 + sz),
        ]
        faces += [(start, start + 1, start + 2), (start, start + 2, start + 3)]
    return body("leaves", vertices, faces, leaf(*colours), sharp=80)


def threes(
    chance: Random, stems: list[tuple[Vector, float]], size: float, colours: tuple[str, str]
) -> Thing:
    """Bean leaves: at each point of a stem three heart shapes that hang out and down.

    The angle of each point is the way it faces.
    """
    vertices: list[Vector] = []
    faces: list[tuple[int, ...]] = []
    heart = ((0.0, 0.0), (0.16, 0.4), (0.5, 0.42), (1.0, 0.0), (0.5, -0.42), (0.16, -0.4))
    for (x, y, z), facing in stems:
        for aside in (-1.15, 0.0, 1.15):
            a, down = facing + aside + chance.uniform(-0.3, 0.3), chance.uniform(0.45, 1.1)
            long = size * chance.uniform(0.75, 1.2)
            out, fold = cos(down) * long, chance.uniform(0.1, 0.35)
            start = len(vertices)
            for along, side in heart:
                reach, lift = 0.3 * long + along * out, fold * abs(side) * long
                vertices.append((
                    x + cos(a) * reach - sin(a) * side * long,
                    y + sin(a) * reach + cos(a) * side * long,
                    z - sin(down) * along * long + lift,
                ))  # fmt: skip
            faces += [
                tuple(start + n for n in (0, 1, 2, 3)),
                tuple(start + n for n in (0, 3, 4, 5)),
            ]
    return body("leaves", vertices, faces, leaf(*colours), sharp=80)


def _round(chance: Random, size: Vector) -> Vector:
    """A point in the outer shell of an ellipsoid."""
    x, y, z = (chance.gauss(0, 1) for _ in range(3))
    length = (x * x + y * y + z * z) ** 0.5 or 1.0
    reach = chance.uniform(0.72, 1.0) * (1 + 0.12 * sin(5 * x / length + 3 * z / length))
    return (
        x / length * size[0] * reach,
        y / length * size[1] * reach,
        z / length * size[2] * reach,
    )


def bush(chance: Random, size: Vector, at: Vector, count: int, *, leaf_size: float = 0.07,
         colours: tuple[str, str] = ("#3E5A2E", "#5C7440")) -> Thing:  # fmt: skip
    """A round bush; `size` are its half axes."""
    points = [_round(chance, size) for _ in range(count)]
    return moved(leaves(chance, points, leaf_size, colours), at)


def hedge(
    chance: Random, size: Vector, at: Vector, count: int, *, leaf_size: float = 0.045
) -> Thing:
    """A clipped hedge: leaves near the faces of a box standing on `at`, dark within."""
    points: list[Vector] = []
    wide, deep, high = size
    for _ in range(count):
        x, y, z = (
            chance.uniform(-wide, wide) / 2,
            chance.uniform(-deep, deep) / 2,
            chance.uniform(0, high),
        )
        inward = abs(chance.gauss(0, 0.035))
        match chance.choice("ffftte"):
            case "f":
                y = -deep / 2 + inward + 0.03 * sin(4 * x + 2 * z)
            case "t":
                z = high - inward + 0.025 * sin(3 * x)
            case _:
                x = chance.choice((-1, 1)) * (wide / 2 - inward)
        points.append((x, y, z))
    shell = leaves(chance, points, leaf_size, ("#37502A", "#5A713D"))
    core = box((wide - 0.12, deep - 0.12, high - 0.06), at, material=soil("#1D2417"), bevel=0.05)
    core.rotation_euler = (0, 0, 0)
    return moved(shell, at)


def tree(chance: Random, at: Vector, high: float, count: int) -> list[Thing]:
    """A tree in autumn: limbs that fork to twigs, and what is left of its leaves at their tips."""
    limbs: list[list[tuple[Vector, float]]] = []
    tips: list[Vector] = []
    _grow(chance, (0.0, 0.0, -0.1), (0.0, 0.0, 1.0), (high * 0.34, high * 0.026, 5), (limbs, tips))
    parts = [moved(_limbs(limbs, wood("#4A3E34", along="z", gloss=0.9)), at)]
    points = []
    for _ in range(count // 2):
        x, y, z = chance.choice(tips)
        near = high * 0.007  # a leaf hangs on its twig
        points.append((chance.gauss(x, near), chance.gauss(y, near), chance.gauss(z, near)))
    if points:
        parts.append(moved(leaves(chance, points, high * 0.02, ("#4A5230", "#7E6A3A")), at))
    return parts


def _grow(chance: Random, root: Vector, way: Vector, size: tuple[float, float, int],
          into: tuple[list[list[tuple[Vector, float]]], list[Vector]]) -> None:  # fmt: skip
    """One limb and what forks from it; `size` is its length, its radius and the forks to come."""
    long, thick, left = size
    line, here = [(root, thick)], root
    for step in range(1, 4):
        way = _bent(chance, way, 0.16, 0.05)
        x, y, z = (a + b * long / 3 for a, b in zip(here, way, strict=True))
        here = (x, y, z)
        line.append((here, thick * (1 - 0.16 * step)))
    into[0].append(line)
    if not left:
        into[1].append(here)
        return
    for number in range(3):
        start = line[3 - number % 2][0]
        size = (long * chance.uniform(0.58, 0.82), thick * 0.52, left - 1)
        _grow(chance, start, _bent(chance, way, 0.62, 0.12), size, into)


def _bent(chance: Random, way: Vector, by: float, rise: float) -> Vector:
    x, y, z = (each + chance.uniform(-by, by) for each in way)
    z += rise
    length = (x * x + y * y + z * z) ** 0.5 or 1.0
    return x / length, y / length, z / length


def _limbs(limbs: list[list[tuple[Vector, float]]], bark: Thing) -> Thing:
    """All limbs as one curve."""
    import bpy  # noqa: PLC0415 - only here are curves made by hand

    curve = bpy.data.curves.new("limbs", "CURVE")
    curve.dimensions, curve.bevel_depth, curve.bevel_resolution = "3D", 1.0, 1
    for limb in limbs:
        spline = curve.splines.new("POLY")
        spline.points.add(len(limb) - 1)
        for point, (where, radius) in zip(spline.points, limb, strict=True):
            point.co, point.radius = (*where, 1.0), radius
    curve.materials.append(bark)
    thing = bpy.data.objects.new("limbs", curve)
    bpy.context.scene.collection.objects.link(thing)
    return thing
