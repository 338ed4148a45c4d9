"""What each action does to a conversation, as a table."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from srt_tui.domain.asking import Asking, backward, enter, is_full, move, onward, pick, put, toggle
from srt_tui.domain.pages import CheckOfferPage, ClipPage
from srt_tui.domain.views import KeysHanded, NowSet, PickedFull, SeenAgain, StopsAtChoice
from srt_tui.workflow.deliver import interludes, swapping, verbs
from srt_tui.workflow.deliver.offers import Action

if TYPE_CHECKING:
    from srt_tui.workflow.deliver.conversation import Conversation

Do: TypeAlias = "Callable[[Conversation, str], Awaitable[None]]"


# Questions


async def _next(talk: "Conversation", _: str) -> None:
    """On; a story that is being read goes on to its next piece."""
    told = isinstance(talk.session.page, ClipPage) and not talk.interlude
    if told and (talk.story.turn(1) or not await talk.kept(talk.story.put_away())):
        return
    await talk.answer(enter(talk.asking))


async def _back(talk: "Conversation", _: str) -> None:
    """Back; a story that is being read goes to the piece before."""
    told = isinstance(talk.session.page, ClipPage)
    if told and (talk.story.turn(-1) or not await talk.kept(talk.story.put_away())):
        return
    if talk.asking.at > 0:
        await talk.answer(backward(talk.asking))
    else:
        talk.session.back()
        talk.turn_page()


async def _pick(talk: "Conversation", key: str) -> None:
    await _picked(talk, pick(talk.asking, key))


async def _toggle(talk: "Conversation", _: str) -> None:
    await _picked(talk, toggle(talk.asking))


async def _picked(talk: "Conversation", asking: Asking) -> None:
    if is_full(talk.asking) and asking.values == talk.asking.values:
        ask = talk.asking.ask
        talk.remark = PickedFull(most=ask.most if ask else 0)
    await talk.answer(asking)


async def _move(talk: "Conversation", key: str) -> None:
    await talk.answer(move(talk.asking, -1 if key in ("up", "left") else 1))


async def _pass(talk: "Conversation", _: str) -> None:
    await talk.answer(onward(put(talk.asking, "")))


async def _keep(talk: "Conversation", _: str) -> None:
    await talk.answer(enter(talk.asking))


async def _cancel(talk: "Conversation", _: str) -> None:
    talk.go_back()


# Words


async def _words(talk: "Conversation", _: str) -> None:
    """The box for his words; a story stands still meanwhile."""
    if talk.asking.kind == "text":
        talk.questions += 1
        return
    talk.moment = talk.story.moment
    await talk.story.pause()
    talk.open(interludes.his_words(talk, talk.session.typed("his")))


async def _say_back(talk: "Conversation", _: str) -> None:
    """His words in plain sight: what is being typed, or what was kept last."""
    await talk.story.pause()
    if talk.asking.kind == "text" and not talk.interlude:
        talk.open(interludes.say_back(talk, talk.asking.value))
        return
    if talk.interlude and talk.interlude.slot == "his":
        await talk.answer(enter(talk.asking))
    if not talk.interlude and (last := talk.session.last_said):
        talk.open(interludes.say_back(talk, last.text, last))


# Left out, swapped, stopped


async def _skip(talk: "Conversation", _: str) -> None:
    """Leave the page out; asks why, and nothing is a fine answer. The check needs none."""
    session = talk.session
    if isinstance(session.page, CheckOfferPage):
        await talk.kept(talk.leave_out(partial(verbs.no_check, session)))
        return
    await talk.story.pause()
    swaps = isinstance(session.page, ClipPage)
    talk.open(interludes.why_skip(talk, partial(verbs.skip, session), swaps=swaps))


async def _skip_rest(talk: "Conversation", _: str) -> None:
    await talk.story.pause()
    skip = partial(verbs.skip_exercise, talk.session)
    talk.open(interludes.why_skip(talk, skip, swaps=True, rest=True))


async def _swap(talk: "Conversation", _: str) -> None:
    async def without() -> None:
        talk.go_back()

    await talk.story.pause()
    talk.open(interludes.another_story(talk, None, without))


async def _unswap(talk: "Conversation", _: str) -> None:
    await talk.kept(talk.leave_out(partial(swapping.unswap, talk.session)))


async def _stop(talk: "Conversation", _: str) -> None:
    await talk.story.pause()
    talk.open(interludes.stop_here(talk))


async def _hand_over(talk: "Conversation", _: str) -> None:
    talk.handed = not talk.handed
    talk.remark = KeysHanded(his=talk.handed)


# A story


async def _play(talk: "Conversation", _: str) -> None:
    """Play, pause, go on; before one that is read, what was shown is kept."""
    page = talk.session.page
    if isinstance(page, ClipPage):
        await talk.kept(talk.story.play(page))


async def _read(talk: "Conversation", _: str) -> None:
    await talk.kept(talk.story.read())


async def _put_away(talk: "Conversation", _: str) -> None:
    await talk.kept(talk.story.put_away())


def _wish(wish: str) -> Do:
    async def do(talk: "Conversation", _: str) -> None:
        await talk.story.wish(wish)

    return do


def _setting(wish: str) -> Do:
    """Something that holds from now on, and what it is now."""

    async def do(talk: "Conversation", _: str) -> None:
        await talk.story.wish(wish)
        if talk.story.showing:
            talk.remark = NowSet(wish=wish, showing=talk.story.showing)

    return do


async def _at_choice(talk: "Conversation", _: str) -> None:
    talk.remark = StopsAtChoice(stops=talk.story.at_choice())


async def _other_way(talk: "Conversation", _: str) -> None:
    page = talk.session.page
    if isinstance(page, ClipPage):
        await talk.story.pause()
        talk.open(interludes.other_way(talk, page))


async def _own_time(talk: "Conversation", _: str) -> None:
    async def keep() -> None:
        verbs.seen_again(talk.session)

    if isinstance(talk.session.page, ClipPage) and await talk.kept(keep()):
        talk.remark = SeenAgain()


async def _nothing(_: "Conversation", __: str) -> None:
    """A door, or the page read out: for the face itself."""


DO: "dict[Action, Do]" = {
    "next": _next, "yes": _next, "take": _next, "finish": _next, "back": _back,
    "pick": _pick, "pick-number": _pick, "move": _move, "toggle": _toggle, "pass": _pass,
    "keep": _keep, "leave": _keep, "cancel": _cancel,
    "words": _words, "say-back": _say_back, "speak": _nothing,
    "skip": _skip, "not-today": _skip, "skip-rest": _skip_rest, "swap": _swap, "unswap": _unswap,
    "stop": _stop, "hand-over": _hand_over, "keys-back": _hand_over,
    "play": _play, "read-aloud": _play, "pause": _play, "go-on": _play, "play-on": _play,
    "try-again": _play, "read": _read, "put-away": _put_away,
    "ten-back": _wish("back"), "ten-on": _wish("on"),
    "scene-back": _wish("scene-back"), "scene-on": _wish("scene-on"), "again": _wish("again"),
    "slower": _setting("slower"), "faster": _setting("faster"), "captions": _setting("captions"),
    "sooner": _setting("sooner"), "later": _setting("later"), "softer": _setting("softer"),
    "louder": _setting("louder"), "full": _setting("full"), "top": _setting("top"),
    "at-choice": _at_choice, "other-way": _other_way, "own-time": _own_time,
    "private": _nothing, "signs": _nothing, "moves": _nothing,
}  # fmt: skip
