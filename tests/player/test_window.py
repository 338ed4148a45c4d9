"""Inside the player's own window: the same keys as on the session screen, and Hide."""

import asyncio
from typing import Any

import pytest
from msgspec.structs import asdict

from srt_tui.player.base import Media
from srt_tui.player.keys import MPV_KEYS, TK_KEYS
from srt_tui.player.windowed import WindowedPlayer


async def test_he_can_pause_go_back_and_on_and_turn_captions_round(
    windowed: WindowedPlayer, media: Media, seen: Any, display: Any
) -> None:
    await windowed.open(media, start=1.0)
    await asyncio.to_thread(display.press, "space")
    await seen.state("paused")
    await asyncio.to_thread(display.press, "Next")
    await seen.until(lambda now: now.at == 2)
    await asyncio.to_thread(display.press, "Up")
    await seen.until(lambda now: now.at == 0)
    await asyncio.to_thread(display.press, "c")
    await seen.until(lambda now: now.captions and now.larger)
    await asyncio.to_thread(display.press, "c")
    await seen.until(lambda now: not now.captions)
    await asyncio.to_thread(display.press, "c")
    await seen.until(lambda now: now.captions)
    await asyncio.to_thread(display.press, "a")
    await seen.state("playing")


SETS = (
    ("bracketleft", {"rate": 0.9}), ("equal", {"rate": 1.0}), ("c", {"larger": True}),
    ("j", {"delay_ms": -50}), ("k", {"delay_ms": 0}), ("9", {"volume": 90}),
    ("0", {"volume": 100}), ("t", {"on_top": False}),
)  # fmt: skip


async def test_what_holds_can_be_set_by_the_keys_of_the_session_screen(
    windowed: WindowedPlayer, media: Media, seen: Any, display: Any
) -> None:
    await windowed.open(media)
    await windowed.pause()
    for key, wanted in SETS:
        await asyncio.to_thread(display.press, key)
        await seen.until(lambda now, wanted=wanted: asdict(now) | wanted == asdict(now))
    await windowed.open(media)
    now = seen.last
    assert (now.larger, now.on_top, now.volume) == (True, False, 100)


@pytest.mark.parametrize("on", [True, False])
async def test_on_top_or_not_is_what_the_display_was_told(
    windowed: WindowedPlayer, media: Media, seen: Any, display: Any, *, on: bool
) -> None:
    def above() -> bool:
        state = display.run("xprop", "-id", display.window(), "_NET_WM_STATE")
        return "_NET_WM_STATE_ABOVE" in state

    await windowed.top(on)
    await windowed.open(media)
    await seen.wait(lambda: bool(display.window()) and above() is on)
    await windowed.top(not on)
    await seen.wait(lambda: above() is not on)


@pytest.mark.parametrize("key", ["F9", "ctrl+l"])
async def test_hide_in_the_window_clears_the_display_at_once(
    windowed: WindowedPlayer, media: Media, seen: Any, display: Any, key: str
) -> None:
    await windowed.open(media)
    await seen.wait(lambda: not display.is_blank())
    await asyncio.to_thread(display.press, key)
    now = await seen.until(lambda now: now.hidden)
    assert now.state == "paused"
    await seen.wait(display.is_blank)
    await windowed.show()
    await seen.wait(lambda: not display.is_blank())
    assert seen.last.state == "paused"


async def test_escape_in_the_window_puts_the_clip_away(
    windowed: WindowedPlayer, media: Media, seen: Any, display: Any
) -> None:
    await windowed.open(media)
    await asyncio.to_thread(display.press, "Escape")
    await seen.state("closed")
    await seen.wait(display.is_blank)


async def test_full_screen_comes_and_goes_with_the_clip(
    windowed: WindowedPlayer, media: Media, seen: Any, display: Any
) -> None:
    def wide() -> int:
        shape = display.run("xdotool", "getwindowgeometry", "--shell", display.window())
        return int(shape.split("WIDTH=")[1].split()[0]) if "WIDTH=" in shape else 0

    await windowed.open(media)
    await seen.wait(lambda: 0 < wide() < 1024)
    await asyncio.to_thread(display.press, "f")
    await seen.wait(lambda: wide() == 1024)
    await seen.until(lambda now: now.full)
    await windowed.stop()
    assert not seen.last.full
    await windowed.open(media)
    await seen.wait(lambda: 0 < wide() < 1024)


async def test_the_window_says_nothing_but_the_name_of_the_pack(
    windowed: WindowedPlayer, media: Media, display: Any
) -> None:
    await windowed.open(media)
    names = display.run("xdotool", "search", "--onlyvisible", "--name", ".*").split()
    titles = {display.run("xdotool", "getwindowname", name).strip() for name in names}
    assert "Steady Ground" in titles
    assert not [title for title in titles if "plain" in title or "clip" in title.lower()]


async def test_after_the_end_the_window_is_gone(
    windowed: WindowedPlayer, media: Media, seen: Any, display: Any
) -> None:
    await windowed.open(media, start=3.0)
    await seen.state("ended")
    await seen.wait(display.is_blank)


def test_both_players_know_the_same_wishes() -> None:
    assert list(TK_KEYS.values()) == list(MPV_KEYS.values())
