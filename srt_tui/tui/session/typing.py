"""Where words are typed: a box that comes with a question for words, and goes with it."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Center

from srt_tui.domain.asking import Asking
from srt_tui.tui.widgets.session_words import WordsBox

if TYPE_CHECKING:
    from srt_tui.tui.session.asking import AskingScreen


class Typing(Center):
    """The box, and what its keys do on the screen it stands on."""

    def __init__(self) -> None:
        super().__init__(id="typing")

    def compose(self) -> ComposeResult:
        """The box alone."""
        yield WordsBox(id="words")

    @property
    def _asking(self) -> "AskingScreen":
        return cast("AskingScreen", self.screen)

    @property
    def box(self) -> WordsBox:
        """What is typed in."""
        return self.query_one(WordsBox)

    def fill(self, asking: Asking) -> None:
        """The box stands there while words are asked for, with what was typed."""
        wanted = asking.kind == "text"
        self.display = wanted
        if wanted:
            with self.prevent(WordsBox.Changed):
                self.box.text = asking.value
            self.box.move_cursor(self.box.document.end)
            self.box.focus()
        elif self.box.has_focus:
            self.screen.set_focus(None)

    async def on_words_box_kept(self) -> None:
        """Enter in the box."""
        await self._asking.action_do("keep")

    async def on_words_box_left(self) -> None:
        """Esc in the box: keep it, and let the other keys act."""
        await self._asking.action_do("leave")

    async def on_words_box_beyond(self, event: WordsBox.Beyond) -> None:
        """An arrow beyond the box: the box before or after in a chain."""
        talk = self._asking.talk
        if event.by < 0 < talk.asking.at:
            await self._asking.go_on(talk.press("back"))
        elif event.by > 0 and talk.asking.at < len(talk.asking.asks) - 1:
            await self._asking.go_on(talk.press("keep"))

    def on_text_area_changed(self) -> None:
        """A key in the box: remembered at once, written within a second."""
        talk, text = self._asking.talk, self.box.text.replace("\n", " ")
        if talk.asking.kind == "text" and text != talk.asking.value:
            talk.put(text)
            self._asking.show()
            self._asking.saver.soon()
