"""The command line, run as somebody would run it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest


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
