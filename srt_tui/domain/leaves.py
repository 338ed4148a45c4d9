"""A story in pieces, to be read a little at a time."""

from srt_tui.domain.content import Clip, Frozen
from srt_tui.domain.playback import Story


class Leaf(Frozen, frozen=True, kw_only=True):
    """A piece of a story to be read: the picture in words, who says what, and until when."""

    picture: str
    lines: tuple[str, ...]
    start: float
    end: float


def leaves(clip: Clip, story: Story) -> tuple[Leaf, ...]:
    """The story scene by scene; `story` is this script laid out in time."""
    ends = [*(scene.start for scene in story.scenes[1:]), story.length]
    return tuple(
        Leaf(
            picture=scene.picture,
            lines=tuple(_line(line.speaker, line.text) for line in scene.lines) or (scene.words,),
            start=card.start,
            end=max(card.start, end),
        )
        for scene, card, end in zip(clip.scenes, story.scenes, ends, strict=True)
    )


def _line(speaker: str, text: str) -> str:
    return text if speaker.upper() == "NARRATOR" else f"{speaker.title()}: {text}"
