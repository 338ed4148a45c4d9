"""The way from the terminal to the app, and back.

Textual's own ends the program at bytes that are no UTF-8, at keys beyond Unicode and at a report
of no size, types what it does not know, and waits for ever on a terminal that is gone.
"""

import contextlib
import os
import select
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, assert_never, cast

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from srt_tui.tui import textual_private
from srt_tui.tui.key_stream import KeySign, KeyStream, Piece

if TYPE_CHECKING:
    from srt_tui.tui.app import SrtApp

WIDEST, HIGHEST = 1000, 500
"""Columns and rows beyond which a terminal is not believed."""
GONE = 129
"""Exit code when the terminal went away: 128 and the number of the signal that says so."""
LOOK = 0.1
"""Seconds between two looks whether something has stood still."""


class Sink:
    """Where is written; a terminal that is gone takes everything."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, text: str) -> None:
        """Write, if somebody is there."""
        with contextlib.suppress(OSError, ValueError):
            self._file.write(text)

    def flush(self) -> None:
        """Flush, if somebody is there."""
        with contextlib.suppress(OSError, ValueError):
            self._file.flush()


class EventReader:
    """Makes events of bytes. What Textual cannot read is dropped, and so is what it had begun."""

    def __init__(self, urgent: Callable[[str], None]) -> None:
        """`urgent` is told of the keys "hide" and "quit" as soon as they are seen."""
        self._stream, self._parser = KeyStream(), textual_private.SequenceParser()
        self._urgent = urgent

    def read(self, data: bytes) -> Iterator[Message]:
        """The events in these bytes; without any, in what has stood still for too long."""
        now = time.monotonic()
        for piece in self._stream.feed(data, now) if data else self._stream.idle(now):
            yield from self._made(piece)
        yield from self._parser.tick()

    def _made(self, piece: Piece) -> list[Message]:
        match piece:
            case str():
                return self._parser.feed(piece)
            case KeySign.WHOLE:
                self._parser.whole()
            case KeySign.FORGET:
                self._parser.forget()
            case KeySign.HIDE | KeySign.QUIT:
                self._urgent(piece.name.lower())
            case _:
                assert_never(piece)
        return []


class TerminalDriver(LinuxDriver):
    """Textual's driver, with a reader of ours and a size within reason."""

    def __init__(self, app: "SrtApp", **given: Any) -> None:
        super().__init__(app, **given)
        self._file = cast("Any", Sink(sys.__stderr__))

    def _get_terminal_size(self) -> tuple[int, int]:
        width, height = super()._get_terminal_size()
        return min(width, WIDEST), min(height, HIGHEST)

    def process_message(self, message: Message) -> None:
        """A report of a size that no terminal has is not passed on."""
        if not isinstance(message, events.Resize) or _believed(message):
            super().process_message(message)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - a fault of ours ends the program in good order
            self._tell(textual_private.failed, self._app, error)

    def run_input_thread(self) -> None:
        """Read until the end; when the terminal is gone, leave."""
        app = cast("SrtApp", self._app)
        reader = EventReader(lambda name: self._tell(app.urgent.came, name))
        while not self.exit_event.is_set():
            ready = select.select([self.fileno], [], [], LOOK)[0]
            try:
                data = os.read(self.fileno, 4096) if ready else b""
            except OSError:
                data = b""
            if ready and not data:
                self._tell(app.leave, GONE)
                return
            for event in reader.read(data):
                self.process_message(event)

    def _tell(self, act: Callable[..., object], *told: object) -> None:
        """Do it in the app's own thread, past its queue of messages."""
        with contextlib.suppress(RuntimeError):  # it has ended
            self._loop.call_soon_threadsafe(textual_private.within, self._app, lambda: act(*told))


def _believed(size: events.Resize) -> bool:
    return 0 < size.size.width <= WIDEST and 0 < size.size.height <= HIGHEST
