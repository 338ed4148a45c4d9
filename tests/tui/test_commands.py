"""Every command of every screen: a plain label, a sentence, a key that arrives everywhere."""

import importlib
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

import srt_tui.tui
from srt_tui.tui.commands import BACK, EVERYWHERE, Command
from srt_tui.tui.screen import AppScreen
from srt_tui.tui.screens.history import HistoryPage
from srt_tui.tui.screens.history_finder import Finder
from srt_tui.tui.screens.plan_editor import PlanEditor
from srt_tui.tui.screens.prepare import PreparePage
from srt_tui.tui.session.asking import AskingScreen
from srt_tui.tui.session.doors import Doors
from srt_tui.tui.session.lists import Lists
from srt_tui.tui.session.private import PrivateScreen
from srt_tui.tui.session.rows import ROWS
from srt_tui.tui.session.screen import SessionScreen
from srt_tui.workflow.deliver.offers import Action
from srt_tui.workflow.deliver.pressing import DO

TUI = Path(srt_tui.tui.__file__).parent
RULES = 100
OWN_IN_LINE = 5
SENTENCE = 67
SHADY = re.compile(r"alt\+|shift\+enter|ctrl\+enter|ctrl\+(c|s|z$|v|b)|f1[012]|super")
CTRL_Z_ALSO = {"undo"}


def faces() -> list[type[AppScreen[object]]]:
    for package in ("screens", "dialogs"):
        for found in pkgutil.iter_modules([str(TUI / package)]):
            importlib.import_module(f"srt_tui.tui.{package}.{found.name}")

    def below(kind: type[AppScreen[object]]) -> list[type[AppScreen[object]]]:
        return [each for sub in kind.__subclasses__() for each in (sub, *below(sub))]

    return sorted(set(below(AppScreen)), key=lambda face: face.__name__)


FACES = faces()
ALONE = [
    face
    for face in FACES
    if "session" not in face.__module__
    and "close" not in face.__module__
    and "private" not in face.__module__
    and "history" not in face.__module__
]
"""Screens whose keys stay the same; in a session and in History they follow what is in sight."""
TABLED = {
    f"{module.removeprefix('srt_tui.tui.')}.{name}": command
    for module in sorted(name for name in sys.modules if name.startswith("srt_tui.tui."))
    for name, command in vars(sys.modules[module]).items()
    if isinstance(command, Command)
}
"""Every command of every table, under whatever label."""
PARTS: dict[type[AppScreen[Any]], tuple[type, ...]] = {
    SessionScreen: (Doors,),
    PrivateScreen: (Lists,),
    HistoryPage: (Finder,),
    PreparePage: (PlanEditor,),
}
"""What a screen has others do."""
EACH = [(face, command) for face in FACES for command in face.commands]


@pytest.mark.parametrize("command", TABLED.values(), ids=TABLED)
def test_a_command_has_a_label_a_sentence_and_a_safe_key(command: Command) -> None:
    assert command.label
    assert command.shown
    assert command.sentence.endswith(".")
    assert len(command.sentence) <= SENTENCE
    for key in command.keys:
        assert not SHADY.search(key) or command.name in CTRL_Z_ALSO, key


@pytest.mark.parametrize(
    ("face", "command"), EACH, ids=[f"{face.__name__}-{c.name}" for face, c in EACH]
)
def test_a_screen_does_what_it_lists(face: type[AppScreen[object]], command: Command) -> None:
    if issubclass(face, AskingScreen):
        acts = [action for action, row in ROWS.items() if row.name == command.name]
        assert acts
        assert all(action in DO for action in acts if action != "my-part")
    else:
        assert any(hasattr(each, f"do_{command.name}") for each in (face, *PARTS.get(face, ())))


@pytest.mark.parametrize("door", ["private", "signs", "moves", "speak"])
def test_what_a_conversation_leaves_to_the_screen_is_done_there(door: Action) -> None:
    assert hasattr(Doors, f"do_{ROWS[door].name}")


def test_every_action_has_a_key_and_a_deed() -> None:
    actions = set(get_args(Action))
    assert actions == ROWS.keys()
    assert actions - {"my-part"} == DO.keys()


@pytest.mark.parametrize("face", ALONE, ids=lambda face: face.__name__)
def test_a_screen_shows_at_most_five_keys_of_its_own(face: type[AppScreen[object]]) -> None:
    own = [c for c in face.commands if c.footer and c is not BACK]
    assert len(own) <= OWN_IN_LINE


@pytest.mark.parametrize("face", ALONE, ids=lambda face: face.__name__)
def test_no_key_does_two_things_on_one_screen(face: type[AppScreen[object]]) -> None:
    keys = [key for c in (*face.commands, *EVERYWHERE) for key in c.keys]
    assert len(keys) == len(set(keys)), sorted(k for k in keys if keys.count(k) > 1)


def test_there_are_fewer_than_a_hundred_rules_of_style() -> None:
    assert sum(path.read_text().count("{") for path in TUI.rglob("*.tcss")) < RULES
