"""Pick one of a few: by its number, or with the arrow keys and Enter."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Static

from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.screen import Dialog
from srt_tui.tui.widgets.table import Table

CHOOSE = Command("choose", "enter", "Choose", "Choose what is under the cursor.", footer=True)
BY_NUMBER = Command(
    "by_number", "1,2,3,4,5,6,7,8,9", "By number", "Choose by number.", shown="1-9", footer=True,
    takes_key=True,
)  # fmt: skip


def numbered(options: Sequence[str]) -> list[tuple[str, str]]:
    """A row to each, the first nine with a number."""
    return [(str(n) if n <= 9 else "", words) for n, words in enumerate(options, start=1)]  # noqa: PLR2004 - one digit


class PickPage(Dialog[int]):
    """Answers with the place of what was picked, from 0; None after Esc."""

    commands = (CHOOSE, BY_NUMBER, BACK)

    def __init__(
        self, asked: str, options: Sequence[str], *, more: str = "", now: int | None = None
    ) -> None:
        """`now` is the place of what is set, where something is."""
        super().__init__()
        self._asked, self._more, self._at = asked, more, now or 0
        self._options = [
            f"{words} (now)" if place == now else words for place, words in enumerate(options)
        ]

    def body(self) -> ComposeResult:
        """What is asked, and the options."""
        if self._more:
            yield Static(self._more, classes="lead", markup=False)
        yield Table(("", 3), ("", 0), heading=False)

    def on_mount(self) -> None:
        """Show what there is."""
        self.head(self._asked)
        self.query_one(Table).fill(numbered(self._options), self._at)
        self.query_one(Table).focus()

    def do_choose(self) -> None:
        """Answer with the row under the cursor."""
        self.dismiss(self.query_one(Table).chosen)

    def do_by_number(self, key: str) -> None:
        """Answer with the row of this number, where there is one."""
        if int(key) <= len(self._options):
            self.dismiss(int(key) - 1)
