"""Find an action by a plain word."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Input

from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.screen import Dialog
from srt_tui.tui.widgets.table import Table

CHOOSE = Command("choose", "enter", "Do it", "Do what is under the cursor.", footer=True)
UP = Command("up", "up", "Up", "Move up.", shown="Up")
DOWN = Command("down", "down", "Down", "Move down.", shown="Down")


class PalettePage(Dialog[str]):
    """A box to type in and the actions that match; answers with the name of the chosen one."""

    commands = (CHOOSE, UP, DOWN, BACK)
    words = "Find an action"

    def __init__(self, offered: Sequence[Command]) -> None:
        super().__init__()
        self._offered = offered
        self._matching = list(offered)

    def body(self) -> ComposeResult:
        """The box and the list."""
        yield Input(placeholder="type a word", id="find")
        yield Table(("key", 8), ("action", 0))

    def on_mount(self) -> None:
        """Everything, to begin with."""
        self.query_one(Table).can_focus = False
        self.find("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Fewer with each letter."""
        self.find(event.value)

    def find(self, typed: str) -> None:
        """Show the actions whose words begin with what was typed."""
        self._matching = [command for command in self._offered if command.reads(typed)]
        rows = [(command.shown, command.sentence) for command in self._matching]
        self.query_one(Table).fill(rows)

    def do_up(self) -> None:
        """One line up."""
        self.query_one(Table).action_by(-1)

    def do_down(self) -> None:
        """One line down."""
        self.query_one(Table).action_by(1)

    def do_choose(self) -> None:
        """Answer with the action under the cursor."""
        if self._matching:
            self.dismiss(self._matching[self.query_one(Table).chosen].name)
