"""Ask for a short name."""

from collections.abc import Callable, Iterator
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

    def __init__(
        self,
        asked: str,
        more: str,
        like: str,
        keep: Callable[[str], Kept],
        key: Command = KEEP,
    ) -> None:
        """`like` is an example; `key` is Enter, under whatever label."""
        super().__init__()
        self._key = key
        self._asked, self._more, self._like, self._keep = asked, more, like, keep

    def body(self) -> ComposeResult:
        """What it is for, and a box."""
        yield Static(self._more, classes="lead", markup=False)
        yield Input(id="name", placeholder=self._like, select_on_focus=False)

    def on_mount(self) -> None:
        """The box has the keys."""
        self.head(self._asked)
        self.query_one(Input).focus()

    def now(self) -> Iterator[Command]:
        """Enter under its label."""
        yield from (self._key, BACK, *self.everywhere())

    def do_keep(self) -> None:
        """Keep it, or say why that will not do."""
        self.dismiss(self._keep(self.query_one(Input).value))
