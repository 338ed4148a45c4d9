"""The rendered stills of a clip and what they were made from: `stills.json`.

A still is kept as JPEG and its depth (near is white) as a PNG of half the size, both committed,
so that films can be made again by anyone without the renderer.
"""

from pathlib import Path

import msgspec

from srt_tui.studio.manifest import file_hash
from srt_tui.studio.scenes import Picture

STILLS = "stills.json"


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """One still: hashes of its description and of its files, and the kit's version."""

    description: str
    kit: int
    still: str
    depth: str

    @classmethod
    def of(cls, picture: Picture, kit: int, still: Path, depth: Path) -> "Made":
        """What was just rendered."""
        return cls(
            description=picture.digest, kit=kit, still=file_hash(still), depth=file_hash(depth)
        )


def still_file(folder: Path, id: str) -> Path:
    """Where the still of a picture is kept."""
    return folder / f"scene-{id}.jpg"


def depth_file(folder: Path, id: str) -> Path:
    """Where its depth picture is kept."""
    return folder / f"scene-{id}-depth.png"


def read_stills(folder: Path) -> dict[str, Made]:
    """What has been rendered for a clip, by the picture's id."""
    path = folder / STILLS
    if not path.is_file():
        return {}
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Made])


def write_stills(folder: Path, made: dict[str, Made]) -> None:
    """Keep it, in order of the pictures."""
    text = msgspec.json.format(msgspec.json.encode(dict(sorted(made.items()))), indent=2)
    (folder / STILLS).write_bytes(text + b"\n")
