"""Whether the vault lies where something else may copy, move or share it."""

import os
import stat
from pathlib import Path

_SYNCED = ("dropbox", "onedrive", "icloud", "google drive", "googledrive", "nextcloud", "owncloud")
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "fuse.rclone"}
_MOUNTS = Path("/proc/self/mounts")


def warning(home: Path) -> str:
    """What is to be said about the folder; empty when there is nothing."""
    real = home.resolve()
    if home.is_symlink():
        return "The store's folder is a link to another place. Make sure that place is private."
    if any(name in part.lower() for part in real.parts for name in _SYNCED):
        return "The store lies in a folder that is copied to a cloud. Move it to a private one."
    if _file_system(real) in _NETWORK:
        return "The store lies on a network drive, where saves are less sure. Move it to this disk."
    if os.name == "posix" and real.exists() and stat.S_IMODE(real.stat().st_mode) & 0o077:
        return "The store lies where files cannot be kept to you alone. They stay sealed."
    return ""


def _file_system(path: Path) -> str:
    """The type of the file system below `path`, where the system tells."""
    try:
        lines = [line.split() for line in _MOUNTS.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return ""
    mounts = {Path(line[1].replace("\\040", " ")): line[2] for line in lines if len(line) > 2}  # noqa: PLR2004 - device, place, type
    return next((mounts[place] for place in (path, *path.parents) if place in mounts), "")
