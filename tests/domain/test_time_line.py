from typing import Any

from srt_tui.domain.time_line import time_line

SIGN = {"sign": "away-short", "title": "Short answers"}


def test_every_session_is_on_the_time_line_the_latest_first(make: Any) -> None:
    missed = make.made("attended", came="no", reason="ill")
    history = make.history([make.visited("f01")], [missed], [make.visited("f02")])
    told = time_line(history)
    assert [each.session.number for each in told] == [3, 2, 1]
    assert [[visit.exercise for visit in each.exercises] for each in told] == [["f02"], [], ["f01"]]


def test_what_happened_stands_in_the_order_it_began(make: Any) -> None:
    history = make.history(
        [
            make.made("skipped", what="exercise", id="f03", reason="no-time"),
            make.said("the jaw", "f04"),
            make.made("sign", **SIGN, exercise="f04"),
            make.made("repair", move="own", title="Own your bit", result="better"),
            make.visited("f04"),
            make.made("skipped", what="prompt", id="f04.p2"),
            make.made("step-set", text="Say my number"),
        ]
    )
    (told,) = time_line(history)
    assert [type(each).__name__ for each in told.happened] == [
        "Skipped", "VisitTo", "SignSeen", "Repair", "StepSet",
    ]  # fmt: skip


def test_a_session_has_the_exercises_that_were_worked_on_in_it(make: Any) -> None:
    history = make.history([make.visited("f01"), make.visited("f02")], [make.visited("f01")])
    assert {visit.exercise for visit in history.visits_in(1)} == {"f01", "f02"}
    assert [visit.place for visit in history.visits_in(2)] == [2]
    assert history.visits_in(9) == ()
