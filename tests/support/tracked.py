"""What git keeps of this checkout."""

import subprocess
from pathlib import Path

import pytest

from tests.support.parts import needed

ROOT = Path(__file__).parents[2]


def tracked() -> list[str]:
    """The path of each tracked file that is there."""
    needed("git")
    if not (ROOT / ".git").exists():
        pytest.skip("needs a clone")
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
