"""Prepare: what to do today and why, and the plan for it."""

from collections.abc import Iterator

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from srt_tui.domain.playback import Readiness
from srt_tui.present import prepare as said
from srt_tui.tui import navigation
from srt_tui.tui.commands import BACK, NOT_AS_PLANNED, Command
from srt_tui.tui.dialogs.pick import PickPage
from srt_tui.tui.dialogs.text import TextPage
from srt_tui.tui.screen import AppScreen
from srt_tui.tui.screens.plan_editor import CHANGES, PlanEditor, another_reason
from srt_tui.tui.widgets.reading import Part
from srt_tui.tui.widgets.table import Table
from srt_tui.workflow import briefing
from srt_tui.workflow.deliver.theatre import Theatre
from srt_tui.workflow.prepare import Preparing

INDENT, DEEPER = 1, 3
"""How far in a name and what belongs to it stand."""


START = Command(
    "start", "enter", "Start", "Start the session with this plan.", footer=True, words="begin run",
    writes=True,
)  # fmt: skip
WHY = Command("why", "w", "Why these", "Read the rule behind each suggestion.", words="reason rule")
WHOLE_BRIEF = Command(
    "brief", "b", "Brief", "Read the whole brief, as srt brief prints it.",
    words="last time wants number alliance",
)  # fmt: skip
CARD = Command(
    "card", "f2", "Before you start",
    "Read what stands behind this plan: purpose, aim, story, card.",
    words="delivery purpose aim diary whom say once take care cast",
)  # fmt: skip
KEEP_PLAN = Command(
    "keep_plan", "k", "Keep for next time",
    "Keep this plan for next time; it opens then as it stands now.", words="later next save plan",
    writes=True,
)  # fmt: skip


class PreparePage(AppScreen[None]):
    """Suggestions on the left, today's plan on the right, what to pick up below."""

    CSS_PATH = "prepare.tcss"
    commands = (
        START, *CHANGES, CARD, WHOLE_BRIEF, KEEP_PLAN, NOT_AS_PLANNED, WHY, BACK,
    )  # fmt: skip
    words = "Prepare"

    def __init__(self, preparing: Preparing) -> None:
        super().__init__()
        self._preparing = preparing
        self._editor = PlanEditor(self, preparing, self.show_plan)
        self.parts = (self._editor,)
        self._ready: dict[str, Readiness] = {}

    def body(self) -> ComposeResult:
        """Two halves, and lines below."""
        yield Table((said.TODAY, 0), ("", 3), beside=self._suggested(), id="today")
        yield Static(self._pick_up(), id="pick-up", markup=False)

    def on_mount(self) -> None:
        """The plan has the keys."""
        self._theatre = Theatre(self.workspace)
        self.show_plan(0)
        self.query_one(Table).focus()

    @property
    def in_hand(self) -> str:
        """Whose it is."""
        return self._preparing.reference

    def _suggested(self) -> Iterator[Part]:
        """Each suggestion with its reason; below, what is known, as far as there is room."""
        yield Part(said.SUGGESTED, "quiet", indent=INDENT)
        for number, each in enumerate(self._preparing.making.suggestions, start=1):
            name, why = said.suggestion(number, each)
            yield Part(name, "strong", indent=INDENT)
            yield Part(why, indent=DEEPER)
        yield Part(said.KNOWN, "quiet", indent=INDENT)
        for line in said.known(self._preparing.brief):
            yield Part(line, indent=DEEPER)

    def _pick_up(self) -> str:
        preparing = self._preparing
        leaving = said.leaving_out(preparing.making.plan, preparing.history.preferences.leave_out)
        usual = preparing.history.preferences.minutes
        length = said.other_length(preparing.making.plan, usual, self.workspace.pack)
        over = said.too_long(preparing.making.plan, preparing.making.shortened)
        lines = (over, length, *said.pick_up(preparing.brief), leaving, self._read())
        return "\n".join(line for line in lines if line)

    def _read(self) -> str:
        return said.read_instead(self._preparing.making.plan, self._ready)

    def show_plan(self, at: int) -> None:
        """The plan as it stands, with the cursor on line `at`."""
        plan = self._preparing.making.plan
        self.head(f"Prepare · {self._preparing.reference}", said.state(plan))
        light = "light-words" in self._preparing.history.preferences.suits
        rows = said.rows(plan, self.workspace.pack, self._ready, light=light)
        self.query_one(Table).fill(rows, at)
        self.set_class(plan.planned > plan.minutes, "-over")
        below, words = self.query_one("#pick-up", Static), self._pick_up()
        if below.content != words:
            below.update(words)
        self.refresh_keys()
        self.call_after_refresh(self._look_at_clips)  # for that a player may have to be started

    @work(exclusive=True)
    async def _look_at_clips(self) -> None:
        """Find out away from the screen which stories play here, then show it."""
        preparing = self._preparing
        clips = {item.clip for item in preparing.making.plan.items if item.clip} - set(self._ready)
        for clip in clips:
            self._ready[clip] = await self._theatre.look(clip, preparing.history.preferences)
        if clips and self in self.srt.screen_stack:  # it may have been left meanwhile
            self.show_plan(self._editor.line)

    def why_not_why(self) -> str:
        """There must be a suggestion."""
        return "" if self._preparing.making.suggestions else "nothing is suggested."

    def do_why(self) -> None:
        """The rules."""
        self.srt.push_screen(TextPage("Why these", said.rules(self._preparing.making.suggestions)))

    def do_brief(self) -> None:
        """All of it, as srt brief prints it."""
        lines, strong = briefing.lines(briefing.page(self.workspace, self._preparing))
        heading = f"Brief · {self._preparing.reference}"
        self.srt.push_screen(TextPage(heading, lines, strong=strong))

    def do_card(self) -> None:
        """What the authors wrote for whoever delivers it."""
        lines, strong = briefing.lines(briefing.card(self.workspace, self._preparing))
        self.srt.push_screen(TextPage("Before you start", lines, strong=strong))

    def do_not_as_planned(self) -> None:
        """Four questions, then the note in place of the plan."""
        navigation.not_as_planned(self, self._preparing.reference, instead=True)

    def do_keep_plan(self) -> None:
        """For next time, and back."""
        self._preparing.keep()
        self.dismiss(None)

    def do_back(self) -> None:
        """Back to the caseload."""
        self.dismiss(None)

    def do_start(self) -> None:
        """The session begins; a module that starts early is asked about once."""
        if ended := self._preparing.history.ended:
            asked, more = said.ended(ended)
            self.ask(PickPage(asked, said.TAKING_UP, more=more), self._taken_up)
            return
        early = self._preparing.making.early
        if early and not self._preparing.because:
            asked, more = said.not_yet(early)
            self.ask(PickPage(asked, said.EARLY_REASONS, more=more), self._early)
            return
        navigation.session(self.srt, self._preparing.start())

    def _taken_up(self, picked: int) -> None:
        if picked == 1:
            self._preparing.take_up()
            self.do_start()

    def _early(self, picked: int) -> None:
        if picked == len(said.EARLY_REASONS) - 1:
            self.ask(another_reason(), self._start_early)
        else:
            self._start_early(said.EARLY_REASONS[picked])

    def _start_early(self, because: str) -> None:
        self._preparing.because = because
        self.do_start()
