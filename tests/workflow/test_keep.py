"""How long a working copy stays, and how it leaves."""

import datetime as dt
from collections.abc import Callable

import pytest

from srt_tui.domain.caseload import due
from srt_tui.domain.entry import SafetyRaised
from srt_tui.domain.errors import SrtError
from srt_tui.domain.participant import Preferences
from srt_tui.workflow import keep, prepare, review
from srt_tui.workflow.deliver import closing
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.private import PrivateLog
from srt_tui.workflow.workspace import Workspace


@pytest.fixture
def ended(workspace: Workspace, someone: str, live: LiveSession) -> str:
    """One whose work ended today, with the note of his one session not in the record yet."""
    closing.close(live)
    prepare.end_work(workspace, someone, "completed")
    return someone


def test_the_clock_runs_from_the_day_the_last_note_was_entered(
    workspace: Workspace, ended: str, move_on: Callable[..., None]
) -> None:
    move_on(days=40)
    assert keep.to_purge(workspace) == ()
    review.mark_recorded(workspace, ended, 1)
    move_on(days=27)
    assert keep.to_purge(workspace) == ()
    move_on(days=1)
    (case,) = keep.to_purge(workspace)
    assert (case.reference, case.purge) == (ended, workspace.today)
    assert [each.kind for each in due(case, workspace.today)] == ["purge"]


def test_without_a_session_it_runs_from_the_end(
    workspace: Workspace, someone: str, move_on: Callable[..., None]
) -> None:
    prepare.end_work(workspace, someone, "declined")
    move_on(days=28)
    assert [case.reference for case in keep.to_purge(workspace)] == [someone]


def test_a_hold_stops_the_clock_until_it_is_released(
    workspace: Workspace, ended: str, move_on: Callable[..., None]
) -> None:
    review.mark_recorded(workspace, ended, 1)
    keep.hold(workspace, ended, on=True)
    move_on(days=400)
    assert keep.to_purge(workspace) == ()
    assert keep.purge(workspace) == ()
    keep.hold(workspace, ended, on=False)
    assert len(keep.to_purge(workspace)) == 1


def test_a_purge_erases_those_whose_time_is_over_and_gives_a_receipt_for_each(
    workspace: Workspace, ended: str, move_on: Callable[..., None]
) -> None:
    prepare.add_person(workspace, "MK-02", Preferences(), workspace.today)
    review.mark_recorded(workspace, ended, 1)
    move_on(days=28)
    (receipt,) = keep.purge(workspace)
    assert receipt.files == 2  # his file, and the plan that was left over
    assert ended not in receipt.sentence()
    assert receipt.left
    assert [case.reference for case in workspace.cases()] == ["MK-02"]
    kinds = [line.kind for line in workspace.vault.access()]
    assert kinds[-2:] == ["purged", "erased"]
    with pytest.raises(SrtError):
        workspace.person(ended)


def test_somebody_can_be_exported_and_erased_at_any_time(
    workspace: Workspace, someone: str
) -> None:
    assert f'"reference": "{someone}"' in keep.export(workspace, [someone])
    assert "Removed on" in keep.erase(workspace, someone).sentence()
    assert workspace.cases() == ()
    with pytest.raises(SrtError):
        keep.erase(workspace, someone)


def test_safety_follow_ups_come_by_their_day(workspace: Workspace, live: LiveSession) -> None:
    assert keep.follow_ups(workspace) == ()
    PrivateLog(live).safety(workspace.today)
    (case,) = keep.follow_ups(workspace)
    assert case.follow_up == workspace.today


def test_a_safety_matter_outside_a_session_waits_for_its_day(
    workspace: Workspace, someone: str
) -> None:
    day = workspace.today + dt.timedelta(days=2)
    keep.safety(workspace, someone, day)
    (case,) = keep.follow_ups(workspace)
    assert (case.reference, case.follow_up) == (someone, day)
    raised = workspace.person(someone).entries()[-1]
    assert isinstance(raised, SafetyRaised)
    assert raised.session == 0


def test_a_follow_up_waits_until_it_was_done_and_the_next_one_after_it(
    workspace: Workspace, someone: str
) -> None:
    later, sooner = (workspace.today + dt.timedelta(days=days) for days in (9, 2))
    keep.safety(workspace, someone, later)
    keep.safety(workspace, someone, sooner)
    keep.followed_up(workspace, someone)
    (case,) = keep.follow_ups(workspace)
    assert case.follow_up == later
    keep.followed_up(workspace, someone)
    assert keep.follow_ups(workspace) == ()
    with pytest.raises(SrtError, match="No safety follow-up"):
        keep.followed_up(workspace, someone)
