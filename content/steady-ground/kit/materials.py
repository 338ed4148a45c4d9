"""What things are made of. Every colour has two tones, every surface a little wear."""

# SPDX-License-Identifier: GPL-3.0-or-later

from functools import cache
from pathlib import Path
from typing import Any

import bpy

from kit.nodes import Nodes, shade
from kit.shapes import Thing


@cache
def wood(colour: str = "#A08460", *, along: str = "x", gloss: float = 0.42) -> Thing:
    """Planed boards: growth rings cut along the grain, short pores, a worn coat of oil."""
    nodes = Nodes("wood")

    def grown(lengthwise: float, across: float) -> Thing:
        scale = [lengthwise if axis == along else across for axis in "xyz"]
        return nodes.place((scale[0], scale[1], scale[2]))

    height = nodes.noise(grown(0.55, 7.0), 1.0, 1.5, 0.45, 0.35)
    rings = nodes.wave(height, 15.0)
    fibres = nodes.noise(grown(9.0, 420.0), 1.0, 3, 0.65)
    pores = nodes.noise(grown(38.0, 900.0), 1.0, 1, 0.5)
    wide = nodes.noise(nodes.place(), 2.3, 3, 0.55)
    early = nodes.mix(nodes.span(fibres, 0.0, 1.0), shade(colour, 0.86), shade(colour, 1.12))
    late = nodes.mix(nodes.span(rings, 0.0, 0.5, (0.1, 1.0)), early, shade(colour, 0.55))
    lot = nodes.add("ObjectInfo").outputs["Random"]
    board = nodes.mix(nodes.span(lot, 0.0, 0.3, (0, 1)), late, shade(colour, 0.55))
    worn = nodes.mix(nodes.span(wide, 0.0, 0.3), board, shade(colour, 0.72))
    dark = nodes.mix(nodes.span(pores, 0.55, 0.0, (0.3, 0.42)), worn, shade(colour, 0.3))
    relief = nodes.mix(0.35, fibres, rings)
    return nodes.done(
        Base_Color=dark,
        Roughness=nodes.span(wide, gloss - 0.07, gloss + 0.16),
        Normal=nodes.bump(relief, 0.2, 0.0012),
    )


@cache
def wall(colour: str = "#8D9A93", *, rough: float = 0.82, grime: float = 0.12) -> Thing:
    """Painted plaster: roller texture, a slow change of tone, a little dirt."""
    nodes = Nodes("wall")
    slow = nodes.noise(nodes.place(), 0.9, 3, 0.55, 0.4)
    roller = nodes.noise(nodes.place(), 140, 2, 0.6)
    trowel = nodes.noise(nodes.place((1, 1, 1)), 7, 4, 0.6)
    tone = nodes.mix(nodes.span(slow, 0.0, 1.0, (0.3, 0.7)), shade(colour, 1 - grime), colour)
    stain = nodes.mix(nodes.span(trowel, 0.08, 0.0, (0.28, 0.5)), tone, shade(colour, 0.72))
    deep = nodes.bump(trowel, 0.12, 0.006)
    return nodes.done(
        Base_Color=stain, Roughness=rough, Normal=nodes.bump(roller, 0.2, 0.0011, deep)
    )


@cache
def paint(colour: str, *, rough: float = 0.45, wear: float = 0.25, chips: str = "") -> Thing:
    """Brushed or sprayed paint on wood or metal; `chips` is the colour below."""
    nodes = Nodes("paint")
    slow = nodes.noise(nodes.place(), 1.6, 2, 0.5)
    scuff = nodes.noise(nodes.place(), 38, 5, 0.7, 0.5)
    fine = nodes.noise(nodes.place(), 160, 2)
    even = nodes.mix(nodes.span(slow, 0, 1), shade(colour, 1 - wear * 0.35), shade(colour, 1.03))
    tone = nodes.mix(nodes.span(scuff, wear, 0.0, (0.3, 0.4)), even, shade(colour, 0.6))
    if chips:
        spots = nodes.noise(nodes.place(), 26, 6, 0.7, 0.6)
        tone = nodes.mix(nodes.span(spots, 1.0, 0.0, (0.345, 0.36)), tone, chips)
    return nodes.done(
        Base_Color=tone,
        Roughness=nodes.span(slow, rough - 0.1, rough + 0.14),
        Normal=nodes.bump(fine, 0.12, 0.0006),
    )


@cache
def ceramic(colour: str, *, rough: float = 0.16) -> Thing:
    """Glazed clay: speckle, a slow tone, a clear coat."""
    nodes = Nodes("ceramic")
    slow = nodes.noise(nodes.place(), 16, 3)
    speck = nodes.noise(nodes.place(), 330, 2, 0.5)
    tone = nodes.mix(nodes.span(slow, 0, 1), shade(colour, 0.94), shade(colour, 1.03))
    dots = nodes.mix(nodes.span(speck, 0.5, 0.0, (0.27, 0.34)), tone, shade(colour, 0.45))
    return nodes.done(
        Base_Color=dots,
        Roughness=nodes.span(slow, rough, rough + 0.2),
        Coat_Weight=0.35,
        Normal=nodes.bump(nodes.noise(nodes.place(), 28, 2), 0.03, 0.002),
    )


@cache
def metal(colour: str = "#B9BCBE", *, rough: float = 0.24, dull: float = 0.25) -> Thing:
    """Brushed, handled metal."""
    nodes = Nodes("metal")
    marks = nodes.noise(nodes.place((1, 1, 1)), 24, 5, 0.65)
    fine = nodes.noise(nodes.place((260, 260, 8)), 1.0, 2)
    tone = nodes.mix(nodes.span(marks, 0, 0.5), shade(colour, 1 - dull / 2), colour)
    return nodes.done(
        Base_Color=tone,
        Metallic=1.0,
        Roughness=nodes.span(marks, rough, rough + 0.13),
        Normal=nodes.bump(fine, 0.06, 0.0004),
    )


@cache
def rust(colour: str = "#5B3A28") -> Thing:
    """Old iron."""
    nodes = Nodes("rust")
    coarse = nodes.noise(nodes.place(), 45, 6, 0.7)
    tone = nodes.ramp(coarse, (0.35, shade(colour, 0.5)), (0.55, colour), (0.7, shade(colour, 1.5)))
    return nodes.done(
        Base_Color=tone, Metallic=0.35, Roughness=0.78, Normal=nodes.bump(coarse, 0.5, 0.002)
    )


@cache
def paper(colour: str = "#E4DFD3") -> Thing:
    """Paper and card without a drawing."""
    nodes = Nodes("paper")
    slow = nodes.noise(nodes.place(), 9, 4)
    fibre = nodes.noise(nodes.place(), 420, 3)
    tone = nodes.mix(nodes.span(slow, 0, 1), shade(colour, 0.92), colour)
    return nodes.done(Base_Color=tone, Roughness=0.85, Normal=nodes.bump(fibre, 0.18, 0.0004))


def drawn(picture: Path, *, rough: float = 0.82, glow: float = 0.0, fibre: float = 0.18) -> Thing:
    """A drawing laid over the surface; with `glow` it is a lit screen."""
    nodes = Nodes("drawn")
    image = bpy.data.images.load(str(picture))
    where = nodes.add("TexCoord").outputs["UV"]
    ink = nodes.add("TexImage", {"image": image, "interpolation": "Cubic"}, Vector=where).outputs[0]
    bump = nodes.bump(nodes.noise(nodes.place(), 420, 3), fibre, 0.0004)
    if glow:
        return nodes.done(
            Base_Color="#08090A", Roughness=rough, Emission_Color=ink, Emission_Strength=glow
        )
    tone = nodes.noise(nodes.place(), 9, 4)
    aged = nodes.mix(nodes.span(tone, 0.0, 0.1), ink, "#9B8F7A", "MULTIPLY")
    return nodes.done(Base_Color=aged, Roughness=rough, Normal=bump)


@cache
def cloth(colour: str, *, weave: float = 700, sheen: float = 0.25, other: str = "") -> Thing:
    """Woven cloth, wool or canvas; `other` is a second colour of the thread."""
    nodes = Nodes("cloth")
    slow = nodes.noise(nodes.place(), 6, 4)
    thread = nodes.noise(nodes.place((1.0, 1.0, 1.0)), weave, 2, 0.7)
    second = other or shade(colour, 0.7)
    tone = nodes.mix(nodes.span(thread, 0, 0.8), second, colour)
    worn = nodes.mix(nodes.span(slow, 0.0, 0.35), tone, shade(colour, 1.18))
    folds = nodes.bump(slow, 0.12, 0.012)
    return nodes.done(
        Base_Color=worn,
        Roughness=0.88,
        Sheen_Weight=sheen,
        Sheen_Roughness=0.45,
        Normal=nodes.bump(thread, 0.35, 0.0009, folds),
    )


@cache
def stripes(
    colour: str, other: str, *, every: float = 0.03, share: float = 0.3, along: str = "X"
) -> Thing:
    """Striped cloth: `every` metres a stripe of this share."""
    nodes = Nodes("stripes")
    where = nodes.add("SeparateXYZ", Vector=nodes.add("TexCoord").outputs["UV"]).outputs[along]
    step = nodes.add("Math", {"operation": "FRACT"}, at0=nodes.add(
        "Math", {"operation": "DIVIDE"}, at0=where, at1=every).outputs[0]).outputs[0]  # fmt: skip
    line = nodes.add("Math", {"operation": "LESS_THAN"}, at0=step, at1=share).outputs[0]
    thread = nodes.noise(nodes.place(), 900, 2, 0.7)
    slow = nodes.noise(nodes.place(), 8, 4)
    tone = nodes.mix(line, colour, other)
    worn = nodes.mix(nodes.span(slow, 0.0, 0.3), tone, shade(colour, 0.7))
    return nodes.done(
        Base_Color=worn, Roughness=0.9, Sheen_Weight=0.2, Normal=nodes.bump(thread, 0.35, 0.0008)
    )


@cache
def leather(colour: str, *, rough: float = 0.5, dust: str = "", amount: float = 0.5) -> Thing:
    """Worked leather or moulded rubber; `dust` lies on it in patches."""
    nodes = Nodes("leather")
    creases = nodes.noise(nodes.place(), 60, 5, 0.65, 0.4)
    slow = nodes.noise(nodes.place(), 9, 5, 0.65)
    tone: Any = nodes.mix(nodes.span(slow, 0, 1), shade(colour, 0.7), shade(colour, 1.15))
    if dust:
        tone = nodes.mix(nodes.span(slow, 0.0, amount, (0.38, 0.66)), tone, dust)
    return nodes.done(
        Base_Color=tone,
        Roughness=nodes.span(creases, rough - 0.08, rough + 0.2),
        Normal=nodes.bump(creases, 0.28, 0.0018),
    )


@cache
def plastic(colour: str, *, rough: float = 0.42, grain: float = 380) -> Thing:
    """Moulded plastic with a fine grain."""
    nodes = Nodes("plastic")
    slow = nodes.noise(nodes.place(), 7, 4)
    fine = nodes.noise(nodes.place(), grain, 2)
    tone = nodes.mix(nodes.span(slow, 0, 1), shade(colour, 0.82), shade(colour, 1.06))
    return nodes.done(
        Base_Color=tone,
        Roughness=nodes.span(slow, rough - 0.06, rough + 0.14),
        Normal=nodes.bump(fine, 0.22, 0.0006),
    )


@cache
def glow(colour: str, strength: float) -> Thing:
    """A lamp's own light."""
    nodes = Nodes("glow")
    return nodes.end(nodes.add("Emission", Color=colour, Strength=strength).outputs[0])


@cache
def glass(colour: str = "#FFFFFF", *, rough: float = 0.02) -> Thing:
    """Thin glass that lets the light of lamps through."""
    nodes = Nodes("glass")
    clear = nodes.add("BsdfTransparent", Color=colour).outputs[0]
    shine = nodes.add("BsdfGlossy", Roughness=rough).outputs[0]
    facing = nodes.add("LayerWeight", Blend=0.5).outputs["Facing"]
    edge = nodes.add("Math", {"operation": "POWER"}, at0=facing, at1=4.0).outputs[0]
    share = nodes.span(edge, 0.03, 0.5, (0, 1))
    mixed = nodes.add("MixShader", at0=share, at1=clear, at2=shine)
    return nodes.end(mixed.outputs[0])


@cache
def water(colour: str = "#FFFFFF") -> Thing:
    """A clear, refracting body."""
    return Nodes("water").done(Base_Color=colour, Roughness=0.0, Transmission_Weight=1.0, IOR=1.33)
