"""The command `srt`: finds what was asked for, runs it, and turns every failure into one line.

Nothing but what a command needs is imported, so that each starts at once.
"""

import gc
import io
import os
import sys

from srt_tui.version import __version__

SELDOM = (50_000, 20, 20)
"""Garbage of a command that is soon over is looked for this seldom: a tenth of its time."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code (design, section 7).

    Without `arguments` it is the command that this process is for, and ends with it.
    """
    if arguments is not None:
        return _code(arguments)
    gc.set_threshold(*SELDOM)
    try:
        return _code(sys.argv[1:])
    finally:
        gc.freeze()  # all of it goes with the process: nothing is worth looking for


def _code(words: list[str]) -> int:
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
