"""All that we touch of Textual which has no public name; a test names the version it was read in.

It is loaded after the settings that Textual reads on its first import.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual._xterm_parser import XTermParser
from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import WorkerFailed

from srt_tui.domain.errors import SrtError

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver


async def dispatch(pump: MessagePump, message: Message) -> None:
    """As Textual does it, but a told failure of a handler does not stop what handles messages."""
    try:
        await MessagePump._dispatch_message(pump, message)
    except SrtError as error:
        pump.app._handle_exception(error)


def failed(app: "App[Any]", error: Exception) -> None:
    """A fault: as when it comes out of a handler."""
    app._handle_exception(error)


def told(error: Exception) -> SrtError | None:
    """What a person can be told of it, also where a task of Textual's wraps it."""
    inner = error.error if isinstance(error, WorkerFailed) else error
    return inner if isinstance(inner, SrtError) else None


def within(app: "App[Any]", act: Callable[[], object]) -> None:
    """Do it as if a handler of the app did; what fails is handled as there."""
    with app._context():
        try:
            act()
        except Exception as error:  # noqa: BLE001 - whatever it is
            app._handle_exception(error)


def above(pump: MessagePump) -> MessagePump | None:
    """What its messages are passed up to: a parent, or the app; None for the app."""
    return pump._parent


class SequenceParser:
    """Textual's parser of what a terminal sends, made anew where it fails or waits in vain."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """What was begun is nothing."""
        self._parser = XTermParser()

    def whole(self) -> None:
        """A sequence has come to its end: one that is still waited for is not known."""
        if self._parser._awaiting.timeout is not None:
            self.forget()

    def feed(self, text: str) -> list[Message]:
        """The events in a piece of text; it takes numbers on trust, and may fail at them."""
        try:
            return list(self._parser.feed(text))
        except Exception:  # noqa: BLE001 - whatever it is, this piece is none
            self.forget()
            return []

    def tick(self) -> list[Message]:
        """The key Escape, once nothing has followed it."""
        return list(self._parser.tick())


def driver() -> "type[Driver] | None":
    """Our way from the terminal, where terminals are as we know them; None for Textual's own."""
    if os.name != "posix":
        return None
    from srt_tui.tui.terminal import TerminalDriver  # noqa: PLC0415 - it loads there alone

    return TerminalDriver


def forget_drawn() -> None:
    """Let go of what widgets that are gone had drawn: a cache holds a thousand of them."""
    from textual._styles_cache import StylesCache  # noqa: PLC0415 - seldom

    StylesCache.get_inner_outer.cache_clear()
