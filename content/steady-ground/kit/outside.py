"""What is seen through a window: a hedge and a house, a street at night; never in focus."""

# SPDX-License-Identifier: GPL-3.0-or-later

from random import Random

from kit.ground import asphalt, bricks, stone
from kit.materials import glow, paint
from kit.nodes import Nodes
from kit.plants import bush, grass, tree
from kit.shapes import box, lathe
from kit.stage import Given, Stage
from srt_tui.domain.errors import SrtError


def view(stage: Stage, kind: str, wide: float, deep: float) -> None:
    """What stands behind the back wall."""
    match kind:
        case "none":
            return
        case "garden":
            _garden(stage.random, deep)
        case "street":
            _street(stage.random, deep, wide)
        case _:
            raise SrtError(f"There is no view “{kind}”.", "There are none, garden and street.")


def _garden(chance: Random, deep: float) -> None:
    box((40, 30, 0.1), (0, deep + 15.3, -0.3), material=stone("#5B6044"), bevel=0)
    grass(chance, (12, 5), (0, deep + 3.5, -0.2), 9000)
    for step in range(-5, 6):
        bush(chance, (0.9, 0.6, chance.uniform(0.7, 1.0)), (step * 1.3, deep + 6.4, 0.5), 1500)
    tree(chance, (-2.6, deep + 11, -0.2), 4.6, 700)
    tree(chance, (4.4, deep + 14, -0.2), 5.4, 700)
    box((7, 3, 4.2), (6.5, deep + 26, -0.4), material=bricks("#8A6A58"), bevel=0.01)
    for x in (4.6, 6.6):
        pane = paint("#566068", rough=0.1)
        box((1.1, 0.1, 1.3), (x, deep + 24.46, 1.8), material=pane, bevel=0.01)
    backdrop(Given("view", {"low": "#B9C0C4", "top": "#8FA3B8", "bright": 0.8}))


def _street(chance: Random, deep: float, wide: float) -> None:
    box((60, 60, 0.1), (0, deep + 30, -0.6), material=stone("#2A2C30"), bevel=0)
    for number in range(7):
        x = (number - 3) * 2.6 + chance.uniform(-0.6, 0.6)
        y = deep + 14 + chance.uniform(-3, 9)
        warm = chance.choice(("#FFB066", "#FFC58C", "#FFD6A8"))
        lathe(
            [(0, -0.09), (0.09, 0), (0, 0.09)],
            material=glow(warm, 22),
            at=(x, y, chance.uniform(2.2, 3.6)),
            turns=16,
        )
    box((wide * 5, 2, 4.5), (0, deep + 26, -0.5), material=bricks("#4A3A34"), bevel=0)


def backdrop(given: Given) -> None:
    """A sky far off, seen by the camera alone: `low` at the horizon, `top` above, thin cloud."""
    nodes = Nodes("sky")
    high = nodes.add("SeparateXYZ", Vector=nodes.add("TexCoord").outputs["Object"]).outputs["Z"]
    cloud = nodes.noise(nodes.place((0.012, 1.0, 0.06)), 2.4, 5, 0.6, 0.5)
    low, top = given.text("low", "#B9A48C"), given.text("top", "#5F7690")
    tone = nodes.mix(nodes.span(high, 0.0, 1.0, (0.0, given.number("reach", 26.0))), low, top)
    veil = nodes.mix(nodes.span(cloud, 0.0, 0.55, (0.42, 0.7)), tone, given.text("cloud", low))
    far = box((400, 0.1, 140), (0, 95, 0), material=nodes.end(
        nodes.add("Emission", Color=veil, Strength=given.number("bright", 0.55)).outputs[0]
    ), bevel=0)  # fmt: skip
    far.location.z = 0.0
    for ray in ("diffuse", "shadow", "transmission", "volume_scatter"):
        setattr(far, f"visible_{ray}", False)


def quiet_street(chance: Random, given: Given) -> None:
    """A street of houses and trees by day, seen through a windscreen; never in focus."""
    foot = -1.2
    box((200, 200, 0.1), (0, 90, foot - 0.1), material=asphalt(wet=0.1), bevel=0)
    for side in (-1, 1):
        box((4, 120, 0.13), (side * 6.2, 62, foot), material=stone("#77746E"), bevel=0.03)
        for number in range(6):
            brick = bricks(chance.choice(("#7A5A4C", "#86705E", "#6E5A50")))
            x, y = side * chance.uniform(12, 12.6), 13 + number * 9.5
            box((7, 8.6, chance.uniform(5.2, 6.4)), (x, y, foot), material=brick, bevel=0.02)
            for up in (1.0, 3.4):
                pane = paint("#5A666E", rough=0.1)
                box((0.1, 1.3, 1.3), (x - side * 3.5, y - 1.5, foot + up), material=pane)
        for number in range(4):
            at = (side * chance.uniform(5.6, 6.4), 15 + number * 11 + side * 2.0, foot)
            tree(chance, at, chance.uniform(5.5, 7.5), 600)
    for number in range(3):
        car = paint(chance.choice(("#5E6A74", "#6E4A42", "#8A8A84")), rough=0.25)
        box((1.7, 4.0, 0.8), (3.6, 16 + number * 7, foot + 0.25), material=car, bevel=0.2)
        box((1.5, 2.2, 0.6), (3.6, 16.2 + number * 7, foot + 1.0), material=car, bevel=0.25)
    backdrop(given)
