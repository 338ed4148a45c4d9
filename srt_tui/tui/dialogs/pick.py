"""Pick one of a few: by its number, or with the arrow keys and Enter."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Static

from srt_tui.tui.commands import Back, Command
from srt_tui.tui.face import Dialog
from srt_tui.tui.widgets.table import Table


class Choose(Command):
    """Choose what is under the cursor."""

    key, shown, label, footer = "enter", "Enter", "Choose", True


class ByNumber(Command):
    """Choose by number."""

    key, shown, label, footer = "1,2,3,4,5,6,7,8,9", "1-9", "By number", True
    takes_key = True


class PickPage(Dialog[int]):
    """Answers with the place of what was picked, from 0; None after Esc."""

    commands = (Choose, ByNumber, Back)

    def __init__(self, asked: str, options: Sequence[str], *, more: str = "") -> None:
        super().__init__()
        self._asked, self._options, self._more = asked, options, more

    def body(self) -> ComposeResult:
        """What is asked, and the options."""
        if self._more:
            yield Static(self._more, classes="lead", markup=False)
        yield Table(("", 3), ("", 0), heading=False)

    def on_mount(self) -> None:
        """Number the first nine."""
        self.head(self._asked)
        numbers = [str(n) if n <= 9 else "" for n in range(1, len(self._options) + 1)]  # noqa: PLR2004 - one digit
        table = self.query_one(Table)
        table.fill(list(zip(numbers, self._options, strict=True)))
        table.focus()

    def do_choose(self) -> None:
        """Answer with the row under the cursor."""
        self.dismiss(self.query_one(Table).chosen)

    def do_by_number(self, key: str) -> None:
        """Answer with the row of this number, where there is one."""
        if int(key) <= len(self._options):
            self.dismiss(int(key) - 1)
