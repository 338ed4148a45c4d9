"""The depth picture: near is white. A second render with one glowing material for everything."""

# SPDX-License-Identifier: GPL-3.0-or-later

from pathlib import Path

import bpy

from kit.nodes import Nodes

SIZE = (352, 198)
NEAR, FAR = 0.45, 12.0  # metres; nearer is white, farther black


def render_depth(path: Path) -> None:
    """Write the scene's depth as a small 8-bit PNG; the film smooths it anyway."""
    scene = bpy.context.scene
    scene.view_layers[0].material_override = _ruler()
    scene.camera.data.dof.use_dof = False
    scene.world.node_tree.nodes["Background"].inputs[1].default_value = 0.0
    scene.cycles.samples = 4
    scene.cycles.use_denoising = False
    scene.render.resolution_x, scene.render.resolution_y = SIZE
    scene.view_settings.view_transform = "Raw"
    scene.view_settings.look = "None"
    scene.view_settings.exposure = 0.0
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode = "BW"
    scene.render.image_settings.color_depth = "8"
    scene.render.image_settings.compression = 90
    scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)


def _ruler() -> object:
    nodes = Nodes("depth")
    far = nodes.add("CameraData").outputs["View Z Depth"]
    inverse = nodes.add("Math", {"operation": "DIVIDE"}, at0=1.0, at1=far).outputs[0]
    share = nodes.span(inverse, 0.0, 1.0, (1 / FAR, 1 / NEAR))
    lit = nodes.add("Emission", Color=share, Strength=1.0)
    material: object = nodes.end(lit.outputs[0])
    return material
