"""What is set once and holds from clip to clip: speed, captions, sound, on top."""

from abc import ABC, abstractmethod
from typing import Any

_SLOWEST, _FASTEST = 0.5, 2.0
_DELAY_MS = 2000


class KeptSettings(ABC):
    """The settings among the commands of `Player`, each held within its bounds."""

    @abstractmethod
    async def _do(self, name: str, value: Any = None, **changes: Any) -> None:
        """Carry out a command, then report its changes."""

    async def rate(self, x: float) -> None:
        """Speed; kept for the next clip."""
        x = max(_SLOWEST, min(x, _FASTEST))
        await self._do("rate", x, rate=x)

    async def captions(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Captions; kept for the next clip."""
        await self._do("captions", on, captions=on)

    async def larger(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Larger captions; kept for the next clip."""
        await self._do("larger", on, larger=on)

    async def delay(self, ms: int) -> None:
        """Sound against picture; kept for the next clip."""
        ms = max(-_DELAY_MS, min(ms, _DELAY_MS))
        await self._do("delay", ms, delay_ms=ms)

    async def volume(self, percent: int) -> None:
        """Loudness; kept for the next clip."""
        percent = max(0, min(percent, 100))
        await self._do("volume", percent, volume=percent)

    async def full(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """The whole display, or back to a window."""
        await self._do("full", on, full=on)

    async def top(self, on: bool) -> None:  # noqa: FBT001 - as in the protocol
        """Above all other windows; kept for the next clip."""
        await self._do("top", on, on_top=on)
