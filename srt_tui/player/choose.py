"""Which player tells the stories on this machine, and why not another.

Found by trying, each in a process of its own. Falls back only downwards, and says so.
"""

import asyncio
import contextlib
import json
import shutil
import sys
from typing import Any

from srt_tui.domain.content import Frozen
from srt_tui.domain.showing import Capabilities, PlayerName
from srt_tui.player.base import OnShowing, Player
from srt_tui.player.libvlc import LibvlcPlayer, start_child
from srt_tui.player.storyboard import StoryboardPlayer

_PROBE = "srt_tui.player.vlc_probe"
_LIMIT = 3.0
_TOLD: dict[PlayerName, str] = {
    "libvlc": "Clips play in a window of their own, through VLC.",
    "mpv": "Clips play in a window of their own, through mpv.",
    "storyboard": "Clips are told on this screen, scene by scene.",
}


class Probe(Frozen, frozen=True, kw_only=True):
    """What was found about one player: usable or not and, in one sentence, why not."""

    player: PlayerName
    usable: bool
    version: str = ""
    why: str = ""
    capabilities: Capabilities = Capabilities()


class Chosen:
    """The player to use, what was found about each, and one sentence that says so."""

    def __init__(self, player: Player, probes: tuple[Probe, ...]) -> None:
        self.player = player
        self.probes = probes

    @property
    def said(self) -> str:
        """What is used and, for those passed over, why."""
        whys = []
        for probe in self.probes:
            if probe.player == self.player.name:
                break
            whys.append(probe.why)
        return " ".join((_TOLD[self.player.name], *whys))


async def choose(wanted: str | None, on_showing: OnShowing) -> Chosen:
    """The first usable player at or below `wanted` ("libvlc", "mpv", "storyboard", None: any).

    Anything else counts as None. Takes at most a few seconds, whatever is installed.
    """
    probes = await probe()
    names = [each.player for each in probes]
    start = names.index(wanted) if wanted in names else 0
    below = probes[start:]
    for each in below:
        if each.usable and each.player == "libvlc":
            return Chosen(LibvlcPlayer(on_showing, each.capabilities), below)
    return Chosen(StoryboardPlayer(on_showing), below)


async def probe() -> tuple[Probe, ...]:
    """Every player in order of preference here; on a Mac mpv comes first."""
    libvlc, mpv = await asyncio.gather(_libvlc(), _mpv())
    windowed = (mpv, libvlc) if sys.platform == "darwin" else (libvlc, mpv)
    return (*windowed, Probe(player="storyboard", usable=True))


async def _libvlc() -> Probe:
    if sys.platform == "darwin":
        return _not("libvlc", "On a Mac VLC cannot draw in a window of ours.")
    found = await _answer()
    version = str(found.get("version", ""))
    missing = {
        None: "VLC did not answer when it was tried.",
        "libvlc": "VLC is not installed.",
        "plugins": "VLC is installed, but its plugins are not.",
    }
    if not version:
        return _not("libvlc", missing.get(found.get("missing"), missing[None]))
    if not found["display"]:
        return _not("libvlc", "There is no display for a window here.", version)
    if not found["window"]:
        return _not("libvlc", "VLC needs tkinter (Debian: python3-tk) for a window.", version)
    return Probe(
        player="libvlc",
        usable=True,
        version=version,
        capabilities=Capabilities(
            sound=True, sound_delay=True, own_window=True, full_screen=True, keys_in_window=True
        ),
    )


async def _answer() -> dict[str, Any]:
    """What the probing child said; {} where it died or said nothing in time."""
    child = await start_child(_PROBE)
    try:
        async with asyncio.timeout(_LIMIT):
            said, _ = await child.communicate()
        found = json.loads(said)
    except (TimeoutError, ValueError):
        return {}
    else:
        return found if isinstance(found, dict) else {}
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()


async def _mpv() -> Probe:
    if shutil.which("mpv") is None:
        return _not("mpv", "mpv is not installed.")
    return _not("mpv", "mpv is not used by this version.")


def _not(player: PlayerName, why: str, version: str = "") -> Probe:
    return Probe(player=player, usable=False, why=why, version=version)
