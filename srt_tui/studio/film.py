"""The film: frames, narration, captions and chapters in one MP4, through ffmpeg.

Repeatable: the number of threads is fixed, for it changes the bytes. The only words in its
metadata are neutral; a desktop may show them in a list of recent files.
"""

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from srt_tui.domain.captions import srt
from srt_tui.domain.content import Frozen
from srt_tui.domain.errors import SrtError
from srt_tui.domain.playback import Cue
from srt_tui.studio.lettering import FPS, HEIGHT, WIDTH
from srt_tui.studio.media import last_words, loudness, program
from srt_tui.studio.sound import Samples, joined, seconds, silence, write_wav
from srt_tui.studio.timing import Timeline

TITLE = "Steady Ground"
LOUDNESS = -16.0
_PEAK = 0.68


class Pixels(Frozen, frozen=True, kw_only=True):
    """How frames come (ffmpeg's name for it), and how they are kept.

    `crf` is x264's quality (lower is better and larger), `tuning` its fine settings.
    """

    form: str
    crf: int
    tuning: str


DRAWN = Pixels(form="bgr0", crf=28, tuning="aq-mode=3:psy=0:deblock=2,2")
FILMED = Pixels(form="bgr24", crf=31, tuning="aq-mode=3:deblock=1,1")
_VIDEO = (
    "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
    "-c:v", "libx264", "-preset", "medium", "-g", str(5 * FPS), "-threads", "2",
    "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
)  # fmt: skip
_AUDIO = ("-c:a", "aac", "-b:a", "40k", "-ac", "1", "-disposition:a:0", "default")
_CAPTIONS = ("-c:s", "mov_text", "-metadata:s:s:0", "language=eng", "-disposition:s:0", "default")
_FILE = ("-movflags", "+faststart", "-fflags", "+bitexact", "-flags:v", "+bitexact",
         "-flags:a", "+bitexact", "-f", "mp4")  # fmt: skip


def make_film(
    path: Path,
    *,
    timeline: Timeline,
    samples: Samples,
    cues: tuple[Cue, ...],
    pictures: Iterable[bytes],
    pixels: Pixels = DRAWN,
    tracks: Mapping[str, Samples] | None = None,
) -> None:
    """Write the film to `path`, its parts beside it. Raises SrtError when ffmpeg fails.

    `tracks` are other recordings of the same words at the same times, by the name of their form.
    """
    captions, chapters = (path.with_suffix(end) for end in (".srt", ".txt"))
    captions.write_text(srt(cues), encoding="utf-8")
    chapters.write_text(_chapters(timeline), encoding="utf-8")
    speech = {"": samples, **(tracks or {})}
    sounds = [_wav(path, name, sound, timeline.length) for name, sound in speech.items()]
    after = 1 + len(sounds)
    command = [
        program("ffmpeg"), "-v", "error", "-y",
        "-f", "rawvideo", "-pixel_format", pixels.form, "-video_size", f"{WIDTH}x{HEIGHT}",
        "-framerate", str(FPS), "-i", "-",
        *(word for sound in sounds for word in ("-i", str(sound))),
        "-i", str(captions), "-f", "ffmetadata", "-i", str(chapters),
        "-map", "0:v", *(word for n in range(1, after) for word in ("-map", f"{n}:a")),
        "-map", f"{after}:s", "-map_metadata", str(after + 1), "-map_chapters", str(after + 1),
        *_VIDEO, "-crf", str(pixels.crf), "-x264-params", pixels.tuning,
        *_levels(sounds, list(speech)), *_AUDIO, *_CAPTIONS, *_FILE, str(path),
    ]  # fmt: skip
    _piped(command, pictures, path.with_suffix(".log"))


def _wav(path: Path, name: str, samples: Samples, length: float) -> Path:
    """One track's sound as a file beside the film, as long as the film."""
    sound = path.with_name(f"{path.stem}{name}.wav")
    write_wav(sound, joined([samples, silence(length - seconds(samples))]))
    return sound


def _levels(sounds: list[Path], names: list[str]) -> list[str]:
    """Each track brought to the same loudness, and named where it is another voice."""
    words = list[str]()
    for n, (sound, name) in enumerate(zip(sounds, names, strict=True)):
        gain = LOUDNESS - loudness(sound).lufs
        level = f"volume={gain:.2f}dB,alimiter=limit={_PEAK}:level=disabled"
        words += [f"-filter:a:{n}", level]
        if name:
            words += [f"-metadata:s:a:{n}", f"title={name}", f"-disposition:a:{n}", "0"]
    return words


def _piped(command: list[str], pictures: Iterable[bytes], log: Path) -> None:
    with log.open("wb") as complaints:
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=complaints)
    with child:
        if child.stdin is None:  # pragma: no cover - it was asked for
            raise AssertionError
        try:
            for picture in pictures:
                child.stdin.write(picture)
        except BrokenPipeError:
            pass
        finally:
            child.communicate()
    if child.returncode:
        raise SrtError("ffmpeg could not make the film.", last_words(log.read_bytes()))


def _chapters(timeline: Timeline) -> str:
    """The scenes as chapters, in ffmpeg's own form; the card is one of its own."""
    names = [(scene.start, scene.words) for scene in timeline.scenes]
    names += [(timeline.card, "Card")] if timeline.card else []
    ends = [start for start, _ in names[1:]] + [timeline.length]
    parts = [
        f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={round(start * 1000)}\nEND={round(end * 1000)}\n"
        f"title={_escaped(name)}\n"
        for (start, name), end in zip(names, ends, strict=True)
    ]
    return f";FFMETADATA1\ntitle={TITLE}\n" + "".join(parts)


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "=;#\\\n" else sign for sign in text)
