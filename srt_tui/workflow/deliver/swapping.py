"""Another story in the place of one that does not go today, while the session runs."""

from msgspec.structs import replace

from srt_tui.domain import advice
from srt_tui.domain.entry import SkipReason
from srt_tui.domain.history import History
from srt_tui.domain.pages import AnyPage, SayPage
from srt_tui.domain.session import Swapped, renumbered
from srt_tui.domain.suggestion import View
from srt_tui.workflow.deliver import verbs
from srt_tui.workflow.deliver.live import LiveSession

MISFITS: tuple[SkipReason, ...] = ("does-not-fit", "too-hard", "refused")
"""Reasons for which another story may do what this one does not."""


def _begins(page: AnyPage, place: int) -> bool:
    """Whether a line of the plan begins here; what is said before a story was said once."""
    return page.item == place and not isinstance(page, SayPage)


def stand_ins(session: LiveSession) -> tuple[str, ...]:
    """Exercises that may be done instead of the one on this page, three at most."""
    if session.exercise is None:
        return ()
    view = View(
        history=History.of(session.person.entries()),
        pack=session.pack,
        today=session.now().date(),
        number=None,
        energy=None,
    )
    found = advice.instead(session.exercise, view, most=len(session.pack.order))
    return tuple(id for id in found if id not in session.draft.plan.exercises)[:3]


def swap(session: LiveSession, other: str, reason: SkipReason | None = None) -> AnyPage:
    """Leave the rest of this exercise out, with a reason or none, and begin `other` instead.

    On a page without an exercise nothing happens.
    """
    exercise, before = session.exercise, replace(session.draft, swapped=None)
    if exercise is None:
        return session.page
    gone = verbs.left_out(session, exercise, reason, other)
    session.keep(*gone)
    plan = advice.exchange(session.pack, before.plan, exercise, other, reason)
    place = next(
        n for n, item in enumerate(plan.items) if item.exercise == other and not item.skipped
    )
    by = len(plan.items) - len(before.plan.items)
    swapped = Swapped(
        entries=tuple(entry.seq for entry in session.entries()[-len(gone) :]), before=before
    )
    session.take_up(
        replace(
            before,
            plan=plan,
            asked=tuple(renumbered(key, place, by) for key in before.asked),
            typed={renumbered(slot, place, by): text for slot, text in before.typed.items()},
            swapped=swapped,
        )
    )
    return session.go(next(n for n, page in enumerate(session.pages) if _begins(page, place)))


def can_unswap(session: LiveSession) -> bool:
    """Whether the page belongs to what was swapped in last."""
    swapped = session.draft.swapped
    return swapped is not None and session.exercise not in (
        None,
        *swapped.before.plan.exercises,
    )


def unswap(session: LiveSession) -> AnyPage:
    """Take the last swap back: the exercise before, where it was left."""
    swapped = session.draft.swapped
    if swapped is None:
        return session.page
    for seq in swapped.entries:
        session.take_out(seq)
    loose = {slot: text for slot, text in session.draft.typed.items() if " " not in slot}
    session.take_up(replace(swapped.before, typed={**swapped.before.typed, **loose}))
    return session.go(session.at)
