"""What is likely to be opened next is loaded while nobody waits, a little at a time."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from srt_tui.tui import memory

if TYPE_CHECKING:
    from srt_tui.tui.app import SrtApp

WAIT, PAUSE = 1.0, 0.05
"""Seconds after the start, and between two loads."""

_FACES = "srt_tui.tui.screens"
MODULES = (
    "srt_tui.tui.dialogs.help",
    "srt_tui.tui.dialogs.pick",
    f"{_FACES}.safety",
    "srt_tui.domain.history",
    "srt_tui.workflow.prepare",
    "srt_tui.workflow.deliver.conversation",
    f"{_FACES}.prepare",
    "srt_tui.present.history",
    "srt_tui.workflow.reporting",
    f"{_FACES}.history",
    f"{_FACES}.person",
    f"{_FACES}.new_person",
    f"{_FACES}.practice",
)
SHEETS = tuple(
    Path(__file__).with_name(folder) / f"{name}.tcss"
    for folder, name in (("screens", "history"), ("screens", "prepare"), ("session", "private"))
)


class Preload:
    """Loads one thing after another, until there is nothing more."""

    def __init__(self, app: "SrtApp") -> None:
        self._app = app
        self._modules = iter(MODULES)

    def begin(self) -> None:
        """When the start is over and a moment has passed."""
        self._app.set_timer(WAIT, self.load)

    def load(self) -> None:
        """The next module; last of all the stylesheets, which are read all at once."""
        if name := next(self._modules, ""):
            import_module(name)
            self._app.set_timer(PAUSE, self.load)
            return
        from srt_tui.workflow.practice import rehearsals  # noqa: PLC0415 - it is loaded by now

        for sheet in SHEETS:
            self._app.stylesheet.read(sheet)
        self._app.stylesheet.parse()
        rehearsals(self._app.workspace)
        memory.keep()
