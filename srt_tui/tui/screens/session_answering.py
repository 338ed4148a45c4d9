"""The keys that answer what is asked, and the box that is typed in."""

import time
from collections.abc import Iterator

from srt_tui.domain.asking import (
    KEYS,
    Asking,
    backward,
    enter,
    is_full,
    move,
    pick,
    put,
    toggle,
)
from srt_tui.present.session.pages import TAKE_BACK, up_to
from srt_tui.tui.commands import Command
from srt_tui.tui.screens import session_commands as keys
from srt_tui.tui.screens.session_asking import AskingFace
from srt_tui.tui.widgets.session_words import WordsBox

SECOND_KEY = 0.4
"""Seconds after a figure that goes on by itself in which Enter belongs to it: a hand that expects
to need one must not pass over the next question."""


class AnsweringFace(AskingFace):
    """A screen that asks, and takes the answers."""

    while_typing: tuple[Command, ...] = (keys.KEEP, keys.LEAVE, keys.PRIVATE_FACE)
    """What can be done while the box has the keys."""

    def __init__(self) -> None:
        super().__init__()
        self._figure = -SECOND_KEY

    def takes(self, key: str) -> bool:
        """All keys but that Enter."""
        now, ask = time.monotonic(), self.asking.ask
        needless = key == "enter" and now - self._figure < SECOND_KEY
        goes_on = ask and ask.kind == "one" and key in KEYS[: len(ask.options)]
        self._figure = now if goes_on else -SECOND_KEY
        return super().takes(key) and not needless

    @property
    def private(self) -> bool:
        """Whether the private face may be opened now."""
        return True

    def now(self) -> Iterator[Command]:
        """The keys of this moment, and of the screen."""
        if self.typing:
            yield from (c for c in self.while_typing if c is not keys.PRIVATE_FACE or self.private)
        elif self.aside:
            yield from (*of_kind(self.aside.asking), keys.CANCEL)
        else:
            yield from self.doing()
        yield from self.everywhere()

    def offered(self) -> Iterator[Command]:
        """What the palette finds: what can be done now."""
        yield from (c for c in self.available() if c.shown != "?" and not c.takes_key)

    def everywhere(self) -> tuple[Command, ...]:
        """All of it, with safety kept out of the key line."""
        return keys.TOGETHER

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of the commands that share a key, the one that can be done now."""
        if action != "do" or not self.is_mounted:
            return True
        return any(command.name == parameters[0] for command in self.now())

    async def do_next(self) -> None:
        """The next piece of a long page, the next question, or the next page."""
        if not self.page.turn():
            self.pose(enter(self.asking))

    async def do_back_one(self) -> None:
        """The piece, question or page before."""
        if self.page.turn(-1):
            return
        if self.asking.at > 0:
            self.pose(backward(self.asking))
        else:
            self.before()

    async def do_words(self) -> None:
        """Into the box again."""
        if self.asking.kind == "text":
            self.box.focus()

    def do_pick(self, key: str) -> None:
        """A figure or a letter."""
        if is_full(self.asking) and pick(self.asking, key).values == self.asking.values:
            self._full()
        self.changed(pick(self.asking, key))

    def do_toggle(self) -> None:
        """The one pointed at."""
        if is_full(self.asking) and toggle(self.asking).values == self.asking.values:
            self._full()
        self.changed(toggle(self.asking))

    def _full(self) -> None:
        ask = self.asking.ask
        self.say(f"{up_to(ask.most if ask else 0)} {TAKE_BACK}")

    def do_move(self, key: str) -> None:
        """An arrow."""
        self.changed(move(self.asking, -1 if key in ("up", "left") else 1))

    def do_cancel(self) -> None:
        """The page as it was."""
        self.end_aside()

    def changed(self, asking: Asking) -> None:
        """Another answer: remember it, and show it or go on."""
        if asking.values != self.asking.values:
            self.remember(self.aside.slot if self.aside else "answer", asking)
            self.save_soon()
        self.pose(asking)

    # Typing

    def do_keep(self) -> None:
        """Enter in the box."""
        self.pose(enter(self.asking))

    def do_leave(self) -> None:
        """Esc in the box: keep it, and let the other keys act."""
        self.save()
        if self.aside:
            self.do_keep()
        else:
            self.set_focus(None)
            self.refresh_keys()

    def on_words_box_kept(self) -> None:
        """Enter."""
        self.do_keep()

    def on_words_box_left(self) -> None:
        """Esc."""
        self.do_leave()

    def on_words_box_beyond(self, event: WordsBox.Beyond) -> None:
        """An arrow beyond the box: the box before or after in a chain."""
        many = len(self.asking.asks) > 1
        if many and event.by < 0 < self.asking.at:
            self.pose(backward(self.asking))
        elif many and event.by > 0 and self.asking.at < len(self.asking.asks) - 1:
            self.pose(enter(self.asking))

    def on_text_area_changed(self) -> None:
        """A key in the box: remembered at once, written within a second."""
        asking = put(self.asking, self.box.text.replace("\n", " "))
        if self.asking.kind != "text" or asking.values == self.asking.values:
            return
        self.remember(self.aside.slot if self.aside else "answer", asking)
        self._take(asking)
        self.show()
        self.save_soon()

    def was_saved(self) -> None:
        """Say when, while something is typed."""
        if self.typing:
            self.show()

    def refit(self) -> None:
        """Another size: the pieces are others."""
        self.page.piece = 0


def of_kind(asking: Asking) -> tuple[Command, ...]:
    """The keys that answer a question of this kind."""
    match asking.kind:
        case "number":
            return keys.PICK_NUMBER, keys.CHOOSE, keys.MOVE
        case "many":
            return keys.pick_of(_count(asking)), keys.CHOOSE, keys.TOGGLE, keys.MOVE
        case "sort" | "one":
            return keys.pick_of(_count(asking)), keys.CHOOSE, keys.MOVE
        case "text":
            return keys.WORDS, keys.NEXT
    return (keys.NEXT,)


def _count(asking: Asking) -> int:
    ask = asking.ask
    return len(ask.groups or ask.options) if ask else 0
