"""Ask for a short name."""

from collections.abc import Callable
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.widgets import Input, Static

from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.screen import Dialog

Kept = TypeVar("Kept")


KEEP = Command("keep", "enter", "Keep", "Keep it under this name.", footer=True)


class NamePage(Dialog[Kept], Generic[Kept]):
    """Answers with what `keep` made of the name; a name that it refuses can be typed again."""

    commands = (KEEP, BACK)

    def __init__(self, asked: str, more: str, like: str, keep: Callable[[str], Kept]) -> None:
        super().__init__()
        self._asked, self._more, self._like, self._keep = asked, more, like, keep

    def body(self) -> ComposeResult:
        """What it is for, and a box."""
        yield Static(self._more, classes="lead", markup=False)
        yield Input(id="name", placeholder=self._like, select_on_focus=False)

    def on_mount(self) -> None:
        """The box has the keys."""
        self.head(self._asked)
        self.query_one(Input).focus()

    def do_keep(self) -> None:
        """Keep it, or say why that will not do."""
        self.dismiss(self._keep(self.query_one(Input).value))


ERASE_IT = KEEP.labelled("Erase", "Erase it, once the same was typed again.")


class AgainPage(NamePage[str]):
    """Asks to type again what is to be erased."""

    commands = (ERASE_IT, BACK)
