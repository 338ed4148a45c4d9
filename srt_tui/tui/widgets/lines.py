"""The two lines that frame every screen: its title above, its keys below."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

ALL, MANY, FEW = 99, 6, 4
WIDER, WIDE = 120, 60
FIRST_TO_GO = ("safety", "back")
LAST_TO_GO = ("help", "hide")


class TitleLine(Widget):
    """Title on the left; state and help on the right; DEMO or READ ONLY in plain sight."""

    words: reactive[str] = reactive("")
    state: reactive[str] = reactive("")

    def __init__(self, words: str = "", *, band: str = "") -> None:
        super().__init__()
        self._band = band
        self.set_reactive(TitleLine.words, words)

    def render(self) -> Content:
        """One line; where there is too little room, first the state gives way, part by part."""
        band = Content.styled(f" {self._band} ", "reverse bold") if self._band else Content("")
        room = self.size.width - band.cell_length - 1
        state = shortened_state(self.state, room - cell_len(self.words) - 3)
        right = f" {state} " if state else ""
        title = Content.styled(f" {self.words}", "bold").truncate(
            max(0, room - cell_len(right)), ellipsis=True
        )
        gap = room + 1 - title.cell_length - cell_len(right)
        return Content.assemble(title, " " * max(0, gap), band, right)


def shortened_state(state: str, room: int) -> str:
    """As many parts of the state as fit, from its end; parts are divided by a middle dot."""
    parts = state.split(" · ")
    while parts and cell_len(" · ".join(parts)) > room:
        parts.pop(0)
    return " · ".join(parts)


class KeyItem(NamedTuple):
    """A key and what it does, for the key line."""

    name: str
    shown: str
    label: str
    ready: bool

    @property
    def width(self) -> int:
        """Columns it takes, with the space that parts it from the next."""
        return len(self.shown) + len(self.label) + 3


class KeyLine(Widget):
    """The keys that fit; or a sentence, until the next key."""

    items: reactive[tuple[KeyItem, ...]] = reactive(())
    message: reactive[str] = reactive("", layout=True)

    def watch_message(self, message: str) -> None:
        """Every line of a message stands a column in."""
        self.set_class(bool(message), "-says")

    def render(self) -> Content:
        """The message if there is one, else the keys."""
        if self.message:
            return Content(self.message)
        return Content.assemble(
            *(self._item(item) for item in fitting(self.items, self.size.width))
        )

    def _item(self, item: KeyItem) -> Content:
        click = Style.from_meta({"@click": f"screen.do('{item.name}')"})
        key = "bold $mark" if item.ready else "$quiet"
        label = "" if item.ready else "$quiet"
        whole = Content.assemble(" ", (item.shown, key), " ", (item.label, label), " ")
        return whole.stylize(click)


def fitting(items: Sequence[KeyItem], width: int) -> list[KeyItem]:
    """The items that fit; at most six below 120 columns, four below 60; Hide and Help go last."""
    most = ALL if width >= WIDER else MANY if width >= WIDE else FEW

    def too_many(kept: list[KeyItem]) -> bool:
        return len(kept) > most or sum(item.width for item in kept) > width

    kept = list(items)
    own = [item.name for item in reversed(items) if item.name not in LAST_TO_GO]
    for name in (*FIRST_TO_GO, *own, *LAST_TO_GO):
        if too_many(kept):
            kept = [item for item in kept if item.name != name]
    return kept
