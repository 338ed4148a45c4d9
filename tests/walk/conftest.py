"""A machine with a small sealed store on it, and the program in a real terminal."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from srt_tui.domain import plan as planning
from srt_tui.domain.entry import AnyEntry, Unknown
from srt_tui.domain.participant import Preferences
from srt_tui.domain.session import Draft
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.store import Cost
from srt_tui.workflow import prepare
from srt_tui.workflow.workspace import Workspace, start
from tests.support.terminal import Terminal

ROOT = Path(__file__).parents[2]
PASSPHRASE = "four plain words here"
REFERENCE = "QX-47"


class Machine:
    """A home with a store in it, one person, and a session that was cut off at a page."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / "srt"
        self.folder.mkdir(0o700, exist_ok=True)
        (self.folder / "settings.toml").write_text('player = "storyboard"\n', encoding="utf-8")
        with self.opened(new=True) as workspace:
            prepare.add_person(workspace, REFERENCE, Preferences(minutes=60), workspace.today)

    @contextmanager
    def opened(self, *, new: bool = False) -> Iterator[Workspace]:
        """The store, as another program would open it; the real one must have let go of it."""
        workspace = start(
            locate({"SRT_HOME": str(self.folder)}), Settings(), store=self.folder / "store"
        )
        if new:
            workspace.create(PASSPHRASE, cost=Cost.least())
        else:
            workspace.unlock(PASSPHRASE)
        try:
            yield workspace
        finally:
            workspace.lock()

    def cut_off(self, exercise: str, page: str) -> None:
        """A session on this exercise that stopped at this page."""
        with self.opened() as workspace:
            preparing = prepare.Preparing(workspace, REFERENCE)
            preparing.making.plan = planning.make(workspace.pack, (exercise,), minutes=60)
            live = preparing.start()
            live.go(next(i for i, each in enumerate(live.pages) if each.key == page))

    def entries(self) -> Sequence[AnyEntry | Unknown]:
        """All that is kept of the person."""
        with self.opened() as workspace:
            return workspace.person(REFERENCE).entries()

    def typed(self) -> str:
        """What the draft holds of what was typed."""
        with self.opened() as workspace:
            data = workspace.person(REFERENCE).draft()
        return " ".join(msgspec.json.decode(data, type=Draft).typed.values()) if data else ""

    @property
    def env(self) -> dict[str, str]:
        """What the program is told about this machine."""
        return {
            "HOME": str(self.home),
            "SRT_HOME": str(self.folder),
            "TMPDIR": str(self.home),
            "PATH": os.environ["PATH"],
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "TZ": "Europe/London",
            "PYTHONPATH": str(ROOT),
        }

    def start(self, *words: str, **env: str) -> Terminal:
        """The program in a terminal of its own."""
        command = [sys.executable, "-m", "srt_tui", *words]
        return Terminal(command, env=self.env | env, cwd=str(self.home))


def go_on(terminal: Terminal, passphrase: str = PASSPHRASE) -> None:
    """From the start to the page where the session was cut off."""
    terminal.expect("Locked")
    terminal.press(passphrase, "enter")
    terminal.expect(REFERENCE)
    terminal.press("enter")
    terminal.expect("Cut off")
    terminal.press("enter")
    terminal.until(lambda shown: "Cut off" not in shown and "F9" in shown)


@pytest.fixture
def machine(home: Path) -> Machine:
    """A machine of its own, with one session cut off at a question of f01."""
    made = Machine(home)
    made.cut_off("f01", "3-p1")
    return made


@pytest.fixture
def arrive() -> Callable[[Terminal], None]:
    """Walks to the page where the session was cut off."""
    return go_on
