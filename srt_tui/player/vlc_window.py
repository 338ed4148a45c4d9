"""The window a VLC clip plays in: ours, so that its keys and its closing are noticed.

Part of the child process; knows Tk and nothing of VLC.
"""

import os
import sys
import tkinter as tk
from collections.abc import Callable

from srt_tui.player.keys import TK_KEYS

TITLE = "Steady Ground"
_SHARE = 0.6
_WIDE, _HIGH = 16, 9
_POLL_MS = 15


class Window:
    """A black frame with a neutral title; `on_wish` gets the wish of each key and `gone`."""

    def __init__(self, on_wish: Callable[[str], None]) -> None:
        """Raises tkinter.TclError where there is no display."""
        self._root = tk.Tk(className=TITLE)
        self._root.withdraw()
        self._root.title(TITLE)
        self._root.iconname(TITLE)
        self._root.configure(background="black")
        self._root.geometry(self._place())
        self._root.attributes("-topmost", True)
        self._root.protocol("WM_DELETE_WINDOW", lambda: on_wish("gone"))
        for key, wish in TK_KEYS.items():
            self._bind(key, wish, on_wish)
        self._frame = tk.Frame(self._root, background="black")
        self._frame.pack(fill="both", expand=True)
        self._root.update()

    @property
    def id(self) -> int:
        """The system's number of the picture's frame."""
        return self._frame.winfo_id()

    def show(self) -> None:
        """In sight, and drawn when this returns."""
        if self._root.state() == "withdrawn":
            self._root.deiconify()
            self._root.update()

    def hide(self) -> None:
        """Out of sight; the display has been told when this returns."""
        self._root.withdraw()
        self._root.update()

    def full(self, *, on: bool) -> None:
        """The whole display, or back."""
        self._root.attributes("-fullscreen", on)
        self._root.update()

    def run(self, wake: int, work: Callable[[], None]) -> None:
        """Serve the window for ever; `work` is called whenever `wake` can be read."""

        def woken(*_: object) -> None:
            os.read(wake, 4096)
            work()

        if sys.platform == "win32":
            self._poll(work)
        else:
            self._root.createfilehandler(wake, tk.READABLE, woken)
        self._root.mainloop()

    def _poll(self, work: Callable[[], None]) -> None:
        work()
        self._root.after(_POLL_MS, self._poll, work)

    def _bind(self, key: str, wish: str, on_wish: Callable[[str], None]) -> None:
        def pressed(_event: object) -> str:
            on_wish(wish)
            return "break"

        self._root.bind(f"<{key}>", pressed)

    def _place(self) -> str:
        """Top right, so that the words on the session screen stay in sight."""
        across, down = self._root.winfo_screenwidth(), self._root.winfo_screenheight()
        wide = int(min(across * _SHARE, down * _SHARE * _WIDE / _HIGH))
        return f"{wide}x{wide * _HIGH // _WIDE}+{across - wide}+0"
