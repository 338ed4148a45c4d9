"""Prepare: two minutes before. Who is due, what happened last time, and a plan for today."""

import datetime as dt

import msgspec

from srt_tui.domain import advice, planned
from srt_tui.domain import plan as planning
from srt_tui.domain.advice import Early
from srt_tui.domain.brief import Brief, brief
from srt_tui.domain.caseload import ahead
from srt_tui.domain.content import Length
from srt_tui.domain.entry import (
    Ended,
    EndReason,
    LimitsSaid,
    Opened,
    Preference,
    Referred,
    SkipReason,
)
from srt_tui.domain.errors import SrtError
from srt_tui.domain.history import History
from srt_tui.domain.pack import Template, Visit
from srt_tui.domain.pages import OpenStep
from srt_tui.domain.participant import Preferences, reference
from srt_tui.domain.plan import Plan
from srt_tui.domain.session import Draft
from srt_tui.domain.suggest import suggest
from srt_tui.domain.suggestion import Suggestion, View
from srt_tui.workflow.companion import Companion
from srt_tui.workflow.deliver import LiveSession


def add_person(companion: Companion, typed: str, preferences: Preferences, on: dt.date) -> str:
    """Add a participant by reference; returns it in its one form.

    Raises SrtError when the reference cannot be used or is taken.
    """
    ref, now = reference(typed), companion.now()
    companion.vault.add(ref, Referred(at=now, on=on), Preference(at=now, preferences=preferences))
    return ref


def change_preferences(companion: Companion, ref: str, preferences: Preferences) -> None:
    """What suits him from here on."""
    companion.person(ref).append(Preference(at=companion.now(), preferences=preferences))


def end_work(companion: Companion, ref: str, reason: EndReason) -> None:
    """The work ended today, and why."""
    companion.person(ref).append(Ended(at=companion.now(), on=companion.today, reason=reason))


class Preparing:
    """One participant and the plan that is being made for today. Every change can be undone."""

    def __init__(self, companion: Companion, ref: str) -> None:
        self._companion = companion
        self._person = companion.person(ref)
        self.reference = ref
        self.history = History.of(self._person.entries())
        self.preferences = self.history.preferences
        self.brief: Brief = brief(self.history, companion.pack, companion.today)
        self.suggestions: tuple[Suggestion, ...] = suggest(
            self.history, companion.pack, companion.today
        )
        self._view = View(
            history=self.history,
            pack=companion.pack,
            today=companion.today,
            number=None,
            energy=None,
        )
        self.because = ""
        self._before: list[Plan] = []
        self.plan: Plan = self._planned(self.suggestions[0]) if self.suggestions else self._empty()
        if kept := ahead(self.history):
            self._change(planned.opened(kept, companion.pack, self.preferences))

    def take(self, number: int) -> Plan:
        """The plan of suggestion `number`, from 0."""
        return self._change(self._planned(self.suggestions[number]))

    def take_template(self, id: str, visit: int = 0) -> Plan:
        """The plan of a template's meeting, from 0."""
        template = self._companion.pack.templates[id]
        return self._change(self._framed(template, template.visits[visit], template.title))

    def fit(self, minutes: Length) -> Plan:
        """The same plan in another length."""
        return self._change(planning.fit(self._companion.pack, self.plan, minutes))

    def skip(self, index: int, reason: SkipReason | None) -> Plan:
        """Skip an item with a reason, or take it back in."""
        return self._change(planning.skip(self.plan, index, reason))

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
        pack = self._companion.pack
        return self._change(advice.exchange(pack, self.plan, exercise, other, reason))

    def move(self, index: int, by: int) -> Plan:
        """Move an item."""
        return self._change(planning.move(self.plan, index, by))

    def add(self, exercise: str) -> Plan:
        """Add an exercise."""
        return self._change(planning.add(self._companion.pack, self.plan, exercise))

    def undo(self) -> Plan:
        """The plan before the last change; the first one stays."""
        if self._before:
            self.plan = self._before.pop()
        return self.plan

    def keep(self) -> None:
        """Keep the plan as it stands for next time; another one takes its place."""
        self._person.append(planned.keeping(self.plan, self._companion.now()))

    @property
    def unfinished(self) -> Draft | None:
        """A session that was cut off while it ran, with what was typed, or None."""
        left = self.left_off
        return None if left is None or left.stopped else left

    @property
    def left_off(self) -> Draft | None:
        """What there is to go on with: a session cut off, or the rest of one that was stopped."""
        data = self._person.draft()
        return msgspec.json.decode(data, type=Draft) if data else None

    def start(self, resume: str = "") -> LiveSession:
        """Open a session with the plan as it stands; raises SrtError when it has no items.

        With `resume`, after the arrival it goes on from the page with this key.
        """
        if not any(not item.skipped for item in self.plan.items):
            raise SrtError("Everything in the plan is skipped.", "Take one thing back in first.")
        pack, now = self._companion.pack, self._companion.now()
        number = self.history.sessions[-1].number + 1 if self.history.sessions else 1
        step = self.history.open_step()
        draft = Draft(
            reference=self.reference,
            session=number,
            opened=now,
            plan=self.plan,
            first=not self._told_limits(),
            resume=resume,
            open_step=OpenStep(seq=step.seq, text=step.text) if step else None,
            offer_check=self._check_due(number),
        )
        self._person.append(
            Opened(
                at=now,
                session=number,
                pack=pack.id,
                pack_version=pack.version,
                format=self.plan.format,
                minutes=self.plan.minutes,
                items=self.plan.exercises,
                template=self.plan.template,
                reason=self._reason(),
            )
        )
        return self._live(draft)

    def go_on(self) -> LiveSession:
        """Go on with what was cut off, or in a new session with what was stopped.

        Raises SrtError when there is neither.
        """
        draft = self.left_off
        if draft is None:
            raise SrtError("There is no session to go on with.", "Start a new one.")
        if draft.stopped:
            self.plan = draft.plan
            return self.start(draft.resume)
        return self._live(draft)

    def start_afresh(self) -> None:
        """Close what was cut off as it stands; what was typed and not kept is gone."""
        if self.unfinished:
            self.go_on().close()
        self._person.drop_draft()

    def _reason(self) -> str:
        early = f"early, because {self.because}" if self.because and self.early else ""
        return " · ".join(part for part in (self.plan.reason, early) if part)

    def _live(self, draft: Draft) -> LiveSession:
        live = LiveSession(
            self._person, self._companion.pack, self.preferences, draft, self._companion.now
        )
        live.go(live.at)
        return live

    def _told_limits(self) -> bool:
        """Whether a meeting was held to its end, or the limits were said in one that was not."""
        whole = any(not session.cut for session in self.history.held)
        return whole or bool(self.history.all(LimitsSaid))

    def _check_due(self, number: int) -> bool:
        """Every session or every third, as he chose (brief D, rule 6)."""
        return (number - 1) % self.preferences.check_every == 0

    def _planned(self, suggestion: Suggestion) -> Plan:
        """The suggestion in the frame of its template, where a meeting of that holds it."""
        template = self._companion.pack.templates.get(suggestion.template or "")
        for visit in template.visits if template else ():
            named = [item for item in visit.items if item in self._companion.pack.exercises]
            if template and (not named or suggestion.exercise in named):
                return self._framed(template, visit, suggestion.why, suggestion.exercise)
        return planning.make(
            self._companion.pack,
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
            self._companion.pack,
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
            self._companion.pack,
            (),
            minutes=self.preferences.minutes,
            format=self.preferences.format,
        )

    def _change(self, plan: Plan) -> Plan:
        self._before.append(self.plan)
        self.plan = plan
        return plan
