"""The box that his words, or the practitioner's, are typed in."""

import asyncio

from textual import events
from textual.message import Message
from textual.widgets import TextArea


class WordsBox(TextArea):
    """Enter and Esc keep what was typed; an arrow beyond the first or last line leaves it."""

    class Done(Message):
        """Typing here is done; sent to the screen, and the next key waits until `taken` is set."""

        def __init__(self) -> None:
            super().__init__()
            self.taken = asyncio.Event()

    class Kept(Done):
        """Enter: keep it and go on."""

    class Left(Done):
        """Esc: keep it and stop typing."""

    class Beyond(Message):
        """An arrow left the box: `by` is -1 upwards, 1 downwards."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, soft_wrap=True, show_line_numbers=False, compact=True)

    async def _on_key(self, event: events.Key) -> None:
        """Keys typed ahead belong to what comes after Enter, here or elsewhere: none is lost."""
        if self.screen.focused is not self:
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
        elif event.key in ("enter", "escape"):
            event.stop()
            event.prevent_default()
            done = self.Kept() if event.key == "enter" else self.Left()
            self.screen.post_message(done)
            await done.taken.wait()
        else:
            await super()._on_key(event)

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Up; beyond the first line it leaves."""
        if self.cursor_at_first_line and not select:
            self.post_message(self.Beyond(-1))
            return
        super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Down; beyond the last line it leaves."""
        if self.cursor_at_last_line and not select:
            self.post_message(self.Beyond(1))
            return
        super().action_cursor_down(select)
