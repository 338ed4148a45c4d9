"""Shown ranges: only plausible progress counts, and never more than the time that went by."""

import math

from hypothesis import given
from hypothesis import strategies as st

from srt_tui.domain.played import Range, Shown, coverage, covered, most_often, replayed, stretches


def test_reports_in_step_with_the_clock_grow_one_range() -> None:
    shown = Shown()
    for quarter in range(9):
        shown = shown.progress(quarter / 4, clock=100 + quarter / 4)
    assert shown.ranges == (Range(0, 2, 1),)


def test_a_jump_forward_begins_a_new_range() -> None:
    shown = Shown().progress(0, clock=0).progress(1, clock=1).progress(30, clock=1.25)
    shown = shown.progress(31, clock=2.25)
    assert shown.ranges == (Range(0, 1, 1), Range(30, 31, 1))


def test_a_replay_is_a_range_of_its_own() -> None:
    shown = Shown().progress(0, clock=0).progress(4, clock=4).cut()
    shown = shown.progress(2, clock=5).progress(4, clock=7).cut()
    assert shown.ranges == (Range(0, 4, 1), Range(2, 4, 1))
    assert covered(shown.ranges) == 4
    assert replayed(shown.ranges) == 2
    assert coverage(shown.ranges, 8) == 0.5


def test_another_speed_is_another_range() -> None:
    shown = Shown().progress(0, clock=0).progress(1, clock=1)
    shown = shown.progress(1, clock=1, rate=0.75).progress(1.75, clock=2, rate=0.75)
    assert shown.ranges == (Range(0, 1, 1), Range(1, 1.75, 0.75))


def test_a_stall_followed_by_a_leap_is_not_progress() -> None:
    shown = Shown().progress(0, clock=0).progress(1, clock=1)
    shown = shown.progress(1, clock=9).progress(9, clock=9.25)
    assert shown.ranges == (Range(0, 1, 1),)


def test_small_leaps_do_not_add_up() -> None:
    shown = Shown()
    for step in range(100):
        shown = shown.progress(step * 0.5, clock=step * 0.25)
    assert max(each.end - each.start for each in shown.ranges) < 2


def test_a_moment_too_short_to_see_is_left_out() -> None:
    assert Shown().progress(3, clock=0).progress(3.01, clock=0.01).cut().ranges == ()


def test_nothing_shown_covers_nothing() -> None:
    assert coverage((), 10) == 0
    assert coverage((Range(0, 5, 1),), 0) == 0
    assert coverage((Range(0, 12, 1),), 10) == 1


reports = st.lists(
    st.tuples(st.floats(0, 90), st.floats(0, 2), st.sampled_from([0.75, 1.0, 1.25]), st.booleans()),
    max_size=60,
)


@given(reports)
def test_whatever_a_player_says_no_range_is_longer_than_its_time_allows(
    said: list[tuple[float, float, float, bool]],
) -> None:
    shown, clock = Shown(), 0.0
    for at, gone, rate, cut in said:
        clock += gone
        shown = (shown.cut() if cut else shown).progress(at, clock=clock, rate=rate)
    total = sum(each.end - each.start for each in shown.ranges)
    assert total <= clock * 1.25 + 0.5 * len(shown.ranges) + 1e-6
    assert all(0 <= each.start < each.end <= 90 for each in shown.ranges)
    assert covered(shown.ranges) <= total + 1e-9


@given(st.floats(0, 50), st.floats(0.1, 40), st.sampled_from([0.75, 1.0, 1.25]))
def test_steady_playing_is_counted_whole(start: float, seconds: float, rate: float) -> None:
    shown, steps = Shown(), max(2, round(seconds * 4))
    for step in range(steps + 1):
        gone = seconds * step / steps
        shown = shown.progress(start + gone * rate, clock=gone, rate=rate)
    assert math.isclose(covered(shown.ranges), seconds * rate, abs_tol=1e-6)


def test_parts_that_a_pause_cut_are_one_and_parts_shown_again_are_counted() -> None:
    cut = (Range(0.0, 20.0), Range(20.4, 30.0), Range(50.0, 60.0), Range(4.0, 9.0))
    assert stretches(cut) == ((0.0, 30.0), (50.0, 60.0))
    assert stretches(cut, 2) == ((4.0, 9.0),)
    assert stretches((Range(0.0, 9.0), Range(8.5, 20.0)), 2) == ()
    assert stretches(()) == ()


def test_how_often_the_part_shown_most_was_shown() -> None:
    assert most_often(()) == 0
    assert most_often((Range(0.0, 9.0),)) == 1
    assert most_often((Range(0.0, 9.0), Range(2.0, 5.0), Range(2.0, 7.0))) == 3
