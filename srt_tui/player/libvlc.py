"""Clips through libvlc, in a child process with a window of ours."""

import asyncio
from typing import Any

from srt_tui.domain.captions import shown_as
from srt_tui.domain.playback import PlayerName, Showing
from srt_tui.locations import own_command, own_environment
from srt_tui.player.base import Media
from srt_tui.player.engine import Listener
from srt_tui.player.wire import CHILD, LostError, Wire

_CHILD = "srt_tui.player.vlc_child"
_READY = 5.0
_STOP = 1.0


class LibvlcEngine:
    """See `Engine`."""

    name: PlayerName = "libvlc"

    def __init__(self) -> None:
        self._clip = 0

    async def connect(self, listener: Listener) -> Wire:
        """See `Engine`: our own child, which says when it is ready."""
        ready = asyncio.get_running_loop().create_future()

        def heard(event: dict[str, Any]) -> None:
            if event["event"] == "ready":
                ready.set_result(True)
            else:
                self._heard(listener, event)

        def gone() -> None:
            if not ready.done():
                ready.set_exception(LostError())
            listener.gone()

        try:
            process = await start_child(_CHILD)
        except OSError as error:
            raise LostError from error
        if process.stdout is None or process.stdin is None:
            raise LostError
        wire = Wire(process, process.stdout, process.stdin, heard, gone)
        try:
            async with asyncio.timeout(_READY):
                await ready
        except (TimeoutError, LostError) as error:
            await wire.end()
            raise LostError from error
        return wire

    async def load(self, wire: Wire, media: Media, now: Showing, start: float) -> None:
        """See `Engine`."""
        self._clip += 1
        await wire.ask(
            "open",
            {
                "number": self._clip,
                "path": str(media.path),
                "cues": [(cue.start, cue.end, shown_as(cue)) for cue in media.story.cues],
                "start": start,
                "rate": now.rate,
                "captions": now.captions,
                "larger": now.larger,
                "delay": now.delay_ms,
                "volume": now.volume,
                "full": now.full,
                "top": now.on_top,
            },
        )

    async def send(self, wire: Wire, name: str, value: Any = None) -> None:
        """See `Engine`."""
        limit = _STOP if name == "stop" else None
        await wire.ask(name, *(() if value is None else (value,)), limit=limit)

    def _heard(self, listener: Listener, event: dict[str, Any]) -> None:
        what = event["event"]
        if what == "key":
            listener.wished(event["wish"])
        elif event.get("clip") != self._clip:
            return
        elif what == "vout" and event["count"] > 0:
            listener.picture()
        elif what == "time":
            listener.progress(event["at"])
        elif what == "length":
            listener.length(event["length"])
        elif what == "ended":
            listener.ended()
        elif what == "error":
            listener.unreadable()


async def start_child(module: str) -> asyncio.subprocess.Process:
    """A Python child in a session of its own, that finds this package wherever it stands.

    Its command line names the module and nothing else. Its errors lead nowhere.
    """
    return await asyncio.create_subprocess_exec(
        *own_command(module),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**own_environment(), **CHILD, "PYTHONWARNINGS": "ignore"},
        start_new_session=True,
    )
