"""The same stories over every player: what the session screen may count on."""

from typing import Any

import msgspec
import pytest

from srt_tui.domain.played import coverage
from srt_tui.player.base import Media, Player


async def test_a_clip_plays_to_its_end_with_words_and_scenes_and_was_shown_whole(
    player: Player, media: Media, seen: Any
) -> None:
    await player.open(media)
    assert seen.last.state == "playing"
    assert seen.all[0].state == "opening"
    assert {now.player for now in seen.all} == {player.name}
    end = await seen.state("ended")
    assert end.length == pytest.approx(4.0, abs=0.1)
    assert coverage(end.ranges, end.length) > 0.85
    assert len(end.ranges) == 1
    said = list(dict.fromkeys(now.caption for now in seen.all if now.caption))
    assert said == ["Words 0", "Words 1", "Words 2", "Words 3"]
    assert [now.scene for now in seen.all] == sorted(now.scene for now in seen.all)
    assert end.scene == 2


async def test_paused_it_stands_still_and_nothing_more_counts_as_shown(
    player: Player, media: Media, seen: Any
) -> None:
    await player.open(media)
    await seen.until(lambda now: now.at > 0.4)
    await player.pause()
    paused = seen.last
    assert paused.state == "paused"
    await player.captions(False)  # answered after all that the player had to say before
    await player.captions(True)
    assert seen.last == paused
    assert paused.ranges[-1].end == pytest.approx(paused.at, abs=0.3)
    await player.play()
    on = await seen.until(lambda now: now.at > paused.at + 0.3)
    assert on.state == "playing"


async def test_a_jump_is_not_shown_and_a_replay_is_a_range_of_its_own(
    player: Player, media: Media, seen: Any
) -> None:
    await player.open(media)
    await seen.until(lambda now: now.at > 0.5)
    await player.seek(2.5)
    await seen.until(lambda now: now.at > 2.9)
    await player.seek(0)
    await seen.until(lambda now: 0.4 < now.at < 2)
    await player.pause()
    first, second, third = seen.last.ranges
    assert first.start < 0.3
    assert first.end < 1.5
    assert 2.2 < second.start < second.end < 3.8
    assert third.start < 0.3


async def test_seeking_while_paused_stays_paused(player: Player, media: Media, seen: Any) -> None:
    await player.open(media)
    await player.pause()
    await player.seek(2.2)
    assert (seen.last.state, seen.last.at, seen.last.scene) == ("paused", 2.2, 2)
    await player.seek(99)
    assert seen.last.at == pytest.approx(4.0, abs=0.1)


async def test_a_jump_beyond_the_end_is_the_end(player: Player, media: Media, seen: Any) -> None:
    for _ in range(3):
        await player.open(media)
        await seen.until(lambda now: now.at > 0.2)
        await player.seek(99)
        end = await seen.until(lambda now: now.over)
        assert (end.state, end.reason, end.at) == ("ended", "", end.length)


async def test_beyond_the_end_once_more_it_is_still_the_end(
    player: Player, media: Media, seen: Any
) -> None:
    await player.open(media, start=3.2)
    await seen.state("ended")
    await player.seek(99)
    end = await seen.until(lambda now: now.over)
    assert (end.state, end.reason) == ("ended", "")
    await player.seek(1)
    now = await seen.state("playing")
    assert now.at < 2


async def test_it_can_start_in_the_middle(player: Player, media: Media, seen: Any) -> None:
    await player.open(media, start=2.0)
    await seen.until(lambda now: now.at > 2.3)
    await player.stop()
    assert seen.last.state == "closed"
    assert all(each.start > 1.7 for each in seen.last.ranges)


async def test_speed_and_captions_hold_and_carry_over_to_the_next_clip(
    player: Player, media: Media, seen: Any
) -> None:
    await player.open(media)
    await player.rate(1.25)
    await player.captions(False)
    await seen.until(lambda now: now.at > 1)
    await player.open(msgspec.structs.replace(media, clip="clip-f02"))
    now = await seen.until(lambda now: now.at > 0.7)
    assert (now.clip, now.rate, now.captions) == ("clip-f02", 1.25, False)
    assert {each.rate for each in now.ranges} == {1.25}


async def test_after_the_end_play_starts_again(player: Player, media: Media, seen: Any) -> None:
    await player.open(media, start=3.2)
    await seen.state("ended")
    await player.play()
    now = await seen.until(lambda now: now.state == "playing" and now.at > 0.3)
    assert now.at < 2
    assert len(now.ranges) == 2


async def test_hidden_it_is_paused_and_shown_again_still_paused(
    player: Player, media: Media, seen: Any
) -> None:
    await player.open(media)
    await player.hide()
    assert (seen.last.state, seen.last.hidden) == ("paused", True)
    await player.show()
    assert (seen.last.state, seen.last.hidden) == ("paused", False)
    await player.hide()
    await player.play()
    assert (seen.last.state, seen.last.hidden) == ("playing", False)


async def test_commands_without_a_clip_do_nothing(player: Player, seen: Any) -> None:
    await player.play()
    await player.pause()
    await player.seek(3)
    await player.full(True)
    await player.hide()
    await player.show()
    await player.delay(100)
    await player.volume(50)
    await player.stop()
    await player.close()
    await player.close()
    assert seen.all == []


async def test_a_second_clip_replaces_the_first(player: Player, media: Media, seen: Any) -> None:
    await player.open(media)
    await seen.until(lambda now: now.at > 0.3)
    await player.open(msgspec.structs.replace(media, clip="clip-f02"))
    assert (seen.last.clip, seen.last.state, seen.last.ranges) == ("clip-f02", "playing", ())
