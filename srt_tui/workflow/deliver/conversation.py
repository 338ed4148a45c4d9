"""A session as it is talked through: what is asked, what can be done, and what both see of it.

A face takes a key, presses an action here, and draws what comes back. The together view and the
private view are different types, so that a face that is given the one cannot show the other.
"""

import asyncio
from collections.abc import Awaitable, Callable

from msgspec.structs import replace

from srt_tui.domain.asking import Asking, asking, packed, put, unpacked
from srt_tui.domain.errors import SrtError
from srt_tui.domain.pages import ByePage, CheckPage, ClipPage, NumberPage
from srt_tui.domain.playback import Showing
from srt_tui.domain.questions import asks_of
from srt_tui.domain.views import LooksLike, Private, Reason, Remark, Shown, Together
from srt_tui.player.aloud import SpokenAloud, voice
from srt_tui.workflow.deliver import interludes, offers, swapping
from srt_tui.workflow.deliver.interludes import Interlude
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.offers import Action, Offer
from srt_tui.workflow.deliver.pressing import DO
from srt_tui.workflow.deliver.private import PrivateLog
from srt_tui.workflow.deliver.second_look import SecondLook
from srt_tui.workflow.deliver.settle import is_high, kept, settle
from srt_tui.workflow.deliver.story import StoryDesk
from srt_tui.workflow.workspace import Workspace


class Conversation:
    """One running session between two people.

    `questions` counts what has been asked, so that a face with a box knows when to fill it anew.
    `unkept` is why something could not be saved, until something is; `unsaved` whether the draft
    has changed since it was written. `over` is set when it is time to close.
    """

    def __init__(
        self,
        workspace: Workspace,
        session: LiveSession,
        on_showing: Callable[[Showing | None], None] = lambda _: None,
    ) -> None:
        self.session = session
        self.story = StoryDesk(workspace, session, on_showing)
        self.reader = SpokenAloud(voice())
        self.light = "light-words" in session.preferences.suits
        self.handed = self.over = self.unsaved = False
        self.questions = 0
        self._look = SecondLook(session.pack)
        self.moment: float | None = None
        self.remark: Remark | None = None
        self.unkept: SrtError | None = None
        self.interlude: Interlude | None = None
        self.page_asking = Asking()
        self._stand_ins: tuple[object, tuple[str, ...]] = (None, ())
        self._finding: asyncio.Task[None] | None = None
        self.turn_page()

    # What there is to see

    @property
    def together(self) -> Together:
        """What both may see now."""
        session, page = self.session, self.session.page
        shown: Shown = self.story.view(page) if isinstance(page, ClipPage) else page
        if self.interlude and self.interlude.shown:
            shown = self.interlude.shown
        return Together(
            heading=session.pack.stage(page.stage).title,
            shown=shown,
            asking=self.page_asking if shown is page else self.asking,
            said=tuple(words.text for words in session.his_words()[-2:]),
            note=session.pack.worksheet_note,
            light=self.light,
            handed=self.handed,
        )

    @property
    def shows_private(self) -> bool:
        """Whether the private view may be opened: not while he has the keys or marks the check."""
        return not self.handed and not isinstance(self.session.page, CheckPage)

    @property
    def private(self) -> Private:
        """What she alone may see, for where `shows_private`."""
        session, time = self.session, self.session.time
        return Private(
            stage=session.page.stage,
            exercise=session.exercise,
            used=time.used,
            planned=time.planned,
            way=session.draft.plan.way,
            slipped=PrivateLog(session).slipped(),
        )

    @property
    def asking(self) -> Asking:
        """What is asked: in between, or by the page."""
        return self.interlude.asking if self.interlude else self.page_asking

    @property
    def in_between(self) -> bool:
        """Whether something is asked over the page."""
        return self.interlude is not None

    # What can be done

    def offers(self, *, typing: bool = False) -> tuple[Offer, ...]:
        """What can be done now, in the order of its weight; while `typing`, letters are text."""
        if typing:
            found = offers.offers(*offers.TYPING)
        elif self.interlude:
            found = *offers.answering(self.asking), *offers.offers("cancel")
        else:
            found = self._on_page()
        return tuple(o for o in found if o.action != "private" or self.shows_private)

    def _on_page(self) -> tuple[Offer, ...]:
        session = self.session
        here = offers.on_page(session.page, self.page_asking, self.story.state)
        if not self.shows_private:
            whose: Action = "keys-back" if self.handed else "hand-over"
            return *here, *offers.offers("back", "speak", whose)
        more: tuple[Action, ...] = (
            *(("say-back",) if session.his_words() else ()),
            *(("skip-rest", "swap") if session.exercise else ()),
            *(("unswap",) if swapping.can_unswap(session) else ()),
        )
        return *here, *offers.offers(*more, *offers.ALWAYS)

    def lacks(self, action: Action) -> Reason:
        """What is missing for an action; empty where nothing is."""
        match action:
            case "speak":
                return "" if self.reader.name else "voice"
            case "say-back":
                words = self.asking.value.strip() if self.asking.kind == "text" else ""
                return "" if words or self.session.last_said else "words"
            case "swap":
                return "" if self.stand_ins else "other-story"
            case _:
                needs = offers.NEEDS.get(action)
                return needs if needs and self.story.lacks(needs) else ""

    @property
    def stand_ins(self) -> tuple[str, ...]:
        """Exercises that may be done instead; looked for once on each exercise of a plan."""
        key = (self.session.exercise, self.session.draft.plan.exercises)
        if self._stand_ins[0] != key:
            self._stand_ins = (key, swapping.stand_ins(self.session))
        return self._stand_ins[1]

    async def press(self, action: Action, key: str = "") -> None:
        """Do it; `key` is the key of a pick or a move.

        What could not be saved is told by `unkept`, and everything stands as it stood.
        """
        self.remark = None
        await DO[action](self, key)

    def put(self, text: str) -> None:
        """What is typed into the box."""
        if self.asking.kind == "text":
            asking = put(self.asking, text)
            self._remember(asking)
            self._set(asking)

    # How it goes on

    async def answer(self, asking: Asking) -> None:
        """Ask this; when nothing is left to ask, keep what was answered and go on."""
        before, interlude = self.asking, self.interlude
        typed = before.value if before.kind == "text" and asking.at > before.at else ""
        if kinds := self._look.at(typed) if typed else ():
            self.remark = LooksLike(kinds=kinds)
            return
        self._remember(asking)
        if not asking.is_over:
            self._set(asking)
            self.questions += asking.at != before.at
            return
        if interlude is None:
            self._set(asking)
        done = interlude.done(asking) if interlude else self._finished()
        if not await self.kept(done):
            self._set(replace(asking, at=before.at))
            self.questions += 1

    async def kept(self, doing: Awaitable[None]) -> bool:
        """Wait for it; False where it could not be saved, and `unkept` says why."""
        try:
            await doing
        except SrtError as error:
            self.unkept = error
            return False
        self.unkept = None
        return True

    async def _finished(self) -> None:
        """Keep what was answered on the page and go on to the next; after the last, it is over."""
        page, values = self.session.page, self.page_asking.values
        if isinstance(page, ByePage):
            self.over = True
            return
        slow = isinstance(page, NumberPage) and page.out and is_high(values[0])
        settle(self.session, self.page_asking)
        self.turn_page()
        if slow:
            self.open(interludes.no_hurry(self._no_more))

    async def _no_more(self) -> None:
        self.go_back()

    def turn_page(self) -> None:
        """The page the session has come to, with what was answered or typed there before."""
        page = self.session.page
        typed = self.session.typed("answer")
        values = unpacked(typed) if typed else kept(self.session)
        self.interlude = None
        self.page_asking = asking(*asks_of(page, light=self.light), values=values)
        self.questions += 1
        if his := self.session.typed("his"):
            self.open(interludes.his_words(self, his))
        if self._finding:
            self._finding.cancel()
        if isinstance(page, ClipPage):
            self._finding = asyncio.create_task(self.story.find(page))

    def open(self, interlude: Interlude) -> None:
        """Ask something in between."""
        self.interlude = interlude
        self.questions += 1

    def go_back(self) -> None:
        """Back to the page as it was."""
        self.interlude = None
        self.questions += 1

    async def leave_out(self, skip: Callable[[], object]) -> None:
        """Put the story away, leave something out, and show what comes; raises SrtError."""
        await self.story.put_away()
        skip()
        self.turn_page()

    def _remember(self, asking: Asking) -> None:
        """Another answer goes into the draft: his words as they are, answers packed."""
        slot = self.interlude.slot if self.interlude else "answer"
        if slot and asking.values != self.asking.values:
            self.session.type(slot, asking.values[0] if slot == "his" else packed(asking))
            self.unsaved = True

    def _set(self, asking: Asking) -> None:
        if self.interlude:
            self.interlude = replace(self.interlude, asking=asking)
        else:
            self.page_asking = asking

    # Around it

    def save(self) -> None:
        """Write the draft; raises SrtError when it could not be saved."""
        self.session.keep_draft()
        self.unsaved = False

    async def speak(self, words: str) -> None:
        """Read this out, the story standing still; or be quiet, where something is read."""
        if self.reader.speaking:
            await self.reader.stop()
        else:
            await self.story.pause()
            await self.reader.say(words)

    async def hide(self) -> None:
        """Quiet, and the story out of sight."""
        await self.story.hide()
        await self.reader.stop()

    async def close(self) -> None:
        """The player and the voice are gone. May be called twice."""
        if self._finding:
            self._finding.cancel()
        await self.story.close()
        await self.reader.stop()
