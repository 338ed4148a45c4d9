"""The program on the screen: what works everywhere, and an orderly way out."""

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.binding import Binding

from srt_tui.tui import memory, textual_private
from srt_tui.tui.commands import EVERYWHERE
from srt_tui.tui.key_queue import KeyQueue
from srt_tui.tui.preload import Preload
from srt_tui.tui.privacy import Privacy
from srt_tui.tui.screen import AppScreen
from srt_tui.tui.screens.hidden import Hidden
from srt_tui.tui.signals import on_signals
from srt_tui.tui.themes import EXTRA, THEMES, after
from srt_tui.tui.urgent import WAITS, Urgent

if TYPE_CHECKING:
    from srt_tui.workflow.workspace import Workspace

Opening = Callable[["SrtApp"], AppScreen[Any]]


class SrtApp(App[None]):
    """Shows one face at a time over a workspace."""

    CSS_PATH = "shell.tcss"
    ENABLE_COMMAND_PALETTE = False
    _dispatch_message = textual_private.dispatch
    BINDINGS = [
        Binding(c.key, f"everywhere('{c.name}')", c.label, priority=c.urgent) for c in EVERYWHERE
    ]

    def __init__(self, workspace: "Workspace", opening: Opening) -> None:
        super().__init__(driver_class=textual_private.driver())
        self._disable_tooltips = self._disable_notifications = True  # two widgets on every screen
        self.workspace = workspace
        self.demo = workspace.demo
        self.next_command = ""
        self._opening = opening
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = workspace.settings.theme
        self.key_queue, self.urgent = KeyQueue(self), Urgent(self)
        self.cover = Privacy(self, workspace.settings.idle_minutes * 60)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Stand-ins for our own colour names until a theme of ours is on."""
        return dict.fromkeys(EXTRA, "#808080")

    def on_mount(self) -> None:
        """Show the first screen; watch for signals and for a long silence."""
        self.urgent.begin()
        on_signals(self.leave, self.is_headless)
        self.push_screen(self.first_face())
        self.cover.begin()
        self.call_after_refresh(memory.settle)
        Preload(self).begin()

    def first_face(self) -> AppScreen[Any]:
        """The face to begin with, as things stand."""
        return self._opening(self)

    @property
    def failed(self) -> bool:
        """Whether a fault of the program ended it."""
        return self._exception is not None

    @property
    def face(self) -> AppScreen[Any] | None:
        """The face in sight; None while there is none."""
        shown = self.screen if self.screen_stack else None
        return shown if isinstance(shown, AppScreen) else None

    def faces(self) -> list[AppScreen[Any]]:
        """Every face that is open, the one in sight last."""
        return [screen for screen in self.screen_stack if isinstance(screen, AppScreen)]

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there; keys are handed on in turn."""
        fresh = isinstance(event, events.InputEvent) and not event.is_forwarded
        if fresh:
            self.cover.watch()
            self.cover.touch()
        if isinstance(event, events.MouseEvent) and not self.screen.region.contains(*event.offset):
            return  # a stray report from beyond the screen would take the focus away
        if not (fresh and isinstance(event, events.Key)):
            await super().on_event(event)
        elif self.face is None or self.face.takes(event.key):
            await self.key_queue.take(event, super().on_event)

    async def action_everywhere(self, name: str) -> None:
        """Run a command that works on every screen."""
        if name in WAITS:
            if self.urgent.is_new(name):
                getattr(self, f"do_{name}")()
        elif (face := self.face) and not self.cover.on:
            await face.action_do(name)

    def save(self) -> None:
        """Keep what is being typed on every open face."""
        for face in self.faces():
            face.save()

    def do_hide(self) -> None:
        """Show only a clock; what was open waits beneath it."""
        self.cover.hide()

    def do_change_theme(self) -> None:
        """The next theme."""
        self.theme = after(self.theme)

    def do_quit(self) -> None:
        """Leave; everything typed is kept."""
        self.leave(0)

    def go_on_with(self, command: str) -> None:
        """Leave, and let the program begin again with this command of its own."""
        self.next_command = command
        self.leave(0)

    def leave(self, code: int) -> None:
        """Save and end with this exit code, the terminal left as it was found."""
        try:
            self.save()
        finally:
            self.exit(return_code=code)

    def say(self, sentence: str) -> None:
        """In the line of keys of the face in sight; beneath the clock while that is hidden."""
        if open_ := [face for face in self.faces() if not isinstance(face, Hidden)]:
            open_[-1].say(sentence)

    def _handle_exception(self, error: Exception) -> None:
        """What can be told is said; a fault of ours ends it, and nothing of what was there is."""
        if told := textual_private.told(error):
            self.say(str(told))
            return
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            with contextlib.suppress(Exception):  # already failing; leaving must go on
                self.save()
        self._close_messages_no_wait()
