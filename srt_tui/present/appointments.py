"""What is asked about an appointment that was not as planned."""

import datetime as dt

from srt_tui.domain.attendance import AwayReason, Came, Told
from srt_tui.domain.terms import AWAY, WHO_WAS_TOLD
from srt_tui.present.person import read_date

WAYS: tuple[Came, ...] = ("no", "by-phone", "late", "left-early", "walked-out")
CAME_ASKED = "The appointment was not as planned"
CAME_MORE = "For one that was not held here. What happens in a session is asked when it closes."
ANY_WAY: tuple[Came, ...] = ("yes", "late", "left-early", "walked-out", "by-phone", "no")
RIGHT_ASKED = "How he came"
RIGHT_MORE = "What stood there before stays in the history; the note says this."
REASONS: tuple[AwayReason, ...] = ("ill", "work", "care", "travel", "none-given", "other")
REASON_ASKED = "The kind of reason, no more"
REASON_ANSWERS = tuple(AWAY[reason].asked for reason in REASONS)
TOLD: tuple[Told, ...] = ("nobody-yet", "manager", "duty", "case-manager", "other")
TOLD_ASKED = "Who at work was told"
TOLD_ANSWERS = tuple(WHO_WAS_TOLD[told].asked for told in TOLD)
DAY_ASKED = "Which day it was"
DAY_MORE = "Day and month, such as 23/11. Empty for today."
DAY_LIKE = "today"
NEXT_ASKED = "When do you meet next?"
NEXT_MORE = "Day and month, such as 30/11, or +7 for a week from today. Empty is fine."


def read_day(typed: str, today: dt.date) -> dt.date:
    """The day that was typed, today for nothing; raises SrtError for what is no day or to come."""
    return read_date(typed, today) if typed.strip() else today
