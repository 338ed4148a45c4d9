"""Clips through mpv, spoken to over a socket it inherits: it is gone when the socket closes.

Not for Windows, where mpv cannot inherit one.
"""

import asyncio
import os
import socket
from typing import Any

from srt_tui.domain.captions import srt
from srt_tui.domain.playback import PlayerName
from srt_tui.player.base import Media
from srt_tui.player.keys import MPV_KEYS
from srt_tui.player.windowed import WindowedPlayer
from srt_tui.player.wire import CHILD, LostError, Wire

_TITLE = "Steady Ground"
# Without gpu-sw mpv falls back from gpu to x11 at each clip, closes a file too many and dies.
_OPTIONS = (
    "--no-config",
    "--load-scripts=no",
    "--ytdl=no",
    "--sub-auto=no",
    "--no-terminal",
    "--idle=yes",
    "--vo=gpu,xv,x11",
    "--gpu-sw=yes",
    "--hwdec=no",
    "--audio-display=no",
    "--audio-fallback-to-null=yes",
    "--ontop",
    "--autofit=60%",
    "--geometry=100%:0%",
    f"--title={_TITLE}",
    f"--force-media-title={_TITLE}",
    f"--audio-client-name={_TITLE}",
    "--no-osc",
    "--osd-level=0",
    "--no-input-default-bindings",
    "--input-media-keys=no",
)
_HIDE = "set pause yes; set vid no"
_WATCHED = ("vo-configured", "duration", "time-pos")
_CONNECT = 5.0


class MpvPlayer(WindowedPlayer):
    """See `Player`."""

    name: PlayerName = "mpv"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._clip = 0
        self._drawing = self._running = False

    async def _connect(self) -> Wire:
        ours, theirs = socket.socketpair()
        try:
            process = await asyncio.create_subprocess_exec(
                "mpv",
                *_OPTIONS,
                f"--input-ipc-client=fd://{theirs.fileno()}",
                pass_fds=(theirs.fileno(),),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
                env={**os.environ, **CHILD},
                start_new_session=True,
            )
        except OSError as error:
            ours.close()
            raise LostError from error
        finally:
            theirs.close()
        reader, writer = await asyncio.open_connection(sock=ours)
        wire = Wire(process, reader, writer, self._heard, self._lost)
        for number, name in enumerate(_WATCHED, 1):
            await wire.ask("observe_property", number, name, limit=_CONNECT)
        for key, wish in (*MPV_KEYS.items(), ("CLOSE_WIN", "gone")):
            does = f"script-message srt {wish}"
            await wire.ask("keybind", key, f"{_HIDE}; {does}" if wish == "hide" else does)
        return wire

    async def _load(self, wire: Wire, media: Media, start: float) -> None:
        now = self.showing
        captions = srt(media.story.cues)
        settings = {
            "start": f"{start:.3f}",
            "sub-files": [f"memory://{captions}"] if captions else [],
            "vid": "auto",
            "pause": False,
            "speed": now.rate,
            "sub-visibility": now.captions,
            "sub-scale": _scale(larger=now.larger),
            "audio-delay": now.delay_ms / 1000,
            "volume": now.volume,
            "fullscreen": now.full,
            "ontop": now.on_top,
        }
        for name, value in settings.items():
            await wire.ask("set_property", name, value)
        self._running = False
        loaded = await wire.ask("loadfile", str(media.path), "replace")
        self._clip = loaded["playlist_entry_id"]

    async def _send(self, wire: Wire, name: str, value: Any = None) -> None:
        if name == "stop":
            await wire.ask("stop")
        elif name == "seek":
            await wire.ask("seek", value, "absolute+exact")
        else:
            for each, wanted in _properties(name, value):
                await wire.ask("set_property", each, wanted)

    def _heard(self, event: dict[str, Any]) -> None:
        what = event["event"]
        if what == "property-change":
            self._changed(event["name"], event.get("data"))
        elif what == "playback-restart":
            self._running = True
            self._seen()
        elif what == "client-message":
            self._wished(event["args"][-1])
        elif what == "end-file" and event["playlist_entry_id"] == self._clip:
            self._over(event["reason"])

    def _over(self, reason: str) -> None:
        if reason in ("eof", "error"):
            self._ended()

    def _changed(self, name: str, value: Any) -> None:
        if name == "vo-configured":
            self._drawing = bool(value)
            self._seen()
        elif name == "duration" and value:
            self._length(value)
        elif name == "time-pos" and value is not None:
            self._telling.progress(value)

    def _seen(self) -> None:
        if self._drawing and self._running:
            self._picture()


def _properties(name: str, value: Any) -> tuple[tuple[str, Any], ...]:
    """What of mpv's has to be set for a command. Without a picture mpv has no window."""
    return {
        "play": (("vid", "auto"), ("pause", False)),
        "pause": (("pause", True),),
        "hide": (("pause", True), ("vid", "no")),
        "show": (("vid", "auto"),),
        "rate": (("speed", value),),
        "captions": (("sub-visibility", value),),
        "larger": (("sub-scale", _scale(larger=bool(value))),),
        "delay": (("audio-delay", (value or 0) / 1000),),
        "volume": (("volume", value),),
        "full": (("fullscreen", value),),
        "top": (("ontop", value),),
    }[name]


def _scale(*, larger: bool) -> float:
    return 1.3 if larger else 1.0
