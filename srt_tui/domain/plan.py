"""The plan made for one participant today: eight stages, with exercises in the middle three.

Times follow brief C.1 and what to let go of when time is short follows C.3: the exercises go
one by one from the end, never the arrival, the skill or the close.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from srt_tui.domain.content import LENGTHS, Exercise, Frozen, Length
from srt_tui.domain.entry import SkipReason
from srt_tui.domain.pack import Pack, Template
from srt_tui.domain.participant import Format
from srt_tui.domain.structure import STAGE_IDS, StageId, Way

PER_EXERCISE: tuple[StageId, ...] = ("watch", "talk", "practise")


class Item(Frozen, frozen=True, kw_only=True):
    """One line of the plan. `minutes` is a guide, shown quietly, never as an alarm."""

    stage: StageId
    minutes: int
    exercise: str | None = None
    clip: str | None = None
    title: str = ""
    skipped: bool = False
    reason: SkipReason | None = None


class Plan(Frozen, frozen=True, kw_only=True):
    """What is meant to happen today; what really happens is in the entries."""

    items: tuple[Item, ...]
    minutes: Length
    format: Format = "room"
    reads: bool = False
    template: str | None = None
    reason: str = ""
    dropped: tuple[str, ...] = ()

    @property
    def planned(self) -> int:
        """Minutes of everything that is not skipped."""
        return sum(item.minutes for item in self.items if not item.skipped)

    @property
    def exercises(self) -> tuple[str, ...]:
        """Exercises of the plan in order, without those wholly skipped."""
        kept = [item.exercise for item in self.items if item.exercise and not item.skipped]
        return tuple(dict.fromkeys(kept))

    @property
    def way(self) -> Way:
        """Which set of stage prompts fits: by phone or video, without a player, in the room."""
        if self.format != "room":
            return "phone"
        return "no-player" if self.reads else "room"


def make(
    pack: Pack,
    exercises: Sequence[str],
    *,
    minutes: Length = 30,
    format: Format = "room",
    clips: Sequence[str] = (),
    template: Template | None = None,
    reason: str = "",
    leave_out: Iterable[str] = (),
) -> Plan:
    """A plan for these exercises, fitted to `minutes`; says what it left out and why.

    An exercise with a sensitivity on the leave-out list is dropped. `clips` are shown on their
    own before the exercises, as `clip-welcome` is in a first meeting.
    """
    unwanted = set(leave_out)
    kept, dropped = [], []
    for id in exercises:
        touches = unwanted.intersection(pack.exercises[id].sensitivities)
        if touches:
            dropped.append(
                f"{pack.exercises[id].title}: to leave out ({', '.join(sorted(touches))})"
            )
        else:
            kept.append(id)
    plan = Plan(
        items=_items(pack, kept, clips, minutes, template),
        minutes=minutes,
        format=format,
        template=template.id if template else None,
        reason=reason,
        dropped=tuple(dropped),
    )
    return fit(pack, plan, minutes)


def _items(
    pack: Pack,
    exercises: Sequence[str],
    clips: Sequence[str],
    minutes: int,
    template: Template | None,
) -> tuple[Item, ...]:
    own = template.stage_minutes if template and minutes in template.lengths else {}
    items: list[Item] = []
    for id in STAGE_IDS:
        stage = pack.stage(id)
        time = own.get(id, stage.minutes[minutes])
        if id not in PER_EXERCISE:
            items.append(Item(stage=id, minutes=time, title=stage.title))
        elif id == "watch":
            items += [
                Item(stage="watch", clip=clip, minutes=time, title=pack.clips[clip].title)
                for clip in clips
            ]
            for exercise in exercises:
                items += _exercise(pack, pack.exercises[exercise], minutes)
    return tuple(items)


def _exercise(pack: Pack, exercise: Exercise, minutes: int) -> list[Item]:
    return [
        Item(
            stage=stage,
            exercise=exercise.id,
            clip=exercise.clip if stage == "watch" else None,
            minutes=pack.stage(stage).minutes[minutes],
            title=exercise.title,
        )
        for stage in PER_EXERCISE
    ]


def fit(pack: Pack, plan: Plan, minutes: Length) -> Plan:
    """The same plan in `minutes`: stage times of that length, then exercises dropped from the end.

    At least one exercise stays: one skill tried once is what to keep (brief C.1).
    """
    items = tuple(
        item
        if plan.minutes == minutes
        else replace(item, minutes=pack.stage(item.stage).minutes[minutes])
        for item in plan.items
    )
    fitted = replace(plan, items=items, minutes=minutes)
    while fitted.planned > minutes and len(fitted.exercises) > 1:
        last = fitted.exercises[-1]
        fitted = replace(
            fitted,
            items=tuple(item for item in fitted.items if item.exercise != last),
            dropped=(
                *fitted.dropped,
                f"{pack.exercises[last].title}: no room in {minutes} minutes",
            ),
        )
    return fitted


def longer(minutes: Length) -> Length:
    """The next session length up, or the longest."""
    return LENGTHS[min(LENGTHS.index(minutes) + 1, len(LENGTHS) - 1)]


def shorter(minutes: Length) -> Length:
    """The next session length down, or the shortest."""
    return LENGTHS[max(LENGTHS.index(minutes) - 1, 0)]


def skip(plan: Plan, index: int, reason: SkipReason | None) -> Plan:
    """The plan with one item skipped, or taken back in if it was skipped already."""
    item = plan.items[index]
    changed = replace(item, skipped=not item.skipped, reason=None if item.skipped else reason)
    return replace(plan, items=(*plan.items[:index], changed, *plan.items[index + 1 :]))


def move(plan: Plan, index: int, by: int) -> Plan:
    """The plan with one item moved; nothing happens at either end."""
    to = index + by
    if not 0 <= to < len(plan.items):
        return plan
    items = list(plan.items)
    items.insert(to, items.pop(index))
    return replace(plan, items=tuple(items))


def add(pack: Pack, plan: Plan, exercise: str) -> Plan:
    """The plan with an exercise added after the last one, before choosing the next step."""
    if exercise in plan.exercises:
        return plan
    inside = [i for i, item in enumerate(plan.items) if item.stage in (*PER_EXERCISE, "review")]
    place = inside[-1] + 1 if inside else 0
    added = _exercise(pack, pack.exercises[exercise], plan.minutes)
    return replace(plan, items=(*plan.items[:place], *added, *plan.items[place:]))
