from hypothesis import given
from hypothesis import strategies as st

from srt_tui.domain.asking import (
    KEYS,
    Ask,
    Asking,
    asking,
    backward,
    enter,
    is_full,
    move,
    onward,
    packed,
    pairs,
    pick,
    put,
    toggle,
    unpacked,
)

OPTIONS = (("walk", "Walk"), ("talk", "Talk"), ("wait", "Wait"))
ONE = Ask(kind="one", options=OPTIONS)
MANY = Ask(kind="many", options=OPTIONS)
NUMBER = Ask(kind="number")
TEXT = Ask(kind="text")


def pressed(start: Asking, *keys: str) -> Asking:
    now = start
    for key in keys:
        now = pick(now, key)
    return now


def test_nothing_to_ask_is_over_at_once() -> None:
    nothing = Asking()
    assert nothing.is_over
    assert nothing.is_empty
    assert nothing.ask is None
    assert nothing.kind is None
    assert nothing.value == ""
    assert pick(nothing, "1") == nothing
    assert toggle(nothing) == nothing
    assert move(nothing, 1) == nothing
    assert not is_full(nothing)


def test_a_figure_picks_one_option_and_goes_on() -> None:
    done = pick(asking(ONE), "2")
    assert done.values == ("talk",)
    assert done.is_over


def test_a_key_beyond_the_options_does_nothing() -> None:
    assert pick(asking(ONE), "4") == asking(ONE)
    assert pick(asking(MANY), "z") == asking(MANY)
    assert pick(asking(TEXT), "1") == asking(TEXT)


def test_enter_without_a_pick_goes_on_without_an_answer() -> None:
    assert enter(asking(ONE)).values == ("",)
    assert enter(asking(ONE)).is_over


def test_arrows_point_and_enter_takes() -> None:
    down = move(move(asking(ONE), 1), 1)
    assert down.row == 1
    assert enter(down).values == ("talk",)


def test_up_from_nowhere_points_at_the_last_and_arrows_stop_at_the_ends() -> None:
    assert move(asking(ONE), -1).row == 2
    assert move(move(asking(ONE), -1), 1).row == 2
    assert move(move(asking(ONE), 1), -1).row == 0


def test_many_are_picked_and_taken_back_in_the_order_of_the_list() -> None:
    picked = pressed(asking(MANY), "3", "1")
    assert picked.lines == ("walk", "wait")
    assert pick(picked, "3").lines == ("walk",)


def test_space_picks_the_one_that_is_pointed_at() -> None:
    assert toggle(move(asking(MANY), 1)).lines == ("talk",)
    assert toggle(asking(ONE)) == asking(ONE)


def test_up_to_two_refuses_a_third_until_one_is_taken_back() -> None:
    most = Ask(kind="many", options=OPTIONS, most=2)
    full = pressed(asking(most), "1", "2")
    assert is_full(full)
    assert pick(full, "3").lines == ("walk", "talk")
    assert pick(pick(full, "1"), "3").lines == ("talk", "wait")


def test_pick_one_of_many_replaces_what_was_picked() -> None:
    single = Ask(kind="many", options=OPTIONS, most=1)
    assert pressed(asking(single), "1", "3").lines == ("wait",)
    assert not is_full(pressed(asking(single), "1"))


def test_sorting_puts_the_option_in_a_group_and_points_at_the_next() -> None:
    sort = Ask(kind="sort", options=OPTIONS, groups=("mine", "theirs"))
    sorted_ = pressed(asking(sort), "1", "2", "1", "2")
    assert pairs(sorted_.value) == (("walk", "mine"), ("talk", "theirs"), ("wait", "theirs"))
    assert sorted_.row == 2
    assert pick(sorted_, "3") == sorted_


def test_sorting_needs_a_row_to_be_pointed_at() -> None:
    sort = Ask(kind="sort", options=OPTIONS, groups=("mine",))
    lost = Asking(asks=(sort,), values=("",), row=-1)
    assert pick(lost, "1") == lost


def test_one_and_then_nought_is_ten() -> None:
    assert pressed(asking(NUMBER), "1", "0").value == "10"
    assert pressed(asking(NUMBER), "2", "0").value == "0"
    assert pressed(asking(NUMBER), "1", "0", "0").value == "0"
    assert pick(asking(NUMBER), "h") == asking(NUMBER)


def test_arrows_move_the_number_within_nought_and_ten() -> None:
    assert move(asking(NUMBER), 1).value == "0"
    assert move(asking(NUMBER), -1).value == "10"
    assert move(put(asking(NUMBER), "10"), 1).value == "10"
    assert move(put(asking(NUMBER), "7"), -1).value == "6"


def test_questions_follow_one_another_and_can_be_gone_back_to() -> None:
    two = asking(NUMBER, NUMBER)
    second = enter(pick(two, "6"))
    assert second.at == 1
    assert backward(second).value == "6"
    assert backward(backward(second)).at == 0
    assert enter(pick(second, "3")).values == ("6", "3")


def test_a_question_for_one_answer_only_is_passed_over_otherwise() -> None:
    words = Ask(kind="text", only="talk")
    three = asking(ONE, words, NUMBER)
    assert pick(three, "1").at == 2
    assert backward(pick(three, "1")).at == 0
    assert pick(three, "2").at == 1
    assert backward(onward(pick(three, "2"))).at == 1


def test_what_was_answered_before_is_pointed_at() -> None:
    assert asking(ONE, values=("wait",)).row == 2
    assert asking(ONE, values=("gone",)).row == -1
    assert asking(MANY, values=("talk\nwait",)).row == 1
    assert asking(MANY).row == 0


def test_answers_that_do_not_fit_the_questions_are_not_taken() -> None:
    assert asking(ONE, values=("a", "b")).values == ("",)


def test_a_draft_that_is_not_ours_counts_as_one_text() -> None:
    assert unpacked("it's the jaw") == ("it's the jaw",)
    assert unpacked('{"a": 1}') == ('{"a": 1}',)
    assert packed(asking(TEXT)) == ""


@given(st.lists(st.text(), min_size=1, max_size=7))
def test_answers_come_back_from_a_draft_as_they_were(values: list[str]) -> None:
    asked = asking(*(TEXT for _ in values), values=tuple(values))
    assert unpacked(packed(asked)) == (tuple(values) if any(values) else ("",))


@given(
    st.sampled_from([ONE, MANY, NUMBER, Ask(kind="sort", options=OPTIONS, groups=("a", "b"))]),
    st.lists(st.sampled_from([*KEYS, "up", "down", "enter", "space", "back"]), max_size=30),
)
def test_no_row_of_keys_leads_out_of_the_questions(ask: Ask, keys: list[str]) -> None:
    now = asking(ask, TEXT, ask)
    for key in keys:
        match key:
            case "up" | "down":
                now = move(now, -1 if key == "up" else 1)
            case "enter":
                now = enter(now)
            case "space":
                now = toggle(now)
            case "back":
                now = backward(now)
            case _:
                now = pick(now, key)
        assert 0 <= now.at <= len(now.asks)
        assert len(now.values) == len(now.asks)
        assert now.ask is None or now.row < max(1, len(now.ask.options))
