import datetime as dt

import pytest

from srt_tui.domain.caseload import Case
from srt_tui.domain.errors import SrtError
from srt_tui.domain.participant import Preferences
from srt_tui.present import person

TODAY = dt.date(2026, 11, 23)


def test_every_preference_is_a_line_of_plain_words() -> None:
    chosen = Preferences(
        format="phone", minutes=20, suits=(), leave_out=("low-mood",), version="male-partner"
    )
    assert [(line.name, line.value) for line in person.lines(chosen)] == [
        ("Where", "by phone"),
        ("Length", "20 minutes"),
        ("Guidance on screen", "the questions"),
        ("What suits", "nothing set"),
        ("Leave out", "low mood"),
        ("Stories", "partner is a man"),
        ("Working-together check", "every session"),
    ]


def test_every_line_can_be_chosen_from_values_the_record_takes() -> None:
    fields = {line.field for line in person.lines(Preferences())}
    assert fields == {*person.ONE_OF, "suits", "leave_out"}
    assert person.some_of("leave_out", ("low-mood",)) == (("low-mood", "low mood"),)
    assert person.some_of("suits", ()) == person.SUITS


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("12/11/2026", (2026, 11, 12)),
        ("12.11.26", (2026, 11, 12)),
        ("12/11", (2026, 11, 12)),
        ("24/12", (2025, 12, 24)),
    ],
)
def test_a_date_is_read_day_first(typed: str, date: tuple[int, int, int]) -> None:
    assert person.read_date(typed, TODAY) == dt.date(*date)


@pytest.mark.parametrize("typed", ["", "soon", "31/02/2026", "12", "1/2/3/4", "24/11/2026"])
def test_what_is_no_date_or_not_yet_come_is_refused(typed: str) -> None:
    with pytest.raises(SrtError):
        person.read_date(typed, TODAY)


def test_a_date_is_shown_as_it_is_typed() -> None:
    assert person.read_date(person.date_shown(TODAY), TODAY) == TODAY


def test_where_the_work_stands_is_told_with_its_end() -> None:
    case = Case(reference="JD-07", referred=dt.date(2026, 10, 1), sessions=1)
    assert person.standing(case, TODAY) == "Referred 1 Oct. 1 session."
    over = Case(reference="JD-07", sessions=2, ended="moved")
    assert person.standing(over, TODAY) == (
        "Referred —. 2 sessions. The work has ended: moved away."
    )
    kept = Case(reference="JD-07", ended="moved", held=True)
    assert person.standing(kept, TODAY).endswith("Held beyond its time.")
    going = Case(reference="JD-07", ended="moved", purge=dt.date(2026, 12, 3))
    assert person.standing(going, TODAY).endswith("To be erased on 3 Dec.")


def test_the_receipt_says_what_went_and_what_is_out_of_reach() -> None:
    assert person.erased("Removed.", ("Paper.",)) == ("Removed.", "", "Out of reach:", "- Paper.")


def test_a_safety_follow_up_stands_with_the_person_until_it_is_closed() -> None:
    day = dt.date(2026, 11, 25)
    case = Case(reference="JD-07", referred=dt.date(2026, 10, 1), follow_up=day)
    assert "Safety follow-up: 25 Nov." in person.standing(case, TODAY)
    assert person.followed_up(day, TODAY) == "Closed. The next follow-up is 25 Nov."
    assert person.followed_up(None, TODAY) == "Closed."


def test_to_erase_somebody_the_same_reference_is_typed() -> None:
    assert person.erase_asked("JD-07") == "Erase JD-07?"
    assert person.typed_again("jd 07", "JD-07") == "JD-07"
    for typed in ("", "JD-08", "yes!"):
        with pytest.raises(SrtError, match="Nothing was erased"):
            person.typed_again(typed, "JD-07")
