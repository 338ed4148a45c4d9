"""Clips through mpv, spoken to over a socket it inherits: it is gone when the socket closes.

Not for Windows, where mpv cannot inherit one.
"""

import asyncio
import os
import socket
from functools import partial
from typing import Any

from srt_tui.domain.captions import playable
from srt_tui.domain.playback import PlayerName, Showing
from srt_tui.player.base import Media
from srt_tui.player.engine import Listener
from srt_tui.player.keys import MPV_KEYS
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
_ITS_OWN_FAULT = ("loading failed", "unrecognized file format")
"""Of mpv's words for an error; the others may be for want of a display or a sound card."""


class MpvEngine:
    """See `Engine`."""

    name: PlayerName = "mpv"

    def __init__(self) -> None:
        self._clip = 0
        self._drawing = self._running = False

    async def connect(self, listener: Listener) -> Wire:
        """See `Engine`."""
        self._drawing = self._running = False
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
        wire = Wire(process, reader, writer, partial(self._heard, listener), listener.gone)
        for number, name in enumerate(_WATCHED, 1):
            await wire.ask("observe_property", number, name, limit=_CONNECT)
        for key, wish in (*MPV_KEYS.items(), ("CLOSE_WIN", "gone")):
            does = f"script-message srt {wish}"
            await wire.ask("keybind", key, f"{_HIDE}; {does}" if wish == "hide" else does)
        return wire

    async def load(self, wire: Wire, media: Media, now: Showing, start: float) -> None:
        """See `Engine`."""
        settings = {
            "start": f"{start:.3f}",
            "sub-files": [f"memory://{playable(cues)}"] if (cues := media.story.cues) else [],
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

    async def send(self, wire: Wire, name: str, value: Any = None) -> None:
        """See `Engine`."""
        if name == "stop":
            await wire.ask("stop")
        elif name == "seek":
            await wire.ask("seek", value, "absolute+exact")
        else:
            for each, wanted in _properties(name, value):
                await wire.ask("set_property", each, wanted)

    def _heard(self, listener: Listener, event: dict[str, Any]) -> None:
        what = event["event"]
        if what == "property-change":
            self._changed(listener, event["name"], event.get("data"))
        elif what == "playback-restart":
            self._running = True
            self._seen(listener)
        elif what == "client-message":
            listener.wished(event["args"][-1])
        elif what == "end-file" and event["playlist_entry_id"] == self._clip:
            self._over(listener, event["reason"], event.get("file_error", ""))

    def _over(self, listener: Listener, reason: str, fault: str) -> None:
        if fault in _ITS_OWN_FAULT:
            listener.unreadable()
        elif reason in ("eof", "error"):
            listener.ended()

    def _changed(self, listener: Listener, name: str, value: Any) -> None:
        if name == "vo-configured":
            self._drawing = bool(value)
            self._seen(listener)
        elif name == "duration" and value:
            listener.length(value)
        elif name == "time-pos" and value is not None:
            listener.progress(value)

    def _seen(self, listener: Listener) -> None:
        if self._drawing and self._running:
            listener.picture()


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
