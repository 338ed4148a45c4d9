"""A rehearsal runs from start to end, is never written down, and needs no open vault."""

from pathlib import Path

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.locations import locate
from srt_tui.settings import Settings
from srt_tui.workflow.practice import Rehearsing, rehearsals
from srt_tui.workflow.workspace import Workspace, start


@pytest.fixture
def locked(tmp_path: Path) -> Workspace:
    """A workspace on a machine where nothing has been kept yet."""
    return start(locate(), Settings(), store=tmp_path / "store")


@pytest.fixture
def running(locked: Workspace) -> Rehearsing:
    return Rehearsing(rehearsals(locked)[0])


def at(running: Rehearsing) -> str:
    return running.turn.id if running.turn else ""


def test_five_rehearsals_are_offered_while_locked_the_willing_man_first(locked: Workspace) -> None:
    assert locked.locked
    assert [r.title for r in rehearsals(locked)] == [
        "A willing start", "Short answers", "What is the point", "All the right words", "Pen down",
    ]  # fmt: skip


def test_a_choice_shows_his_answer_and_then_the_next_turn(running: Rehearsing) -> None:
    assert at(running) == "1"
    running.choose("c")
    assert running.turn is None
    assert running.answered is not None
    assert running.answered.choice.then.startswith('"My brother is on my sofa')
    running.choose("a")
    assert len(running.steps) == 1
    running.go_on()
    assert running.answered is None
    assert at(running) == "2"


def test_a_letter_that_is_no_choice_changes_nothing(running: Rehearsing) -> None:
    with pytest.raises(SrtError):
        running.choose("d")
    assert at(running) == "1"


def test_back_takes_the_last_choice_back_before_and_after_going_on(running: Rehearsing) -> None:
    running.choose("c")
    running.back()
    assert at(running) == "1"
    running.choose("c")
    running.go_on()
    running.back()
    assert at(running) == "1"


def test_what_comes_afterwards_waits_for_the_last_answer_to_be_read(running: Rehearsing) -> None:
    assert running.afterwards is None
    while running.turn:
        running.choose("a")
        assert running.afterwards is None
        running.go_on()
    assert running.afterwards is not None
    assert running.afterwards.points
    assert running.afterwards.logged == ()
    running.again()
    assert at(running) == "1"
    assert running.afterwards is None


def test_a_logged_sign_and_the_safety_page_are_known_afterwards(locked: Workspace) -> None:
    running = Rehearsing(rehearsals(locked)[4])
    running.log("away-late")
    running.open_safety()
    while running.turn:
        running.choose("a")
        running.go_on()
    assert running.afterwards is not None
    assert running.afterwards.logged == ("away-late",)
    assert not any("safety page was not opened" in point for point in running.afterwards.points)


def test_coaching_can_be_kept_for_the_end(running: Rehearsing) -> None:
    assert not running.later
    running.coach_later(later=True)
    assert running.later


def test_a_whole_rehearsal_leaves_nothing_behind(running: Rehearsing, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    running.log("away-short")
    while running.turn:
        running.choose("b")
        running.go_on()
    assert sorted(tmp_path.rglob("*")) == before
