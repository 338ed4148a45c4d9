"""What libvlc and mpv differ in: how a process is begun, and what is said to it."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from srt_tui.domain.playback import PlayerName, Showing
from srt_tui.player.base import Media
from srt_tui.player.wire import Wire


class Listener(NamedTuple):
    """Whom an engine tells what happens in its process."""

    picture: Callable[[], None]
    """The picture stands."""
    progress: Callable[[float], None]
    """The clip, playing, is at so many seconds."""
    length: Callable[[float], None]
    """The recording is so many seconds long."""
    ended: Callable[[], None]
    """It came to an end."""
    unreadable: Callable[[], None]
    """The recording itself cannot be shown, or not any further."""
    wished: Callable[[str], None]
    """A key in the window asks for this (see `keys`); `hide` was carried out there and then."""
    gone: Callable[[], None]
    """The process ended, whoever ended it."""


class Engine(Protocol):
    """One program that shows clips. Its process is the caller's, who ends it."""

    @property
    def name(self) -> PlayerName:
        """Which player it is."""

    async def connect(self, listener: Listener) -> Wire:
        """A new process, ready for commands. Raises LostError and RefusedError."""

    async def load(self, wire: Wire, media: Media, now: Showing, start: float) -> None:
        """Play `media` from `start` with the settings of `now`.

        Raises LostError and RefusedError.
        """

    async def send(self, wire: Wire, name: str, value: Any = None) -> None:
        """Carry out the command of `Player` with this name. Raises LostError and RefusedError."""
