"""The film: frames, narration, captions and chapters in one MP4, through ffmpeg.

Repeatable: the number of threads is fixed, for it changes the bytes. The only words in its
metadata are neutral; a desktop may show them in a list of recent files.
"""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from srt_tui.domain.captions import srt
from srt_tui.domain.errors import SrtError
from srt_tui.domain.showing import Cue
from srt_tui.studio.media import last_words, loudness, program
from srt_tui.studio.picture import FPS, HEIGHT, WIDTH
from srt_tui.studio.sound import Samples, joined, seconds, silence, write_wav
from srt_tui.studio.timing import Timeline

TITLE = "Steady Ground"
LOUDNESS = -16.0
_PEAK = 0.68
_VIDEO = (
    "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
    "-c:v", "libx264", "-preset", "medium", "-crf", "28", "-g", str(5 * FPS), "-threads", "2",
    "-x264-params", "aq-mode=3:psy=0:deblock=2,2",
    "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
)  # fmt: skip
_AUDIO = ("-c:a", "aac", "-b:a", "40k", "-ac", "1")
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
) -> None:
    """Write the film to `path`, its parts beside it. Raises SrtError when ffmpeg fails."""
    speech, captions, chapters = (path.with_suffix(end) for end in (".wav", ".srt", ".txt"))
    write_wav(speech, joined([samples, silence(timeline.length - seconds(samples))]))
    captions.write_text(srt(cues), encoding="utf-8")
    chapters.write_text(_chapters(timeline), encoding="utf-8")
    gain = LOUDNESS - loudness(speech).lufs
    command = [
        program("ffmpeg"), "-v", "error", "-y",
        "-f", "rawvideo", "-pixel_format", "bgr0", "-video_size", f"{WIDTH}x{HEIGHT}",
        "-framerate", str(FPS), "-i", "-", "-i", str(speech), "-i", str(captions),
        "-f", "ffmetadata", "-i", str(chapters),
        "-map", "0:v", "-map", "1:a", "-map", "2:s", "-map_metadata", "3", "-map_chapters", "3",
        *_VIDEO, "-af", f"volume={gain:.2f}dB,alimiter=limit={_PEAK}:level=disabled",
        *_AUDIO, *_CAPTIONS, *_FILE, str(path),
    ]  # fmt: skip
    _piped(command, pictures, path.with_suffix(".log"))


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
