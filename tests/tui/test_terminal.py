"""The program in a real pseudo-terminal: how it starts, hides, and leaves."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest

BOUND = 30.0
AT_REST = {7, 25}
"""Modes that a terminal has on by itself: wrapping, and a visible cursor."""


class Terminal:
    """Runs a command in a terminal of 80 by 24 and reads its screen."""

    def __init__(self, command: list[str]) -> None:
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        self._mine, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)

    def read(self, seconds: float) -> None:
        """Take in what is written within this time, until nothing more can come."""
        if not select.select([self._mine], [], [], seconds)[0]:
            return
        with contextlib.suppress(OSError):
            new = os.read(self._mine, 65536)
            self.written += new
            self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]", b"", new))

    def until(self, seen: str) -> None:
        """Wait until a text is on the screen."""
        until = time.monotonic() + BOUND
        while seen not in self.text:
            assert time.monotonic() < until, f"{seen!r} never came:\n{self.text}"
            self.read(0.1)

    def keys(self, keys: str) -> None:
        os.write(self._mine, keys.encode())

    def hang_up(self) -> None:
        """The window is closed."""
        os.close(self._mine)

    def ended(self) -> int:
        """Wait for the end; the exit code."""
        until = time.monotonic() + BOUND
        while self.process.poll() is None:
            assert time.monotonic() < until, "it did not end"
            self.read(0.1)
        self.read(0.1)
        return self.process.returncode

    def stop(self) -> None:
        """Leave nothing behind."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    @property
    def modes_left_on(self) -> set[int]:
        """Private modes that were set and not reset, and what a terminal has at rest if not."""
        on = set(AT_REST)
        for numbers, what in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", self.written):
            changed = {int(number) for number in numbers.split(b";")}
            on = on | changed if what == b"h" else on - changed
        pushed = len(re.findall(rb"\x1b\[>[0-9]+u", self.written))
        popped = len(re.findall(rb"\x1b\[<[0-9]*u", self.written))
        assert pushed == popped
        return on ^ AT_REST


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """`srt demo` in a terminal, ready."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    started = Terminal([sys.executable, "-m", "srt_tui", "demo"])
    try:
        started.until("F1 Help")
        yield started
    finally:
        started.stop()


def test_it_starts_hides_comes_back_and_leaves_the_terminal_clean(
    terminal: Terminal, tmp_path: Path
) -> None:
    assert "JD-07" in terminal.text
    terminal.keys("\x0c")
    terminal.until("Enter twice")
    assert "JD-07" not in terminal.text
    terminal.keys("\r\r")
    terminal.until("JD-07")
    terminal.keys("\x11")
    assert terminal.ended() == 0
    assert terminal.modes_left_on == set()
    assert list(tmp_path.glob("srt-demo-*")) == []


def test_the_terminals_title_is_neutral_and_given_back(terminal: Terminal) -> None:
    terminal.keys("\x11")
    terminal.ended()
    titles = re.findall(rb"\x1b\]2;([^\x07]*)\x07", terminal.written)
    assert set(titles) == {b"Terminal"}
    assert terminal.written.index(b"\x1b[22;2t") < terminal.written.index(b"\x1b[23;2t")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_end_is_an_orderly_way_out(
    terminal: Terminal, tmp_path: Path, asked: signal.Signals
) -> None:
    terminal.process.send_signal(asked)
    assert terminal.ended() == 128 + asked
    assert terminal.modes_left_on == set()
    assert list(tmp_path.glob("srt-demo-*")) == []


def test_a_closed_window_ends_it_and_removes_the_demo(terminal: Terminal, tmp_path: Path) -> None:
    terminal.hang_up()
    terminal.process.send_signal(signal.SIGHUP)
    terminal.process.wait(BOUND)
    assert list(tmp_path.glob("srt-demo-*")) == []


FAULTY = """
import sys
from srt_tui.cli.main import main
from srt_tui.tui.screens.people import People

def fail(self):
    his = "the very words he said"
    raise ValueError(his)

People.do_find = fail
sys.exit(main(["demo"]))
"""


def test_a_fault_leaves_one_sentence_a_clean_terminal_and_code_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    terminal = Terminal([sys.executable, "-c", FAULTY])
    try:
        terminal.until("F1 Help")
        terminal.keys("/")
        assert terminal.ended() == 1
    finally:
        terminal.stop()
    assert "What was typed is kept." in terminal.text
    assert b"Traceback" not in terminal.written
    assert b"the very words" not in terminal.written
    assert terminal.modes_left_on == set()
    assert list(tmp_path.glob("srt-demo-*")) == []


def test_stray_reports_of_mouse_and_terminal_do_no_harm(terminal: Terminal) -> None:
    for stray in (
        "\x1b[<0;999;999M",
        "\x1b[<35;0;0M",
        "\x1b[<64;200;1m",
        "\x1b[200~pasted [/] words\x1b[201~",
        "\x1b[?2048;0$y",
        "\x1b[O\x1b[I",
    ):
        terminal.keys(stray)
    terminal.keys("\x1b[B")
    terminal.until("▌JD-07")
    terminal.keys("\x11")
    assert terminal.ended() == 0
