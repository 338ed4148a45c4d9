"""Checks a built clip against its script, its manifest and the rules of the brief (F.1)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from srt_tui.domain.captions import read_captions
from srt_tui.domain.content import Clip, Frozen
from srt_tui.domain.errors import SrtError
from srt_tui.domain.playback import Cue
from srt_tui.studio.captions import (
    LINE,
    WORDS_A_MINUTE,
    fits,
    rate,
    read_webvtt,
    shown_name,
)  # fmt: skip
from srt_tui.studio.film import LOUDNESS, TITLE
from srt_tui.studio.lettering import HEIGHT, WIDTH
from srt_tui.studio.manifest import (
    CAPTIONS,
    MANIFEST,
    STANDARD,
    Form,
    Manifest,
    file_hash,
    read_manifest,
    script_hash,
)  # fmt: skip
from srt_tui.studio.media import Probe, decoded, loudness, probe, program, run
from srt_tui.studio.plates import libraries, plates
from srt_tui.studio.sound import beginnings
from srt_tui.studio.timing import middle_rest
from srt_tui.studio.wording import Box, Cut, words_box

Rule: TypeAlias = Literal[
    "missing", "manifest", "script", "changed", "length", "streams", "loudness", "chapters",
    "metadata", "speech", "captions-form", "captions-words", "captions-width", "captions-rate",
    "captions-time", "captions-inside", "captions-speech", "note", "size", "black", "frozen",
    "flash", "brightness", "contrast-captions", "contrast-words", "safe",
]  # fmt: skip

SHORTEST, LONGEST = 60.0, 90.0
_LOUDNESS_OFF = 1.0
_SYNC = 0.15
_REST = 0.3
"""Between lines there is at least so much silence, in seconds."""
LARGEST = {"plain": 1_000_000, "plain-light": 1_000_000, "standard": 2_400_000}
_ROUNDING = 0.1


class Problem(Frozen, frozen=True, kw_only=True):
    """What is wrong with a clip, in one plain sentence."""

    clip: str
    rule: Rule
    text: str


def check_clip(clip: Clip, folder: Path) -> tuple[Problem, ...]:
    """Everything wrong with the built clip in `folder`; () when it is right.

    Raises SrtError when ffmpeg or the studio's picture libraries are missing.
    """
    program("ffmpeg")
    program("ffprobe")
    libraries()
    return tuple(Problem(clip=clip.id, rule=rule, text=text) for rule, text in _found(clip, folder))


def check_listed(clip: Clip, folder: Path) -> tuple[Problem, ...]:
    """The same without opening the films: script, captions, card and manifest, sizes, hashes."""
    found = _found(clip, folder, opened=False)
    return tuple(Problem(clip=clip.id, rule=rule, text=text) for rule, text in found)


Found: TypeAlias = Iterator[tuple[Rule, str]]


def _found(clip: Clip, folder: Path, *, opened: bool = True) -> Found:
    try:
        manifest = read_manifest(folder / MANIFEST)
    except (OSError, msgspec.MsgspecError):
        yield "missing", f"{MANIFEST} is missing or cannot be read. Build the clip."
        return
    if not clip.content_note:
        yield "note", "The script has no content note."
    if manifest.script != script_hash(clip):
        yield "script", "The script was changed after the clip was built. Build it again."
    cues = tuple[Cue, ...]()
    if not (folder / CAPTIONS).is_file():
        yield "missing", f"{CAPTIONS} is missing. Build the clip."
    else:
        if manifest.captions != file_hash(folder / CAPTIONS):
            yield "changed", f"{CAPTIONS} is not the one that was built."
        try:
            cues = read_webvtt((folder / CAPTIONS).read_text(encoding="utf-8"))
        except ValueError as error:
            yield "captions-form", f"{CAPTIONS} cannot be read: {error}."
        else:
            yield from _captions(clip, manifest, cues)
    for form in manifest.forms.values():
        yield from _listed(folder, form)
        if opened and (folder / form.file).is_file():
            yield from _film(clip, folder, manifest, form, cues)


def _captions(clip: Clip, manifest: Manifest, cues: tuple[Cue, ...]) -> Found:
    if _said(cues) != _script(clip):
        yield "captions-words", "The captions are not the script, word for word."
    for n, cue in enumerate(cues, 1):
        if not fits(cue.text.split("\n"), cue.speaker):
            yield "captions-width", f"Caption {n} is more than two lines of {LINE} characters."
        if rate(cue) > WORDS_A_MINUTE + _ROUNDING:
            yield "captions-rate", f"Caption {n} is faster than {WORDS_A_MINUTE} words a minute."
    for n, (cue, after) in enumerate(pairwise(cues), 1):
        if after.start < cue.end:
            yield "captions-time", f"Caption {n} is still shown when the next one comes."
    starts = [cue.start for cue in cues]
    for n, line in enumerate(manifest.lines, 1):
        if min((abs(start - line.start) for start in starts), default=_SYNC + 1) > _SYNC:
            yield "captions-time", f"No caption comes when line {n} is spoken."


def _listed(folder: Path, form: Form) -> Found:
    path = folder / form.file
    if not path.is_file():
        yield "missing", f"{form.file} is missing. Build the clip."
        return
    if (path.stat().st_size, file_hash(path)) != (form.bytes, form.sha256):
        yield "changed", f"{form.file} is not the one that was built."
    if not SHORTEST <= form.seconds <= LONGEST:
        yield "length", f"{form.file} lasts {form.seconds:.0f} seconds; 60 to 90 are meant."
    if form.bytes > LARGEST.get(path.stem, form.bytes):
        yield "size", f"{form.file} has {form.bytes / 1e6:.1f} MB, more than is meant."


def _film(clip: Clip, folder: Path, manifest: Manifest, form: Form, cues: tuple[Cue, ...]) -> Found:
    path = folder / form.file
    try:
        probed = probe(path)
    except SrtError:
        yield "streams", f"{form.file} cannot be read."
        return
    yield from _streams(clip, manifest, form, probed)
    if probed.kind("video"):
        from srt_tui.studio.check_picture import look  # noqa: PLC0415 - the studio's libraries

        starts = [chapter.start_time for chapter in probed.chapters]
        yield from look(path, _cuts(clip, folder, manifest, form, starts), manifest.card_at)
    if probed.kind("audio"):
        yield from _sound(path, manifest, form, cues)
    if probed.kind("subtitle"):
        inside = read_captions(run("ffmpeg", "-v", "error", "-nostdin", "-i", str(path),
                               "-map", "0:s:0", "-f", "srt", "-").decode()).cues  # fmt: skip
        if [_shown(cue) for cue in inside] != [_shown(cue) for cue in cues]:
            yield "captions-inside", f"The captions inside {form.file} are not {CAPTIONS}."


def _streams(clip: Clip, manifest: Manifest, form: Form, probed: Probe) -> Found:
    video, audio = probed.kind("video"), probed.kind("audio")
    if not video or (video.codec_name, video.width, video.height) != ("h264", WIDTH, HEIGHT):
        yield "streams", f"{form.file} has no H.264 picture of {WIDTH} by {HEIGHT}."
    if not audio or (audio.codec_name, audio.channels) != ("aac", 1):
        yield "streams", f"{form.file} has no AAC sound in one channel."
    captions = probed.kind("subtitle")
    if not captions or captions.codec_name != "mov_text":
        yield "streams", f"{form.file} has no caption track."
    if abs(probed.format.duration - form.seconds) > _ROUNDING:
        yield "manifest", f"{form.file} is not as long as {MANIFEST} says."
    if probed.format.tags.get("title") != TITLE:
        yield "metadata", f"The title inside {form.file} is not {TITLE}."
    names = [scene.words for scene in clip.scenes] + (["Card"] if manifest.card else [])
    if [chapter.tags.get("title") for chapter in probed.chapters] != names:
        yield "chapters", f"The chapters of {form.file} are not the scenes of the script."


def _cuts(
    clip: Clip, folder: Path, manifest: Manifest, form: Form, starts: list[float]
) -> tuple[Cut, ...]:
    """When the pictures change in the film, and where the words of each scene come into sight."""
    boxes, second = dict[int, Box](), set[int]()
    if form.file == STANDARD:
        for plate in reversed(plates(clip, folder)):
            second |= {plate.scene} & boxes.keys()
            words = next(scene.words for scene in clip.scenes if scene.number == plate.scene)
            boxes[plate.scene] = words_box(words, plate)
    cuts = list[Cut]()
    ends = [*starts[1:], form.seconds]
    for scene, start, end in zip(clip.scenes, starts, ends, strict=False):
        cuts.append(Cut(start, boxes.get(scene.number)))
        if scene.number in second:
            lines = [line for line in manifest.lines if line.scene == scene.number]
            cuts.append(Cut(middle_rest(lines, start, end), None))
    return tuple(cuts)


def _sound(path: Path, manifest: Manifest, form: Form, cues: tuple[Cue, ...]) -> Found:
    sound = loudness(path)
    if abs(sound.lufs - LOUDNESS) > _LOUDNESS_OFF:
        yield "loudness", f"{form.file} is at {sound.lufs:.1f} LUFS; {LOUDNESS:.0f} is meant."
    if sound.peak > 0:
        yield "loudness", f"{form.file} is so loud in places that it would crackle."
    if abs(sound.lufs - form.loudness) > _ROUNDING:
        yield "manifest", f"{form.file} is not as loud as {MANIFEST} says."
    begun = beginnings(decoded(path), _REST)
    for n, line in enumerate(manifest.lines, 1):
        if _from_nearest(begun, line.start) > _SYNC:
            yield "speech", f"Nobody begins to speak when line {n} should begin."
    for n, cue in enumerate(cues, 1):
        first = any(abs(line.start - cue.start) <= _SYNC for line in manifest.lines)
        if first and (off := _from_nearest(begun, cue.start)) > _SYNC:
            yield "captions-speech", f"Caption {n} is {off:.2f} seconds from its line's speech."


def _from_nearest(times: Sequence[float], at: float) -> float:
    """Seconds from the nearest of these times; far when there are none."""
    return min((abs(time - at) for time in times), default=LONGEST)


def _script(clip: Clip) -> list[tuple[str, str]]:
    return [(shown_name(line.speaker), word) for line in clip.lines for word in line.text.split()]


def _said(cues: tuple[Cue, ...]) -> list[tuple[str, str]]:
    return [(cue.speaker, word) for cue in cues for word in cue.text.split()]


def _shown(cue: Cue) -> tuple[int, str]:
    """When a caption comes, in tenths, and what stands on screen."""
    mark = f"{cue.speaker}: " if cue.speaker else ""
    return round(cue.start * 10), " ".join((mark + cue.text).split())
