"""`pictures.toml` of a clip: what stands where in each picture, read and checked.

The file describes; the picture kit beside the clips renders it in an environment of its own.
This reader needs neither, so the film step and the checks can use it. Metres, degrees and watts
throughout; x goes right, y away from the camera, z up.
"""

import hashlib
import tomllib
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import msgspec

from srt_tui.domain.errors import SrtError

PICTURES = "pictures.toml"
Value: TypeAlias = bool | float | str | list[float | str]
Spot: TypeAlias = Annotated[list[float], msgspec.Meta(min_length=2, max_length=3)]
Point: TypeAlias = Annotated[list[float], msgspec.Meta(min_length=3, max_length=3)]
Colour: TypeAlias = Annotated[str, msgspec.Meta(pattern="^#[0-9A-Fa-f]{6}$")]
Words: TypeAlias = Literal["upper-left", "upper-right"]
Overlay: TypeAlias = Literal["none", "rain", "steam", "dust", "evening"]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every table: an unknown key is an error, because a misspelt one would be silent."""


class Prop(Part, frozen=True, kw_only=True):
    """One thing of the kit. `on` names a surface of the place; `at` is measured on it.

    `name` lets the camera focus on it; `set` holds what its maker asks for by name.
    """

    make: str
    at: Spot = msgspec.field(default_factory=lambda: [0.0, 0.0])
    turn: float = 0.0
    tilt: Spot = msgspec.field(default_factory=lambda: [0.0, 0.0])
    on: str = "floor"
    name: str = ""
    set: dict[str, Value] = msgspec.field(default_factory=dict)


class Light(Part, frozen=True, kw_only=True):
    """A lamp.

    A `sun` shines through the opening `through` onto `onto`, or from `at`; `strength` is the
    sun's strength, or watts.
    """

    kind: Literal["sun", "area", "bulb", "spot"]
    strength: float
    colour: Colour = "#FFFFFF"
    at: Point | None = None
    onto: Point = msgspec.field(default_factory=lambda: [0.0, 0.0, 0.0])
    through: str = ""
    size: float = 1.5


class Camera(Part, frozen=True, kw_only=True):
    """Where the picture is taken from.

    `lens` in mm on a 36 mm frame; `focus` a prop's name or a point; without it the point
    looked at.
    """

    at: Point
    onto: Point
    lens: Annotated[float, msgspec.Meta(ge=20, le=100)] = 40.0
    stop: Annotated[float, msgspec.Meta(ge=0.8, le=16)] = 2.0
    focus: str | Point = ""
    roll: float = 0.0


class Picture(Part, frozen=True, kw_only=True):
    """One still.

    `words` is the calm third for the words on screen, `world` the sky's colour and strength;
    `overlay` and `drift` (px) are the film's.
    """

    scene: Annotated[int, msgspec.Meta(ge=1)]
    part: Literal["", "b"] = ""
    place: str
    words: Words
    camera: Camera
    light: list[Light]
    props: list[Prop] = msgspec.field(default_factory=list)
    room: dict[str, Value] = msgspec.field(default_factory=dict)
    world: tuple[Colour, float]
    exposure: Annotated[float, msgspec.Meta(ge=-1.5, le=1.5)] = 0.1
    seed: int = 1
    samples: Annotated[int, msgspec.Meta(ge=4, le=256)] = 8
    overlay: Overlay = "none"
    overlay_at: Spot | None = None
    drift: Annotated[float, msgspec.Meta(ge=0, le=16)] = 11.0

    @property
    def id(self) -> str:
        """`2` or `2b`: the scene, and its second picture."""
        return f"{self.scene}{self.part}"

    @property
    def digest(self) -> str:
        """A hash of everything that changes the still; the film's own keys are left out."""
        seen = msgspec.structs.replace(
            self, words="upper-left", overlay="none", overlay_at=None, drift=11.0
        )
        return hashlib.sha256(msgspec.json.encode(seen, order="deterministic")).hexdigest()


class _Page(Part, frozen=True, kw_only=True):
    picture: list[Picture]


def read_pictures(folder: Path) -> tuple[Picture, ...]:
    """The pictures described in a clip's folder, in order; none when it has no description."""
    path = folder / PICTURES
    if not path.is_file():
        return ()
    try:
        page = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Page)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SrtError(
            f"{folder.name}/{PICTURES} cannot be read: {problem}.", "Correct that line."
        ) from problem
    except msgspec.ValidationError as problem:
        raise SrtError(
            f"{folder.name}/{PICTURES} says something the kit does not know: {problem}.",
            "Compare it with another clip's description.",
        ) from problem
    ids = [picture.id for picture in page.picture]
    for id in ids:
        if ids.count(id) > 1:
            raise SrtError(
                f"{folder.name}/{PICTURES} describes picture {id} twice.", "Keep one of them."
            )
    return tuple(page.picture)
