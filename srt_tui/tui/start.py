"""The way in: sets what Textual reads on its first import, runs the screens, gives a code."""

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from srt_tui.locations import own_command, own_environment
from srt_tui.tui import memory

if TYPE_CHECKING:
    from srt_tui.workflow.workspace import Workspace

LOCKED = "--locked="
"""The word that a process begins with that takes over from a locked one."""
_NEUTRAL = "\x1b[22;2t\x1b]2;Terminal\x07"
_TITLE_BACK = "\x1b[23;2t"
_FAULT = (
    "The program met a fault and has closed. What was typed is kept.\n"
    "Start it again with: srt. If the terminal looks wrong, type: reset"
)


def show(workspace: "Workspace", left: str | None = None) -> int:
    """Run the screens over `workspace` until somebody leaves; returns the exit code.

    `left`: this process takes over from one that was locked, see `Privacy`.
    """
    os.environ.setdefault("TEXTUAL_FPS", "120")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    memory.hold_off()
    from srt_tui.tui.app import SrtApp  # noqa: PLC0415 - after the settings above
    from srt_tui.tui.screens.opening import opening  # noqa: PLC0415 - likewise

    app = SrtApp(workspace, opening)
    if left is not None:
        app.cover.take_over(left)
        echo(on=True)
    _terminal_title(_NEUTRAL)
    try:
        app.run()
    finally:
        _terminal_title(_TITLE_BACK)
    if app.next_command:
        echo(on=not app.next_command.startswith(LOCKED))
        command = own_command("srt_tui", app.next_command)
        os.execve(sys.executable, command, own_environment())  # noqa: S606 - our own program
    code = app.return_code or 0
    if app.failed:
        print(_FAULT, file=sys.stderr)  # noqa: T201 - the screens are gone; this is all there is
    return code


def echo(*, on: bool) -> None:
    """Whether the terminal shows what is typed between two processes of ours, where it is asked.

    Somebody may be typing the passphrase already.
    """
    with contextlib.suppress(ImportError, OSError, ValueError, AttributeError):
        import termios  # noqa: PLC0415 - not on Windows

        modes = termios.tcgetattr(sys.__stdin__)  # type: ignore[arg-type]
        modes[3] = modes[3] | termios.ECHO if on else modes[3] & ~termios.ECHO
        termios.tcsetattr(sys.__stdin__, termios.TCSADRAIN, modes)  # type: ignore[arg-type]


def _terminal_title(codes: str) -> None:
    """Keep the terminal's own title, show a neutral one, put it back."""
    stream = sys.__stderr__
    if stream is not None and stream.isatty():
        try:
            stream.write(codes)
            stream.flush()
        except OSError:
            return
