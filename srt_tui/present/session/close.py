"""Close in words: the practitioner's own part, after he has gone."""

from srt_tui.domain.asking import Asking
from srt_tui.domain.questions import GONE, NEXT_TIME
from srt_tui.domain.structure import Check
from srt_tui.present.session.pages import PageView
from srt_tui.present.session.rows import ask_rows

HEADING = "Close · for you alone"
WAITING = "Close"
_NEXT_HOW = "Day/month, such as 30/11, or +7. Empty is fine."
_MARKS = ("2", "3", "4")


def view(check: Check, asking: Asking) -> PageView:
    """The question that is asked now. Until he has gone, and Enter, nothing of it is shown."""
    ask, at = asking.ask, asking.at
    if ask is None or at == 0:
        return PageView(heading=WAITING, big=GONE)
    of = len(check.mine)
    if at <= of:
        item = check.mine[at - 1]
        marks: tuple[str, ...] = (f"1 {item.low}", *_MARKS, f"5 {item.high}")
        state = f"{at} of {of}"
        return PageView(heading=HEADING, state=state, big=item.title, rows=marks, here=asking.row)
    rows, here = ask_rows(asking)
    below = (_NEXT_HOW,) if ask.label == NEXT_TIME else ()
    return PageView(heading=HEADING, big=ask.label, below=below, rows=rows, here=here)
