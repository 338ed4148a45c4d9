"""ffmpeg and ffprobe: run, asked, and told apart from missing."""

import json
import re
import shutil
import subprocess
from array import array
from pathlib import Path

import msgspec

from srt_tui.domain.content import Frozen
from srt_tui.domain.errors import SrtError
from srt_tui.studio.sound import RATE, Samples


class Stream(Frozen, frozen=True, kw_only=True):
    """One stream of a media file, as ffprobe describes it."""

    codec_type: str
    codec_name: str = ""
    width: int = 0
    height: int = 0
    channels: int = 0
    r_frame_rate: str = ""


class Chapter(Frozen, frozen=True, kw_only=True):
    """One chapter: its start in seconds, and its tags."""

    start_time: float
    tags: dict[str, str] = {}


class Format(Frozen, frozen=True, kw_only=True):
    """The container: length in seconds and tags."""

    duration: float = 0.0
    tags: dict[str, str] = {}


class Probe(Frozen, frozen=True, kw_only=True):
    """What a media file holds."""

    streams: tuple[Stream, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    format: Format = Format()

    def kind(self, codec_type: str) -> Stream | None:
        """The first stream of this type."""
        return next((s for s in self.streams if s.codec_type == codec_type), None)


def program(name: str) -> str:
    """Where ffmpeg or ffprobe is. Raises SrtError when it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise SrtError(f"{name} is not on this machine.", "Install ffmpeg and try again.")
    return found


def run(name: str, *arguments: str) -> bytes:
    """What ffmpeg or ffprobe printed. Raises SrtError when it is missing or fails."""
    done = subprocess.run(
        [program(name), "-hide_banner", *arguments], capture_output=True, check=False
    )
    if done.returncode:
        raise SrtError(f"{name} could not do its part.", last_words(done.stderr))
    return done.stdout


def last_words(stderr: bytes) -> str:
    """The last line of a program's complaint, without any path in it."""
    lines = stderr.decode(errors="replace").strip().splitlines() or ["It gave no reason."]
    return "It said: " + re.sub(r"\S*/\S*", "…", lines[-1])


def probe(path: Path) -> Probe:
    """What is in a media file. Raises SrtError when ffprobe is missing or cannot read it."""
    raw = run(
        "ffprobe", "-v", "error", "-show_streams", "-show_chapters", "-show_format",
        "-print_format", "json", str(path),
    )  # fmt: skip
    return msgspec.json.decode(raw, type=Probe, strict=False)


def decoded(path: Path) -> Samples:
    """The sound of any file as samples. Raises SrtError when ffmpeg is missing or fails."""
    raw = run(
        "ffmpeg", "-v", "error", "-nostdin", "-i", str(path), "-map", "0:a:0", "-ac", "1",
        "-ar", str(RATE), "-f", "s16le", "-",
    )  # fmt: skip
    return array("h", raw)


class Loudness(Frozen, frozen=True, kw_only=True):
    """Integrated loudness in LUFS and true peak in dBTP (EBU R 128)."""

    lufs: float
    peak: float


def loudness(path: Path) -> Loudness:
    """Measure a file's sound. Raises SrtError when ffmpeg is missing or fails."""
    done = subprocess.run(
        [program("ffmpeg"), "-hide_banner", "-nostdin", "-i", str(path), "-map", "0:a:0",
         "-af", "loudnorm=print_format=json", "-f", "null", "-"],
        capture_output=True, check=False,
    )  # fmt: skip
    text = done.stderr.decode(errors="replace")
    if done.returncode or "{" not in text:
        raise SrtError("The loudness could not be measured.", last_words(done.stderr))
    measured = json.loads(text[text.rindex("{") : text.rindex("}") + 1])
    return Loudness(lufs=float(measured["input_i"]), peak=float(measured["input_tp"]))
