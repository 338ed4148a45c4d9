import pytest

from srt_tui.domain.last_time import LeftOpen
from srt_tui.domain.pack import Pack
from srt_tui.domain.structure import StageId
from srt_tui.domain.views import Private
from srt_tui.present.session import private as said

NOTHING_SLIPPED = LeftOpen()


def notes(
    pack: Pack,
    stage: StageId,
    exercise: str | None,
    used: int,
    planned: int,
    slipped: LeftOpen = NOTHING_SLIPPED,
) -> said.AtHand:
    now = Private(
        stage=stage, exercise=exercise, used=used, planned=planned, way="room", slipped=slipped
    )
    return said.notes(pack, now)


def test_the_notes_say_what_to_watch_for_and_what_helps(pack: Pack) -> None:
    found = notes(pack, "talk", "f05", 9, 30)
    assert found.head == "f05 · talk it over · 9 of 30 min"
    titles = [title for title, _ in found.lines]
    assert titles[:4] == [
        "Watch for", "If it gets stuck", "If it does not fit", "What it may bring up",
    ]  # fmt: skip
    assert titles.count("To say and do") == 1


def test_without_an_exercise_there_is_still_the_stage(pack: Pack) -> None:
    found = notes(pack, "close", None, 28, 30)
    assert found.head == "close · 28 of 30 min"
    assert found.lines[0][0] == "To say and do"


def test_every_sign_and_move_has_a_key_of_its_own(pack: Pack) -> None:
    assert len(said.signs(pack)) <= len(said.SIGN_KEYS)
    lines = said.listed(said.signs(pack))
    assert len({line[0] for line in lines}) == len(pack.signs)
    assert lines[0] == "1 Short answers"
    assert said.moves(pack)[2][1].startswith("Own your bit. ")


def test_it_says_how_long_it_stays_and_what_was_kept() -> None:
    assert said.closes_in(52) == "closes in 0:52"
    assert said.logged("Short answers") == "Kept: Short answers. u takes it out."


def test_what_slipped_before_stands_first_on_arriving_and_nowhere_else(pack: Pack) -> None:
    slipped = LeftOpen(titles=("Short answers", "Late"))
    arriving = notes(pack, "arrive", None, 0, 30, slipped=slipped)
    assert arriving.lines[0] == ("Pick up first", "Short answers and Late")
    talking = notes(pack, "talk", "f05", 9, 30, slipped=slipped)
    assert "Pick up first" not in dict(talking.lines)
    assert "Pick up first" not in dict(notes(pack, "arrive", None, 0, 30).lines)


def test_her_own_notes_of_last_time_are_at_hand_on_arriving(pack: Pack) -> None:
    before = LeftOpen(notes=("Ask about\nsleep.",))
    arriving = notes(pack, "arrive", None, 0, 30, slipped=before)
    assert arriving.lines[0] == ("My note of last time", "Ask about sleep.")
    talking = notes(pack, "talk", "f05", 9, 30, slipped=before)
    assert "My note of last time" not in dict(talking.lines)


@pytest.mark.parametrize(("days", "when"), [(1, "time"), (7, "week"), (9, "week"), (10, "time")])
def test_what_slipped_last_time_comes_with_words_that_fit(pack: Pack, days: int, when: str) -> None:
    slipped = LeftOpen(titles=("Late",), days=days)
    lines = notes(pack, "arrive", None, 0, 30, slipped=slipped).lines
    assert lines[1][0] == "To say"
    assert f"Last {when} did not end well." in lines[1][1]


def test_what_slipped_earlier_today_comes_without_words(pack: Pack) -> None:
    slipped = LeftOpen(titles=("Late",), days=0)
    lines = notes(pack, "arrive", None, 0, 30, slipped=slipped).lines
    assert lines[0] == ("Pick up first", "Late")
    assert "To say" not in dict(lines)


def test_minutes_beyond_the_plan_are_told_quietly(pack: Pack) -> None:
    assert notes(pack, "close", None, 34, 30).head == "close · 34 of 30 min, 4 over"
