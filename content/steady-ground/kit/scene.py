"""One description becomes one scene."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import radians
from pathlib import Path
from random import Random

import bpy

from kit import places, props
from kit.camera import aim
from kit.light import lamp, sky
from kit.stage import PLACES, PROPS, Given, Stage
from srt_tui.domain.errors import SrtError
from srt_tui.studio.scenes import Picture, Prop

SETS = (places, props)  # importing them makes their functions known


def build(picture: Picture, scratch: Path) -> Stage:
    """The scene of a description, ready to render; drawings go into `scratch`."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    stage = Stage(Random(picture.seed), scratch)  # noqa: S311 - scatter, not secrets
    if picture.place not in PLACES:
        raise SrtError(
            f"The kit has no place “{picture.place}”.", f"It has {', '.join(sorted(PLACES))}."
        )
    room = Given(picture.place, picture.room)
    PLACES[picture.place](stage, room)
    room.finish()
    for each in picture.props:
        put(stage, each)
    sky(*picture.world)
    for light in picture.light:
        lamp(stage, light)
    aim(stage, picture.camera)
    return stage


def put(stage: Stage, each: Prop) -> None:
    """One thing, made and put where the description wants it."""
    if each.make not in PROPS:
        raise SrtError(f"The kit has no “{each.make}”.", f"It has {', '.join(sorted(PROPS))}.")
    if each.on not in stage.surfaces:
        raise SrtError(
            f"“{each.make}” is to stand on “{each.on}”, which this place does not have.",
            f"Its surfaces are {', '.join(sorted(stage.surfaces))}.",
        )
    given = Given(each.make, each.set)
    thing = PROPS[each.make](stage, given)
    given.finish()
    base = stage.surfaces[each.on]
    at = [*each.at, 0.0][:3]
    thing.location = [low + high for low, high in zip(base, at, strict=True)]
    thing.rotation_euler = (radians(each.tilt[0]), radians(each.tilt[1]), radians(each.turn))
    stage.things.setdefault(each.name or each.make, thing)
