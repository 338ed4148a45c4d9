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
from collections.abc import Iterator
from typing import Any

from srt_tui.player.quiet import quiet
from srt_tui.player.vlc_captions import Captions
from srt_tui.player.vlc_deck import Deck
from srt_tui.player.vlc_window import Window


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


class Child:
    """Carries out commands on window and deck, on the main thread alone."""

    def __init__(self, out: int) -> None:
        """Raises where Tk, the display or VLC is missing; the session then hears of our end."""
        self._out = out
        self._inbox = Inbox()
        self._window = Window(lambda wish: self._inbox.put("key", wish=wish))
        self._deck = Deck(self._window.id, self._inbox.put)
        self._captions = Captions()
        self._at_work = False

    def run(self) -> None:
        """Say `ready`, then serve."""
        self._event("ready")
        threading.Thread(target=self._listen, daemon=True).start()
        self._window.run(
            self._inbox.wake, self._work, lambda: self._window.say(self._captions.text)
        )

    def _listen(self) -> None:
        for line in sys.stdin.buffer:
            self._inbox.put("command", **json.loads(line))
        os._exit(0)

    def _work(self) -> None:
        """One thing after another: to draw, the window serves its events, this among them."""
        if self._at_work:
            return
        self._at_work = True
        try:
            self._take()
        finally:
            self._at_work = False

    def _take(self) -> None:
        for what, about in self._inbox.take():
            if what == "command":
                self._answer(about["command"], about["request_id"])
                continue
            if what == "vout":
                self._deck.settle()
            elif what == "time":
                self._captions.place(about["at"], running=self._deck.runs)
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

    def _obey(self, name: str, value: Any = None) -> None:
        """Window first: what is to go must be gone before VLC takes its time."""
        if name in ("open", "play", "show"):
            self._window.show()
        elif name in ("hide", "stop"):
            self._window.hide()
        elif name in ("full", "captions", "larger", "top"):
            getattr(self._window, name)(on=value)
        if name in ("open", "stop"):
            self._window.full(on=name == "open" and value["full"])
        if name == "open":
            self._window.top(on=value["top"])
        self._caption(name, value)
        if name in ("pause", "play", "stop"):
            getattr(self._deck, name)()
        elif name == "hide":
            self._deck.pause()
        elif name in ("open", "seek"):
            getattr(self._deck, name)(value)
        elif name in ("rate", "delay", "volume"):
            self._deck.set(name, value)

    def _caption(self, name: str, value: Any) -> None:
        """What a command means for the words under the picture."""
        if name == "open":
            self._captions.open(value["cues"], value["rate"])
            self._window.captions(on=value["captions"])
            self._window.larger(on=value["larger"])
        elif name == "rate":
            self._captions.rate(value)
        elif name == "seek":
            self._captions.place(value, running=False)
        elif name in ("pause", "hide"):
            self._captions.stand()
        elif name == "stop":
            self._captions.open([], 1.0)

    def _event(self, name: str, **about: Any) -> None:
        self._say({"event": name, **about})

    def _say(self, message: dict[str, Any]) -> None:
        os.write(self._out, json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    Child(quiet()).run()
