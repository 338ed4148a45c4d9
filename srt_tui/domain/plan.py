"""The plan made for one participant today: eight stages, with exercises in the middle three.

Times follow brief C.1 and what to let go of when time is short follows C.3: the exercises go
one by one from the end, never the arrival, the skill or the close.
"""

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from srt_tui.domain.content import LENGTHS, Exercise, Frozen, Length
from srt_tui.domain.entry import SkipReason
from srt_tui.domain.pack import Pack, Template, Visit
from srt_tui.domain.participant import Format
from srt_tui.domain.structure import STAGE_IDS, StageId, Way

PER_EXERCISE: tuple[StageId, ...] = ("watch", "talk", "practise")


class Item(Frozen, frozen=True, kw_only=True):
    """One line of the plan. `minutes` is a guide, shown quietly, never as an alarm.

    `because` is why it is skipped in the practitioner's words, where no `reason` has a name for it.
    """

    stage: StageId
    minutes: int
    exercise: str | None = None
    clip: str | None = None
    title: str = ""
    skipped: bool = False
    reason: SkipReason | None = None
    because: str = ""


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
    def reads_aloud(self) -> bool:
        """Whether stories are read aloud, not played: by phone, or without a player."""
        return self.way in ("phone", "no-player")

    @property
    def way(self) -> Way:
        """Which set of stage prompts fits: by phone or video, without a player, in the room."""
        if self.format == "room" and self.reads:
            return "no-player"
        return self.format


def make(
    pack: Pack,
    exercises: Sequence[str],
    *,
    minutes: Length = 30,
    format: Format = "room",
    reason: str = "",
    leave_out: Iterable[str] = (),
) -> Plan:
    """A plan for these exercises, fitted to `minutes`; says what it left out and why.

    An exercise with a sensitivity on the leave-out list is dropped.
    """
    kept, dropped = _wanted(pack, exercises, leave_out)
    items: list[Item] = []
    for id in STAGE_IDS:
        if id not in PER_EXERCISE:
            items.append(_stage(pack, id, minutes))
        elif id == "watch":
            for exercise in kept:
                items += _exercise(pack, pack.exercises[exercise], minutes)
    plan = Plan(
        items=tuple(items), minutes=minutes, format=format, reason=reason, dropped=tuple(dropped)
    )
    return fit(pack, plan, minutes)


def from_template(
    pack: Pack,
    template: Template,
    visit: Visit,
    *,
    exercise: str | None = None,
    minutes: Length = 30,
    format: Format = "room",
    reason: str = "",
    leave_out: Iterable[str] = (),
) -> Plan:
    """The plan of one meeting of a template, in the length of the template nearest to `minutes`.

    A meeting that names stages is taken in its own order and times. Where it names no exercise,
    its middle stages are for `exercise`, or for the first that the template offers.
    """
    lengths = [length for length in LENGTHS if length in template.lengths] or [minutes]
    length = min(lengths, key=lambda each: abs(each - minutes))
    named = [item for item in visit.items if item in pack.exercises]
    offered = named or [exercise or "", *template.choose_from]
    kept, dropped = _wanted(pack, [id for id in offered if id in pack.exercises], leave_out)
    if not any(item in STAGE_IDS for item in visit.items):
        plan = make(pack, kept, minutes=length, format=format, reason=reason)
    else:
        chosen = None if named or not kept else pack.exercises[kept[0]]
        own = template.stage_minutes
        items = [
            item
            for id in visit.items
            if id not in named or id in kept
            for item in _named(pack, id, chosen, length, own.get(id))
        ]
        plan = Plan(items=tuple(items), minutes=length, format=format, reason=reason)
    left = tuple(dropped) if named else ()
    return replace(plan, template=template.id, dropped=(*left, *plan.dropped))


def _wanted(
    pack: Pack, exercises: Sequence[str], leave_out: Iterable[str]
) -> tuple[list[str], list[str]]:
    """The exercises that touch nothing he leaves out, and a line for each that does."""
    unwanted = set(leave_out)
    kept, dropped = [], []
    for id in exercises:
        exercise = pack.exercises[id]
        if touches := unwanted.intersection((id, *exercise.sensitivities)):
            dropped.append(f"{exercise.title}: to leave out ({', '.join(sorted(touches))})")
        else:
            kept.append(id)
    return kept, dropped


def _named(
    pack: Pack, id: str, chosen: Exercise | None, length: int, own: int | None
) -> list[Item]:
    """What a template's line stands for: a stage, a clip on its own, or a whole exercise."""
    if id in pack.exercises:
        return _exercise(pack, pack.exercises[id], length, own)
    if id in pack.clips:
        time = own or pack.stage("watch").minutes[length]
        return [Item(stage="watch", clip=id, minutes=time, title=pack.clips[id].title)]
    return [
        _stage(pack, stage, length, own, chosen if stage in PER_EXERCISE else None)
        for stage in STAGE_IDS
        if stage == id
    ]


def _stage(
    pack: Pack,
    id: StageId,
    length: int,
    own: int | None = None,
    exercise: Exercise | None = None,
) -> Item:
    stage = pack.stage(id)
    return Item(
        stage=id,
        minutes=own or stage.minutes[length],
        title=exercise.title if exercise else stage.title,
        exercise=exercise.id if exercise else None,
        clip=exercise.clip if exercise and id == "watch" else None,
    )


def _exercise(
    pack: Pack, exercise: Exercise, minutes: int, together: int | None = None
) -> list[Item]:
    """The three items of an exercise; `together` minutes are shared out as C.1 does."""
    usual = [pack.stage(stage).minutes[minutes] for stage in PER_EXERCISE]
    shares = usual if together is None else [round(together * m / sum(usual)) for m in usual]
    if together is not None:
        shares[1] += together - sum(shares)
    return [
        Item(
            stage=stage,
            exercise=exercise.id,
            clip=exercise.clip if stage == "watch" else None,
            minutes=share,
            title=exercise.title,
        )
        for stage, share in zip(PER_EXERCISE, shares, strict=True)
    ]


def fit(pack: Pack, plan: Plan, minutes: Length, keep: Collection[str] = ()) -> Plan:
    """The same plan in `minutes`: stage times of that length, then exercises dropped from the end.

    Those to `keep`, which were wanted expressly, go only when no other is left. At least
    one exercise stays: one skill tried once is what to keep (brief C.1).
    """
    items = tuple(
        item
        if plan.minutes == minutes
        else replace(item, minutes=pack.stage(item.stage).minutes[minutes])
        for item in plan.items
    )
    fitted = replace(plan, items=items, minutes=minutes)
    while fitted.planned > minutes and len(fitted.exercises) > 1:
        others = [id for id in fitted.exercises if id not in keep]
        last = (others or fitted.exercises)[-1]
        fitted = replace(
            fitted,
            items=tuple(item for item in fitted.items if item.exercise != last),
            dropped=(
                *fitted.dropped,
                f"{pack.exercises[last].title}: no room in {minutes} minutes",
            ),
        )
    return fitted


def looking_back(pack: Pack, plan: Plan, *, step_open: bool) -> Plan:
    """The plan with the look back at the step where one is open, and without it where none is.

    A template that has none, or says of it something that needs no step, is left as it is.
    """
    template = pack.templates.get(plan.template or "")
    words = template.own_words.get("review", "") if template else ""
    timed = template.stage_minutes if template else {}
    here = any(item.stage == "review" for item in plan.items)
    if not step_open and (not words or "step" in words):
        return replace(plan, items=tuple(i for i in plan.items if i.stage != "review"))
    if step_open and not here and (not timed or "review" in timed):
        place = next((n for n, i in enumerate(plan.items, start=1) if i.stage == "arrive"), 0)
        looks = _stage(pack, "review", plan.minutes, timed.get("review"))
        return replace(plan, items=(*plan.items[:place], looks, *plan.items[place:]))
    return plan


def longer(minutes: Length) -> Length:
    """The next session length up, or the longest."""
    return LENGTHS[min(LENGTHS.index(minutes) + 1, len(LENGTHS) - 1)]


def shorter(minutes: Length) -> Length:
    """The next session length down, or the shortest."""
    return LENGTHS[max(LENGTHS.index(minutes) - 1, 0)]


def skip(plan: Plan, index: int, reason: SkipReason | None, because: str = "") -> Plan:
    """The plan with one item skipped, or taken back in if it was skipped already."""
    item = plan.items[index]
    changed = (
        replace(item, skipped=False, reason=None, because="")
        if item.skipped
        else replace(item, skipped=True, reason=reason, because=because)
    )
    return replace(plan, items=(*plan.items[:index], changed, *plan.items[index + 1 :]))


def move(plan: Plan, index: int, by: int) -> Plan:
    """The plan with one item moved; nothing happens at either end."""
    to = index + by
    if not 0 <= to < len(plan.items):
        return plan
    items = list(plan.items)
    items.insert(to, items.pop(index))
    return replace(plan, items=tuple(items))


def add(pack: Pack, plan: Plan, exercise: str, place: int | None = None) -> Plan:
    """The plan with an exercise added at `place`, or after the last one, before the next step."""
    if exercise in plan.exercises:
        return plan
    if place is None:
        inside = [i for i, item in enumerate(plan.items) if item.stage in (*PER_EXERCISE, "review")]
        place = inside[-1] + 1 if inside else 0
    added = _exercise(pack, pack.exercises[exercise], plan.minutes)
    return replace(plan, items=(*plan.items[:place], *added, *plan.items[place:]))
