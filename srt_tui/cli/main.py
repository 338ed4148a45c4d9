"""The command `srt`: finds what was asked for, runs it, and turns every failure into one line.

Nothing but what a command needs is imported, so that each starts at once.
"""

import io
import os
import sys

from srt_tui.version import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code (design, section 7)."""
    words = sys.argv[1:] if arguments is None else arguments
    if words[:1] in (["--version"], ["-V"]):
        print(f"srt {__version__}")
        return 0
    _be_forgiving()
    try:
        code = _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    return code


def _be_forgiving() -> None:
    """Print a question mark where a terminal has no such character, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _run(words: list[str]) -> int:
    try:
        if words[:1] in (["--help"], ["-h"]):
            from srt_tui.cli.overview import overview

            print(overview())
            return 0
        from srt_tui.cli.finding import find

        command, rest = find(words)
        return command.run(command.parse(rest))
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - no failure may show more than its one line
        from srt_tui.cli.failure import told

        return told(error)
