"""A whole session with each of the players, by keys alone: in the terminal and in the window.

With SRT_RECORD=FILE each key, each screen and what the display showed is written down there.
"""

import operator
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from srt_tui.domain import entry as happened
from srt_tui.domain.content import Clip
from srt_tui.locations import locate
from srt_tui.workflow.deliver.recordings import ways
from tests.support.display import Display, virtual_display
from tests.support.parts import is_here, needed
from tests.support.terminal import Terminal
from tests.walk.test_walks import LAST, PRIVATE, begun, key_for

PARTS = {"libvlc": ("libvlc", "tkinter"), "mpv": ("mpv",), "storyboard": ()}
NO_SOUND = "Not available: a story told on this screen has no sound."
NO_WINDOW = "Not available: a story told on this screen has no window."
NOTE = "He thinks six, and he knows it."
FILM = ways(Clip(id="clip-f05", title="", lead="", content_note="", scenes=()),
            locate().shipped_pack / "clips" / "clip-f05")[0].form  # fmt: skip
"""The form in which the story is played: the first there is."""


@pytest.fixture
def display(player: str) -> Iterator[Display | None]:
    """What the window is looked for on; a story told in the terminal can do without."""
    if player == "storyboard" and not is_here("Xvfb"):
        yield None
        return
    needed(*PARTS[player])
    with virtual_display() as shown:
        yield shown


class Walk:
    """The program in its terminal beside a display, and a record of both."""

    def __init__(self, terminal: Terminal, display: Display | None, player: str) -> None:
        self.terminal, self.display = terminal, display
        self._record = Path(os.environ["SRT_RECORD"]) if "SRT_RECORD" in os.environ else None
        self.note(f"settings.toml: player = {player}")

    def note(self, words: str) -> None:
        if self._record:
            with self._record.open("a", encoding="utf-8") as file:
                file.write(f"· {words}\n{'═' * 80}\n")

    def __call__(self, *keys: str, see: str = "") -> str:
        """Press keys in the terminal; nothing private may be on it."""
        self.terminal.press(*keys)
        return self._seen(f"▶ {' '.join(keys)}", see)

    def window(self, key: str, see: str) -> str:
        """Press a key while the player's window has the keyboard."""
        assert self.display
        self.display.press(key)
        return self._seen(f"▶ in the window: {key}", see)

    def sees(self, what: str, *, clip: bool) -> None:
        """The display shows a clip, or nothing at all."""
        display = self.display
        assert display
        self.terminal.until(lambda _: display.is_blank() is not clip)
        self.note(f"the display {'shows the clip' if clip else 'shows nothing'}: {what}")

    def _seen(self, pressed: str, see: str) -> str:
        shown = self.terminal.expect(see)
        assert not [words for words in PRIVATE if words in shown], shown
        if self._record:
            with self._record.open("a", encoding="utf-8") as file:
                file.write(f"{pressed}\n{shown.rstrip()}\n{'═' * 80}\n")
        return shown


@pytest.mark.parametrize("player", ["libvlc", "mpv", "storyboard"])
def test_a_whole_session_by_keys_with_each_player(
    machine: Any, arrive: Callable[[Terminal], None], display: Display | None, player: str
) -> None:
    begun(machine, "QX-47", ("captions",))
    (machine.folder / "settings.toml").write_text(f'player = "{player}"\n', encoding="utf-8")
    with machine.start(DISPLAY=display.name if display else "") as terminal:
        arrive(terminal)
        walk = Walk(terminal, display, player)
        to(walk, "Enter Play")
        played(walk)
        held(walk, player)
        if player != "storyboard":
            in_the_window(walk)
            closed_by_hand(walk)
        at_his_choice(walk)
        kept(walk)
        to(walk, LAST)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        assert terminal.modes_left_on() == []
    assert display is None or display.is_blank()
    entries = machine.entries()
    (said,) = [e for e in entries if isinstance(e, happened.Words)]
    assert (said.text, said.clip) == (NOTE, "clip-f05")
    assert said.moment == pytest.approx(20, abs=12)
    shown = [e for e in entries if isinstance(e, happened.ClipShown)]
    assert {e.form for e in shown} == {"storyboard" if player == "storyboard" else FILM}
    assert len(shown[0].ranges) >= 2
    assert [e.clip for e in entries if isinstance(e, happened.Rewatched)] == ["clip-f05"]
    sound = machine.folder / "sound.json"
    assert sound.exists() is (player != "storyboard")
    assert not sound.exists() or '"clip-f05": 50' in sound.read_text(encoding="utf-8")


def to(walk: Walk, words: str) -> None:
    """On to these words, with numbers and Enter."""
    for _ in range(80):
        shown = walk.terminal.text
        if words in shown:
            return
        walk(key_for(shown))
        walk.terminal.until(partial(operator.ne, shown))
        walk.terminal.at_rest()
    raise AssertionError(words)


def played(walk: Walk) -> None:
    """Play, pause, ten seconds on, a scene, words of the moment, the list of keys, the palette."""
    walk("enter", see="▶ playing")
    if walk.display and walk.display.window():
        walk.sees("the story plays", clip=True)
    walk(see="“In an argument, Danny")
    walk("space", see="‖ paused")
    walk("right", see="‖ paused  0:1")
    walk("down", see="‖ paused  0:2")
    walk("w", see="Enter Keep")
    walk(NOTE, see=NOTE)
    walk("enter", see="‖ paused")
    walk("f1", see="Ten seconds back.")
    walk("pagedown", see="Leave the program")
    walk("escape", see="‖ paused")
    walk("ctrl+p", "slower", see="A little slower.")
    walk("enter", see="Speed 0.9.")


def held(walk: Walk, player: str) -> None:
    """What holds from now on; where the player cannot, why."""
    told_here = player == "storyboard"
    walk("+", see="Speed 1.")
    for words in ("off", "on") if told_here else ("larger", "off", "on"):
        walk("c", see=f"Captions {words}.")
    walk("k", see=NO_SOUND if told_here else "Sound 0.05 s later.")
    walk("9", see=NO_SOUND if told_here else "Sound 90 of 100.")
    walk("f", see=NO_WINDOW if told_here else "The whole screen.")
    walk("f", see=NO_WINDOW if told_here else "A window.")
    walk("t", see=NO_WINDOW if told_here else "not above the others")
    walk("v", see="Tell it another way?")
    walk("escape", see="‖ paused")


def in_the_window(walk: Walk) -> None:
    """The same keys while the player's window has the keyboard; Hide among them."""
    walk.window("space", see="▶ playing")
    walk.window("space", see="‖ paused")
    walk.window("Home", see="▶ playing  0:0")
    walk.window("Right", see="▶ playing  0:1")
    walk.window("F9", see="Enter twice")
    walk.sees("hidden by a key in the window", clip=False)
    walk("enter", "enter", see="‖ paused")
    walk.sees("back, and it stands", clip=True)


def closed_by_hand(walk: Walk) -> None:
    """The window's own close button, and on from there."""
    assert walk.display
    walk.display.close_window()
    walk(see="The window was closed at")
    walk.sees("closed by hand", clip=False)
    walk("space", see="▶ playing")
    walk("space", see="‖ paused")


def at_his_choice(walk: Walk) -> None:
    """It stands where he still could choose; then on to the end."""
    walk("d", see="The story stops where he has a choice.")
    walk("a", see="▶ playing  0:0")
    walk("down", see="▶ playing  0:2")
    walk(see="Here he has a choice. What could he do?")
    walk("space", see="▶ playing  0:3")
    walk("down", "down", "right", "right", "right", "right", see="■ the end")


def kept(walk: Walk) -> None:
    """Put away; and that he saw it at home."""
    walk("y", see="Kept: he saw it again in his own time.")
    walk("enter", see="How did that story sit with you?")
