"""Work gloves: two flat, stuffed outlines, one thrown over the other."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import hypot, pi, sin

from kit.materials import cloth, leather
from kit.shapes import Thing, Vector, body, curved, group, moved, points
from kit.stage import Given, Stage, prop

OUTLINE = points(
    "-5.7 -17.5, -5.0 -13, -4.6 -9, -4.9 -4, -5.1 0, -5.9 4.4, -5.2 6.3, -3.9 5.9, -3.2 2.2,"
    "-2.95 1.4, -2.75 2.6, -2.9 6.8, -2.2 8.7, -0.9 8.2, -0.5 3, -0.35 1.7, -0.15 3, 0.1 8,"
    "0.9 9.6, 2.0 8.8, 2.0 3.4, 2.1 1.6, 2.4 3, 2.9 7, 3.8 8.2, 4.8 7.2, 4.7 2, 4.6 -1.6,"
    "5.0 -2.6, 6.2 -1.4, 7.4 0.6, 8.7 0.9, 9.2 -0.6, 7.9 -4, 5.6 -8, 4.9 -11.5, 5.6 -17.5"
)
STEP = 0.0016
LONGER = 1.22
"""The fingers beyond the knuckles, against the outline: gloves are longer than hands."""


@prop
def gloves(stage: Stage, given: Given) -> Thing:
    """A pair of work gloves lying one over the other, fingers to +y."""
    skin = leather(given.text("colour", "#54402F"), rough=0.75, dust="#7A6A55", amount=0.35)
    cuff = cloth("#5C4636", weave=620)
    first = moved(_glove(stage, skin, cuff, 1), (-0.05, 0, 0.0), (0, 0, 14))
    second = moved(_glove(stage, skin, cuff, -1), (0.045, 0.012, 0.0095), (-2, 3, -26))
    return group("gloves", [first, second])


def _glove(stage: Stage, skin: Thing, cuff: Thing, side: int) -> Thing:
    """One empty glove, flat below and a little stuffed above, with a cuff of canvas."""
    shape = curved(OUTLINE, 4, closed=True)
    rim = [(side * x / 100, y / 100 * (LONGER if y > 0 else 1)) for x, y, _ in shape]
    phase = stage.random.uniform(0, 6)
    where: dict[tuple[int, int], int] = {}
    vertices: list[Vector] = []
    for row in range(-112, 78):
        for column in range(-62, 63):
            x, y = column * STEP, row * STEP
            if _inside(rim, x, y):
                where[column, row] = len(vertices)
                away = min(_distance(rim, n, x, y) for n in range(len(rim)))
                vertices.append((x, y, _height(x, y, away, phase)))
    corners = ((0, 0), (1, 0), (1, 1), (0, 1))
    faces = [
        tuple(where[column + a, row + b] for a, b in corners)
        for column, row in where
        if all((column + a, row + b) in where for a, b in corners)
    ]
    thing = body("glove", vertices, faces, skin, sharp=80)
    thing.data.materials.append(cuff)
    soft = thing.modifiers.new("soft", "SMOOTH")
    soft.factor, soft.iterations = 0.5, 6
    for polygon in thing.data.polygons:
        polygon.material_index = int(polygon.center[1] < CUFF)
    return thing


CUFF = -0.105


def _height(x: float, y: float, away: float, phase: float) -> float:
    """How high the glove stands: low and round at its rim, creased where the fingers bend."""
    full = 0.0125 if y > CUFF else 0.009 + 0.05 * (CUFF - y)
    round_ = sin(min(1.0, max(0.0, away - STEP) / 0.0085) * pi / 2)
    seam = 0.0028 * max(0.0, 1 - abs(y - CUFF) / 0.004)
    bends = sum(max(0.0, 1 - abs(y - at) / 0.0035) for at in (0.028, 0.055, 0.066))
    crease = 0.0016 * sin(75 * y + 45 * x + phase) + 0.0011 * sin(150 * x - 60 * y + 2 * phase)
    return full * round_ + (crease - seam - 0.0018 * bends) * round_


def _inside(rim: list[tuple[float, float]], x: float, y: float) -> bool:
    odd = False
    for n, (ax, ay) in enumerate(rim):
        bx, by = rim[n - 1]
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def _distance(rim: list[tuple[float, float]], n: int, x: float, y: float) -> float:
    """From a point to one piece of the rim."""
    (ax, ay), (bx, by) = rim[n], rim[n - 1]
    dx, dy = bx - ax, by - ay
    along = ((x - ax) * dx + (y - ay) * dy) / ((dx * dx + dy * dy) or 1.0)
    along = min(1.0, max(0.0, along))
    return hypot(x - ax - along * dx, y - ay - along * dy)
