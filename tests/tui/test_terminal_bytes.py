"""Whatever a terminal sends: no byte ends the program, keeps it from hiding, or is typed by it."""

import inspect
import os
import random
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import textual
from textual._parser import Parser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from srt_tui.tui.key_stream import PATIENCE
from tests.support.terminal import Terminal

ROOT = Path(__file__).parents[2]
LONG = "SRT_LONG" in os.environ
READ_IN = "8.2."
"""The version of Textual in which its private parts were read."""
AT_ONCE = 2.0
"""Seconds on a loaded machine in which what is at once has happened."""

HARMLESS: dict[str, bytes] = {
    "a pound sign in Latin-1": "£".encode("latin-1"),
    "bytes that never are UTF-8": b"\xff\xfe\xc0\xc1",
    "a letter cut in two": "é".encode()[:1],
    "a surrogate": b"\xed\xa0\x80",
    "the end of a surrogate pair": b"\xed\xbf\xbf",
    "a control sign of the upper half": b"\xc2\x9b\xc2\x90\xc2\x9d",
    "the same as one byte": b"\x9b\x90",
    "an old mouse report right of column 223": b"\x1b[M \xe0\xe0",
    "an old mouse report of letters": b"\x1b[M !q",
    "a key beyond Unicode": b"\x1b[1114112;5u",
    "a key far beyond it": b"\x1b[99999999999999999999u",
    "a key that is a surrogate": b"\x1b[55296u",
    "a key with text beyond Unicode": b"\x1b[97;;1114112u",
    "a key with parts and kinds": b"\x1b[97:65;1:3u",
    "a key of nothing": b"\x1b[;;u",
    "a number of 5,000 digits": b"\x1b[" + b"9" * 5000 + b"u",
    "a mouse report with long numbers": b"\x1b[<0;" + b"9" * 30 + b";1M",
    "a mouse report of strange buttons": b"\x1b[<255;1;1M",
    "a size of nothing": b"\x1b[48;0;0;0;0t",
    "a mouse report after it": b"\x1b[<0;3;3M\x1b[<0;3;3m",
    "a size of 99999": b"\x1b[48;99999;99999;1;1t",
    "a size without pixels": b"\x1b[48;24;80;0;0t",
    "a place of the cursor": b"\x1b[1;1R\x1b[99999;99999R",
    "an answer about colours": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    "who are you": b"\x1b[?62;1;2;6;9;15;22c\x1b[>41;354;0c",
    "a mode nobody asked for": b"\x1b[?2048;9$y\x1b[?9999;1$y",
    "a sequence without an end": b"\x1b[" + b"1;" * 200,
    "a string without an end": b"\x1b]0;" + b"t" * 200,
    "another without an end": b"\x1bP" + b"q" * 200,
    "a paste without an end": b"\x1b[200~" + b"p" * 200,
    "nothing at all, many times": bytes(100),
    "escapes": b"\x1b" * 7 + b"[",
}


@contextmanager
def started(program: str | None = None) -> Iterator[Terminal]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = ["-m", "srt_tui", "demo"] if program is None else ["-c", program]
    with Terminal([sys.executable, *command], env=env) as terminal:
        terminal.expect("JD-07")
        terminal.at_rest()
        yield terminal


def hides_and_comes_back(terminal: Terminal, still: float) -> None:
    terminal.press("f9")
    terminal.until(lambda shown: "Enter twice" in shown and "JD-07" not in shown, AT_ONCE)
    terminal.at_rest(still)
    terminal.press("enter")
    terminal.expect("Enter once more")
    terminal.press("enter")
    terminal.expect("JD-07")


def test_no_byte_ends_it_keeps_it_from_hiding_or_is_typed() -> None:
    with started() as terminal:
        first = terminal.text
        for data in HARMLESS.values():
            terminal.send(data)
            pasting = data.startswith(b"\x1b[200~")
            hides_and_comes_back(terminal, still=PATIENCE * 1.5 if pasting else 0.15)
            terminal.press("escape")  # out of what was begun, and whatever a click has chosen
            terminal.press("home")
            terminal.until(lambda shown: shown == first)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        assert terminal.modes_left_on() == []
    assert b"Traceback" not in terminal.written


@pytest.mark.parametrize("size", [(0, 0), (65535, 65535), (1, 1), (65535, 1)], ids=str)
def test_a_size_that_no_screen_has_is_lived_with(size: tuple[int, int]) -> None:
    with started() as terminal:
        terminal.tell_size(*size)
        terminal.press("f9")
        terminal.tell_size(80, 24)
        terminal.until(lambda shown: "Enter twice" in shown and "JD-07" not in shown)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("seed", range(40 if LONG else 2))
def test_a_storm_of_bytes_leaves_hiding_and_leaving(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a storm that can be repeated
    kinds = [*HARMLESS.values()]
    with started() as terminal:
        for _ in range(100):
            piece = chance.choice([*kinds, chance.randbytes(chance.randrange(1, 40))])
            terminal.send(piece.replace(b"\x11", b"").replace(b"\x1b[113", b""))
        terminal.at_rest(0.3)
        terminal.press("f9")
        terminal.until(lambda shown: "Enter twice" in shown and "JD-07" not in shown, AT_ONCE * 4)
        terminal.at_rest(PATIENCE * 1.5)  # what was begun is over by then, even a paste
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        assert terminal.modes_left_on() == []
    assert b"Traceback" not in terminal.written


def faulty(code: str) -> str:
    """The demo, with something in it that goes wrong."""
    head = """
        import asyncio, sys
        from srt_tui.cli.main import main
        from srt_tui.tui import key_stream
        from srt_tui.tui.screens.people import People
    """
    return textwrap.dedent(head) + textwrap.dedent(code) + '\nsys.exit(main(["demo"]))\n'


BUSY = faulty("""
    async def never_done(self):
        await asyncio.Event().wait()

    People.do_find = never_done
""")


def test_hiding_and_leaving_have_a_way_past_a_handler_that_never_ends() -> None:
    with started(BUSY) as terminal:
        terminal.press("/", "down")
        terminal.at_rest()
        terminal.press("f9")
        terminal.until(lambda shown: "Enter twice" in shown and "JD-07" not in shown, AT_ONCE)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        assert terminal.modes_left_on() == []


FAULT = faulty("""
    def fail(self, data, now):
        his = "the very words he said"
        raise ValueError(his)

    key_stream.KeyStream.feed = fail
""")


def test_a_fault_of_the_reader_ends_with_code_one_and_a_sentence() -> None:
    with started(FAULT) as terminal:
        terminal.press("x")
        assert terminal.wait() == 1
        terminal.expect("The program met a fault and has closed.")
        assert terminal.modes_left_on() == []
    assert b"Traceback" not in terminal.written
    assert b"very words" not in terminal.written


@pytest.mark.parametrize("before", [(), ("f6", "f1"), ("h",)], ids=["still", "drawing", "opening"])
def test_a_terminal_that_is_gone_ends_it(before: tuple[str, ...]) -> None:
    with started() as terminal:
        terminal.press(*before)
        terminal.hang_up()
        assert terminal.wait(AT_ONCE * 3) != 0


def test_textual_is_the_one_whose_private_parts_were_read() -> None:
    assert textual.__version__.startswith(READ_IN)


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        (App, ("_handle_exception", "_exception_event", "_return_code", "_close_messages_no_wait",
               "_disable_tooltips", "_disable_notifications", "_context")),
        (MessagePump, ("_dispatch_message", "_parent")),
        (Screen, ("_on_screen_resume", "_on_resize", "_compositor")),
        (Widget, ("_on_key",)),
        (LinuxDriver, ("_get_terminal_size", "_run_input_thread", "_file", "exit_event")),
        (Parser, ("_awaiting",)),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)  # fmt: skip
def test_what_we_touch_of_it_is_still_there(owner: type, names: tuple[str, ...]) -> None:
    source = inspect.getsource(sys.modules[owner.__module__])
    assert [name for name in names if name not in source] == []


def test_no_other_file_reaches_into_textuals_private_modules() -> None:
    tui = ROOT / "srt_tui" / "tui"
    reaching = [path.name for path in tui.rglob("*.py") if "textual._" in path.read_text()]
    assert reaching == ["textual_private.py"]
