"""Builds a clip: script → narration, captions, picture, film, manifest."""

import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TypeAlias

from srt_tui.domain.content import Clip
from srt_tui.studio.captions import captions, webvtt
from srt_tui.studio.film import make_film
from srt_tui.studio.manifest import (
    CAPTIONS,
    MANIFEST,
    PLAIN,
    Form,
    Manifest,
    file_hash,
    line_times,
    script_hash,
    write_manifest,
)  # fmt: skip
from srt_tui.studio.media import loudness, probe, program
from srt_tui.studio.narration import narrate
from srt_tui.studio.picture import FPS, frames
from srt_tui.studio.timing import Timeline
from srt_tui.studio.voices import Voices

Progress: TypeAlias = Callable[[str, float], None]
"""Called with what is being done and how much of it, from 0 to 1."""


def build(clip: Clip, *, card: str, folder: Path, voices: Voices, progress: Progress) -> Manifest:
    """Make the `plain` form, captions and manifest of a clip in its folder.

    `card` is the text of the last slide; without it the last scene stays. Recordings in the
    folder win over `voices`. The files are replaced only when all are made. Raises SrtError,
    with what to install, when ffmpeg, the drawing library or the voices are missing.
    """
    program("ffmpeg")
    program("ffprobe")
    timeline, samples = narrate(
        clip, card=card, folder=folder, voices=voices, progress=lambda s: progress("voices", s)
    )
    cues = captions(timeline)
    with tempfile.TemporaryDirectory(dir=folder) as made:
        work = Path(made)
        film = work / PLAIN
        pictures = _counted(frames(clip, timeline, card), timeline, progress)
        make_film(film, timeline=timeline, samples=samples, cues=cues, pictures=pictures)
        (work / CAPTIONS).write_text(webvtt(cues), encoding="utf-8", newline="\n")
        manifest = Manifest(
            clip=clip.id,
            script=script_hash(clip),
            captions=file_hash(work / CAPTIONS),
            pace=round(timeline.pace, 1),
            card=card,
            card_at=round(timeline.card, 3),
            forms={"plain": _form(film)},
            lines=line_times(timeline),
        )
        write_manifest(work / MANIFEST, manifest)
        for name in (PLAIN, CAPTIONS, MANIFEST):
            (work / name).replace(folder / name)
    return manifest


def _form(film: Path) -> Form:
    sound = loudness(film)
    return Form(
        file=film.name,
        sha256=file_hash(film),
        seconds=round(probe(film).format.duration, 3),
        bytes=film.stat().st_size,
        loudness=sound.lufs,
        peak=sound.peak,
    )


def _counted(pictures: Iterator[bytes], timeline: Timeline, progress: Progress) -> Iterator[bytes]:
    """The pictures, with progress told once a second of film."""
    for picture, n in zip(pictures, count(), strict=False):
        if n % FPS == 0:
            progress("film", min(1.0, n / FPS / timeline.length))
        yield picture
    progress("film", 1.0)
