import datetime as dt
from typing import Any

import pytest

from srt_tui.domain.caseload import Case, Due
from srt_tui.domain.pack import Pack
from srt_tui.present import people

TODAY = dt.date(2026, 11, 23)
BEFORE = dt.date(2026, 11, 12)


def case(**values: Any) -> Case:
    return Case(**{"reference": "JD-07", "referred": dt.date(2026, 10, 1), **values})


def test_a_row_tells_last_time_foundation_next_and_what_is_due(pack: Pack) -> None:
    seen = case(
        last=BEFORE, sessions=4, foundation=("f01", "f02"), next="f05", note=BEFORE, step=BEFORE
    )
    assert people.row(seen, pack, TODAY) == (
        "JD-07",
        "12 Nov",
        "●●○○○○○○",
        "f05 Stepping away safely",
        "note, step",
    )


@pytest.mark.parametrize(
    ("last", "shown"),
    [(None, "—"), (BEFORE, "12 Nov"), (dt.date(2019, 5, 13), "May 2019")],
)
def test_last_time_fits_its_column_and_never_loses_its_year(
    pack: Pack, last: dt.date | None, shown: str
) -> None:
    assert people.row(case(last=last), pack, TODAY).last == shown
    assert len(shown) <= 9


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "first meeting"),
        ({"sessions": 3, "next": "f02", "go_on": True}, "go on: f02 The whole picture"),
        ({"sessions": 3, "next": None}, "all of it done once"),
        ({"sessions": 3, "next": "gone"}, "gone"),
        ({"sessions": 3, "ended": "breach"}, "ended: breach"),
    ],
)
def test_what_comes_next_is_one_phrase(pack: Pack, values: dict[str, Any], words: str) -> None:
    assert people.next_words(case(**values), pack) == words


def test_what_does_not_fit_is_counted_and_nothing_is_a_dash() -> None:
    waiting = [Due(kind=kind, on=BEFORE) for kind in people.DUE_WORDS]
    assert people.due_words(waiting) == "today, follow-up +6"
    assert people.due_words(waiting, room=28) == "today, follow-up, cut off +5"
    assert people.due_words(waiting, room=3) == "today +7"
    whole = "today, follow-up, cut off, nothing put down, note, step, long ago, purge due"
    assert people.due_words(waiting, room=80) == whole
    assert people.due_words([]) == "—"


def test_the_brief_ends_with_what_is_due_and_since_when() -> None:
    seen = case(
        last=BEFORE,
        sessions=1,
        note=BEFORE,
        brief=("Last time: early signs.",),
        leave_out=("alcohol", "low-mood"),
        suits=("captions", "read-aloud"),
    )
    assert people.brief(seen, TODAY) == (
        "JD-07 · 30 min · room · captions · read aloud · leave out alcohol and low mood",
        "Last time: early signs.",
        "Due: the note of 12 Nov is not yet in the record (press r).",
    )


def test_nothing_due_says_so() -> None:
    assert people.brief(case(last=BEFORE, sessions=1), TODAY)[-1] == "Nothing due."


def test_a_narrowed_caseload_says_to_what_and_how_to_see_everybody() -> None:
    assert (people.only(None), people.only("note")) == ("", "only: note")
    assert people.nobody("mk", "note") == people.NOT_FOUND
    assert people.nobody("", "note").endswith("Esc shows everybody.")
    assert people.nobody("", None) == people.NOBODY


def test_a_plan_that_is_ready_is_said_on_the_line_and_below(pack: Pack) -> None:
    seen = case(last=TODAY, sessions=2, next="f05", planned=True)
    assert people.next_words(seen, pack) == "planned: f05 Stepping away safely"
    assert people.waits(seen, TODAY) == "Nothing due. A plan is ready."


@pytest.mark.parametrize(
    ("meets", "said"),
    [
        (TODAY, "Due: you meet today."),
        (dt.date(2026, 11, 30), "Nothing due. Next: 30 Nov."),
        (
            dt.date(2026, 11, 20),
            "Due: nothing was put down of the appointment on 20 Nov (press m).",
        ),
    ],
)
def test_when_they_meet_next_is_said_and_that_it_passed(meets: dt.date, said: str) -> None:
    assert people.waits(case(last=BEFORE, sessions=2, appointment=meets), TODAY) == said


def test_every_note_that_waits_is_counted(pack: Pack) -> None:
    seen = case(last=BEFORE, sessions=4, next="f05", note=BEFORE, notes=3)
    assert people.row(seen, pack, TODAY).due == "3 notes"
    assert people.waits(seen, TODAY) == (
        "Due: 3 notes, the oldest of 12 Nov, are not yet in the record (press r)."
    )
