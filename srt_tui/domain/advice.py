"""What the pack advises on a plan, never a lock: the foundation first, and a swap for a misfit."""

from collections.abc import Iterable

from msgspec.structs import replace

from srt_tui.domain import plan as planning
from srt_tui.domain.content import Frozen
from srt_tui.domain.entry import SkipReason
from srt_tui.domain.pack import Module, Pack
from srt_tui.domain.plan import Plan
from srt_tui.domain.suggestion import View


class Early(Frozen, frozen=True, kw_only=True):
    """Modules that a plan starts while exercises of the foundation (`left`) are still open."""

    modules: tuple[Module, ...]
    left: tuple[str, ...]


def early(plan: Plan, view: View) -> Early | None:
    """What of a plan starts before the foundation is done; None where nothing does.

    What he leaves out is not waited for, and a module begun before simply goes on.
    """
    left = tuple(exercise.id for exercise in view.foundation)
    modules = tuple(
        module
        for module in view.pack.modules
        if not module.first
        and not set(module.exercises).isdisjoint(plan.exercises)
        and not any(view.history.visits_to(id) for id in module.exercises)
    )
    return Early(modules=modules, left=left) if left and modules else None


def stand_ins(exercise: str, view: View) -> tuple[str, ...]:
    """The same skill in another story: what the swap list pairs with it and he does not leave out.

    In the order of the swap list; () where it has nothing.
    """
    pairs = [pair for swap in view.pack.swaps for pair in swap.pairs if exercise in pair]
    others = dict.fromkeys(id for pair in pairs for id in pair if id != exercise)
    return tuple(id for id in others if view.allows(id))


def instead(exercise: str, view: View, most: int = 3) -> tuple[str, ...]:
    """What may be done in the place of an exercise that does not go today, `most` at most.

    From the swap list: the same skill first, then what stands in for it, then what it lists for
    any day; among these, what he is ready for, and stories with somebody who fitted him.
    """
    swaps = view.pack.swaps
    ways = (
        stand_ins(exercise, view),
        [id for swap in swaps if exercise in swap.leave_out for id in swap.use],
        [id for swap in swaps if not swap.leave_out for id in swap.use],
    )
    found = [id for way in ways for id in _suiting(way, view) if id != exercise]
    return tuple(dict.fromkeys(found))[:most]


def _suiting(ids: Iterable[str], view: View) -> list[str]:
    allowed = [view.pack.exercises[id] for id in ids if view.allows(id)]
    suits = sorted(allowed, key=lambda e: (not view.ready(e), -view.liking.get(e.lead, 0)))
    return [each.id for each in suits]


def exchange(pack: Pack, plan: Plan, exercise: str, other: str, reason: SkipReason | None) -> Plan:
    """The plan with the whole of an exercise skipped for this reason, and another in its place."""
    items = tuple(
        replace(item, skipped=True, reason=reason)
        if item.exercise == exercise and not item.skipped
        else item
        for item in plan.items
    )
    places = [place for place, item in enumerate(items, start=1) if item.exercise == exercise]
    return planning.add(pack, replace(plan, items=items), other, place=max(places, default=None))
