"""What is seen through a window: a hedge and a house, a street at night; never in focus."""

# SPDX-License-Identifier: GPL-3.0-or-later

from random import Random

from srt_tui.domain.errors import SrtError
from srt_tui.studio.kit.ground import bricks, stone
from srt_tui.studio.kit.materials import glow, paint
from srt_tui.studio.kit.plants import bush, grass, tree
from srt_tui.studio.kit.shapes import box, lathe
from srt_tui.studio.kit.stage import Stage


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
    tree(chance, (-2.6, deep + 11, -0.2), 4.6, 5200)
    tree(chance, (4.4, deep + 14, -0.2), 5.4, 5200)
    box((12, 3, 5.2), (3.5, deep + 22, 0), material=bricks("#8A6A58"), bevel=0.01)
    for x in (0.5, 3.5, 6.5):
        box(
            (1.1, 0.1, 1.3),
            (x, deep + 20.46, 2.6),
            material=paint("#566068", rough=0.1),
            bevel=0.01,
        )


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
