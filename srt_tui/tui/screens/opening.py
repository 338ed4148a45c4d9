"""Which screen comes first."""

from typing import Any

from srt_tui.tui.app import SrtApp
from srt_tui.tui.face import Face


def opening(app: SrtApp) -> Face[Any]:
    """The caseload when open, the passphrase when sealed, a welcome when nothing is there."""
    # ruff: noqa: PLC0415 - only one of the three is needed
    if not app.companion.locked:
        from srt_tui.tui.screens.people import People

        return People()
    if app.companion.exists:
        from srt_tui.tui.screens.unlock import Unlock

        return Unlock()
    from srt_tui.tui.screens.welcome import Welcome

    return Welcome()
