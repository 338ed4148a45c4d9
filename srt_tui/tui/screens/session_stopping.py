"""The shared screen: stopping part way, with his number on the way out, and no hurry."""

from collections.abc import Callable
from functools import partial

from srt_tui.domain.answers import number
from srt_tui.domain.asking import Ask, Asking, asking
from srt_tui.domain.pages import CheckLinePage
from srt_tui.domain.questions import STOP, asks_of
from srt_tui.present.session import pages as said
from srt_tui.tui.screens.close import ClosePage
from srt_tui.tui.screens.session_asking import Aside
from srt_tui.tui.screens.session_leaving_out import LeavingOutFace
from srt_tui.tui.screens.session_settle import is_high, settle
from srt_tui.workflow.deliver import LiveSession


class StoppingFace(LeavingOutFace):
    """A session's screen, as far as it ends."""

    def __init__(self, session: LiveSession) -> None:
        super().__init__(session)
        self._light = "light-words" in session.preferences.suits

    def no_hurry(self, done: Callable[[], None]) -> None:
        """A high number: a moment, before anything else."""
        view = said.slow(self.heading)
        self.ask_aside(Aside(asking=Asking(), view=lambda _: view, done=lambda _: done()))

    async def do_stop(self) -> None:
        """Asks once."""
        await self.desk.pause()
        ask = asking(Ask(kind="one", options=STOP))
        self.ask_aside(Aside(asking=ask, view=partial(said.stop, self.heading), done=self._stop))

    def _stop(self, answered: Asking) -> None:
        if answered.values[0] != "stop":
            self.end_aside()
            return
        page = self.session.asks_to_leave
        if page is None:
            self._leave()
            return
        view = partial(said.view, page, heading=self.heading, light=self._light)
        ask = asking(*asks_of(page, light=self._light))
        self.ask_aside(Aside(asking=ask, view=view, done=self._leaving))

    def _leaving(self, answered: Asking) -> None:
        value = answered.values[0]
        if (out := number(value)) is not None:
            self.session.leaving_number(out)
        if is_high(value):
            self.no_hurry(self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        if isinstance(self.session.page, CheckLinePage) and not self._asking.is_empty:
            self.settled(partial(settle, self.session, self._asking))
        self.run_worker(self._to_close())

    async def _to_close(self) -> None:
        if await self.put_away():
            self.srt.switch_screen(ClosePage(self.session))
