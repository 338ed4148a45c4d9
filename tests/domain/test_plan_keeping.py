"""The plan for next time: what is kept of it, and what it is when it opens."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from srt_tui.domain import plan as planning
from srt_tui.domain import plan_keeping
from srt_tui.domain.caseload import ahead, summarise
from srt_tui.domain.entry import Skipped, Words
from srt_tui.domain.kept_plan import PlanAhead, PlanLine
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.library import load

ROOT = Path(__file__).parents[2]
AT = dt.datetime(2026, 11, 23, 15, 10, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(ROOT / "content" / "steady-ground", ROOT / "sessions").pack


def test_a_plan_opens_as_it_was_kept(pack: Pack) -> None:
    plan = planning.make(pack, ("f02",), minutes=60)
    plan = planning.skip(planning.move(plan, 0, 1), 3, "no-time")
    plan = planning.skip(plan, 4, None)
    kept = plan_keeping.keeping(replace(plan, template="plan-first"), AT).plan
    again = plan_keeping.opened(kept, pack, Preferences(format="phone"))
    assert [(i.stage, i.exercise, i.minutes, i.title) for i in again.items] == [
        (i.stage, i.exercise, i.minutes, i.title) for i in plan.items
    ]
    assert [(i.skipped, i.reason) for i in again.items[3:5]] == [(True, "no-time"), (True, "other")]
    assert (again.minutes, again.format, again.template) == (60, "phone", "plan-first")
    assert again.reason == plan_keeping.KEPT


def test_what_he_has_come_to_leave_out_since_is_dropped_and_said(pack: Pack) -> None:
    kept = plan_keeping.keeping(planning.add(pack, planning.make(pack, ("f05",)), "f04"), AT).plan
    now = plan_keeping.opened(kept, pack, Preferences(leave_out=("physical-violence",)))
    assert now.exercises == ("f04",)
    assert now.dropped == ("Stepping away safely: to leave out (physical-violence)",)
    clip = PlanAhead(lines=(PlanLine(stage="watch", minutes=3, clip="clip-f04"),), minutes=20)
    assert plan_keeping.opened(clip, pack, Preferences(leave_out=("clip-f04",))).items == ()
    assert plan_keeping.opened(clip, pack, Preferences()).items[0].clip == "clip-f04"


def test_what_the_pack_has_no_longer_is_dropped_and_said(pack: Pack) -> None:
    lines = (
        PlanLine(stage="talk", minutes=8, exercise="zz9"),
        PlanLine(stage="watch", minutes=8, clip="clip-gone"),
        PlanLine(stage="sing", minutes=8),
        PlanLine(stage="close", minutes=1, skipped="who-knows"),
    )
    now = plan_keeping.opened(
        PlanAhead(lines=lines, minutes=29, template="plan-gone"), pack, Preferences()
    )
    assert [(item.stage, item.reason) for item in now.items] == [("close", None)]
    assert now.dropped == tuple(f"{id}: not in this pack" for id in ("zz9", "clip-gone", "sing"))
    assert (now.minutes, now.template) == (30, None)


def test_it_waits_until_a_session_begins_or_another_is_kept(make: Any, pack: Pack) -> None:
    first = plan_keeping.keeping(planning.make(pack, ("f02",)), AT)
    other = plan_keeping.keeping(planning.make(pack, ("f03",)), AT)
    opened = make.opened()
    for entries, waits in (
        ((), None),
        ((opened,), None),
        ((opened, first), first.plan),
        ((opened, first, other), other.plan),
        ((first, opened), None),
    ):
        placed = tuple(replace(entry, seq=n) for n, entry in enumerate(entries, 1))
        assert ahead(make.History.of(placed)) == waits


def test_the_caseload_says_that_it_is_ready_and_what_it_begins_with(make: Any, pack: Pack) -> None:
    kept = plan_keeping.keeping(planning.make(pack, ("f03",)), AT)
    entries = (*make.history((make.visited("f01"),)).entries, replace(kept, seq=99))
    case = summarise("JD-07", entries, pack.foundation, pack.order)
    assert (case.planned, case.next) == (True, "f03")
    assert not summarise("JD-07", entries[:-1], pack.foundation, pack.order).planned


def test_what_was_left_out_beforehand_is_kept_with_its_reason(pack: Pack) -> None:
    plan = planning.add(pack, planning.make(pack, ("f02",), minutes=60), "f04")
    for place, item in enumerate(plan.items):
        if item.exercise == "f04":
            plan = planning.skip(plan, place, "refused")
        elif item.stage in ("watch", "talk", "close"):
            plan = planning.skip(plan, place, "no-time" if item.stage != "close" else None)
    kept = plan_keeping.left_out(plan, pack, AT, 7)
    skips = [each for each in kept if isinstance(each, Skipped)]
    assert [(each.what, each.id, each.title, each.reason) for each in skips] == [
        ("clip", "clip-f02", "The whole picture", "no-time"),
        ("stage", "talk", "The whole picture", "no-time"),
        ("exercise", "f04", "Early signs", "refused"),
    ]
    assert len(skips) == len(kept)
    assert {each.session for each in kept} == {7}


def test_another_reason_is_kept_in_the_practitioners_words(pack: Pack) -> None:
    plan = planning.make(pack, ("f02",), minutes=60)
    for place, item in enumerate(plan.items):
        if item.exercise:
            plan = planning.skip(plan, place, "other", "His brother died.")
    skipped, why = plan_keeping.left_out(plan, pack, AT, 7)
    assert isinstance(skipped, Skipped)
    assert isinstance(why, Words)
    assert (skipped.what, skipped.reason) == ("exercise", "other")
    assert (why.voice, why.text, why.exercise) == ("mine", "His brother died.", None)
    assert why.prompt == "why “The whole picture” was left out"
    back = planning.skip(plan, next(n for n, i in enumerate(plan.items) if i.skipped), None)
    assert [item.because for item in back.items if not item.skipped] == [""] * (
        len(plan.items) - sum(item.skipped for item in back.items)
    )
