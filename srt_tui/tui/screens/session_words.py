"""The shared screen: his words, typed as he says them, and said again until they are right."""

from functools import partial

from srt_tui.domain.asking import Ask, Asking, asking
from srt_tui.domain.questions import AGAIN, RIGHT
from srt_tui.present.common import gently
from srt_tui.present.session import pages as said
from srt_tui.present.session.pages import PageView
from srt_tui.tui.screens import session_commands as keys
from srt_tui.tui.screens.session_asking import Aside
from srt_tui.tui.screens.session_stopping import StoppingFace
from srt_tui.workflow.deliver import LiveSession


class WordsFace(StoppingFace):
    """A session's screen, as far as his words go."""

    while_typing = (keys.KEEP, keys.LEAVE, keys.SAY_BACK, keys.PRIVATE_FACE)

    def __init__(self, session: LiveSession) -> None:
        super().__init__(session)
        self._moment: float | None = None

    async def do_words(self) -> None:
        """Open the box for his words; a story stands still meanwhile."""
        if self.asking.kind == "text":
            self.box.focus()
            return
        self._moment = self.desk.moment
        await self.desk.pause()
        self.write_his_words(self.session.typed("his"))

    def write_his_words(self, typed: str, *, corrects: int = 0) -> None:
        """The box, with what was typed and not yet kept; `corrects` an entry, where it does."""
        ask = asking(Ask(kind="text"), values=(typed,))
        done = partial(self._said, corrects)
        self.ask_aside(Aside(asking=ask, view=self._page, done=done, slot="his"))

    def _page(self, _: Asking) -> PageView:
        return self.drawn()

    def _said(self, corrects: int, answered: Asking) -> None:
        self.session.words("his", answered.values[0], moment=self._moment, corrects=corrects)
        self.end_aside()
        self.say(gently(*answered.values))

    # Said again

    def why_not_say_back(self) -> str:
        """There must be words."""
        there = self.asking.value.strip() if self.asking.kind == "text" else self.session.last_said
        return "" if there else said.NOTHING_YET

    async def do_say_back(self) -> None:
        """His words in plain sight: what is being typed, or what was kept last."""
        await self.desk.pause()
        if self.asking.kind == "text" and not self.aside:
            self._check(self.asking.value, 0)
            return
        if self.aside and self.aside.slot == "his":
            self.do_keep()
        if not self.aside and (last := self.session.last_said):
            self._check(last.text, last.seq)

    def _check(self, words: str, seq: int) -> None:
        """Whether these are right; `seq` is their entry, 0 while they are still being typed."""

        def answered(ask: Asking) -> None:
            if ask.values[0] == AGAIN and seq:
                self.write_his_words("", corrects=seq)
            else:
                self.end_aside()

        ask = asking(Ask(kind="one", options=RIGHT))
        view = partial(said.say_back, self.heading, words)
        self.ask_aside(Aside(asking=ask, view=view, done=answered))
