"""Other voices for the same clip: recordings in a folder `voice-…` become sound tracks.

A folder `voice-leeds` in the clip's folder holds `line-01.wav`, `line-02.wav` …: the same words
in a local voice. Each line is laid where the clip's own voice begins it, so that pictures and
captions serve both; a line that was not recorded keeps the clip's own voice.
"""

from pathlib import Path

from srt_tui.domain.errors import SrtError
from srt_tui.studio.media import decoded
from srt_tui.studio.sound import RATE, Samples, joined, levelled, seconds, silence, trimmed
from srt_tui.studio.timing import Spoken, Timeline

FOLDERS = "voice-*"
_APART = 0.1
_OVER = 0.05


def tracks(folder: Path, timeline: Timeline, samples: Samples) -> dict[str, Samples]:
    """The sound of each `voice-…` folder, by its name.

    Raises SrtError for a line that takes longer than the clip leaves for it.
    """
    found = sorted(place for place in folder.glob(FOLDERS) if place.is_dir())
    return {place.name: _track(place, timeline, samples) for place in found}


def _track(place: Path, timeline: Timeline, own: Samples) -> Samples:
    parts, at = list[Samples](), 0.0
    ends = [line.start for line in timeline.lines[1:]]
    ends.append(timeline.card or timeline.length)
    for number, (line, end) in enumerate(zip(timeline.lines, ends, strict=True), 1):
        said = _said(place, number, line, own)
        if line.start + seconds(said) > end - _APART + _OVER:
            much = seconds(said) - (end - _APART - line.start)
            raise SrtError(
                f"{place.name}/line-{number:02}.wav is {much:.1f} seconds too long for its place.",
                "Say it a little faster, or cut the rests.",
            )
        parts += [silence(line.start - at), said]
        at = line.start + seconds(said)
    return joined(parts)


def _said(place: Path, number: int, line: Spoken, own: Samples) -> Samples:
    path = place / f"line-{number:02}.wav"
    if path.is_file():
        return levelled(trimmed(decoded(path)))
    return own[round(line.start * RATE) : round(line.end * RATE)]
