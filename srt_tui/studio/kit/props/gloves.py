"""Work gloves: two flat, stuffed outlines, one thrown over the other."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import hypot, pi, sin

from srt_tui.studio.kit.materials import cloth, leather
from srt_tui.studio.kit.shapes import Thing, Vector, body, curved, group, moved, points
from srt_tui.studio.kit.stage import Given, Stage, prop

OUTLINE = points(
    "-5.7 -17.5, -5.0 -13, -4.6 -9, -4.9 -4, -5.1 0, -5.9 4.4, -5.2 6.3, -3.9 5.9, -3.2 2.2,"
    "-2.95 1.4, -2.75 2.6, -2.9 6.8, -2.2 8.7, -0.9 8.2, -0.5 3, -0.35 1.7, -0.15 3, 0.1 8,"
    "0.9 9.6, 2.0 8.8, 2.0 3.4, 2.1 1.6, 2.4 3, 2.9 7, 3.8 8.2, 4.8 7.2, 4.7 2, 4.6 -1.6,"
    "5.0 -2.6, 6.2 -1.4, 7.4 0.6, 8.7 0.9, 9.2 -0.6, 7.9 -4, 5.6 -8, 4.9 -11.5, 5.6 -17.5"
)
STEP = 0.0022


@prop
def gloves(stage: Stage, given: Given) -> Thing:
    """A pair of work gloves lying one over the other, fingers to +y."""
    skin = leather(given.text("colour", "#4E382A"), rough=0.8, dust="#5A4C3C", amount=0.3)
    back = cloth("#6E6A60", weave=500)
    first = moved(_glove(stage, skin, back, 1), (-0.05, 0, 0.0), (0, 0, 9))
    second = moved(_glove(stage, skin, back, -1), (0.055, 0.015, 0.017), (-3, 4, -31))
    return group("gloves", [first, second])


def _glove(stage: Stage, skin: Thing, back: Thing, side: int) -> Thing:
    """One glove, flat below and stuffed above; back and cuff are of canvas."""
    rim = [(side * x / 100, y / 100) for x, y, _ in curved(OUTLINE, 4, closed=True)]
    phase = stage.random.uniform(0, 6)
    where: dict[tuple[int, int], int] = {}
    vertices: list[Vector] = []
    for row in range(-82, 46):
        for column in range(-46, 47):
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
    thing.data.materials.append(back)
    soft = thing.modifiers.new("soft", "SMOOTH")
    soft.factor, soft.iterations = 0.5, 4
    for polygon in thing.data.polygons:
        x, y, _ = polygon.center
        patch = abs(x) < 0.036 and -0.095 < y < -0.02
        polygon.material_index = int(patch or y < -0.118)
    return thing


def _height(x: float, y: float, away: float, phase: float) -> float:
    """How high the glove stands: round at its rim, a seam at the cuff, creases across."""
    full = 0.02 if y > -0.118 else 0.025
    round_ = sin(min(1.0, max(0.0, away - STEP) / 0.012) * pi / 2)
    seam = 0.003 * max(0.0, 1 - abs(y + 0.118) / 0.005)
    crease = 0.0007 * sin(110 * y + 60 * x + phase) + 0.0006 * sin(190 * x + 70 * y)
    return full * round_ + (crease - seam) * round_


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
