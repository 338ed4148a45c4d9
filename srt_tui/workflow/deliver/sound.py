"""How far the sound of each clip is moved on this machine. Nothing of people, no secret."""

import contextlib
import hashlib
import json
import platform
from pathlib import Path

from srt_tui import private_files

_FURTHEST_MS = 2000


class SoundDelays:
    """Milliseconds by clip, in a small file; without a `path`, for this run only.

    The file may travel on a stick, so the machine is part of it, as a short checksum.
    """

    def __init__(self, path: Path | None = None, machine: str = "") -> None:
        self._path = path
        name = machine or platform.node()
        self._machine = hashlib.sha256(name.encode()).hexdigest()[:12]
        self._all = _read(path) if path else {}
        self._here = self._all.setdefault(self._machine, {})

    def of(self, clip: str) -> int:
        """Positive: the sound comes later than the picture."""
        return self._here.get(clip, 0)

    def keep(self, clip: str, ms: int) -> None:
        """From now on; a file that cannot be written holds for this run."""
        if ms == self.of(clip):
            return
        self._here[clip] = ms
        if not ms:
            del self._here[clip]
        if self._path is not None:
            _write(self._path, self._all)


def _read(path: Path) -> dict[str, dict[str, int]]:
    """What the file says, as far as it makes sense."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return {
            str(machine): {
                str(clip): int(ms) for clip, ms in clips.items() if abs(int(ms)) <= _FURTHEST_MS
            }
            for machine, clips in said.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(path: Path, delays: dict[str, dict[str, int]]) -> None:
    """The file in one piece, or as it was."""
    text = json.dumps(delays, indent=1, sort_keys=True) + "\n"
    with contextlib.suppress(OSError):
        private_files.make_folder(path.parent)
        private_files.replace(path, text.encode())
