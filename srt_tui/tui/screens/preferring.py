"""Preferences as lines: Enter on a line offers what it can be."""

from typing import Any, NamedTuple

from msgspec.structs import replace

from srt_tui.domain.participant import Preferences
from srt_tui.present import person as said
from srt_tui.tui.commands import Command
from srt_tui.tui.dialogs.pick import PickPage
from srt_tui.tui.dialogs.pick_some import PickSomePage
from srt_tui.tui.screen import AppScreen
from srt_tui.tui.widgets.table import Table

CHANGE = Command(
    "change", "enter", "Change", "Go on to the next box, or change the line under the cursor.",
    footer=True, writes=True,
)  # fmt: skip


class Half(NamedTuple):
    """Somebody new who was not added yet: what was typed and chosen so far."""

    reference: str
    referred: str
    preferences: Preferences


class PreferringFace(AppScreen[Half]):
    """A face with a table of preferences; `change` takes each change."""

    preferences: Preferences

    def lines(self) -> Table:
        """The table, to be placed in the body."""
        return Table(("", 22), ("", 0), id="preferences", heading=False)

    def show_lines(self, at: int = 0) -> None:
        """The preferences as they stand."""
        rows = [(line.name, line.value) for line in said.lines(self.preferences)]
        self.query_one("#preferences", Table).fill(rows, at)

    def change(self, to: Preferences) -> None:
        """Take these from now on; raises SrtError when they cannot be kept."""
        self.preferences = to

    def do_change(self) -> None:
        """Offer what the line under the cursor can be."""
        at = self.query_one("#preferences", Table).chosen
        line = said.lines(self.preferences)[at]
        if line.field in said.ONE_OF:
            self._one(at, line)
        else:
            self._some(at, line)

    def _one(self, at: int, line: said.Preferred) -> None:
        options = said.ONE_OF[line.field]

        def picked(place: int) -> None:
            self._set(at, line.field, options[place][0])

        values = [value for value, _ in options]
        now = values.index(getattr(self.preferences, line.field))
        words = [words for _, words in options]
        self.ask(PickPage(line.name, words, now=now), picked)

    def _some(self, at: int, line: said.Preferred) -> None:
        options = said.some_of(line.field, self.workspace.pack.sensitivities)
        now = getattr(self.preferences, line.field)
        marked = [place for place, (value, _) in enumerate(options) if value in now]

        def picked(places: tuple[int, ...]) -> None:
            self._set(at, line.field, tuple(options[place][0] for place in places))

        words = [words for _, words in options]
        self.ask(PickSomePage(line.name, words, marked), picked)

    def _set(self, at: int, field: str, value: Any) -> None:
        self.change(replace(self.preferences, **{field: value}))
        self.show_lines(at)
