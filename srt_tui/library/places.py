"""Where a pack is, in the folder that a person points at."""

from pathlib import Path
from typing import NamedTuple

_PACK = "pack.toml"


class Places(NamedTuple):
    """A pack's folder, and the folder of its plan templates (if it has one)."""

    content: Path
    sessions: Path | None


def places(path: Path) -> Places:
    """The pack at `path`: its own folder, the `content` folder round it, or what holds both.

    The folder itself is given back when no pack is found; loading it then says so.
    """
    tried = [path, path / "content"]
    tried += sorted(child for folder in tried[:] for child in _folders(folder))
    pack = next((folder for folder in tried if (folder / _PACK).is_file()), path)
    beside = [pack, pack.parent]
    beside += [pack.parent.parent] if pack.parent.name == "content" else []
    sessions = next((f / "sessions" for f in beside if (f / "sessions").is_dir()), None)
    return Places(pack, sessions)


def _folders(folder: Path) -> list[Path]:
    return [child for child in folder.iterdir() if child.is_dir()] if folder.is_dir() else []
