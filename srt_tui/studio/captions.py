"""Captions: the script in pieces that can be read in time, and their WebVTT file.

Brief F.1: two lines at most, about 37 characters a line, broken where a speaker would breathe;
never more than 180 words a minute. A name stands before what a character says, so its length
counts; the narrator goes unnamed.
"""

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from srt_tui.domain.playback import Cue
from srt_tui.studio.speech import Word, is_mark, is_stop
from srt_tui.studio.timing import Place, Spoken, Timeline

LINE = 37
LINES = 2
WORDS_A_MINUTE = 180
NARRATOR = "narrator"

_COMFORTABLE = 175
_ROUNDING = 0.002
_LINGER = 0.5
_SHORT = 1.0
_BEFORE = re.compile(
    r"(and|but|or|so|because|when|if|that|who|which|then|to|of|in|on|at|for|with|from|by|as|than"
    r"|after|before|until|while|where|about|into|over)$",
    re.IGNORECASE,
)
_NO_BREATH = re.compile(
    r"(a|an|the|to|of|in|on|at|for|with|from|by|is|are|was|were|it|he|she|they|i|you|we|my|his|her"
    r"|your|our|their|and|but|or|so|that|no|not)$",
    re.IGNORECASE,
)
_TIMES = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})$")
_VOICE = re.compile(r"<v ([^>]+)>")


class Piece(NamedTuple):
    """The words of one caption: which line, how many of its words are said by its end."""

    line: Spoken
    number: int
    words: tuple[Word, ...]
    said: int
    until: float

    @property
    def lacks(self) -> float:
        """Seconds by which it is on screen too briefly to be read."""
        needed = len(self.words) * 60 / _COMFORTABLE
        return needed - (self.until - self.words[0].start)


def captions(timeline: Timeline) -> tuple[Cue, ...]:
    """Every caption of the clip, in order, in lines; times in whole milliseconds."""
    return tuple(_cue(piece) for piece in _pieces(timeline))


def hurried(timeline: Timeline, *, stops_only: bool = True) -> dict[Place, float]:
    """The ends of captions too brief to be read, with the seconds they lack.

    With `stops_only`, those that end with a sentence, where a longer rest helps.
    """
    return {
        Place(piece.number, piece.said - 1): piece.lacks
        for piece in _pieces(timeline)
        if piece.lacks > _ROUNDING and (is_stop(piece.words[-1].text) or not stops_only)
    }


def _pieces(timeline: Timeline) -> Iterator[Piece]:
    starts = [line.start for line in timeline.lines[1:]] + [timeline.length]
    for number, (line, following) in enumerate(zip(timeline.lines, starts, strict=True)):
        begun = 0
        for end in _ends(line, following):
            until = line.words[end].start if end < len(line.words) else following
            yield Piece(line, number, line.words[begun:end], end, until)
            begun = end


def shown_name(speaker: str) -> str:
    """How a speaker is named in captions; the narrator is not."""
    return "" if speaker.casefold() == NARRATOR else speaker.title()


def rate(cue: Cue) -> float:
    """Words a minute that this caption asks of a reader."""
    return len(cue.text.split()) * 60 / (cue.end - cue.start)


def fits(lines: Sequence[str], speaker: str) -> bool:
    """Whether these lines keep within two lines of 37 characters, the name included."""
    mark = len(speaker) + 2 if speaker else 0
    widths = [len(line) + (0 if n else mark) for n, line in enumerate(lines)]
    return len(lines) <= LINES and max(widths, default=0) <= LINE


def webvtt(cues: Sequence[Cue]) -> str:
    """The captions as a WebVTT file, a voice tag naming whoever is not the narrator."""
    return "WEBVTT\n\n" + "\n".join(
        f"{_stamp(cue.start)} --> {_stamp(cue.end)}\n{_voice(cue)}\n" for cue in cues
    )


def read_webvtt(text: str) -> tuple[Cue, ...]:
    """The cues of a file as `webvtt` writes it. Raises ValueError for any other form."""
    head, *blocks = text.split("\n\n")
    if head != "WEBVTT":
        raise ValueError("it does not begin with WEBVTT")
    return tuple(_read_cue(block.rstrip("\n")) for block in blocks)


def wrapped(words: Sequence[str], speaker: str = "") -> tuple[str, ...] | None:
    """The words on one line, or on two broken where a speaker would breathe; None: too long."""
    whole = " ".join(words)
    if fits([whole], speaker):
        return (whole,)
    options = [
        (_unbalance(words, n, speaker), (" ".join(words[:n]), " ".join(words[n:])))
        for n in range(1, len(words))
    ]
    options = [option for option in options if fits(option[1], speaker)]
    return min(options)[1] if options else None


def _unbalance(words: Sequence[str], at: int, speaker: str) -> float:
    """How poor a line break before word `at` is: uneven lines, and no breath there."""
    first, second = (len(" ".join(part)) for part in (words[:at], words[at:]))
    return 2 * abs(first + len(speaker) - second) / LINE + 2 * _breath(words[at - 1], words[at])


def _breath(word: str, following: str) -> float:
    """0 after a sentence, more the less a speaker would breathe between these words."""
    if is_stop(word):
        return 0.0
    if is_mark(word):
        return 0.2
    if _NO_BREATH.match(word):
        return 1.2
    return 0.4 if _BEFORE.match(following) else 0.8


def _ends(line: Spoken, following: float) -> tuple[int, ...]:
    """After how many words each caption ends: few, at a breath, and slow enough to read."""
    words, speaker = line.words, shown_name(line.speaker)

    @cache
    def best(start: int) -> tuple[float, tuple[int, ...]]:
        if start == len(words):
            return 0.0, ()
        options = list[tuple[float, tuple[int, ...]]]()
        for end in range(start + 1, len(words) + 1):
            lines = wrapped([word.text for word in words[start:end]], speaker)
            if lines is None and options:
                break
            cost, ends = best(end)
            cost += _cost(words, start, end, following) + _line_break(lines or ())
            options.append((cost, (end, *ends)))
        return min(options)

    return best(0)[1]


def _cost(words: tuple[Word, ...], start: int, end: int, following: float) -> float:
    """What a caption of these words costs: one for itself, more for haste and a poor ending."""
    until = words[end].start if end < len(words) else following
    shown = max(until - words[start].start, 0.01)
    haste = max(0.0, (end - start) * 60 / shown / WORDS_A_MINUTE - 1)
    ending = _breath(words[end - 1].text, words[end].text) if end < len(words) else 0.0
    return 1 + 8 * haste + 8 * ending + (1 if shown < _SHORT else 0)


def _line_break(lines: Sequence[str]) -> float:
    """What the break between two lines costs."""
    return sum(2 * _breath(one.split()[-1], other.split()[0]) for one, other in pairwise(lines))


def _cue(piece: Piece) -> Cue:
    """Shown from the first word until read, a little longer than spoken, not past the next."""
    speaker, texts = shown_name(piece.line.speaker), [word.text for word in piece.words]
    start = piece.words[0].start
    read = start + max(_SHORT, len(texts) * 60 / _COMFORTABLE)
    end = min(max(piece.words[-1].end + _LINGER, read), piece.until)
    return Cue(
        start=round(start, 3),
        end=round(end, 3),
        text="\n".join(wrapped(texts, speaker) or texts),
        speaker=speaker,
        scene=piece.line.scene,
    )


def _voice(cue: Cue) -> str:
    text = html.escape(cue.text, quote=False)
    return f"<v {cue.speaker}>{text}" if cue.speaker else text


def _read_cue(block: str) -> Cue:
    times, _, text = block.partition("\n")
    found = _TIMES.match(times)
    voice = _VOICE.match(text)
    text = html.unescape(_VOICE.sub("", text, count=1))
    if not found or not text:
        raise ValueError("a caption has no times or no words")
    start, end = _seconds(*found.groups()[:3]), _seconds(*found.groups()[3:])
    if end <= start:
        raise ValueError("a caption ends before it begins")
    return Cue(start=start, end=end, text=text, speaker=voice[1] if voice else "")


def _seconds(hours: str, minutes: str, seconds: str) -> float:
    return round(int(hours) * 3600 + int(minutes) * 60 + float(seconds), 3)


def _stamp(seconds: float) -> str:
    whole = round(seconds * 1000)
    return (
        f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}"
        f":{whole // 1000 % 60:02}.{whole % 1000:03}"
    )
