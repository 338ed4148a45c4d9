"""A player is chosen by trying; falling back goes downwards only and is said."""

import asyncio
import contextlib
import itertools
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from srt_tui.player.choose import choose, probe
from srt_tui.player.storyboard import StoryboardPlayer
from srt_tui.player.windowed import WindowedPlayer
from tests.support.parts import needed


def ignore(_: object) -> None:
    """Nobody listens."""


def stub(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, source: str) -> None:
    """A module of this name that the probing child finds first."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(source, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder) + os.pathsep + os.environ["PYTHONPATH"])


@pytest.mark.parametrize(
    ("wanted", "got"),
    [(None, "libvlc"), ("mpv", "mpv"), ("storyboard", "storyboard"), ("vhs", "libvlc")],
)
async def test_the_wanted_player_is_used_where_it_works(
    request: pytest.FixtureRequest, wanted: str | None, got: str
) -> None:
    if got != "storyboard":
        needed("libvlc", "tkinter", "mpv")
        request.getfixturevalue("display")
    chosen = await choose(wanted, ignore)
    assert chosen.player.name == got
    assert chosen.why_not == ()
    assert isinstance(chosen.player, StoryboardPlayer if got == "storyboard" else WindowedPlayer)


async def test_what_was_found_names_versions(display: Any) -> None:
    assert display
    needed("libvlc", "tkinter", "mpv")
    libvlc, mpv, storyboard = await probe()
    assert (libvlc.player, mpv.player, storyboard.player) == ("libvlc", "mpv", "storyboard")
    assert libvlc.version.startswith("3.")
    assert mpv.version


async def test_without_a_display_stories_are_told_on_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    chosen = await choose(None, ignore)
    assert chosen.player.name == "storyboard"
    assert len(chosen.why_not) == 2
    assert chosen.said.startswith("Clips are told on this screen")


@contextlib.contextmanager
def dumb_display(answer: str) -> Iterator[str]:
    """The name of a display where nobody listens, somebody hangs up, or says nothing at all."""
    folder = Path("/tmp/.X11-unix")  # noqa: S108 - where X looks
    folder.mkdir(exist_ok=True)
    number = next(n for n in itertools.count(7100) if not (folder / f"X{n}").exists())
    if answer == "nobody":
        yield f":{number}"
        return
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / f"X{number}"))
        server.listen()
        try:
            if answer == "refusal":
                threading.Thread(target=hang_up, args=(server,), daemon=True).start()
            yield f":{number}"
        finally:
            (folder / f"X{number}").unlink()
            server.shutdown(socket.SHUT_RDWR)


def hang_up(server: socket.socket) -> None:
    """On whoever calls, until nobody can."""
    with contextlib.suppress(OSError):
        while True:
            server.accept()[0].close()


@pytest.mark.parametrize("answer", ["nobody", "refusal", "silence"])
async def test_a_display_that_does_not_answer_is_no_display(
    monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    needed("mpv", "libvlc")
    monkeypatch.setattr("srt_tui.player.choose._LIMIT", 1.5)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with dumb_display(answer) as name:
        monkeypatch.setenv("DISPLAY", name)
        chosen = await choose(None, ignore)
    assert chosen.player.name == "storyboard"
    assert set(chosen.why_not) == {"There is no display for a window here."}


async def test_a_fallback_never_climbs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    chosen = await choose("mpv", ignore)
    assert chosen.player.name == "storyboard"
    assert chosen.why_not == ("mpv is not installed.",)


async def test_without_vlc_mpv_is_next(
    display: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert display
    needed("mpv")
    stub(tmp_path / "stub", monkeypatch, "vlc", "raise NotImplementedError")
    chosen = await choose(None, ignore)
    assert chosen.player.name == "mpv"
    assert chosen.why_not == ("VLC is not installed.",)


@pytest.mark.parametrize(
    ("module", "source", "why", "parts"),
    [
        ("vlc", "raise SystemExit(1)", "VLC is not installed.", ()),
        ("vlc", "import os; os.abort()", "VLC did not answer when it was tried.", ("Xvfb",)),
        (
            "vlc",
            "Instance = lambda options: None",
            "VLC is installed, but its plugins are not.",
            (),
        ),
        (
            "tkinter",
            "raise ImportError",
            "VLC needs tkinter (Debian: python3-tk) for a window.",
            ("Xvfb", "libvlc"),
        ),
    ],
)
async def test_why_vlc_is_passed_over_is_said_plainly(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    source: str,
    why: str,
    parts: tuple[str, ...],
) -> None:
    needed(*parts)
    if "Xvfb" in parts:
        request.getfixturevalue("display")
    stub(tmp_path / "stub", monkeypatch, module, source)
    found = (await probe())[0]
    assert not found.usable
    assert found.why == why


async def test_a_probe_that_hangs_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("srt_tui.player.choose._LIMIT", 0.5)
    stub(tmp_path / "stub", monkeypatch, "vlc", "import time; time.sleep(60)")
    mpv = tmp_path / "mpv"
    mpv.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    mpv.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
    begun = time.monotonic()
    libvlc, found, _ = await probe()
    assert time.monotonic() - begun < 30
    assert not libvlc.usable
    assert not found.usable


async def test_a_program_that_will_not_start_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mpv").write_bytes(b"\x00\x01 no program")
    (tmp_path / "mpv").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (await probe())[1].why == "mpv does not start."


async def test_on_a_mac_mpv_comes_first_and_vlc_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    needed("mpv")
    monkeypatch.setattr(sys, "platform", "darwin")
    first, second, _ = await probe()
    assert (first.player, first.usable) == ("mpv", True)
    assert (second.player, second.usable) == ("libvlc", False)


async def test_on_windows_mpv_is_left_alone(display: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert display
    needed("mpv")
    real = await probe()
    monkeypatch.setattr(sys, "platform", "win32")
    assert real[1].usable
    assert not (await asyncio.wait_for(probe(), 20))[1].usable
