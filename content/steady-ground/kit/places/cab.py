"""Inside a lorry or a van: the same dashboard behind other glass."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import cos, pi, sin
from random import Random

from kit.materials import cloth, glow, leather, plastic, water
from kit.nodes import Nodes
from kit.outside import quiet_street
from kit.shapes import Thing, Vector, body, box, group, lathe, moved, sheet, tube
from kit.stage import Given, Stage, place

LINE = 0.98  # metres above the cab's floor: where the glass begins


@place
def cab(stage: Stage, given: Given) -> None:
    """Behind the windscreen: y = 0 is the glass's foot, the driver's seat is at x = 0.42.

    `drops` is the number of raindrops on the glass, `lamps` the street's lamps (0 for day),
    `dials` the glow of the instruments. Surface `dash` is the top of the dashboard.
    """
    vinyl = plastic(given.text("colour", "#24272A"), rough=0.55, grain=520)
    trim = plastic("#34383B", rough=0.5)
    _dashboard(vinyl, trim, given.number("dials", 1.0))
    _wheel()
    _frame(vinyl)
    if given.yes("wiper", default=True):
        _wiper()
    drops = given.count("drops", 1700)
    if drops:
        rain(stage.random, drops)
    stage.surfaces["dash"] = (0.0, -0.13, LINE - 0.03)
    stage.openings["windscreen"] = (0.0, 0.0, 1.4)
    match given.text("outside", "street"):
        case "street":
            night_street(stage.random, given.count("lamps", 9))
        case _:
            quiet_street(stage.random, given)


def _dashboard(vinyl: Thing, trim: Thing, dials: float) -> None:
    def top(u: float, v: float) -> Vector:
        x = (u - 0.5) * 2.5
        y = -0.42 + v * 0.5
        hood = (
            0.085 * max(0.0, 1 - ((x - 0.42) / 0.36) ** 4) * max(0.0, cos((v - 0.25) * 3.2))
            if abs(x - 0.42) < 0.36
            else 0.0
        )
        roll = -0.09 * max(0.0, 1 - v / 0.16) ** 2
        return x, y, LINE - 0.035 + 0.012 * v + hood + roll

    sheet(110, 40, top, material=vinyl)
    box((2.5, 0.03, 0.5), (0, -0.4, LINE - 0.6), material=vinyl, bevel=0.015)
    box((2.5, 0.012, 0.012), (0, -0.425, LINE - 0.165), material=trim, bevel=0.005)
    for x in (-0.62, -0.30, 0.98):
        _vent(x, trim)
    _radio(trim, dials)
    for x, wide in ((-0.86, 0.36), (-0.02, 0.3)):
        box((wide, 0.008, 0.16), (x, -0.419, LINE - 0.4), material=trim, bevel=0.003)
        box((0.09, 0.012, 0.014), (x, -0.427, LINE - 0.27), material=vinyl, bevel=0.005)
    _dials(dials)


def _vent(x: float, trim: Thing) -> None:
    box((0.2, 0.02, 0.085), (x, -0.416, LINE - 0.145), material=trim, bevel=0.012)
    dark = plastic("#0B0C0D", rough=0.7)
    box((0.176, 0.02, 0.062), (x, -0.4185, LINE - 0.1335), material=dark, bevel=0.006)
    for number in range(5):
        box(
            (0.172, 0.012, 0.003),
            (x, -0.427, LINE - 0.127 + number * 0.0125),
            material=trim,
            bevel=0.001,
            turn=(25, 0, 0),
        )
    box((0.012, 0.016, 0.02), (x + 0.02, -0.431, LINE - 0.112), material=trim, bevel=0.004)


def _radio(trim: Thing, dials: float) -> None:
    dark = plastic("#101214", rough=0.25)
    box((0.22, 0.02, 0.07), (-0.02, -0.417, LINE - 0.21), material=dark, bevel=0.005)
    if dials:
        for number in range(4):
            box(
                (0.012, 0.004, 0.004),
                (-0.08 + number * 0.028, -0.4285, LINE - 0.193),
                material=glow("#B9742E", 0.9 * dials),
                bevel=0,
            )
        box(
            (0.05, 0.003, 0.018),
            (0.045, -0.4275, LINE - 0.177),
            material=glow("#2E6E6C", 0.28 * dials),
            bevel=0,
        )
    for x in (-0.112, 0.072):
        knob = lathe([(0, 0), (0.013, 0), (0.012, 0.018), (0.01, 0.02), (0, 0.02)], material=trim)
        moved(knob, (x, -0.427, LINE - 0.168), (90, 0, 0))


def _dials(power: float) -> None:
    face = plastic("#0C0D0E", rough=0.4)
    panel = box((0.5, 0.02, 0.15), (0.42, -0.30, LINE - 0.06), material=face, bevel=0.004)
    panel.rotation_euler = (-0.35, 0, 0)
    if not power:
        return
    tick, hand = glow("#D9C8A0", 0.8 * power), glow("#D9542E", 1.1 * power)
    for x, needle in ((0.32, 2.2), (0.53, 0.9)):
        for mark in range(9):
            a = -0.8 + mark * 0.59
            r = 0.05
            box(
                (0.004, 0.003, 0.008),
                (x - r * cos(a), -0.325, LINE + 0.012 + r * sin(a) * 0.94),
                material=tick,
                bevel=0,
                turn=(0, 90 - a * 57.3, 0),
            )
        points = [
            (x, -0.326, LINE + 0.012),
            (x - 0.044 * cos(needle), -0.328, LINE + 0.012 + 0.042 * sin(needle)),
        ]
        tube(points, 0.0013, material=hand, smooth=1)
    for number, colour in enumerate(("#4E9A5A", "#C98A2E")):
        lathe(
            [(0, 0), (0.004, 0), (0, 0.002)],
            material=glow(colour, 0.9 * power),
            at=(0.405 + number * 0.03, -0.327, LINE - 0.035),
            turns=16,
            turn=(90, 0, 0),
        )


def _wheel() -> None:
    hide, spoke = leather("#1B1C1D", rough=0.5), plastic("#202325", rough=0.5)
    rim = [(0.23 * cos(a), 0.23 * sin(a), 0.0) for a in (i * pi / 24 for i in range(48))]
    parts = [tube(rim, 0.0165, material=hide, closed=True, smooth=1)]
    hub = [(0, 0.012), (0.05, 0.01), (0.075, -0.006), (0.08, -0.03), (0, -0.035)]
    parts.append(lathe(hub, material=spoke, sharp=60))
    for a in (-0.12, pi + 0.12, -pi / 2 - 0.35, -pi / 2 + 0.35):
        inner, outer = (
            (0.06 * cos(a), 0.06 * sin(a), -0.016),
            (0.222 * cos(a), 0.222 * sin(a), -0.002),
        )
        middle = tuple(
            (p + q) / 2 - (0.01 if k == 2 else 0)
            for k, (p, q) in enumerate(zip(inner, outer, strict=True))
        )
        parts.append(tube([inner, middle, outer], [0.016, 0.011, 0.012], material=spoke))
    parts.append(tube([(0, 0, -0.03), (0, 0.0, -0.3)], 0.034, material=spoke, smooth=1))
    moved(group("wheel", parts), (0.42, -0.56, LINE - 0.05), (60, 0, 0))


def _frame(vinyl: Thing) -> None:
    for x in (-1.16, 1.16):
        tube(
            [(x * 1.03, -0.05, LINE - 0.05), (x, 0.09, LINE + 0.4), (x * 0.97, 0.2, LINE + 0.86)],
            0.055,
            material=vinyl,
        )
    box((2.5, 0.3, 0.12), (0, 0.05, LINE + 0.84), material=cloth("#6B6A64"), bevel=0.03)


def _wiper() -> None:
    rubber, steel = plastic("#0E0F10", rough=0.6), plastic("#191B1C", rough=0.45)
    tube(
        [(-0.05, 0.05, LINE - 0.03), (0.25, 0.075, LINE + 0.03), (0.56, 0.085, LINE + 0.06)],
        [0.009, 0.006, 0.004],
        material=steel,
    )
    tube(
        [(0.16, 0.075, LINE + 0.028), (0.56, 0.09, LINE + 0.072), (0.94, 0.1, LINE + 0.13)],
        0.0055,
        material=rubber,
    )
    for x in (0.3, 0.55, 0.8):
        box(
            (0.03, 0.012, 0.012),
            (x, 0.08 + (x - 0.2) * 0.03, LINE + 0.035 + (x - 0.2) * 0.11),
            material=steel,
            turn=(0, -7, 0),
        )


def rain(chance: Random, count: int) -> None:
    """Drops on the outside of the windscreen: round ones, and trails of small ones."""
    spots: list[tuple[float, float, float]] = []
    for _ in range(count):
        u, v = chance.uniform(-1.15, 1.15), chance.uniform(0.02, 0.84)
        spots.append((u, v, 0.0018 + 0.006 * chance.random() ** 3.2))
    for _ in range(26):
        u, v = chance.uniform(-1.0, 1.0), chance.uniform(0.3, 0.84)
        spots.append((u, v, 0.0068))
        for step in range(18):
            v += 0.009 + 0.004 * chance.random()
            u += chance.uniform(-0.0014, 0.0014)
            if v < 0.85 and chance.random() < 0.85 - step * 0.03:
                spots.append((u, v, 0.0010 + 0.0016 * chance.random()))
    vertices: list[Vector] = []
    faces: list[tuple[int, ...]] = []
    for u, v, r in spots:
        _drop(chance, (u, 0.062 + v * 0.186, LINE + v), r, vertices, faces)
    body("rain", vertices, faces, water(), sharp=180)


def _drop(
    chance: Random, at: Vector, r: float, vertices: list[Vector], faces: list[tuple[int, ...]]
) -> None:
    """A lens-shaped drop: a low dome with an uneven foot."""
    start, rings, turns = len(vertices), 4, 12
    long = chance.uniform(1.0, 1.45)
    wobble, phase = chance.uniform(0, 0.16), chance.uniform(0, 6)
    for ring in range(rings):
        a = ring / rings * pi / 2
        for turn in range(turns):
            b = turn / turns * 2 * pi
            reach = r * cos(a) * (1 + wobble * sin(2 * b + phase))
            vertices.append(
                (at[0] + reach * cos(b), at[1] + r * 0.55 * sin(a), at[2] + reach * sin(b) * long)
            )
    vertices.append((at[0], at[1] + r * 0.55, at[2]))
    for ring in range(rings - 1):
        for turn in range(turns):
            p, q = start + ring * turns + turn, start + ring * turns + (turn + 1) % turns
            faces.append((p, q, q + turns, p + turns))
    top = start + rings * turns
    last = top - turns
    faces += [(last + turn, last + (turn + 1) % turns, top) for turn in range(turns)]
    faces.append(tuple(start + turn for turn in reversed(range(turns))))


def night_street(chance: Random, lamps: int) -> None:
    """A wet road at night: two rows of lamps, tail lights, windows far off."""
    box((240, 260, 0.1), (0, 120, -1.3), material=_mirror(), bevel=0)
    for number in range(lamps):
        y = 12 + number * number * 1.6 + number * 7.0
        for side in (-1, 1):
            if number == 0 and side == 1:
                continue
            ball(
                "#FFA552",
                24,
                (side * 5.6 + chance.uniform(-0.3, 0.3), y + chance.uniform(-1, 1), 4.4),
                0.11,
            )
    for x, y, colour, power in (
        (-1.3, 26, "#FF2E1E", 38),
        (0.0, 26, "#FF2E1E", 38),
        (0.7, 44, "#FF3A22", 34),
        (1.8, 44, "#FF3A22", 34),
        (-3.4, 34, "#FFE6C2", 26),
        (-4.4, 34, "#FFE6C2", 26),
        (4.2, 62, "#5FE0A0", 18),
    ):
        ball(colour, power, (x, y, -0.3 if power != 18 else 2.9), 0.085)
    for _ in range(16):
        x = chance.choice((-1, 1)) * chance.uniform(8, 26)
        ball(
            chance.choice(("#FFC98A", "#FFD9A8", "#BFD4EA")),
            chance.uniform(6, 13),
            (x, chance.uniform(38, 70), chance.uniform(0.5, 6)),
            0.1,
        )


def ball(colour: str, power: float, at: Vector, radius: float) -> Thing:
    """A far lamp: a sphere, so that it blurs to a round spot."""
    ring = [(radius * sin(a), radius * cos(a)) for a in (i * pi / 8 for i in range(9))]
    return lathe(ring, material=glow(colour, power), at=at, turns=16)


def _mirror() -> Thing:
    nodes = Nodes("wet road")
    ripples = nodes.noise(nodes.place((1, 0.35, 1)), 1.6, 4, 0.6)
    slow = nodes.noise(nodes.place(), 0.35, 4, 0.6)
    return nodes.done(
        Base_Color="#101419",
        Roughness=nodes.span(slow, 0.12, 0.3),
        Normal=nodes.bump(ripples, 0.35, 0.02),
    )
