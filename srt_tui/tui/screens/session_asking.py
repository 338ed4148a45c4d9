"""A screen that asks one thing at a time: a page in the middle, a box to type in, and the keys."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Center

from srt_tui.domain.asking import Asking
from srt_tui.domain.content import Frozen
from srt_tui.present.session.pages import PageView
from srt_tui.tui.commands import Command
from srt_tui.tui.screens.session_saving import SavingFace
from srt_tui.tui.widgets.page import Page
from srt_tui.tui.widgets.session_words import WordsBox


class Aside(Frozen, frozen=True, kw_only=True):
    """A question in between, over the page: why it is skipped, whether to stop, his words."""

    asking: Asking
    view: Callable[[Asking], PageView]
    done: Callable[[Asking], None]
    slot: str = ""


class AskingFace(SavingFace):
    """Shows what `drawn` gives, lets the keys answer, and calls `finished` after the last."""

    CSS_PATH = "session.tcss"
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._asking = Asking()
        self.aside: Aside | None = None

    def body(self) -> ComposeResult:
        """The page, what could not be saved, and the box."""
        yield Page(id="page")
        yield from self.banner()
        with Center(id="typing"):
            yield WordsBox(id="words")

    # What a screen of this kind says for itself

    def drawn(self) -> PageView:
        """What stands on the screen now."""
        raise NotImplementedError

    def finished(self) -> None:
        """Everything was asked, or there was nothing to ask; may raise SrtError."""
        raise NotImplementedError

    def before(self) -> None:
        """Back, from the first question."""

    def doing(self) -> tuple[Command, ...]:
        """What can be done now, while nothing is typed and nothing asked in between."""
        raise NotImplementedError

    def remember(self, _: str, asking: Asking) -> None:
        """Take what is answered so far into the draft."""

    # The question that is asked

    @property
    def asking(self) -> Asking:
        """What is asked: in between, or by the page."""
        return self.aside.asking if self.aside else self._asking

    @property
    def page(self) -> Page:
        """What draws the page."""
        return self.query_one(Page)

    @property
    def box(self) -> WordsBox:
        """What is typed in."""
        return self.query_one(WordsBox)

    @property
    def typing(self) -> bool:
        """Whether the box has the keys."""
        return self.focused is self.box

    def pose(self, asking: Asking) -> None:
        """Ask this; when nothing is left to ask, go on."""
        before = self.asking
        if not asking.is_over:
            self._take(asking)
            self.show(fresh=asking.at != before.at)
            return
        aside = self.aside
        if aside is None:
            self._take(asking)
        if not self.settled(partial(aside.done, asking) if aside else self.finished):
            self._take(replace(asking, at=before.at))
            if before.kind == "text":  # what was typed is to be put right
                self.box.focus()

    def _take(self, asking: Asking) -> None:
        if self.aside:
            self.aside = replace(self.aside, asking=asking)
        else:
            self._asking = asking

    def begin(self, asking: Asking) -> None:
        """A new page: what it asks, if anything."""
        self.aside = None
        self._asking = asking
        self.show(fresh=True)

    def ask_aside(self, aside: Aside) -> None:
        """Ask something in between."""
        self.aside = aside
        self.show(fresh=True)

    def end_aside(self) -> None:
        """Back to the page as it was."""
        self.aside = None
        self.show(fresh=True)

    def show(self, *, fresh: bool = False) -> None:
        """Draw it; when `fresh`, the box is brought in or put away."""
        view = self.aside.view(self.aside.asking) if self.aside else self.drawn()
        self.page.shown = view
        if fresh:
            self.saved = ""
            self._box()
        self.head(view.heading, (self.saved if self.typing else "") or view.state)
        self.refresh_keys()

    def _box(self) -> None:
        """The box stands there while words are asked for, with what was typed."""
        wanted = self.asking.kind == "text"
        self.query_one("#typing").display = self.page.single = wanted
        if wanted:
            with self.prevent(WordsBox.Changed):
                self.box.text = self.asking.value
            self.box.move_cursor(self.box.document.end)
            self.box.focus()
        elif self.typing:
            self.set_focus(None)
