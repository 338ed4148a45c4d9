"""What the shared screen does by itself: it opens the private face, and reads itself out."""

from functools import partial
from typing import TYPE_CHECKING, Literal

from srt_tui.present.session.pages import ONE_MOMENT, aloud
from srt_tui.tui import navigation
from srt_tui.tui.session.private import PrivateScreen

if TYPE_CHECKING:
    from srt_tui.tui.session.screen import SessionScreen


class Doors:
    """The private face over `screen`, at its notes or a list; and the voice."""

    def __init__(self, screen: "SessionScreen") -> None:
        self._screen = screen

    async def do_speak(self) -> None:
        """Read what stands there; a story that plays stands still."""
        await self._screen.talk.speak(aloud(self._screen.page.shown))

    def do_safety(self) -> None:
        """The page of guidance; while he has the keys, a pause and a neutral word."""
        if self._screen.talk.handed:
            self._screen.stand_still()
            self._screen.say(ONE_MOMENT)
        else:
            navigation.safety(self._screen.srt)

    def do_private(self) -> None:
        """At its notes."""
        self._open("")

    def do_log_sign(self) -> None:
        """At the signs."""
        self._open("sign")

    def do_log_move(self) -> None:
        """At the moves."""
        self._open("move")

    def _open(self, begin: Literal["", "sign", "move"]) -> None:
        stays = partial(getattr, self._screen.room, "joined")
        self._screen.srt.push_screen(PrivateScreen(self._screen.talk, begin, stays))
