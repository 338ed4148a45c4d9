"""What a test may need beside Python: programs, libraries, a display."""

import importlib
import importlib.util
import os
import shutil
from collections.abc import Mapping

import pytest


def needed(*parts: str) -> None:
    """Pass the test over where one of these is not on this machine; on CI's machine, fail it.

    A part is a program, a module of Python, or `libvlc`. CI's proof that the tests also end well
    without the parts (`dev.py test --bare`) sets SRT_BARE.
    """
    missing = [part for part in parts if not is_here(part)]
    if not missing:
        return
    says = f"needs {', '.join(missing)}"
    if os.environ.get("CI") == "true" and "SRT_BARE" not in os.environ:
        pytest.fail(says)
    pytest.skip(says)


def is_here(part: str) -> bool:
    """Whether this program, module or library is on this machine."""
    return shutil.which(part) is not None or _loads("vlc" if part == "libvlc" else part)


def _loads(module: str) -> bool:
    """Whether this module is here with the system's library that it wants."""
    if importlib.util.find_spec(module) is None:
        return False
    try:
        importlib.import_module(module)
    except (Exception, SystemExit):  # noqa: BLE001 - each has its own way to say no
        return False
    return True


def unmeasured(env: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Without what would measure coverage: a program that is watched runs as it always does."""
    return {name: value for name, value in env.items() if not name.startswith("COVERAGE")}
