"""What a screen needs to know about a clip that is being shown, and how a story is timed.

All times are seconds from the start of the clip. "Shown", never "watched": nobody sees eyes.
"""

import re
from typing import Literal, TypeAlias

from srt_tui.domain.content import Clip, Frozen
from srt_tui.domain.played import Range

State: TypeAlias = Literal["opening", "playing", "paused", "ended", "closed", "failed"]
PlayerName: TypeAlias = Literal["libvlc", "mpv", "storyboard"]
Ready: TypeAlias = Literal["plays", "reads", "missing"]

RATES: tuple[float, ...] = (0.75, 0.9, 1.0, 1.1, 1.25)
WORDS_A_MINUTE = 137
_BREATH = 1.2
_BEFORE = 0.5
"""Seconds before the words that follow a choice point: after one voice, before the next."""
_SHORTEST = 1.0
_TWO_LINES = 74


class Cue(Frozen, frozen=True, kw_only=True):
    """Words that stand on screen from `start` to `end`; `scene` is 0 where it is not known."""

    start: float
    end: float
    text: str
    speaker: str = ""
    scene: int = 0


class SceneCard(Frozen, frozen=True, kw_only=True):
    """One scene of a story: where it starts, its picture in words, and what stands on it."""

    number: int
    start: float
    picture: str
    words: str


class Story(Frozen, frozen=True, kw_only=True):
    """A story laid out in time: what every player follows, with or without a recording.

    `choice` is the moment he has a choice, where the script marks one.
    """

    cues: tuple[Cue, ...]
    scenes: tuple[SceneCard, ...]
    length: float
    choice: float | None = None

    def cue(self, at: float) -> Cue | None:
        """The words on screen at `at`, if any."""
        return next((cue for cue in self.cues if cue.start <= at < cue.end), None)

    def scene(self, at: float) -> SceneCard | None:
        """The scene running at `at`; None only for a story without scenes."""
        begun = [scene for scene in self.scenes if scene.start <= at]
        return begun[-1] if begun else next(iter(self.scenes), None)

    def scene_start(self, at: float, by: int) -> float:
        """Where the scene `by` places after (before: negative) the one at `at` begins.

        Stops at the first and the last scene; 0 for a story without scenes.
        """
        here = self.scene(at)
        if here is None:
            return 0.0
        wanted = self.scenes.index(here) + by
        return self.scenes[max(0, min(wanted, len(self.scenes) - 1))].start


class Showing(Frozen, frozen=True, kw_only=True):
    """What a player shows now. Every report is whole: a screen needs only the latest.

    `length` is 0 until it is known. `hidden` means out of sight (and paused), also when he
    pressed the hide key inside the player's window. `ranges` is everything shown since this
    clip was opened. `reason` is one plain sentence and the next thing to do; set when `failed`.
    """

    state: State
    clip: str
    player: PlayerName
    at: float = 0.0
    length: float = 0.0
    rate: float = 1.0
    caption: str = ""
    speaker: str = ""
    scene: int = 0
    captions: bool = True
    larger: bool = False
    hidden: bool = False
    full: bool = False
    on_top: bool = True
    delay_ms: int = 0
    volume: int = 100
    ranges: tuple[Range, ...] = ()
    reason: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more will come of this clip until it is opened again."""
        return self.state in ("ended", "closed", "failed")


class Capabilities(Frozen, frozen=True, kw_only=True):
    """What a player can do that a story told on the screen cannot."""

    larger_captions: bool = False
    sound: bool = False
    own_window: bool = False


class Readiness(Frozen, frozen=True, kw_only=True):
    """Whether a clip plays, can only be read, or is missing; `reason` unless it plays."""

    state: Ready
    reason: str = ""


def told(clip: Clip) -> Story:
    """The clip's script laid out in time when there is no recording.

    The pace of the recordings (brief F.1: 135 to 140 words a minute) and a breath between
    scenes and at a choice point. A scene without lines stands for as long as its words on
    screen take.
    """
    at, choice, cues, scenes = 0.0, None, list[Cue](), list[SceneCard]()
    for scene in clip.scenes:
        scenes.append(
            SceneCard(number=scene.number, start=at, picture=scene.picture, words=scene.words)
        )
        for number, line in enumerate(scene.lines):
            if number == scene.choice:
                at += _BREATH if number else 0.0
                choice = max(0.0, at - _BEFORE)
            for text in _said(line.text):
                end = at + _spoken(text)
                cues.append(
                    Cue(start=at, end=end, text=text, speaker=line.speaker, scene=scene.number)
                )
                at = end
        if not scene.lines:
            at += _spoken(scene.words)
        at += _BREATH
        if scene.lines and scene.choice == len(scene.lines):
            choice = at - _BEFORE
    return Story(cues=tuple(cues), scenes=tuple(scenes), length=at, choice=choice)


def recorded(clip: Clip, cues: tuple[Cue, ...], length: float) -> Story:
    """The clip's scenes laid over the captions of its recording, `length` seconds long.

    The captions are the script, word for word: the share of words spoken before a cue says in
    which scene it stands. Edited captions land close by. Without cues the scenes keep the
    proportions of the script.
    """
    plan = told(clip)
    if not cues:
        scale = length / plan.length if plan.length else 0.0
        choice = None if plan.choice is None else plan.choice * scale
        return Story(cues=(), scenes=_moved(plan.scenes, scale), length=length, choice=choice)
    ends = _scene_ends(clip)
    total = sum(len(_words(cue.text)) for cue in cues) or 1
    spoken = sum(len(_words(line.text)) for line in clip.lines)
    until = sum(len(_words(line.text)) for line in clip.lines[: clip.choice or 0])
    before, choice, placed = 0, None, list[Cue]()
    for cue in cues:
        share = (before + 0.5) / total
        if choice is None and clip.choice is not None and share * spoken > until:
            choice = max(0.0, cue.start - _BEFORE)
        number = next((n for n, end in ends if share < end), ends[-1][0] if ends else 0)
        placed.append(
            Cue(start=cue.start, end=cue.end, text=cue.text, speaker=cue.speaker, scene=number)
        )
        before += len(_words(cue.text))
    scenes = _found(plan, placed, length)
    return Story(cues=tuple(placed), scenes=scenes, length=length, choice=choice)


def _found(plan: Story, cues: list[Cue], length: float) -> tuple[SceneCard, ...]:
    """The plan's scenes, each at its first cue, the first at 0; a silent one follows the last."""
    scenes, at = list[SceneCard](), 0.0
    for index, scene in enumerate(plan.scenes):
        first = next((cue.start for cue in cues if cue.scene == scene.number), at)
        at = min(max(at, first), length) if index else 0.0
        scenes.append(
            SceneCard(number=scene.number, start=at, picture=scene.picture, words=scene.words)
        )
    return tuple(scenes)


def _moved(scenes: tuple[SceneCard, ...], scale: float) -> tuple[SceneCard, ...]:
    return tuple(
        SceneCard(number=s.number, start=s.start * scale, picture=s.picture, words=s.words)
        for s in scenes
    )


def _scene_ends(clip: Clip) -> list[tuple[int, float]]:
    """Each scene's number with the share of all words spoken when it ends."""
    counts = [(s.number, sum(len(_words(line.text)) for line in s.lines)) for s in clip.scenes]
    total = sum(count for _, count in counts) or 1
    ends, spoken = list[tuple[int, float]](), 0
    for number, count in counts:
        spoken += count
        ends.append((number, spoken / total))
    return ends


def _said(line: str) -> list[str]:
    """A spoken line as captions: whole sentences, as many as fit in two lines (brief F.1)."""
    parts = list[str]()
    for sentence in re.split(r"(?<=[.?!])\s+", line.strip()):
        if parts and len(parts[-1]) + 1 + len(sentence) <= _TWO_LINES:
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
    return parts


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’']+", text)


def _spoken(text: str) -> float:
    return max(_SHORTEST, len(_words(text)) * 60 / WORDS_A_MINUTE)
