"""Sheets, cards, envelopes, pens, phones."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import cos, pi, sin

from kit.drawn import draw, size
from kit.materials import drawn, metal, paper, plastic
from kit.shapes import (
    Thing,
    Vector,
    bevelled,
    body,
    box,
    group,
    lathe,
    moved,
    prism,
    sheet,
)
from kit.stage import Given, Stage, prop


def leaflet(stage: Stage, material: Thing, wide: float, high: float, *, curl: float = 0.006,
            folds: int = 0, thick: float = 0.0003) -> Thing:  # fmt: skip
    """A sheet lying flat with its corners a little up; `folds` are creases across it."""
    phase = stage.random.uniform(0, 6)
    lifts = [stage.random.uniform(0.2, 1.0) * curl for _ in range(4)]

    def lie(u: float, v: float) -> Vector:
        corner = (
            lifts[0] * ((1 - u) * (1 - v)) ** 4 + lifts[1] * (u * (1 - v)) ** 4
            + lifts[2] * (u * v) ** 4 + lifts[3] * ((1 - u) * v) ** 4
        )  # fmt: skip
        wave = 0.0003 * (1 + sin(5 * u + phase + 3 * v))
        crease = 0.0
        if folds:
            step = (v * (folds + 1)) % 1.0
            crease = curl * 0.55 * (1 - abs(2 * step - 1))
        return (u - 0.5) * wide, (v - 0.5) * high, 0.0004 + corner * 1.6 + wave + crease

    return sheet(40, 40, lie, material=material, thickness=thick)


@prop
def drawing(stage: Stage, given: Given) -> Thing:
    """A sheet or card with one of the kit's drawings on it; top away from us at turn 0."""
    name = given.text("drawn", "plain")
    wide, high = size(name)
    ground = given.text("colour", "#E4DFD2")
    image = draw(name, stage.random, stage.scratch, ground)
    card = given.yes("card")
    face = drawn(image)
    one = leaflet(stage, face, wide, high, curl=given.number("curl", 0.002 if card else 0.006),
                  folds=given.count("folds", 0), thick=0.0006 if card else 0.0003)  # fmt: skip
    return group("drawing", [one])


@prop
def note(stage: Stage, given: Given) -> Thing:
    """A blank paper, folded once."""
    one = leaflet(
        stage,
        paper(given.text("colour", "#DAD5C8")),
        given.number("wide", 0.21),
        given.number("high", 0.148),
        curl=0.004,
        folds=1,
    )
    return group("note", [one])


@prop
def envelope(stage: Stage, given: Given) -> Thing:
    """A window envelope (DL, or C5 with `large`), lying face up; `open` lifts its flap."""
    wide, high = (0.229, 0.162) if given.yes("large") else (0.22, 0.11)
    manila = paper(given.text("colour", "#CDB48A"))
    bend = given.number("bend", 0.012)

    def front(u: float, v: float) -> Vector:
        bulge = 0.003 * sin(3.1416 * u) * sin(3.1416 * v)
        return (u - 0.5) * wide, (v - 0.5) * high, 0.0008 + bulge + bend * u**5

    parts = [sheet(30, 20, front, material=manila, thickness=0.0011)]
    if given.yes("window", default=True):
        image = draw("letter", stage.random, stage.scratch, "#DAD6CB", 3.0)

        def pane(u: float, v: float) -> Vector:
            x, y = -0.085 + u * 0.09, -0.035 + v * 0.035
            bulge = 0.003 * sin(3.1416 * (x / wide + 0.5)) * sin(3.1416 * (y / high + 0.5))
            return x, y, 0.0018 + bulge + bend * (x / wide + 0.5) ** 5

        view = sheet(8, 4, pane, material=drawn(image, rough=0.2))
        for loop in view.data.uv_layers[0].data:
            loop.uv = (0.1 + loop.uv[0] * 0.34, 0.71 + loop.uv[1] * 0.11)
        parts.append(view)
    if given.yes("open"):
        flap = [
            (-wide / 2, high / 2, 0.002),
            (wide / 2, high / 2, 0.002),
            (wide * 0.36, high / 2 + 0.03, 0.022),
            (-wide * 0.36, high / 2 + 0.03, 0.022),
        ]
        parts.append(bevelled(body("flap", flap, [(0, 1, 2, 3)], manila), 0))
    return group("envelope", parts)


@prop
def pen(stage: Stage, given: Given) -> Thing:
    """A ball pen of 14 cm lying along x, its point at +x."""
    barrel = plastic(given.text("colour", "#23364A"), rough=0.25, grain=60)
    steel = metal("#B4B6B7", rough=0.18)
    line = [(0, -0.07), (0.0042, -0.069), (0.0046, -0.03), (0.0049, 0.045)]
    tip = [(0.0048, 0.045), (0.0042, 0.052), (0.0014, 0.066), (0.0004, 0.0685), (0, 0.069)]
    parts = [lathe(line, material=barrel, turns=32), lathe(tip, material=steel, turns=32, sharp=50)]
    parts.append(
        lathe(
            [(0.0049, -0.012), (0.0051, -0.011), (0.0051, -0.007), (0.0049, -0.006)],
            material=steel,
            turns=32,
        )
    )
    parts.append(box((0.0035, 0.0012, 0.042), (0, 0.0062, -0.066), material=steel, bevel=0.0005))
    lying = moved(group("barrel", parts), (0, 0, 0.005), (0, 90, 0))
    return group("pen", [lying])


@prop
def phone(stage: Stage, given: Given) -> Thing:
    """A phone lying face up, or face down with `face_down`; `shows` names its screen."""
    wide, high, thick = 0.072, 0.15, 0.008
    shell = plastic(given.text("colour", "#1B1D20"), rough=0.3, grain=900)
    parts = [prism(_rounded(wide, high, 0.0105), thick, material=shell, bevel=0.0028)]
    if given.yes("face_down"):
        parts.append(
            box(
                (0.028, 0.03, 0.0018), (-0.017, 0.053, thick - 0.0004), material=shell, bevel=0.0009
            )
        )
        for x, y in ((-0.023, 0.059), (-0.011, 0.059), (-0.023, 0.047)):
            lens = lathe(
                [(0.0046, 0), (0.0046, 0.0022), (0.0036, 0.0024), (0, 0.0018)],
                material=plastic("#08090B", rough=0.08),
                at=(x, y, thick + 0.0008),
                turns=32,
            )
            parts.append(lens)
        return group("phone", parts)
    name, power = given.text("shows", "dark"), given.number("glow", 0.9)
    if name == "dark":
        face = plastic("#050607", rough=0.06, grain=3)
    else:
        image = draw(name, stage.random, stage.scratch, given.text("ground", "#10161C"), 9.0)
        face = drawn(image, rough=0.08, glow=power)

    def flat(u: float, v: float) -> Vector:
        y, half = (v - 0.5) * (high - 0.006), (wide - 0.006) / 2
        within = max(0.0, abs(y) - (high - 0.006) / 2 + _CORNER) / _CORNER
        return (u - 0.5) * 2 * (half - _CORNER * (1 - (1 - within**2) ** 0.5)), y, thick + 0.0002

    parts.append(sheet(1, 120, flat, material=face))
    return group("phone", parts)


_CORNER = 0.008


def _rounded(wide: float, high: float, radius: float) -> list[tuple[float, float]]:
    """The outline of a rectangle with round corners about its middle."""
    corners = ((1, 1), (-1, 1), (-1, -1), (1, -1))
    return [
        (
            a * (wide / 2 - radius) + radius * cos(pi / 2 * (n + step / 8)),
            b * (high / 2 - radius) + radius * sin(pi / 2 * (n + step / 8)),
        )
        for n, (a, b) in enumerate(corners)
        for step in range(9)
    ]


@prop
def notebook(stage: Stage, given: Given) -> Thing:
    """An A5 notebook lying shut with a ribbon, or open with pen lines."""
    from kit.materials import leather  # noqa: PLC0415

    cover = leather(given.text("colour", "#3A3F45"), rough=0.6)
    pages = paper("#D9D2C2")
    parts = [
        box((0.148, 0.21, 0.0022), (0, 0, 0), material=cover, bevel=0.001),
        box((0.143, 0.204, 0.011), (-0.001, 0, 0.0022), material=pages, bevel=0.001),
        box((0.148, 0.21, 0.0022), (0, 0, 0.0132), material=cover, bevel=0.001, turn=(0, -0.8, 0)),
        box((0.005, 0.211, 0.0008), (0.058, 0, 0.0156), material=leather("#17191B"), bevel=0.0003),
    ]
    return group("notebook", parts)


@prop
def wallet(stage: Stage, given: Given) -> Thing:
    """An open wallet lying flat with a folded card half out of its pocket."""
    from kit.materials import leather  # noqa: PLC0415

    hide = leather(given.text("colour", "#4A382C"), rough=0.48)
    lining = leather("#3A2D24", rough=0.6)
    parts = []
    for x, tip in ((-0.057, 3), (0.057, -7)):
        parts.append(
            moved(
                box((0.11, 0.092, 0.005), (0, 0, 0), material=hide, bevel=0.0024),
                (x, 0, 0.004),
                (0, tip, 0),
            )
        )
        parts.append(
            moved(
                box((0.1, 0.056, 0.002), (0, -0.014, 0), material=lining, bevel=0.0009),
                (x, 0, 0.0085),
                (0, tip, 0),
            )
        )
        parts.append(
            moved(
                box((0.1, 0.044, 0.0018), (0, -0.02, 0), material=hide, bevel=0.0008),
                (x, 0, 0.0105),
                (0, tip, 0),
            )
        )
    image = draw(given.text("drawn", "plan"), stage.random, stage.scratch, "#E0DACB", 8.0)
    card = leaflet(stage, drawn(image), 0.088, 0.062, curl=0.003, folds=1)
    parts.append(moved(group("card", [card]), (0.055, 0.034, 0.0105), (2, -7, 3)))
    return group("wallet", parts)
