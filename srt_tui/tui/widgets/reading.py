"""A text to read: wrapped to the width, scrolled with the arrow keys, drawn line by line."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from srt_tui.tui.widgets.long_list import sign
from srt_tui.tui.widgets.page import wrapped

Look: TypeAlias = Literal["", "strong", "mark", "quiet", "seen"]


class Part(NamedTuple):
    """Some of the text in one look; the first `marked` characters stand out."""

    text: str
    look: Look = ""
    marked: int = 0
    indent: int = 0


class Reading(Widget, can_focus=True):
    """Textual's scrolling container with a text in it costs several times as much to open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "by(-1)", show=False),
        Binding("down", "by(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,ctrl+home", "to(0)", show=False),
        Binding("end,ctrl+end", "to(1000000)", show=False),
    ]
    COMPONENT_CLASSES = {"reading--strong", "reading--mark", "reading--quiet", "reading--seen"}

    margin: ClassVar[int] = 2
    """Columns that are kept free on the right, with the sign in the last one."""

    def __init__(
        self, parts: Iterable[Part] = (), *, widest: int = 0, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._parts, self._widest = tuple(parts), widest
        self._lines: list[Part] = []
        self._made_for, self._top = (0, 0), 0

    def show(self, parts: Iterable[Part]) -> None:
        """Another text, from its top."""
        self._parts, self._made_for, self._top = tuple(parts), (0, 0), 0
        self.refresh()

    @property
    def fits(self) -> bool:
        """Whether all of it is in sight."""
        return len(self._lines) <= self.size.height

    def action_by(self, by: int) -> None:
        """So many lines on."""
        self.action_to(self._top + by)

    def action_page(self, by: int) -> None:
        """So many screenfuls on."""
        self.action_by(by * max(1, self.size.height - 1))

    def action_to(self, top: int) -> None:
        """To this line at the top, as far as there are lines."""
        before, self._top = self._top, self._within(top)
        if self._top != before:
            self.refresh()

    def _within(self, top: int) -> int:
        return max(0, min(top, len(self._lines) - self.size.height))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """A few lines on."""
        event.stop()
        self.action_by(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """A few lines back."""
        event.stop()
        self.action_by(-3)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Wrapped anew where there is other room."""
        room = self.size.width - self.margin
        wide = min(self._widest or room, room)
        if (wide, self.size.height) != self._made_for:
            self._made_for = (wide, self.size.height)
            self._lines = list(self.wrap(wide))
        self._top = self._within(self._top)
        return super().render_lines(crop)

    def wrap(self, wide: int) -> Iterator[Part]:
        """The lines that it makes at this width."""
        for text, look, marked, indent in self._parts:
            for place, line in enumerate(wrapped(text, wide - indent)):
                yield Part(" " * indent + line, look, 0 if place else marked)

    def render_line(self, y: int) -> Strip:
        """One line; at its end, in a text that goes on, where one is."""
        width, at = self.size.width, self._top + y
        text, look, marked, _ = self._lines[at] if at < len(self._lines) else Part("")
        style = self.get_component_rich_style(f"reading--{look}") if look else self.rich_style
        room = width if self.fits else width - 1
        text = set_cell_size(text, room)
        mark = self.get_component_rich_style("reading--mark")
        segments = [Segment(text[:marked], mark)] if marked else []
        segments.append(Segment(text[marked:], style))
        if not self.fits:
            quiet = self.get_component_rich_style("reading--quiet")
            segments.append(sign(y, self._top, self.size.height, len(self._lines), quiet))
        return Strip(segments, width)
