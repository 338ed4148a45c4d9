"""Close: the practitioner's part of the end, alone; then the note."""

from srt_tui.domain.answers import mark
from srt_tui.domain.asking import Asking, asking, onward, packed, put, unpacked
from srt_tui.present.safety import coming
from srt_tui.present.session import close as said
from srt_tui.present.session.pages import PageView
from srt_tui.tui.commands import EVERYWHERE, Command
from srt_tui.tui.screen import KeepSafety
from srt_tui.tui.screens import session_commands as keys
from srt_tui.tui.screens.note import NotePage
from srt_tui.tui.screens.session_answering import AnsweringFace, of_kind
from srt_tui.workflow.deliver import LiveSession


class ClosePage(AnsweringFace):
    """Five marks, a line for supervision, how he came and when next; each may be passed."""

    commands = (
        keys.NEXT, keys.BACK_ONE, keys.PICK, keys.MOVE, keys.PASS, keys.KEEP, keys.LEAVE,
        keys.WORDS,
    )  # fmt: skip

    def __init__(self, session: LiveSession) -> None:
        super().__init__()
        self.session = session
        self._check = session.pack.check
        self._told = self._over = False

    @property
    def whose(self) -> str:
        """The session's, until it is closed."""
        return "" if self._over else self.session.reference

    def on_mount(self) -> None:
        """Wait until he has gone; what was marked before a stop is there again."""
        typed = self.session.typed("close")
        asks = said.asks(self._check)
        self.begin(asking(*asks, values=unpacked(typed) if typed else ()))

    def drawn(self) -> PageView:
        """The question that is asked now."""
        return said.view(self._check, self._asking)

    def doing(self) -> tuple[Command, ...]:
        """Nothing but Enter until he has gone."""
        if self._asking.at == 0:
            return (keys.MY_PART,)
        passing = (keys.PASS,) if self._asking.kind == "one" else ()
        return *of_kind(self._asking), *passing, keys.BACK_ONE

    def everywhere(self) -> tuple[Command, ...]:
        """All of it; he has gone."""
        return EVERYWHERE

    def do_pass(self) -> None:
        """No mark for this one."""
        self.pose(onward(put(self.asking, "")))

    def remember(self, _: str, asking: Asking) -> None:
        """Into the draft."""
        self.session.type("close", packed(asking))

    def keep(self) -> None:
        """Write the draft, while there is one."""
        if not self._over:
            self.session.keep_draft()

    def finished(self) -> None:
        """Keep the check, how he came, and close; then the note."""
        _, *marks, line, came, date = self._asking.values
        next_on = coming(date, self.workspace.today)
        given = dict(zip((item.id for item in self._check.mine), map(mark, marks), strict=True))
        if not self._told:
            if line.strip() or any(value is not None for value in given.values()):
                self.session.aside.my_check(given, line)
            self.session.aside.attended(came or "yes")
            self._told = True
        self.session.close(next_on=next_on)
        self._over = True
        self.srt.switch_screen(
            NotePage(self.workspace, self.session.reference, self.session.number)
        )

    @property
    def keeps_safety(self) -> KeepSafety:
        """For this session."""
        return self.session.aside.safety
