"""The frame that is for the practitioner alone: it says so, and closes by itself."""

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.widgets import Static

from srt_tui.domain.asking import Options
from srt_tui.present.session import private as said
from srt_tui.tui.screens.session_saving import SavingFace

STAYS = 60
"""Seconds without a key after which it closes."""


class Choice(NamedTuple):
    """A list to pick from, and what a pick does; `left` is what leaving it does."""

    title: str
    options: Options
    picked: Callable[[str], None]
    left: Callable[[], None] | None = None


class PrivateFrame(SavingFace):
    """Counts down in sight, and shows a list to pick from where one is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.choice: Choice | None = None
        self._left = STAYS

    def count_down(self) -> None:
        """Count down from the start."""
        frame = self.query_one("#private")
        frame.border_title = said.PRIVATE
        frame.focus()
        self.set_interval(1, self.tick)
        self._count()

    # Closing by itself

    def tick(self) -> None:
        """A second without a key."""
        if self.srt.face is self:
            self._left -= 1
            self._count()
            if self._left <= 0:
                self.do_close_it()

    def _count(self) -> None:
        self.query_one("#private").border_subtitle = said.closes_in(max(0, self._left))

    def on_key(self, _: events.Key) -> None:
        """Any key: count again from the start."""
        self.stay()

    def stay(self) -> None:
        """Somebody is there."""
        self._left = STAYS
        self._count()

    def choose(self, choice: Choice | None) -> None:
        """Show a list to pick from, or none."""
        self.choice = choice
        self.headed(choice.title if choice else "", *said.listed(choice.options if choice else ()))
        self.query_one("#notes").display = choice is None
        self.query_one("#private").scroll_home(animate=False)
        self.refresh_keys()

    def headed(self, *lines: str) -> None:
        """What stands over the notes, if anything."""
        head = self.query_one("#picks", Static)
        head.update("\n".join(lines))
        head.display = any(lines)

    def do_which(self, key: str) -> None:
        """A pick."""
        place = said.SIGN_KEYS.find(key)
        if self.choice and 0 <= place < len(self.choice.options):
            self.choice.picked(self.choice.options[place][0])

    def do_close_it(self) -> None:
        """Out of the list, or out of the private face."""
        choice = self.choice
        if choice and self._left > 0:
            if choice.left:
                choice.left()
            self.save()
            self.choose(None)
            return
        self.save()
        if self in self.srt.screen_stack:
            self.dismiss(None)
        if choice and choice.left:  # after a minute it goes, whatever can be kept
            choice.left()
