from typing import Any

import pytest

from srt_tui.domain.alliance import checks, pairs, picture_sentence, series, slips
from srt_tui.domain.history import History
from srt_tui.domain.nudges import alliance_sentence, nudges
from srt_tui.domain.pack import Pack


def rules(history: History, pack: Pack) -> list[str]:
    return [nudge.rule for nudge in nudges(history, pack)]


def course(make: Any, *marks: Any) -> History:
    """One session for each row of his marks; None is a session in which he passed."""
    return make.history(*[[make.passed() if m is None else make.his(*m)] for m in marks])  # type: ignore[no-any-return]  # made by the fixture


def test_a_line_keeps_gaps_as_gaps_and_words_as_words(make: Any, pack: Pack) -> None:
    history = make.history(
        [make.his(4, 4, 4, 4, 4)],
        [make.passed()],
        [],
        [make.his("low", None, 3, 3, 3), make.mine(2, 2, 2, 2, 2)],
    )
    line = series(checks(history), pack.check.his[0], "his")
    assert [(p.session, p.number, p.word) for p in line.points] == [
        (1, 4, None),
        (2, None, None),
        (3, None, None),
        (4, None, "low"),
    ]
    assert (line.numbers, line.words) == ((4,), ("low",))
    assert [row.offered for row in checks(history)] == [True, True, False, True]


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ([], "No marks yet."),
        ([4], "One mark so far: too early to compare."),
        ([4, 2], "Two marks so far: too early to compare."),
        ([4, 4, 4], "All 3 of his marks are the same: little information."),
        (["high", "high", "high"], "All 3 of his marks are the same: little information."),
        (["high", "low", 3], "3 marks, most of them words: shown as said, not compared."),
        ([2, 4, 3], "3 marks, from 2 to 4; the last number is 3."),
        ([2, "low", 4, 3], "4 marks, from 2 to 4; the last number is 3."),
    ],
)
def test_the_sentence_under_a_line_says_how_much_there_is_to_go_by(
    make: Any, pack: Pack, marks: list[Any], sentence: str
) -> None:
    history = course(make, *[(mark,) for mark in marks])
    assert series(checks(history), pack.check.his[0], "his").sentence == sentence


def test_the_sentence_says_whose_marks_they_are(make: Any, pack: Pack) -> None:
    history = make.history(*[(make.mine(4),) for _ in range(3)])
    line = series(checks(history), pack.check.mine[0], "mine")
    assert line.sentence == "All 3 of your marks are the same: little information."


@pytest.mark.parametrize(
    ("his", "mine", "sentence"),
    [
        ([4], [None], "No session yet in which you both put a number."),
        ([4, 4], [4, "low"], "1 session with a number from both: too early to compare."),
        ([4, 4, 4], [4, 3, 4], "3 sessions with a number from both, never far apart."),
        ([4, 4, 1], [4, 2, 4], "Two or more apart in 2 of 3 sessions."),
    ],
)
def test_the_sentence_under_a_pair_says_how_far_apart_the_two_are(
    make: Any, pack: Pack, his: list[Any], mine: list[Any], sentence: str
) -> None:
    history = make.history(*[[make.his(a), make.mine(b)] for a, b in zip(his, mine, strict=True)])
    found = pairs(history, pack)
    assert [pair.his.item.id + pair.mine.item.id for pair in found] == [
        "p1w1", "p2w2", "p3w3", "p4w4", "p5w5",
    ]  # fmt: skip
    assert found[0].sentence == sentence


def test_signs_and_moves_stand_on_the_same_time_line_as_the_marks(make: Any) -> None:
    sign = make.made("sign", sign="us-rush", title="I rushed")
    move = make.made("repair", move="own", title="Own your bit")
    history = make.history([sign, move], [make.his(4)], [sign])
    rows = slips(history)
    assert [row.session for row in rows] == [row.session for row in checks(history)]
    assert [(len(row.signs), len(row.moves)) for row in rows] == [(1, 1), (0, 0), (1, 0)]


FOURS, FIVES, MIXED = (4,) * 5, (5,) * 5, (4, 4, 3, 4, 4)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "He has not done a check yet."),
        ([None], "He has not done a check yet."),
        ([MIXED], "1 check so far: too early to compare."),
        ([MIXED, MIXED], "2 checks so far: too early to compare."),
        ([FOURS, FIVES, FIVES], "3 checks, each with one mark throughout: little information."),
        ([FOURS, MIXED, FIVES], "3 checks so far. Each line stands for itself."),
    ],
)
def test_the_sentence_over_the_page_says_how_much_there_is_to_go_by(
    make: Any, pack: Pack, rows: list[Any], sentence: str
) -> None:
    assert picture_sentence(course(make, *rows), pack) == sentence


@pytest.mark.parametrize(
    ("rows", "fires"),
    [
        ([(1, 3, 3, 3, 4)], True),
        ([(2, 3, 3, 3, 4)], False),
        ([(3, 3, 3, 3, 4), (2, 3, 3, 3, 4)], True),
        ([(2, 3, 3, 3, 4), (2, 3, 3, 3, 4)], False),
        ([("high", 3, 3, 3, 4), (2, 3, 3, 3, 4)], False),
        ([(3, 3, 3, 3, 4), (None, 3, 3, 3, 4), (2, 3, 3, 3, 4)], True),
        ([("low", "high", "high", "high", "high")], True),
        ([("middle", "high", "high", "high", "high")], False),
        ([(1, 3, 3, 3, 4), (3, 3, 3, 3, 4)], False),
        ([(1, 3, 3, 3, 4), None], False),
    ],
)
def test_a_low_mark_in_the_latest_check_is_worth_a_word(
    make: Any, pack: Pack, rows: list[Any], *, fires: bool
) -> None:
    assert ("low-mark" in rules(course(make, *rows), pack)) is fires


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ([5, 5, 3], False),
        ([5, 5, 5, 3], True),
        ([5, 5, 4, 3], True),
        ([5, 4, 4, 3], False),
        ([1, 5, 5, 5, 3], True),
        ([5, 5, 5, "middle"], False),
        ([5, "high", 5, 5, 3], True),
        ([5, "high", 5, 3], False),
    ],
)
def test_a_mark_two_below_the_middle_of_his_last_three_is_worth_a_word(
    make: Any, pack: Pack, marks: list[Any], *, fires: bool
) -> None:
    history = course(make, *[(mark, 4, 4, 4, 4) for mark in marks])
    assert ("below-usual" in rules(history, pack)) is fires


@pytest.mark.parametrize(
    ("rows", "fires"),
    [
        ([(4, 2)], False),
        ([(4, 2), (4, 2)], True),
        ([(4, 2), (2, 4)], True),
        ([(4, 2), (4, 3)], False),
        ([(4, 3), (4, 2)], False),
        ([(4, 2), ("high", 2)], False),
        ([(4, 2), (4, None)], False),
    ],
)
def test_two_views_far_apart_twice_running_are_worth_a_word(
    make: Any, pack: Pack, rows: list[Any], *, fires: bool
) -> None:
    history = make.history(*[[make.his(3, his), make.mine(3, mine)] for his, mine in rows])
    assert ("far-apart" in rules(history, pack)) is fires


def test_sessions_without_an_offer_do_not_break_a_run_and_passing_does(
    make: Any, pack: Pack
) -> None:
    apart = [make.his(5, 3, 3, 3, 3), make.mine(2, 3, 3, 3, 3)]
    assert "far-apart" in rules(make.history(apart, [], [], apart), pack)
    assert "far-apart" not in rules(make.history(apart, [make.passed()], apart), pack)


HIGHS, MIDDLES = ("high",) * 5, ("middle",) * 5


@pytest.mark.parametrize(
    ("rows", "fires"),
    [
        ([FIVES, FIVES], False),
        ([FIVES, FIVES, FIVES], True),
        ([FOURS, FIVES, FIVES], True),
        ([FIVES, MIXED, FIVES], False),
        ([FIVES, FIVES, (5, 5, 5, 5, None)], False),
        ([HIGHS, HIGHS, HIGHS], True),
        ([MIDDLES, MIDDLES, MIDDLES], False),
        ([FIVES, None, FIVES, FIVES], False),
    ],
)
def test_the_same_mark_throughout_three_times_running_is_worth_a_word(
    make: Any, pack: Pack, rows: list[Any], *, fires: bool
) -> None:
    assert ("all-the-same" in rules(course(make, *rows), pack)) is fires


@pytest.mark.parametrize(
    ("rows", "fires"),
    [
        ([None, None], False),
        ([MIXED, None], False),
        ([MIXED, None, None], True),
        ([MIXED, None, None, None], True),
        ([MIXED, None, MIXED], False),
        ([MIXED, (None,) * 5, None], True),
    ],
)
def test_passing_twice_running_after_doing_it_before_is_worth_a_word(
    make: Any, pack: Pack, rows: list[Any], *, fires: bool
) -> None:
    assert ("passed-twice" in rules(course(make, *rows), pack)) is fires


@pytest.mark.parametrize(
    ("signs", "fires"),
    [
        (["away-short"], False),
        (["away-short", "push-you"], True),
        (["away-short", "us-lecture"], False),
        (["away-short", "away-late", "us-rush"], False),
        (["us-rush", "away-late", "push-heat"], True),
    ],
)
def test_pulling_away_or_pushing_back_two_sessions_running_is_worth_a_word(
    make: Any, pack: Pack, signs: list[str], *, fires: bool
) -> None:
    history = make.history(*[[make.made("sign", sign=sign, title=sign)] for sign in signs])
    assert ("slipped-twice" in rules(history, pack)) is fires


@pytest.mark.parametrize(
    ("mark", "fires"), [(1, True), (2, True), (3, False), (None, False), ("low", False)]
)
def test_my_own_low_mark_on_both_jobs_is_for_supervision(
    make: Any, pack: Pack, mark: Any, *, fires: bool
) -> None:
    history = make.history([make.mine(3, 3, 3, 3, mark)])
    found = nudges(history, pack)
    assert [(n.rule, n.about) for n in found] == [("both-jobs", "supervision")] * fires


def test_a_pack_without_a_check_of_mine_gives_no_nudge_about_it(make: Any, pack: Pack) -> None:
    empty = make.pack(check=make.replace(pack.check, mine=()))
    assert rules(make.history([make.mine(1, 1, 1, 1, 1)]), empty) == []


def test_every_nudge_names_its_item_and_asks_without_judging(make: Any, pack: Pack) -> None:
    history = make.history(
        *[[make.his(3, 3, 3, 5, 3)]] * 3, [make.his(3, 3, 3, 2, 3), make.mine(3, 3, 3, 3, 1)]
    )
    found = {nudge.rule: nudge for nudge in nudges(history, pack)}
    assert list(found) == ["low-mark", "below-usual", "both-jobs"]
    assert found["low-mark"].text == (
        "He put “fair say” lower than last time. Worth a word about how you are working?"
    )
    assert {nudge.item for nudge in found.values()} == {"p4", "w5"}
    assert {nudge.session for nudge in found.values()} == {4}
    for nudge in found.values():
        assert not {"good", "bad", "poor", "excellent", "risk"} & set(nudge.text.lower().split())


def test_nudges_come_in_the_order_of_the_brief_and_supervision_last(make: Any, pack: Pack) -> None:
    sign = make.made("sign", sign="push-heat", title="Heat in the room")
    history = make.history([sign], [sign, make.his(3, 3, 1, 3, 4), make.mine(3, 3, 3, 3, 1)])
    assert rules(history, pack) == ["low-mark", "slipped-twice", "both-jobs"]
    only = make.history([sign], [sign, make.mine(3, 3, 3, 3, 1)])
    assert rules(only, pack) == ["slipped-twice", "both-jobs"]


def test_the_brief_takes_the_first_nudge_or_how_much_there_is(make: Any, pack: Pack) -> None:
    assert alliance_sentence(course(make, (1, 3, 3, 3, 4)), pack).startswith("He put “direction”")
    assert alliance_sentence(course(make, MIXED), pack) == "1 check so far: too early to compare."
