"""Kitchen cloths, folded or over a rail."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import sin

from kit.materials import (
    cloth,
)
from kit.shapes import Thing, Vector, group, moved
from kit.stage import Given, Stage, prop


@prop
def folded_cloth(stage: Stage, given: Given) -> Thing:
    """A folded kitchen cloth, striped."""
    from kit.materials import stripes  # noqa: PLC0415
    from kit.shapes import sheet  # noqa: PLC0415

    base, line = given.text("colour", "#B9B4A8"), given.text("stripe", "#3A3F45")
    skin = stripes(base, line, every=0.16, share=0.24)
    wide, deep = given.number("wide", 0.24), given.number("deep", 0.17)
    parts = []
    for layer in range(4):
        shift, twist = stage.random.uniform(-0.004, 0.004), stage.random.uniform(-2, 2)
        wave = stage.random.uniform(0, 6)

        def rise(u: float, v: float, wave: float = wave, shift: float = shift) -> Vector:
            edge = min(u, 1 - u, v, 1 - v)
            z = (
                0.0016 * sin(9 * u + wave)
                + 0.0014 * sin(7 * v + wave * 2)
                - (0.003 if edge < 0.03 else 0)
            )
            return ((u - 0.5) * wide + shift, (v - 0.5) * deep + shift, z)

        one = sheet(30, 24, rise, material=skin, thickness=0.005)
        parts.append(moved(one, (0, 0, 0.005 + layer * 0.0062), (0, 0, twist)))
    return group("folded-cloth", parts)


@prop
def hung_cloth(stage: Stage, given: Given) -> Thing:
    """A cloth hanging over a rail along x at its origin."""
    from kit.materials import stripes  # noqa: PLC0415
    from kit.shapes import sheet  # noqa: PLC0415

    wide, long = given.number("wide", 0.4), given.number("long", 0.5)
    stripe = given.text("stripe", "")
    base = given.text("colour", "#B9B4A8")
    skin = stripes(base, stripe, every=0.16, share=0.24) if stripe else cloth(base)
    wave = stage.random.uniform(0, 6)

    def fall(u: float, v: float) -> Vector:
        along = (v - 0.42) * long
        depth = 0.012 * sin(u * 15 + wave) * min(1, abs(along) * 7) + 0.008 * sin(u * 6 + wave * 2)
        side = -1 if along > 0 else 1
        over = 0.012 * (1 - min(1, abs(along) / 0.02))
        return (
            (u - 0.5) * wide,
            side * (0.014 - over) + depth,
            0.012 - abs(along) * (1 if along > 0 else 0.96),
        )

    return group("hung-cloth", [sheet(48, 40, fall, material=skin, thickness=0.004)])
