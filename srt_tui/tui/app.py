"""The program on the screen: what works everywhere, and an orderly way out."""

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.binding import Binding

from srt_tui.tui.commands import EVERYWHERE
from srt_tui.tui.dialogs.help import HelpPage
from srt_tui.tui.dialogs.palette import PalettePage
from srt_tui.tui.face import Face
from srt_tui.tui.idle import Idle
from srt_tui.tui.leaving import on_signals
from srt_tui.tui.screens.hidden import Hidden
from srt_tui.tui.screens.safety import SafetyPage
from srt_tui.tui.themes import EXTRA, THEMES, after

if TYPE_CHECKING:
    from srt_tui.workflow.companion import Companion

Opening = Callable[["SrtApp"], Face[Any]]


class SrtApp(App[None]):
    """Shows one face at a time over a companion."""

    CSS_PATH = "shell.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding(
            command.key, f"everywhere('{command.name}')", command.label, priority=command.urgent
        )
        for command in EVERYWHERE
    ]

    def __init__(self, companion: "Companion", opening: Opening) -> None:
        super().__init__()
        self.companion = companion
        self.demo = companion.demo
        self.next_command = ""
        self._opening = opening
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = companion.settings.theme
        self.idle = Idle(companion.settings.idle_minutes * 60)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Stand-ins for our own colour names until a theme of ours is on."""
        return dict.fromkeys(EXTRA, "#808080")

    def on_mount(self) -> None:
        """Show the first screen; watch for signals and for a long silence."""
        on_signals(self.leave, self.is_headless)
        self.push_screen(self._opening(self))
        self.set_interval(self.idle.every, self._watch_idle)

    @property
    def failed(self) -> bool:
        """Whether a fault of the program ended it."""
        return self._exception is not None

    @property
    def face(self) -> Face[Any] | None:
        """The face in sight; None while there is none."""
        shown = self.screen if self.screen_stack else None
        return shown if isinstance(shown, Face) else None

    def faces(self) -> list[Face[Any]]:
        """Every face that is open, the one in sight last."""
        return [screen for screen in self.screen_stack if isinstance(screen, Face)]

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there; a key in a window that is too small does nothing."""
        if isinstance(event, events.InputEvent) and not event.is_forwarded:
            await self._watch_idle()
            self.idle.touch()
            if isinstance(event, events.Key) and (face := self.face):
                face.hush()
                if face.cramped and event.key not in ("f9", "ctrl+l", "ctrl+q", "enter"):
                    return
        await super().on_event(event)

    async def _watch_idle(self) -> None:
        if self.idle.over and not self.companion.locked:
            self.lock()

    async def action_everywhere(self, name: str) -> None:
        """Run a command that works on every screen."""
        if (face := self.face) and (name in ("hide", "quit") or not isinstance(face, Hidden)):
            await face.action_do(name)

    def save(self) -> None:
        """Keep what is being typed on every open face."""
        for face in self.faces():
            face.save()

    def do_hide(self) -> None:
        """Show only a clock; what was open waits beneath it."""
        if isinstance(self.face, Hidden):
            return
        for face in self.faces():
            face.covered()
        self.push_screen(Hidden())
        self.save()

    def lock(self) -> None:
        """After a long silence: keep what is typed, drop the records, show only a clock.

        A demo has no passphrase that anybody knows; it is hidden and stays open.
        """
        if self.demo:
            self.do_hide()
            return
        for face in self.faces():
            face.covered()
        self.save()
        self.companion.lock()
        opening = self._opening(self)
        self.switch_all(opening)
        self.push_screen(Hidden())

    def switch_all(self, face: Face[Any]) -> None:
        """Close every face and show this one."""
        while len(self.screen_stack) > 2:  # noqa: PLR2004 - Textual's own blank screen and one face
            self.pop_screen()
        self.switch_screen(face)

    def do_help(self) -> None:
        """List the keys of the face in sight."""
        face = self.face
        if face and not isinstance(face, HelpPage):
            keys = [(c.shown, c.sentence()) for c in face.available()]
            self.push_screen(HelpPage(face.words, keys))

    def do_palette(self) -> None:
        """Find an action of the face in sight by a word."""
        face = self.face
        if face and not isinstance(face, PalettePage):

            def run(name: str | None) -> None:
                if name:
                    self.call_later(face.action_do, name)

            self.push_screen(PalettePage(tuple(face.offered())), run)

    def do_safety(self) -> None:
        """What to do when somebody may not be safe."""
        if not isinstance(self.face, SafetyPage):
            self.push_screen(SafetyPage())

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

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours: save, leave, and keep words and local values off the terminal."""
        first = self._exception is None
        self._return_code = 1
        if first:
            self._exception = error
            self._exception_event.set()
            with contextlib.suppress(Exception):  # already failing; leaving must go on
                self.save()
        self._close_messages_no_wait()
