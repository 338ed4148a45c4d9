"""The together view in words. Pure, and only from that view: nothing private can come through."""

from typing import assert_never

from msgspec.structs import replace

from srt_tui.domain.pages import Page
from srt_tui.domain.views import (
    AnotherStory,
    KeysHanded,
    Leaving,
    LooksLike,
    NoHurry,
    NowSet,
    OtherWay,
    PickedFull,
    Reason,
    Remark,
    SayBack,
    SeenAgain,
    StopHere,
    StopsAtChoice,
    StoryPutAway,
    StoryRead,
    StoryShown,
    StoryWaits,
    Together,
    WhySkip,
)
from srt_tui.present.common import looks_like
from srt_tui.present.session import pages, story
from srt_tui.present.session.pages import PageView


def drawn(now: Together) -> PageView:  # noqa: C901, PLR0912 - one case for each thing
    """What stands on the shared screen."""
    heading, asking, shown = now.heading, now.asking, now.shown
    match shown:
        case StoryWaits():
            view = story.waiting(shown, heading)
        case StoryShown():
            view = story.shown(shown, heading)
        case StoryRead():
            view = story.read(shown, heading)
        case StoryPutAway():
            view = story.put_away(shown, heading)
        case WhySkip():
            view = pages.why(heading, asking, rest=shown.rest)
        case AnotherStory():
            view = pages.instead(heading, asking)
        case StopHere():
            view = pages.stop(heading, asking)
        case Leaving():
            view = pages.view(shown.page, asking, heading=heading, light=now.light)
        case SayBack():
            view = pages.say_back(heading, shown.words, asking)
        case NoHurry():
            view = pages.slow(heading)
        case OtherWay():
            view = story.other_way(heading, asking)
        case Page():
            view = pages.view(
                shown, asking, heading=heading, light=now.light, said=now.said, note=now.note
            )
        case _:
            assert_never(shown)
    return replace(view, whose=pages.YOURS) if now.handed else view


def sentence(remark: Remark | None) -> str:
    """What is said once, in place of the keys; empty for nothing."""
    match remark:
        case None:
            words = ""
        case KeysHanded():
            words = pages.HANDED if remark.his else pages.HANDED_BACK
        case LooksLike():
            words = looks_like(remark.kinds)
        case NowSet():
            words = story.now_set(remark.wish, remark.showing)
        case StopsAtChoice():
            words = story.STOPS_THERE if remark.stops else story.PLAYS_THROUGH
        case SeenAgain():
            words = story.KEPT_AGAIN
        case PickedFull():
            words = f"{pages.up_to(remark.most)} {pages.TAKE_BACK}"
        case _:
            assert_never(remark)
    return words


def why_not(reason: Reason) -> str:
    """Why something cannot be done now; empty when it can."""
    return _LACKS[reason]


_LACKS: dict[Reason, str] = {
    "": "",
    "voice": pages.NO_VOICE,
    "words": pages.NOTHING_YET,
    "other-story": pages.NO_OTHER,
    **story.LACKS,
}
