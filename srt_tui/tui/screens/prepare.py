"""Prepare: what to do today and why, and the plan for it."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from srt_tui.domain import plan as planning
from srt_tui.domain.entry import SkipReason
from srt_tui.domain.showing import Readiness
from srt_tui.present import prepare as said
from srt_tui.tui import doors
from srt_tui.tui.commands import Back, Command
from srt_tui.tui.dialogs.pick import PickPage
from srt_tui.tui.dialogs.text import TextPage
from srt_tui.tui.face import Face
from srt_tui.tui.widgets.suggested import Suggested
from srt_tui.tui.widgets.table import Table
from srt_tui.workflow import briefing
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.watch import Theatre


class Start(Command):
    """Start the session with this plan."""

    key, shown, label, footer = "enter", "Enter", "Start", True
    writes = True
    words = "begin run"


class Take(Command):
    """Take suggestion 1, 2 or 3 as today's plan."""

    key, shown, label, footer = "1,2,3", "1-3", "Take", True
    takes_key = True


class Skip(Command):
    """Skip this line with a reason, or take it back in."""

    key, shown, label, footer = "s", "s", "Skip", True
    words = "leave out"


class Minutes(Command):
    """Make the session longer or shorter: 20, 30, 45 or 60 minutes."""

    key, shown, label, footer = "plus,equals_sign,minus", "+/-", "Minutes", True
    takes_key = True
    words = "time length"


class Add(Command):
    """Add an exercise."""

    key, shown, label, footer = "a", "a", "Add", True


class TakeTemplate(Command):
    """Take a ready-made plan."""

    key, shown, label = "t", "t", "Ready-made plans"
    words = "template"


class Why(Command):
    """Read the rule behind each suggestion."""

    key, shown, label = "w", "w", "Why these"
    words = "reason rule"


class WholeBrief(Command):
    """Read the whole brief, as srt brief prints it."""

    name, key, shown, label = "brief", "b", "b", "Brief"
    words = "last time wants number alliance"


class Undo(Command):
    """Undo the last change to the plan."""

    key, shown, label = "u,ctrl+z", "u", "Undo"


class MoveUp(Command):
    """Move this line up."""

    key, shown, label = "K,shift+up", "K", "Move up"


class MoveDown(Command):
    """Move this line down."""

    key, shown, label = "J,shift+down", "J", "Move down"


class PreparePage(Face[None]):
    """Suggestions on the left, today's plan on the right, what to pick up below."""

    CSS_PATH = "prepare.tcss"
    commands = (
        Start, Take, Skip, Minutes, Add, TakeTemplate, Undo, WholeBrief, Why, MoveUp, MoveDown,
        Back,
    )  # fmt: skip
    words = "Prepare"

    def __init__(self, preparing: Preparing) -> None:
        super().__init__()
        self._preparing = preparing
        self._ready: dict[str, Readiness] = {}

    def body(self) -> ComposeResult:
        """Two halves and a line below."""
        with Horizontal(id="halves"):
            yield self._suggested()
            yield Table((said.TODAY, 0), ("", 3), id="today")
        yield Static(self._pick_up(), id="pick-up", markup=False)

    def on_mount(self) -> None:
        """The plan has the keys."""
        self._theatre = Theatre(self.companion)
        self.show_plan(0)
        self.query_one(Table).focus()

    @property
    def in_hand(self) -> str:
        """Whose it is."""
        return self._preparing.reference

    def _suggested(self) -> Suggested:
        ready = self._preparing
        found = [said.suggestion(n, each) for n, each in enumerate(ready.suggestions, start=1)]
        known = said.known(ready.brief)
        return Suggested(said.SUGGESTED, found, said.KNOWN, known, id="suggested")

    def _pick_up(self) -> str:
        preparing = self._preparing
        leaving = said.leaving_out(preparing.plan, preparing.preferences.leave_out)
        return "\n".join(
            line for line in (*said.pick_up(preparing.brief), leaving, self._read()) if line
        )

    def _read(self) -> str:
        return said.read_instead(self._preparing.plan, self._ready)

    def show_plan(self, at: int) -> None:
        """The plan as it stands, with the cursor on line `at`."""
        plan = self._preparing.plan
        self.head(f"Prepare · {self._preparing.reference}", said.state(plan))
        self.query_one(Table).fill(said.rows(plan, self.companion.pack, self._ready), at)
        below, words = self.query_one("#pick-up", Static), self._pick_up()
        if below.content != words:
            below.update(words)
        self.refresh_keys()
        self.run_worker(self._look_at_clips(), exclusive=True)

    async def _look_at_clips(self) -> None:
        """Find out away from the screen which stories play here, then show it."""
        preparing = self._preparing
        clips = {item.clip for item in preparing.plan.items if item.clip} - set(self._ready)
        for clip in clips:
            self._ready[clip] = await self._theatre.look(clip, preparing.preferences)
        if clips:
            self.show_plan(self._line)

    @property
    def _line(self) -> int:
        return max(0, self.query_one(Table).chosen)

    def why_not_skip(self) -> str:
        """There must be a line."""
        return "" if self._preparing.plan.items else "the plan is empty."

    why_not_move_up = why_not_move_down = why_not_skip

    def do_take(self, key: str) -> None:
        """A suggestion as the plan."""
        if int(key) <= len(self._preparing.suggestions):
            self._preparing.take(int(key) - 1)
            self.show_plan(0)

    def do_minutes(self, key: str) -> None:
        """The next length up or down."""
        minutes = self._preparing.plan.minutes
        step = planning.shorter if key == "minus" else planning.longer
        self._preparing.fit(step(minutes))
        self.show_plan(self._line)

    def do_skip(self) -> None:
        """Ask for a reason, or take it back in."""
        line = self._line
        if self._preparing.plan.items[line].skipped:
            self._skip(line, None)
            return

        def reasoned(picked: int | None) -> None:
            if picked is not None:
                self._swap_or_skip(line, said.SKIP_REASONS[picked][0])

        options = [words for _, words in said.SKIP_REASONS]
        self.srt.push_screen(PickPage("Skip it, because", options), reasoned)

    def _swap_or_skip(self, line: int, reason: SkipReason) -> None:
        """What does not fit may have the same skill in another story."""
        others = self._preparing.stand_ins(line) if reason == "does-not-fit" else ()
        if not others:
            self._skip(line, reason)
            return

        def picked(place: int | None) -> None:
            if place == len(others):
                self._skip(line, reason)
            elif place is not None:
                self._preparing.exchange(line, others[place], reason)
                self.show_plan(line)

        options = [said.exercise_line(self.companion.pack, id) for id in others]
        about = "The same skill in another story"
        self.srt.push_screen(PickPage(about, [*options, said.NONE_OF_THESE]), picked)

    def _skip(self, line: int, reason: SkipReason | None) -> None:
        self._preparing.skip(line, reason)
        self.show_plan(line + 1)

    def do_add(self) -> None:
        """Pick an exercise."""
        pack = self.companion.pack

        def picked(place: int | None) -> None:
            if place is not None:
                self._preparing.add(pack.order[place])
                self.show_plan(self._line)

        options = [said.exercise_line(pack, id) for id in pack.order]
        self.srt.push_screen(PickPage("Add an exercise", options), picked)

    def do_take_template(self) -> None:
        """Pick a ready-made plan."""
        templates = list(self.companion.pack.templates.values())

        def picked(place: int | None) -> None:
            if place is not None:
                self._preparing.take_template(templates[place].id)
                self.show_plan(0)

        options = [said.template_line(template) for template in templates]
        self.srt.push_screen(PickPage("Ready-made plans", options), picked)

    def why_not_why(self) -> str:
        """There must be a suggestion."""
        return "" if self._preparing.suggestions else "nothing is suggested."

    def do_why(self) -> None:
        """The rules."""
        self.srt.push_screen(TextPage("Why these", said.rules(self._preparing.suggestions)))

    def do_brief(self) -> None:
        """All of it, as srt brief prints it."""
        lines, strong = briefing.lines(self.companion, self._preparing)
        heading = f"Brief · {self._preparing.reference}"
        self.srt.push_screen(TextPage(heading, lines, strong=strong))

    def do_undo(self) -> None:
        """The plan before the last change."""
        self._preparing.undo()
        self.show_plan(self._line)

    def do_move_up(self) -> None:
        """One line up."""
        self._move(-1)

    def do_move_down(self) -> None:
        """One line down."""
        self._move(1)

    def _move(self, by: int) -> None:
        line = self._line
        self._preparing.move(line, by)
        self.show_plan(min(max(0, line + by), len(self._preparing.plan.items) - 1))

    def do_back(self) -> None:
        """Back to the caseload."""
        self.dismiss(None)

    def do_start(self) -> None:
        """The session begins; a module that starts early is asked about once."""
        early = self._preparing.early
        if early and not self._preparing.because:
            asked, more = said.not_yet(early)
            self.srt.push_screen(PickPage(asked, said.EARLY_REASONS, more=more), self._early)
            return
        doors.session(self.srt, self._preparing.start())

    def _early(self, picked: int | None) -> None:
        if picked is not None:
            self._preparing.because = said.EARLY_REASONS[picked]
            self.call_later(self.action_do, "start")
