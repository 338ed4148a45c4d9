"""A story on the shared screen: before it plays, while it does, and when it is read."""

from srt_tui.domain.asking import Asking
from srt_tui.domain.playback import Showing
from srt_tui.domain.views import Reason, StoryPutAway, StoryRead, StoryShown, StoryWaits
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
LACKS: dict[Reason, str] = {
    "sound": "a story told on this screen has no sound.",
    "own-window": "a story told on this screen has no window.",
    "choice": "this story does not say where.",
}
"""Why a control cannot be used, by what it needs."""
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


def waiting(story: StoryWaits, heading: str) -> PageView:
    """The title, what to know first, and how it will be told."""
    page, readiness = story.page, story.readiness
    here = (READS_HERE,) if readiness and readiness.state != "plays" else ()
    told = (READ_ALOUD,) if story.aloud else here
    return PageView(heading=heading, big=page.title, below=(page.content_note, *told))


def shown(now: StoryShown, heading: str) -> PageView:
    """What is heard and where it has got to; the scene in words where nothing is to be seen."""
    page, showing, story = now.page, now.showing, now.story
    if showing.state == "failed":
        return PageView(heading=heading, above=page.title, big=showing.reason or FAILED)
    scene = story.scene(showing.at) if showing.player == "storyboard" else None
    state = _STATES[showing.state]
    length = showing.length or story.length
    where = f"{state}  {clock(showing.at)} / {clock(length)}"
    if showing.state == "closed":
        where = f"The window was closed at {clock(showing.at)}. Space plays on from there."
    said = f"“{showing.caption}”" if showing.caption and not showing.over else ""
    told = scene.words if scene and not said else said
    return PageView(
        heading=heading,
        above=f"{scene.picture}" if scene else "",
        big=CHOICE if now.at_choice else told or page.title,
        below=(where,),
    )


def put_away(story: StoryPutAway, heading: str) -> PageView:
    """Put away: how far we got."""
    return PageView(heading=heading, big=story.page.title, below=(f"We got to {clock(story.at)}.",))


def read(story: StoryRead, heading: str) -> PageView:
    """One piece of the story to be read."""
    leaf = story.leaf
    return PageView(
        heading=heading,
        state=f"{story.place} of {story.of}",
        above=leaf.picture or story.page.title,
        big="\n".join(leaf.lines),
    )


FAILED = "The story cannot play here. Press r to read it together."


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
