"""The passphrase, before anything is read."""

import asyncio

from textual.app import ComposeResult
from textual.widgets import Input, Static

from srt_tui.present import opening as said
from srt_tui.tui import navigation
from srt_tui.tui.commands import PRACTICE, Command
from srt_tui.tui.screen import AppScreen

OPEN = Command("open", "enter", "Open", "Open the records with what was typed.", footer=True)
READ_ONLY = Command(
    "read_only", "f3", "Read only",
    "Open the records only to read, as when another window is writing.", footer=True, urgent=True,
)  # fmt: skip


class Unlock(AppScreen[None]):
    """Asks for the passphrase and opens the caseload."""

    commands = (OPEN, READ_ONLY, PRACTICE)
    words = "Locked"

    def body(self) -> ComposeResult:
        """One sentence, one box."""
        yield Static(said.UNLOCK, classes="lead", markup=False)
        yield Input(password=True, placeholder="type it here", id="secret")

    async def do_open(self) -> None:
        """Open to read and write."""
        await self._unlock(read_only=False)

    async def do_read_only(self) -> None:
        """Open to read; nothing can be kept."""
        await self._unlock(read_only=True)

    async def _unlock(self, *, read_only: bool) -> None:
        """Try what was typed; when refused it stays in the box, and typing takes its place."""
        box = self.query_one("#secret", Input)
        secret = box.value
        if not secret:
            self.say(said.NOTHING_TYPED)
            return
        self.say(said.OPENING)
        box.action_select_all()
        await asyncio.to_thread(self.workspace.unlock, secret, read_only=read_only)
        box.value = ""
        navigation.unlocked(self.srt)

    def do_practice(self) -> None:
        """The rehearsals."""
        navigation.practice(self)
