import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from srt_tui.domain.advice import early, exchange, instead, stand_ins
from srt_tui.domain.pack import Pack, Swap
from srt_tui.domain.participant import Preferences
from srt_tui.domain.plan import Item, Plan
from srt_tui.domain.structure import STAGE_IDS, Stage
from srt_tui.domain.suggestion import View


def view_of(
    make: Any, pack: Pack, *done: str, fits: dict[str, Any] | None = None, **prefers: Any
) -> View:
    said = [make.kinds.Fit(at=make.START, clip=clip, fit=fit) for clip, fit in (fits or {}).items()]
    meetings = [[make.visited(id), *said] for id in done]
    entries = make.course(*meetings, prefers=Preferences(**prefers))
    return View(
        history=make.History.of(entries),
        pack=pack,
        today=dt.date(2026, 11, 23),
        number=None,
        energy=None,
    )


def plan_of(*exercises: str) -> Plan:
    stages: tuple[Any, ...] = ("watch", "talk")
    items = [Item(stage=stage, minutes=5, exercise=id) for id in exercises for stage in stages]
    return Plan(items=(Item(stage="arrive", minutes=4), *items), minutes=30)


@pytest.fixture(scope="module")
def staged(pack: Pack) -> Pack:
    """A pack whose stages have minutes, so that exercises can be added to a plan."""
    stages = tuple(
        Stage(
            id=id,
            title=id,
            minutes=dict.fromkeys((20, 30, 45, 60), 5),
            room=(),
            phone=(),
            no_player=(),
        )
        for id in STAGE_IDS
    )
    return replace(pack, stages=stages)


def test_a_module_is_early_while_the_foundation_is_open(make: Any, pack: Pack) -> None:
    found = early(plan_of("f03", "t01", "e02"), view_of(make, pack, "f01", "f02"))
    assert found is not None
    assert [module.id for module in found.modules] == ["thinking", "emotions"]
    assert found.left == ("f03", "f04", "f05", "f06", "f07", "f08")


def test_a_plan_of_the_foundation_is_never_early(make: Any, pack: Pack) -> None:
    assert early(plan_of("f05"), view_of(make, pack)) is None


def test_nothing_is_early_once_the_foundation_is_done_or_left_out(make: Any, pack: Pack) -> None:
    assert early(plan_of("t01"), view_of(make, pack, *pack.foundation)) is None
    rest = pack.foundation[1:]
    assert early(plan_of("t01"), view_of(make, pack, "f01", leave_out=rest)) is None


def test_a_module_that_was_begun_goes_on(make: Any, pack: Pack) -> None:
    assert early(plan_of("t02"), view_of(make, pack, "t01")) is None


def test_a_skipped_exercise_is_not_early(make: Any, pack: Pack) -> None:
    skipped = Item(stage="watch", minutes=5, exercise="t01", skipped=True)
    plan = Plan(items=(skipped,), minutes=30)
    assert early(plan, view_of(make, pack)) is None


def test_the_swap_list_is_read_both_ways_without_what_he_leaves_out(make: Any, pack: Pack) -> None:
    view = view_of(make, pack)
    assert (stand_ins("f04", view), stand_ins("e02", view)) == (("e02",), ("f04",))
    assert stand_ins("f01", view) == ()
    assert stand_ins("f04", view_of(make, pack, leave_out=("e02",))) == ()


def test_an_exchange_skips_the_whole_exercise_with_its_reason(staged: Pack) -> None:
    plan = exchange(staged, plan_of("f04"), "f04", "e02", "does-not-fit")
    assert plan.exercises == ("e02",)
    assert [item.reason for item in plan.items if item.exercise == "f04"] == ["does-not-fit"] * 2
    again = exchange(staged, plan, "f04", "e02", "too-hard")
    assert again == plan


def test_an_exchange_takes_the_place_of_the_exercise(staged: Pack) -> None:
    plan = exchange(staged, plan_of("f04", "f05"), "f04", "e02", None)
    assert plan.exercises == ("e02", "f05")


def test_instead_names_the_same_skill_first_then_what_the_swap_list_has(
    make: Any, pack: Pack
) -> None:
    usual = Swap(when="Wants little", text="", use=("f01", "f04", "e02", "t01"))
    listed = replace(pack, swaps=(*pack.swaps, usual))
    assert instead("f04", view_of(make, listed)) == ("e02", "f01", "t01")
    assert instead("e04", view_of(make, listed)) == ("e02", "f01", "f04")
    assert instead("e04", view_of(make, listed, leave_out=("f01",))) == ("e02", "f04", "t01")
    assert instead("f01", view_of(make, pack)) == ()


def test_what_he_is_ready_for_then_somebody_who_fitted_him_comes_first(
    make: Any, pack: Pack
) -> None:
    usual = Swap(when="Wants little", text="", use=("f01", "f04", "e02", "t01"))
    view = view_of(make, replace(pack, swaps=(usual,)), "t01", fits={"clip-t01": "fits-me"})
    assert instead("r01", view) == ("f01", "e02", "t01")
