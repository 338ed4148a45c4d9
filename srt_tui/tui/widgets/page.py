"""One page of the shared screen: a narrow column in the middle, in pieces where it is too long."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from srt_tui.present.session.pages import PageView

WIDEST = 45
_MARGIN = 2
_FEWEST_ROWS = 4


class Drawn(NamedTuple):
    """One line of a page as it is drawn, and its style."""

    text: str
    style: str = ""


class SharedPage(Widget):
    """Draws a `PageView`; `turn` shows the next piece of one that does not fit."""

    shown: reactive[PageView] = reactive(PageView(heading=""))
    piece: reactive[int] = reactive(0)
    single: reactive[bool] = reactive(False)
    """Whether a box stands beneath, so that everything has to be in one piece."""

    def watch_shown(self, before: PageView, now: PageView) -> None:
        """Another idea begins at its first piece; the same one stays where it is."""
        if (before.big, before.below) != (now.big, now.below):
            self.piece = 0

    @property
    def pieces(self) -> tuple[tuple[Drawn, ...], ...]:
        """The page cut to what fits."""
        pieces = laid(self.shown, self.size)
        return pieces[-1:] if self.single else pieces

    @property
    def more(self) -> bool:
        """Whether something is still to come."""
        return self.piece < len(self.pieces) - 1

    def turn(self, by: int = 1) -> bool:
        """The next piece, or the one before; False when there is none."""
        to = self.piece + by
        if 0 <= to < len(self.pieces):
            self.piece = to
            return True
        return False

    def render(self) -> Content:
        """The piece, in the middle."""
        pieces = self.pieces
        lines = pieces[min(self.piece, len(pieces) - 1)]
        left = " " * max(0, (self.size.width - column(self.size.width)) // 2)
        top = [Drawn("")] * max(0, (self.size.height - len(lines)) // 2)
        return Content("\n").join(
            Content.assemble(left, (line.text, line.style)) for line in (*top, *lines)
        )


def column(width: int) -> int:
    """How wide the text may be."""
    return max(1, min(WIDEST, width - _MARGIN))


def laid(view: PageView, size: Size) -> tuple[tuple[Drawn, ...], ...]:
    """The page in pieces of at most `size.height` lines; whole where it fits."""
    width, height = column(size.width), max(1, size.height)
    above, big = _text((view.above,), width, "$quiet"), _text((view.big,), width, "bold")
    below, rows = _text(view.below, width, "$quiet"), _rows(view, width)
    for parts in (_parted(above, big, rows, below), [*above, *big, *rows, *below]):
        if len(parts) <= height:
            return (tuple(parts),)
    head = [*above, *big]
    if not rows:
        return _cut([*head, *below], height)
    told = _cut([*head, *below], height) if below else ()
    if len(head) + min(len(rows), _FEWEST_ROWS) > height:
        told, head = told or _cut(head, height), big
    if len(head) + min(len(rows), _FEWEST_ROWS) > height:
        head = []
    return *map(_goes_on, told), (*head, *_window(rows, height - len(head)))


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text, none wider than `width` columns."""
    return [line.plain.rstrip() for line in Content(text).wrap(max(1, width))]


def _text(texts: Iterable[str], width: int, style: str) -> list[Drawn]:
    return [Drawn(line, style) for text in texts if text for line in wrapped(text, width)]


def _rows(view: PageView, width: int) -> list[Drawn]:
    """The rows, the one pointed at behind a bar; a long one goes on beneath itself."""
    lines: list[Drawn] = []
    for place, row in enumerate(view.rows):
        here = place == view.here
        for part, text in enumerate(wrapped(row, width - 1)):
            lines.append(
                Drawn(f"{'▌' if here else ' '}{'  ' if part else ''}{text}", "bold" * here)
            )
    return lines


def _parted(*parts: list[Drawn]) -> list[Drawn]:
    """The parts with a blank line between them."""
    lines: list[Drawn] = []
    for part in parts:
        if part:
            lines += [Drawn("")] * bool(lines) + part
    return lines


def _cut(lines: list[Drawn], height: int) -> tuple[tuple[Drawn, ...], ...]:
    """Pieces of that height; each but the last ends in dots."""
    pieces = [tuple(lines[at : at + height]) for at in range(0, len(lines), height)]
    return *map(_goes_on, pieces[:-1]), *pieces[-1:]


def _goes_on(piece: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    """The piece with dots at its end, once."""
    *lines, last = piece
    return piece if last.text.endswith(" …") else (*lines, Drawn(f"{last.text} …", last.style))


def _window(rows: list[Drawn], height: int) -> list[Drawn]:
    """As many rows as fit, round the one pointed at; arrows say where there are more."""
    here = next((i for i, row in enumerate(rows) if row.text.startswith("▌")), 0)
    top = max(0, min(here - height // 2, len(rows) - height))
    shown = rows[top : top + height]
    if top and not shown[0].text.startswith("▌"):
        shown[0] = Drawn(f"↑{shown[0].text[1:]}", shown[0].style)
    if top + height < len(rows) and not shown[-1].text.startswith("▌"):
        shown[-1] = Drawn(f"↓{shown[-1].text[1:]}", shown[-1].style)
    return shown
