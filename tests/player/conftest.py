"""A display of its own with a window manager, films made on the spot, and reports kept."""

import asyncio
import os
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from srt_tui.domain.showing import Capabilities, Cue, SceneCard, Showing, Story
from srt_tui.player.base import Media, Player
from srt_tui.player.libvlc import LibvlcPlayer
from srt_tui.player.mpv import MpvPlayer
from srt_tui.player.storyboard import StoryboardPlayer

LENGTH = 4.0
PATIENCE = 15.0
HURRY = 4
WINDOW = Capabilities(sound=True, own_window=True)


def needed(*programs: str) -> None:
    """Skip without these programs; on the CI machine they must be there."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing and os.environ.get("CI") != "true":
        pytest.skip(f"needs {', '.join(missing)}")
    assert not missing, missing


class Display:
    """An X display of our own; black where there is no window."""

    def __init__(self, number: str) -> None:
        self.name = f":{number}"
        self.env = {**os.environ, "DISPLAY": self.name}

    def run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.env, capture_output=True, text=True, check=False, timeout=10
        )
        return done.stdout

    def is_blank(self) -> bool:
        """Whether a screenshot of the whole display shows nothing at all."""
        command = ["import", "-window", "root", "-resize", "25%", "-depth", "8", "gray:-"]
        shot = subprocess.run(command, env=self.env, capture_output=True, check=True, timeout=10)
        assert shot.stdout
        return max(shot.stdout) < 16

    def window(self) -> str:
        """The number of the player's window, "" when none is in sight."""
        found = self.run("xdotool", "search", "--onlyvisible", "--name", "^Steady Ground$")
        return found.split()[0] if found.split() else ""

    def press(self, key: str) -> None:
        """A key while the player's window has the keyboard."""
        window = self.window()
        assert window
        self.run("xdotool", "windowactivate", "--sync", window, "key", "--delay", "1", key)

    def close_window(self) -> None:
        """As the close button of the window does; the window manager sends the wish."""
        self.press("alt+F4")


@pytest.fixture(scope="session")
def a_display() -> Iterator[Display]:
    needed("Xvfb", "openbox", "xdotool", "import")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1024x640x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        display = Display(said.readline().strip())
    manager = subprocess.Popen(
        ["openbox"], env=display.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield display
    for process in (manager, server):
        process.terminate()
        process.wait(10)


@pytest.fixture
def display(a_display: Display, monkeypatch: pytest.MonkeyPatch) -> Display:
    monkeypatch.setenv("DISPLAY", a_display.name)
    return a_display


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four bright seconds with a tone."""
    needed("ffmpeg")
    path = tmp_path_factory.mktemp("films") / "plain.mp4"
    pictures = f"testsrc=size=640x360:rate=25:duration={LENGTH}"
    tone = f"sine=frequency=330:duration={LENGTH}"
    subprocess.run(
        f"ffmpeg -v error -f lavfi -i {pictures} -f lavfi -i {tone} -c:v libx264 -g 50"
        f" -preset ultrafast -pix_fmt yuv420p -c:a aac -movflags +faststart {path}".split(),
        check=True,
    )
    return path


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


@pytest.fixture
def media(film: Path) -> Media:
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
        return LibvlcPlayer(seen, WINDOW)
    if name == "mpv":
        needed("mpv")
        return MpvPlayer(seen, WINDOW)
    return StoryboardPlayer(seen, clock=hurried, sleep=hurry)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture(params=["storyboard", "libvlc", "mpv"])
async def player(
    request: pytest.FixtureRequest, display: Display, seen: Seen
) -> AsyncIterator[Player]:
    assert display
    made = make(request.param, seen)
    yield made
    await made.close()


@pytest.fixture(params=["libvlc", "mpv"])
async def windowed(
    request: pytest.FixtureRequest, display: Display, seen: Seen
) -> AsyncIterator[LibvlcPlayer | MpvPlayer]:
    assert display
    made = make(request.param, seen)
    assert isinstance(made, LibvlcPlayer | MpvPlayer)
    yield made
    await made.close()
