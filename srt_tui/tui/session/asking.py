"""A screen that asks one thing at a time: a page in the middle, a box to type in, and the keys."""

import time
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Protocol

from textual.app import ComposeResult

from srt_tui.domain.asking import KEYS, Asking
from srt_tui.domain.errors import SrtError
from srt_tui.domain.views import Reason, Remark
from srt_tui.present.session.pages import PageView
from srt_tui.present.session.together import sentence, why_not
from srt_tui.tui.commands import Command
from srt_tui.tui.screen import AppScreen, KeepSafety
from srt_tui.tui.session.rows import row
from srt_tui.tui.session.saver import Saver, banner
from srt_tui.tui.session.typing import Typing
from srt_tui.tui.widgets.page import SharedPage
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.offers import Action, Offer
from srt_tui.workflow.deliver.private import PrivateLog

SECOND_KEY = 0.4
"""Seconds after a figure that goes on by itself in which Enter belongs to it: a hand that expects
to need one must not pass over the next question."""
TURNS: dict[Action, int] = {"next": 1, "yes": 1, "take": 1, "finish": 1, "my-part": 1, "back": -1}
"""What first turns to another piece of a page that does not fit."""


class Talk(Protocol):
    """What is talked through: a `Conversation`, or the practitioner's own part of the end."""

    session: LiveSession
    over: bool
    unsaved: bool
    questions: int
    unkept: SrtError | None
    remark: Remark | None

    @property
    def asking(self) -> Asking:
        """What is asked now."""

    def offers(self, *, typing: bool = False) -> tuple[Offer, ...]:
        """What can be done now."""

    @property
    def in_between(self) -> bool:
        """Whether something is asked over the page."""

    def lacks(self, action: Action) -> Reason:
        """What is missing for it; empty where nothing is."""

    async def press(self, action: Action, key: str = "") -> None:
        """Do it."""

    def put(self, text: str) -> None:
        """What is typed into the box."""

    def save(self) -> None:
        """Write the draft; raises SrtError."""


class AskingScreen(AppScreen[None]):
    """Draws what is asked and lets the keys answer, through `talk`."""

    CSS_PATH = "session.tcss"
    AUTO_FOCUS = ""
    talk: Talk

    def __init__(self, session: LiveSession) -> None:
        super().__init__()
        self.session = session
        self.saver = Saver(self, self._keep, self._was_saved)
        self._asked = 0
        self._figure = -SECOND_KEY

    def body(self) -> ComposeResult:
        """The page, what could not be saved, and the box."""
        yield SharedPage(id="page")
        yield banner()
        yield Typing()

    # What a screen of this kind says for itself

    def view(self) -> PageView:
        """What stands on the screen now."""
        raise NotImplementedError

    def ended(self) -> None:
        """Everything was asked."""
        raise NotImplementedError

    @property
    def whose(self) -> str:
        """The session's, until it is over."""
        return "" if self.talk.over else self.session.reference

    @property
    def keeps_safety(self) -> KeepSafety:
        """For this session."""
        return PrivateLog(self.session).safety

    # Drawing

    @property
    def page(self) -> SharedPage:
        """What draws the page."""
        return self.query_one(SharedPage)

    @property
    def typing(self) -> bool:
        """Whether the box has the keys."""
        return self.focused is not None and self.focused.id == "words"

    def show(self) -> None:
        """Draw it; where another question came, the box is brought in or put away."""
        view = self.view()
        self.page.shown = view
        if self._asked != self.talk.questions:
            self._asked = self.talk.questions
            self.saver.saved = ""
            self.page.single = self.talk.asking.kind == "text"
            self.query_one(Typing).fill(self.talk.asking)
        state = (self.saver.saved if self.typing else "") or view.state
        self.head(view.heading, " · ".join(filter(None, (view.whose, state))))
        self.refresh_keys()

    def refit(self) -> None:
        """Another size: the pieces are others."""
        self.page.piece = 0

    # Keys

    def _rows(self) -> Iterator[tuple[Offer, Command]]:
        for offer in self.talk.offers(typing=self.typing):
            yield offer, row(offer)

    def now(self) -> Iterator[Command]:
        """What can be done at this moment, and on every screen."""
        for _, command in self._rows():
            yield command
        yield from self.everywhere()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of the commands that share a key, the one that can be done now."""
        if action != "do" or not self.is_mounted:
            return True
        return any(command.name == parameters[0] for command in self.now())

    def why_not(self, command: Command) -> str:
        """What is missing for it."""
        lacks = (self.talk.lacks(o.action) for o, found in self._rows() if found is command)
        return why_not(next(lacks, "")) or super().why_not(command)

    def doing(self, name: str) -> Callable[..., object]:
        """What a command does: a door of this screen, or the conversation's."""
        door = any(hasattr(each, f"do_{name}") for each in (self, *self.parts))
        for offer, command in () if door else self._rows():
            if command.name == name:
                return partial(self.press, offer.action)
        return super().doing(name)

    async def press(self, action: Action, key: str = "") -> None:
        """The next piece of a long page, or what the conversation makes of it."""
        by = TURNS.get(action, 0)
        if by and not self.typing and self.page.turn(by):
            return
        if action == "leave" and self.talk.asking.kind == "text" and not self.talk.in_between:
            self.saver.now()
            self.set_focus(None)
            self.refresh_keys()
            return
        await self.go_on(self.talk.press(action, key))

    async def go_on(self, pressed: Awaitable[None]) -> None:
        """Wait for it; then draw what came of it."""
        await pressed
        if self.talk.over:
            self.ended()
            return
        self.saver.tell(self.talk.unkept)
        if self.talk.unsaved or self.talk.session.behind:
            self.saver.soon()
        self.show()
        if said := sentence(self.talk.remark):
            self.say(said)

    def takes(self, key: str) -> bool:
        """All keys but an Enter that belongs to the figure before it."""
        now, ask = time.monotonic(), self.talk.asking.ask
        needless = key == "enter" and now - self._figure < SECOND_KEY
        goes_on = ask and ask.kind == "one" and key in KEYS[: len(ask.options)]
        self._figure = now if goes_on else -SECOND_KEY
        return super().takes(key) and not needless

    def say(self, sentence: str) -> None:
        """What stands in the banner already is not said again."""
        if sentence != self.saver.told:
            super().say(sentence)

    def save(self) -> None:
        """Save what is typed now."""
        self.saver.now()

    def _keep(self) -> None:
        self.talk.save()

    def _was_saved(self) -> None:
        if self.typing:
            self.show()

    def on_descendant_blur(self) -> None:
        """The box is left, or the whole window: what waits to be saved is saved."""
        if self.saver.waits:
            self.saver.now()
