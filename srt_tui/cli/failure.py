"""Failures on the command line: one sentence, what to do next, an exit code.

A fault of the program itself says nothing of what was being worked on: no values, no words, no
references; only a code, and a line in the log with the kind of fault and the place in our code.
"""

import datetime as dt
import hashlib
import os
import sys
import traceback
from pathlib import Path

from srt_tui import private_files
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.letters import clean
from srt_tui.locations import PACKAGE, locate
from srt_tui.version import __version__


def told(error: Exception) -> int:
    """Say what failed on the error stream; return the exit code."""
    if isinstance(error, SrtError):
        print(clean(str(error)), file=sys.stderr)
        return int(error.exit_code)
    place = where(error)
    code = hashlib.sha256(f"{type(error).__name__} {place}".encode()).hexdigest()[:6]
    kept = _log(locate().log, f"{code} {type(error).__name__} {place}")
    print(
        f"Something went wrong inside the program (code {code}). What was saved is safe."
        + (" The place is noted in the log: srt where" if kept else ""),
        file=sys.stderr,
    )
    return int(Exit.FAILED)


def where(error: BaseException) -> str:
    """The innermost place in our own code that the error passed: `file.py:line`."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if Path(f.filename).is_relative_to(PACKAGE)]
    if not own:
        return "outside"
    return f"{Path(own[-1].filename).relative_to(PACKAGE).as_posix()}:{own[-1].lineno}"


def _log(log: Path, line: str) -> bool:
    """Append a line to the log, if that can be done."""
    stamp = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    try:
        private_files.make_folder(log.parent)
        descriptor = private_files.open_private(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        with os.fdopen(descriptor, "a", encoding="utf-8") as file:
            file.write(f"{stamp} srt {__version__} {line}\n")
    except OSError:
        return False
    return True
