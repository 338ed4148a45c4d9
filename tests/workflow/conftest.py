import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from srt_tui.domain.participant import Preferences
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.store import Cost
from srt_tui.workflow import prepare
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.workspace import Workspace, start


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 11, 23, 14, 32).astimezone()

    def __call__(self) -> dt.datetime:
        return self.now

    def on(self, **by: float) -> None:
        """Move on by days, hours or minutes."""
        self.now += dt.timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def move_on(clock: Clock) -> Callable[..., None]:
    """Moves the clock on by days, hours or minutes."""
    return clock.on


@pytest.fixture
def passphrase() -> str:
    return "a long enough passphrase"


@pytest.fixture
def made(tmp_path: Path, clock: Clock, passphrase: str) -> Iterator[tuple[Workspace, str]]:
    """A workspace with a new vault, and its recovery key."""
    fresh = start(locate(), Settings(), store=tmp_path / "store", now=clock)
    yield fresh, fresh.create(passphrase, cost=Cost.least())
    fresh.lock()


@pytest.fixture
def workspace(made: tuple[Workspace, str]) -> Workspace:
    return made[0]


@pytest.fixture
def recovery(made: tuple[Workspace, str]) -> str:
    return made[1]


@pytest.fixture
def someone(workspace: Workspace) -> str:
    """A participant who was referred a week ago, on the books."""
    on = workspace.today - dt.timedelta(days=7)
    return prepare.add_person(workspace, "jd 07", Preferences(), on)


@pytest.fixture
def live(workspace: Workspace, someone: str) -> LiveSession:
    """A running first session."""
    return prepare.Preparing(workspace, someone).start()
