"""How much room a screen has: its classes by size, and a polite line where there is too little."""

from typing import TYPE_CHECKING, Any

from textual import events
from textual.geometry import Size
from textual.widgets import Static

if TYPE_CHECKING:
    from srt_tui.tui.screen import AppScreen

SMALLEST = (40, 12)
WIDTHS = [(0, "-cramped"), (SMALLEST[0], "-narrow"), (60, "-wide")]
HEIGHTS = [(0, "-low"), (SMALLEST[1], "-short"), (20, "-tall")]


class WindowFit:
    """The size that `screen` was drawn for."""

    def __init__(self, screen: "AppScreen[Any]") -> None:
        self._screen = screen
        self._made_for = Size(0, 0)

    def begin(self) -> None:
        """The screen is composed for the room there is, with the classes Textual will set."""
        self._made_for = width, height = self._screen.app.size
        there = [
            max(step for step in WIDTHS if step[0] <= width)[1],
            max(step for step in HEIGHTS if step[0] <= height)[1],
        ]
        self._screen.update_classes(dict.fromkeys(there, True), update=False)

    @property
    def cramped(self) -> bool:
        """Whether the window is too small to show anything but a polite line."""
        size = self._screen.size
        return size.width < SMALLEST[0] or size.height < SMALLEST[1]

    def resized(self, event: events.Resize) -> None:
        """Textual draws a new screen and then tells it its size, upon which it draws it again."""
        if event.size == self._made_for:
            event.prevent_default()
        else:
            self._made_for = event.size
            self._screen.refit()
        if self.cramped and not self._screen.query("#too-small"):
            words = Static("Please make the window a little larger.", id="too-small", markup=False)
            self._screen.mount(words)
        elif not self.cramped:
            self._screen.query("#too-small").remove()
