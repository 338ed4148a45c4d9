"""The plan while it is being made: every change of it, each of which can be undone."""

from srt_tui.domain import advice, own_plan
from srt_tui.domain import plan as planning
from srt_tui.domain.advice import Early
from srt_tui.domain.content import Length
from srt_tui.domain.entry import SkipReason
from srt_tui.domain.history import History
from srt_tui.domain.own_plan import OwnPlan
from srt_tui.domain.pack import Template, Visit
from srt_tui.domain.participant import Preferences
from srt_tui.domain.plan import Plan
from srt_tui.domain.suggest import suggest
from srt_tui.domain.suggestion import Suggestion, View
from srt_tui.workflow.workspace import Workspace


class PlanMaking:
    """A plan for one participant today, from the first suggestion on."""

    def __init__(self, workspace: Workspace, history: History) -> None:
        self._workspace = workspace
        self.history = history
        self.preferences: Preferences = history.preferences
        self.suggestions: tuple[Suggestion, ...] = suggest(history, workspace.pack, workspace.today)
        self._view = View(
            history=history,
            pack=workspace.pack,
            today=workspace.today,
            number=None,
            energy=None,
        )
        self._before: list[tuple[Plan, frozenset[str]]] = []
        self._added: frozenset[str] = frozenset()
        self.plan: Plan = self._looking_back(
            self._planned(self.suggestions[0]) if self.suggestions else self._empty()
        )

    def open(self, kept: Plan) -> None:
        """A plan that was kept for today, in place of the first suggestion."""
        self._change(self._looking_back(kept))

    def take(self, number: int) -> Plan:
        """The plan of suggestion `number`, from 0."""
        return self._anew(self._planned(self.suggestions[number]))

    def take_template(self, id: str, visit: int = 0) -> Plan:
        """The plan of a template's meeting, from 0."""
        template = self._workspace.pack.templates[id]
        return self._anew(self._framed(template, template.visits[visit], template.title))

    @property
    def own_plans(self) -> tuple[OwnPlan, ...]:
        """The service's own ready-made plans; raises SrtError when they cannot be read."""
        return self._workspace.own_plans.all()

    def take_own(self, kept: OwnPlan) -> Plan:
        """One of these plans."""
        return self._anew(own_plan.opened(kept, self._workspace.pack, self.preferences))

    def keep_as_own(self, typed: str) -> OwnPlan:
        """Keep the plan as it stands among these, under a name; raises SrtError when refused."""
        shelf = self._workspace.own_plans
        shipped = self._workspace.pack.templates.values()
        taken = [*(each.title for each in shipped), *(each.title for each in shelf.all())]
        name = own_plan.name(typed, taken, self._workspace.vault.cards())
        return shelf.keep(own_plan.own(name, self.plan))

    def fit(self, minutes: Length) -> Plan:
        """The same plan in another length."""
        return self._change(self._fitted(minutes))

    @property
    def shortened(self) -> Plan | None:
        """The plan brought down to its length; None where it fits, or nothing can go."""
        fitted = self._fitted(self.plan.minutes)
        return None if fitted.exercises == self.plan.exercises else fitted

    def shorten(self) -> Plan:
        """Bring the plan down to its length, as `shortened` shows it beforehand."""
        return self._change(self.shortened or self.plan)

    def _fitted(self, minutes: Length) -> Plan:
        """What was added by hand goes last."""
        return planning.fit(self._workspace.pack, self.plan, minutes, self._added)

    def skip(self, index: int, reason: SkipReason | None, because: str = "") -> Plan:
        """Skip an item with a reason, or take it back in; `because` is another in own words."""
        return self._change(planning.skip(self.plan, index, reason, because.strip()))

    @property
    def early(self) -> Early | None:
        """What of the plan starts before the foundation is done; `because` says why it may."""
        return advice.early(self.plan, self._view)

    def stand_ins(self, index: int) -> tuple[str, ...]:
        """Exercises with the same skill as this item's, from the swap list."""
        exercise = self.plan.items[index].exercise
        return advice.stand_ins(exercise, self._view) if exercise else ()

    def exchange(self, index: int, other: str, reason: SkipReason) -> Plan:
        """Skip the whole of this item's exercise with a reason, and add another."""
        exercise = self.plan.items[index].exercise or ""
        pack = self._workspace.pack
        return self._change(advice.exchange(pack, self.plan, exercise, other, reason))

    def move(self, index: int, by: int) -> Plan:
        """Move an item."""
        return self._change(planning.move(self.plan, index, by))

    def add(self, exercise: str) -> Plan:
        """Add an exercise."""
        added = self._change(planning.add(self._workspace.pack, self.plan, exercise))
        self._added |= {exercise}
        return added

    def undo(self) -> Plan:
        """The plan before the last change; the first one stays."""
        if self._before:
            self.plan, self._added = self._before.pop()
        return self.plan

    def _planned(self, suggestion: Suggestion) -> Plan:
        """The suggestion in the frame of its template, where a meeting of that holds it."""
        template = self._workspace.pack.templates.get(suggestion.template or "")
        for visit in template.visits if template else ():
            named = [item for item in visit.items if item in self._workspace.pack.exercises]
            if template and (not named or suggestion.exercise in named):
                return self._framed(template, visit, suggestion.why, suggestion.exercise)
        return planning.make(
            self._workspace.pack,
            (suggestion.exercise,),
            minutes=self.preferences.minutes,
            format=self.preferences.format,
            reason=suggestion.why,
            leave_out=self.preferences.leave_out,
        )

    def _framed(
        self, template: Template, visit: Visit, reason: str, exercise: str | None = None
    ) -> Plan:
        return planning.from_template(
            self._workspace.pack,
            template,
            visit,
            exercise=exercise,
            minutes=self.preferences.minutes,
            format=self.preferences.format,
            reason=reason,
            leave_out=self.preferences.leave_out,
        )

    def _empty(self) -> Plan:
        return planning.make(
            self._workspace.pack,
            (),
            minutes=self.preferences.minutes,
            format=self.preferences.format,
        )

    def _anew(self, plan: Plan) -> Plan:
        """Another plan, to which nothing was added yet."""
        taken = self._change(self._looking_back(plan))
        self._added = frozenset()
        return taken

    def _looking_back(self, plan: Plan) -> Plan:
        """With a look back where a step is open."""
        step_open = self.history.open_step() is not None
        return planning.looking_back(self._workspace.pack, plan, step_open=step_open)

    def _change(self, plan: Plan) -> Plan:
        self._before.append((self.plan, self._added))
        self.plan = plan
        return plan
