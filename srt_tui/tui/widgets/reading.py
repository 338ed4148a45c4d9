"""A text to read: wrapped to the width, scrolled with the arrow keys, drawn line by line."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from srt_tui.tui.widgets.long_list import sign
from srt_tui.tui.widgets.page import wrapped
from srt_tui.tui.widgets.scrolled import Scrolled

Look: TypeAlias = Literal["", "strong", "mark", "quiet", "seen"]

MARGIN = 2
"""Columns that are kept free on the right, with the sign in the last one."""


class Part(NamedTuple):
    """Some of the text in one look; the first `marked` characters stand out.

    Its later lines begin under the character at `hang`.
    """

    text: str
    look: Look = ""
    marked: int = 0
    indent: int = 0
    hang: int = 0


def wrapped_parts(parts: Iterable[Part], wide: int) -> Iterator[Part]:
    """The lines that they make at this width."""
    for text, look, marked, indent, hang in parts:
        for place, line in enumerate(wrapped(text[hang:], wide - indent - hang)):
            head = " " * hang if place else text[:hang]
            yield Part(" " * indent + head + line, look, 0 if place else marked)


def cut_to(lines: list[Part], height: int, wide: int) -> list[Part]:
    """As many lines as there is room for, with a sign where there are more."""
    if len(lines) <= height:
        return lines
    last = lines[height - 1]
    return [*lines[: height - 1], last._replace(text=f"{last.text[: wide - 2]} …")]


class Reading(Scrolled):
    """Textual's scrolling container with a text in it costs several times as much to open."""

    WHEEL = 3
    COMPONENT_CLASSES = {"reading--strong", "reading--mark", "reading--quiet", "reading--seen"}

    def __init__(
        self,
        parts: Iterable[Part] = (),
        *,
        widest: int = 0,
        cut: bool = False,
        id: str | None = None,
    ) -> None:
        """`widest` is how wide its lines may be; one that is `cut` ends in dots."""
        super().__init__(id=id)
        self.can_focus = not cut
        self._parts, self._widest, self._cut = tuple(parts), widest, cut
        self._lines: list[Part] = []
        self._made_for, self._top = (0, 0), 0
        self._base = Style.null()

    def show(self, parts: Iterable[Part]) -> None:
        """Another text, from its top; a line that stays as it is is not drawn again."""
        before, all_of_it = self._lines, self.fits
        self._parts, self._made_for, self._top = tuple(parts), (0, 0), 0
        self._lay()
        if not (all_of_it and self.fits):
            self.refresh()
            return
        for row in range(max(len(before), len(self._lines))):
            if before[row : row + 1] != self._lines[row : row + 1]:
                self.refresh(Region(0, row, self.size.width, 1))

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

    def action_to(self, place: int) -> None:
        """To this line at the top, as far as there are lines."""
        before, self._top = self._top, self._within(place)
        if self._top != before:
            self.refresh()

    def _within(self, top: int) -> int:
        return max(0, min(top, len(self._lines) - self.size.height))

    def _lay(self) -> None:
        """Wrap anew where the room is another."""
        room = self.size.width - (0 if self._cut else MARGIN)
        wide, height = min(self._widest or room, room), self.size.height
        if height and (wide, height) != self._made_for:
            lines = [*wrapped_parts(self._parts, wide)]
            self._lines = cut_to(lines, height, wide) if self._cut else lines
            self._made_for = wide, height

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is in sight."""
        self._lay()
        self._top = self._within(self._top)
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line; at its end, in a text that goes on, where one is."""
        width, at = self.size.width, self._top + y
        text, look, marked, *_ = self._lines[at] if at < len(self._lines) else Part("")
        style = self.get_component_rich_style(f"reading--{look}") if look else self._base
        room = width if self.fits else width - 1
        text = set_cell_size(text, room)
        mark = self.get_component_rich_style("reading--mark")
        segments = [Segment(text[:marked], mark)] if marked else []
        segments.append(Segment(text[marked:], style))
        if not self.fits:
            quiet = self.get_component_rich_style("reading--quiet")
            segments.append(sign(y, self._top, self.size.height, len(self._lines), quiet))
        return Strip(segments, width)
