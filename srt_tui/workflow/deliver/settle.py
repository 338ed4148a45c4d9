"""From the answers on a page to the one verb of the session that keeps them and goes on."""

from typing import cast

from srt_tui.domain.answers import answered, mark, number, values_of
from srt_tui.domain.asking import Asking
from srt_tui.domain.entry import FitWord, Outcome
from srt_tui.domain.pages import (
    CheckLinePage,
    CheckPage,
    FieldPage,
    FitPage,
    NumberPage,
    OutcomePage,
    StepBackPage,
    StepPage,
)
from srt_tui.domain.questions import THIS
from srt_tui.workflow.deliver import verbs
from srt_tui.workflow.deliver.live import LiveSession

HIGH = 6
"""His number from which the ending is slowed down (brief C.2, close)."""


def settle(session: LiveSession, asking: Asking) -> None:
    """Keep what was answered on the page, if anything, and go on; raises SrtError."""
    page, values = session.page, asking.values
    first = values[0] if values else ""
    match page:
        case CheckPage():
            verbs.mark(session, mark(first))
        case CheckLinePage():
            verbs.check_line(session, first)
        case StepPage():
            _step(session, page, values)
        case FieldPage() if not asking.is_empty and values != kept(session):
            verbs.answer(session, answered(page.field, values))
        case NumberPage() if (value := number(first)) is not None:
            verbs.his_number(session, value)
        case StepBackPage() if first:
            verbs.step_back(session, first, values[1] or "done")
        case FitPage() if first:
            verbs.fit(session, cast("FitWord", first))
        case OutcomePage() if first:
            verbs.outcome(session, cast("Outcome", first))
        case _:
            session.next()


def _step(session: LiveSession, page: StepPage, values: tuple[str, ...]) -> None:
    *chosen, own, sure = values
    text = page.text if chosen == [THIS] else own
    verbs.step(session, text, number(sure))


def kept(session: LiveSession) -> tuple[str, ...]:
    """What was kept for the field on this page, as it stood on the screen; empty for nothing."""
    page, answer = session.page, session.kept_answer
    return values_of(page.field, answer) if isinstance(page, FieldPage) and answer else ()


def is_high(value: str) -> bool:
    """Whether this number is a high one to leave with."""
    return value == "high" or (value.isdigit() and int(value) >= HIGH)
