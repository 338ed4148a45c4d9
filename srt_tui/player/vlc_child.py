"""VLC in a process of its own: whatever it does or prints, the session never sees it.

Reads one JSON command a line, `{"command": [name, …], "request_id": n}`, and answers in the
manner of mpv: `{"request_id": n, "error": "success"}`; events are `{"event": name, …}`. When
its input ends it is gone at once, without a word: nobody is left to write to.
"""

import json
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from srt_tui.player.vlc_deck import Deck


class Inbox:
    """What happens, from any thread (VLC's own among them), for the main thread to take."""

    def __init__(self) -> None:
        self._waiting = queue.SimpleQueue[tuple[str, dict[str, Any]]]()
        self.wake, self._poke = os.pipe()

    def put(self, what: str, **about: Any) -> None:
        """Put aside and wake the main thread."""
        self._waiting.put((what, about))
        os.write(self._poke, b".")

    def take(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Everything that waits."""
        while not self._waiting.empty():
            yield self._waiting.get()


class AnyWindow(Protocol):
    """Where the picture goes."""

    @property
    def id(self) -> int:
        """The system's number of it; 0 lets VLC open a window of its own."""

    def show(self) -> None:
        """In sight."""

    def hide(self) -> None:
        """Out of sight."""

    def full(self, *, on: bool) -> None:
        """The whole display, or back."""

    def run(self, wake: int, work: Callable[[], None]) -> None:
        """Serve for ever; `work` is called whenever `wake` can be read."""


class NoWindow:
    """Where Tk or the display is missing: VLC opens its own, which only goes by stopping."""

    id = 0

    def show(self) -> None:
        """VLC shows it itself."""

    def hide(self) -> None:
        """VLC's own window goes when the clip is stopped."""

    def full(self, *, on: bool) -> None:
        """VLC's own window stays as it is."""

    def run(self, wake: int, work: Callable[[], None]) -> None:
        """Wait for work."""
        while os.read(wake, 4096):
            work()


class Child:
    """Carries out commands on window and deck, on the main thread alone."""

    def __init__(self, out: int, inbox: Inbox, window: AnyWindow, deck: Deck) -> None:
        self._out = out
        self._inbox = inbox
        self._window = window
        self._deck = deck

    def run(self) -> None:
        """Say `ready` with VLC's version and whether the window is ours, then serve."""
        self._event("ready", version=self._deck.version, window=self._window.id != 0)
        threading.Thread(target=self._listen, daemon=True).start()
        self._window.run(self._inbox.wake, self._work)

    def _listen(self) -> None:
        for line in sys.stdin.buffer:
            self._inbox.put("command", **json.loads(line))
        self._deck.forget()
        os._exit(0)

    def _work(self) -> None:
        for what, about in self._inbox.take():
            if what == "command":
                self._answer(about["command"], about["request_id"])
                continue
            if what == "vout":
                self._deck.settle()
            elif about.get("wish") == "hide":
                self._obey("hide")
            self._event(what, **about)

    def _answer(self, command: list[Any], request: int) -> None:
        error = "success"
        try:
            self._obey(*command)
        except Exception as refused:  # noqa: BLE001 - any refusal is an answer, never an end
            error = type(refused).__name__
        self._say({"request_id": request, "error": error})

    def _obey(self, name: str, *values: Any) -> None:
        """Window first: what is to go must be gone before VLC takes its time."""
        if name in ("open", "play", "show"):
            self._window.show()
        elif name in ("hide", "stop"):
            self._window.hide()
        elif name == "full":
            self._window.full(on=values[0])
        if name == "hide":
            self._deck.pause()
        elif name not in ("show", "full"):
            getattr(self._deck, name)(*values)

    def _event(self, name: str, **about: Any) -> None:
        self._say({"event": name, **about})

    def _say(self, message: dict[str, Any]) -> None:
        os.write(self._out, json.dumps(message).encode() + b"\n")


def quiet() -> int:
    """Keep the way to the session on a number of its own; 1 and 2 lead nowhere from here on."""
    out = os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return out


def window(inbox: Inbox) -> AnyWindow:
    """Our own window where Tk and a display are there."""
    try:
        from srt_tui.player.vlc_window import Window  # noqa: PLC0415 - Tk may be missing

        return Window(lambda wish: inbox.put("key", wish=wish))
    except Exception:  # noqa: BLE001 - TclError cannot be named where Tk is missing
        return NoWindow()


def main() -> None:
    """Run until the input ends."""
    out, inbox = quiet(), Inbox()
    shown = window(inbox)
    Child(out, inbox, shown, Deck(shown.id, inbox.put)).run()


if __name__ == "__main__":
    main()
