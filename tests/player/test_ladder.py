"""Clips with a recording play in the window, the others are told on the screen."""

from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from srt_tui.domain.playback import Capabilities
from srt_tui.player.base import Media
from srt_tui.player.ladder import Ladder
from srt_tui.player.libvlc import LibvlcPlayer


@pytest.fixture
async def ladder(display: Any, seen: Any) -> AsyncIterator[Ladder]:
    assert display
    made = Ladder(seen, lambda report: LibvlcPlayer(report, Capabilities(sound=True)))
    yield made
    await made.close()


async def test_each_clip_is_told_by_the_player_that_suits_it(
    ladder: Ladder, media: Media, seen: Any
) -> None:
    untold = msgspec.structs.replace(media, clip="clip-f02", path=None)
    await ladder.open(media)
    assert (seen.last.player, seen.last.state) == ("libvlc", "playing")
    await ladder.rate(1.25)
    await ladder.open(untold)
    assert (seen.last.player, seen.last.state, seen.last.rate) == ("storyboard", "playing", 1.25)
    closed = [now for now in seen.all if now.state == "closed"]
    assert [now.player for now in closed] == ["libvlc"]
    await ladder.pause()
    await ladder.seek(2.0)
    await ladder.play()
    await ladder.captions(False)
    assert (seen.last.player, seen.last.captions) == ("storyboard", False)
    await ladder.hide()
    await ladder.show()
    await ladder.stop()
    await ladder.open(media)
    assert (seen.last.player, seen.last.rate, seen.last.captions) == ("libvlc", 1.25, False)


async def test_settings_of_the_window_are_kept_while_a_story_is_told_here(
    ladder: Ladder, media: Media, seen: Any
) -> None:
    await ladder.open(msgspec.structs.replace(media, path=None))
    await ladder.larger(True)
    await ladder.delay(150)
    await ladder.volume(60)
    await ladder.full(True)
    assert {now.player for now in seen.all} == {"storyboard"}
    await ladder.open(media)
    assert (seen.last.larger, seen.last.delay_ms, seen.last.volume) == (True, 150, 60)
    assert ladder.name == "libvlc"
    assert ladder.capabilities.sound
