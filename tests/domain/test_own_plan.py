"""A plan kept for others: what is in it, and what it may be called."""

from pathlib import Path

import msgspec
import pytest

from srt_tui.domain import own_plan
from srt_tui.domain import plan as planning
from srt_tui.domain.errors import SrtError
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.library import load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(ROOT / "content" / "steady-ground", ROOT / "sessions").pack


def test_it_opens_with_its_lines_and_without_the_reasons(pack: Pack) -> None:
    room = pack.templates["plan-room"]
    made = planning.from_template(pack, room, room.visits[0], reason="What he said last time.")
    made = planning.skip(planning.move(made, 0, 1), 1, "refused")
    kept = own_plan.own("Short evening", made)
    written = msgspec.json.encode(kept).decode()
    assert "refused" not in written
    assert "plan-room" not in written
    assert "last time" not in written
    again = own_plan.opened(kept, pack, Preferences(format="phone"))
    assert [(i.stage, i.exercise, i.minutes, i.skipped) for i in again.items] == [
        (i.stage, i.exercise, i.minutes, i.skipped) for i in made.items
    ]
    assert again.items[1].reason is None
    assert (again.minutes, again.format, again.reason) == (45, "phone", "Short evening")
    assert again.template is None


def test_what_another_man_leaves_out_is_dropped_and_said(pack: Pack) -> None:
    kept = own_plan.own("Two", planning.make(pack, ("e04", "f04"), minutes=60))
    again = own_plan.opened(kept, pack, Preferences(leave_out=("alcohol",)))
    assert "e04" not in again.exercises
    assert again.dropped == ("The short fuse: to leave out (alcohol)",)


@pytest.mark.parametrize("typed", ["", "   ", "x" * 41, "one\x07two"])
def test_an_empty_or_a_long_name_is_refused(typed: str) -> None:
    with pytest.raises(SrtError, match="not a name for a plan"):
        own_plan.name(typed, (), ())


def test_a_name_is_tidied_and_stands_once() -> None:
    assert own_plan.name("  Short   evening ", ("First meeting",), ("JD-07",)) == "Short evening"
    with pytest.raises(SrtError, match="has that name already"):
        own_plan.name("first MEETING", ("First meeting",), ())


@pytest.mark.parametrize("typed", ["JD-07", "for jd 07", "Jd07, evening", "plan_jd_07"])
def test_the_reference_of_a_person_is_no_part_of_a_name(typed: str) -> None:
    with pytest.raises(SrtError, match="reference of a person"):
        own_plan.name(typed, (), ("MK-02", "JD-07"))


def test_a_name_with_other_figures_will_do() -> None:
    assert own_plan.name("Plan JD 8", (), ("JD-07",)) == "Plan JD 8"
