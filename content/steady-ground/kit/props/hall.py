"""What is in a hall: hooks, a mat, doors, stairs, a wall beyond."""

# SPDX-License-Identifier: GPL-3.0-or-later

from kit.materials import leather, metal, paint, wood
from kit.shapes import Thing, box, group, lathe, moved, profile, tube
from kit.stage import Given, Stage, prop


@prop
def hooks(stage: Stage, given: Given) -> Thing:
    """A rail of coat hooks along x, back at y = 0; `count` hooks, their tips at y = −0.06."""
    count, gap = given.count("count", 4), given.number("gap", 0.24)
    wide = count * gap
    parts = [
        box(
            (wide, 0.022, 0.1),
            (0, -0.011, -0.05),
            material=wood(given.text("colour", "#6E5138")),
            bevel=0.006,
        )
    ]
    iron = metal("#3B3A38", rough=0.38)
    for number in range(count):
        x = (number + 0.5) * gap - wide / 2
        parts.append(
            lathe(
                [(0, 0), (0.018, 0), (0.017, 0.004), (0, 0.005)],
                material=iron,
                at=(x, -0.022, 0.0),
                turn=(90, 0, 0),
                turns=24,
            )
        )
        parts.append(
            tube(
                [(x, -0.024, 0.0), (x, -0.05, -0.012), (x, -0.068, 0.004), (x, -0.07, 0.028)],
                [0.006, 0.0055, 0.005, 0.0055],
                material=iron,
            )
        )
        parts.append(
            lathe(
                [(0, -0.008), (0.008, 0), (0, 0.008)], material=iron, at=(x, -0.07, 0.03), turns=20
            )
        )
    return group("hooks", parts)


@prop
def doormat(stage: Stage, given: Given) -> Thing:
    """A coir mat."""
    from kit.ground import soil  # noqa: PLC0415
    from kit.plants import grass  # noqa: PLC0415

    wide, deep = given.number("wide", 0.7), given.number("deep", 0.42)
    parts = [box((wide, deep, 0.012), material=soil("#5E4A34"), bevel=0.004)]
    parts.append(
        moved(
            grass(
                stage.random,
                (wide - 0.02, deep - 0.02),
                (0, 0, 0),
                15000,
                high=0.007,
                colours=("#5C4C38", "#6F5F48"),
            ),
            (0, 0, 0.01),
        )
    )
    return group("mat", parts)


@prop
def door(stage: Stage, given: Given) -> Thing:
    """A panelled door hinged at its left edge; `opened` degrees away from us; `glazed` above."""
    from kit.walls import door_leaf  # noqa: PLC0415

    leaf = door_leaf(
        given.number("wide", 0.8),
        given.number("high", 2.0),
        colour=given.text("colour", "#C4BEB0"),
        glazed=given.yes("glazed"),
        handle=given.text("handle", "#B9A36A"),
    )
    moved(leaf, turn=(0, 0, given.number("opened", 0.0)))
    return group("door-stand", [leaf])


@prop
def stairs(stage: Stage, given: Given) -> Thing:
    """A flight of stairs rising away (+y), with a strip of carpet, a rail and spindles at +x."""
    wide, count = given.number("wide", 0.86), given.count("steps", 12)
    white = paint(given.text("colour", "#BDB6A8"))
    runner = leather(given.text("carpet", "#5B5550"), rough=0.95)
    rail = given.yes("rail", default=True)
    parts = []
    for number in range(count):
        parts += _step(wide, number, white, runner)
        for share in (0.25, 0.75) if rail else ():
            foot = (wide / 2 + 0.02, GO * (number + share), RISE * (number + share) + 0.05)
            parts.append(box((0.032, 0.032, 0.82), foot, material=white, bevel=0.004))
    parts += _banister(wide, count, white, rail=rail)
    return group("stairs", parts)


RISE, GO = 0.19, 0.24  # metres of one step


def _step(wide: float, number: int, white: Thing, runner: Thing) -> list[Thing]:
    z, y = (number + 1) * RISE, number * GO
    tread = (wide, GO + 0.03, 0.028)
    carpet = (wide * 0.66, GO + 0.036, 0.01)
    riser, hung = (wide, 0.02, RISE), (wide * 0.66, 0.01, RISE)
    return [
        box(riser, (0, y + 0.012, z - RISE), material=white, bevel=0.002),
        box(tread, (0, y + GO / 2 - 0.005, z - 0.028), material=wood("#6E5138"), bevel=0.008),
        box(carpet, (0, y + GO / 2 - 0.008, z - 0.002), material=runner, bevel=0.004),
        box(hung, (0, y - 0.002, z - RISE), material=runner, bevel=0.003),
    ]


def _banister(wide: float, count: int, white: Thing, *, rail: bool) -> list[Thing]:
    long = count * (GO**2 + RISE**2) ** 0.5
    x, middle, pitch = wide / 2 + 0.02, (count * GO / 2, count * RISE / 2), (38.4, 0, 0)
    string = box((0.035, long, 0.26), (0, 0, -0.13), material=white, bevel=0.006)
    parts = [moved(string, (x, middle[0], middle[1] + 0.06), pitch)]
    if rail:
        dark = wood("#5E4330", along="y", gloss=0.3)
        grip = box((0.06, long, 0.05), (0, 0, -0.025), material=dark, bevel=0.02)
        cap = profile("0 0, .05 .01, .045 .04, .058 .075, .04 .115, 0 .125")
        parts.append(moved(grip, (x, middle[0], middle[1] + 0.98), pitch))
        parts.append(box((0.09, 0.09, 1.15), (x, -0.06, 0), material=white, bevel=0.01))
        parts.append(lathe(cap, material=dark, at=(x, -0.06, 1.15)))
    return parts


@prop
def panel(stage: Stage, given: Given) -> Thing:
    """A plain painted wall beyond a doorway, standing along x."""
    from kit.materials import wall  # noqa: PLC0415

    skin = wall(given.text("colour", "#8D9A93"))
    return group(
        "panel",
        [box((given.number("wide", 3), 0.12, given.number("high", 2.5)), material=skin, bevel=0)],
    )
