"""Lamps, sun and sky."""

# SPDX-License-Identifier: GPL-3.0-or-later

from math import radians

import bpy
from mathutils import Vector

from kit.nodes import linear
from kit.stage import Stage
from srt_tui.domain.errors import SrtError
from srt_tui.studio.scenes import Light

KINDS = {"sun": "SUN", "area": "AREA", "bulb": "POINT", "spot": "SPOT"}


def sky(colour: str, strength: float) -> None:
    """An even sky, seen by nothing but light: what the camera sees of it is the same colour."""
    world = bpy.data.worlds.new("sky")
    world.use_nodes = True
    background = world.node_tree.nodes["Background"]
    background.inputs[0].default_value = linear(colour)
    background.inputs[1].default_value = strength
    bpy.context.scene.world = world


def lamp(stage: Stage, light: Light) -> None:
    """One lamp as described."""
    data = bpy.data.lights.new(light.kind, KINDS[light.kind])
    data.color = linear(light.colour)[:3]
    data.energy = light.strength
    onto = Vector(light.onto)
    at = Vector(light.at) if light.at else _opening(stage, light)
    match light.kind:
        case "sun":
            data.angle = radians(light.size)
        case "area":
            data.shape = "DISK" if light.size < 0.5 else "SQUARE"
            data.size = light.size
        case "bulb":
            data.shadow_soft_size = light.size
        case "spot":
            data.spot_size = radians(light.size)
            data.spot_blend = 0.7
            data.shadow_soft_size = 0.06
    thing = bpy.data.objects.new(light.kind, data)
    thing.location = at
    thing.rotation_euler = (onto - at).to_track_quat("-Z", "Y").to_euler()
    thing.visible_camera = False
    bpy.context.scene.collection.objects.link(thing)


def _opening(stage: Stage, light: Light) -> Vector:
    if light.through not in stage.openings:
        known = ", ".join(stage.openings) or "none"
        raise SrtError(
            f"A lamp shines through “{light.through}”, which this place does not have.",
            f"Its openings are: {known}.",
        )
    return Vector(stage.openings[light.through])
