from pathlib import Path

import pytest

from srt_tui.domain import plan as planning
from srt_tui.domain.content import LENGTHS, Length
from srt_tui.domain.pack import Pack
from srt_tui.library import load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(ROOT / "content" / "steady-ground", ROOT / "sessions").pack


@pytest.mark.parametrize("minutes", LENGTHS)
def test_one_exercise_fills_the_session_exactly(pack: Pack, minutes: Length) -> None:
    plan = planning.make(pack, ("f05",), minutes=minutes)
    assert plan.planned == minutes
    assert [item.stage for item in plan.items] == [stage.id for stage in pack.stages]


def test_a_plan_says_what_it_left_out_because_he_leaves_it_out(pack: Pack) -> None:
    plan = planning.make(pack, ("e04", "f04"), minutes=60, leave_out=("alcohol",))
    assert plan.exercises == ("f04",)
    assert plan.dropped == ("The short fuse: to leave out (alcohol)",)


def test_cutting_a_plan_drops_exercises_from_the_end_and_says_so(pack: Pack) -> None:
    long = planning.add(pack, planning.make(pack, ("f03",), minutes=60), "f04")
    short = planning.fit(pack, long, 20)
    assert short.exercises == ("f03",)
    assert short.planned == 20
    assert short.dropped == ("Early signs: no room in 20 minutes",)


def test_what_was_wanted_expressly_goes_only_when_no_other_is_left(pack: Pack) -> None:
    long = planning.add(pack, planning.make(pack, ("f03",)), "f04")
    assert planning.fit(pack, long, 30, ("f04",)).exercises == ("f04",)
    assert planning.fit(pack, long, 30, ("f03", "f04")).exercises == ("f03",)


def test_the_last_exercise_stays_however_short_the_time(pack: Pack) -> None:
    plan = planning.make(pack, ("f03", "f04", "f05"), minutes=20)
    assert plan.exercises == ("f03",)
    assert len(plan.dropped) == 2


def test_fitting_to_the_same_length_keeps_the_times_of_a_template(pack: Pack) -> None:
    first = pack.templates["plan-first"]
    plan = planning.from_template(pack, first, first.visits[0], minutes=45)
    assert planning.fit(pack, plan, 45).items == plan.items


def test_skipping_takes_an_item_out_of_the_time_and_back_in(pack: Pack) -> None:
    plan = planning.make(pack, ("f05",))
    without = planning.skip(plan, 1, "no-time")
    assert (without.planned, without.items[1].reason) == (27, "no-time")
    assert planning.skip(without, 1, None) == plan


def test_moving_stops_at_both_ends(pack: Pack) -> None:
    plan = planning.make(pack, ("f05",))
    assert planning.move(plan, 0, -1) == plan
    assert planning.move(plan, len(plan.items) - 1, 1) == plan
    assert [i.stage for i in planning.move(plan, 1, -1).items][:2] == ["review", "arrive"]


def test_an_added_exercise_stands_before_the_next_step_and_only_once(pack: Pack) -> None:
    plan = planning.add(pack, planning.make(pack, ("f05",)), "f04")
    assert [item.exercise for item in plan.items[2:8]] == ["f05"] * 3 + ["f04"] * 3
    assert planning.add(pack, plan, "f04") == plan


def test_an_exercise_can_be_added_to_a_plan_with_nothing_before_it(pack: Pack) -> None:
    empty = planning.Plan(items=(), minutes=30)
    assert planning.add(pack, empty, "f01").exercises == ("f01",)


def test_longer_and_shorter_stop_at_the_ends() -> None:
    assert [planning.longer(each) for each in LENGTHS] == [30, 45, 60, 60]
    assert [planning.shorter(each) for each in LENGTHS] == [20, 20, 30, 45]


def test_the_way_of_working_follows_format_and_player(pack: Pack) -> None:
    ways = [
        planning.Plan(items=(), minutes=30, format="phone").way,
        planning.Plan(items=(), minutes=30, format="video", reads=True).way,
        planning.Plan(items=(), minutes=30, reads=True).way,
        planning.make(pack, ()).way,
    ]
    assert ways == ["phone", "video", "no-player", "room"]


def test_the_first_meeting_keeps_its_own_order_and_times(pack: Pack) -> None:
    first = pack.templates["plan-first"]
    plan = planning.from_template(pack, first, first.visits[0], minutes=30, reason="why")
    assert (plan.minutes, plan.planned, plan.template, plan.reason) == (45, 45, "plan-first", "why")
    assert [item.clip for item in plan.items if item.clip] == ["clip-welcome", "clip-f01"]
    assert plan.items[2].stage == "talk"
    assert plan.items[2].exercise is None


def test_a_template_of_stages_takes_the_exercise_that_was_chosen(pack: Pack) -> None:
    short = pack.templates["plan-20"]
    plan = planning.from_template(pack, short, short.visits[0], exercise="e02", minutes=45)
    assert plan.exercises == ("e02",)
    assert (plan.minutes, plan.planned, plan.dropped) == (20, 20, ())
    other = planning.from_template(pack, short, short.visits[0])
    assert other.exercises == ("f04",)


def test_a_template_of_exercises_uses_the_usual_times(pack: Pack) -> None:
    room = pack.templates["plan-room"]
    plan = planning.from_template(pack, room, room.visits[0], minutes=20)
    assert (plan.minutes, plan.planned, plan.exercises) == (45, 45, ("f06",))


def test_a_template_meeting_honours_what_he_leaves_out(pack: Pack) -> None:
    fuse = pack.templates["plan-fuse"]
    plan = planning.from_template(pack, fuse, fuse.visits[1], leave_out=("alcohol",))
    assert plan.exercises == ()
    assert plan.dropped == ("The short fuse: to leave out (alcohol)",)
    short = pack.templates["plan-20"]
    nothing = planning.from_template(pack, short, short.visits[0], leave_out=short.choose_from)
    assert nothing.exercises == ()
    first = pack.templates["plan-first"]
    without = planning.from_template(pack, first, first.visits[0], leave_out=("f01",))
    assert without.exercises == ()
    assert without.items[0].minutes == 10


def test_without_an_open_step_there_is_no_look_back_at_one(pack: Pack) -> None:
    plan = planning.make(pack, ("f04",))
    without = planning.looking_back(pack, plan, step_open=False)
    assert "review" not in {item.stage for item in without.items}
    assert without.planned == 27
    assert planning.looking_back(pack, without, step_open=True) == plan
    assert planning.looking_back(pack, plan, step_open=True) == plan


def test_a_template_looks_back_where_it_says_so_and_a_step_is_needed(pack: Pack) -> None:
    def opened(id: str) -> planning.Plan:
        template = pack.templates[id]
        return planning.from_template(pack, template, template.visits[0])

    cards = opened("plan-review")
    assert planning.looking_back(pack, cards, step_open=False) == cards
    catch_up = opened("plan-20")
    without = planning.looking_back(pack, catch_up, step_open=False)
    assert without.planned == 16
    assert planning.looking_back(pack, without, step_open=True) == catch_up
    first = opened("plan-first")
    assert planning.looking_back(pack, first, step_open=True) == first
