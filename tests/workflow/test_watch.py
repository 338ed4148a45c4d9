import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from srt_tui.domain.participant import Preferences
from srt_tui.domain.showing import Showing
from srt_tui.workflow.companion import Companion
from srt_tui.workflow.watch import Theatre
from tests.support.display import needed, virtual_display

PLAIN = Preferences(suits=("captions", "plain"))


@pytest.fixture
async def theatre(companion: Companion, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Theatre]:
    """A theatre without a display: stories are told on this screen."""
    monkeypatch.delenv("DISPLAY", raising=False)
    made = Theatre(companion)
    yield made
    await made.close()
    await made.close()


@pytest.fixture
def film(companion: Companion, tmp_path: Path) -> str:
    """A clip with a recording, in a copy of the clips' folder."""
    needed("ffmpeg")
    folder = tmp_path / "clips" / "clip-f01"
    folder.mkdir(parents=True)
    shutil.copy(companion.clips / "clip-f01" / "captions.vtt", folder)
    subprocess.run(
        ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=c=gray:s=64x36:d=3", "-y",
         "-movflags", "+faststart", str(folder / "plain.mp4")],
        check=True,
    )  # fmt: skip
    companion.clips = tmp_path / "clips"
    return "clip-f01"


async def test_a_story_is_told_and_follows_the_keys(theatre: Theatre) -> None:
    seen: list[Showing] = []
    begun = asyncio.Event()

    def note(showing: Showing) -> None:
        seen.append(showing)
        if showing.ranges:
            begun.set()

    theatre.on_showing = note
    await theatre.open("clip-f04", Preferences())
    assert theatre.is_running
    assert theatre.media is not None
    async with asyncio.timeout(10):
        await begun.wait()
    await theatre.toggle()
    await theatre.toggle()
    assert [s.state for s in seen][-1] == "playing"
    assert "paused" in {showing.state for showing in seen}
    await theatre.pause()
    await theatre.jump(20)
    assert seen[-1].at >= 20
    await theatre.jump(-100)
    assert seen[-1].at < 1
    await theatre.scene(1)
    assert seen[-1].scene == 2
    await theatre.speed(1)
    assert seen[-1].rate == 1.1
    await theatre.captions()
    assert not seen[-1].captions
    await theatre.full()
    await theatre.again()
    assert (seen[-1].state, seen[-1].scene) == ("playing", 1)
    shown = await theatre.stop()
    assert shown is not None
    assert shown.form == "storyboard"
    assert theatre.showing is None
    assert await theatre.stop() is None


async def test_a_second_key_while_a_clip_gets_ready_does_not_pause_it(theatre: Theatre) -> None:
    seen: list[Showing] = []

    def press(showing: Showing) -> None:
        seen.append(showing)
        if len(seen) == 1:
            with pytest.raises(StopIteration):  # done at once: there was nothing to wait for
                theatre.toggle().send(None)

    theatre.on_showing = press
    await theatre.open("clip-f04", Preferences())
    assert seen[0].state == "opening"
    assert seen[-1].state == "playing"


async def test_a_clip_that_is_hidden_while_it_gets_ready_is_not_shown(theatre: Theatre) -> None:
    seen: list[Showing] = []

    def hide(showing: Showing) -> None:
        seen.append(showing)
        if len(seen) == 1:
            with pytest.raises(StopIteration):
                theatre.hide().send(None)

    theatre.on_showing = hide
    await theatre.open("clip-f04", Preferences())
    assert [showing.state for showing in seen] == ["opening", "closed"]
    assert theatre.showing is not None
    assert theatre.showing.hidden
    await theatre.open("clip-f04", Preferences())
    assert theatre.is_running


async def test_hiding_pauses_and_coming_back_stays_paused(theatre: Theatre) -> None:
    await theatre.open("clip-f04", Preferences())
    await theatre.hide()
    assert theatre.showing is not None
    assert theatre.showing.hidden
    await theatre.show()
    assert (theatre.showing.hidden, theatre.showing.state) == (False, "paused")


async def test_keys_without_a_clip_do_nothing(theatre: Theatre) -> None:
    for press in (theatre.toggle, theatre.pause, theatre.again, theatre.captions, theatre.full):
        await press()
    await theatre.jump(10)
    await theatre.scene(1)
    await theatre.speed(1)
    assert theatre.showing is None
    assert not theatre.is_running


async def test_a_recording_goes_to_the_player_that_works_here(theatre: Theatre, film: str) -> None:
    assert theatre.readiness(film, PLAIN).state == "plays"
    assert theatre.readiness("clip-f02", PLAIN).state == "reads"
    await theatre.open(film, PLAIN)
    assert theatre.said.startswith("Clips are told on this screen")
    await theatre.open(film, Preferences())
    assert theatre.showing is not None
    assert theatre.showing.player == "storyboard"


async def test_reading_instead_never_opens_a_window(theatre: Theatre, film: str) -> None:
    await theatre.open(film, PLAIN, read=True)
    assert theatre.said == ""
    assert theatre.is_running


async def test_with_a_display_a_recording_plays_in_a_window_of_its_own(
    companion: Companion, film: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with virtual_display() as display:
        monkeypatch.setenv("DISPLAY", display.name)
        theatre = Theatre(companion)
        await theatre.open(film, PLAIN)
        assert theatre.showing is not None
        assert theatre.showing.player == "libvlc"
        await theatre.open(film, PLAIN)
        assert theatre.is_running
        shown = await theatre.stop()
        assert shown is None or shown.form == "plain"
        theatre.on_showing = None
        await theatre.close()
