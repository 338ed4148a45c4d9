import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srt_tui.domain.pack import Pack
from srt_tui.domain.record import LIMIT, size
from srt_tui.domain.wording import beginning
from srt_tui.reports.criss import CUT, criss
from srt_tui.reports.note_room import SHORTEST

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
QUESTION = "What were his signs at 3, at 5 and at 7?"


def note(make: Any, pack: Pack, *entries: Any) -> str:
    history = make.history(list(entries))
    session = history.session(1)
    return criss(session, history, pack).text


@pytest.mark.parametrize("number", [1, 50, 100, 106, 107, 108, 150, 200, 300, 500])
def test_one_line_more_never_costs_much_of_the_note(make: Any, pack: Pack, number: int) -> None:
    lines = [f"Line {n} it was me that did it, not her, o" for n in range(number + 1)]
    said = [make.said(line, "f04", prompt=QUESTION) for line in lines]
    fewer, more = note(make, pack, *said[:-1]), note(make, pack, *said)
    assert size(fewer) <= LIMIT
    assert size(more) <= LIMIT
    assert size(more) > size(fewer) - 120
    assert f"“{lines[-1]}”" in more


def test_the_note_is_counted_as_the_record_counts() -> None:
    assert size("one\ntwo") == len("one\r\ntwo")
    assert size("😀") == 2
    assert size(FAMILY) == 11


@pytest.mark.parametrize("sign", ["😀", "Ŵ", "é", "a\n", FAMILY, "\u0645\u06cc\u200c", "a"])
def test_whatever_the_letters_the_note_fits(make: Any, pack: Pack, sign: str) -> None:
    text = note(make, pack, make.said(sign * 13_000, "f04"), make.said("The last words.", "f04"))
    assert LIMIT - 400 < size(text) <= LIMIT
    assert CUT in text
    assert "“The last words.”" in text


def test_a_short_line_keeps_its_room_beside_a_long_one(make: Any, pack: Pack) -> None:
    long = make.said("long " * 3_000, "f04")
    short = [make.said(f"short {n}", "f04") for n in range(20)]
    text = note(make, pack, *short, long)
    assert all(f"“short {n}”" in text for n in range(20))
    assert size(text) > LIMIT - 10


def test_two_long_lines_share_what_is_left(make: Any, pack: Pack) -> None:
    text = note(make, pack, make.said("one " * 4_000, "f04"), make.said("two " * 4_000, "f04"))
    assert abs(text.count("one ") - text.count("two ")) < 5


def test_my_words_are_shortened_before_his(make: Any, pack: Pack) -> None:
    mine = make.said("mine " * 2_000, "f04", voice="mine")
    his = make.said("his " * 2_000, "f04")
    text = note(make, pack, his, mine)
    assert "his " * 1_990 in text
    assert re.search(r"mine m?i?n?e? ?\[…\]\n", text)


def test_a_quotation_that_was_cut_still_ends(make: Any, pack: Pack) -> None:
    text = note(make, pack, make.said("his " * 4_000, "f04"))
    assert re.search(r"his h?i?s? ?\[…\]”\n", text)


def test_his_last_words_go_last_of_all(make: Any, pack: Pack) -> None:
    mine = [make.said(f"mine {n} " + "x" * 300, "f04", voice="mine") for n in range(40)]
    his = [make.said(f"his {n} " + "y" * 300, "f04") for n in range(80)]
    pairs = [each for both in zip(his, mine, strict=False) for each in both]
    text = note(make, pack, *pairs, *his[40:], make.visited("f04", title="Early signs"))
    kept = [int(n) for n in re.findall(r"his (\d+) y", text)]
    assert not re.search(r"mine \d+ x", text)
    assert kept == list(range(min(kept), 80))
    assert re.search(r"^\[\d+ more lines are in the history\.\]$", text, re.MULTILINE)
    assert "Early signs: done." in text
    assert all(len(line) <= SHORTEST for line in text.splitlines())


def test_one_line_left_out_is_counted_as_one(make: Any, pack: Pack) -> None:
    his = [make.said(f"his {n} " + "y" * 220, "f04") for n in range(49)]
    text = note(make, pack, *his)
    assert "[1 more line is in the history.]\nHe said: “his 1 " in text


def test_what_was_done_goes_only_where_nothing_else_is_left(make: Any, pack: Pack) -> None:
    left = [make.made("step-set", text=f"{n} " + "z" * 300, exercise=f"x{n}") for n in range(99)]
    text = note(make, pack, *left, make.said("The last words."), make.said("mine", voice="mine"))
    assert size(text) <= LIMIT
    assert "“The last words.”" in text
    assert "My words" not in text
    assert "98 zz" in text


def test_lines_stay_lines_in_the_note(make: Any, pack: Pack) -> None:
    table = "Day\tMood\tNumber\r\nMon\tcalm\t3\r\nTue\tangry\t8\r\n• first point\r\n"
    answer = make.made("answer", exercise="f04", field="f04.w2", label="The thought", text=table)
    text = note(make, pack, make.said(table, "f04"), answer)
    assert (
        "He said: “Day\tMood\tNumber\n  Mon\tcalm\t3\n  Tue\tangry\t8\n  • first point”\n" in text
    )
    assert (
        "The thought: Day\tMood\tNumber\n  Mon\tcalm\t3\n  Tue\tangry\t8\n  • first point\n" in text
    )


def test_a_line_of_his_is_never_taken_for_a_heading(make: Any, pack: Pack) -> None:
    text = note(make, pack, make.said("one\n\nSUMMARISE\n\ntwo", "f04"))
    assert [line for line in text.splitlines() if line == "SUMMARISE"] == ["SUMMARISE"]


@pytest.mark.parametrize(
    "said",
    [
        FAMILY,
        "\U0001f44d\U0001f3fe",
        "\U0001f1ec\U0001f1e7\U0001f1eb\U0001f1f7",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "e\u0301t\u00e9",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u2764\ufe0f",
        "5\u202fpounds, 6\u00a0pounds",
    ],
)
def test_no_sign_of_several_is_cut_in_two(said: str) -> None:
    every = {beginning(said, most) for most in range(len(said) + 1)}
    for cut in every:
        rest = said[len(cut) :]
        assert not rest.startswith(("\u200d", "\u200c", "\u0301", "\ufe0f", "\U0001f3fe"))
        assert not cut.endswith(("\u200d", "\u200c"))
        flags = sum("\U0001f1e6" <= each <= "\U0001f1ff" for each in cut)
        assert flags % 2 == 0
        assert not rest.startswith(tuple(map(chr, range(0xE0020, 0xE0080))))


@settings(max_examples=80, deadline=None)
@given(
    said=st.lists(st.text(max_size=400), max_size=60),
    times=st.integers(min_value=1, max_value=60),
    voices=st.lists(st.sampled_from(["his", "mine"]), min_size=60, max_size=60),
)
def test_the_note_fits_whatever_was_said(
    make: Any, pack: Pack, said: list[str], times: int, voices: list[Any]
) -> None:
    words = [
        make.said(text * times, "f04", voice=voice)
        for text, voice in zip(said, voices, strict=False)
    ]
    text = note(make, pack, *words)
    assert size(text) <= LIMIT
    assert (CUT in text) == ("[…]" in text or "in the history.]" in text.replace(CUT, ""))
