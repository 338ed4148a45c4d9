"""The plan that is kept at the end of one time for the next, and what it becomes then."""

import datetime as dt
from typing import Literal, TypeAlias, cast, get_args

from srt_tui.domain.content import LENGTHS
from srt_tui.domain.entry import Planned, Skipped, SkipReason, Words
from srt_tui.domain.kept_plan import PlanAhead, PlanLine
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.domain.plan import Item, Plan
from srt_tui.domain.structure import STAGE_IDS
from srt_tui.domain.wording import why_left_out

_Part: TypeAlias = Literal["exercise", "clip", "stage"]
KEPT = "Planned at the end of last time."
UNSAID = "unsaid"
"""Skipped, and nobody kept why."""


def keeping(plan: Plan, at: dt.datetime) -> Planned:
    """What is kept of a plan."""
    return Planned(at=at, plan=ahead(plan))


def left_out(plan: Plan, pack: Pack, at: dt.datetime, session: int) -> tuple[Skipped | Words, ...]:
    """What of a plan was left out beforehand and why, as its session keeps it.

    An exercise that is left out whole is kept once; what has no reason is not kept. A reason in
    the practitioner's own words is kept as words of hers.
    """
    skipped: dict[tuple[str, str], Skipped] = {}
    words: dict[str, Words] = {}
    for item in plan.items:
        if not item.skipped or item.reason is None:
            continue
        what, id, title = _part(item, plan, pack)
        skipped[what, id] = Skipped(
            at=at, session=session, what=what, id=id, title=title, reason=item.reason
        )
        if item.because:
            asked = why_left_out(title)
            words[item.because] = Words(
                at=at, session=session, voice="mine", text=item.because, prompt=asked
            )
    return (*skipped.values(), *words.values())


def _part(item: Item, plan: Plan, pack: Pack) -> tuple[_Part, str, str]:
    """What a line of the plan is of, by its kind, id and title."""
    if item.exercise and item.exercise not in plan.exercises:
        return "exercise", item.exercise, pack.exercises[item.exercise].title
    if item.clip:
        return "clip", item.clip, pack.clips[item.clip].title
    return "stage", item.stage, item.title


def ahead(plan: Plan, *, reasons: bool = True) -> PlanAhead:
    """The lines of a plan; without `reasons` it is not kept why a line is skipped."""
    lines = tuple(
        PlanLine(
            stage=item.stage,
            minutes=item.minutes,
            exercise=item.exercise,
            clip=item.clip,
            skipped=_why(item, reasons=reasons) if item.skipped else None,
        )
        for item in plan.items
    )
    return PlanAhead(lines=lines, minutes=plan.minutes, template=plan.template)


def _why(item: Item, *, reasons: bool) -> str:
    return (item.reason or "other") if reasons else UNSAID


def opened(kept: PlanAhead, pack: Pack, preferences: Preferences) -> Plan:
    """The kept plan as it can be done now: what he has come to leave out is dropped and said."""
    unwanted = set(preferences.leave_out)
    items: list[Item] = []
    dropped: dict[str, None] = {}
    for line in kept.lines:
        found = _found(line, pack)
        if found is None:
            dropped[f"{line.exercise or line.clip or line.stage}: not in this pack"] = None
        elif touches := unwanted.intersection(_touched(line, pack)):
            dropped[f"{found.title}: to leave out ({', '.join(sorted(touches))})"] = None
        else:
            items.append(found)
    length = min(LENGTHS, key=lambda each: abs(each - kept.minutes))
    return Plan(
        items=tuple(items),
        minutes=length,
        format=preferences.format,
        template=kept.template if kept.template in pack.templates else None,
        reason=KEPT,
        dropped=tuple(dropped),
    )


def _found(line: PlanLine, pack: Pack) -> Item | None:
    """The line as the pack has it today; None where it does not."""
    titles = {stage.id: stage.title for stage in pack.stages}
    exercise = pack.exercises.get(line.exercise or "")
    clip = pack.clips.get(line.clip or "")
    missing = (line.exercise and not exercise) or (line.clip and not clip)
    if missing or line.stage not in STAGE_IDS:
        return None
    named = exercise or clip
    return Item(
        stage=line.stage,
        minutes=line.minutes,
        exercise=line.exercise,
        clip=line.clip,
        title=named.title if named else titles.get(line.stage, line.stage),
        skipped=line.skipped is not None,
        reason=cast("SkipReason", line.skipped) if line.skipped in get_args(SkipReason) else None,
    )


def _touched(line: PlanLine, pack: Pack) -> set[str]:
    exercise = pack.exercises.get(line.exercise or "")
    named = {name for name in (line.exercise, line.clip) if name}
    return named.union(exercise.sensitivities) if exercise else named
