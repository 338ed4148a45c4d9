"""Close in words: the practitioner's own part, after he has gone."""

from srt_tui.domain import terms
from srt_tui.domain.asking import Ask, Asking, Options
from srt_tui.domain.structure import Check
from srt_tui.domain.terms import options
from srt_tui.present.session.pages import PageView
from srt_tui.present.session.rows import ask_rows

GONE = "Thank you for today."
CAME: Options = tuple((came, words) for came, words in options(terms.CAME) if came != "no")
HEADING = "Close · for you alone"
WAITING = "Close"
_HE_CAME = "How did he come?"
_NEXT = "When do you meet next?"
_NEXT_HOW = "Day/month, such as 30/11, or +7. Empty is fine."
_MARKS = ("2", "3", "4")


def asks(check: Check) -> tuple[Ask, ...]:
    """Has he gone, the practitioner's five, the line, how he came, and the next date."""
    fives: Options = tuple((str(n), "") for n in range(1, 6))
    return (
        Ask(kind="one", label=GONE),
        *(Ask(kind="one", label=item.title, options=fives) for item in check.mine),
        Ask(kind="text", label=check.my_line),
        Ask(kind="one", label=_HE_CAME, options=CAME),
        Ask(kind="text", label=_NEXT),
    )


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
    below = (_NEXT_HOW,) if ask.label == _NEXT else ()
    return PageView(heading=HEADING, big=ask.label, below=below, rows=rows, here=here)
