"""What is asked about an appointment that was not as planned."""

import datetime as dt

import pytest

from srt_tui.domain import terms
from srt_tui.domain.errors import SrtError
from srt_tui.present import appointments as asked

TODAY = dt.date(2026, 11, 23)


def test_every_answer_has_its_words() -> None:
    assert {"yes", *asked.WAYS} == set(asked.ANY_WAY) == set(terms.CAME)
    assert len(asked.REASONS) == len(asked.REASON_ANSWERS)
    assert len(asked.TOLD) == len(asked.TOLD_ANSWERS)


def test_nothing_typed_is_today_and_a_day_is_read_as_it_is_said() -> None:
    assert asked.read_day("  ", TODAY) == TODAY
    assert asked.read_day("20/11", TODAY) == dt.date(2026, 11, 20)
    with pytest.raises(SrtError, match="not a date"):
        asked.read_day("friday", TODAY)
