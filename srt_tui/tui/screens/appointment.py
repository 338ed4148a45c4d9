"""An appointment that was not as planned: four short questions, then its note."""

from collections.abc import Callable

from srt_tui.domain.attendance import AwayReason, Came, Told
from srt_tui.present import appointments as said
from srt_tui.tui.dialogs.name import NamePage
from srt_tui.tui.dialogs.pick import PickPage
from srt_tui.tui.screen import AppScreen
from srt_tui.workflow.appointments import put_down


class Appointment:
    """The questions in turn, over a page. Esc at any of them keeps nothing."""

    def __init__(self, page: AppScreen[None], reference: str, then: Callable[[int], None]) -> None:
        """`then` gets the number of the session it was put down as."""
        self._page, self._reference, self._then = page, reference, then
        self._came: Came = "no"
        self._reason: AwayReason = ""
        self._told: Told = ""

    def ask(self) -> None:
        """What became of it."""
        dialog = PickPage(said.CAME_ASKED, said.CAME_ANSWERS, more=said.CAME_MORE)
        self._page.ask(dialog, self._ask_reason)

    def _ask_reason(self, came: int) -> None:
        self._came = said.WAYS[came]
        self._page.ask(PickPage(said.REASON_ASKED, said.REASON_ANSWERS), self._ask_told)

    def _ask_told(self, reason: int) -> None:
        self._reason = said.REASONS[reason]
        self._page.ask(PickPage(said.TOLD_ASKED, said.TOLD_ANSWERS), self._ask_day)

    def _ask_day(self, told: int) -> None:
        self._told = said.TOLD[told]
        dialog = NamePage(said.DAY_ASKED, said.DAY_MORE, said.DAY_LIKE, self._put_down)
        self._page.ask(dialog, self._then)

    def _put_down(self, typed: str) -> int:
        workspace = self._page.workspace
        on = said.read_day(typed, workspace.today)
        return put_down(
            workspace, self._reference, self._came, reason=self._reason, told=self._told, on=on
        )
