"""The plan while it is being made: every change of it by one key."""

from collections.abc import Callable
from typing import Any

from srt_tui.domain import plan as planning
from srt_tui.domain.entry import SkipReason
from srt_tui.domain.own_plan import OwnPlan
from srt_tui.present import prepare as said
from srt_tui.tui.commands import Command
from srt_tui.tui.dialogs.name import NamePage
from srt_tui.tui.dialogs.pick import PickPage
from srt_tui.tui.screen import AppScreen
from srt_tui.tui.screens.plans import KEEP_FOR_OTHERS, PlansPage, naming
from srt_tui.tui.widgets.table import Table
from srt_tui.workflow.prepare import Preparing

TAKE = Command(
    "take", "1,2,3", "Take", "Take suggestion 1, 2 or 3 as today's plan.", shown="1-3", footer=True,
    takes_key=True,
)  # fmt: skip
SKIP = Command(
    "skip", "s", "Skip", "Skip this line with a reason, or take it back in.", footer=True,
    words="leave out",
)  # fmt: skip
MINUTES = Command(
    "minutes", "plus,equals_sign,minus", "Minutes",
    "Make the session longer or shorter: 20, 30, 45 or 60 minutes.", shown="+/-", footer=True,
    words="time length", takes_key=True,
)  # fmt: skip
SHORTEN = Command(
    "shorten", "f", "Fit the time", "Fit the plan to its minutes; what goes is said beforehand.",
    words="shorten long drop",
)  # fmt: skip
ADD = Command("add", "a", "Add", "Add an exercise.", footer=True)
TAKE_TEMPLATE = Command(
    "take_template", "t", "Ready-made plans", "Take a ready-made plan.", words="template",
)  # fmt: skip
UNDO = Command("undo", "u,ctrl+z", "Undo", "Undo the last change to the plan.")
MOVE_UP = Command("move_up", "K,shift+up", "Move up", "Move this line up.")
MOVE_DOWN = Command("move_down", "J,shift+down", "Move down", "Move this line down.")


CHANGES = (
    TAKE, SKIP, MINUTES, SHORTEN, ADD, TAKE_TEMPLATE, KEEP_FOR_OTHERS, UNDO, MOVE_UP, MOVE_DOWN,
)  # fmt: skip


def another_reason() -> NamePage[str]:
    """The question for a reason that has no name."""
    return NamePage(said.WHY_ASKED, said.WHY_MORE, "", said.because)


class PlanEditor:
    """Each verb changes the plan and has it shown again."""

    def __init__(
        self, page: AppScreen[Any], preparing: Preparing, show: Callable[[int], None]
    ) -> None:
        """`show` draws the plan as it stands, with the cursor on a line."""
        self._page, self._preparing, self._show = page, preparing, show

    @property
    def line(self) -> int:
        """The line under the cursor."""
        return max(0, self._page.query_one(Table).chosen)

    def why_not_skip(self) -> str:
        """There must be a line."""
        return "" if self._preparing.making.plan.items else "the plan is empty."

    why_not_move_up = why_not_move_down = why_not_skip

    def do_take(self, key: str) -> None:
        """A suggestion as the plan."""
        if int(key) <= len(self._preparing.making.suggestions):
            self._preparing.making.take(int(key) - 1)
            self._show(0)

    def do_minutes(self, key: str) -> None:
        """The next length up or down."""
        minutes = self._preparing.making.plan.minutes
        step = planning.shorter if key == "minus" else planning.longer
        self._preparing.making.fit(step(minutes))
        self._show(self.line)

    def why_not_shorten(self) -> str:
        """Something must be too much."""
        return "" if self._preparing.making.shortened else said.FITS

    def do_shorten(self) -> None:
        """What was said to go is gone."""
        self._preparing.making.shorten()
        self._show(self.line)

    def do_skip(self) -> None:
        """Ask for a reason, or take it back in."""
        line = self.line
        if self._preparing.making.plan.items[line].skipped:
            self._skip(line, None)
            return

        def reasoned(picked: int) -> None:
            reason = said.SKIP_REASONS[picked][0]
            if reason == "other":
                self._page.ask(another_reason(), lambda because: self._skip(line, reason, because))
            else:
                self._swap_or_skip(line, reason)

        options = [words for _, words in said.SKIP_REASONS]
        self._page.ask(PickPage("Skip it, because", options), reasoned)

    def _swap_or_skip(self, line: int, reason: SkipReason) -> None:
        """What does not fit may have the same skill in another story."""
        others = self._preparing.making.stand_ins(line) if reason == "does-not-fit" else ()
        if not others:
            self._skip(line, reason)
            return

        def picked(place: int) -> None:
            if place == len(others):
                self._skip(line, reason)
            else:
                self._preparing.making.exchange(line, others[place], reason)
                self._show(line)

        options = [said.exercise_line(self._page.workspace.pack, id) for id in others]
        about = "The same skill in another story"
        self._page.ask(PickPage(about, [*options, said.NONE_OF_THESE]), picked)

    def _skip(self, line: int, reason: SkipReason | None, because: str = "") -> None:
        self._preparing.making.skip(line, reason, because)
        self._show(line + 1)

    def do_add(self) -> None:
        """Pick an exercise."""
        pack = self._page.workspace.pack

        def picked(place: int) -> None:
            self._preparing.making.add(pack.order[place])
            self._show(self.line)

        leaves_out = self._preparing.history.preferences.leave_out
        options = [said.exercise_line(pack, id, leaves_out) for id in pack.order]
        self._page.ask(PickPage("Add an exercise", options), picked)

    def do_take_template(self) -> None:
        """Pick a ready-made plan."""
        self._page.ask(PlansPage(self._preparing), lambda _: self._show(0))

    def do_keep_for_others(self) -> None:
        """Ask for a name."""
        self._page.ask(naming(self._preparing), self._kept)

    def _kept(self, kept: OwnPlan) -> None:
        self._page.say(said.kept_as_own(kept))

    def do_undo(self) -> None:
        """The plan before the last change."""
        self._preparing.making.undo()
        self._show(self.line)

    def do_move_up(self) -> None:
        """One line up."""
        self._move(-1)

    def do_move_down(self) -> None:
        """One line down."""
        self._move(1)

    def _move(self, by: int) -> None:
        line = self.line
        self._preparing.making.move(line, by)
        self._show(min(max(0, line + by), len(self._preparing.making.plan.items) - 1))
