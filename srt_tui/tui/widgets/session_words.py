"""The box that his words, or the practitioner's, are typed in."""

from textual import events
from textual.message import Message
from textual.widgets import TextArea


class WordsBox(TextArea):
    """Enter and Esc keep what was typed; an arrow beyond the first or last line leaves it."""

    class Kept(Message):
        """Enter: keep it and go on."""

    class Left(Message):
        """Esc: keep it and stop typing."""

    class Beyond(Message):
        """An arrow left the box: `by` is -1 upwards, 1 downwards."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, soft_wrap=True, show_line_numbers=False, compact=True)

    def on_unmount(self) -> None:
        """Textual still knows a box that is gone; what was typed in it goes with the screen."""
        with self.prevent(TextArea.Changed):
            self.load_text("")

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "escape"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Kept() if event.key == "enter" else self.Left())
            return
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
