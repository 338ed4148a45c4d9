"""Every key that a screen of the session names is pressed, in an order drawn by chance.

With SRT_LONG=1 for much longer, from many beginnings.
"""

import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

from srt_tui.domain import plan as planning
from srt_tui.domain.participant import Preferences, Suits
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.store import Cost
from srt_tui.tui.commands import Command
from srt_tui.tui.screens.safety import SafetyPage
from srt_tui.tui.session.close import CloseScreen
from srt_tui.tui.session.private import PrivateScreen
from srt_tui.tui.session.screen import SessionScreen
from srt_tui.workflow import prepare
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.workspace import Workspace, start
from tests.support.private import private_words

LONG = "SRT_LONG" in os.environ
KEYS = 1_500 if LONG else 140
"""How many keys are pressed in one session."""
REFERENCE = "KB-21"
SESSIONS: tuple[tuple[str, tuple[Suits, ...], tuple[int, int]], ...] = (
    ("f05", ("captions",), (80, 24)),
    ("f06", ("light-words",), (40, 12)),
    ("f03", ("plain",), (60, 20)),
    ("f04", ("captions",), (80, 24)),
    ("e02", ("captions",), (80, 24)),
)
FACES = (SessionScreen, PrivateScreen, SafetyPage, CloseScreen)
OUT = {"quit", "hide", "help", "palette", "change_theme"}
"""What works on every screen leads nowhere on its own."""
LEAD = ("return", "back", "close_it", "next", "keep", "play", "pick", "which")
"""What leads on, or back to what does."""
Pressed = Counter[tuple[str, str]]


def labelled(face: Any) -> list[Command]:
    """What this screen says can be pressed now, without the key that ends the program."""
    return [c for c in face.available() if c.name != "quit" and not face.why_not(c)]


class Fingers:
    """Presses keys of one session, those that were pressed least first."""

    def __init__(self, story: Any, live: Any, pressed: Pressed, seed: int) -> None:
        self.story, self.live, self.pressed = story, live, pressed
        self.chance = random.Random(seed)  # noqa: S311 - a walk that can be repeated
        self.never = [REFERENCE, *private_words(live.pack)]
        self.kept = {entry.seq: entry for entry in live.person.entries()}
        self.refused: set[tuple[str, str]] = set()

    @property
    def face(self) -> Any:
        """The screen in sight."""
        return self.story.app.screen

    @property
    def over(self) -> bool:
        """Whether the session has come to its note, or further."""
        return type(self.face).__name__ in ("NotePage", "People")

    def choose(self) -> Command:
        """One that was never pressed here; else one that leads on, and now and then any."""
        name, offered = type(self.face).__name__, labelled(self.face)
        assert offered, self.story.text
        self.refused.update({(name, c.name) for c in self.face.available() if self.face.why_not(c)})
        fresh = [c for c in offered if not self.pressed[name, c.name]]
        leads = [c for c in offered if c.name in LEAD]
        often = leads if self.chance.random() < 0.6 else []
        others = [c for c in offered if c.name not in OUT]
        return self.chance.choice(fresh or often or others or offered)

    async def press(self, command: Command, *, type_first: bool = True) -> None:
        """One of its keys; in a box, a letter before it."""
        self.pressed[type(self.face).__name__, command.name] += 1
        if command.name == "keep" and "Not saved" in self.story.text:
            await self.story.press("ctrl+u")  # what was typed is no answer
        elif type_first and command.name == "keep":
            await self.story.press(self.chance.choice("abc"))
        await self.story.press(self.chance.choice(self.named(command)))
        await self.story.app.workers.wait_for_complete()
        self.look()

    def named(self, command: Command) -> list[str]:
        """Its keys; of those that pick, as many as there is to pick from."""
        ask = self.face.talk.asking.ask if command.name == "pick" else None
        return (
            command.keys[: len(ask.groups or ask.options)] if ask and ask.options else command.keys
        )

    def look(self) -> None:
        """Nothing is lost, broken or given away."""
        assert self.story.app._exception is None
        entries = {entry.seq: entry for entry in self.live.person.entries()}
        for seq in self.kept.keys() - entries.keys():  # taken out, or swapped back
            assert str(seq) in self.live.person.state.tables.get("hidden", {}) or self.over
        assert all(entries[seq] == self.kept[seq] for seq in self.kept.keys() & entries.keys())
        self.kept = entries
        if isinstance(self.face, SessionScreen):
            line = " ".join(self.story.text.split())
            assert [words for words in self.never if words in line] == []

    async def leave(self) -> None:
        """From wherever this is, keys that are named lead to the note."""
        for _ in range(200):
            if self.over:
                return
            offered = [c for c in labelled(self.face) if c.name not in OUT]
            leads = [c for name in LEAD for c in offered if c.name == name]
            assert leads, (type(self.face).__name__, offered, self.story.text)
            put_away = [c for c in offered if c.name == "stop_clip"]
            if "Not saved" in self.story.text:  # what was typed is no answer: back to the box
                put_away += [c for c in offered if c.name == "words"]
            if leads[0].name == "keep":
                await self.story.press("ctrl+u")
            await self.press((put_away or leads)[0], type_first=False)
        raise AssertionError(f"No way out:\n{self.story.text}")


def begun(folder: Path, exercise: str, suits: tuple[Suits, ...]) -> tuple[Workspace, LiveSession]:
    """A vault with a first session in it that waits at its first page."""
    workspace = start(locate(), Settings(player="storyboard"), store=folder)
    workspace.demo = False
    workspace.create("four plain words here", cost=Cost.least())
    prepare.add_person(workspace, REFERENCE, Preferences(minutes=45, suits=suits), workspace.today)
    preparing = prepare.Preparing(workspace, REFERENCE)
    preparing.making.plan = planning.make(workspace.pack, (exercise,), minutes=45)
    return workspace, preparing.start()


async def test_every_key_that_is_named_is_pressed_and_leads_on(tmp_path: Path, walk: Any) -> None:
    pressed: Pressed = Counter()
    refused: set[tuple[str, str]] = set()  # named, and always said why not
    sessions = SESSIONS * 5 if LONG else SESSIONS
    for seed, (exercise, suits, size) in enumerate(sessions):
        workspace, live = begun(tmp_path / str(seed), exercise, suits)
        async with walk(workspace, size=size) as story:
            await story.app.push_screen(SessionScreen(live))
            fingers = Fingers(story, live, pressed, seed)
            fingers.refused = refused
            for _ in range(KEYS):
                if fingers.over:
                    break
                await fingers.press(fingers.choose())
            await fingers.leave()
        workspace.lock()
    never = [
        (face.__name__, command.name)
        for face in FACES
        for command in face.commands
        if not pressed[face.__name__, command.name] and (face.__name__, command.name) not in refused
    ]
    assert never == [], pressed
