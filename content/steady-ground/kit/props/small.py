"""Small things that mark whose story it is, and what a few scenes need once."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import sin

from kit.drawn import draw
from kit.materials import cloth, drawn, glow, leather, metal, paint, plastic, wood
from kit.shapes import (
    Thing,
    Vector,
    box,
    group,
    lathe,
    moved,
    points,
    profile,
    sheet,
    tube,
)  # fmt: skip
from kit.stage import Given, Stage, prop


@prop
def toy_car(stage: Stage, given: Given) -> Thing:
    """A toy car of 7 cm, its front to +x, the paint chipped."""
    skin = paint(given.text("colour", "#D9A441"), rough=0.3, chips="#8E8A80")
    tyre, hub = plastic("#191A1B", rough=0.6), metal("#B0B2B3")
    pane = plastic("#2B3338", rough=0.1)
    parts = [
        box((0.07, 0.03, 0.011), (0, 0, 0.006), material=skin, bevel=0.004),
        box((0.036, 0.026, 0.012), (-0.006, 0, 0.016), material=pane, bevel=0.005),
        box((0.03, 0.0255, 0.004), (-0.006, 0, 0.0255), material=skin, bevel=0.002),
    ]  # fmt: skip
    for x in (-0.021, 0.022):
        for y in (-1, 1):
            wheel = profile("0 -.003, .0068 -.003, .0075 -.002, .0075 .002, .0068 .003, 0 .003")
            at = (x, y * 0.0145, 0.0075)
            parts.append(lathe(wheel, material=tyre, at=at, turn=(90, 0, 0), turns=28))
            cap = profile("0 .0036, .0035 .0034, .004 .0028")
            parts.append(lathe(cap, material=hub, at=at, turn=(90 * y, 0, 0), turns=20))
    return group("toy-car", parts)


@prop
def patch(stage: Stage, given: Given) -> Thing:
    """A place where something hung: paint a little paler than the wall; back at y = 0."""
    skin = paint(given.text("colour", "#9AA69F"), rough=0.8)
    size = (given.number("wide", 0.3), 0.0003, given.number("high", 0.8))
    return group("patch", [box(size, (0, -0.00015, -size[2]), material=skin, bevel=0)])


@prop
def radio(stage: Stage, given: Given) -> Thing:
    """An old table radio: wooden case, cloth front, two knobs, a dial without figures."""
    case, front = wood("#6A4A30", gloss=0.28), cloth("#A3926C", weave=260)
    knob = plastic("#D0C7B0", rough=0.3)
    parts = [
        box((0.36, 0.17, 0.22), (0, 0, 0.008), material=case, bevel=0.018),
        box((0.2, 0.008, 0.16), (-0.055, -0.085, 0.036), material=front, bevel=0.003),
        box((0.1, 0.008, 0.06), (0.112, -0.085, 0.13), material=glow("#D9B070", 0.5), bevel=0.003),
        box((0.002, 0.004, 0.052), (0.12, -0.091, 0.134), material=plastic("#7A2A20"), bevel=0),
    ]
    round_one = profile("0 0, .021 0, .019 .016, .015 .019, 0 .019")
    for x in (0.087, 0.138):
        parts.append(lathe(round_one, material=knob, at=(x, -0.088, 0.075), turn=(90, 0, 0)))
    return group("radio", parts)


@prop
def string(stage: Stage, given: Given) -> Thing:
    """A line of string with seven knots, lying along x; `frayed` opens its right end."""
    skin = cloth(given.text("colour", "#B39A6B"), weave=2200)
    wave = stage.random.uniform(0, 6)
    line = [
        (x * 0.06 - 0.33, 0.018 * sin(x * 0.9 + wave) + 0.008 * sin(x * 2.3), 0.003)
        for x in range(12)
    ]
    parts = [tube(line, 0.0026, material=skin)]
    for number in range(7):
        x, y, _ = line[1 + round(number * 1.5)]
        ring = profile("0 -.006, .005 -.004, .0065 0, .005 .004, 0 .006")
        parts.append(lathe(ring, material=skin, at=(x, y, 0.0058), turn=(0, 80, 20), turns=20))
    if given.yes("frayed"):
        x, y, _ = line[-1]
        for _ in range(26):
            far = (
                stage.near(x + 0.055, 0.02),
                stage.near(y, 0.03),
                0.001 + stage.random.random() * 0.008,
            )
            middle = ((x + far[0]) / 2, (y + far[1]) / 2 + stage.near(0, 0.006), 0.004)
            parts.append(
                tube([(x - 0.004, y, 0.003), middle, far], [0.0007, 0.0005], material=skin)
            )
    return group("string", parts)


@prop
def lit_screen(stage: Stage, given: Given) -> Thing:
    """A television on a low stand, a match on it; back at y = 0."""
    dark = plastic("#131517", rough=0.3)
    wide, high = given.number("wide", 0.9), given.number("high", 0.52)
    image = draw("match", stage.random, stage.scratch, "#3F6B3A", 8.0)
    picture = drawn(image, rough=0.1, glow=given.number("glow", 0.6))

    def front(u: float, v: float) -> Vector:
        return (u - 0.5) * (wide - 0.03), -0.0185, 0.075 + v * (high - 0.03)

    parts = [
        box((wide, 0.035, high), (0, 0, 0.06), material=dark, bevel=0.006),
        sheet(1, 1, front, material=picture),
        box((0.3, 0.18, 0.012), (0, 0, 0), material=dark, bevel=0.004),
        box((0.06, 0.03, 0.07), (0, 0.01, 0.0), material=dark, bevel=0.004),
    ]  # fmt: skip
    return group("screen", parts)


@prop
def lunch_box(stage: Stage, given: Given) -> Thing:
    """A packed lunch: a plastic box with a lid half off, bread in paper, an apple."""
    shell, lid = plastic("#8A9296", rough=0.3), plastic(given.text("colour", "#3F5C50"), rough=0.35)
    wrap = cloth("#D8D2C2", weave=1500, sheen=0.05)
    crust = leather("#A87A48", rough=0.85, dust="#D9C29A", amount=0.5)
    parts = [
        box((0.22, 0.15, 0.006), material=shell, bevel=0.003),
        box((0.22, 0.006, 0.06), (0, -0.075, 0), material=shell, bevel=0.0028),
        box((0.22, 0.006, 0.06), (0, 0.075, 0), material=shell, bevel=0.0028),
        box((0.006, 0.15, 0.06), (-0.11, 0, 0), material=shell, bevel=0.0028),
        box((0.006, 0.15, 0.06), (0.11, 0, 0), material=shell, bevel=0.0028),
        box((0.12, 0.12, 0.03), (-0.035, 0, 0.008), material=wrap, bevel=0.008, turn=(0, 0, 4)),
        box((0.1, 0.1, 0.016), (-0.035, 0, 0.034), material=crust, bevel=0.006, turn=(0, 3, 8)),
        box((0.1, 0.1, 0.014), (-0.03, 0, 0.052), material=crust, bevel=0.006, turn=(2, -2, 11)),
    ]  # fmt: skip
    cover = box((0.225, 0.155, 0.01), material=lid, bevel=0.004)
    parts.append(moved(cover, (0.03, 0.13, 0.035), (-26, 4, 12)))
    apple = profile("0 .006, .012 0, .026 .008, .034 .03, .03 .054, .016 .062, .004 .056, 0 .054")
    parts.append(
        lathe(apple, material=paint("#7C8A3E", rough=0.3), at=(0.062, 0, 0.006), sharp=180)
    )
    parts.append(tube(points("0.062 0 .06, .066 .002 .075"), 0.0015, material=wood("#4A3828")))
    return group("lunch", parts)
