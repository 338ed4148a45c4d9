import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srt_tui.domain.wording import asked_and, counted, day, listed, one_line, quoted, shortened
from srt_tui.letters import clean


def test_a_day_is_said_without_leading_noughts() -> None:
    assert day(dt.date(2026, 11, 2)) == "2 Nov"
    assert day(dt.date(2026, 1, 12), year=True) == "12 Jan 2026"


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_joined_as_people_say_it(items: list[str], text: str) -> None:
    assert listed(items) == text


def test_one_and_many_are_counted() -> None:
    assert counted(1, "visit") == "1 visit"
    assert counted(0, "visit") == "0 visits"
    assert counted(2, "person", "people") == "2 people"


def test_no_colon_follows_a_question_mark() -> None:
    assert asked_and("My number", "6") == "My number: 6"
    assert asked_and("A line of mine:", "Calm") == "A line of mine: Calm"
    assert asked_and("How close is my life to this now?", "5") == (
        "How close is my life to this now? 5"
    )


def test_a_cut_text_shows_that_it_was_cut() -> None:
    assert shortened("it's the jaw", 40) == "it's the jaw"
    assert shortened("it's the jaw", 6) == "it's…"
    assert quoted("always\nthe jaw") == "“always the jaw”"


@settings(deadline=None)
@given(text=st.text(), limit=st.integers(min_value=1, max_value=50))
def test_a_shortened_text_is_one_printable_line_within_its_limit(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit
    assert clean(short) == short
    assert "\n" not in short
    assert one_line(short) == short
