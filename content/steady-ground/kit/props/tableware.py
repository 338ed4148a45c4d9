"""Mugs, flasks, plates, pans, kettles."""

# SPDX-License-Identifier: GPL-3.0-or-later

from kit.materials import ceramic, metal, paint, plastic
from kit.nodes import Nodes
from kit.shapes import Thing, group, lathe, points, profile, tube
from kit.stage import Given, Stage, prop


def tea(colour: str = "#5A2E12") -> Thing:
    """The surface of a drink."""
    return Nodes("tea").done(Base_Color=colour, Roughness=0.04, Coat_Weight=0.6)


@prop
def mug(stage: Stage, given: Given) -> Thing:
    """A mug of 9.3 cm; `fill` from 0 to 1 of tea. Its handle is at +x."""
    clay = ceramic(given.text("colour", "#2F5F86"))
    high, radius, fill = 0.093, 0.04, given.number("fill", 0.8)
    outer = profile(
        "0 0, .031 0, .036 .003, .0385 .01, .04 .03, .04 .089, .0388 .093, .037 .092,"
        ".0358 .085, .0355 .012, .03 .007, 0 .007"
    )
    parts = [lathe(outer, material=clay, sharp=60)]
    grip = points(".037 0 .074, .054 0 .076, .067 0 .062, .067 0 .04, .053 0 .024, .037 0 .021")
    parts.append(tube(grip, [0.0052, 0.0046, 0.0044, 0.0044, 0.0046, 0.0054], material=clay))
    if fill:
        level = 0.01 + (high - 0.016) * fill
        parts.append(
            lathe(
                [(0, level), (radius - 0.0044, level)], material=tea(given.text("tea", "#6B3A1A"))
            )
        )
    return group("mug", parts)


@prop
def flask(stage: Stage, given: Given) -> Thing:
    """A steel-capped flask of 27 cm."""
    skin = paint(given.text("colour", "#2F5D4A"), rough=0.3, wear=0.3, chips="#A9ACAE")
    steel = metal("#BDBFC0", rough=0.2)
    dark = plastic("#1B1D1E")
    parts = [
        lathe([(0, 0), (0.036, 0), (0.0385, 0.003), (0.0385, 0.012)], material=steel),
        lathe(
            [(0.039, 0.012), (0.0395, 0.015), (0.0395, 0.185), (0.037, 0.196), (0.031, 0.203)],
            material=skin,
            sharp=50,
        ),
        lathe([(0.031, 0.203), (0.031, 0.209)], material=dark),
        lathe(
            [(0.0335, 0.209), (0.0345, 0.212), (0.0335, 0.262), (0.031, 0.268), (0, 0.27)],
            material=steel,
            sharp=40,
        ),
    ]
    return group("flask", parts)


@prop
def plate(stage: Stage, given: Given) -> Thing:
    """A dinner plate of 26 cm, or `radius`."""
    r = given.number("radius", 0.13)
    clay = ceramic(given.text("colour", "#D8D3C6"))
    line = profile(
        "0 .015, .55 .015, .58 0, .62 .015, .7 .069, .99 .162, 1 .181, .985 .188, .7 .104,"
        ".6 .05, 0 .046",
        r,
    )
    return group("plate", [lathe(line, material=clay, sharp=60, turns=96)])


@prop
def bowl(stage: Stage, given: Given) -> Thing:
    """A bowl of 15 cm; `fill` shows something of `food`'s colour."""
    r = given.number("radius", 0.075)
    clay = ceramic(given.text("colour", "#7E8C84"))
    line = profile(
        "0 0, .42 0, .45 .08, .75 .29, .94 .6, 1 .88, .97 .89, .9 .61, .7 .35, .4 .16, 0 .13", r
    )
    parts = [lathe(line, material=clay, sharp=60, turns=80)]
    if given.number("fill", 0.0):
        food = Nodes("food")
        lumps = food.noise(food.place(), 90, 4, 0.6)
        colour = given.text("food", "#8A5A2A")
        skin = food.done(Base_Color=colour, Roughness=0.4, Normal=food.bump(lumps, 0.8, 0.008))
        parts.append(lathe([(0, 0.052), (r * 0.5, 0.05), (r * 0.91, 0.047)], material=skin))
    return group("bowl", parts)


@prop
def pan(stage: Stage, given: Given) -> Thing:
    """A saucepan with one handle at +x; `lid` covers it."""
    r, high = given.number("radius", 0.1), given.number("high", 0.11)
    steel, dark = metal(given.text("colour", "#B7B9BA"), rough=0.18), plastic("#1D1E20")
    outer = [(0, 0), (r - 0.012, 0), (r - 0.003, 0.005), (r, 0.016), (r, high - 0.004)]
    inner = [(r - 0.001, high - 0.001), (r - 0.003, 0.014), (r - 0.015, 0.005), (0, 0.004)]
    parts = [lathe([*outer, (r + 0.004, high), *inner], material=steel, turns=96)]
    rise = points("-.002 0 -.022, .04 0 -.014, .11 0 -.004, .19 0 .002")
    grip = [(r + x, y, high + z) for x, y, z in rise]
    black = given.yes("black", default=True)
    parts.append(tube(grip, [0.008, 0.007, 0.0085, 0.0095], material=dark if black else steel))
    if given.yes("lid"):
        top = [(r + 0.003, high), (r + 0.003, high + 0.005), (r * 0.8, high + 0.014)]
        knob = profile(".008 .022, .007 .034, .016 .04, .014 .05, 0 .052")
        parts.append(lathe([*top, (0, high + 0.024)], material=steel, turns=96))
        parts.append(lathe(knob, material=dark, at=(0, 0, high)))
    return group("pan", parts)


@prop
def kettle(stage: Stage, given: Given) -> Thing:
    """A stove kettle with a curved handle over it; its spout points to +x."""
    steel = metal(given.text("colour", "#AEB1B2"), rough=0.16)
    dark = plastic("#1C1D1F")
    line = [
        (0, 0),
        (0.088, 0),
        (0.096, 0.006),
        (0.1, 0.03),
        (0.095, 0.075),
        (0.078, 0.115),
        (0.05, 0.135),
        (0.034, 0.14),
    ]
    lid = [
        (0.036, 0.139),
        (0.03, 0.148),
        (0.012, 0.152),
        (0.007, 0.158),
        (0.012, 0.165),
        (0.009, 0.172),
        (0, 0.173),
    ]
    parts = [lathe(line, material=steel, sharp=50, turns=96), lathe(lid, material=steel)]
    spout = [(0.07, 0, 0.06), (0.11, 0, 0.085), (0.128, 0, 0.115), (0.142, 0, 0.13)]
    parts.append(tube(spout, [0.022, 0.016, 0.0125, 0.011], material=steel))
    arch = [
        (-0.072, 0, 0.115),
        (-0.07, 0, 0.17),
        (-0.045, 0, 0.215),
        (0.0, 0, 0.23),
        (0.045, 0, 0.215),
        (0.07, 0, 0.17),
        (0.06, 0, 0.125),
    ]
    parts.append(tube(arch, [0.004, 0.005, 0.009, 0.0105, 0.009, 0.005, 0.004], material=dark))
    return group("kettle", parts)


@prop
def glass_of_water(stage: Stage, given: Given) -> Thing:
    """A plain tumbler, two thirds full."""
    from kit.materials import water  # noqa: PLC0415

    r, high = 0.034, 0.115
    wall = [
        (0, 0),
        (r - 0.004, 0),
        (r - 0.001, 0.003),
        (r + 0.002, high),
        (r + 0.0005, high + 0.0006),
        (r - 0.0012, high),
        (r - 0.0035, 0.01),
        (0, 0.009),
    ]
    parts = [lathe(wall, material=water("#F4F8F6"))]
    level = high * given.number("fill", 0.62)
    parts.append(
        lathe(
            [(0, 0.0095), (r - 0.0038, 0.0105), (r - 0.0022, level), (0, level)], material=water()
        )
    )
    return group("glass", parts)


@prop
def teapot(stage: Stage, given: Given) -> Thing:
    """A brown teapot; its spout points to +x."""
    clay = ceramic(given.text("colour", "#5A4638"), rough=0.2)
    line = [
        (0, 0),
        (0.05, 0),
        (0.055, 0.004),
        (0.078, 0.03),
        (0.085, 0.06),
        (0.076, 0.095),
        (0.05, 0.118),
        (0.04, 0.122),
    ]
    lid = [
        (0.044, 0.12),
        (0.042, 0.126),
        (0.02, 0.136),
        (0.009, 0.138),
        (0.008, 0.144),
        (0.014, 0.152),
        (0.01, 0.16),
        (0, 0.162),
    ]
    parts = [lathe(line, material=clay, sharp=70, turns=80), lathe(lid, material=clay, sharp=60)]
    spout = [(0.07, 0, 0.045), (0.105, 0, 0.062), (0.122, 0, 0.095), (0.142, 0, 0.122)]
    parts.append(tube(spout, [0.022, 0.016, 0.011, 0.009], material=clay))
    grip = [
        (-0.07, 0, 0.1),
        (-0.105, 0, 0.108),
        (-0.13, 0, 0.085),
        (-0.122, 0, 0.055),
        (-0.08, 0, 0.036),
    ]
    parts.append(tube(grip, [0.008, 0.0075, 0.007, 0.0075, 0.009], material=clay))
    return group("teapot", parts)
