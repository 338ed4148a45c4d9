"""The shared screen: left out, with or without a reason, and another story instead."""

from collections.abc import Callable
from functools import partial
from typing import cast

from srt_tui.domain.asking import Ask, Asking, asking
from srt_tui.domain.entry import SkipReason
from srt_tui.domain.pages import CheckOfferPage, ClipPage
from srt_tui.domain.questions import REASONS, others
from srt_tui.present.session import pages as said
from srt_tui.tui.screens.session_asking import Aside
from srt_tui.tui.screens.session_doors import SharedFace
from srt_tui.workflow.swapping import MISFITS


class LeavingOutFace(SharedFace):
    """A session's screen, as far as it goes on without something."""

    def turn_page(self) -> None:
        """Show the page the session has come to."""
        raise NotImplementedError

    async def do_skip_it(self) -> None:
        """Leave it out; asks why, and nothing is a fine answer."""
        if isinstance(self.session.page, CheckOfferPage):
            self.settled(self._no_check)
        else:
            story = isinstance(self.session.page, ClipPage)
            await self._ask_why(self.session.skip, swaps=story)

    async def do_skip_exercise(self) -> None:
        """Leave out the rest of the exercise, in the same way."""
        await self._ask_why(self.session.skip_exercise, swaps=True, rest=True)

    def _no_check(self) -> None:
        self.session.no_check()
        self.turn_page()

    async def _ask_why(
        self, skip: Callable[[SkipReason | None], object], *, swaps: bool, rest: bool = False
    ) -> None:
        await self.desk.pause()
        ask = asking(Ask(kind="one", options=REASONS))

        def reasoned(answered: Asking) -> None:
            reason = cast("SkipReason", answered.values[0]) if answered.values[0] else None
            if swaps and reason in MISFITS and self.session.stand_ins():
                self._offer(reason, partial(self._leave_out, partial(skip, reason)))
            else:
                self._leave_out(partial(skip, reason))

        view = partial(said.why, self.heading, rest=rest)
        self.ask_aside(Aside(asking=ask, view=view, done=reasoned))

    def _offer(self, reason: SkipReason | None, without: Callable[[], object]) -> None:
        """Another story; `without` is done when none of them is taken."""
        exercises = self.session.pack.exercises
        options = others((id, exercises[id].title) for id in self.session.stand_ins())
        ask = asking(Ask(kind="one", options=options))

        def picked(answered: Asking) -> None:
            if answered.values[0]:
                self._leave_out(partial(self.session.swap, answered.values[0], reason))
            else:
                without()

        self.ask_aside(Aside(asking=ask, view=partial(said.instead, self.heading), done=picked))

    def _leave_out(self, skip: Callable[[], object]) -> None:
        self.run_worker(self._left_out(skip))

    async def _left_out(self, skip: Callable[[], object]) -> None:
        if await self.put_away() and self.settled(skip):
            self.turn_page()

    def why_not_swap(self) -> str:
        """There must be another one."""
        return "" if self.session.stand_ins() else said.NO_OTHER

    async def do_swap(self) -> None:
        """Offer what may be done instead."""
        await self.desk.pause()
        self._offer(None, self.end_aside)

    async def do_unswap(self) -> None:
        """The exercise before the swap, where it was left."""
        self._leave_out(self.session.unswap)
