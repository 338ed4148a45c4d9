"""The player with a window of its own, where one works here."""

import asyncio

from srt_tui.player.base import OnShowing, Player
from srt_tui.player.choose import choose


class Projector:
    """Looked for at the first clip that needs it, and only once.

    Of two players looked for at the same time one would play, and the other get the keys.
    `said` is one sentence about the player that was found, `why_not` why those before it were
    passed over.
    """

    def __init__(self, wanted: str | None, on_showing: OnShowing) -> None:
        self._wanted, self._on_showing = wanted, on_showing
        self._looking = asyncio.Lock()
        self.player: Player | None = None
        self.said = self.why_not = ""

    async def works(self) -> bool:
        """Whether there is one."""
        async with self._looking:
            await self._look()
        return self.player is not None

    async def _look(self) -> None:
        if self.said:
            return
        chosen = await choose(self._wanted, self._on_showing)
        self.said, self.why_not = chosen.said, " ".join(dict.fromkeys(chosen.why_not))
        if chosen.player.name == "storyboard":
            await chosen.player.close()
        else:
            self.player = chosen.player

    async def close(self) -> None:
        """It is gone. May be called twice."""
        player, self.player = self.player, None
        if player is not None:
            await player.close()
