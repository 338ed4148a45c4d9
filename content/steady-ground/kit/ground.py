"""What is underfoot and around: boards, tiles, bricks, stone, road, leaf."""

# SPDX-License-Identifier: GPL-3.0-or-later

from functools import cache

from kit.nodes import Nodes, shade
from kit.shapes import Thing


@cache
def tiles(colour: str, joint: str = "#6E6A63", *, size: float = 0.3, gap: float = 0.012,
          rough: float = 0.32) -> Thing:  # fmt: skip
    """Square tiles with joints, on a surface that lies flat."""
    return _brickwork(colour, joint, (size, size), gap, 0.0, rough=rough, depth=0.0015)


@cache
def bricks(colour: str = "#8A5A48", joint: str = "#9A948A") -> Thing:
    """Brickwork seen from the front (x and z)."""
    return _brickwork(
        colour, joint, (0.225, 0.075), 0.06, 0.5, rough=0.88, depth=0.006, upright=True
    )


@cache
def splash(colour: str = "#C9CBC4", joint: str = "#8F8B82") -> Thing:
    """Wall tiles seen from the front."""
    return _brickwork(colour, joint, (0.2, 0.1), 0.03, 0.5, rough=0.2, depth=0.0015, upright=True)


def _brickwork(colour: str, joint: str, size: tuple[float, float], gap: float, offset: float, *,
               rough: float, depth: float, upright: bool = False) -> Thing:  # fmt: skip
    nodes = Nodes("brickwork")
    where = nodes.place()
    if upright:
        parts = nodes.add("SeparateXYZ", Vector=where)
        where = nodes.add("CombineXYZ", X=parts.outputs["X"], Y=parts.outputs["Z"]).outputs[0]
    wobble = nodes.noise(nodes.place(), 30, 3)
    wide, high = size
    node = nodes.add(
        "TexBrick", {"offset": offset}, Vector=where, Scale=1.0, Color1=shade(colour, 0.68),
        Color2=shade(colour, 1.12), Mortar=joint, Mortar_Size=gap * high, Mortar_Smooth=0.3,
        Bias=0.0, Brick_Width=wide, Row_Height=high,
    )  # fmt: skip
    tone = nodes.mix(nodes.span(wobble, 0.0, 0.45), node.outputs["Color"], shade(colour, 0.6))
    grit = nodes.noise(nodes.place(), 170, 4, 0.7)
    rise = nodes.bump(node.outputs[1], 0.9, -depth)
    slow = nodes.noise(nodes.place(), 3, 3)
    return nodes.done(
        Base_Color=tone,
        Roughness=nodes.span(slow, rough, min(rough + 0.2, 1.0)),
        Normal=nodes.bump(grit, 0.15 if rough < 0.5 else 0.4, 0.001, rise),
    )


@cache
def stone(colour: str = "#8C8A84", *, rough: float = 0.9, grain: float = 40) -> Thing:
    """Concrete, paving, plaster outdoors: stained and pitted."""
    nodes = Nodes("stone")
    slow = nodes.noise(nodes.place(), 2.2, 6, 0.65, 0.5)
    pits = nodes.noise(nodes.place(), grain, 6, 0.7)
    tone = nodes.ramp(slow, (0.3, shade(colour, 0.62)), (0.55, colour), (0.75, shade(colour, 1.12)))
    spots = nodes.mix(nodes.span(pits, 0.35, 0.0, (0.3, 0.5)), tone, shade(colour, 0.5))
    return nodes.done(Base_Color=spots, Roughness=rough, Normal=nodes.bump(pits, 0.35, 0.004))


@cache
def asphalt(*, wet: float = 0.0) -> Thing:
    """A road; `wet` from 0 to 1 fills its hollows with water."""
    nodes = Nodes("asphalt")
    slow = nodes.noise(nodes.place(), 0.6, 5, 0.6, 0.6)
    grit = nodes.noise(nodes.place(), 90, 5, 0.7)
    tone = nodes.ramp(grit, (0.3, "#1B1C1E"), (0.7, "#3A3B3D"))
    dry = nodes.span(grit, 0.75, 0.95)
    pool = nodes.span(slow, 0.0, 1.0, (0.52 - 0.3 * wet, 0.62 - 0.2 * wet))
    rough = nodes.add("Mix", Factor=pool, A=dry, B=0.06).outputs[0] if wet else dry
    strength = nodes.span(pool, 0.4, 0.04, (0, 1)) if wet else 0.4
    bump = nodes.add("Bump", Height=grit, Strength=strength, Distance=0.004).outputs[0]
    return nodes.done(Base_Color=tone, Roughness=rough, Normal=bump)


@cache
def leaf(colour: str = "#4A6434", other: str = "#667F42") -> Thing:
    """Leaves and grass: a tone for each blade, light shining through."""
    nodes = Nodes("leaf")
    spot = nodes.add("NewGeometry").outputs["Random Per Island"]
    tone = nodes.ramp(
        spot, (0.0, shade(colour, 0.55)), (0.45, colour), (0.8, other), (1.0, "#7D7A45")
    )
    face = nodes.add("BsdfPrincipled", Base_Color=tone, Roughness=0.55, Specular_IOR_Level=0.3)
    through = nodes.add("BsdfTranslucent", Color=tone)
    mixed = nodes.add("MixShader", at0=0.28, at1=face.outputs[0], at2=through.outputs[0])
    return nodes.end(mixed.outputs[0])


@cache
def soil(colour: str = "#4A382A") -> Thing:
    """Dug earth."""
    nodes = Nodes("soil")
    lumps = nodes.noise(nodes.place(), 22, 8, 0.7)
    tone = nodes.ramp(lumps, (0.3, shade(colour, 0.45)), (0.7, shade(colour, 1.2)))
    return nodes.done(Base_Color=tone, Roughness=0.95, Normal=nodes.bump(lumps, 1.0, 0.03))


@cache
def boards(colour: str = "#6E5540", *, wide: float = 0.14, gloss: float = 0.42) -> Thing:
    """A floor of boards running away from the camera, with dark joints."""
    nodes = Nodes("boards")
    where = nodes.place()
    parts = nodes.add("SeparateXYZ", Vector=where)
    turned = nodes.add("CombineXYZ", X=parts.outputs["Y"], Y=parts.outputs["X"]).outputs[0]
    lines = nodes.add(
        "TexBrick", {"offset": 0.37}, Vector=turned, Scale=1.0, Color1=shade(colour, 0.72),
        Color2=shade(colour, 1.1), Mortar="#15100C", Mortar_Size=0.0022, Mortar_Smooth=0.2,
        Brick_Width=2.1, Row_Height=wide,
    )  # fmt: skip
    grain = nodes.noise(nodes.place((14, 1.1, 1)), 1.8, 6, 0.62, 0.8)
    tone = nodes.mix(
        nodes.span(grain, 0.55, 0.0, (0.3, 0.62)), lines.outputs["Color"], shade(colour, 0.4)
    )
    slow = nodes.noise(nodes.place(), 1.3, 4, 0.6)
    rise = nodes.bump(lines.outputs[1], 0.8, -0.002)
    return nodes.done(
        Base_Color=tone,
        Roughness=nodes.span(slow, gloss - 0.1, gloss + 0.2),
        Normal=nodes.bump(grain, 0.16, 0.0012, rise),
    )
