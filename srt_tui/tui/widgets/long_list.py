"""A list as long as it likes: only the lines in sight are asked for and drawn."""

from collections.abc import Callable
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget


class LongList(Widget, can_focus=True):
    """One line to a row, moved through with the arrow keys; a bar marks the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "by(-1)", show=False),
        Binding("down", "by(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,ctrl+home", "to(0)", show=False),
        Binding("end,ctrl+end", "to(-1)", show=False),
    ]
    COMPONENT_CLASSES = {"long-list--heading", "long-list--chosen"}

    class Moved(Message):
        """Another line is chosen."""

    def __init__(self, heading: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heading = heading
        self._count, self._top, self._place = 0, 0, 0
        self._line: Callable[[int], str] = str

    @property
    def chosen(self) -> int:
        """The chosen line; -1 when there is none."""
        return self._place if self._count else -1

    def show(self, count: int, line: Callable[[int], str], at: int = 0) -> None:
        """Show so many lines, with this one chosen; `line` is asked for those in sight."""
        self._count, self._line = count, line
        self._choose(at)
        self.refresh()

    def on_resize(self) -> None:
        """The chosen line stays in sight."""
        self._choose(self._place)

    @property
    def _room(self) -> int:
        return max(1, self.size.height - bool(self._heading))

    def _choose(self, place: int) -> None:
        self._place = max(0, min(place, self._count - 1))
        latest, first = self._place, self._place - self._room + 1
        self._top = max(0, min(latest, max(first, min(self._top, self._count - self._room))))

    def action_by(self, by: int) -> None:
        """So many lines on."""
        self.action_to(max(0, self._place + by))

    def action_page(self, by: int) -> None:
        """So many screenfuls on."""
        self.action_by(by * self._room)

    def action_to(self, place: int) -> None:
        """To this line; -1 is the last."""
        before = self._place
        self._choose(self._count - 1 if place < 0 else place)
        if self._place != before:
            self.refresh()
            self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """One line of it, as it stands, never as markup."""
        place = self._top + y - bool(self._heading)
        if y == 0 and self._heading:
            return self._strip(f" {self._heading}", "long-list--heading")
        if place >= self._count:
            return Strip.blank(self.size.width, self.rich_style)
        if place == self._place:
            return self._strip(f"▌{self._line(place)}", "long-list--chosen")
        return self._strip(f" {self._line(place)}")

    def _strip(self, text: str, part: str = "") -> Strip:
        style: Style = self.get_component_rich_style(part) if part else self.rich_style
        width = self.size.width
        return Strip([Segment(set_cell_size(text, width), style)], width)
