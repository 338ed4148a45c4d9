"""The end of a session: what was begun is kept, and afterwards there are only addenda."""

import datetime as dt

from msgspec.structs import replace

from srt_tui.domain import entry as happened
from srt_tui.domain.entry import AnyEntry, Voice
from srt_tui.domain.pages import FieldPage, NumberPage, StepPage
from srt_tui.workflow.deliver import verbs
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.private import PrivateLog

_VOICES: tuple[Voice, ...] = ("his", "mine")


def asks_to_leave(session: LiveSession) -> NumberPage | None:
    """The page that asks his number on the way out; None where it was said or has no page."""
    said = (e for e in session.entries() if isinstance(e, happened.Number) and e.when == "out")
    asks = (page for page in session.pages if isinstance(page, NumberPage) and page.out)
    return None if any(said) else next(asks, None)


def leaving_number(session: LiveSession, value: int | happened.Word) -> None:
    """Keep his number on the way out, where the session stops part way."""
    session.keep(session.entry(happened.Number, when="out", value=value))


def close(session: LiveSession, *, next_on: dt.date | None = None) -> None:
    """End the session; cut off when pages were left. Afterwards there are only addenda.

    Where an exercise was left over, the plan stays, for another session to go on with it.
    Raises SrtError when something could not be saved; then it is done again by closing again.
    """
    if not any(isinstance(entry, happened.Closed) for entry in session.entries()):
        _keep_typed(session)
        _end(session, next_on, cut=not session.is_last)
    session.person.settle()
    if any(session.item_of(page).exercise for page in session.pages[session.at : -1]):
        session.draft = replace(session.draft, stopped=True, swapped=None, resume=session.page.key)
        session.keep_draft()
    else:
        session.person.drop_draft()


def _keep_typed(session: LiveSession) -> None:
    """What was typed and not yet kept; an answer waits on its page for another session."""
    for voice in _VOICES:
        if typed := session.typed(voice):
            verbs.words(session, voice, typed)
    PrivateLog(session).note(session.typed("note"))
    session.draft = replace(session.draft, typed=_waiting(session))


def _waiting(session: LiveSession) -> dict[str, str]:
    """Answers that were begun on pages still to come."""
    ahead = [p for p in session.pages[session.at :] if isinstance(p, FieldPage | StepPage)]
    slots = {session.place_of("answer", page) for page in ahead}
    return {slot: typed for slot, typed in session.draft.typed.items() if slot in slots}


def _end(session: LiveSession, next_on: dt.date | None, *, cut: bool) -> None:
    if cut and session.draft.marks:
        verbs.keep_check(session, "")
    unfinished = _unfinished(session) if cut else ()
    session.keep(*unfinished, session.entry(happened.Closed, cut=cut, next_on=next_on))


def _unfinished(session: LiveSession) -> tuple[AnyEntry, ...]:
    """A visit for each exercise that was begun and not left."""
    left = {e.exercise for e in session.entries() if isinstance(e, happened.Visited)}
    begun = [exercise for exercise in session.draft.begun if exercise not in left]
    return tuple(verbs.visit(session, exercise, "partly") for exercise in begun)
