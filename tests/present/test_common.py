import datetime as dt

from srt_tui.domain.errors import SrtError
from srt_tui.present import common


def test_saved_says_when_or_nothing() -> None:
    assert common.saved(dt.datetime(2026, 11, 23, 14, 32, tzinfo=dt.UTC)) == "saved 14:32"
    assert common.saved(None) == ""


def test_what_was_not_saved_is_said_once() -> None:
    full = SrtError("Not saved: the disk is full.", "Make some room.")
    assert common.not_kept(full) == "Not saved: the disk is full. Make some room."
    assert common.not_kept(SrtError("It is locked.", "Open it.")) == (
        "Not saved: It is locked. Open it."
    )


def test_a_date_has_its_year_only_when_that_is_another_year() -> None:
    today = dt.date(2026, 11, 23)
    assert common.when(dt.date(2026, 11, 2), today) == "2 Nov"
    assert common.when(dt.date(2025, 11, 2), today) == "2 Nov 2025"
    assert common.when(None, today) == "—"


def test_progress_is_shapes() -> None:
    assert common.dots(3, 8) == "●●●○○○○○"
    assert common.dots(9, 8) == "●●●●●●●●"


def test_tags_are_read_as_words() -> None:
    assert common.left_out(["alcohol", "low-mood", "drugs"]) == "alcohol, low mood and drugs"
    assert common.left_out([]) == ""


def test_words_that_look_like_a_way_to_find_somebody_get_one_gentle_sentence() -> None:
    assert common.looks_like(("phone", "postcode")) == (
        "That looks like a phone number and a postcode. "
        "Leave out what is someone’s; Enter keeps it."
    )
    assert common.looks_like(("e-mail",)).startswith("That looks like an e-mail.")
