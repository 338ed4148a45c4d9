"""The shared screen: what two people look at, one idea at a time. Nothing private is on it."""

from srt_tui.domain.asking import Asking, asking, onward, packed, put, unpacked
from srt_tui.domain.pages import (
    ByePage,
    CheckOfferPage,
    CheckPage,
    ClipPage,
    FieldPage,
    NumberPage,
)
from srt_tui.domain.questions import asks_of
from srt_tui.present.common import gently
from srt_tui.present.session import pages as said
from srt_tui.present.session.pages import PageView
from srt_tui.tui.commands import Command
from srt_tui.tui.screens import session_commands as keys
from srt_tui.tui.screens import session_controls as controls
from srt_tui.tui.screens.close import ClosePage
from srt_tui.tui.screens.session_answering import of_kind
from srt_tui.tui.screens.session_settle import is_high, kept, settle
from srt_tui.tui.screens.session_speaking import SpeakingFace
from srt_tui.workflow.deliver import LiveSession

_WORDS_TOO: tuple[Command, ...] = (keys.WORDS, keys.SKIP_IT)


class SessionPage(SpeakingFace):
    """A running session, page after page."""

    commands = (
        keys.NEXT, keys.BACK_ONE, keys.WORDS, keys.SKIP_IT, keys.STOP, keys.PRIVATE_FACE,
        keys.SIGNS_ASIDE, keys.MOVES_ASIDE, keys.PICK, keys.MOVE, keys.TOGGLE, keys.PASS,
        keys.CANCEL, keys.KEEP, keys.LEAVE, keys.PLAY, keys.READ, keys.STOP_CLIP,
        *controls.CONTROLS, controls.OTHER_WAY, controls.OWN_TIME,
        keys.SKIP_EXERCISE, keys.SWAP, keys.UNSWAP, keys.HAND_OVER,
        keys.SAY_BACK, keys.SPEAK,
    )  # fmt: skip

    def __init__(self, session: LiveSession) -> None:
        super().__init__(session)

    def on_mount(self) -> None:
        """The page the session stands at."""
        self.open_desk()
        self.turn_page()

    def turn_page(self) -> None:
        """Show the page the session has come to, with what was answered or typed there before."""
        page = self.session.page
        typed = self.session.typed("answer")
        values = unpacked(typed) if typed else kept(self.session)
        self.begin(asking(*asks_of(page, light=self._light), values=values))
        if self.session.typed("his"):
            self.write_his_words(self.session.typed("his"))
        if isinstance(page, ClipPage):
            self.run_worker(self.desk.find(page), exclusive=True)

    def drawn(self) -> PageView:
        """The page, or the story on it."""
        page = self.session.page
        if isinstance(page, ClipPage):
            return self.desk.view(page, self.heading)
        return said.view(
            page,
            self._asking,
            heading=self.heading,
            light=self._light,
            said=self.session.said()[-2:],
            note=self.session.pack.worksheet_note,
        )

    @property
    def private(self) -> bool:
        """Not while he holds the keys, nor while he marks the check."""
        return not self.handed and not isinstance(self.session.page, CheckPage)

    def doing(self) -> tuple[Command, ...]:
        """What can be done on this page; while he holds the keys, nothing that is not his."""
        if not self.private:
            whose = keys.HAND_BACK if self.handed else keys.HAND_OVER
            return *self._here(), keys.BACK_ONE, keys.SPEAK, whose
        again = (keys.SAY_BACK,) if self.session.has_words else ()
        whole = (keys.SKIP_EXERCISE, keys.SWAP) if self.session.exercise else ()
        back = (keys.UNSWAP,) if self.session.can_unswap else ()
        return *self._here(), *again, *whole, *back, *keys.ALWAYS

    def _here(self) -> tuple[Command, ...]:
        page = self.session.page
        if isinstance(page, ClipPage):
            return self.desk.commands()
        if isinstance(page, CheckOfferPage):
            return keys.YES, keys.NOT_TODAY
        if isinstance(page, CheckPage):
            pick, *others = of_kind(self._asking)
            return pick, keys.PASS, *others
        if isinstance(page, ByePage):
            return (keys.FINISH,)
        unsaid = isinstance(page, FieldPage) and not page.field.saved
        words = (keys.SKIP_IT,) if unsaid or self._asking.kind == "text" else _WORDS_TOO
        return *of_kind(self._asking), *words

    # Moving on

    def finished(self) -> None:
        """Keep what was answered and show the next page; after the last, Close."""
        if isinstance(self.session.page, ByePage):
            self.srt.switch_screen(ClosePage(self.session))
            return
        page, values = self.session.page, self._asking.values
        slow = isinstance(page, NumberPage) and page.out and is_high(values[0])
        settle(self.session, self._asking)
        self.turn_page()
        self.say(gently(*values))
        if slow:
            self.no_hurry(self.end_aside)

    def before(self) -> None:
        """The page before."""
        self.session.back()
        self.turn_page()

    async def do_next(self) -> None:
        """On; a story that is being read goes on to its next piece."""
        page = self.session.page
        if isinstance(page, ClipPage) and not self.aside:
            if self.page.turn() or (self.desk.reading and self.desk.turn(page, 1)):
                self.show()
                return
            if not await self.put_away():
                return
        await super().do_next()

    async def do_back_one(self) -> None:
        """Back; a story that is being read goes to the piece before."""
        page = self.session.page
        if isinstance(page, ClipPage):
            if self.desk.reading and self.desk.turn(page, -1):
                self.show()
                return
            if not await self.put_away():
                return
        await super().do_back_one()

    def do_pass(self) -> None:
        """No mark for this question."""
        self.pose(onward(put(self.asking, "")))

    def remember(self, slot: str, asking: Asking) -> None:
        """Into the draft: his words as they are, answers packed."""
        if slot:
            self.session.type(slot, asking.values[0] if slot == "his" else packed(asking))

    def keep(self) -> None:
        """Write the draft."""
        self.session.keep_draft()
