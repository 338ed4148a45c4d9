"""A story on the shared screen: before it plays, while it does, and when it is read."""

from srt_tui.domain.content import Clip, Frozen
from srt_tui.domain.pages import ClipPage
from srt_tui.domain.showing import Readiness, Showing, Story
from srt_tui.present.session import PageView

READS_HERE = "The words come up on this screen."
_STATES = {
    "opening": "… getting ready",
    "playing": "▶ playing",
    "paused": "‖ paused",
    "ended": "■ the end",
    "closed": "■ closed",
}


def clock(seconds: float) -> str:
    """A time in a clip: "0:42"."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def before(page: ClipPage, readiness: Readiness | None, heading: str) -> PageView:
    """The title, what to know first, and how it will be told."""
    told = (READS_HERE,) if readiness and readiness.state != "plays" else ()
    return PageView(heading=heading, big=page.title, below=(page.content_note, *told))


def during(page: ClipPage, showing: Showing, story: Story, heading: str) -> PageView:
    """What is heard and where it has got to; the scene in words where nothing is to be seen."""
    if showing.state == "failed":
        return PageView(heading=heading, above=page.title, big=showing.reason or FAILED)
    scene = story.scene(showing.at) if showing.player == "storyboard" else None
    state = _STATES[showing.state]
    length = showing.length or story.length
    where = f"{state}  {clock(showing.at)} / {clock(length)}"
    if showing.state == "closed":
        where = f"The window was closed at {clock(showing.at)}. Enter goes on, a plays it again."
    said = f"“{showing.caption}”" if showing.caption and not showing.over else ""
    return PageView(
        heading=heading,
        above=f"{scene.picture}" if scene else "",
        big=(scene.words if scene and not said else said) or page.title,
        below=(where,),
    )


def after(page: ClipPage, at: float, heading: str) -> PageView:
    """Put away: how far we got."""
    return PageView(heading=heading, big=page.title, below=(f"We got to {clock(at)}.",))


FAILED = "The story cannot play here. Press r to read it."


class Leaf(Frozen, frozen=True, kw_only=True):
    """A piece of a story to be read: the picture in words, who says what, and until when."""

    picture: str
    lines: tuple[str, ...]
    start: float
    end: float


def leaves(clip: Clip, story: Story, version: str = "as-written") -> tuple[Leaf, ...]:
    """The story scene by scene; other words for it by paragraphs, where the pack has them."""
    other = dict(clip.versions).get(version)
    if other:
        parts = [part.strip() for part in other.split("\n\n") if part.strip()]
        step = story.length / len(parts)
        return tuple(
            Leaf(picture="", lines=(part,), start=step * i, end=step * (i + 1))
            for i, part in enumerate(parts)
        )
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


def reading(page: ClipPage, leaf: Leaf, place: int, of: int, heading: str) -> PageView:
    """One piece of the story to be read."""
    return PageView(
        heading=heading,
        state=f"{place} of {of}",
        above=leaf.picture or page.title,
        big="\n".join(leaf.lines),
    )
