"""A small terminal: runs a program in a pseudo-terminal, types, and reads its screen.

For stories that must be seen as a user sees them, and for the benchmarks. It knows nothing of
the program.
"""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyte

from tests.support.parts import unmeasured

KEYS: Mapping[str, str] = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "home": "\x1b[H", "end": "\x1b[F",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
    "f8": "\x1b[19~", "f9": "\x1b[20~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}  # fmt: skip
PATIENCE = 20.0
READ = 0.5
"""Seconds between a figure and an Enter that is meant for what it brought."""
IDLE = 0.003
"""Seconds of processor within a rest: a thread that looks whether a key came takes less."""
MODES = {"alternate screen": 1049, "mouse": 1000, "all mouse": 1003, "paste": 2004, "focus": 1004}


class Came(NamedTuple):
    """What came of some keys; times in seconds from the first of them.

    `shown` is when the words waited for arrived, `last` when the last bytes before a rest did;
    `cpu` is what the program itself used of the processor until `shown`, without its children.
    """

    shown: float
    last: float
    cpu: float
    size: int


class _Chunk(NamedTuple):
    at: float
    cpu: float
    data: bytes


class Terminal:
    """One program in one pseudo-terminal of `columns` by `rows`; use it in a `with`."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        columns: int = 80,
        rows: int = 24,
        cwd: str | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._lock = threading.Lock()
        self._chunks: list[_Chunk] = []
        self._fed = 0
        self.written = bytearray()
        self.started = time.monotonic()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            if cwd:
                os.chdir(cwd)
            given = unmeasured(os.environ if env is None else env)
            os.execvpe(command[0], list(command), given)  # noqa: S606 - the program itself
        self.resize(columns, rows)
        self._status: int | None = None
        self._pressed, self._pressed_at = "", 0.0
        self._closing = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._poll() is None:
            self.signal(signal.SIGKILL)
        self.wait()
        if not self._closing:
            self.hang_up()

    def _read(self) -> None:
        while not self._closing:
            try:
                ready, _, _ = select.select([self._fd], [], [], 0.2)
                data = os.read(self._fd, 65536) if ready else b""
            except (OSError, ValueError):
                return
            if ready and not data:
                return
            if data:
                self._chunks.append(_Chunk(time.monotonic(), self.cpu(), data))
                self.written += data

    def cpu(self) -> float:
        """Seconds of processor that the program has used, without its children."""
        try:
            return time.clock_gettime((~self.pid << 3) | 2)  # as clock_getcpuclockid(3) makes it
        except OSError:
            return self._chunks[-1].cpu if self._chunks else 0.0

    def memory(self) -> int:
        """Kilobytes of the program that are in memory now."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:  # noqa: PTH123 - no Path
            line = next(line for line in status if line.startswith("VmRSS:"))
        return int(line.split()[1])

    def _feed(self) -> _Chunk | None:
        """Draw what came next; None when everything is drawn."""
        with self._lock:
            if self._fed == len(self._chunks):
                return None
            chunk = self._chunks[self._fed]
            self._stream.feed(chunk.data)
            self._fed += 1
            return chunk

    @property
    def text(self) -> str:
        """What is on the screen, without trailing blanks."""
        while self._feed():
            pass
        with self._lock:
            return "\n".join(line.rstrip() for line in self._screen.display)

    def ready(self, *words: str) -> _Chunk:
        """The moment at which the bytes arrived that made the screen hold all these words."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if (chunk := self._feed()) is None:
                time.sleep(0.002)
                continue
            with self._lock:
                shown = "\n".join(self._screen.display)
            if all(each in shown for each in words):
                return chunk
        raise AssertionError(f"These never came: {words}. The screen shows:\n{self.text}")

    def measure(self, *keys: str, see: str, rest: float = 0.06) -> Came:
        """Press keys, wait for words that are not yet there, and then for a rest."""
        assert see not in self.text, (see, self.text)
        cpu, size, pressed = self.cpu(), len(self.written), time.monotonic()
        self.press(*keys)
        shown = self.ready(see)
        self.at_rest(rest)
        last = self._chunks[-1]
        return Came(
            shown.at - pressed, last.at - pressed, shown.cpu - cpu, len(self.written) - size
        )

    def until(self, holds: Callable[[str], bool], within: float = PATIENCE) -> str:
        """Wait until the screen is so; returns it, or fails with what it shows."""
        end = time.monotonic() + within
        while True:
            shown = self.text
            if holds(shown):
                return shown
            if time.monotonic() > end:
                raise AssertionError(f"The screen never came. It shows:\n{shown}")
            time.sleep(0.005)

    def expect(self, words: str, within: float = PATIENCE) -> str:
        """Wait for these words."""
        return self.until(lambda shown: words in shown, within)

    def at_rest(self, still: float = 0.06, within: float = PATIENCE) -> None:
        """Wait until the program has written nothing and done nothing for `still` seconds.

        A program that waits for its turn on a busy machine is not at rest.
        """
        end = since = time.monotonic()
        end += within
        size, cpu = len(self.written), self.cpu()
        while (now := time.monotonic()) - since < still and now < end:
            time.sleep(0.01)
            if len(self.written) != size or self.cpu() - cpu > IDLE or self._has_work():
                size, cpu, since = len(self.written), self.cpu(), time.monotonic()

    def _has_work(self) -> bool:
        """Whether one of its threads runs, or would if it could."""
        states = list[str]()
        for path in Path(f"/proc/{self.pid}/task").glob("*/stat"):
            with contextlib.suppress(OSError):
                states.append(path.read_text(encoding="ascii", errors="replace"))
        return any(state.rpartition(") ")[2].startswith("R") for state in states)

    def press(self, *keys: str) -> None:
        """Press keys by name; one that has no name is typed.

        Enter after a figure comes from somebody who has read what the figure brought.
        """
        for key in keys:
            if key == "enter" and self._pressed.isdigit():
                self.until(lambda _: time.monotonic() - self._pressed_at > READ)
            self._pressed, self._pressed_at = key, time.monotonic()
            self.send(KEYS.get(key, key).encode())

    def send(self, data: bytes) -> None:
        """Bytes as they are."""
        while data:
            data = data[os.write(self._fd, data) :]

    def resize(self, columns: int, rows: int) -> None:
        """Another size, as when the text is enlarged."""
        with self._lock:
            self._screen.resize(rows, columns)
        self.tell_size(columns, rows)

    def tell_size(self, columns: int, rows: int) -> None:
        """What the terminal says its size is."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hang_up(self) -> None:
        """Close the window, as with its close button."""
        self._closing = True
        self._reader.join(5)
        os.close(self._fd)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def _poll(self) -> int | None:
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = os.waitstatus_to_exitcode(status) if pid else None
        return self._status

    def wait(self, within: float = PATIENCE) -> int:
        """The exit code, when the program has ended; negative for a signal."""
        end = time.monotonic() + within
        while (code := self._poll()) is None:
            if time.monotonic() > end:
                raise AssertionError(f"The program goes on. It shows:\n{self.text}")
            time.sleep(0.005)
        return code

    def modes_left_on(self) -> list[str]:
        """Terminal modes that the program switched on and never off."""
        written = bytes(self.written)
        left = [
            name
            for name, mode in MODES.items()
            if written.rfind(b"\x1b[?%dh" % mode) > written.rfind(b"\x1b[?%dl" % mode)
        ]
        shown, hidden = written.rfind(b"\x1b[?25h"), written.rfind(b"\x1b[?25l")
        return left + (["hidden cursor"] if hidden > shown else [])
