"""The pictures a film is made from: for each scene one still (or two), its depth, its wishes.

Stills come from the kit, or are any photograph laid into the clip's folder as `scene-1.jpg`.
A still without a depth picture gets a plain one: near at the bottom, far at the top.
"""

import importlib.util
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec

from srt_tui.domain.content import Clip, Frozen
from srt_tui.domain.errors import SrtError
from srt_tui.studio.manifest import file_hash
from srt_tui.studio.scenes import PICTURES, Overlay, Words
from srt_tui.studio.stills import depth_file, still_file

if TYPE_CHECKING:
    import numpy as np

WIDE, HIGH = 1408, 792
_SECOND = "b"
Image: TypeAlias = "np.ndarray[Any, Any]"
Move: TypeAlias = Literal["in", "left", "right", "breathe"]
_MOVES: tuple[Move, ...] = ("in", "left", "in", "right")


class Wish(Frozen, frozen=True, kw_only=True):
    """What the description of a picture says about its film; the rest of it is the kit's."""

    scene: int
    part: str = ""
    words: Words = "upper-left"
    overlay: Overlay = "none"
    overlay_at: list[float] | None = None
    drift: float = 11.0
    seed: int = 1


class _Page(Frozen, frozen=True, kw_only=True):
    picture: list[Wish] = []


class Plate(Frozen, frozen=True, kw_only=True):
    """One picture of a scene, and how it moves.

    `drift` is the largest sideways shift in px, `overlay_at` where the overlay belongs, as
    shares of width and height.
    """

    scene: int
    still: Path
    depth: Path | None
    move: Move
    words: Words = "upper-left"
    overlay: Overlay = "none"
    overlay_at: tuple[float, float] | None = None
    drift: float = 11.0
    seed: int = 1

    @property
    def source(self) -> str:
        """A hash of everything that changes the film of it."""
        depth = file_hash(self.depth) if self.depth else ""
        wishes = (self.move, self.words, self.overlay, self.overlay_at, self.drift, self.seed)
        return f"{file_hash(self.still)} {depth} {wishes}"


def plates(clip: Clip, folder: Path) -> tuple[Plate, ...]:
    """The pictures of the clip in order; () when a scene has no still.

    Raises SrtError when the description of the pictures cannot be read.
    """
    described = _described(folder)
    ids = [f"{scene.number}{part}" for scene in clip.scenes for part in ("", _SECOND)]
    there = [id for id in ids if still_file(folder, id).is_file()]
    if missing(clip, folder):
        return ()
    found = list[Plate]()
    for n, id in enumerate(there):
        depth = depth_file(folder, id)
        plate = Plate(
            scene=int(id.removesuffix(_SECOND)),
            still=still_file(folder, id),
            depth=depth if depth.is_file() else None,
            move="breathe" if id == there[-1] else _MOVES[n % len(_MOVES)],
        )
        if wish := described.get(id):
            at = wish.overlay_at
            plate = Plate(
                scene=plate.scene, still=plate.still, depth=plate.depth, move=plate.move,
                words=wish.words, overlay=wish.overlay, drift=wish.drift, seed=wish.seed,
                overlay_at=(at[0], at[1]) if at else None,
            )  # fmt: skip
        found.append(plate)
    return tuple(found)


def libraries() -> None:
    """Raises SrtError when what moves and looks at pictures is not installed."""
    if any(importlib.util.find_spec(name) is None for name in ("numpy", "cv2")):
        raise SrtError(
            "The picture libraries are not installed here.", "Run: python3 dev.py studio"
        )


def missing(clip: Clip, folder: Path) -> list[int]:
    """The scenes that have no still."""
    numbers = [scene.number for scene in clip.scenes]
    return [number for number in numbers if not still_file(folder, str(number)).is_file()]


def _described(folder: Path) -> dict[str, Wish]:
    """What the description of the pictures says about their film, by scene and part."""
    path = folder / PICTURES
    if not path.is_file():
        return {}
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Page)
    except (ValueError, msgspec.ValidationError) as problem:
        raise SrtError(f"{PICTURES} cannot be read: {problem}.", "Correct that line.") from problem
    return {f"{wish.scene}{wish.part}": wish for wish in found.picture}


def read_still(plate: Plate) -> Image:
    """The still as blue, green and red, cut to 16:9 and 1408 by 792."""
    import cv2  # noqa: PLC0415 - an authoring dependency, only in the studio

    image = cv2.imread(str(plate.still), cv2.IMREAD_COLOR)
    if image is None:
        raise SrtError(f"{plate.still.name} is no picture.", "Save it again as a JPEG.")
    high, wide = image.shape[:2]
    if wide * HIGH > high * WIDE:
        left = (wide - high * WIDE // HIGH) // 2
        image = image[:, left : wide - left]
    else:
        top = (high - wide * HIGH // WIDE) // 2
        image = image[top : high - top]
    smooth = cv2.INTER_CUBIC if image.shape[1] < WIDE else cv2.INTER_AREA
    return cv2.resize(image, (WIDE, HIGH), interpolation=smooth)


def read_depth(plate: Plate) -> Image:
    """Nearness from about -0.5 (far) to 0.5 (near), 0 at the middle, smooth; one per px."""
    import cv2  # noqa: PLC0415 - the same
    import numpy as np  # noqa: PLC0415 - the same

    if plate.depth is None:
        rows = np.linspace(-0.3, 0.3, HIGH, dtype=np.float32)
        return np.repeat(rows[:, None], WIDE, axis=1)
    image = cv2.imread(str(plate.depth), cv2.IMREAD_GRAYSCALE)
    if image is None:
        raise SrtError(f"{plate.depth.name} is no picture.", "Render the still again.")
    large = cv2.resize(image, (WIDE, HIGH), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    near: Image = cv2.GaussianBlur(cv2.dilate(large, np.ones((9, 9), np.uint8)), (0, 0), 6)
    low, middle, high = np.percentile(near, (2, 50, 98))
    spread = (near - middle) / max(high - low, 1.0)
    nearness: Image = np.clip(spread, -0.6, 0.6).astype(np.float32)
    return nearness
