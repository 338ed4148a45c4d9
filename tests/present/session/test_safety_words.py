import datetime as dt

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.domain.pack import Pack
from srt_tui.domain.typed_dates import coming
from srt_tui.present import safety as said

TODAY = dt.date(2026, 11, 23)


def test_local_contacts_stand_before_the_helplines(pack: Pack) -> None:
    parts = said.sections(pack.safety, {"Duty lead": "01632 960001"})
    titles = [title for title, _ in parts]
    assert titles.index(said.LOCAL) == len(titles) - 2
    assert ("Who to ring here", "Duty lead: 01632 960001") in parts


def test_without_local_contacts_it_says_where_they_go(pack: Pack) -> None:
    assert dict(said.sections(pack.safety, {}))[said.LOCAL] == said.NO_LOCAL


def test_every_word_of_the_packs_page_is_there(pack: Pack) -> None:
    shown = " ".join(text for _, text in said.sections(pack.safety, {}))
    for section in pack.safety.sections:
        for line in section.body.splitlines():
            assert line.removeprefix("- ").replace("**", "") in shown


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", None),
        ("24/11/2026", dt.date(2026, 11, 24)),
        ("24/11/26", dt.date(2026, 11, 24)),
        ("30/11", dt.date(2026, 11, 30)),
        ("5.1", dt.date(2027, 1, 5)),
        ("+7", dt.date(2026, 11, 30)),
        ("23/11", TODAY),
    ],
)
def test_a_day_to_come_is_read_as_people_type_it(typed: str, day: dt.date | None) -> None:
    assert coming(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["soon", "31/2", "+x", "22/11/2026", "1", "+99999999999"])
def test_anything_else_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(SrtError):
        coming(typed, TODAY)


def test_what_is_kept_is_said_with_the_day() -> None:
    assert said.recorded(None) == said.RAISED
    assert said.recorded(TODAY).endswith("Follow up 23 Nov.")
    assert said.shown(TODAY) == "23/11/2026"


def test_outside_a_session_it_says_whom_it_is_about() -> None:
    assert said.title("") == "Safety"
    assert said.title("JD-07") == "Safety · JD-07"
    assert said.asked("") == "Follow it up on"
    assert said.asked("JD-07").startswith("JD-07: follow it up on")
