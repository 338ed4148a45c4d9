"""Builds a clip: script → narration, captions, pictures, films, manifest."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec

from srt_tui.domain.content import Clip
from srt_tui.domain.errors import SrtError
from srt_tui.domain.playback import Cue
from srt_tui.studio.captions import captions, webvtt
from srt_tui.studio.film import DRAWN, FILMED, make_film
from srt_tui.studio.lettering import FPS
from srt_tui.studio.manifest import (
    CAPTIONS,
    MANIFEST,
    Form,
    Manifest,
    file_hash,
    line_times,
    script_hash,
    write_manifest,
)  # fmt: skip
from srt_tui.studio.manifest import read_manifest as read_file
from srt_tui.studio.media import loudness, probe, program
from srt_tui.studio.narration import narrate
from srt_tui.studio.picture import PAPERS, frames
from srt_tui.studio.plates import libraries, missing, plates
from srt_tui.studio.sound import Samples
from srt_tui.studio.timing import Timeline
from srt_tui.studio.tracks import FOLDERS, tracks
from srt_tui.studio.voices import Voices

Progress: TypeAlias = Callable[[str, float], None]
"""Called with what is being done and how much of it, from 0 to 1."""

FORMS = ("plain", "plain-light", "standard")
MADE_BY = {"plain": 1, "plain-light": 1, "standard": 1}
"""Raised when a form's own code changes what it looks like."""
_RECORDED = ("*.wav", f"{FOLDERS}/*.wav")


class _Told(NamedTuple):
    """A clip as it is told: when, in what sound, with which captions, in which other voices."""

    timeline: Timeline
    samples: Samples
    cues: tuple[Cue, ...]
    tracks: dict[str, Samples]


def possible(clip: Clip, folder: Path) -> tuple[str, ...]:
    """The forms made without being asked for: `plain`, and `standard` once its stills are there."""
    return ("plain",) if missing(clip, folder) else ("plain", "standard")


def build(
    clip: Clip,
    *,
    card: str,
    folder: Path,
    voices: Voices,
    progress: Progress,
    forms: Sequence[str] = ("plain",),
) -> Manifest:
    """Make these forms, the captions and the manifest of a clip in its folder.

    `card` is the text of the last slide; without it the last scene stays. Recordings in the
    folder win over `voices`. Forms made before are kept while they tell the same at the same
    times. The files are replaced only when all are made. Raises SrtError, with what to do, when
    ffmpeg, a library, a still or the voices are missing.
    """
    _require(clip, folder, forms)
    timeline, samples = narrate(
        clip, card=card, folder=folder, voices=voices, progress=lambda s: progress("voices", s)
    )
    told = _Told(timeline, samples, captions(timeline), tracks(folder, timeline, samples))
    with tempfile.TemporaryDirectory(dir=folder) as made:
        work = Path(made)
        films = {
            form: _film(form, clip, card, told, folder, work / f"{form}.mp4", progress)
            for form in forms
        }
        (work / CAPTIONS).write_text(webvtt(told.cues), encoding="utf-8", newline="\n")
        manifest = _told_of(clip, card, told, films, file_hash(work / CAPTIONS))
        manifest = _with_kept(manifest, folder)
        write_manifest(work / MANIFEST, manifest)
        for name in (*(film.file for film in films.values()), CAPTIONS, MANIFEST):
            (work / name).replace(folder / name)
    return manifest


def _told_of(clip: Clip, card: str, told: _Told, films: dict[str, Form], captions: str) -> Manifest:
    return Manifest(
        clip=clip.id,
        script=script_hash(clip),
        captions=captions,
        pace=round(told.timeline.pace, 1),
        card=card,
        card_at=round(told.timeline.card, 3),
        forms=films,
        lines=line_times(told.timeline),
    )


def _require(clip: Clip, folder: Path, forms: Sequence[str]) -> None:
    program("ffmpeg")
    program("ffprobe")
    if "standard" in forms and (lacking := missing(clip, folder)):
        scenes = ", ".join(map(str, lacking))
        raise SrtError(
            f"{clip.id} has no still for scene {scenes}.",
            f"Render it, or lay a picture into the clip's folder as scene-{lacking[0]}.jpg.",
        )


def is_made(clip: Clip, card: str, folder: Path, form: str) -> bool:
    """Whether this form is there, made from what is there now; resuming passes it over."""
    manifest = _manifest(folder)
    made = manifest.forms.get(form) if manifest else None
    if made is None or not (folder / made.file).is_file():
        return False
    return made.source == source(form, clip, card, folder)


def source(form: str, clip: Clip, card: str, folder: Path) -> str:
    """A hash of everything a form is made from, and of the way it is made."""
    sounds = sorted(path for each in _RECORDED for path in folder.glob(each))
    recorded = [(path.relative_to(folder).as_posix(), file_hash(path)) for path in sounds]
    seen = [plate.source for plate in plates(clip, folder)] if form == "standard" else []
    made = (form, MADE_BY[form], script_hash(clip), clip.lead, card, recorded, seen)
    return hashlib.sha256(msgspec.json.encode(made)).hexdigest()


def _film(
    form: str,
    clip: Clip,
    card: str,
    told: _Told,
    folder: Path,
    film: Path,
    progress: Progress,
) -> Form:
    made_from = source(form, clip, card, folder)  # before, for a still may change meanwhile
    if form == "standard":
        libraries()
        from srt_tui.studio import standard  # noqa: PLC0415 - numpy and OpenCV are the studio's

        pictures = standard.frames(clip, told.timeline, card, plates(clip, folder))
    else:
        pictures = frames(clip, told.timeline, card, PAPERS[form])
    make_film(
        film,
        timeline=told.timeline,
        samples=told.samples,
        cues=told.cues,
        pictures=_counted(pictures, told.timeline, lambda s: progress(form, s)),
        pixels=FILMED if form == "standard" else DRAWN,
        tracks=told.tracks,
    )
    sound = loudness(film)
    return Form(
        file=film.name,
        sha256=file_hash(film),
        seconds=round(probe(film).format.duration, 3),
        bytes=film.stat().st_size,
        loudness=sound.lufs,
        peak=sound.peak,
        source=made_from,
        voices=tuple(told.tracks),
    )


def _with_kept(manifest: Manifest, folder: Path) -> Manifest:
    """The manifest with the forms made before that tell the same; the others' files go."""
    before = _manifest(folder)
    kept = dict[str, Form]()
    for form, made in (before.forms if before else {}).items():
        if form in manifest.forms:
            continue
        if before and (before.captions, before.lines) == (manifest.captions, manifest.lines):
            kept[form] = made
        else:
            (folder / made.file).unlink(missing_ok=True)
    forms = {form: kept.get(form) or manifest.forms[form] for form in FORMS
             if form in kept or form in manifest.forms}  # fmt: skip
    return msgspec.structs.replace(manifest, forms=forms)


def _manifest(folder: Path) -> Manifest | None:
    try:
        return read_file(folder / MANIFEST)
    except (OSError, msgspec.MsgspecError):
        return None


def _counted(
    pictures: Iterator[bytes], timeline: Timeline, tell: Callable[[float], None]
) -> Iterator[bytes]:
    """The pictures, with progress told once a second of film."""
    for picture, n in zip(pictures, count(), strict=False):
        if n % FPS == 0:
            tell(min(1.0, n / FPS / timeline.length))
        yield picture
    tell(1.0)
