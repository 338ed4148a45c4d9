"""What every screen and dialog is made from: a title line, a body, a key line, and commands."""

import datetime as dt
import inspect
from collections.abc import Awaitable, Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeAlias, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from srt_tui.domain.errors import SrtError
from srt_tui.tui import memory, navigation, textual_private
from srt_tui.tui.commands import BACK, EVERYWHERE, PALETTE, READING, Command
from srt_tui.tui.fit import HEIGHTS, WIDTHS, WindowFit
from srt_tui.tui.widgets.lines import KeyItem, KeyLine, TitleLine

if TYPE_CHECKING:
    from srt_tui.tui.app import SrtApp
    from srt_tui.workflow.workspace import Workspace

Result = TypeVar("Result")
Answer = TypeVar("Answer")
KeepSafety: TypeAlias = Callable[[dt.date | None], None]
"""Keeps that a safety matter was raised, with the day to follow it up."""


class AppScreen(Screen[Result], Generic[Result]):
    """A screen: lists its commands, composes a body, and has a method `do_<name>` for each."""

    commands: ClassVar[tuple[Command, ...]] = ()
    words: ClassVar[str] = ""
    """What the title line says."""
    parts: tuple[object, ...] = ()
    """What does some of its commands in its place."""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    _dispatch_message = textual_private.dispatch
    _seen = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = [
            Binding(key, action, command.label, priority=command.urgent)
            for command in cls.commands
            for key, action in command.actions
        ]
        super().__init_subclass__(**kwargs)

    def compose(self) -> ComposeResult:
        """The frame round the body, made for the room there is."""
        self.fit.begin()
        yield TitleLine(self.words, band=self._band)
        yield from self.body()
        yield KeyLine()

    @cached_property
    def fit(self) -> WindowFit:
        """How much room there is."""
        return WindowFit(self)

    async def _on_resize(self, event: events.Resize) -> None:
        """Another size."""
        self.fit.resized(event)

    def refit(self) -> None:
        """The window has another size."""

    @property
    def _band(self) -> str:
        """What must be in plain sight on every screen."""
        if self.srt.demo:
            return "DEMO"
        return "READ ONLY" if self.workspace.read_only else ""

    def body(self) -> ComposeResult:
        """The widgets between title and keys."""
        yield from ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Each line of the ground beneath is like the others: one is drawn for all."""
        return super().render_lines(Region(crop.x, 0, crop.width, 1)) * crop.height

    def on_mount(self) -> None:
        """Keep cursors still: a blink writes to the terminal all day long."""
        for box in self.query("Input, TextArea"):
            box.cursor_blink = False  # type: ignore[attr-defined]  # both have it; naming TextArea would load it at the start

    def on_screen_suspend(self) -> None:
        """Out of sight: what it had drawn need not be kept."""
        textual_private.forget_drawn()

    @property
    def srt(self) -> "SrtApp":
        """The program this screen belongs to."""
        return cast("SrtApp", self.app)

    @property
    def workspace(self) -> "Workspace":
        """What the workflow is asked through."""
        return self.srt.workspace

    async def action_do(self, name: str, key: str = "") -> None:
        """Run the command, or say why it is not available; a failure is one sentence."""
        command = next((c for c in self.now() if c.name == name), None)
        if command is None:
            return  # another key, or another moment, was quicker
        if reason := self.why_not(command):
            self.say(f"Not available: {reason}")
            return
        told = (key or command.keys[0],) if command.takes_key else ()
        await self._tried(partial(self.doing(name), *told))

    def doing(self, name: str) -> Callable[..., object]:
        """What a command of this name does."""
        return self._found(f"do_{name}")

    def why_not(self, command: Command) -> str:
        """Why it cannot be done now; empty when it can."""
        if command.writes and self.workspace.read_only:
            return READING
        return str(self._found(f"why_not_{command.name}", str)())

    def _found(self, name: str, *otherwise: Callable[..., object]) -> Callable[..., object]:
        """What has this name: a part of the screen, the screen, or the program."""
        for each in (*self.parts, self, self.srt):
            if has := getattr(each, name, None):
                return cast("Callable[..., object]", has)
        return otherwise[0]

    async def _tried(self, act: Callable[[], object]) -> None:
        """Do it; what it could not do is one sentence on the screen in sight."""
        try:
            result = act()
            if inspect.isawaitable(result):
                await result
        except SrtError as error:
            self.srt.say(str(error))
        self.refresh_keys()

    def ask(
        self,
        dialog: "AppScreen[Answer]",
        then: Callable[[Answer], object],
        left: Callable[[], object] | None = None,
    ) -> None:
        """Open a dialog; do `then` with its answer, or `left` when it was left without one."""

        async def answered(answer: Answer | None) -> None:
            if answer is not None:
                await self._tried(partial(then, answer))
            elif left:
                await self._tried(left)

        self.srt.push_screen(dialog, answered)

    def do_help(self) -> None:
        """List the keys of this screen."""
        navigation.help(self)

    def do_palette(self) -> None:
        """Find an action of this screen by a word."""
        navigation.palette(self)

    def do_safety(self) -> None:
        """What to do when somebody may not be safe."""
        navigation.safety(self.srt)

    def say(self, sentence: str) -> None:
        """Show a sentence in place of the keys until the next key is pressed."""
        self.query_one(KeyLine).message = sentence

    def takes(self, key: str) -> bool:
        """Whether a key does something here: too small a window takes only a few."""
        self.hush()
        return not self.fit.cramped or key in ("f9", "ctrl+l", "ctrl+q", "enter")

    def hush(self) -> None:
        """Take the sentence away."""
        for line in self.query(KeyLine):
            line.message = ""

    def head(self, words: str, state: str = "") -> None:
        """Change what the title line says, and its right-hand side."""
        line = self.query_one(TitleLine)
        line.words, line.state = words, state

    def save(self) -> None:
        """Keep what is being typed; called before hiding, locking, leaving and failing."""

    @property
    def whose(self) -> str:
        """Whose session runs on this face; empty when none does."""
        return ""

    @property
    def in_hand(self) -> str | None:
        """Whom it is about outside a session: "" for nobody, None for whom the face beneath is."""
        return ""

    @property
    def keeps_safety(self) -> KeepSafety | None:
        """What keeps a safety matter with the session on this face; None where none runs."""
        return None

    def stand_still(self) -> None:
        """Something comes first: what plays stands still, and stays in sight."""

    def covered(self) -> None:
        """The screen has been hidden: pause what plays and take it from sight."""

    def now(self) -> Iterator[Command]:
        """The commands there are at this moment."""
        yield from (*self.commands, *self.everywhere())

    def available(self) -> Iterator[Command]:
        """Those whose keys act: while typing, plain characters are text."""
        taken = self.focused is not None and self.focused.check_consume_key("a", "a")
        yield from (c for c in self.now() if not (taken and c.types))

    def offered(self) -> Iterator[Command]:
        """Those the palette finds."""
        shown = ("?", PALETTE.shown)
        yield from (c for c in self.now() if c.shown not in shown and not c.takes_key)

    def everywhere(self) -> tuple[Command, ...]:
        """What this screen offers beyond its own commands."""
        return EVERYWHERE

    def refresh_keys(self) -> None:
        """Bring the key line up to date."""
        for line in self.query(KeyLine):
            line.items = tuple(
                KeyItem(c.name, c.foot or c.shown, c.label, not self.why_not(c))
                for c in self.available()
                if c.footer and c.label
            )

    async def on_input_submitted(self) -> None:
        """Enter in a box is Enter on the screen."""
        for command in self.commands:
            if command.key == "enter":
                await self.action_do(command.name)

    def on_descendant_focus(self) -> None:
        """Another field: other keys act."""
        self.refresh_keys()

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """In sight: the keys are brought up to date. What is new has its styles already."""
        event.refresh_styles = self._seen
        if self._seen:
            self.call_after_refresh(memory.tidy)
        self._seen = True
        self.refresh_keys()


class Dialog(AppScreen[Result], Generic[Result]):
    """A question that fills the screen; Esc leaves it and answers None."""

    commands: ClassVar[tuple[Command, ...]] = (BACK,)

    @property
    def in_hand(self) -> str | None:
        """Whoever the face beneath is about."""
        return None

    def do_back(self) -> Awaitable[None] | None:
        """Leave without an answer."""
        self.dismiss(None)
        return None
