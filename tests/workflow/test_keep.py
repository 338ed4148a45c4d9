"""How long a working copy stays, and how it leaves."""

import datetime as dt
from collections.abc import Callable

import pytest

from srt_tui.domain.caseload import due
from srt_tui.domain.entry import SafetyRaised
from srt_tui.domain.errors import SrtError
from srt_tui.domain.participant import Preferences
from srt_tui.workflow import keep, prepare, review
from srt_tui.workflow.companion import Companion
from srt_tui.workflow.deliver import LiveSession


@pytest.fixture
def ended(companion: Companion, someone: str, live: LiveSession) -> str:
    """One whose work ended today, with the note of his one session not in the record yet."""
    live.close()
    prepare.end_work(companion, someone, "completed")
    return someone


def test_the_clock_runs_from_the_day_the_last_note_was_entered(
    companion: Companion, ended: str, move_on: Callable[..., None]
) -> None:
    move_on(days=40)
    assert keep.to_purge(companion) == ()
    review.mark_recorded(companion, ended, 1)
    move_on(days=27)
    assert keep.to_purge(companion) == ()
    move_on(days=1)
    (case,) = keep.to_purge(companion)
    assert (case.reference, case.purge) == (ended, companion.today)
    assert [each.kind for each in due(case, companion.today)] == ["purge"]


def test_without_a_session_it_runs_from_the_end(
    companion: Companion, someone: str, move_on: Callable[..., None]
) -> None:
    prepare.end_work(companion, someone, "declined")
    move_on(days=28)
    assert [case.reference for case in keep.to_purge(companion)] == [someone]


def test_a_hold_stops_the_clock_until_it_is_released(
    companion: Companion, ended: str, move_on: Callable[..., None]
) -> None:
    review.mark_recorded(companion, ended, 1)
    keep.hold(companion, ended, on=True)
    move_on(days=400)
    assert keep.to_purge(companion) == ()
    assert keep.purge(companion) == ()
    keep.hold(companion, ended, on=False)
    assert len(keep.to_purge(companion)) == 1


def test_a_purge_erases_those_whose_time_is_over_and_gives_a_receipt_for_each(
    companion: Companion, ended: str, move_on: Callable[..., None]
) -> None:
    prepare.add_person(companion, "MK-02", Preferences(), companion.today)
    review.mark_recorded(companion, ended, 1)
    move_on(days=28)
    (receipt,) = keep.purge(companion)
    assert receipt.files == 2  # his file, and the plan that was left over
    assert ended not in receipt.sentence()
    assert receipt.left
    assert [case.reference for case in companion.cases()] == ["MK-02"]
    kinds = [line.kind for line in companion.vault.access()]
    assert kinds[-2:] == ["purged", "erased"]
    with pytest.raises(SrtError):
        companion.person(ended)


def test_somebody_can_be_exported_and_erased_at_any_time(
    companion: Companion, someone: str
) -> None:
    assert f'"reference": "{someone}"' in keep.export(companion, [someone])
    assert "Removed on" in keep.erase(companion, someone).sentence()
    assert companion.cases() == ()
    with pytest.raises(SrtError):
        keep.erase(companion, someone)


def test_safety_follow_ups_come_by_their_day(companion: Companion, live: LiveSession) -> None:
    assert keep.follow_ups(companion) == ()
    live.aside.safety(companion.today)
    (case,) = keep.follow_ups(companion)
    assert case.follow_up == companion.today


def test_a_safety_matter_outside_a_session_waits_for_its_day(
    companion: Companion, someone: str
) -> None:
    day = companion.today + dt.timedelta(days=2)
    keep.safety(companion, someone, day)
    (case,) = keep.follow_ups(companion)
    assert (case.reference, case.follow_up) == (someone, day)
    raised = companion.person(someone).entries()[-1]
    assert isinstance(raised, SafetyRaised)
    assert raised.session == 0


def test_a_follow_up_waits_until_it_was_done_and_the_next_one_after_it(
    companion: Companion, someone: str
) -> None:
    later, sooner = (companion.today + dt.timedelta(days=days) for days in (9, 2))
    keep.safety(companion, someone, later)
    keep.safety(companion, someone, sooner)
    keep.followed_up(companion, someone)
    (case,) = keep.follow_ups(companion)
    assert case.follow_up == later
    keep.followed_up(companion, someone)
    assert keep.follow_ups(companion) == ()
    with pytest.raises(SrtError, match="No safety follow-up"):
        keep.followed_up(companion, someone)
