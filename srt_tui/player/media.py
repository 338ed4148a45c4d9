"""A clip's folder on disk → what a player needs; and whether it will play."""

import hashlib
import json
import struct
from pathlib import Path
from typing import BinaryIO

from srt_tui import letters
from srt_tui.domain.captions import read_captions
from srt_tui.domain.content import Clip
from srt_tui.domain.playback import Readiness, Ready, recorded, told
from srt_tui.player import reasons
from srt_tui.player.base import Media

_LARGEST_TEXT = 1_000_000
_HEADER = 8
_LIGHT = "-light"
_NO_LENGTH = 0.0


def find(clip: Clip, folder: Path | None, form: str = "plain", *, on_light: bool = False) -> Media:
    """The clip in `form` from its `folder` (`<form>.mp4`, `captions.vtt`), else its script.

    `on_light` takes the form's dark words on light (`<form>-light.mp4`) where there are such.
    `clip.json` says what the film should be. Captions that cannot be read count as none.
    Never raises for what is on disk.
    """
    if folder and on_light and (folder / f"{form}{_LIGHT}.mp4").is_file():
        form += _LIGHT
    path = folder / f"{form}.mp4" if folder else None
    if folder is None or path is None or not path.is_file():
        return Media(clip=clip.id, story=told(clip))
    found = read_captions(_text(folder / "captions.vtt")).cues
    length = film_length(path) or (found[-1].end if found else told(clip).length)
    story = recorded(clip, found, length)
    return Media(clip=clip.id, story=story, path=path, sha256=_listed(folder, form))


def readiness(media: Media) -> Readiness:
    """Whether the recording is there, whole, and the one that was made.

    `reads` where only the script can be used. For a thread: it reads the whole file.
    """
    reason = reasons.unplayable(media.path) or _flaw(media)
    if reason:
        state: Ready = "reads" if media.story.scenes else "missing"
        return Readiness(state=state, reason=reasons.why(reason))
    return Readiness(state="plays", reason="" if media.story.cues else reasons.NO_CAPTIONS)


def _flaw(media: Media) -> str:
    if media.path is None or film_length(media.path) == _NO_LENGTH:
        return reasons.NOT_WHOLE
    if not media.sha256:
        return ""
    with media.path.open("rb") as film:
        same = hashlib.file_digest(film, "sha256").hexdigest() == media.sha256
    return "" if same else reasons.CHANGED


def film_length(path: Path) -> float:
    """Seconds an MP4 runs by its own header; 0 where it is no MP4 or not all there."""
    try:
        with path.open("rb") as film:
            return _length(film, path.stat().st_size)
    except (OSError, struct.error, IndexError, ZeroDivisionError):
        return _NO_LENGTH


def _length(film: BinaryIO, size: int) -> float:
    """Walk the boxes: each must end within the file, and the film's header say its length."""
    at, length = 0, _NO_LENGTH
    while at < size:
        film.seek(at)
        box, kind = struct.unpack(">I4s", film.read(_HEADER))
        if box == 1:
            box = struct.unpack(">Q", film.read(_HEADER))[0]
        if box < _HEADER or at + box > size:
            return _NO_LENGTH
        if kind == b"moov":
            length = _header(film.read(box))
        at += box
    return length


def _header(moov: bytes) -> float:
    """The length in a film's header box (ISO 14496-12, mvhd, versions 0 and 1)."""
    at = moov.find(b"mvhd") + len(b"mvhd")
    if at < len(b"mvhd"):
        return _NO_LENGTH
    scale, ticks = struct.unpack_from(">IQ" if moov[at] == 1 else ">II", moov, at + _skip(moov[at]))
    return float(ticks / scale)


def _skip(version: int) -> int:
    """Version and flags, then the two dates."""
    return 4 + (16 if version == 1 else 8)


def _listed(folder: Path, form: str) -> str:
    """The film's checksum by the clip's own list (`clip.json`), "" where it says nothing."""
    try:
        said = json.loads(_text(folder / "clip.json"))["forms"][form]["sha256"]
    except (ValueError, KeyError, TypeError):
        return ""
    return said if isinstance(said, str) else ""


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST_TEXT:
            return ""
        return letters.read(path.read_bytes()).text
    except OSError:
        return ""
