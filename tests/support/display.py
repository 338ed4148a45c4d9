"""An X display of its own with a window manager, to look at as a user would."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.parts import needed


class Display:
    """An X display of our own; black where there is no window."""

    def __init__(self, number: str) -> None:
        self.name = f":{number}"
        self.env = {**os.environ, "DISPLAY": self.name}

    def run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.env, capture_output=True, text=True, check=False, timeout=10
        )
        return done.stdout

    def is_blank(self) -> bool:
        """Whether a screenshot of the whole display shows nothing at all."""
        command = ["import", "-window", "root", "-resize", "25%", "-depth", "8", "gray:-"]
        shot = subprocess.run(command, env=self.env, capture_output=True, check=True, timeout=10)
        assert shot.stdout
        return max(shot.stdout) < 16

    def shot(self, window: str) -> tuple[int, int, bytes]:
        """Width, height and grey pixels of a window, row by row; nothing where there is none."""
        command = ["import", "-window", window or "root", "-depth", "8", "pgm:-"]
        done = subprocess.run(command, env=self.env, capture_output=True, check=False, timeout=10)
        if not window or not done.stdout:
            return 0, 0, b""
        _, size, _, pixels = done.stdout.split(b"\n", 3)
        wide, high = map(int, size.split())
        return wide, high, pixels

    def window(self) -> str:
        """The number of the player's window, "" when none is in sight."""
        found = self.run("xdotool", "search", "--onlyvisible", "--name", "^Steady Ground$")
        return found.split()[0] if found.split() else ""

    def press(self, key: str) -> None:
        """A key while the player's window has the keyboard."""
        window = self.window()
        assert window
        self.run("xdotool", "windowactivate", "--sync", window, "key", "--delay", "1", key)

    def close_window(self) -> None:
        """As the close button of the window does; the window manager sends the wish."""
        self.press("alt+F4")


@contextmanager
def virtual_display() -> Iterator[Display]:
    """A virtual display with a window manager."""
    needed("Xvfb", "openbox", "xdotool", "import")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1024x640x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        display = Display(said.readline().strip())
    manager = subprocess.Popen(
        ["openbox"], env=display.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield display
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)
