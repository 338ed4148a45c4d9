"""A list as long as it likes: only the lines in sight are asked for and drawn."""

from collections.abc import Callable

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from srt_tui.tui.widgets.scrolled import Scrolled


def sign(row: int, top: int, room: int, count: int, style: Style) -> Segment:
    """What stands at the end of a row in sight: a bar where one is among so many lines."""
    long = max(1, room * room // count)
    first = min(-(-top * room // count), room - long)
    return Segment("▐" if first <= row < first + long else " ", style)


class LongList(Scrolled):
    """One line to a row, moved through with the arrow keys; a bar marks the chosen one."""

    COMPONENT_CLASSES = {"long-list--quiet", "long-list--chosen"}

    class Moved(Message):
        """Another line is chosen."""

    def __init__(self, heading: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heading = heading
        self._count, self._top, self._place = 0, 0, 0
        self._line: Callable[[int], str] = str
        self._base = Style.null()

    @property
    def chosen(self) -> int:
        """The chosen line; -1 when there is none."""
        return self._place if self._count else -1

    def show(
        self, count: int, line: Callable[[int], str], at: int = 0, *, heading: str | None = None
    ) -> None:
        """Show so many lines, with this one chosen; `line` is asked for those in sight."""
        self._count, self._line = count, line
        self._heading = self._heading if heading is None else heading
        self._choose(at)
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """However high it has become, the chosen line is in sight."""
        self._choose(self._place)
        self._base = self.rich_style
        return super().render_lines(crop)

    @property
    def columns(self) -> int:
        """How wide its lines are."""
        return self.size.width

    def style_of(self, part: str) -> Style:
        """The style of a part, or of everything else, which Textual works out anew each time."""
        return self.get_component_rich_style(part) if part else self._base

    @property
    def _room(self) -> int:
        return max(1, self.size.height - bool(self._heading))

    def _choose(self, place: int) -> None:
        self._place = max(0, min(place, self._count - 1))
        if not self.size.height:
            return
        latest, first = self._place, self._place - self._room + 1
        self._top = max(0, min(latest, max(first, min(self._top, self._count - self._room))))

    def action_by(self, by: int) -> None:
        """So many lines on."""
        self.action_to(max(0, self._place + by))

    def action_page(self, by: int) -> None:
        """So many screenfuls on."""
        self.action_by(by * self._room)

    def action_to(self, place: int) -> None:
        """To this line, or the last when there are not so many."""
        top, before = self._top, self._place
        self._choose(place)
        if self._place != before:
            self._draw(*((before, self._place) if self._top == top else ()))
            self.post_message(self.Moved())

    def _draw(self, *places: int) -> None:
        """Only these lines anew; without any, everything."""
        first = bool(self._heading) - self._top
        self.refresh(*(Region(0, first + place, self.size.width, 1) for place in places))

    def on_click(self, event: events.Click) -> None:
        """The line that was clicked."""
        place = self._top + event.y - bool(self._heading)
        if self._top <= place < self._count:
            self.action_to(place)

    def line(self, place: int) -> str:
        """What stands in this line."""
        return self._line(place)

    def head(self) -> str:
        """What stands above the lines."""
        return self._heading

    def render_line(self, y: int) -> Strip:
        """One line of it, as it stands, never as markup."""
        row = y - bool(self._heading)
        place = self._top + row
        if row < 0:
            return self._strip(f" {self.head()}", "long-list--quiet")
        if place >= self._count:
            return Strip.blank(self.columns, self._base)
        if place == self._place:
            return self._strip(f"▌{self.line(place)}", "long-list--chosen", row)
        return self._strip(f" {self.line(place)}", "", row)

    def _strip(self, text: str, part: str = "", row: int = -1) -> Strip:
        """The text in the style of its part; at its end, in a list that goes on, where one is."""
        style, width = self.style_of(part), self.columns
        if row < 0 or self._count <= self._room:
            return Strip([Segment(set_cell_size(text, width), style)], width)
        quiet = self.style_of("long-list--quiet")
        at = sign(row, self._top, self._room, self._count, quiet)
        return Strip([Segment(set_cell_size(text, width - 1), style), at], width)
