"""Rooms: one builder; kitchen, hall and plain room differ by their walls and openings."""

# SPDX-License-Identifier: GPL-3.0-or-later

from kit.ground import boards, tiles
from kit.materials import paint, wood
from kit.materials import wall as plaster
from kit.outside import view
from kit.shapes import Thing, box, group, moved
from kit.stage import Given, Stage, place
from kit.walls import Hole, architrave, skirting, wall, window


@place
def room(stage: Stage, given: Given) -> None:
    """A room with the camera in it: x from −wide/2 to wide/2, y from 0 to deep, z up.

    `left`, `back` and `right` are lists of openings, each "window x foot wide high" or
    "door x 0 wide high"; x runs along the wall (left and right: away from us). The wall behind
    the camera is left out unless `closed`, so that the sky's fill comes from there.
    """
    wide, deep, high = (
        given.number(*each) for each in (("wide", 4.2), ("deep", 4.4), ("high", 2.45))
    )
    skin = plaster(given.text("colour", "#8D9A93"), grime=given.number("grime", 0.12))
    trim = given.text("trim", "#CFC9BC")
    sides = {
        "left": (deep, (-wide / 2, 0.0, 90.0)),
        "back": (wide, (-wide / 2, deep, 0.0)),
        "right": (deep, (wide / 2, deep, -90.0)),
    }
    bars = given.numbers("bars", [2, 2])
    opened = given.number("opened", 0.0)
    for side, (length, (x, y, turn)) in sides.items():
        holes, parts = [], []
        for spec in given.texts(side, []):
            kind, *numbers = spec.split()
            hole = Hole(*(float(each) for each in numbers[:4]))
            if side == "right":
                hole = Hole(length - hole.left - hole.wide, hole.foot, hole.wide, hole.high)
            holes.append(hole)
            parts += _filling(kind, hole, trim, (round(bars[0]), round(bars[1])), opened)
            stage.openings[f"{side} {kind}"] = _world(hole, x, y, turn)
        parts += [wall(length, high, holes, material=skin), *skirting(length, holes, colour=trim)]
        moved(group(side, parts), (x, y, 0), (0, 0, turn))
    if given.yes("closed"):
        moved(wall(wide, high, [], material=skin), (wide / 2, 0, 0), (0, 0, 180))
    _floor_and_ceiling(given, wide, deep, high, skin)
    view(stage, given.text("view", "none"), wide, deep)


def _world(hole: Hole, x: float, y: float, turn: float) -> tuple[float, float, float]:
    along, up = hole.middle
    match turn:
        case 90.0:
            return x, y + along, up
        case -90.0:
            return x, y - along, up
        case _:
            return x + along, y, up


def _filling(kind: str, hole: Hole, trim: str, bars: tuple[int, int], opened: float) -> list[Thing]:
    match kind:
        case "window":
            return [window(hole, colour=trim, bars=bars, opened=opened)]
        case "door":
            return architrave(hole, colour=trim)
        case _:
            return []


def _floor_and_ceiling(given: Given, wide: float, deep: float, high: float, skin: Thing) -> None:
    kind, _, colour = given.text("floor", "boards #6E5540").partition(" ")
    ground = tiles(colour, size=0.33) if kind == "tiles" else boards(colour)
    beyond = given.number("beyond", 3.0)
    box(
        (wide + 2 * beyond, deep + 3.0 + beyond, 0.1),
        (0, (deep + beyond) / 2 - 1.5, -0.1),
        material=ground,
        bevel=0,
    )
    if given.yes("ceiling", default=True):
        top = plaster("#C9C6BC", grime=0.08)
        box((wide + 0.4, deep + 0.4, 0.1), (0, deep / 2, high), material=top, bevel=0)


@place
def table(stage: Stage, given: Given) -> None:
    """A table top that fills the frame, for paper and small things; nothing else is seen.

    A window stands to the left, so that its bars throw their shadow over the wood.
    """
    colour = given.text("colour", "#94805F")
    wide, deep = given.number("wide", 1.9), given.number("deep", 1.1)
    count = given.count("planks", 6)
    each = deep / count
    for number in range(count):
        top = wood(colour, gloss=given.number("gloss", 0.42))
        box(
            (stage.near(wide, 0.004), each - 0.0016, 0.032),
            (stage.near(0, 0.003), (number + 0.5) * each, 0.718 + stage.near(0, 0.0004)),
            material=top,
            bevel=0.003,
        )
    stage.surfaces["table"] = (0.0, deep / 2, 0.75)
    box((8, 8, 0.1), (0, 0, -0.1), material=boards(given.text("floor", "#4E3C2E")), bevel=0)
    skin = plaster(given.text("wall", "#8D9A93"))
    hole = Hole(1.7, 0.9, 1.3, 1.25)
    side = [wall(5, 2.5, [hole], material=skin), window(hole, bars=(2, 2))]
    moved(group("left", side), (-1.9, -1.6, 0), (0, 0, 90))
    stage.openings["window"] = (-1.9, -1.6 + hole.middle[0], hole.middle[1])
    back = wall(5, 2.5, [], material=skin)
    moved(back, (-1.9, given.number("back", 2.4), 0))
    box((5, 0.02, 0.12), (0.6, given.number("back", 2.4) - 0.01, 0), material=paint("#CFC9BC"))
    box((6, 6, 0.1), (0.6, 0.8, 2.5), material=plaster("#C9C6BC"), bevel=0)
