"""The import rules of the design hold, and each of them can fail."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTED = {
    "Imports run one way, from the screens down to the facts": {
        "a fact that knows a screen's words": ("domain/planted.py", "import srt_tui.workflow"),
        "two rooms of one floor": ("library/planted.py", "import srt_tui.store"),
        "the faces import each other": ("plain/planted.py", "import srt_tui.tui"),
        "words that reach for the command line": ("present/planted.py", "import srt_tui.cli"),
        "a room nobody decided on": ("helpers.py", ""),
    },
    "Screens and sentences reach files, store and player only through workflow": {
        "a screen that opens the store": ("tui/screens/planted.py", "import srt_tui.store"),
        "a sentence that reads a pack": ("present/planted.py", "import srt_tui.library"),
    },
    "Sentences are made of facts, never of work that is going on": {
        "a sentence that asks a session": ("present/planted.py", "import srt_tui.workflow"),
    },
    "Widgets and dialogs take plain values; only screens call workflow": {
        "a widget that works": ("tui/widgets/planted.py", "import srt_tui.workflow"),
        "a dialog that knows its screen": ("tui/dialogs/planted.py", "import srt_tui.tui.screens"),
    },
    "Only the store knows TinyDB": {
        "a table elsewhere": ("workflow/planted.py", "import tinydb"),
        "cryptography elsewhere": ("cli/planted.py", "from cryptography import x509"),
    },
    "Only the player knows VLC": {"VLC on a screen": ("tui/planted.py", "import vlc")},
    "Only the screens know Textual": {
        "Textual beneath a screen": ("workflow/planted.py", "from textual import events"),
    },
    "Rich is for screens, command line and plain": {
        "Rich in a report": ("reports/planted.py", "import rich"),
    },
    "Nothing in the package knows the renderer or the picture kit": {
        "the kit in the studio": ("studio/planted.py", "from kit.work import Work"),
        "the renderer on the command line": ("cli/planted.py", "import bpy"),
    },
}


def broken(folder: Path) -> set[str]:
    """The names of the contracts that do not hold for the package in `folder`."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts" in done.stdout, done.stdout + done.stderr
    return set(re.findall(r"^(.+?) BROKEN", done.stdout, re.MULTILINE))


def test_the_import_rules_hold() -> None:
    assert broken(ROOT) == set()


@pytest.mark.parametrize(
    ("rule", "module", "line"),
    [
        pytest.param(rule, *planted, id=why)
        for rule, each in PLANTED.items()
        for why, planted in each.items()
    ],
)
def test_a_planted_import_breaks_exactly_its_rule(
    tmp_path: Path, rule: str, module: str, line: str
) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "srt_tui", tmp_path / "srt_tui", ignore=shutil.ignore_patterns("__pycache__")
    )
    (tmp_path / "srt_tui" / module).write_text(line + "\n")
    assert broken(tmp_path) == {rule}
