"""A finished film as pictures again: every frame very small, and chosen frames whole."""

import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from srt_tui.domain.errors import SrtError
from srt_tui.studio.lettering import HEIGHT, WIDTH
from srt_tui.studio.media import program, run

SMALL = (64, 36)
EACH = 6
"""Of so many frames, one is looked at whole."""
Frames: TypeAlias = "np.ndarray[Any, Any]"


class View(NamedTuple):
    """One whole frame: its number in the film, and its px as blue, green, red."""

    number: int
    picture: Frames


def small(film: Path) -> Frames:
    """Every frame in 64 by 36 grey px. Raises SrtError when ffmpeg cannot read the film."""
    wide, high = SMALL
    raw = run(
        "ffmpeg", "-v", "error", "-nostdin", "-i", str(film), "-map", "0:v:0",
        "-vf", f"scale={wide}:{high}:flags=area,format=gray", "-f", "rawvideo", "-",
    )  # fmt: skip
    return np.frombuffer(raw, np.uint8).reshape(-1, high, wide)


def views(film: Path) -> Iterator[View]:
    """Each sixth frame whole, in order. Raises SrtError when ffmpeg cannot read the film."""
    command = [
        program("ffmpeg"), "-v", "error", "-nostdin", "-i", str(film), "-map", "0:v:0",
        "-vf", f"select=not(mod(n\\,{EACH})),scale={WIDTH}:{HEIGHT}", "-vsync", "passthrough",
        "-pix_fmt", "bgr24", "-f", "rawvideo", "-",
    ]  # fmt: skip
    size = WIDTH * HEIGHT * 3
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        if child.stdout is None:  # pragma: no cover - it was asked for
            raise AssertionError
        for number in count(0, EACH):
            raw = child.stdout.read(size)
            if len(raw) < size:
                break
            yield View(number, np.frombuffer(raw, np.uint8).reshape(HEIGHT, WIDTH, 3))
    if child.returncode:
        raise SrtError("The film's pictures could not be read.", "Build the clip again.")
