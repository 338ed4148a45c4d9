import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Literal

import pytest

from srt_tui.domain.entry import ClipShown, Rewatched
from srt_tui.domain.pages import ClipPage, SayPage
from srt_tui.domain.participant import Preferences
from srt_tui.domain.playback import Capabilities, Showing
from srt_tui.domain.ways import Way
from srt_tui.player.base import OnShowing
from srt_tui.player.choose import Chosen, choose
from srt_tui.settings import Settings
from srt_tui.workflow.deliver import theatre as theatres
from srt_tui.workflow.deliver import verbs
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.theatre import Theatre
from srt_tui.workflow.workspace import Workspace
from tests.support.display import Display, virtual_display
from tests.support.films import write_film
from tests.support.parts import is_here, needed

PLAIN = Preferences(suits=("captions", "plain"))


@pytest.fixture
async def theatre(workspace: Workspace) -> AsyncIterator[Theatre]:
    """A theatre without a window: stories are told on this screen."""
    workspace.settings = Settings(player="storyboard")
    made = Theatre(workspace)
    yield made
    await made.close()
    await made.close()


def record(film: Path, seconds: int) -> None:
    """A grey film, or the shell of one where there is no ffmpeg: to be told, not to be played."""
    if not is_here("ffmpeg"):
        write_film(film, seconds)
        return
    subprocess.run(
        ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", f"color=c=gray:s=64x36:d={seconds}", "-y",
         "-movflags", "+faststart", str(film)],
        check=True,
    )  # fmt: skip


@pytest.fixture
def film(workspace: Workspace, tmp_path: Path) -> str:
    """A clip with a recording, in a copy of the clips' folder."""
    folder = tmp_path / "clips" / "clip-f01"
    folder.mkdir(parents=True)
    shutil.copy(workspace.clips / "clip-f01" / "captions.vtt", folder)
    record(folder / "plain.mp4", 3)
    workspace.clips = tmp_path / "clips"
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
    await theatre.wish("on")
    await theatre.wish("on")
    assert seen[-1].at >= 20
    for _ in range(3):
        await theatre.wish("back")
    assert seen[-1].at < 1
    await theatre.wish("scene-on")
    assert seen[-1].scene == 2
    await theatre.wish("faster")
    assert seen[-1].rate == 1.1
    await theatre.wish("captions")
    assert not seen[-1].captions
    await theatre.wish("full")
    await theatre.wish("top")
    await theatre.wish("again")
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
    await theatre.toggle()
    await theatre.pause()
    for wish in ("again", "on", "scene-on", "faster", "captions", "full"):
        await theatre.wish(wish)
    assert theatre.showing is None
    assert not theatre.is_running


async def test_a_recording_goes_to_the_player_that_works_here(theatre: Theatre, film: str) -> None:
    assert theatre.readiness(film, PLAIN).state == "plays"
    assert theatre.readiness("clip-f02", PLAIN).state == "reads"
    await theatre.open(film, PLAIN)
    assert theatre._projector.said.startswith("Clips are told on this screen")
    await theatre.open(film, Preferences())
    assert theatre.showing is not None
    assert theatre.showing.player == "storyboard"


async def test_before_the_session_a_clip_says_that_it_is_read_and_why(
    theatre: Theatre, film: str
) -> None:
    ready = await theatre.look(film, PLAIN)
    assert (ready.state, ready.reason) == ("reads", "Stories are told on this screen.")
    ready = await theatre.look("clip-f02", PLAIN)
    assert ready.reason == "There is no recording here."


async def test_without_a_display_it_says_so_before_the_session(
    workspace: Workspace, film: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    ready = await Theatre(workspace).look(film, PLAIN)
    assert ready.state == "reads"
    assert ready.reason


async def test_told_on_this_screen_by_wish_never_opens_a_window(
    theatre: Theatre, film: str
) -> None:
    await theatre.open(film, PLAIN, Way(form="storyboard"))
    assert theatre._projector.said == ""
    assert theatre.is_running


@pytest.fixture
def at_choice(workspace: Workspace, tmp_path: Path) -> str:
    """A film of four seconds with what is said before the choice in the first half."""
    clip = workspace.pack.clips["clip-f05"]
    assert clip.choice
    folder = tmp_path / "clips" / clip.id
    folder.mkdir(parents=True)
    before = " ".join(line.text for line in clip.lines[: clip.choice])
    after = " ".join(line.text for line in clip.lines[clip.choice :])
    (folder / "captions.vtt").write_text(
        f"WEBVTT\n\n00:00.200 --> 00:01.300\n{before}\n\n00:02.000 --> 00:03.800\n{after}\n",
        encoding="utf-8",
    )
    record(folder / "plain.mp4", 4)
    workspace.clips = tmp_path / "clips"
    return clip.id


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    needed("libvlc", "tkinter", "mpv", "ffmpeg")
    with virtual_display() as shown:
        yield shown


@pytest.mark.parametrize("player", ["storyboard", "libvlc", "mpv"])
async def test_a_story_stops_once_at_its_choice_point_where_that_is_wished(
    workspace: Workspace,
    at_choice: str,
    player: Literal["storyboard", "libvlc", "mpv"],
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if player != "storyboard":
        monkeypatch.setenv("DISPLAY", request.getfixturevalue("display").name)
    workspace.settings = Settings(player=player, stop_at_choice=True)
    theatre, changed = Theatre(workspace), asyncio.Event()
    theatre.on_showing = lambda _: changed.set()

    async def until(state: str) -> Showing:
        async with asyncio.timeout(15):
            while not theatre.showing or theatre.showing.state != state:
                changed.clear()
                await changed.wait()
        return theatre.showing

    await theatre.open(at_choice, PLAIN)
    assert not theatre.at_choice
    stopped = await until("paused")
    assert stopped.player == player
    assert stopped.at == pytest.approx(1.7, abs=0.35)
    assert stopped.caption == ""
    assert theatre.at_choice
    await theatre.toggle()
    await until("playing")
    ended = await until("ended")
    assert len(ended.ranges) == 2
    await theatre.close()


async def test_jumped_over_or_not_wished_it_does_not_stop(theatre: Theatre, at_choice: str) -> None:
    paused: list[Showing] = []
    done = asyncio.Event()

    def note(showing: Showing) -> None:
        if showing.state == "paused":
            paused.append(showing)
        if showing.at > 2.5:
            done.set()

    theatre.on_showing = note
    theatre.stops_at_choice = True
    await theatre.open(at_choice, PLAIN)
    await theatre.wish("scene-on")
    async with asyncio.timeout(15):
        await done.wait()
    assert paused == []
    theatre.stops_at_choice = False
    await theatre.pause()
    assert not theatre.at_choice


async def test_a_story_begun_while_the_player_is_looked_for_keeps_its_keys(
    workspace: Workspace, film: str, display: Display, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display.name)
    asked, last = list[str | None](), asyncio.Event()

    async def slow_at_first(wanted: str | None, on_showing: OnShowing) -> Chosen:
        asked.append(wanted)
        chosen = await choose(wanted, on_showing)
        if len(asked) == 1:
            await last.wait()
        return chosen

    monkeypatch.setattr(theatres, "choose", slow_at_first)
    theatre = Theatre(workspace)
    looking = asyncio.create_task(theatre.look(film, PLAIN))
    opening = asyncio.create_task(theatre.open(film, PLAIN))
    await asyncio.wait([opening], timeout=2)  # a second choice would come first and be replaced
    last.set()
    async with asyncio.timeout(15):
        await asyncio.gather(looking, opening)
    await theatre.toggle()
    assert theatre.showing is not None
    assert theatre.showing.state == "paused"
    assert len(asked) == 1
    await theatre.close()


async def test_what_was_set_for_one_clip_holds_for_the_next(theatre: Theatre) -> None:
    seen: list[Showing] = []
    theatre.on_showing = seen.append
    await theatre.open("clip-f04", Preferences(suits=("captions",)))
    await theatre.wish("captions")
    await theatre.open("clip-f05", Preferences(suits=("captions",)))
    assert not seen[-1].captions
    assert {showing.clip for showing in seen[-2:]} == {"clip-f05"}


async def test_his_own_words_are_told_and_kept_so(theatre: Theatre) -> None:
    begun = asyncio.Event()
    theatre.on_showing = lambda now: begun.set() if now.ranges else None
    his = Preferences(version="no-substance")
    assert theatre.readiness("clip-e04", his).state == "reads"
    await theatre.open("clip-e04", his)
    async with asyncio.timeout(10):
        await begun.wait()
    assert theatre.media is not None
    assert theatre.story("clip-e04").cues[0].text.startswith("Draw Tomasz")
    assert theatre.story("clip-e04", "as-written").cues[0].text.startswith("Draw Danny")
    assert theatre.capabilities == Capabilities()
    shown = await theatre.stop()
    assert shown is not None
    assert (shown.form, shown.version) == ("storyboard", "no-substance")
    assert Way(form="transcript", version="no-substance") in theatre.ways("clip-e04")


async def test_the_sound_of_a_clip_is_moved_here_from_then_on(
    workspace: Workspace, film: str, display: Display, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("DISPLAY", display.name)
    workspace.sound = tmp_path / "sound.json"
    for player in ("libvlc", "mpv"):
        workspace.settings = Settings(player=player)
        theatre = Theatre(workspace)
        await theatre.open(film, PLAIN)
        assert theatre.showing is not None
        before = theatre.showing.delay_ms
        await theatre.wish("later")
        assert theatre.showing.delay_ms == before + 50
        await theatre.stop()
        theatre._sound.keep(film, before + 100)
        await theatre.open(film, PLAIN)
        assert theatre.showing.delay_ms == before + 100
        await theatre.wish("sooner")
        await theatre.close()
    assert before == 50


def page(live: LiveSession, kind: type) -> None:
    live.go(next(place for place, each in enumerate(live.pages) if isinstance(each, kind)))


def test_what_was_shown_and_what_he_saw_at_home_are_kept(live: LiveSession) -> None:
    def shown() -> None:
        verbs.clip_shown(live, "transcript", length=60, version="no-substance")

    page(live, SayPage)
    shown()
    verbs.seen_again(live)
    assert not [e for e in live.entries() if isinstance(e, ClipShown | Rewatched)]
    page(live, ClipPage)
    shown()
    verbs.seen_again(live)
    one, two = [e for e in live.entries() if isinstance(e, ClipShown | Rewatched)]
    assert isinstance(one, ClipShown)
    assert (one.form, one.version) == ("transcript", "no-substance")
    assert isinstance(two, Rewatched)
    assert two.clip == one.clip


async def test_with_a_display_a_recording_plays_in_a_window_of_its_own(
    workspace: Workspace, film: str, display: Display, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display.name)
    theatre = Theatre(workspace)
    assert (await theatre.look(film, PLAIN)).state == "plays"
    await theatre.open(film, PLAIN)
    assert theatre.showing is not None
    assert theatre.showing.player == "libvlc"
    await theatre.open(film, PLAIN)
    assert theatre.is_running
    shown = await theatre.stop()
    assert shown is None or shown.form == "plain"
    theatre.on_showing = None
    await theatre.close()


async def test_a_player_is_looked_for_once() -> None:
    projector_here = theatres.Projector("storyboard", lambda _: None)
    assert not await projector_here.works()
    assert not await projector_here.works()
    assert projector_here.said == "Clips are told on this screen, scene by scene."
    await projector_here.close()
