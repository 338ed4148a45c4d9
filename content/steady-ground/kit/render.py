"""One scene in a process of its own: checked, compared, or rendered as proof or still."""

# SPDX-License-Identifier: GPL-3.0-or-later

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import bpy
import numpy as np

from kit.camera import PROOF, STILL, settings
from kit.depth import render_depth
from kit.difference import Pixels, difference
from kit.scene import build
from srt_tui.domain.errors import SrtError
from srt_tui.studio.scenes import Picture, read_pictures

QUALITY = 88
PROOF_SAMPLES = 4


def main(arguments: list[str]) -> int:
    """`folder id what [out [depth]]`: makes one picture and prints its time and memory.

    `check` only builds the scene: every name in the description is one the kit knows. `compare`
    renders aside and also prints how far the kept still and depth are from that.
    """
    folder, id, what, *paths = arguments
    apart: list[float] = []
    picture = next(each for each in read_pictures(Path(folder)) if each.id == id)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            build(picture, Path(scratch))
        except SrtError as error:
            print(error, file=sys.stderr)  # noqa: T201
            return 1
        kept = [Path(path) for path in paths]
        out = [Path(scratch, path.name) for path in kept] if what == "compare" else kept
        if out:
            render(picture, what, out[0])
        if out[1:]:
            render_depth(out[1])
        if what == "compare":
            pairs = zip(kept, out, strict=True)
            apart = [difference(_pixels(one), _pixels(two)) for one, two in pairs]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    cost = {"seconds": round(time.monotonic() - started), "memory": memory, "apart": apart}
    print(json.dumps(cost))  # noqa: T201
    return 0


def _pixels(path: Path) -> Pixels:
    """A picture as it is in its file, 0 to 255, without the alpha that the renderer adds."""
    image = bpy.data.images.load(str(path))
    values = np.empty(len(image.pixels), np.float32)
    image.pixels.foreach_get(values)
    colours: Pixels = values.reshape(image.size[1], image.size[0], -1)[..., :3] * 255
    return colours


def render(picture: Picture, what: str, out: Path) -> None:
    """Write the scene as it stands."""
    still = what != "proof"
    settings(picture, STILL if still else PROOF, picture.samples if still else PROOF_SAMPLES)
    image = bpy.context.scene.render.image_settings
    image.file_format = "JPEG"
    image.quality = QUALITY
    bpy.context.scene.render.filepath = str(out)
    bpy.ops.render.render(write_still=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
