import datetime as dt

from srt_tui.present import common


def test_a_date_is_short_and_has_its_year_when_it_is_another_year() -> None:
    assert common.day(dt.date(2026, 11, 2)) == "2 Nov"
    assert common.day(dt.date(2026, 11, 2), dt.date(2026, 11, 23)) == "2 Nov"
    assert common.day(dt.date(2025, 11, 2), dt.date(2026, 11, 23)) == "2 Nov 2025"


def test_saved_says_when_or_nothing() -> None:
    assert common.saved(dt.datetime(2026, 11, 23, 14, 32, tzinfo=dt.UTC)) == "saved 14:32"
    assert common.saved(None) == ""


def test_counts_agree_with_their_noun() -> None:
    assert common.count(1, "visit") == "1 visit"
    assert common.count(2, "visit") == "2 visits"
    assert common.count(0, "person", "people") == "0 people"


def test_progress_is_shapes() -> None:
    assert common.dots(3, 8) == "●●●○○○○○"
    assert common.dots(9, 8) == "●●●●●●●●"


def test_a_list_reads_as_a_sentence_would() -> None:
    assert [common.listed(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_his_words_are_quoted_on_one_line_and_cut_with_a_sign() -> None:
    assert common.quoted("it's\nthe  jaw") == '"it\'s the jaw"'
    assert common.quoted("one two three", most=8) == '"one two…"'
