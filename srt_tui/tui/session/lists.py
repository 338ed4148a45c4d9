"""The short lists of the private face: what is logged by picking, and taken out again."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple, cast

from textual.widgets import Static

from srt_tui.domain.asking import Options
from srt_tui.domain.entry import Word
from srt_tui.present.session import private as said
from srt_tui.tui.screen import AppScreen
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.private import PrivateLog


class ShortList(NamedTuple):
    """A list to pick from, and what a pick does; `left` is what leaving it does."""

    title: str
    options: Options
    picked: Callable[[str], None]
    left: Callable[[], None] | None = None


class Lists:
    """Shows one list at a time in place of the notes of `screen`, and logs what is picked."""

    def __init__(self, screen: AppScreen[None], session: LiveSession) -> None:
        self._screen, self._session = screen, session
        self._log = PrivateLog(session)
        self._last = 0
        self._out = False
        self.open: ShortList | None = None

    def choose(self, listed: ShortList | None) -> None:
        """Show a list to pick from, or none."""
        self.open = listed
        self.head(listed.title if listed else "", *said.listed(listed.options if listed else ()))
        self._screen.query_one("#notes").display = listed is None
        self._screen.query_one("#private").scroll_home(animate=False)
        self._screen.refresh_keys()

    def head(self, *lines: str) -> None:
        """What stands over the notes, if anything."""
        head = self._screen.query_one("#picks", Static)
        head.update("\n".join(lines))
        head.display = any(lines)

    def kept(self, title: str) -> None:
        """Say what was kept last, and that it can be taken out."""
        self._last, self._out = self._session.entries()[-1].seq, False
        self.choose(None)
        self._screen.say(said.logged(title))

    def do_which(self, key: str) -> None:
        """A pick."""
        place = said.SIGN_KEYS.find(key)
        if self.open and 0 <= place < len(self.open.options):
            self.open.picked(self.open.options[place][0])

    def do_log_sign(self) -> None:
        """The signs."""
        self.choose(ShortList("Something slipped", said.signs(self._session.pack), self._sign))

    def _sign(self, id: str) -> None:
        self._log.sign(id)
        self.kept(dict(said.signs(self._session.pack))[id])

    def do_log_move(self) -> None:
        """The moves."""
        moves = said.moves(self._session.pack)
        self.choose(ShortList("A move that was tried", moves, self._move))

    def _move(self, id: str) -> None:
        log = partial(self._moved, id)
        left = partial(log, "unfinished")
        self.choose(ShortList("How was it left?", said.RESULTS, log, left=left))

    def _moved(self, id: str, result: str) -> None:
        self._log.repair(id, result)
        self.kept(next(move.title for move in self._session.pack.moves if move.id == id))

    def do_energy(self) -> None:
        """Low, middle or high."""
        self.choose(ShortList("Energy today", said.ENERGIES, self._energy))

    def _energy(self, value: str) -> None:
        self._log.energy(cast("Word", value))
        self.kept(f"energy {value}")

    def do_something_live(self) -> None:
        """One key."""
        self._log.live_matter()
        self.kept("the time was used for something live")

    def why_not_take_out(self) -> str:
        """Only what was just logged."""
        return "" if self._last else "nothing was logged here yet."

    def do_take_out(self) -> None:
        """Take it out, or put it back."""
        if self._out:
            self._session.put_back(self._last)
        else:
            self._session.take_out(self._last)
        self._out = not self._out
        self._screen.say(said.TAKEN_OUT if self._out else said.PUT_BACK)
