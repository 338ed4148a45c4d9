"""What is longer than its room: moved through with the same keys everywhere."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

_END = 1_000_000_000


class Scrolled(Widget, can_focus=True):
    """Arrow keys, pages, both ends and the wheel; a widget says what a step and a page are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "by(-1)", show=False),
        Binding("down", "by(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,ctrl+home", "to(0)", show=False),
        Binding("end,ctrl+end", f"to({_END})", show=False),
    ]
    WHEEL: ClassVar[int] = 1

    def action_by(self, by: int) -> None:
        """So many lines on."""
        raise NotImplementedError

    def action_page(self, by: int) -> None:
        """So many screenfuls on."""
        raise NotImplementedError

    def action_to(self, place: int) -> None:
        """To this line, or the last when there are not so many."""
        raise NotImplementedError

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """A little on."""
        event.stop()
        self.action_by(self.WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """A little back."""
        event.stop()
        self.action_by(-self.WHEEL)
