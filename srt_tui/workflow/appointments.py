"""An appointment that was not as planned: put down afterwards, in a session without work."""

import datetime as dt

from srt_tui.domain.attendance import AwayReason, Came, Told
from srt_tui.domain.entry import Attended, Closed, Opened
from srt_tui.domain.errors import SrtError
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace


def put_down(
    workspace: Workspace,
    ref: str,
    came: Came,
    *,
    reason: AwayReason = "",
    told: Told = "",
    on: dt.date | None = None,
    next_on: dt.date | None = None,
) -> int:
    """Keep that he did not come, left or rang instead, in one piece; returns the session's number.

    `on` is the day of the appointment, where that is not today; `next_on` when they meet next. A
    plan kept for next time waits on where he did not come. Raises SrtError for a day that has not
    come yet, and while a session with him is open.
    """
    now = workspace.now()
    if on and on > now.date():
        raise SrtError("That day has not come yet.", "Check the day and month.")
    preparing = Preparing(workspace, ref)
    if preparing.unfinished:
        raise SrtError("A session with him is still open.", "Close it first: Enter on People.")
    number, pack = preparing.history.next_number, workspace.pack
    suits = preparing.history.preferences
    workspace.person(ref).append(
        Opened(
            at=now,
            session=number,
            pack=pack.id,
            pack_version=pack.version,
            format="phone" if came == "by-phone" else suits.format,
            minutes=suits.minutes,
        ),
        Attended(
            at=now, session=number, came=came, reason=reason, told=told,
            on=on if on != now.date() else None,
        ),
        Closed(at=now, session=number, next_on=next_on),
    )  # fmt: skip
    return number
