"""When each line, scene and the card of a clip come. All times are seconds from its start.

The pace is 137 words a minute (brief F.1: 135 to 140, in 60 to 90 seconds). Speech is not
stretched: the rests after sentences and between lines and scenes are made so long that the
whole comes to that pace.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from srt_tui.domain.content import Clip, Frozen, Scene
from srt_tui.domain.playback import WORDS_A_MINUTE, Cue, SceneCard, Story
from srt_tui.studio.sound import Samples, joined, silence
from srt_tui.studio.speech import Take, Word, taken

LONGEST = 90.0
LEAD_IN = 0.9
AFTER_SPEECH = 1.2
CARD_SHORTEST = 4.0
_READING = 180.0
_REST_SHORTEST = 0.4
_REST_LONGEST = 1.1
_SCENE_RESTS = 2.0
_STEPS = 24


class Spoken(Frozen, frozen=True, kw_only=True):
    """One line of the script in the finished clip; `words` carry the same times."""

    scene: int
    speaker: str
    words: tuple[Word, ...]

    @property
    def start(self) -> float:
        """When its first word begins."""
        return self.words[0].start

    @property
    def end(self) -> float:
        """When its last word is over."""
        return self.words[-1].end


class Timeline(Frozen, frozen=True, kw_only=True):
    """A clip laid out: its lines, its scenes with their starts, then the card (0: no card)."""

    lines: tuple[Spoken, ...]
    scenes: tuple[SceneCard, ...]
    card: float
    length: float

    def story(self, cues: tuple[Cue, ...]) -> Story:
        """What a player follows: these captions over the scenes."""
        return Story(cues=cues, scenes=self.scenes, length=self.length)

    @property
    def pace(self) -> float:
        """Words a minute from the first word to the last."""
        words = sum(len(line.words) for line in self.lines)
        return words * 60 / (self.lines[-1].end - self.lines[0].start)


class Place(NamedTuple):
    """After a word: the line and the word in it, both from 0."""

    line: int
    word: int


def lay_out(
    clip: Clip, takes: Sequence[Take], card: str, longer: Mapping[Place, float]
) -> tuple[Timeline, Samples]:
    """Place one take for each line, in order, and say when everything comes.

    `longer` gives places where a rest is to be longer, with the seconds to add.
    """
    rest = _rest(clip, takes, card, sum(longer.values()))
    numbers = [scene.number for scene in clip.scenes for _ in scene.lines]
    at, parts, lines = LEAD_IN, [silence(LEAD_IN)], list[Spoken]()
    for n, (line, take) in enumerate(zip(clip.lines, takes, strict=True)):
        own = {place.word: more for place, more in longer.items() if place.line == n}
        rested = take.rested(rest, own)
        lines.append(Spoken(scene=numbers[n], speaker=line.speaker, words=_at(rested.words, at)))
        gap = rest * _gap(numbers[n : n + 2]) + own.get(len(take.words) - 1, 0.0)
        parts += [rested.samples, silence(gap)]
        at += rested.length + gap
    return _with_picture(clip, lines, card), joined(parts)


def lay_over(clip: Clip, whole: Samples, card: str) -> tuple[Timeline, Samples]:
    """Find the lines in one recording of the whole clip."""
    take = taken(" ".join(line.text for line in clip.lines), whole)
    words, lines = list(_at(take.words, LEAD_IN)), list[Spoken]()
    for scene in clip.scenes:
        for line in scene.lines:
            count = len(line.text.split())
            lines.append(
                Spoken(scene=scene.number, speaker=line.speaker, words=tuple(words[:count]))
            )
            del words[:count]
    return _with_picture(clip, lines, card), joined([silence(LEAD_IN), whole])


def _rest(clip: Clip, takes: Sequence[Take], card: str, longer: float) -> float:
    """The rest after a sentence that brings the whole to its pace, in seconds."""
    numbers = [scene.number for scene in clip.scenes for _ in scene.lines]
    gaps = sum(_gap(pair) for pair in pairwise(numbers))
    spoken = sum(take.length for take in takes) + longer
    words = sum(len(take.words) for take in takes)
    ending = AFTER_SPEECH + (CARD_SHORTEST if card else 0.0)
    target = min(words * 60 / WORDS_A_MINUTE, LONGEST - LEAD_IN - ending)
    low, high = _REST_SHORTEST, _REST_LONGEST
    for _ in range(_STEPS):
        rest = (low + high) / 2
        length = spoken + gaps * rest + sum(take.added(rest) for take in takes)
        low, high = (rest, high) if length < target else (low, rest)
    return low


def _gap(numbers: Sequence[int]) -> float:
    """Rests after a line: one, or two before another scene; none after the last line."""
    if len(numbers) == 1:
        return 0.0
    return 1.0 if numbers[0] == numbers[1] else _SCENE_RESTS


def _with_picture(clip: Clip, lines: list[Spoken], card: str) -> Timeline:
    """Scenes change in the middle of the rest before their first line."""
    over = lines[-1].end + AFTER_SPEECH
    reading = len(card.split()) * 60 / _READING
    held = max(CARD_SHORTEST, min(reading, LONGEST - over)) if card else 0.0
    return Timeline(
        lines=tuple(lines),
        scenes=tuple(_scenes(clip.scenes, lines)),
        card=over if card else 0.0,
        length=over + held,
    )


def _scenes(scenes: Sequence[Scene], lines: list[Spoken]) -> list[SceneCard]:
    cards, before = list[SceneCard](), 0.0
    for scene in scenes:
        own = [line for line in lines if line.scene == scene.number]
        start = (before + own[0].start) / 2 if cards else 0.0
        cards.append(
            SceneCard(number=scene.number, start=start, picture=scene.picture, words=scene.words)
        )
        before = own[-1].end
    return cards


def _at(words: Sequence[Word], by: float) -> tuple[Word, ...]:
    return tuple(Word(text=w.text, start=w.start + by, end=w.end + by) for w in words)


class _Timed(Protocol):
    @property
    def start(self) -> float: ...
    @property
    def end(self) -> float: ...


def middle_rest(lines: Sequence[_Timed], start: float, end: float) -> float:
    """The rest between two lines of a scene that is nearest to its middle.

    There a second picture of the scene comes. A scene of one line has its middle itself.
    """
    rests = [(one.end + two.start) / 2 for one, two in pairwise(lines)]
    middle = (start + end) / 2
    return min(rests, key=lambda at: abs(at - middle), default=middle)
