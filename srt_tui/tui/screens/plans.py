"""The ready-made plans: those that came with the program, then the service's own."""

from msgspec.structs import replace
from textual.app import ComposeResult

from srt_tui.domain.own_plan import OwnPlan
from srt_tui.present import prepare as said
from srt_tui.tui.commands import BACK, Command
from srt_tui.tui.dialogs import pick
from srt_tui.tui.dialogs.name import NamePage
from srt_tui.tui.screen import Dialog
from srt_tui.tui.widgets.reading import Part, Reading
from srt_tui.tui.widgets.table import Table
from srt_tui.workflow.prepare import Preparing

BY_NUMBER = replace(pick.BY_NUMBER, footer=False)
KEEP_FOR_OTHERS = Command(
    "keep_for_others", "o", "Keep for others", "Keep this plan for others, under a short name.",
    words="own ready-made template save share service",
)  # fmt: skip
KEEP_HERE = replace(
    KEEP_FOR_OTHERS, label="Keep yours here",
    sentence="Keep the plan you are making among these, under a short name.", footer=True,
)  # fmt: skip
REMOVE = Command(
    "remove", "x", "Remove", "Remove a plan of your own from this list.", words="delete own",
)  # fmt: skip
PUT_BACK = Command("put_back", "u", "Undo", "Put back the plan that was removed last.")


def naming(preparing: Preparing) -> NamePage[OwnPlan]:
    """The question for the name under which the plan is kept for others."""
    return NamePage(said.NAME_ASKED, said.NAME_MORE, said.NAME_LIKE, preparing.making.keep_as_own)


class PlansPage(Dialog[int]):
    """Takes the plan that is chosen and answers with its place; None after Esc."""

    commands = (pick.CHOOSE, BY_NUMBER, KEEP_HERE, REMOVE, PUT_BACK, BACK)

    def __init__(self, preparing: Preparing) -> None:
        super().__init__()
        self._preparing = preparing
        self._own: tuple[OwnPlan, ...] = ()

    def body(self) -> ComposeResult:
        """The list; below, what belongs to the plan under the cursor."""
        yield Table(("", 3), ("", 0), heading=False)
        yield Reading(cut=True, id="about")

    def on_long_list_moved(self) -> None:
        """Another plan is under the cursor."""
        self.show_about()

    def show_about(self) -> None:
        """For whom it is, what to say once, what to take care of."""
        place, own = self.query_one(Table).chosen, self._chosen
        about = said.own_plan_about(own) if own else said.template_about(self._shipped[place])
        self.query_one(Reading).show(map(Part, about))

    def on_mount(self) -> None:
        """All of them; what is wrong with the service's own is said."""
        self.head("Ready-made plans")
        self._shipped = tuple(self.workspace.pack.templates.values())
        self._show(0)
        self.query_one(Table).focus()
        self.show_plans(0)

    def show_plans(self, at: int) -> None:
        """The list as it is now, with the cursor at `at`."""
        self._own = self._preparing.making.own_plans
        self._show(at)

    def _show(self, at: int) -> None:
        shipped = [said.template_line(each) for each in self._shipped]
        rows = pick.numbered([*shipped, *map(said.own_plan_line, self._own)])
        self.query_one(Table).fill(rows, at)
        self.show_about()

    @property
    def _chosen(self) -> OwnPlan | None:
        """The plan of the service's own under the cursor."""
        place = self.query_one(Table).chosen - len(self._shipped)
        return self._own[place] if place >= 0 else None

    def do_choose(self) -> None:
        """Take what is under the cursor."""
        self._take(self.query_one(Table).chosen)

    def do_by_number(self, key: str) -> None:
        """Take the plan of this number, where there is one."""
        if int(key) <= len(self._shipped) + len(self._own):
            self._take(int(key) - 1)

    def _take(self, place: int) -> None:
        if place < len(self._shipped):
            self._preparing.making.take_template(self._shipped[place].id)
        else:
            self._preparing.making.take_own(self._own[place - len(self._shipped)])
        self.dismiss(place)

    def do_keep_for_others(self) -> None:
        """Ask for a name."""
        self.ask(naming(self._preparing), self._kept)

    def _kept(self, kept: OwnPlan) -> None:
        self.show_plans(len(self._shipped) + len(self._own))
        self.say(said.kept_as_own(kept))

    def why_not_remove(self) -> str:
        """Only what is the service's own."""
        return "" if self._chosen else said.NOT_OWN

    def do_remove(self) -> None:
        """Gone from the list, with the way back."""
        if kept := self._chosen:
            self.workspace.own_plans.remove(kept)
            self.show_plans(self.query_one(Table).chosen)
            self.say(said.removed(kept))

    def why_not_put_back(self) -> str:
        """Something must have been removed."""
        return "" if self.workspace.own_plans.removed else said.NONE_REMOVED

    def do_put_back(self) -> None:
        """In its old place."""
        back = self.workspace.own_plans.put_back()
        own = self._preparing.making.own_plans
        self.show_plans(len(self._shipped) + own.index(back))
