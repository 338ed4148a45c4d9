"""The first run: a passphrase, a recovery key, a check that it was written down."""

import asyncio

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from srt_tui.present import opening as said
from srt_tui.tui import navigation
from srt_tui.tui.commands import PRACTICE, Command
from srt_tui.tui.screen import AppScreen

GO_ON = Command("go_on", "enter", "Go on", "Go on with what was typed.", footer=True)
TRY_DEMO = Command(
    "try_demo", "f5", "Try the demo",
    "Look round in a demo with invented people, thrown away on leaving.", footer=True, urgent=True,
)  # fmt: skip
MORE = Command(
    "more", "up,down", "More", "See the rest of the page, where it is longer than the window.",
    shown="↑ ↓", takes_key=True,
)  # fmt: skip


class Sheet(AppScreen[None]):
    """A page with boxes that scrolls; the box that has the keys is in sight."""

    CSS_PATH = "welcome.tcss"

    def body(self) -> ComposeResult:
        """The page in one piece."""
        with VerticalScroll(can_focus=False):
            yield from self.page()

    def page(self) -> ComposeResult:
        """What stands on it."""
        yield from ()

    def do_more(self, key: str) -> None:
        """A few lines further, or back."""
        lines = -3 if key == "up" else 3
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


class Welcome(Sheet):
    """Makes the vault."""

    commands = (GO_ON, TRY_DEMO, PRACTICE, MORE)
    words = "Welcome"

    def page(self) -> ComposeResult:
        """Two boxes for the passphrase."""
        yield Static(said.WELCOME, classes="lead", markup=False)
        yield Static("Passphrase", classes="label", markup=False)
        yield Input(password=True, placeholder="type it here", id="first")
        yield Static("The same again", classes="label", markup=False)
        yield Input(password=True, placeholder="type it here", id="second")

    async def do_go_on(self) -> None:
        """To the second box; then make the vault and show the recovery key."""
        first, second = self.query_one("#first", Input), self.query_one("#second", Input)
        if first.has_focus:
            second.focus()
            return
        if fault := said.passphrase_fault(first.value, second.value):
            self.say(fault)
            (first if len(first.value) < said.LEAST else second).focus()
            return
        passphrase, first.value, second.value = first.value, "", ""
        self.say(said.WORKING)
        key = await asyncio.to_thread(self.workspace.create, passphrase)
        self.srt.switch_screen(RecoveryPage(key))

    def do_practice(self) -> None:
        """The rehearsals."""
        navigation.practice(self)

    def do_try_demo(self) -> None:
        """Leave for the demo."""
        self.srt.go_on_with("demo")


class RecoveryPage(Sheet):
    """Shows the recovery key once and checks that it was written down."""

    commands = (GO_ON, MORE)
    words = "Recovery key"

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    def page(self) -> ComposeResult:
        """The key, and a box for its end."""
        yield Static(said.RECOVERY, classes="lead", markup=False)
        yield Static(self._key, id="recovery", markup=False)
        yield Static(said.check_words(self._key), classes="label", markup=False)
        yield Input(id="typed")

    def do_go_on(self) -> None:
        """On to the caseload once the end of the key was typed."""
        if not said.written_down(self._key, self.query_one("#typed", Input).value):
            self.say(said.NOT_ITS_END)
            return
        navigation.people(self.srt)
