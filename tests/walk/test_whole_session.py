"""One whole session as a practitioner runs it: a real terminal, real VLC, a real vault.

With SRT_RECORD=FILE each key and each screen is written down there.
"""

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.display import Display, virtual_display
from tests.support.parts import needed
from tests.support.terminal import Terminal

ROOT = Path(__file__).parents[2]
PASSPHRASE = "four plain words here"
HIS = "It's the jaw. [Always] the jaw."
ALSO_HIS = "My lad would say I turn up."
CUT = "Half a sentence that the machine"
REFERENCE = "JD-07"
MOST_LOST = 1.0
"""Seconds from the last key within which what was typed is safe."""
PRIVATE = ("PRIVATE", "Short answers", "Watch for", REFERENCE, "neck", "Act today")


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    needed("libvlc", "tkinter")
    with virtual_display() as display:
        yield display


class Walk:
    """The program in its terminal, and a record of what was pressed and seen."""

    def __init__(self, terminal: Terminal, home: Path) -> None:
        self.terminal = terminal
        self.home = home
        self.record = Path(os.environ["SRT_RECORD"]) if "SRT_RECORD" in os.environ else None

    def __call__(self, *keys: str, see: str) -> str:
        """Press keys and wait for these words."""
        self.terminal.press(*keys)
        shown = self.terminal.expect(see)
        if self.record:
            with self.record.open("a", encoding="utf-8") as file:
                file.write(f"▶ {' '.join(keys) or '(nothing)'}\n{shown.rstrip()}\n{'═' * 80}\n")
        return shown

    def note(self, words: str) -> None:
        """Write something measured into the record."""
        if self.record:
            with self.record.open("a", encoding="utf-8") as file:
                file.write(f"· {words}\n{'═' * 80}\n")

    def together(self, *keys: str, see: str) -> str:
        """The same on the shared screen, where nothing private may be."""
        shown = self(*keys, see=see)
        for words in PRIVATE:
            assert words not in shown, shown
        return shown


def started(home: Path, display: Display) -> Terminal:
    env = {
        "HOME": str(home),
        "SRT_HOME": str(home / "srt"),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "TZ": "Europe/London",
        "PYTHONPATH": str(ROOT),
        "DISPLAY": display.name,
    }
    return Terminal([sys.executable, "-m", "srt_tui"], env=env, cwd=str(home))


def test_a_whole_session_from_an_empty_machine_to_the_history(
    display: Display, tmp_path: Path
) -> None:
    with started(tmp_path, display) as terminal:
        walk = Walk(terminal, tmp_path)
        make_a_vault(walk)
        begin(walk)
        arrive(walk)
        watch(walk, display)
        talk(walk)
        terminal.signal(signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL
    with started(tmp_path, display) as terminal:
        walk = Walk(terminal, tmp_path)
        come_back(walk)
        practise(walk)
        another_exercise(walk)
        check_and_close(walk)
        review(walk)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        assert terminal.modes_left_on() == []


def make_a_vault(walk: Walk) -> None:
    walk(see="Passphrase")
    walk(PASSPHRASE, "enter", see="•" * len(PASSPHRASE))
    walk.terminal.at_rest()
    shown = walk(PASSPHRASE, "enter", see="Recovery key")
    key = re.search(r"(?:[0-9A-Z]{4}-){7}([0-9A-Z]{4})", shown)
    assert key
    walk(key[1], "enter", see="Nobody here yet")


def begin(walk: Walk) -> None:
    walk("n", see="New person")
    walk("jd 07", see="jd 07")
    walk("f2", see=REFERENCE)
    walk("enter", see="Suggested")
    walk("a", see="f03")
    walk("3", see="f03 talk")
    walk.together("enter", see="I have two jobs.")


def arrive(walk: Walk) -> None:
    walk.together("enter", see="nought to ten")
    walk.together("4", see="▌4▐")
    walk.together("enter", see="Anything I need to know")
    walk.together("enter", see="worth your time")
    walk.together("enter", see="Welcome")
    walk.together("s", see="Skip this.")
    walk.together("5", see="What would make this worth your time?")


def watch(walk: Walk, display: Display) -> None:
    """The clip in its window: playing, paused and going on, captions on, back, stopped."""
    walk.together("enter", see="It is a bit over a minute")
    walk.together("enter", see="What matters to me")
    walk.together("enter", see="▶ playing")
    assert display.window()
    assert not display.is_blank()
    walk.terminal.expect("“Marcus drives a lorry at night.")
    walk.note("the display shows the clip and its caption")
    for key, state in (("space", "‖ paused"), ("space", "▶ playing"), ("space", "‖ paused")):
        pressed = time.monotonic()
        walk.terminal.press(key)
        walk.terminal.expect(state)
        walk.together(see=state)
        walk.note(f"{state} after {time.monotonic() - pressed:.3f} s")
    walk.together("left", see="0:00 / 1:2")
    walk.together("w", see="Enter Keep")
    walk.together(HIS, see=HIS)
    walk.together("enter", see="‖ paused")
    pressed = time.monotonic()
    walk("f9", see="Enter twice")
    walk.terminal.until(lambda _: display.is_blank())
    walk.note(f"hidden: a screenshot begun {time.monotonic() - pressed:.3f} s later shows nothing")
    walk.together("enter", "enter", see="‖ paused")
    walk.terminal.at_rest()
    walk.together("x", see="We got to")
    walk.together("enter", see="How did that story sit with you?")


def talk(walk: Walk) -> None:
    walk.together("1", see="What matters to Marcus?")
    walk.together("enter", see="What has he already got")
    walk.together("w", see="Enter Keep")
    walk.together(ALSO_HIS, see=ALSO_HIS)
    walk.together("enter", see="Enter Next")
    walk.together("enter", see="Which parts of Marcus")
    walk.together("s", see="Skip this.")
    walk.together("1", see="Think of someone")
    walk("f2", see="PRIVATE")
    walk("g", see="Short answers")
    walk("1", see="PRIVATE")
    walk("escape", see="Think of someone")
    walk.together("w", see="Enter Keep")
    (draft,) = walk.home.glob("srt/store/**/*.draft")
    walk.together(CUT, see=CUT)
    seen, typed = time.time_ns(), time.monotonic()
    walk.terminal.until(
        lambda _: draft.stat().st_mtime_ns > seen or time.monotonic() - typed > MOST_LOST
    )


def come_back(walk: Walk) -> None:
    """After `kill -9` in the middle of a sentence, the sentence is there."""
    walk(see="Locked")
    walk(PASSPHRASE, "enter", see=REFERENCE)
    walk("enter", see="Cut off")
    walk.together("enter", see="Think of someone")
    walk.together(see=CUT)
    walk.together("enter", see="Enter Next")


def practise(walk: Walk) -> None:
    """The worksheet of the first exercise: choice, text and scale."""
    walk.together("enter", see="When Marcus acts")
    walk.together("enter", see="What is one small step this week that fits")
    walk.together("enter", see="Point and step.")
    walk.together("enter", see="What went well?")
    walk.together("enter", see="Again, and I will make it")
    walk.together("enter", see="What matters most to me?")
    walk.together("1", "2", see="Being calm")
    walk.together("enter", see="A time I acted like")
    walk.together("I fixed the gate", "enter", see="How close is my life")
    walk.together("6", see="▌6▐")
    walk.together("enter", see="One small step this week")
    walk.together("Ring my brother", "enter", see="How sure am I")
    walk.together("7", "enter", see="How far did we get?")


def another_exercise(walk: Walk) -> None:
    """The other two kinds of field: chain, and before and after."""
    walk.together("1", see="Thought, feeling, action")
    walk.together("s", see="Skip this.")
    walk.together("4", see="What went through Imran's mind")
    for words in ("What was different in", "Have you ever felt sure", "Take a small moment",
                  "What might it have been like", "Which link could you change", "Draw the chain",
                  "What went well?", "Again, and I will make", "A moment of mine"):  # fmt: skip
        walk.together("enter", see=words)
    for box in ("The bus went", "He saw me", "Hot", "Jaw", "Swore", "Walked"):
        walk.together(box, see=box)
        walk.terminal.press("enter")
    walk.together(see="The same moment")
    for _ in range(6):
        walk.terminal.press("enter")
    walk.together(see="How strong was the feeling?")
    walk.together("7", "enter", see="second chain")
    walk.together("4", see="▌4▐")
    walk.together("enter", see="The link I changed")
    walk.together("1", "enter", see="How far did we get?")
    walk.together("2", see="A small step")


def check_and_close(walk: Walk) -> None:
    """The step, his check, the number out; then, alone, the practitioner's own marks."""
    walk.together("1", see="How sure are you?")
    walk.together("7", "enter", see="Does it keep to every condition")
    walk.together("enter", see="One minute on how we worked")
    walk.together("enter", see="Direction.")
    his = ("Use.", "Ease.", "Fair say.", "No surprises.", "One thing to keep or change")
    for mark, words in zip("45344", his, strict=True):
        walk.together(mark, see=words)
    walk.together("Less talk", see="Less talk")
    walk.together("enter", see="Something happens. I think.")
    walk.together("enter", see="what are you taking with you?")
    walk.together("enter", see="What is your number now?")
    walk.together("2", "enter", see="When do we meet next")
    walk.together("enter", see="That is all for today.")
    walk.together("enter", see="Thank you for today")
    walk("enter", see="Direction")
    mine = ("Pitch", "Presence", "Fair say", "Both jobs", "What I want to take to supervision")
    for mark, words in zip("43443", mine, strict=True):
        walk(mark, see=words)
    walk("Go slower", "enter", see="How did he come?")
    walk("1", see="When do you meet next?")
    walk("+7", see="+7")
    walk("enter", see="Note · session 1")


def review(walk: Walk) -> None:
    """The note with its parts, written to a file and marked; then the history and a search."""
    walk("f", see="Written to")
    (file,) = walk.home.glob(f"**/note-{REFERENCE}-*.txt")
    note = file.read_text(encoding="utf-8")
    assert len(note) <= 12_000
    headings = ("CHECK IN", "REVIEW", "INTERVENTION", "SUMMARISE", "SET TASKS")
    places = [note.index(f"{heading}\n") for heading in headings]
    assert places == sorted(places)
    for words in (HIS, ALSO_HIS, CUT):
        assert words in note
    for words in ("Short answers", "Less talk", "Go slower", REFERENCE):
        assert words not in note
    walk("r", see="Marked as entered")
    walk("enter", see="People")
    walk("h", see="History")
    walk("/", "Always", see="1 place")
    walk("escape", see="f01 What matters to me")
    walk("a", see="for you alone")
    walk("escape", see="History")
    walk("escape", see="People")
