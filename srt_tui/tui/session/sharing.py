"""A session and its room window: what it shows of the together view, and the keys it may press."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from srt_tui.present.session.room import BLANK, RoomFrame, framed
from srt_tui.tui.session.rows import row
from srt_tui.workflow.deliver.offers import HIS, Offer
from srt_tui.workflow.room import RoomHost

if TYPE_CHECKING:
    from pathlib import Path

    from srt_tui.tui.session.screen import SessionScreen


class Sharing:
    """Keeps a room window at what `screen` shows; it goes blank with `blank`, and when we go."""

    def __init__(self, screen: "SessionScreen", path: "Path | None") -> None:
        self._screen = screen
        self._host = RoomHost(path, self._pressed) if path else None

    @property
    def joined(self) -> bool:
        """Whether a room window is open."""
        return self._host is not None and self._host.joined

    async def open(self) -> None:
        """Wait for room windows."""
        if self._host:
            await self._host.open()

    def show(self) -> None:
        """What stands on the shared screen now, and his keys while they are his."""
        keys = tuple((row(o).shown, row(o).label) for o in self._his() if row(o).footer)
        asking = self._screen.talk.asking
        typed = asking.value if asking.kind == "text" else ""
        self._tell(framed(self._screen.page.shown, typed, keys))

    def blank(self) -> None:
        """Nothing."""
        self._tell(BLANK)

    def _tell(self, frame: RoomFrame) -> None:
        if self._host:
            self._host.show(msgspec.json.encode(frame))

    def _his(self) -> Iterator[Offer]:
        """What he may do there now: nothing unless the keys were handed over."""
        if self._screen.talk.handed:
            yield from (offer for offer in self._screen.talk.offers() if offer.action in HIS)

    def _pressed(self, key: str) -> None:
        """A key in the room window: Hide always, and his keys while they are his."""
        if key == "f9":
            self._screen.srt.do_hide()
            return
        for offer in self._his():
            if key in row(offer).keys and not self._screen.srt.cover.on:
                named = key if row(offer).takes_key else ""
                self._screen.run_worker(self._screen.press(offer.action, named))
                return

    async def close(self) -> None:
        """Room windows go blank."""
        if self._host:
            await self._host.close()
