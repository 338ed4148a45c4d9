"""Figures of the players on a display of their own: `name value gate` lines, exit 1 below a gate.

Everything compared runs in one run, interleaved; a figure is the median over rounds of the ratio
within a round. Needs Xvfb, openbox, ffmpeg, xwd, xdotool, mpv and VLC.
"""

import asyncio
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from srt_tui.domain.playback import Showing, Story
from srt_tui.player import libvlc
from srt_tui.player.base import Media
from srt_tui.player.engine import Listener
from srt_tui.player.mpv import MpvEngine
from srt_tui.player.windowed import WindowedPlayer

ROUNDS = 9
HIDES = 20
SETTLED = 0.7

BARE_VLC = """
import sys, tkinter, vlc
options = ["--no-video-title-show", "--quiet", "--no-spu"]
player = vlc.Instance(options).media_player_new(sys.argv[1])
window = tkinter.Tk()
window.geometry("768x432")
window.bind("<space>", lambda event: player.set_pause(1))
window.update()
player.set_xwindow(window.winfo_id())
kinds, events = vlc.EventType, player.event_manager()
events.event_attach(kinds.MediaPlayerVout, lambda event: print("picture", flush=True))
events.event_attach(kinds.MediaPlayerPaused, lambda event: print("still", flush=True))
player.play()
window.mainloop()
"""
TELLING_CHILD = """
import vlc
from srt_tui.player import quiet, vlc_child, vlc_deck
listen = vlc_deck.Deck._listen
def more(deck):
    listen(deck)
    deck._player.event_manager().event_attach(
        vlc.EventType.MediaPlayerPaused, lambda event: deck._notify("still", clip=deck._clip)
    )
vlc_deck.Deck._listen = more
vlc_child.Child(quiet.quiet()).run()
"""
BARE_MPV = """
import os, socket, subprocess, sys
ours, theirs = socket.socketpair()
options = ["--no-config", "--vo=gpu,xv,x11", "--gpu-sw=yes", "--no-terminal", "--hwdec=no"]
child = subprocess.Popen(
    ["mpv", *options, f"--input-ipc-client=fd://{theirs.fileno()}", sys.argv[1]],
    pass_fds=[theirs.fileno()], stderr=subprocess.DEVNULL,
)
theirs.close()
ours.sendall(b'{"command":["observe_property",1,"pause"]}\\n')
for line in ours.makefile("rb"):
    if b"playback-restart" in line:
        print("picture", flush=True)
    elif b'"name":"pause","data":true' in line:
        print("still", flush=True)
        break
sys.stdin.read()
"""


def silent(_: Showing) -> None:
    """Nobody listens."""


class TellingLibvlc(libvlc.LibvlcEngine):
    """Also says when VLC itself says that it stands still."""

    def __init__(self) -> None:
        super().__init__()
        self.still = asyncio.Event()

    def _heard(self, listener: Listener, event: dict[str, Any]) -> None:
        if event["event"] == "still":
            self.still.set()
        super()._heard(listener, event)


def made(name: str) -> tuple[WindowedPlayer, asyncio.Event]:
    """The player, and what is set when its program says that it stands still."""
    if name == "mpv":
        still = asyncio.Event()
        still.set()
        return WindowedPlayer(MpvEngine(), silent), still
    libvlc._CHILD = "telling_child"
    engine = TellingLibvlc()
    return WindowedPlayer(engine, silent), engine.still


async def paused(player: WindowedPlayer, still: asyncio.Event) -> None:
    """Said by the player itself to stand still."""
    await still.wait()
    while player.showing.state != "paused":  # noqa: ASYNC110 - the callback is the player's own
        await asyncio.sleep(0.0005)


async def heard(child: asyncio.subprocess.Process, word: str) -> None:
    assert child.stdout is not None
    while (await child.stdout.readline()).strip() != word.encode():
        pass


async def timed(work: Awaitable[None]) -> float:
    begun = time.perf_counter()
    await work
    return time.perf_counter() - begun


def press(key: str) -> None:
    subprocess.run(["xdotool", "key", "--delay", "0", key], check=True)


async def bare(name: str, media: Media) -> tuple[float, float]:
    """Seconds to the first picture from nothing, and from a key in the window to a stand."""
    source = BARE_VLC if name == "libvlc" else BARE_MPV
    begun = time.perf_counter()
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", source, str(media.path),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    await heard(child, "picture")
    picture = time.perf_counter() - begun
    await asyncio.sleep(SETTLED)
    begun = time.perf_counter()
    await asyncio.gather(asyncio.to_thread(press, "space"), heard(child, "still"))
    still = time.perf_counter() - begun
    child.kill()
    await child.wait()
    return picture, still


def most(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


async def ours(name: str, media: Media) -> tuple[float, float, float, int]:
    """The same of ours: cold, pause, warm; and the kilobytes of its process."""
    player, still = made(name)
    cold = await timed(player.open(media))
    await asyncio.sleep(SETTLED)
    begun = time.perf_counter()
    await asyncio.gather(asyncio.to_thread(press, "space"), paused(player, still))
    pause = time.perf_counter() - begun
    await player.stop()
    warm = await timed(player.open(media))
    assert player.pid is not None
    size = most(player.pid)
    await player.close()
    return cold, pause, warm, size


async def compare(name: str, media: Media, say: Callable[[str, float, str], None]) -> None:
    first, pauses, warms, sizes, raw = [], [], [], [], []
    for _ in range(ROUNDS):
        both: dict[str, tuple[float, ...]] = {}
        for which in random.sample(["bare", "ours"], 2):
            both[which] = await (bare if which == "bare" else ours)(name, media)
        first.append(both["ours"][0] / both["bare"][0])
        pauses.append(both["ours"][1] / both["bare"][1])
        warms.append(both["ours"][2] / both["bare"][0])
        sizes.append(both["ours"][3] / 1024)
        raw.append((both["ours"][0], both["ours"][2], both["ours"][1], *both["bare"]))
    say(f"{name}: play to first picture, new process, over bare", statistics.median(first), "1.2")
    say(f"{name}: play to first picture, ready process, over bare", statistics.median(warms), "1.2")
    say(f"{name}: key to pause, over the same in one process", statistics.median(pauses), "1.5")
    say(f"{name}: megabytes of the process at most", statistics.median(sizes), "")
    names = ("new", "ready", "pause", "bare picture", "bare pause")
    for what, values in zip(names, zip(*raw, strict=True), strict=True):
        say(f"{name}: {what}, ms, for information", statistics.median(values) * 1000, "")


def blank() -> bool:
    """Whether a screenshot taken now shows nothing."""
    shot = subprocess.run(["xwd", "-root", "-silent"], capture_output=True, check=False).stdout
    if not shot:  # a window went while it was being read
        return False
    size = int.from_bytes(shot[:4], "big")
    colours = int.from_bytes(shot[76:80], "big")
    return not any(shot[size + 12 * colours :: 997])


async def hides(name: str, media: Media, say: Callable[[str, float, str], None]) -> None:
    """From the command, or the key in the window, to the end of the first blank screenshot."""
    player, _ = made(name)
    await player.open(media)
    for way in ("command", "key in the window"):
        taken = []
        for _ in range(HIDES):
            await player.play()
            begun_at = player.showing.at
            while blank() or player.showing.at < begun_at + SETTLED / 2:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.01)
            begun = time.perf_counter()
            if way == "command":
                await player.hide()
            else:
                await asyncio.to_thread(press, "F9")
            while not blank():
                pass
            taken.append(time.perf_counter() - begun)
            while not player.showing.hidden:  # noqa: ASYNC110 - the callback is the player's own
                await asyncio.sleep(0.001)
        say(f"{name}: hide by {way} to a blank display, ms", statistics.median(taken) * 1000, "100")
        say(f"{name}: the slowest of {HIDES}, ms, for information", max(taken) * 1000, "")
    await player.close()


def display() -> list[subprocess.Popen[bytes]]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as said:
        os.environ["DISPLAY"] = f":{said.readline().strip()}"
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    return [manager, server]


def film(folder: Path) -> Media:
    path = folder / "film.mp4"
    subprocess.run(
        "ffmpeg -v error -f lavfi -i testsrc=size=1280x720:rate=25:duration=60 -f lavfi"
        " -i sine=frequency=330:duration=60 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"
        f" -c:a aac -movflags +faststart {path}".split(),
        check=True,
    )
    return Media(clip="clip-bench", story=Story(cues=(), scenes=(), length=60.0), path=path)


def main() -> int:
    short = 0

    def say(name: str, value: float, gate: str) -> None:
        nonlocal short
        short += bool(gate) and value > float(gate)
        sys.stdout.write(f"{name}\t{value:.2f}\t{gate or '-'}\n")
        sys.stdout.flush()

    children = display()
    try:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "telling_child.py").write_text(TELLING_CHILD, encoding="utf-8")
            os.environ["PYTHONPATH"] = os.pathsep.join((folder, os.environ.get("PYTHONPATH", "")))
            media = film(Path(folder))
            for name in ("libvlc", "mpv"):
                asyncio.run(compare(name, media, say))
                asyncio.run(hides(name, media, say))
    finally:
        for child in children:
            child.terminate()
            child.wait()
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
