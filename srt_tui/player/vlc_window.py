"""The window a VLC clip plays in: ours, so that its keys and its closing are noticed.

Part of the child process; knows Tk and nothing of VLC. Captions stand below the picture.
"""

import os
import sys
import tkinter as tk
from collections.abc import Callable
from tkinter import font

from srt_tui.player.keys import TK_KEYS

TITLE = "Steady Ground"
_SHARE = 0.6
_WIDE, _HIGH = 16, 9
_POLL_MS = 15
_TICK_MS = 80
_LETTERS, _LETTERS_LARGER = 30, 23
_LINES = 2


class Window:
    """A black frame with a neutral title; `on_wish` gets the wish of each key and `gone`."""

    def __init__(self, on_wish: Callable[[str], None]) -> None:
        """Raises tkinter.TclError where there is no display."""
        self._root = tk.Tk(className=TITLE)
        self._root.withdraw()
        self._root.title(TITLE)
        self._root.iconname(TITLE)
        self._root.configure(background="black")
        self._root.attributes("-topmost", True)
        self._root.protocol("WM_DELETE_WINDOW", lambda: on_wish("gone"))
        for key, wish in TK_KEYS.items():
            self._bind(key, wish, on_wish)
        self._letters = _LETTERS
        self._font = font.Font(self._root, family="Helvetica", weight="bold")
        self._words = tk.Label(
            self._root, background="black", foreground="white", font=self._font, height=_LINES
        )
        self._words.pack(side="bottom", fill="x")
        self._frame = tk.Frame(self._root, background="black")
        self._frame.pack(fill="both", expand=True)
        self._wide = 0
        self._place()
        self._root.bind("<Configure>", lambda _: self._fit())
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

    def top(self, *, on: bool) -> None:
        """Above all other windows, or among them."""
        self._root.attributes("-topmost", on)

    def say(self, words: str) -> None:
        """These words under the picture."""
        if self._words["text"] != words:
            self._words["text"] = words

    def captions(self, *, on: bool) -> None:
        """Room for words under the picture, or none."""
        if on:
            self._words.pack(side="bottom", fill="x", before=self._frame)
        else:
            self._words.pack_forget()

    def larger(self, *, on: bool) -> None:
        """Larger words; a line of 37 still fits."""
        self._letters = _LETTERS_LARGER if on else _LETTERS
        self._wide = 0
        self._fit()

    def run(self, wake: int, work: Callable[[], None], tick: Callable[[], None]) -> None:
        """Serve for ever; `work` whenever `wake` can be read, `tick` some times a second."""

        def woken(*_: object) -> None:
            os.read(wake, 4096)
            work()

        if sys.platform == "win32":
            self._every(_POLL_MS, work)
        else:
            self._root.createfilehandler(wake, tk.READABLE, woken)
        self._every(_TICK_MS, tick)
        self._root.mainloop()

    def _every(self, ms: int, work: Callable[[], None]) -> None:
        work()
        self._root.after(ms, self._every, ms, work)

    def _bind(self, key: str, wish: str, on_wish: Callable[[str], None]) -> None:
        def pressed(_event: object) -> str:
            on_wish(wish)
            return "break"

        self._root.bind(f"<{key}>", pressed)

    def _place(self) -> None:
        """Top right, so that the words on the session screen stay in sight."""
        across, down = self._root.winfo_screenwidth(), self._root.winfo_screenheight()
        wide = int(min(across * _SHARE, down * _SHARE * _WIDE / _HIGH))
        self._letter(wide)
        high = wide * _HIGH // _WIDE + self._words.winfo_reqheight()
        self._root.geometry(f"{wide}x{high}+{across - wide}+0")

    def _fit(self) -> None:
        """Letters as wide as the window asks for."""
        wide = self._root.winfo_width()
        if wide != self._wide:
            self._wide = wide
            self._letter(wide)

    def _letter(self, wide: int) -> None:
        self._font.configure(size=-max(10, wide // self._letters))
        self._words.configure(wraplength=wide)
        self._root.update_idletasks()
