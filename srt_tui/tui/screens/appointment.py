"""How he came to an appointment: a few short questions, then its note."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

from srt_tui.domain.attendance import AwayReason, Came, Told
from srt_tui.domain.terms import CAME
from srt_tui.domain.typed_dates import coming
from srt_tui.present import appointments as said
from srt_tui.tui import navigation
from srt_tui.tui.dialogs.name import NamePage
from srt_tui.tui.dialogs.pick import PickPage
from srt_tui.tui.screen import AppScreen
from srt_tui.workflow import review
from srt_tui.workflow.appointments import put_down

Then: TypeAlias = Callable[[Came, AwayReason, Told], None]


class Attendance:
    """How he came, the kind of reason, who was told. Esc at any of them keeps nothing."""

    def __init__(self, page: AppScreen[Any], ways: Sequence[Came], then: Then) -> None:
        """`ways` are what may be answered first; what is as planned asks no more."""
        self._page, self._ways, self._then = page, ways, then
        self._came: Came = "yes"
        self._reason: AwayReason = ""

    def ask(self, asked: str, more: str) -> None:
        """How he came."""
        answers = [CAME[way].asked for way in self._ways]
        self._page.ask(PickPage(asked, answers, more=more), self._ask_reason)

    def _ask_reason(self, came: int) -> None:
        self._came = self._ways[came]
        if self._came == "yes":
            self._then("yes", "", "")
        else:
            self._page.ask(PickPage(said.REASON_ASKED, said.REASON_ANSWERS), self._ask_told)

    def _ask_told(self, reason: int) -> None:
        self._reason = said.REASONS[reason]
        self._page.ask(PickPage(said.TOLD_ASKED, said.TOLD_ANSWERS), self._over)

    def _over(self, told: int) -> None:
        self._then(self._came, self._reason, said.TOLD[told])


def not_as_planned(page: AppScreen[Any], reference: str, *, instead: bool = False) -> None:
    """Put down one that was not held here; its note comes over the page or `instead` of it."""
    today = page.workspace.today

    def ask_day(came: Came, reason: AwayReason, told: Told) -> None:
        keep = partial(put_down, page.workspace, reference, came, reason=reason, told=told)
        read = partial(said.read_day, today=today)
        dialog = NamePage(said.DAY_ASKED, said.DAY_MORE, said.DAY_LIKE, read)
        page.ask(dialog, lambda on: ask_next(partial(keep, on=on)))

    def ask_next(keep: Callable[..., int]) -> None:
        dialog = NamePage(
            said.NEXT_ASKED, said.NEXT_MORE, "", lambda typed: keep(next_on=coming(typed, today))
        )
        page.ask(dialog, partial(navigation.note, page.srt, reference, instead=instead))

    Attendance(page, said.WAYS, ask_day).ask(said.CAME_ASKED, said.CAME_MORE)


def put_right(page: AppScreen[Any], reference: str, number: int) -> None:
    """How he came to a session that is over, put right; its note takes the place of the page."""

    def keep(came: Came, reason: AwayReason, told: Told) -> None:
        review.put_attendance_right(
            page.workspace, reference, number, came, reason=reason, told=told
        )
        navigation.note(page.srt, reference, number, instead=True)

    Attendance(page, said.ANY_WAY, keep).ask(said.RIGHT_ASKED, said.RIGHT_MORE)
