"""What is suggested, each with its reason; and below, what is known, as far as there is room."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from srt_tui.tui.widgets.brief import BriefLines


class Suggested(Vertical):
    """Names with reasons under a heading, then lines under another."""

    def __init__(
        self,
        heading: str,
        found: Sequence[tuple[str, str]],
        below: str,
        known: Sequence[str],
        *,
        id: str,
    ) -> None:
        super().__init__(id=id)
        self._heading, self._found = heading, found
        self._below, self._known = below, known

    def compose(self) -> ComposeResult:
        """One under the other."""
        yield Static(self._heading, classes="quiet", markup=False)
        for name, why in self._found:
            yield Static(name, classes="name", markup=False)
            yield Static(why, classes="why", markup=False)
        yield Static(self._below, classes="quiet", markup=False)
        yield BriefLines(id="known")

    def on_mount(self) -> None:
        """As much as there is room for."""
        self.query_one(BriefLines).show(self._known)
