"""Which screen comes first."""

from typing import Any

from srt_tui.tui.app import SrtApp
from srt_tui.tui.face import Face
from srt_tui.tui.screens.people import People
from srt_tui.tui.screens.unlock import Unlock
from srt_tui.tui.screens.welcome import Welcome


def opening(app: SrtApp) -> Face[Any]:
    """The caseload when open, the passphrase when sealed, a welcome when nothing is there."""
    if not app.companion.locked:
        return People()
    return Unlock() if app.companion.exists else Welcome()
