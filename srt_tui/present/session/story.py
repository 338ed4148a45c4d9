"""A story on the shared screen: before it plays, while it does, and when it is read."""

from collections.abc import Sequence

from srt_tui.domain.asking import Asking, Options
from srt_tui.domain.content import Clip, Frozen
from srt_tui.domain.pages import ClipPage
from srt_tui.domain.playback import Readiness, Showing, Story
from srt_tui.domain.ways import Way
from srt_tui.present.person import VERSIONS
from srt_tui.present.session.pages import PageView
from srt_tui.present.session.rows import ask_rows

READS_HERE = "The words come up on this screen."
READ_ALOUD = "We read it out loud, a little at a time."
CHOICE = "Here he has a choice. What could he do?"
ANOTHER_WAY = "Tell it another way?"
ONE_VOICE = "A recording has one voice."
STOPS_THERE = "The story stops where he has a choice."
PLAYS_THROUGH = "The story plays on."
KEPT_AGAIN = "Kept: he saw it again in his own time."
LACKS: dict[str, str] = {
    "": "",
    "sound": "a story told on this screen has no sound.",
    "own_window": "a story told on this screen has no window.",
    "choice": "this story does not say where.",
}
"""Why a control cannot be used, by what it needs."""
_FORMS: Options = (
    ("standard", "with pictures"),
    ("plain", "with words only"),
    ("storyboard", "on this screen"),
    ("transcript", "read, a little at a time"),
)
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


def before(
    page: ClipPage, readiness: Readiness | None, heading: str, *, aloud: bool = False
) -> PageView:
    """The title, what to know first, and how it will be told."""
    here = (READS_HERE,) if readiness and readiness.state != "plays" else ()
    told = (READ_ALOUD,) if aloud else here
    return PageView(heading=heading, big=page.title, below=(page.content_note, *told))


def during(
    page: ClipPage, showing: Showing, story: Story, heading: str, *, at_choice: bool = False
) -> PageView:
    """What is heard and where it has got to; the scene in words where nothing is to be seen."""
    if showing.state == "failed":
        return PageView(heading=heading, above=page.title, big=showing.reason or FAILED)
    scene = story.scene(showing.at) if showing.player == "storyboard" else None
    state = _STATES[showing.state]
    length = showing.length or story.length
    where = f"{state}  {clock(showing.at)} / {clock(length)}"
    if showing.state == "closed":
        where = f"The window was closed at {clock(showing.at)}. Space plays on from there."
    said = f"“{showing.caption}”" if showing.caption and not showing.over else ""
    return PageView(
        heading=heading,
        above=f"{scene.picture}" if scene else "",
        big=CHOICE if at_choice else (scene.words if scene and not said else said) or page.title,
        below=(where,),
    )


def after(page: ClipPage, at: float, heading: str) -> PageView:
    """Put away: how far we got."""
    return PageView(heading=heading, big=page.title, below=(f"We got to {clock(at)}.",))


FAILED = "The story cannot play here. Press r to read it together."


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


def reading(page: ClipPage, leaf: Leaf, place: int, of: int, heading: str) -> PageView:
    """One piece of the story to be read."""
    return PageView(
        heading=heading,
        state=f"{place} of {of}",
        above=leaf.picture or page.title,
        big="\n".join(leaf.lines),
    )


def ways(ways: Sequence[Way]) -> Options:
    """The ways it can be told, to pick from."""
    return tuple((way_key(way), _way(way)) for way in ways)


def way_key(way: Way) -> str:
    """What stands for a way among the answers."""
    return f"{way.form} {way.version}"


def _way(way: Way) -> str:
    other = "" if way.version == "as-written" else f", {dict(VERSIONS)[way.version]}"
    return f"{dict(_FORMS)[way.form]}{other}"


def other_way(heading: str, asking: Asking) -> PageView:
    """Which way instead."""
    rows, here = ask_rows(asking)
    return PageView(heading=heading, big=ANOTHER_WAY, below=(ONE_VOICE,), rows=rows, here=here)


def now_set(wish: str, now: Showing) -> str:
    """What was set, as it is now."""
    captions = ("larger" if now.larger else "on") if now.captions else "off"
    moved = f"{abs(now.delay_ms) / 1000:g} s {'later' if now.delay_ms > 0 else 'earlier'}"
    speed, loud = f"Speed {now.rate:g}.", f"Sound {now.volume} of 100."
    sound = f"Sound {moved}." if now.delay_ms else "Sound as it was made."
    return {
        "slower": speed,
        "faster": speed,
        "captions": f"Captions {captions}.",
        "sooner": sound,
        "later": sound,
        "softer": loud,
        "louder": loud,
        "top": f"The window is {'' if now.on_top else 'not '}above the others.",
        "full": "The whole screen." if now.full else "A window.",
    }[wish]
