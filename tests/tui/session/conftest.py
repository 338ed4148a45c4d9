"""Sits down at a running session: the real screen over a real store, told at a fixed time."""

import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import msgspec
import pytest

from srt_tui.domain import plan as planning
from srt_tui.domain.content import Length
from srt_tui.domain.entry import Entry
from srt_tui.domain.participant import Preferences, Suits
from srt_tui.domain.session import Draft
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.store import Cost
from srt_tui.tui.session.screen import SessionScreen
from srt_tui.workflow import prepare
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.workspace import Workspace, start

REFERENCE = "KB-21"
NOW = dt.datetime(2026, 11, 23, 14, 32, tzinfo=dt.UTC)
Kind = TypeVar("Kind", bound=Entry)


class Sitting:
    """A walk through one session: keys, what is on the screen, and what is kept."""

    def __init__(self, story: Any, live: LiveSession, workspace: Workspace) -> None:
        self.story, self.live, self.workspace = story, live, workspace
        self.app = story.app

    async def press(self, *keys: str) -> None:
        """Press keys and let the screen settle."""
        await self.story.press(*keys)
        await self.story.settle()

    async def write(self, words: str) -> None:
        """Type words."""
        await self.story.type(words)

    async def go(self, key: str) -> None:
        """Leaf to the page with this key."""
        at = next(i for i, page in enumerate(self.live.pages) if page.key == key)
        self.live.go(at)
        self.page.talk.turn_page()
        self.page.show()
        await self.story.settle()

    @property
    def page(self) -> SessionScreen:
        """The shared screen."""
        return next(face for face in self.app.faces() if isinstance(face, SessionScreen))

    @property
    def face(self) -> str:
        """The name of the screen in sight."""
        return type(self.app.screen).__name__

    @property
    def at(self) -> str:
        """The key of the page the session is at."""
        return self.live.page.key

    @property
    def text(self) -> str:
        """What is on the screen."""
        text: str = self.story.text
        return text

    @property
    def typed(self) -> str:
        """What the draft on the disk holds of what was typed."""
        data = self.workspace.person(REFERENCE).draft()
        draft = msgspec.json.decode(data, type=Draft) if data else None
        return " ".join(draft.typed.values()) if draft else ""

    @property
    def line(self) -> str:
        """The text on the screen as one line, with single spaces."""
        return " ".join(self.text.split())

    def kept(self, kind: type[Kind]) -> list[Kind]:
        """What this session has kept of a kind."""
        entries = self.workspace.person(REFERENCE).entries()
        return [e for e in entries if isinstance(e, kind) and e.session == self.live.number]


Sit: TypeAlias = Callable[..., AbstractAsyncContextManager[Sitting]]


@pytest.fixture
def caseload(tmp_path: Path) -> Iterator[Workspace]:
    """An open vault with nobody in it; stories are told on the screen."""
    made = start(locate(), Settings(player="storyboard"), store=tmp_path / "s", now=lambda: NOW)
    made.demo = False
    made.room = tmp_path / "run" / "room"
    made.create("four plain words here", cost=Cost.least())
    yield made
    made.lock()


@pytest.fixture
def sit(caseload: Workspace, walk: Any) -> Sit:
    """A first session on one exercise: `async with sit("f05", at="3-p1") as session`."""

    @asynccontextmanager
    async def opened(
        exercise: str = "f05",
        *,
        at: str = "",
        size: tuple[int, int] = (80, 24),
        minutes: Length = 60,
        suits: tuple[Suits, ...] = ("captions",),
    ) -> AsyncIterator[Sitting]:
        preferences = Preferences(minutes=minutes, suits=suits)
        prepare.add_person(caseload, REFERENCE, preferences, caseload.today)
        preparing = prepare.Preparing(caseload, REFERENCE)
        preparing.making.plan = planning.make(caseload.pack, (exercise,), minutes=minutes)
        live = preparing.start()
        async with walk(caseload, size=size) as story:
            await story.app.push_screen(SessionScreen(live))
            await story.settle()
            sitting = Sitting(story, live, caseload)
            if at:
                await sitting.go(at)
            yield sitting

    return opened
