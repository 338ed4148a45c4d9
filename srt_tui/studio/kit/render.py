"""One scene in a process of its own: checked, compared, or rendered as proof or still."""

# SPDX-License-Identifier: GPL-3.0-or-later

import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import bpy
import numpy as np

from srt_tui.domain.errors import SrtError
from srt_tui.studio.kit.camera import PROOF, STILL, settings
from srt_tui.studio.kit.depth import render_depth
from srt_tui.studio.kit.scene import build
from srt_tui.studio.scenes import Picture, read_pictures
from srt_tui.studio.stills import still_file

QUALITY = 88
PROOF_SAMPLES = 4


def main(arguments: list[str]) -> int:
    """`folder id what out [depth]`: writes one picture and prints its time and memory.

    `check` only builds the scene: every name in the description is one the kit knows.
    `compare` renders the still aside and also prints how far the kept one is from it.
    """
    folder, id, what, out, *rest = arguments
    apart = 0.0
    picture = next(each for each in read_pictures(Path(folder)) if each.id == id)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            build(picture, Path(scratch))
        except SrtError as error:
            print(error, file=sys.stderr)  # noqa: T201
            return 1
        if what == "compare":
            again = Path(scratch) / "again.jpg"
            render(picture, "still", again)
            apart = difference(still_file(Path(folder), id), again)
        elif what != "check":
            render(picture, what, Path(out))
        if rest:
            render_depth(Path(rest[0]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    cost = {"seconds": round(time.monotonic() - started), "memory": memory, "apart": apart}
    print(json.dumps(cost))  # noqa: T201
    return 0


def difference(one: Path, two: Path) -> float:
    """How far two pictures are apart: the mean over all px and colours, of 255."""
    first, second = (_pixels(path) for path in (one, two))
    return 255.0 if first.shape != second.shape else float(np.abs(first - second).mean() * 255)


def _pixels(path: Path) -> "np.ndarray[Any, Any]":
    image = bpy.data.images.load(str(path))
    values = np.empty(len(image.pixels), np.float32)
    image.pixels.foreach_get(values)
    return values.reshape(image.size[1], image.size[0], -1)[..., :3]


def render(picture: Picture, what: str, out: Path) -> None:
    """Write the scene as it stands."""
    still = what == "still"
    settings(picture, STILL if still else PROOF, picture.samples if still else PROOF_SAMPLES)
    image = bpy.context.scene.render.image_settings
    image.file_format = "JPEG"
    image.quality = QUALITY
    bpy.context.scene.render.filepath = str(out)
    bpy.ops.render.render(write_still=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
