"""`clip.json`: what was built from which script, so that a stale or swapped file is noticed."""

import hashlib
from pathlib import Path

import msgspec

from srt_tui.domain.content import Clip, Frozen
from srt_tui.studio.timing import Timeline

MANIFEST = "clip.json"
CAPTIONS = "captions.vtt"
PLAIN = "plain.mp4"
STANDARD = "standard.mp4"


class Form(Frozen, frozen=True, kw_only=True):
    """One media file of a clip. Loudness in LUFS, peak in dBTP.

    `source` is a hash of everything it was made from: while that is the same, it need not be
    made again. `voices` names its other sound tracks.
    """

    file: str
    sha256: str
    seconds: float
    bytes: int
    loudness: float
    peak: float
    source: str = ""
    voices: tuple[str, ...] = ()


class LineTime(Frozen, frozen=True, kw_only=True):
    """When one line is spoken, in seconds from the start of the clip."""

    scene: int
    speaker: str
    start: float
    end: float


class Manifest(Frozen, frozen=True, kw_only=True):
    """What a clip's folder holds. `script` is the hash of what is said and shown.

    `pace` is words a minute from the first word to the last; `card` is the text of the last
    slide ("" for none) and `card_at` when it appears.
    """

    clip: str
    script: str
    captions: str
    pace: float
    card: str
    card_at: float
    forms: dict[str, Form]
    lines: tuple[LineTime, ...]


def script_hash(clip: Clip) -> str:
    """A hash of every word that is spoken or stands on screen, by scene and speaker."""
    parts = [(s.number, s.words, [(n.speaker, n.text) for n in s.lines]) for s in clip.scenes]
    return hashlib.sha256(msgspec.json.encode((clip.title, parts))).hexdigest()


def file_hash(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def line_times(timeline: Timeline) -> tuple[LineTime, ...]:
    """Every line's times, to the millisecond."""
    return tuple(
        LineTime(
            scene=line.scene,
            speaker=line.speaker,
            start=round(line.start, 3),
            end=round(line.end, 3),
        )
        for line in timeline.lines
    )


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write it, so that people can read it and a change shows line by line."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")


def read_manifest(path: Path) -> Manifest:
    """Read it; raises OSError or msgspec.ValidationError/DecodeError for anything else."""
    return msgspec.json.decode(path.read_bytes(), type=Manifest)
