"""The queue: what is wanted, what has not changed, one process for each picture."""

# SPDX-License-Identifier: GPL-3.0-or-later

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kit import VERSION
from kit.difference import TOLERANCE, is_same
from srt_tui.domain.errors import SrtError
from srt_tui.studio.scenes import Picture, read_pictures
from srt_tui.studio.stills import Made, depth_file, read_stills, still_file, write_stills


def wanted(clips: Path, names: list[str]) -> Iterator[tuple[Path, Picture]]:
    """Each picture that is asked for: `clip-f01`, `clip-f01:2`, or `all`."""
    if names == ["all"]:
        names = sorted(path.parent.name for path in clips.glob("*/pictures.toml"))
    for name in names:
        clip, _, id = name.partition(":")
        found = [p for p in read_pictures(clips / clip) if id in ("", p.id)]
        if not found:
            raise SrtError(f"No description of {name} was found.", "Check its name.")
        for picture in found:
            yield clips / clip, picture


@dataclass
class Work:
    """Renders pictures one after another; what has not changed is left alone."""

    clips: Path
    proofs: Path
    again: bool = False

    def do(self, what: str, folder: Path, picture: Picture) -> bool:
        """Render, check or compare one; whether it succeeded or was already there."""
        name = f"{folder.name}:{picture.id}"
        match what:
            case "check":
                return _run(name, folder, picture, "check") is not None
            case "compare":
                return _compare(name, folder, picture)
            case "proof":
                return self._proof(name, folder, picture)
        return self._still(name, folder, picture)

    def _proof(self, name: str, folder: Path, picture: Picture) -> bool:
        self.proofs.mkdir(exist_ok=True)
        target = self.proofs / f"{folder.name}-{picture.id}.jpg"
        note = target.with_suffix(".txt")
        key = f"{VERSION} {picture.digest}"
        if not self.again and note.is_file() and note.read_text() == key:
            return _say(f"{name}: unchanged")
        done = _run(name, folder, picture, "proof", target)
        if done:
            note.write_text(key)
        return done is not None

    def _still(self, name: str, folder: Path, picture: Picture) -> bool:
        have = read_stills(folder).get(picture.id)
        if have and not self.again and (have.description, have.kit) == (picture.digest, VERSION):
            return _say(f"{name}: unchanged")
        still, depth = still_file(folder, picture.id), depth_file(folder, picture.id)
        cost = _run(name, folder, picture, "still", still, depth)
        if cost:
            made = read_stills(folder)  # now, not before: a picture takes minutes
            made[picture.id] = Made.of(picture, VERSION, still, depth)
            write_stills(folder, made)
        return cost is not None


def _compare(name: str, folder: Path, picture: Picture) -> bool:
    """Render it aside and measure how far the still and the depth that are kept are from it."""
    still, depth = still_file(folder, picture.id), depth_file(folder, picture.id)
    if not (still.is_file() and depth.is_file()):
        return not _say(f"{name}: nothing to compare with; no still is kept")
    cost = _run(name, folder, picture, "compare", still, depth)
    return cost is not None and is_same(*cost.apart)


class _Cost(msgspec.Struct):
    seconds: int
    memory: int
    apart: tuple[float, ...] = ()

    def __str__(self) -> str:
        said = f"in {self.seconds} s, {self.memory} MB"
        if not self.apart:
            return said
        still, depth = self.apart
        word = "within" if is_same(*self.apart) else "NOT within"
        return f"{said}; still {still:.2f}, depth {depth:.2f} of 255 apart, {word} {TOLERANCE:g}"


def _run(name: str, folder: Path, picture: Picture, what: str, *out: Path) -> _Cost | None:
    """One process for one scene: its memory is freed, a crash costs one scene."""
    command = [sys.executable, "-P", "-m", "kit.render", str(folder), picture.id, what]
    ran = subprocess.run([*command, *map(str, out)], capture_output=True, text=True, check=False)
    lines = ran.stdout.strip().splitlines()
    if ran.returncode or not lines or not lines[-1].startswith("{"):
        _say(f"{name}: failed\n" + "\n".join(ran.stderr.strip().splitlines()[-12:]))
        return None
    cost = msgspec.json.decode(lines[-1], type=_Cost)
    _say(f"{name}: {what} {cost}")
    return cost


def _say(line: str) -> bool:
    print(line, flush=True)  # noqa: T201
    return True
