"""VLC itself, as the child process uses it: one clip at a time, its events handed on.

Captions are not VLC's work: with them it crashes on some files, and a stop soon after a start
waits six seconds for a picture to write them on.

VLC calls from threads of its own, and calling back into it there hangs for ever: `notify` must
only put the event aside.
"""

import sys
from collections.abc import Callable
from typing import Any

import vlc

_OPTIONS = (
    "--no-video-title-show",
    "--video-title=Steady Ground",
    "--no-snapshot-preview",
    "--no-spu",
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
        """`window` is the system's number of the window to draw in."""
        self._vlc = instance()
        self._player = self._vlc.media_player_new()
        self._notify = notify
        self._clip = 0
        self._settings: dict[str, float] = {}
        if sys.platform == "win32":
            self._player.set_hwnd(window)
        else:
            self._player.set_xwindow(window)
        self._listen()

    def open(self, clip: dict[str, Any]) -> None:
        """Play `clip`: number, path, start, rate, delay, volume."""
        self.stop()
        self._clip = clip["number"]
        media = self._vlc.media_new_path(clip["path"])
        media.add_option(f":start-time={clip['start']:.3f}")
        self._player.set_media(media)
        media.release()
        self._settings = {name: clip[name] for name in ("rate", "delay", "volume")}
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
        """One of rate, delay (ms), volume."""
        if name == "rate":
            self._player.set_rate(value)
        elif name == "delay":
            self._player.audio_set_delay(round(value * 1000))
        elif name == "volume":
            self._player.audio_set_volume(round(value))

    def stop(self) -> None:
        """The clip is away; VLC sends nothing more about it."""
        self._player.stop()

    @property
    def runs(self) -> bool:
        """Whether the clip is playing."""
        return bool(self._player.is_playing())

    def settle(self) -> None:
        """Apply the settings that VLC drops at each start; call when the picture stands."""
        for name, value in self._settings.items():
            self.set(name, value)

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
