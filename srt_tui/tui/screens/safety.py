"""What to do when somebody may not be safe: the pack's own page, word for word, in private."""

import datetime as dt
from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.widgets import Input, Static

from srt_tui.domain.typed_dates import coming
from srt_tui.present import safety as said
from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.screen import Dialog, KeepSafety
from srt_tui.tui.session.private_keys import KEEP_DAY, RECORD
from srt_tui.tui.widgets.reading import Part, Reading


class SafetyPage(Dialog[None]):
    """The safety page; `keep` records for the session, or for the person it is `about`."""

    CSS_PATH = "../session/private.tcss"
    commands = (RECORD, KEEP_DAY, BACK)
    words = "Safety"
    AUTO_FOCUS = "#private"

    def __init__(self, keep: KeepSafety | None = None, *, about: str = "") -> None:
        super().__init__()
        self._keep = keep
        self._about = about

    def body(self) -> ComposeResult:
        """Section after section, framed."""
        contacts = self.workspace.settings.contacts
        told = said.sections(self.workspace.pack.safety, contacts)
        yield Reading(_told(told), id="private")

    def on_mount(self) -> None:
        """In a frame that says so; outside a session it says whom it is about."""
        self.query_one("#private").border_title = "PRIVATE"
        self.head(said.title(self._about))

    def now(self) -> Iterator[Command]:
        """Record opens the box; in the box Enter records."""
        yield from (KEEP_DAY, BACK) if self.asked else (RECORD, BACK)
        yield from self.everywhere()

    def everywhere(self) -> tuple[Command, ...]:
        """All but itself."""
        return tuple(c for c in super().everywhere() if c.name != "safety")

    def why_not_record(self) -> str:
        """There must be somebody it is about."""
        return "" if self._keep else said.NO_SESSION

    @property
    def asked(self) -> bool:
        """Whether the day is asked for."""
        return bool(self.query("#follow-up"))

    async def do_record(self) -> None:
        """Ask for the day beneath; tomorrow unless another is typed."""
        tomorrow = said.shown(self.workspace.today + dt.timedelta(days=1))
        box = Input(tomorrow, id="follow-up", select_on_focus=True)
        box.cursor_blink = False
        asked = Static(said.asked(self._about), id="asked", classes="label", markup=False)
        await self.mount_all((asked, box), after="#private")
        box.focus()

    async def do_keep_day(self) -> None:
        """Keep it, and say so."""
        box = self.query_one("#follow-up", Input)
        on = coming(box.value, self.workspace.today)
        if self._keep:
            self._keep(on)
        await self._put_box_away()
        self.say(said.recorded(on))

    async def _put_box_away(self) -> None:
        await self.query("#asked, #follow-up").remove()
        self.query_one("#private").focus()

    async def do_back(self) -> None:
        """Out of the box, or out of the page."""
        if self.asked:
            await self._put_box_away()
        else:
            self.dismiss(None)


def _told(sections: Iterable[tuple[str, str]]) -> Iterator[Part]:
    """All of it as one text; each heading has a blank line above it."""
    for title, text in sections:
        if title:
            yield Part(f"\n{title}", "mark")
        yield Part(text)
