"""The practitioner's own part of the end, once he has gone: marks, how he came, when next."""

import datetime as dt

from srt_tui.domain.answers import mark
from srt_tui.domain.asking import (
    Asking,
    asking,
    backward,
    enter,
    move,
    onward,
    packed,
    pick,
    put,
    unpacked,
)
from srt_tui.domain.errors import SrtError
from srt_tui.domain.questions import closing_asks
from srt_tui.domain.typed_dates import coming
from srt_tui.domain.views import LooksLike, Reason, Remark
from srt_tui.workflow.deliver import offers
from srt_tui.workflow.deliver.closing import close
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.offers import Action, Offer
from srt_tui.workflow.deliver.private import PrivateLog
from srt_tui.workflow.deliver.second_look import SecondLook


class MyPart:
    """Asked one after another, each of which may be passed; after the last, the session is closed.

    It is pressed and drawn as a `Conversation` is, and is for the practitioner alone.
    """

    def __init__(self, session: LiveSession, today: dt.date) -> None:
        self.session = session
        self.check = session.pack.check
        self.over = self.unsaved = self.in_between = False
        self.questions = 1
        self.remark: Remark | None = None
        self.unkept: SrtError | None = None
        self._today = today
        self._told = False
        self._look = SecondLook(session.pack)
        typed = session.typed("close")
        asks = closing_asks(self.check)
        self.asking = asking(*asks, values=unpacked(typed) if typed else ())

    @property
    def alone(self) -> bool:
        """Whether he has gone: until Enter nothing but a farewell is shown."""
        return self.asking.at > 0

    def offers(self, *, typing: bool = False) -> tuple[Offer, ...]:
        """What can be done now; nothing but Enter until he has gone."""
        if typing:
            return offers.offers("keep", "leave")
        if not self.alone:
            return offers.offers("my-part")
        passing: tuple[Action, ...] = ("pass",) if self.asking.kind == "one" else ()
        return *offers.answering(self.asking), *offers.offers(*passing, "back")

    def lacks(self, _: Action) -> Reason:
        """Nothing is ever missing here."""
        return ""

    async def press(self, action: Action, key: str = "") -> None:
        """Do it; what could not be saved is told by `unkept`."""
        match action:
            case "back":
                self._answer(backward(self.asking))
            case "pick":
                self._answer(pick(self.asking, key))
            case "move":
                self._answer(move(self.asking, -1 if key in ("up", "left") else 1))
            case "pass":
                self._answer(onward(put(self.asking, "")))
            case "words":
                self.questions += 1
            case _:
                self._answer(enter(self.asking))

    def put(self, text: str) -> None:
        """What is typed into the box."""
        if self.asking.kind == "text":
            self._set(put(self.asking, text))

    def save(self) -> None:
        """Write the draft, while there is one; raises SrtError when it could not be saved."""
        if not self.over:
            self.session.keep_draft()
        self.unsaved = False

    def _answer(self, asking: Asking) -> None:
        before = self.asking
        self.remark = None
        typed = before.value if before.kind == "text" and asking.at > before.at else ""
        if kinds := self._look.at(typed) if typed else ():
            self.remark = LooksLike(kinds=kinds)
            return
        self._set(asking)
        if not asking.is_over:
            self.questions += asking.at != before.at
            return
        try:
            self._close()
        except SrtError as error:
            self.unkept = error
            self.asking = before
            self.questions += 1
        else:
            self.unkept = None
            self.over = True

    def _set(self, asking: Asking) -> None:
        if asking.values != self.asking.values:
            self.session.type("close", packed(asking))
            self.unsaved = True
        self.asking = asking

    def _close(self) -> None:
        """Keep the marks and how he came, once, and close."""
        _, *marks, line, came, date = self.asking.values
        next_on = coming(date, self._today)
        given = dict(zip((item.id for item in self.check.mine), map(mark, marks), strict=True))
        log = PrivateLog(self.session)
        if not self._told:
            if line.strip() or any(value is not None for value in given.values()):
                log.my_check(given, line)
            if came:
                log.attended(came)
            self._told = True
        close(self.session, next_on=next_on)
