"""The way in: sets what Textual reads on its first import, runs the screens, gives a code."""

import os
import sys
from typing import TYPE_CHECKING

from srt_tui.locations import own_command, own_environment
from srt_tui.tui import memory

if TYPE_CHECKING:
    from srt_tui.workflow.workspace import Workspace

_NEUTRAL = "\x1b[22;2t\x1b]2;Terminal\x07"
_TITLE_BACK = "\x1b[23;2t"
_FAULT = (
    "The program met a fault and has closed. What was typed is kept.\n"
    "Start it again with: srt. If the terminal looks wrong, type: reset"
)


def show(workspace: "Workspace") -> int:
    """Run the screens over `workspace` until somebody leaves; returns the exit code."""
    os.environ.setdefault("TEXTUAL_FPS", "120")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    memory.hold_off()
    from srt_tui.tui.app import SrtApp  # noqa: PLC0415 - after the settings above
    from srt_tui.tui.screens.opening import opening  # noqa: PLC0415 - likewise

    app = SrtApp(workspace, opening)
    _terminal_title(_NEUTRAL)
    try:
        app.run()
    finally:
        _terminal_title(_TITLE_BACK)
    if app.next_command:
        command = own_command("srt_tui", app.next_command)
        os.execve(sys.executable, command, own_environment())  # noqa: S606 - our own program
    code = app.return_code or 0
    if app.failed:
        print(_FAULT, file=sys.stderr)  # noqa: T201 - the screens are gone; this is all there is
    return code


def _terminal_title(codes: str) -> None:
    """Keep the terminal's own title, show a neutral one, put it back."""
    stream = sys.__stderr__
    if stream is not None and stream.isatty():
        try:
            stream.write(codes)
            stream.flush()
        except OSError:
            return
