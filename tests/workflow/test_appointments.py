"""An appointment that was not as planned: its entries, its note, and what it leaves alone."""

import datetime as dt

import pytest

from srt_tui.domain.attendance import Came
from srt_tui.domain.caseload import ahead
from srt_tui.domain.entry import Attended
from srt_tui.domain.errors import SrtError
from srt_tui.domain.history import History
from srt_tui.domain.past_session import of_kind
from srt_tui.workflow import review
from srt_tui.workflow.appointments import put_down
from srt_tui.workflow.deliver import closing
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace


def told(workspace: Workspace, ref: str) -> History:
    return review.history(workspace, ref)


@pytest.mark.parametrize(
    ("came", "said"),
    [
        ("no", "Did not come (ill). Told: my manager."),
        ("by-phone", "By phone instead (ill). Told: my manager."),
        ("late", "In the room. Attended late (ill). Told: my manager."),
        ("left-early", "In the room. Left early (ill). Told: my manager."),
        ("walked-out", "In the room. Walked out (ill). Told: my manager."),
    ],
)
def test_the_note_says_what_became_of_the_appointment_and_who_was_told(
    workspace: Workspace, someone: str, came: Came, said: str
) -> None:
    number = put_down(workspace, someone, came, reason="ill", told="manager")
    note = review.note(workspace, someone, number)
    assert [line.text for line in note.check_in] == [said]
    missed = "No session was held." if came == "no" else "No exercise today."
    assert [line.text for line in note.intervention] == [missed]


def test_an_appointment_that_he_missed_is_no_session_he_came_to_and_its_note_is_due(
    workspace: Workspace, someone: str
) -> None:
    put_down(workspace, someone, "no", reason="none-given", told="nobody-yet")
    past = told(workspace, someone)
    assert (len(past.sessions), past.held, past.last) == (1, (), None)
    (case,) = workspace.cases()
    assert (case.sessions, case.notes, case.note) == (0, 1, workspace.today)
    assert review.note(workspace, someone, 1).check_in[0].text.endswith("Told: nobody yet.")


def test_one_by_phone_instead_counts_as_one_he_came_to(workspace: Workspace, someone: str) -> None:
    put_down(workspace, someone, "by-phone")
    (session,) = told(workspace, someone).held
    assert session.format == "phone"
    (said,) = review.note(workspace, someone, 1).check_in
    assert said.text == "By phone instead."


def test_it_bears_the_day_it_was_on_and_the_one_it_was_written_down(
    workspace: Workspace, someone: str
) -> None:
    friday = workspace.today - dt.timedelta(days=3)
    put_down(workspace, someone, "no", on=friday)
    (session,) = told(workspace, someone).sessions
    assert session.date == friday
    assert session.opened is not None
    assert session.opened.at.date() == workspace.today
    put_down(workspace, someone, "no", on=workspace.today)
    attended = of_kind(told(workspace, someone).entries, Attended)
    assert [each.on for each in attended] == [friday, None]


def test_when_they_meet_next_is_kept_with_it(workspace: Workspace, someone: str) -> None:
    meets = workspace.today + dt.timedelta(days=7)
    put_down(workspace, someone, "no", next_on=meets)
    assert workspace.cases()[0].appointment == meets
    assert "Next appointment: 30 Nov 2026." in review.note(workspace, someone, 1).text


def test_a_day_to_come_is_refused_and_nothing_kept(workspace: Workspace, someone: str) -> None:
    with pytest.raises(SrtError, match="That day has not come yet"):
        put_down(workspace, someone, "no", on=workspace.today + dt.timedelta(days=1))
    assert told(workspace, someone).sessions == ()


def test_a_plan_that_was_kept_waits_on_where_he_did_not_come(
    workspace: Workspace, someone: str
) -> None:
    preparing = Preparing(workspace, someone)
    preparing.making.add("f04")
    preparing.keep()
    put_down(workspace, someone, "no")
    assert ahead(told(workspace, someone)) is not None
    assert "f04" in Preparing(workspace, someone).making.plan.exercises
    put_down(workspace, someone, "by-phone")
    assert ahead(told(workspace, someone)) is None


def test_while_a_session_with_him_is_open_nothing_is_put_down(
    workspace: Workspace, someone: str
) -> None:
    Preparing(workspace, someone).start()
    with pytest.raises(SrtError, match="Close it first"):
        put_down(workspace, someone, "no")
    assert len(told(workspace, someone).sessions) == 1


def test_how_he_came_can_be_put_right_and_its_note_is_due_again(
    workspace: Workspace, someone: str
) -> None:
    friday = workspace.today - dt.timedelta(days=3)
    put_down(workspace, someone, "no", reason="none-given", told="nobody-yet", on=friday)
    review.mark_recorded(workspace, someone, 1)
    review.put_attendance_right(workspace, someone, 1, "by-phone", reason="ill", told="manager")
    (session,) = told(workspace, someone).held
    assert (session.date, session.recorded) == (friday, None)
    note = review.note(workspace, someone, 1)
    assert note.check_in[0].text == "By phone instead (ill). Told: my manager."
    review.mark_recorded(workspace, someone, 1)
    assert review.session(workspace, someone, 1).recorded is not None


def test_where_nobody_said_whether_he_came_it_can_be_said_afterwards(
    workspace: Workspace, someone: str
) -> None:
    closing.close(Preparing(workspace, someone).start())
    review.put_attendance_right(workspace, someone, 1, "late")
    assert "Attended late." in review.note(workspace, someone, 1).text
