"""Prepare: two minutes before. Who is due, what happened last time, and a plan for today."""

import datetime as dt

import msgspec
from msgspec.structs import replace

from srt_tui.domain import plan_keeping
from srt_tui.domain.brief import Brief, brief
from srt_tui.domain.caseload import ahead
from srt_tui.domain.entry import (
    Ended,
    EndReason,
    LimitsSaid,
    Opened,
    Preference,
    Referred,
)
from srt_tui.domain.errors import SrtError
from srt_tui.domain.history import History
from srt_tui.domain.pages import OpenStep
from srt_tui.domain.participant import Preferences, reference
from srt_tui.domain.session import Draft
from srt_tui.workflow.deliver.closing import close
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.plan_making import PlanMaking
from srt_tui.workflow.workspace import Workspace


def add_person(workspace: Workspace, typed: str, preferences: Preferences, on: dt.date) -> str:
    """Add a participant by reference; returns it in its one form.

    Raises SrtError when the reference cannot be used or is taken.
    """
    ref, now = reference(typed), workspace.now()
    workspace.vault.add(ref, Referred(at=now, on=on), Preference(at=now, preferences=preferences))
    return ref


def change_preferences(workspace: Workspace, ref: str, preferences: Preferences) -> None:
    """What suits him from here on."""
    workspace.person(ref).append(Preference(at=workspace.now(), preferences=preferences))


def end_work(workspace: Workspace, ref: str, reason: EndReason) -> None:
    """The work ended today, and why."""
    workspace.person(ref).append(Ended(at=workspace.now(), on=workspace.today, reason=reason))


def take_up(workspace: Workspace, ref: str) -> None:
    """The work goes on after it had ended; where it ended today, as if it had not."""
    past = History.of(workspace.person(ref).entries())
    mistaken = past.ended is not None and past.ended.on == workspace.today
    on = past.referred.on if past.referred and mistaken else workspace.today
    workspace.person(ref).append(Referred(at=workspace.now(), on=on))


class Preparing:
    """One participant, what is known of him, and the plan in the `making` for today."""

    def __init__(self, workspace: Workspace, ref: str) -> None:
        self._person = workspace.person(ref)
        self.reference = ref
        self._workspace = workspace
        self.history = History.of(self._person.entries())
        self.making = PlanMaking(workspace, self.history)
        self.brief: Brief = brief(self.history, workspace.pack, workspace.today)
        self.because = ""
        if kept := ahead(self.history):
            opened = plan_keeping.opened(kept, workspace.pack, self.history.preferences)
            self.making.open(opened)

    def take_up(self) -> None:
        """The work that had ended goes on, with this plan."""
        take_up(self._workspace, self.reference)
        self.history = History.of(self._person.entries())

    def keep(self) -> None:
        """Keep the plan as it stands for next time; another one takes its place."""
        self._person.append(plan_keeping.keeping(self.making.plan, self._workspace.now()))

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
        if not any(not item.skipped for item in self.making.plan.items):
            raise SrtError("Everything in the plan is skipped.", "Take one thing back in first.")
        pack, now = self._workspace.pack, self._workspace.now()
        number = self.history.next_number
        step = self.history.open_step()
        draft = Draft(
            reference=self.reference,
            session=number,
            opened=now,
            plan=self.making.plan,
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
                format=self.making.plan.format,
                minutes=self.making.plan.minutes,
                items=self.making.plan.exercises,
                template=self.making.plan.template,
                reason=self._reason(),
            ),
            *(() if resume else plan_keeping.left_out(self.making.plan, pack, now, number)),
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
            self.making.plan = draft.plan
            live = self.start(draft.resume)
            live.draft = replace(live.draft, typed=draft.typed)
            live.follow()
            return live
        return self._live(draft)

    def start_afresh(self) -> None:
        """Close what was cut off as it stands; what was typed and not kept is gone."""
        if self.unfinished:
            live = self.go_on()
            live.draft = replace(live.draft, typed={})
            close(live)
        self._person.drop_draft()

    def _reason(self) -> str:
        early = f"early, because {self.because}" if self.because and self.making.early else ""
        return " · ".join(part for part in (self.making.plan.reason, early) if part)

    def _live(self, draft: Draft) -> LiveSession:
        live = LiveSession(
            self._person, self._workspace.pack, self.history.preferences, draft, self._workspace.now
        )
        live.go(live.at)
        return live

    def _told_limits(self) -> bool:
        """Whether a meeting was held to its end, or the limits were said in one that was not."""
        whole = any(not session.cut for session in self.history.held)
        return whole or bool(self.history.all(LimitsSaid))

    def _check_due(self, number: int) -> bool:
        """Every session or every third, as he chose (brief D, rule 6)."""
        return (number - 1) % self.history.preferences.check_every == 0
