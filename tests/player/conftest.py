"""A display of its own with a window manager, films made on the spot, and reports kept."""

import asyncio
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from srt_tui.domain.playback import Cue, SceneCard, Showing, Story
from srt_tui.player.base import Media, Player
from srt_tui.player.libvlc import LibvlcEngine
from srt_tui.player.mpv import MpvEngine
from srt_tui.player.storyboard import StoryboardPlayer
from srt_tui.player.windowed import WindowedPlayer
from tests.support.display import Display, virtual_display
from tests.support.once import made_once
from tests.support.parts import needed

LENGTH = 4.0
PATIENCE = 15.0
HURRY = 4


@pytest.fixture(scope="session")
def a_display() -> Iterator[Display]:
    with virtual_display() as display:
        yield display


@pytest.fixture
def display(a_display: Display, monkeypatch: pytest.MonkeyPatch) -> Display:
    monkeypatch.setenv("DISPLAY", a_display.name)
    return a_display


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four bright seconds with a tone."""
    needed("ffmpeg")
    return made_once(tmp_path_factory, "films", _film) / "plain.mp4"


def _film(folder: Path) -> None:
    path = folder / "plain.mp4"
    pictures = f"testsrc=size=640x360:rate=25:duration={LENGTH}"
    tone = f"sine=frequency=330:duration={LENGTH}"
    subprocess.run(
        f"ffmpeg -v error -f lavfi -i {pictures} -f lavfi -i {tone} -c:v libx264 -g 50"
        f" -preset ultrafast -pix_fmt yuv420p -c:a aac -movflags +faststart {path}".split(),
        check=True,
    )


STORY = Story(
    cues=tuple(
        Cue(start=n, end=n + 0.9, text=f"Words {n}", speaker="NARRATOR", scene=n // 2 + 1)
        for n in range(4)
    ),
    scenes=(
        SceneCard(number=1, start=0, picture="A gate", words="One small step"),
        SceneCard(number=2, start=2, picture="A road", words="His choice"),
    ),
    length=LENGTH,
)


NO_CHOICE = SimpleNamespace(params={})


@pytest.fixture
def media(request: pytest.FixtureRequest) -> Media:
    """A story with a recording, but for the one player that needs none."""
    told = "storyboard" in getattr(request.node, "callspec", NO_CHOICE).params.values()
    film = None if told else request.getfixturevalue("film")
    return Media(clip="clip-f01", story=STORY, path=film)


class Seen:
    """Every report, in order."""

    def __init__(self) -> None:
        self.all: list[Showing] = []

    def __call__(self, showing: Showing) -> None:
        self.all.append(showing)

    @property
    def last(self) -> Showing:
        return self.all[-1]

    async def until(self, true: Callable[[Showing], bool]) -> Showing:
        """Wait until the latest report is so."""
        end = time.monotonic() + PATIENCE
        while not (self.all and true(self.last)):
            assert time.monotonic() < end, self.all[-3:]
            await asyncio.sleep(0.01)
        return self.last

    async def wait(self, true: Callable[[], bool]) -> None:
        """Wait until something else is so."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end
            await asyncio.sleep(0.02)

    async def state(self, wanted: str) -> Showing:
        return await self.until(lambda now: now.state == wanted)


def hurried() -> float:
    """A clock four times as fast, for a player that needs no machine."""
    return time.monotonic() * HURRY


async def hurry(seconds: float) -> None:
    await asyncio.sleep(seconds / HURRY)


def make(name: str, seen: Callable[[Showing], None]) -> Player:
    if name == "libvlc":
        needed("libvlc", "tkinter")
        return WindowedPlayer(LibvlcEngine(), seen)
    if name == "mpv":
        needed("mpv")
        return WindowedPlayer(MpvEngine(), seen)
    return StoryboardPlayer(seen, clock=hurried, sleep=hurry)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture(params=["storyboard", "libvlc", "mpv"])
async def player(request: pytest.FixtureRequest, seen: Seen) -> AsyncIterator[Player]:
    if request.param != "storyboard":
        request.getfixturevalue("display")
    made = make(request.param, seen)
    yield made
    await made.close()


@pytest.fixture(params=["libvlc", "mpv"])
async def windowed(
    request: pytest.FixtureRequest, display: Display, seen: Seen
) -> AsyncIterator[WindowedPlayer]:
    assert display
    made = make(request.param, seen)
    assert isinstance(made, WindowedPlayer)
    yield made
    await made.close()
