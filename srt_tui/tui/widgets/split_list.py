"""A list on the right half, and lines to read beside it on the left."""

from collections.abc import Iterable

from rich.cells import set_cell_size
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from srt_tui.tui.widgets.lines import WIDE
from srt_tui.tui.widgets.reading import Part, wrapped_parts
from srt_tui.tui.widgets.table import Table


class SplitList(Table):
    """One widget, for two side by side take twice as long to draw; a narrow one is the list alone.

    What there is no room for on the left is left off with a sign.
    """

    COMPONENT_CLASSES = {"split-list--strong", "split-list--quiet"}

    def __init__(
        self, *columns: tuple[str, int], beside: Iterable[Part], id: str | None = None
    ) -> None:
        super().__init__(*columns, id=id)
        self._parts = tuple(beside)
        self._beside: list[Part] = []

    @property
    def _left(self) -> int:
        return self.size.width // 2 if self.size.width >= WIDE else 0

    @property
    def columns(self) -> int:
        """What the left half leaves."""
        return self.size.width - self._left

    def render_lines(self, crop: Region) -> list[Strip]:
        """Both halves."""
        if wide := max(0, self._left - 1):
            lines, room = [*wrapped_parts(self._parts, wide)], self.size.height
            if len(lines) > room:
                last = lines[room - 1]
                lines[room - 1 :] = [last._replace(text=f"{last.text[: wide - 2]} …")]
            self._beside = lines
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line of each."""
        right = super().render_line(y)
        if not self._left:
            return right
        text, look, *_ = self._beside[y] if y < len(self._beside) else Part("")
        style = self.style_of(f"split-list--{look}" if look else "")
        left = Segment(set_cell_size(text, self._left), style)
        return Strip([left, *right], self.size.width)
