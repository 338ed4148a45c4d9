"""Pick any number of a few, each marked with a cross."""

from collections.abc import Collection, Sequence

from textual.app import ComposeResult

from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.screen import Dialog
from srt_tui.tui.widgets.table import Table

MARK = Command(
    "mark", "space", "Mark", "Mark what is under the cursor, or take the mark away.", footer=True,
)  # fmt: skip
DONE = Command("done", "enter", "Done", "Keep what is marked.", footer=True)


class PickSomePage(Dialog[tuple[int, ...]]):
    """Answers with the places that are marked, from 0; None after Esc."""

    commands = (MARK, DONE, BACK)

    def __init__(self, asked: str, options: Sequence[str], marked: Collection[int]) -> None:
        super().__init__()
        self._asked, self._options, self._marked = asked, options, set(marked)

    def body(self) -> ComposeResult:
        """The options."""
        yield Table(("", 3), ("", 0), heading=False)

    def on_mount(self) -> None:
        """Show what is marked so far."""
        self.head(self._asked)
        self._show(0)
        self.query_one(Table).focus()

    def _show(self, at: int) -> None:
        rows = [
            ("[x]" if place in self._marked else "[ ]", words)
            for place, words in enumerate(self._options)
        ]
        self.query_one(Table).fill(rows, at)

    def do_mark(self) -> None:
        """The other way round."""
        at = self.query_one(Table).chosen
        self._marked ^= {at}
        self._show(at)

    def do_done(self) -> None:
        """Answer."""
        self.dismiss(tuple(sorted(self._marked)))
