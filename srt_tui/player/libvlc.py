"""Clips through libvlc, in a child process with a window of ours."""

import asyncio
from typing import Any

from srt_tui.domain.captions import shown_as
from srt_tui.domain.playback import PlayerName
from srt_tui.locations import own_command, own_environment
from srt_tui.player.base import Media
from srt_tui.player.windowed import WindowedPlayer
from srt_tui.player.wire import CHILD, LostError, Wire

_CHILD = "srt_tui.player.vlc_child"
_READY = 5.0
_STOP = 1.0


class LibvlcPlayer(WindowedPlayer):
    """See `Player`. `child` is the module run in the process."""

    name: PlayerName = "libvlc"
    child = _CHILD

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._clip = 0
        self._ready: asyncio.Future[bool] | None = None

    async def _connect(self) -> Wire:
        ready = self._ready = asyncio.get_running_loop().create_future()
        try:
            process = await start_child(self.child)
        except OSError as error:
            raise LostError from error
        if process.stdout is None or process.stdin is None:
            raise LostError
        wire = Wire(process, process.stdout, process.stdin, self._heard, self._gone)
        try:
            async with asyncio.timeout(_READY):
                await ready
        except (TimeoutError, LostError) as error:
            await wire.end()
            raise LostError from error
        return wire

    async def _load(self, wire: Wire, media: Media, start: float) -> None:
        now = self.showing
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

    async def _send(self, wire: Wire, name: str, value: Any = None) -> None:
        limit = _STOP if name == "stop" else None
        await wire.ask(name, *(() if value is None else (value,)), limit=limit)

    def _heard(self, event: dict[str, Any]) -> None:
        what = event["event"]
        if what == "ready" and self._ready is not None:
            self._ready.set_result(True)
        elif what == "key":
            self._wished(event["wish"])
        elif event.get("clip") == self._clip:
            self._of_clip(what, event)

    def _of_clip(self, what: str, event: dict[str, Any]) -> None:
        if what == "vout" and event["count"] > 0:
            self._picture()
        elif what == "time":
            self._telling.progress(event["at"])
        elif what == "length":
            self._length(event["length"])
        elif what in ("ended", "error"):
            self._ended()

    def _gone(self) -> None:
        if self._ready is not None and not self._ready.done():
            self._ready.set_exception(LostError())
        self._lost()


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
