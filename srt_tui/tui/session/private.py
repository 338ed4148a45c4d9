"""The private face: framed, for the practitioner alone; it closes by itself."""

from collections.abc import Callable, Iterator
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from srt_tui.present.common import looks_like
from srt_tui.present.session import private as said
from srt_tui.tui.commands import Command
from srt_tui.tui.screen import AppScreen, KeepSafety
from srt_tui.tui.session import keys
from srt_tui.tui.session import private_keys as mine
from srt_tui.tui.session.lists import Lists
from srt_tui.tui.session.saver import Saver, banner
from srt_tui.tui.widgets.session_words import WordsBox
from srt_tui.workflow.deliver import verbs
from srt_tui.workflow.deliver.conversation import Conversation
from srt_tui.workflow.deliver.private import PrivateLog
from srt_tui.workflow.deliver.second_look import SecondLook

STAYS = 60
"""Seconds without a key after which it closes."""


class PrivateScreen(AppScreen[None]):
    """Notes on the exercise; signs, moves, notes, energy, and something live."""

    CSS_PATH = "private.tcss"
    AUTO_FOCUS = ""
    words = "Private"
    commands = (
        mine.LOG_SIGN, mine.LOG_MOVE, mine.NOTE, mine.MY_WORDS, mine.ENERGY, mine.SOMETHING_LIVE,
        mine.TAKE_OUT, mine.WHICH, mine.CLOSE, keys.KEEP, keys.LEAVE,
    )  # fmt: skip

    def __init__(
        self,
        talk: Conversation,
        begin: Literal["", "sign", "move"] = "",
        stays: Callable[[], bool] = lambda: False,
    ) -> None:
        """`stays`: whether it stays, as while he looks at a window of his own."""
        super().__init__()
        self._stays = stays
        self._talk, self._session = talk, talk.session
        self._begin = begin
        self.saver = Saver(self, talk.save)
        self.lists = Lists(self, talk.session)
        self.parts = (self.lists,)
        self._left = STAYS
        self._slot = ""
        self._look = SecondLook(talk.session.pack)

    def body(self) -> ComposeResult:
        """The frame."""
        with VerticalScroll(id="private"):
            yield Static("", id="picks", markup=False)
            yield WordsBox(id="note")
            yield Static(self._notes(), id="notes", markup=False)
        yield banner()

    def on_mount(self) -> None:
        """Count down; begin where it was asked to."""
        frame = self.query_one("#private")
        frame.border_title = said.PRIVATE
        frame.focus()
        self.set_interval(1, self.tick)
        self._count()
        if self._begin == "sign":
            self.lists.do_log_sign()
        elif self._begin == "move":
            self.lists.do_log_move()

    def _notes(self) -> Content:
        found = said.notes(self._session.pack, self._talk.private)
        lines = [Content.styled(found.head, "$quiet")]
        for title, text in found.lines:
            lines.append(
                Content.assemble((f"{title}: ", "bold"), text) if title else Content(f"  {text}")
            )
        return Content("\n").join(lines)

    # Closing by itself

    def tick(self) -> None:
        """A second without a key."""
        if self.srt.face is self and not self._stays():
            self._left -= 1
            self._count()
            if self._left <= 0:
                self.do_close_it()

    def _count(self) -> None:
        self.query_one("#private").border_subtitle = said.closes_in(max(0, self._left))

    def on_key(self, _: events.Key) -> None:
        """Any key: count again from the start."""
        self._stay()

    def _stay(self) -> None:
        self._left = STAYS
        self._count()

    def do_close_it(self) -> None:
        """Out of the list, or out of the private face."""
        listed = self.lists.open
        if listed and self._left > 0:
            if listed.left:
                listed.left()
            self.save()
            self.lists.choose(None)
            return
        self.save()
        if self in self.srt.screen_stack:
            self.dismiss(None)
        if listed and listed.left:  # after a minute it goes, whatever can be kept
            listed.left()

    # Keys

    @property
    def _typing(self) -> bool:
        return self.focused is not None and self.focused.id == "note"

    def now(self) -> Iterator[Command]:
        """What can be done: type, pick from the list, or open one."""
        if self._typing:
            yield from (keys.KEEP, keys.LEAVE)
        elif listed := self.lists.open:
            yield from (mine.which_of(len(listed.options)), mine.CLOSE)
        else:
            yield from (c for c in self.commands if c not in (mine.WHICH, keys.KEEP, keys.LEAVE))
        yield from self.everywhere()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of the commands that share a key, the one that can be done now."""
        if action != "do" or not self.is_mounted:
            return True
        return any(command.name == parameters[0] for command in self.now())

    @property
    def keeps_safety(self) -> KeepSafety:
        """For this session."""
        return PrivateLog(self._session).safety

    # What is typed

    def do_note(self) -> None:
        """A note."""
        self._type("note")

    def do_my_words(self) -> None:
        """Words of the practitioner's own."""
        self._type("mine")

    def _type(self, slot: Literal["note", "mine"]) -> None:
        self._slot = slot
        box = self.query_one(WordsBox)
        with self.prevent(WordsBox.Changed):
            box.text = self._session.typed(slot)
        box.move_cursor(box.document.end)
        self.lists.head(said.BOXES[slot])
        box.display = True
        box.focus()

    def on_text_area_changed(self, event: WordsBox.Changed) -> None:
        """A key in the box."""
        self._stay()
        before = self._session.typed(self._slot)
        self._session.type(self._slot, event.text_area.text)
        if before != event.text_area.text:
            self.saver.soon()

    def say(self, sentence: str) -> None:
        """What stands in the banner already is not said again."""
        if sentence != self.saver.told:
            super().say(sentence)

    def save(self) -> None:
        """Save what is typed now."""
        self.saver.now()

    def on_descendant_blur(self) -> None:
        """The box is left, or the whole window: what waits to be saved is saved."""
        if self.saver.waits:
            self.saver.now()

    async def on_words_box_kept(self) -> None:
        """Enter."""
        await self.action_do("keep")

    async def on_words_box_left(self) -> None:
        """Esc in the box keeps, as everywhere."""
        await self.action_do("keep")

    def do_keep(self) -> None:
        """Keep the note or the words."""
        text = self.query_one(WordsBox).text
        if kinds := self._look.at(text):
            self.say(looks_like(kinds))
            return
        if self._slot == "note":
            PrivateLog(self._session).note(text)
            self._session.type("note", "")
            self.save()
        else:
            verbs.words(self._session, "mine", text)
        self._put_box_away()
        if text.strip():
            self.lists.kept(said.BOXES[self._slot].lower())

    def do_leave(self) -> None:
        """Esc in the box keeps, as everywhere."""
        self.do_keep()

    def _put_box_away(self) -> None:
        self.query_one(WordsBox).display = False
        self.lists.head()
        self.query_one("#private").focus()
        self.refresh_keys()
