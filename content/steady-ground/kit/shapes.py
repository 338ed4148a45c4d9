"""Bodies of metres and bevels: what every prop is put together from."""

# SPDX-License-Identifier: GPL-3.0-or-later

from collections.abc import Callable, Iterable, Sequence
from math import cos, pi, radians, sin
from typing import Any, TypeAlias

import bpy

Thing: TypeAlias = Any  # bpy has no types
Vector: TypeAlias = tuple[float, float, float]
ORIGIN: Vector = (0.0, 0.0, 0.0)


def points(text: str) -> list[Vector]:
    """Points written as "x y z, x y z"; with two numbers each, z is 0."""
    rows = ([float(each) for each in row.split()] for row in text.split(","))
    return [(row[0], row[1], row[2] if len(row) > 2 else 0.0) for row in rows]


def profile(text: str, scale: float = 1.0) -> list[tuple[float, float]]:
    """(Radius, height) pairs written as "r z, r z", scaled."""
    return [(x * scale, z * scale) for x, z, _ in points(text)]


def body(
    name: str,
    vertices: Sequence[Sequence[float]],
    faces: Sequence[Sequence[int]],
    material: Thing,
    *,
    sharp: float = 40.0,
) -> Thing:
    """A mesh of these corners and faces, smooth where the angle is below `sharp` degrees."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([tuple(each) for each in vertices], [], [tuple(each) for each in faces])
    mesh.validate()
    mesh.update()
    mesh.shade_smooth()
    mesh.set_sharp_from_angle(angle=radians(sharp))
    mesh.materials.append(material)
    thing = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def bevelled(thing: Thing, width: float, segments: int = 3) -> Thing:
    """Its edges rounded by `width` metres."""
    if width > 0:
        rounding = thing.modifiers.new("bevel", "BEVEL")
        rounding.width = width
        rounding.segments = segments
        rounding.limit_method = "ANGLE"
        rounding.angle_limit = radians(35)
        rounding.harden_normals = True
    return thing


def smoothed(thing: Thing, levels: int = 2) -> Thing:
    """Its surface subdivided."""
    rounding = thing.modifiers.new("smooth", "SUBSURF")
    rounding.levels = levels
    rounding.render_levels = levels
    return thing


def moved(thing: Thing, at: Sequence[float] = ORIGIN, turn: Sequence[float] = ORIGIN) -> Thing:
    """It, at a point and turned by degrees about x, y and z."""
    thing.location = tuple(at)
    thing.rotation_euler = tuple(radians(each) for each in turn)
    return thing


def group(name: str, parts: Iterable[Thing]) -> Thing:
    """An empty that carries the parts."""
    root = bpy.data.objects.new(name, None)
    bpy.context.scene.collection.objects.link(root)
    for part in parts:
        part.parent = root
    return root


BOX = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))


def box(
    size: Vector,
    at: Vector = ORIGIN,
    *,
    material: Thing,
    bevel: float = 0.004,
    turn: Vector = ORIGIN,
    name: str = "box",
) -> Thing:
    """A box about its middle in x and y, standing on `at` in z."""
    x, y, z = (each / 2 for each in size)
    corners = [(sx * x, sy * y, sz * z) for sx in (-1, 1) for sy in (-1, 1) for sz in (-1, 1)]
    thing = body(name, corners, BOX, material)
    bevelled(thing, min(bevel, *(each / 2.2 for each in size)))
    return moved(thing, (at[0], at[1], at[2] + z), turn)


def lathe(
    profile: Sequence[tuple[float, float]],
    *,
    material: Thing,
    at: Vector = ORIGIN,
    turns: int = 64,
    name: str = "lathe",
    sharp: float = 30.0,
    turn: Vector = ORIGIN,
) -> Thing:
    """A body turned about z from (radius, height) pairs; a radius of 0 closes it."""
    vertices: list[Vector] = []
    faces: list[tuple[int, ...]] = []
    for radius, height in profile:
        for step in range(turns):
            angle = 2 * pi * step / turns
            vertices.append((radius * cos(angle), radius * sin(angle), height))
    for ring in range(len(profile) - 1):
        for step in range(turns):
            a, b = ring * turns + step, ring * turns + (step + 1) % turns
            faces.append((a, b, b + turns, a + turns))
    thing = body(name, vertices, faces, material, sharp=sharp)
    weld(thing)
    return moved(thing, at, turn)


def weld(thing: Thing, distance: float = 1e-5) -> None:
    """Corners at the same place become one."""
    joint = thing.modifiers.new("weld", "WELD")
    joint.merge_threshold = distance


def curved(
    points: Sequence[Sequence[float]], each: int = 8, *, closed: bool = False
) -> list[Vector]:
    """A smooth line through the points (Catmull-Rom), `each` steps between two of them."""
    line: list[Vector] = []
    count = len(points)
    last = count if closed else count - 1
    for start in range(last):
        before, here, there, beyond = (
            points[(start + offset) % count if closed else min(max(start + offset, 0), count - 1)]
            for offset in (-1, 0, 1, 2)
        )
        for step in range(each):
            t = step / each
            line.append(_between(before, here, there, beyond, t))
    if not closed:
        x, y, z = points[-1]
        line.append((x, y, z))
    return line


def _between(
    a: Sequence[float], b: Sequence[float], c: Sequence[float], d: Sequence[float], t: float
) -> Vector:
    x, y, z = (
        0.5
        * (
            2 * q
            + (r - p) * t
            + (2 * p - 5 * q + 4 * r - s) * t * t
            + (3 * q - p - 3 * r + s) * t**3
        )
        for p, q, r, s in zip(a, b, c, d, strict=True)
    )
    return x, y, z


def tube(
    points: Sequence[Sequence[float]],
    radius: float | Sequence[float],
    *,
    material: Thing,
    closed: bool = False,
    smooth: int = 8,
    name: str = "tube",
) -> Thing:
    """A round rod along the points; one radius, or one for each point."""
    line = curved(points, smooth, closed=closed) if smooth > 1 else [tuple(p) for p in points]
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth = 1.0
    curve.bevel_resolution = 6
    curve.use_fill_caps = True
    spline = curve.splines.new("POLY")
    spline.points.add(len(line) - 1)
    spline.use_cyclic_u = closed
    for number, point in enumerate(line):
        share = number / max(len(line) - 1, 1)
        spline.points[number].co = (*point, 1.0)
        spline.points[number].radius = _radius(radius, share)
    spline.use_smooth = True
    curve.materials.append(material)
    thing = bpy.data.objects.new(name, curve)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def _radius(radius: float | Sequence[float], share: float) -> float:
    if isinstance(radius, (int, float)):
        return float(radius)
    place = share * (len(radius) - 1)
    low = min(int(place), len(radius) - 2)
    return radius[low] + (radius[low + 1] - radius[low]) * (place - low)


def prism(
    outline: Sequence[tuple[float, float]],
    height: float,
    *,
    material: Thing,
    bevel: float = 0.003,
    at: Vector = ORIGIN,
    turn: Vector = ORIGIN,
    name: str = "prism",
) -> Thing:
    """A flat outline (counter-clockwise in x and y) given a height."""
    count = len(outline)
    vertices = [(x, y, z) for z in (0.0, height) for x, y in outline]
    faces: list[tuple[int, ...]] = [tuple(reversed(range(count))), tuple(range(count, 2 * count))]
    for step in range(count):
        after = (step + 1) % count
        faces.append((step, after, after + count, step + count))
    return moved(bevelled(body(name, vertices, faces, material), bevel), at, turn)


def sheet(
    columns: int,
    rows: int,
    place: Callable[[float, float], Vector],
    *,
    material: Thing,
    thickness: float = 0.0,
    name: str = "sheet",
    closed: bool = False,
) -> Thing:
    """A surface from u and v (0 to 1) to a point, with its picture laid over it.

    `closed` joins the last column to the first.
    """
    wide = columns if closed else columns + 1
    vertices = [place(u / columns, v / rows) for v in range(rows + 1) for u in range(wide)]
    faces = []
    for v in range(rows):
        for u in range(columns):
            here, there = v * wide + u, v * wide + (u + 1) % wide
            faces.append((here, there, there + wide, here + wide))
    thing = body(name, vertices, faces, material, sharp=70)
    _lay(thing, columns, rows)
    if thickness:
        solid = thing.modifiers.new("solid", "SOLIDIFY")
        solid.thickness = thickness
        solid.offset = 0
    return thing


def _lay(thing: Thing, columns: int, rows: int) -> None:
    """Where each corner of a sheet lies on a picture."""
    laid = thing.data.uv_layers.new(name="laid")
    for face, polygon in enumerate(thing.data.polygons):
        v, u = divmod(face, columns)
        corners = ((u, v), (u + 1, v), (u + 1, v + 1), (u, v + 1))
        for loop, (a, b) in zip(polygon.loop_indices, corners, strict=True):
            laid.data[loop].uv = (a / columns, b / rows)
