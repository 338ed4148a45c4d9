"""Which screen comes first."""

from typing import Any

from srt_tui.tui.app import SrtApp
from srt_tui.tui.screen import AppScreen


def opening(app: SrtApp) -> AppScreen[Any]:
    """The caseload when open, the passphrase when sealed, a welcome when nothing is there."""
    # ruff: noqa: PLC0415 - only one of the three is needed
    if not app.workspace.locked:
        from srt_tui.tui.screens.people import People

        return People()
    if app.workspace.exists:
        from srt_tui.tui.screens.unlock import Unlock

        return Unlock()
    from srt_tui.tui.screens.welcome import Welcome

    return Welcome()
