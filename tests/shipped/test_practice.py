"""The shipped rehearsals keep what their design says (its table and its checks before release)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srt_tui.domain.practice import MOST_POINTS, Rehearsal, WayThrough
from srt_tui.library import load_rehearsals
from srt_tui.locations import locate


@pytest.fixture(scope="module")
def rehearsals() -> dict[str, Rehearsal]:
    return load_rehearsals(locate().shipped_pack)


def test_five_rehearsals_as_in_the_table(rehearsals: dict[str, Rehearsal]) -> None:
    assert {r.id: (r.title, r.exercise, r.plan, r.minutes) for r in rehearsals.values()} == {
        "practice-warm": ("A willing start", "f04", "plan-foundation", 20),
        "practice-flat": ("Short answers", "f01", "plan-foundation", 30),
        "practice-push": ("What is the point", "f02", "plan-whole-picture", 30),
        "practice-control": ("All the right words", "r03", "plan-room", 45),
        "practice-disclose": ("Pen down", "t01", "plan-strong", 30),
    }
    assert {r.reference for r in rehearsals.values()} == {f"ZZ-0{n}" for n in range(1, 6)}


def test_sixty_turns_with_three_or_four_choices_each(rehearsals: dict[str, Rehearsal]) -> None:
    turns = [turn for rehearsal in rehearsals.values() for turn in rehearsal.turns.values()]
    assert len(turns) == 60
    for turn in turns:
        assert "".join(choice.letter for choice in turn.choices) in {"abc", "abcd"}
        assert turn.he
        assert turn.seen


def test_any_letter_taken_throughout_ends_with_three_to_five_points(
    rehearsals: dict[str, Rehearsal],
) -> None:
    for rehearsal in rehearsals.values():
        for wish in "abcd":
            way = WayThrough(rehearsal=rehearsal)
            while turn := way.turn:
                letters = [choice.letter for choice in turn.choices]
                way = way.choose(wish if wish in letters else letters[-1])
            assert 8 <= len(way.steps) <= 12
            prompts = [step.turn.prompt for step in way.steps if step.turn.prompt]
            assert all(before <= after for before, after in pairwise(prompts))
            after = way.afterwards()
            assert 3 <= len(after.points) <= MOST_POINTS
            assert after.to_try
            assert after.for_supervision


@given(
    which=st.integers(0, 4),
    moves=st.lists(st.sampled_from(["a", "b", "c", "back", "log", "safety", "again"]), max_size=40),
)
def test_whatever_is_done_on_the_way_the_end_is_reached_with_its_points(
    rehearsals: dict[str, Rehearsal], which: int, moves: list[str]
) -> None:
    way = WayThrough(rehearsal=list(rehearsals.values())[which])
    for move in moves:
        match move:
            case "back":
                way = way.back()
            case "log":
                way = way.log("away-short")
            case "safety":
                way = way.open_safety()
            case "again":
                way = way.again()
            case letter if way.turn:
                way = way.choose(letter)
    while way.turn:
        way = way.choose("a")
    assert 8 <= len(way.steps) <= 12
    assert 3 <= len(way.afterwards().points) <= MOST_POINTS
