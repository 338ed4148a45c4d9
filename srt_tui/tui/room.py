"""The room window: the together view of the session that runs, on a screen of its own."""

import asyncio
import contextlib
from pathlib import Path

import msgspec
from textual import events
from textual.app import App, ComposeResult

from srt_tui.present.session import room as said
from srt_tui.present.session.pages import PageView
from srt_tui.present.session.room import BLANK, RoomFrame
from srt_tui.tui.themes import EXTRA, THEMES
from srt_tui.tui.widgets.lines import KeyItem, KeyLine, TitleLine
from srt_tui.tui.widgets.page import SharedPage
from srt_tui.workflow.room import join, leave

AGAIN_AFTER = 0.5
"""Seconds between two looks for a session that is not there, or not there any more."""


class RoomApp(App[None]):
    """Draws what comes, sends the keys that are his, and is blank while nothing comes."""

    CSS_PATH = ["shell.tcss", "session/session.tcss"]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, path: Path, theme: str) -> None:
        super().__init__()
        self._path = path
        self._writer: asyncio.StreamWriter | None = None
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Stand-ins for our own colour names until a theme of ours is on."""
        return dict.fromkeys(EXTRA, "#808080")

    def compose(self) -> ComposeResult:
        """The page between its two lines, as on the first window."""
        yield TitleLine()
        yield SharedPage(id="page")
        yield KeyLine()

    def on_mount(self) -> None:
        """Follow whatever session there is."""
        self.draw(RoomFrame(view=PageView(heading="", big=said.NONE_RUNS, below=(said.START_ONE,))))
        self.run_worker(self._follow())

    async def _follow(self) -> None:
        """What comes is shown; when the line breaks, nothing is, until there is one again."""
        while True:
            if line := await join(self._path):
                reader, self._writer = line
                with contextlib.suppress(OSError, ValueError):
                    while text := await reader.readline():
                        self.draw(msgspec.json.decode(text, type=RoomFrame))
                await leave(self._writer)
                self._writer = None
                self.draw(BLANK)
            await asyncio.sleep(AGAIN_AFTER)

    def draw(self, frame: RoomFrame) -> None:
        """Show a frame; blank where it has nothing."""
        view = frame.view or PageView(heading="")
        self.query_one(SharedPage).shown = view
        line = self.query_one(TitleLine)
        line.words = view.heading
        line.state = " · ".join(filter(None, (view.whose, view.state)))
        self.query_one(KeyLine).items = tuple(
            KeyItem(label, shown, label, ready=True) for shown, label in frame.keys
        )

    async def on_event(self, event: events.Event) -> None:
        """Keys go to the session; Ctrl+Q closes this window, and F9 blanks it at once."""
        if not isinstance(event, events.Key) or event.key == "ctrl+q":
            await super().on_event(event)
            return
        key = "f9" if event.key == "ctrl+l" else event.key
        if key == "f9":
            self.draw(BLANK)
        if self._writer:
            self._writer.write(f"{key}\n".encode("ascii", "ignore"))
