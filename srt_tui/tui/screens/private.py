"""The private face: framed, for the practitioner alone; it closes by itself."""

from collections.abc import Iterator
from functools import partial
from typing import Literal, cast

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from srt_tui.domain.entry import Word
from srt_tui.present.common import gently
from srt_tui.present.session import private as said
from srt_tui.tui.commands import Command
from srt_tui.tui.screen import KeepSafety
from srt_tui.tui.screens import private_commands as mine
from srt_tui.tui.screens import session_commands as keys
from srt_tui.tui.screens.private_frame import Choice, PrivateFrame
from srt_tui.tui.widgets.session_words import WordsBox
from srt_tui.workflow.deliver import LiveSession


class PrivatePage(PrivateFrame):
    """Notes on the exercise; signs, moves, notes, energy, and something live."""

    CSS_PATH = "private.tcss"
    AUTO_FOCUS = ""
    words = "Private"
    commands = (
        mine.LOG_SIGN, mine.LOG_MOVE, mine.NOTE, mine.MY_WORDS, mine.ENERGY, mine.SOMETHING_LIVE,
        mine.TAKE_OUT, mine.WHICH, mine.CLOSE, keys.KEEP, keys.LEAVE,
    )  # fmt: skip

    def __init__(self, session: LiveSession, begin: Literal["", "sign", "move"] = "") -> None:
        super().__init__()
        self._session = session
        self._begin = begin
        self._slot = ""
        self._last = 0
        self._out = False

    def body(self) -> ComposeResult:
        """The frame."""
        with VerticalScroll(id="private"):
            yield Static("", id="picks", markup=False)
            yield WordsBox(id="note")
            yield Static(self._notes(), id="notes", markup=False)
        yield from self.banner()

    def on_mount(self) -> None:
        """Count down; begin where it was asked to."""
        self.count_down()
        if self._begin == "sign":
            self.do_log_sign()
        elif self._begin == "move":
            self.do_log_move()

    def _notes(self) -> Content:
        session = self._session
        time = session.time
        found = said.notes(
            session.pack,
            session.page.stage,
            session.exercise,
            time.used,
            time.planned,
            session.draft.plan.way,
            session.aside.slipped(),
        )
        lines = [Content.styled(found.head, "$quiet")]
        for title, text in found.lines:
            lines.append(
                Content.assemble((f"{title}: ", "bold"), text) if title else Content(f"  {text}")
            )
        return Content("\n").join(lines)

    # Keys

    @property
    def _typing(self) -> bool:
        return self.focused is not None and self.focused.id == "note"

    def now(self) -> Iterator[Command]:
        """What can be done: type, pick from the list, or open one."""
        if self._typing:
            yield from (keys.KEEP, keys.LEAVE)
        elif self.choice:
            yield from (mine.which_of(len(self.choice.options)), mine.CLOSE)
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
        return self._session.aside.safety

    # What is logged

    def do_log_sign(self) -> None:
        """The signs."""
        self.choose(Choice("Something slipped", said.signs(self._session.pack), self._sign))

    def _sign(self, id: str) -> None:
        self._session.aside.sign(id)
        self._kept(dict(said.signs(self._session.pack))[id])

    def do_log_move(self) -> None:
        """The moves."""
        self.choose(Choice("A move that was tried", said.moves(self._session.pack), self._move))

    def _move(self, id: str) -> None:
        log = partial(self._moved, id)
        self.choose(Choice("How was it left?", said.RESULTS, log, left=lambda: log("unfinished")))

    def _moved(self, id: str, result: str) -> None:
        self._session.aside.repair(id, result)
        self._kept(next(move.title for move in self._session.pack.moves if move.id == id))

    def do_energy(self) -> None:
        """Low, middle or high."""
        self.choose(Choice("Energy today", said.ENERGIES, self._energy))

    def _energy(self, value: str) -> None:
        self._session.aside.energy(cast("Word", value))
        self._kept(f"energy {value}")

    def do_something_live(self) -> None:
        """One key."""
        self._session.aside.live_matter()
        self._kept("the time was used for something live")

    def _kept(self, title: str, more: str = "") -> None:
        self._last, self._out = self._session.entries()[-1].seq, False
        self.choose(None)
        self.say(f"{said.logged(title)} {more}".strip())

    def why_not_take_out(self) -> str:
        """Only what was just logged."""
        return "" if self._last else "nothing was logged here yet."

    def do_take_out(self) -> None:
        """Take it out, or put it back."""
        if self._out:
            self._session.aside.put_back(self._last)
        else:
            self._session.aside.take_out(self._last)
        self._out = not self._out
        self.say(said.TAKEN_OUT if self._out else said.PUT_BACK)

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
        self.headed(said.BOXES[slot])
        box.display = True
        box.focus()

    def on_text_area_changed(self, event: WordsBox.Changed) -> None:
        """A key in the box."""
        self.stay()
        before = self._session.typed(self._slot)
        self._session.type(self._slot, event.text_area.text)
        if before != event.text_area.text:
            self.save_soon()

    def keep(self) -> None:
        """Write the draft."""
        self._session.keep_draft()

    async def on_words_box_kept(self) -> None:
        """Enter."""
        await self.action_do("keep")

    async def on_words_box_left(self) -> None:
        """Esc."""
        await self.action_do("leave")

    def do_keep(self) -> None:
        """Keep the note or the words."""
        text = self.query_one(WordsBox).text
        if self._slot == "note":
            self._session.aside.note(text)
            self._session.type("note", "")
            self.save()
        else:
            self._session.words("mine", text)
        self._put_box_away()
        if text.strip():
            self._kept(said.BOXES[self._slot].lower(), gently(text))

    def do_leave(self) -> None:
        """Esc in the box keeps, as everywhere."""
        self.do_keep()

    def _put_box_away(self) -> None:
        self.query_one(WordsBox).display = False
        self.headed()
        self.query_one("#private").focus()
        self.refresh_keys()
