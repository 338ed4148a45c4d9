"""Another story in the place of one that does not go today, while the session runs."""

from msgspec.structs import replace

from srt_tui.domain import advice
from srt_tui.domain.entry import SkipReason
from srt_tui.domain.history import History
from srt_tui.domain.pages import AnyPage, SayPage
from srt_tui.domain.session import Swapped, renumbered
from srt_tui.domain.suggestion import View
from srt_tui.workflow.moving import Moving

MISFITS: tuple[SkipReason, ...] = ("does-not-fit", "too-hard", "refused")
"""Reasons for which another story may do what this one does not."""


def _begins(page: AnyPage, place: int) -> bool:
    """Whether a line of the plan begins here; what is said before a story was said once."""
    return page.item == place and not isinstance(page, SayPage)


class Swapping(Moving):
    """A running session in which one exercise can take the place of another."""

    def stand_ins(self) -> tuple[str, ...]:
        """Exercises that may be done instead of the one on this page, three at most."""
        if self.exercise is None:
            return ()
        view = View(
            history=History.of(self.person.entries()),
            pack=self.pack,
            today=self.now().date(),
            number=None,
            energy=None,
        )
        found = advice.instead(self.exercise, view, most=len(self.pack.order))
        return tuple(id for id in found if id not in self.draft.plan.exercises)[:3]

    def swap(self, other: str, reason: SkipReason | None = None) -> AnyPage:
        """Leave the rest of this exercise out, with a reason or none, and begin `other` instead.

        On a page without an exercise nothing happens.
        """
        exercise, before = self.exercise, replace(self.draft, swapped=None)
        if exercise is None:
            return self.page
        gone = self.left_out(exercise, reason, other)
        self.keep(*gone)
        plan = advice.exchange(self.pack, before.plan, exercise, other, reason)
        place = next(
            n for n, item in enumerate(plan.items) if item.exercise == other and not item.skipped
        )
        by = len(plan.items) - len(before.plan.items)
        swapped = Swapped(
            entries=tuple(entry.seq for entry in self.entries()[-len(gone) :]), before=before
        )
        self.take_up(
            replace(
                before,
                plan=plan,
                asked=tuple(renumbered(key, place, by) for key in before.asked),
                typed={renumbered(slot, place, by): text for slot, text in before.typed.items()},
                swapped=swapped,
            )
        )
        return self.go(next(n for n, page in enumerate(self.pages) if _begins(page, place)))

    @property
    def can_unswap(self) -> bool:
        """Whether the page belongs to what was swapped in last."""
        swapped = self.draft.swapped
        return swapped is not None and self.exercise not in (
            None,
            *swapped.before.plan.exercises,
        )

    def unswap(self) -> AnyPage:
        """Take the last swap back: the exercise before, where it was left."""
        swapped = self.draft.swapped
        if swapped is None:
            return self.page
        for seq in swapped.entries:
            self.person.take_out(seq)
        loose = {slot: text for slot, text in self.draft.typed.items() if " " not in slot}
        self.take_up(replace(swapped.before, typed={**swapped.before.typed, **loose}))
        return self.go(self.at)
