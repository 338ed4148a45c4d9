"""A way through a rehearsal: what was chosen decides what comes, and nothing is counted up."""

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.domain.practice import (
    Choice,
    Counted,
    Group,
    Kind,
    Picked,
    Point,
    Rehearsal,
    Turn,
    WayThrough,
)


def kind(id: str, group: Group = "pull", own_sign: str = "") -> Kind:
    return Kind(id=id, groups=(group,), plain=f"You did {id}", own_sign=own_sign)


LECTURE = kind("lecture", own_sign="us-lecture")
PAUSE = kind("pause", "repair")
SAFETY = kind("safety", "practice")


def choice(letter: str, kind: Kind, to: str = "") -> Choice:
    return Choice(letter=letter, kind=kind, words="So.", then="Yes.", coaching="Slow.", to=to)


def turn(id: str, *choices: Choice, signs: tuple[str, ...] = ()) -> Turn:
    return Turn(id=id, stage="talk", he="Well.", seen="He waits.", choices=choices, signs=signs)


def rehearsal(*points: Point) -> Rehearsal:
    """Turn 1, then 2 by way of 1b after a lecture, then the end."""
    turns = (
        turn("1", choice("a", LECTURE, "1b"), choice("b", PAUSE, "2"), signs=("away-short",)),
        turn("1b", choice("a", LECTURE, "2"), choice("b", PAUSE, "2"), signs=("away-short",)),
        turn("2", choice("a", SAFETY), choice("b", PAUSE), signs=("push-heat", "away-short")),
    )
    return Rehearsal(
        id="practice-x",
        title="X",
        exercise="f01",
        plan="plan-x",
        minutes=20,
        reference="ZZ-09",
        background=("44, a porter.",),
        trains="waiting",
        turns={turn.id: turn for turn in turns},
        points=points,
        to_try="Wait.",
        for_supervision="What do I rush?",
    )


def walked(letters: str, *points: Point) -> WayThrough:
    way = WayThrough(rehearsal=rehearsal(*points))
    for letter in letters:
        way = way.choose(letter)
    return way


def at(way: WayThrough) -> str:
    return way.turn.id if way.turn else "end"


def test_each_choice_leads_to_its_turn_and_the_last_to_the_end() -> None:
    assert [at(walked(letters)) for letters in ("", "a", "ab", "b", "bb")] == [
        "1", "1b", "2", "2", "end",
    ]  # fmt: skip
    assert [(s.turn.id, s.choice.letter) for s in walked("ab").steps] == [("1", "a"), ("1b", "b")]


def test_a_letter_that_is_no_choice_is_refused_with_those_that_are() -> None:
    with pytest.raises(SrtError, match="Choose one of a, b"):
        walked("c")


def test_after_the_end_nothing_can_be_chosen() -> None:
    with pytest.raises(SrtError, match="come to its end"):
        walked("bba")


def test_a_turn_back_takes_the_choice_and_the_signs_logged_since_with_it() -> None:
    way = walked("a").log("away-short").choose("b").log("push-heat")
    assert at(way) == "2"
    before = way.back()
    assert at(before) == "1b"
    assert before.afterwards().logged == ("away-short",)
    assert at(walked("").back()) == "1"


def test_starting_again_forgets_everything() -> None:
    way = walked("ab").log("push-heat").open_safety().again()
    assert way == walked("")


def test_a_sign_logged_twice_at_a_turn_is_logged_once() -> None:
    way = walked("").log("away-short")
    assert way.log("away-short") == way


def test_signs_that_showed_stand_beside_those_logged_each_once() -> None:
    after = walked("aaa").log("push-heat").afterwards()
    assert after.showed == ("away-short", "push-heat")
    assert after.own == ("us-lecture",)
    assert after.logged == ("push-heat",)
    assert (after.to_try, after.for_supervision) == ("Wait.", "What do I rush?")


def test_before_the_end_the_turn_in_sight_has_shown_its_signs_too() -> None:
    assert walked("b").afterwards().showed == ("away-short", "push-heat")


def points(way: WayThrough) -> tuple[str, ...]:
    return way.afterwards().points


@pytest.mark.parametrize(
    ("letters", "holds"), [("aab", True), ("abb", False), ("bb", False)], ids=["2", "1", "0"]
)
def test_a_counted_rule_holds_from_its_number_on(letters: str, holds: bool) -> None:  # noqa: FBT001 - a table of cases
    rule = Counted(names=("lecture",), number=2)
    assert points(walked(letters, Point(text="p", rule=rule))) == (("p",) if holds else ())


def test_kinds_are_added_up() -> None:
    rule = Counted(names=("lecture", "safety"), number=2)
    assert points(walked("aba", Point(text="p", rule=rule))) == ("p",)
    assert points(walked("abb", Point(text="p", rule=rule))) == ()


def test_never_chosen_holds_only_then() -> None:
    rule = Counted(names=("lecture",), number=0, exactly=True)
    assert points(walked("bb", Point(text="p", rule=rule))) == ("p",)
    assert points(walked("abb", Point(text="p", rule=rule))) == ()


def test_a_rule_about_picks_looks_for_any_of_them() -> None:
    rule = Picked(choices=(("1b", "b"), ("2", "a")))
    assert points(walked("abb", Point(text="p", rule=rule))) == ("p",)
    assert points(walked("ba", Point(text="p", rule=rule))) == ("p",)
    assert points(walked("bb", Point(text="p", rule=rule))) == ()


def test_no_sign_logged_is_a_rule_of_its_own() -> None:
    rule = Counted(names=("logged",), number=0, exactly=True)
    assert points(walked("bb", Point(text="p", rule=rule))) == ("p",)
    assert points(walked("bb", Point(text="p", rule=rule)).log("push-heat")) == ()


def test_the_safety_page_counts_as_opened_by_its_key_or_by_a_choice() -> None:
    rule = Counted(names=("safety-page",), number=0, exactly=True)
    assert points(walked("bb", Point(text="p", rule=rule))) == ("p",)
    assert points(walked("ba", Point(text="p", rule=rule))) == ()
    assert points(walked("bb", Point(text="p", rule=rule)).open_safety()) == ()


def test_opening_the_safety_page_is_no_kind_of_move() -> None:
    rule = Counted(names=("safety",), number=1)
    assert points(walked("bb", Point(text="p", rule=rule)).open_safety()) == ()


def test_five_points_come_at_most_in_the_order_written() -> None:
    never = Point(text="no", rule=Counted(names=("lecture",), number=9))
    always = [Point(text=str(number)) for number in range(7)]
    assert points(walked("bb", never, *always)) == ("0", "1", "2", "3", "4")
