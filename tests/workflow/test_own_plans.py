"""A plan kept for others, in a file beside the settings or for this run only."""

from pathlib import Path

import pytest

from srt_tui.domain import own_plan
from srt_tui.domain.errors import SrtError
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.workflow.own_plans import OwnShelf
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace, start


def test_a_plan_made_for_one_is_taken_for_another_and_undone(
    workspace: Workspace, someone: str
) -> None:
    preparing = Preparing(workspace, someone)
    made = preparing.making.add("f04")
    kept = preparing.making.keep_as_own(" Two  at once")
    other = Preparing(workspace, someone)
    assert other.making.own_plans == (kept,)
    before = other.making.plan
    assert other.making.take_own(kept).exercises == made.exercises
    assert other.making.plan.reason == "Two at once"
    assert other.making.undo() == before


@pytest.mark.parametrize("typed", ["First meeting", "kept once", "For jd 07"])
def test_a_name_that_is_taken_or_a_person_is_refused(
    workspace: Workspace, someone: str, typed: str
) -> None:
    preparing = Preparing(workspace, someone)
    kept = preparing.making.keep_as_own("Kept once")
    with pytest.raises(SrtError):
        preparing.making.keep_as_own(typed)
    assert preparing.making.own_plans == (kept,)


@pytest.mark.parametrize("filed", [True, False])
def test_what_is_removed_goes_back_to_its_place(
    workspace: Workspace, someone: str, tmp_path: Path, *, filed: bool
) -> None:
    plan = Preparing(workspace, someone).making.plan
    shelf = OwnShelf(tmp_path / "own-plans.json" if filed else None)
    one, two, three = (shelf.keep(own_plan.own(title, plan)) for title in ("1", "2", "3"))
    assert not shelf.removed
    shelf.remove(two)
    shelf.remove(two)
    assert shelf.all() == (one, three)
    assert shelf.removed
    assert shelf.put_back() == two
    assert shelf.all() == (one, two, three)
    assert not shelf.removed


def test_only_a_demo_keeps_them_for_the_run_alone(
    home: Path, monkeypatch: pytest.MonkeyPatch, workspace: Workspace, someone: str
) -> None:
    monkeypatch.setenv("SRT_HOME", str(home))
    plan = own_plan.own("One", Preparing(workspace, someone).making.plan)
    start(locate(), Settings(), store=home / "store").own_plans.keep(plan)
    assert not locate().own_plans.exists()
    start(locate(), Settings()).own_plans.keep(plan)
    assert start(locate(), Settings()).own_plans.all() == (plan,)
