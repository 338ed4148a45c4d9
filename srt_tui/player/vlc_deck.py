"""VLC itself, as the child process uses it: one clip at a time, its events handed on.

VLC calls from threads of its own, and calling back into it there hangs for ever: `notify` must
only put the event aside.
"""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import vlc

_OPTIONS = (
    "--no-video-title-show",
    "--video-title=Steady Ground",
    "--no-snapshot-preview",
    "--no-sub-autodetect-file",
    "--avcodec-hw=none",
    "--audio-time-stretch",
    "--no-stats",
    "--no-lua",
    "--no-metadata-network-access",
    "--quiet",
)
_OUTPUTS = {
    "linux": "--vout=gl,xcb_xv,xcb_x11,none",
    "win32": "--vout=direct3d11,direct3d9,none",
}


def instance() -> Any:
    """A VLC that never draws in characters and never looks around. Raises RuntimeError."""
    outputs = _OUTPUTS.get(sys.platform)
    made = vlc.Instance([*_OPTIONS, *([outputs] if outputs else [])])
    if made is None:
        raise RuntimeError
    return made


class Deck:
    """One clip at a time. Seconds and milliseconds as in the commands of `Player`."""

    def __init__(self, window: int, notify: Callable[..., None]) -> None:
        """`window` is the number of a window to draw in; 0 lets VLC open one."""
        self._vlc = instance()
        self._player = self._vlc.media_player_new()
        self._notify = notify
        self._clip = 0
        self._captions = True
        self._written: Path | None = None
        if window and sys.platform == "win32":
            self._player.set_hwnd(window)
        elif window:
            self._player.set_xwindow(window)
        self._listen()

    @property
    def version(self) -> str:
        """VLC's own version, such as 3.0.24."""
        return str(vlc.libvlc_get_version().decode().split()[0])

    def open(self, clip: dict[str, Any]) -> None:
        """Play `clip`: number, path, srt, start, rate, captions, delay, volume."""
        self.stop()
        self._clip = clip["number"]
        media = self._vlc.media_new_path(clip["path"])
        media.add_option(f":start-time={clip['start']:.3f}")
        if clip["srt"]:
            self._written = _written(clip["srt"])
            media.slaves_add(vlc.MediaSlaveType.subtitle, 4, self._written.as_uri())
        self._player.set_media(media)
        self._settings = {name: clip[name] for name in ("rate", "captions", "delay", "volume")}
        self._player.play()

    def play(self) -> None:
        """Go on."""
        self._player.set_pause(0)

    def pause(self) -> None:
        """Stand still."""
        self._player.set_pause(1)

    def seek(self, seconds: float) -> None:
        """Go to `seconds`."""
        self._player.set_time(round(seconds * 1000))

    def set(self, name: str, value: float) -> None:
        """One of rate, captions, delay (ms), volume."""
        if name == "rate":
            self._player.set_rate(value)
        elif name == "captions":
            self._player.video_set_spu(self._track() if value else -1)
        elif name == "delay":
            self._player.audio_set_delay(round(value * 1000))
        elif name == "volume":
            self._player.audio_set_volume(round(value))

    def stop(self) -> None:
        """The clip is away; VLC sends nothing more about it."""
        self._player.stop()
        self.forget()

    def forget(self) -> None:
        """Remove the captions that were written for VLC."""
        if self._written is not None:
            with contextlib.suppress(OSError):
                self._written.unlink()
            self._written = None

    def settle(self) -> None:
        """Apply the settings that VLC drops at each start; call when the picture stands."""
        for name, value in self._settings.items():
            self.set(name, value)
        self.forget()

    def _track(self) -> int:
        """The captions: ours, which VLC numbers last, else the clip's own."""
        tracks = [number for number, _ in self._player.video_get_spu_description() or ()]
        return tracks[-1] if tracks else -1

    def _listen(self) -> None:
        kinds, events = vlc.EventType, self._player.event_manager()

        def tell(kind: Any, name: str, **about: Callable[[Any], Any]) -> None:
            def told(event: Any) -> None:
                self._notify(
                    name, clip=self._clip, **{key: read(event) for key, read in about.items()}
                )

            events.event_attach(kind, told)

        tell(kinds.MediaPlayerVout, "vout", count=lambda event: event.u.new_count)
        tell(kinds.MediaPlayerTimeChanged, "time", at=lambda event: event.u.new_time / 1000)
        tell(kinds.MediaPlayerLengthChanged, "length", length=lambda e: e.u.new_length / 1000)
        tell(kinds.MediaPlayerEndReached, "ended")
        tell(kinds.MediaPlayerEncounteredError, "error")


def _written(srt: str) -> Path:
    """The captions as a private file, for VLC reads files only."""
    number, name = tempfile.mkstemp(suffix=".srt")
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(srt)
    return Path(name)
