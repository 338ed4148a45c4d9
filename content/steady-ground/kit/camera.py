"""The camera, and the render settings of the art direction (section 2)."""

# SPDX-License-Identifier: GPL-3.0-or-later

import bpy
from mathutils import Vector

from kit.stage import Stage
from srt_tui.domain.errors import SrtError
from srt_tui.studio.scenes import Camera, Picture

STILL = (1280, 720)
PROOF = (640, 360)


def aim(stage: Stage, camera: Camera) -> None:
    """A camera as described, in focus on a thing or a point."""
    data = bpy.data.cameras.new("camera")
    data.lens = camera.lens
    data.sensor_width = 36.0
    data.clip_start = 0.02
    data.clip_end = 400.0
    thing = bpy.data.objects.new("camera", data)
    at, onto = Vector(camera.at), Vector(camera.onto)
    thing.location = at
    turned = (onto - at).to_track_quat("-Z", "Y")
    thing.rotation_euler = turned.to_euler()
    data.dof.use_dof = True
    data.dof.aperture_fstop = camera.stop
    sight = (onto - at).normalized()
    data.dof.focus_distance = max((focus(stage, camera) - at).dot(sight), 0.05)
    bpy.context.scene.collection.objects.link(thing)
    bpy.context.scene.camera = thing


def focus(stage: Stage, camera: Camera) -> Vector:
    """The point that is sharp."""
    if not isinstance(camera.focus, str):
        return Vector(camera.focus)
    if not camera.focus:
        return Vector(camera.onto)
    if camera.focus not in stage.things:
        known = ", ".join(stage.things) or "none"
        raise SrtError(
            f"The camera focuses on “{camera.focus}”, which is not in the picture.",
            f"Named things are: {known}.",
        )
    bpy.context.view_layer.update()
    return Vector(stage.things[camera.focus].matrix_world.translation)


def settings(picture: Picture, size: tuple[int, int], samples: int) -> None:
    """Cycles on the processor, repeatable; few samples, since the denoiser does the rest."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y = size
    scene.render.resolution_percentage = 100
    scene.render.threads_mode = "FIXED"
    scene.render.threads = 2
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples = samples
    cycles.seed = picture.seed
    cycles.use_adaptive_sampling = True
    cycles.adaptive_threshold = 0.05
    cycles.use_denoising = True
    cycles.denoiser = "OPENIMAGEDENOISE"
    cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cycles.denoising_prefilter = "ACCURATE"
    cycles.denoising_quality = "BALANCED"
    cycles.max_bounces = 6
    cycles.diffuse_bounces = 2
    cycles.glossy_bounces = 2
    cycles.transmission_bounces = 6
    cycles.transparent_max_bounces = 12
    cycles.caustics_reflective = False
    cycles.caustics_refractive = False
    cycles.sample_clamp_indirect = 4.0
    cycles.blur_glossy = 0.5
    cycles.use_light_tree = True
    cycles.use_fast_gi = True
    cycles.fast_gi_method = "REPLACE"
    cycles.ao_bounces_render = 1
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.look = "AgX - Medium High Contrast"
    scene.view_settings.exposure = picture.exposure
