"""The command line, run as somebody would run it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from srt_tui.cli.services import make
from srt_tui.store import Cost
from srt_tui.workflow.demo import PEOPLE
from srt_tui.workflow.invented import history


class Said(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Srt: TypeAlias = Callable[..., Said]


@pytest.fixture
def srt(tmp_path: Path) -> Srt:
    """Runs `srt` in a process of its own, without a terminal."""

    def run(*arguments: str, stdin: str | None = None, **variables: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "srt_tui", *arguments],
            input=stdin,
            stdin=None if stdin is not None else subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, **variables},
            timeout=60,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def loaded_by(tmp_path: Path) -> Callable[..., set[str]]:
    """The top-level packages that a command has loaded by the time it ends."""
    script = (
        "import sys\n"
        "from srt_tui.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        "print('', *{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )

    def loaded(*arguments: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            check=True,
        )
        return set(done.stderr.splitlines()[-1].split())

    return loaded


PASSPHRASE = "four unrelated plain words"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the demo's invented people, under PASSPHRASE; copied, never used itself."""
    store = tmp_path_factory.mktemp("filled") / "store"
    workspace = make(store=store)
    workspace.create(PASSPHRASE, cost=Cost.least())
    for person in PEOPLE:
        workspace.vault.add(person.reference, *history(person, workspace.pack, workspace.now()))
    workspace.lock()
    return store


@pytest.fixture
def records(filled: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own records, with the passphrase in a file for commands to find."""
    store = home / "srt" / "store"
    shutil.copytree(filled, store)
    secret = home / "passphrase"
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE + "\n")
    monkeypatch.setenv("SRT_PASSPHRASE_FILE", str(secret))
    return store
