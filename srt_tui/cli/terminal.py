"""Whether screens can be shown here. Asked before anything is loaded, so that "no" is quick."""

import os
import sys

from srt_tui.domain.errors import Exit, SrtError

SMALLEST = (40, 12)
"""Columns and lines below which no screen is whole (design, section 6)."""


def is_terminal() -> bool:
    """Whether keys can be read and screens be drawn: Textual draws on the error stream."""
    return os.environ.get("TERM", "") not in ("", "dumb") and _has_keyboard()


def need_terminal() -> None:
    """Raise SrtError unless this is a terminal that can draw screens."""
    if is_terminal():
        return
    if _has_keyboard():
        raise SrtError(
            "This terminal says that it cannot draw screens.",
            "Open another window and type: srt. Commands that only print: srt --help",
            Exit.USAGE,
        )
    raise SrtError(
        "The companion needs a terminal with a keyboard, and there is none here.",
        "Open a terminal window and type: srt. Commands that need none: srt --help",
        Exit.USAGE,
    )


def _has_keyboard() -> bool:
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)
