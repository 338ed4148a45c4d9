"""The passphrase, before anything is read."""

import asyncio

from textual.app import ComposeResult
from textual.widgets import Input, Static

from srt_tui.domain.errors import SrtError
from srt_tui.present import opening as said
from srt_tui.tui.commands import Command
from srt_tui.tui.face import Face
from srt_tui.tui.screens.people import People


class Open(Command):
    """Open the records with what was typed."""

    key, shown, label, footer = "enter", "Enter", "Open", True


class Unlock(Face[None]):
    """Asks for the passphrase and opens the caseload."""

    commands = (Open,)
    words = "Locked"

    def body(self) -> ComposeResult:
        """One sentence, one box."""
        yield Static(said.UNLOCK, classes="lead", markup=False)
        yield Input(password=True, placeholder="type it here", id="secret")

    async def do_open(self) -> None:
        """Try it; a refusal is one sentence and an empty box."""
        box = self.query_one("#secret", Input)
        secret, box.value = box.value, ""
        if not secret:
            return
        self.say(said.OPENING)
        try:
            await asyncio.to_thread(self.companion.unlock, secret)
        except SrtError as error:
            self.say(str(error))
            return
        self.srt.switch_screen(People())
