"""From a script to its narration: one piece of speech, and when everything in it comes."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from srt_tui.domain.content import Clip
from srt_tui.studio.captions import hurried
from srt_tui.studio.sound import Samples
from srt_tui.studio.speech import Take, taken
from srt_tui.studio.timing import Place, Timeline, lay_out, lay_over
from srt_tui.studio.voices import Voices, recorded_clip, speech

_ROUNDS = 6
_SLOWER = 0.85


def narrate(
    clip: Clip, *, card: str, folder: Path, voices: Voices, progress: Callable[[float], None]
) -> tuple[Timeline, Samples]:
    """Speak the script, or take the recordings in `folder`, and lay it out in time.

    A line with a sentence so long that no rest gives time to read it is said more slowly.
    Raises SrtError when a line has neither a recording nor a voice.
    """
    whole = recorded_clip(folder)
    if whole is not None:
        return lay_over(clip, whole, card)
    takes = list[Take]()
    for number in range(len(clip.lines)):
        takes.append(_take(clip, number, folder, voices))
        progress(len(takes) / len(clip.lines))
    timeline, samples = unhurried(clip, takes, card)
    if long := {place.line for place in hurried(timeline, stops_only=False)}:
        for number in long:
            takes[number] = _take(clip, number, folder, voices, _SLOWER)
        timeline, samples = unhurried(clip, takes, card)
    return timeline, samples


def _take(clip: Clip, number: int, folder: Path, voices: Voices, pace: float = 1.0) -> Take:
    return taken(clip.lines[number].text, speech(clip, number, folder, voices, pace))


def unhurried(clip: Clip, takes: Sequence[Take], card: str) -> tuple[Timeline, Samples]:
    """Lay the takes out so that each caption can be read: rests grow where one is too brief."""
    longer = defaultdict[Place, float](float)
    for _ in range(_ROUNDS):
        timeline, samples = lay_out(clip, takes, card, longer)
        lacking = hurried(timeline)
        if not lacking:
            break
        for place, more in lacking.items():
            longer[place] += more
    return timeline, samples
