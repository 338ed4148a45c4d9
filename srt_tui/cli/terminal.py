"""Whether screens can be shown here. Asked before anything is loaded, so that "no" is quick."""

import os
import sys

from srt_tui.domain.errors import Exit, SrtError

SMALLEST = (40, 12)
"""Columns and lines below which no screen is whole (design, section 6)."""


def is_terminal() -> bool:
    """Whether keys can be read and screens be drawn: Textual draws on the error stream."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    kind = os.environ.get("TERM", "")
    return kind not in ("", "dumb") and all(s is not None and s.isatty() for s in streams)


def need_terminal() -> None:
    """Raise SrtError unless this is a terminal."""
    if not is_terminal():
        raise SrtError(
            "The companion needs a terminal with a keyboard, and there is none here.",
            "Open a terminal window and type: srt. Commands that need none: srt --help",
            Exit.USAGE,
        )
