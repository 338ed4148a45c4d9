"""The neutral screen: a clock, and how to come back."""

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from srt_tui.tui.commands import QUIT, Command
from srt_tui.tui.screen import AppScreen

RETURN = Command(
    "return", "enter", "Back", "Press Enter twice to go back.", shown="Enter twice", footer=True,
)  # fmt: skip


class Hidden(AppScreen[None]):
    """Shows the time and nothing else; one Enter is not enough to go back."""

    commands = (RETURN,)

    def __init__(self) -> None:
        super().__init__()
        self._asked = False

    def body(self) -> ComposeResult:
        """The clock."""
        yield Static("", id="clock", markup=False)

    def on_mount(self) -> None:
        """Set the clock going."""
        self._clock = self.set_interval(1, self._tick)

    def on_screen_resume(self) -> None:
        """In sight: the clock is right."""
        self.begin_again()
        self._tick()
        self._clock.resume()

    def on_screen_suspend(self) -> None:
        """Out of sight: nothing needs to be done each second."""
        self._clock.pause()

    def _tick(self) -> None:
        time = f"{self.workspace.now():%H:%M}"
        clock = self.query_one("#clock", Static)
        if clock.content != time:
            clock.update(time)

    def everywhere(self) -> tuple[Command, ...]:
        """Nothing else is offered here."""
        return (QUIT,)

    def begin_again(self) -> None:
        """Hidden, or hidden once more: Enter has to be pressed twice from here."""
        self._asked = False
        self.hush()

    def on_key(self, event: events.Key) -> None:
        """Any other key begins again."""
        if event.key != "enter":
            self._asked = False

    def do_return(self) -> None:
        """The first Enter asks for a second; the second goes back."""
        if self._asked:
            self.dismiss(None)
            return
        self._asked = True
        self.say("Enter once more to go back.")
