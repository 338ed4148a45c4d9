"""The same letters whichever player shows them."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from srt_tui.domain.captions import shown_as
from srt_tui.domain.playback import Cue
from srt_tui.player.base import Media
from srt_tui.player.mpv import MpvEngine
from srt_tui.player.windowed import WindowedPlayer
from tests.support.parts import needed

PATIENCE = 30.0
LETTERS = 100
ODD = (
    "Steady. Kind.",
    "<b>Not</b> bold, <3 and 2 > 1",
    "A back\\Nslash, \\h and \\\\",
    "Tea &amp; toast & &lt;",
    "-- > and --> an arrow",
    "Zażółć “gęślą” jaźń ’ – … é",
)


@pytest.fixture
async def mpv(display: Any, seen: Any) -> AsyncIterator[WindowedPlayer]:
    assert display
    needed("mpv")
    player = WindowedPlayer(MpvEngine(), seen)
    yield player
    await player.close()


def saying(media: Media, words: str) -> Media:
    story = msgspec.structs.replace(media.story, cues=(Cue(start=0, end=4, text=words),))
    return msgspec.structs.replace(media, story=story)


@pytest.mark.parametrize("words", ODD)
async def test_mpv_shows_what_the_others_show(
    mpv: WindowedPlayer, media: Media, words: str
) -> None:
    await mpv.open(saying(media, words))
    await mpv.pause()
    wire = mpv._process._wire
    assert wire
    said = await wire.ask("get_property", "sub-text")
    assert said.replace("\u2060", "") == shown_as(Cue(start=0, end=4, text=words))


async def test_braces_are_drawn_and_not_obeyed(
    mpv: WindowedPlayer, media: Media, display: Any
) -> None:
    await mpv.open(saying(media, "{\\an8} {y:i} {i} {\\fad(0,9)}"))
    await mpv.pause()

    async def lowest(*, captions: bool) -> bytes:
        await mpv.captions(captions)
        wide, high, pixels = await asyncio.to_thread(display.shot, display.window())
        return bytes(pixels[wide * int(high * 0.85) :])

    different = 0
    async with asyncio.timeout(PATIENCE):
        while different < LETTERS:  # the window is drawn by another process, a little later
            pair = zip(await lowest(captions=True), await lowest(captions=False), strict=False)
            different = sum(one != two for one, two in pair)
