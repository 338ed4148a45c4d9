"""Which player tells the stories on this machine, and why not another.

Found by trying, each in a process of its own. Falls back only downwards, and says so.
"""

import asyncio
import contextlib
import json
import os
import re
import shutil
import sys
from typing import Any, assert_never

from srt_tui.domain.content import Frozen
from srt_tui.domain.playback import PlayerName
from srt_tui.player.base import OnShowing, Player
from srt_tui.player.libvlc import LibvlcEngine, start_child
from srt_tui.player.mpv import MpvEngine
from srt_tui.player.storyboard import StoryboardPlayer
from srt_tui.player.windowed import WindowedPlayer

_PROBE = "srt_tui.player.vlc_probe"
_DISPLAY_PROBE = "srt_tui.player.display_probe"
_LIMIT = 3.0
_NO_DISPLAY = "There is no display for a window here."
_SILENT = {
    "libvlc": "VLC did not answer when it was tried.",
    "mpv": "mpv did not answer when it was tried.",
}
_TOLD: dict[PlayerName, str] = {
    "libvlc": "Clips play in a window of their own, through VLC.",
    "mpv": "Clips play in a window of their own, through mpv.",
    "storyboard": "Clips are told on this screen, scene by scene.",
}


class FoundPlayer(Frozen, frozen=True, kw_only=True):
    """What was found about one player: usable or not and, in one sentence, why not."""

    player: PlayerName
    usable: bool
    version: str = ""
    why: str = ""


_STORYBOARD = FoundPlayer(player="storyboard", usable=True)


class Chosen:
    """The player to use, what was found about each, and one sentence that says so."""

    def __init__(self, player: Player, probes: tuple[FoundPlayer, ...]) -> None:
        self.player = player
        self.probes = probes

    @property
    def why_not(self) -> tuple[str, ...]:
        """Why each player that was passed over cannot be used."""
        names = [probe.player for probe in self.probes]
        return tuple(probe.why for probe in self.probes[: names.index(self.player.name)])

    @property
    def said(self) -> str:
        """What is used and, for those passed over, why."""
        return " ".join((_TOLD[self.player.name], *dict.fromkeys(self.why_not)))


async def choose(wanted: str | None, on_showing: OnShowing) -> Chosen:
    """The first usable player at or below `wanted` ("libvlc", "mpv", "storyboard", None: any).

    Anything else counts as None. Takes at most a few seconds, whatever is installed.
    """
    if wanted == _STORYBOARD.player:
        return Chosen(_player(_STORYBOARD, on_showing), (_STORYBOARD,))
    probes = await probe()
    names = [each.player for each in probes]
    start = names.index(wanted) if wanted in names else 0
    below = probes[start:]
    first = next(each for each in below if each.usable)
    return Chosen(_player(first, on_showing), below)


def _player(found: FoundPlayer, on_showing: OnShowing) -> Player:
    match found.player:
        case "libvlc":
            return WindowedPlayer(LibvlcEngine(), on_showing)
        case "mpv":
            return WindowedPlayer(MpvEngine(), on_showing)
        case "storyboard":
            return StoryboardPlayer(on_showing)
        case never:
            assert_never(never)


async def probe() -> tuple[FoundPlayer, ...]:
    """Every player in order of preference here; on a Mac mpv comes first."""
    display, libvlc, mpv = await asyncio.gather(_display(), _libvlc(), _mpv())
    windowed = (mpv, libvlc) if sys.platform == "darwin" else (libvlc, mpv)
    here = windowed if display else tuple(map(_without_display, windowed))
    return (*here, _STORYBOARD)


def _without_display(found: FoundPlayer) -> FoundPlayer:
    """A player that is here cannot show a window; nor is it to blame for its silence."""
    here = found.version or found.why in _SILENT.values()
    return _not(found.player, _NO_DISPLAY, found.version) if here else found


async def _display() -> bool:
    """Whether a window can be shown at all; one that does not answer in time counts as none."""
    if sys.platform in ("darwin", "win32"):
        return True
    if not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        return False
    said = await _said(await start_child(_DISPLAY_PROBE))
    return bool(said and json.loads(said)["display"])


async def _libvlc() -> FoundPlayer:
    if sys.platform == "darwin":
        return _not("libvlc", "On a Mac VLC cannot draw in a window of ours.")
    said = await _said(await start_child(_PROBE))
    found: dict[str, Any] = json.loads(said) if said else {}
    version = str(found.get("version", ""))
    missing: dict[object, str] = {
        "libvlc": "VLC is not installed.",
        "plugins": "VLC is installed, but its plugins are not.",
    }
    if not version:
        return _not("libvlc", missing.get(found.get("missing"), _SILENT["libvlc"]))
    if not found["display"]:
        return _not("libvlc", _NO_DISPLAY, version)
    if not found["window"]:
        return _not("libvlc", "VLC needs tkinter (Debian: python3-tk) for a window.", version)
    return FoundPlayer(player="libvlc", usable=True, version=version)


async def _mpv() -> FoundPlayer:
    if sys.platform == "win32":
        return _not("mpv", "On Windows clips do not play through mpv.")
    if shutil.which("mpv") is None:
        return _not("mpv", "mpv is not installed.")
    try:
        child = await asyncio.create_subprocess_exec(
            "mpv",
            "--no-config",
            "--version",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return _not("mpv", "mpv does not start.")
    version = re.match(r"mpv (\S+)", await _said(child))
    if version is None:
        return _not("mpv", _SILENT["mpv"])
    return FoundPlayer(player="mpv", usable=True, version=version[1])


async def _said(child: asyncio.subprocess.Process) -> str:
    """What a probing child said; "" where it said nothing in time. It is gone afterwards."""
    try:
        async with asyncio.timeout(_LIMIT):
            said, _ = await child.communicate()
        return said.decode(errors="replace")
    except TimeoutError:
        return ""
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()


def _not(player: PlayerName, why: str, version: str = "") -> FoundPlayer:
    return FoundPlayer(player=player, usable=False, why=why, version=version)
