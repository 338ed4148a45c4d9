from typing import Any

from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.time_line import chapter
from srt_tui.present import time_line

SIGN = {"sign": "away-short", "title": "Short answers"}


def test_the_time_line_tells_each_session_and_leads_to_it(make: Any, pack: Pack) -> None:
    told: History = make.history(
        (
            make.number("in", 6),
            make.said("the jaw", "f04"),
            make.made("sign", **SIGN, exercise="f04"),
            make.made("sign", sign="us-rush", title=""),
            make.made("repair", move="own", title="Own your bit", result="better"),
            make.visited("f04", rung="self", minutes=17),
            make.made("skipped", what="exercise", id="f05", reason="no-time"),
            make.made("skipped", what="exercise", id="f06", instead="e02"),
            make.made("step-set", text="Say my number"),
            make.made("recorded"),
        ),
        (make.made("attended", came="no", reason="ill"),),
        (
            make.made("attended", came="late"),
            make.made("step-reviewed", step=9, tried="half", then="done"),
            make.said("so", "f05"),
            make.visited("f06"),
            make.number("out", 3),
        ),
    )
    rows = time_line.rows(told, pack)
    assert [row.session for row in rows] == [3, 3, 3, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1]
    assert [row.text.strip() for row in rows] == [
        "15 Sep 2026 · session 3 · came late · room, 30 min · number – → 3 · not yet in the record",
        "step looked at: half tried",
        "f05 Stepping away safely: begun, left without an outcome",
        "f06 Saying it straight: done",
        "8 Sep 2026 · session 2 · did not come (ill) · not yet in the record",
        "1 Sep 2026 · session 1 · room, 30 min · number 6 → –",
        "f04 Early signs: done, reached his own, 17 min",
        "slipped: Short answers, in f04",
        "slipped: us-rush",
        "tried: Own your bit (better)",
        "left out: f05 Stepping away safely (no time)",
        "left out: f06 Saying it straight; e02 instead",
        "step: Say my number",
    ]
    assert time_line.first_of(rows, 2) == 4
    assert time_line.first_of(rows, 9) == 0


def test_a_session_in_full_holds_its_visits_and_what_was_said_outside_them(
    make: Any, pack: Pack
) -> None:
    told: History = make.history(
        (
            make.made("attended", came="yes"),
            make.said("long day", None),
            make.said("the jaw", "f04"),
            make.made("sign", **SIGN),
            make.made("rewatched", clip="clip-f03", title="Thought, feeling, action"),
            make.made("step-set", text="Say my number", exercise="f04"),
            make.made("note", text="tired", exercise="f04"),
            make.made("closed", cut=True),
        )
    )
    assert time_line.whole(chapter(told, told.sessions[0]), pack) == (
        "1 Sep 2026 · session 1 · room, 30 min · cut off · not yet in the record",
        "",
        "f04 Early signs · 1 Sep · begun, left without an outcome",
        "his   “the jaw”",
        "",
        "slipped: Short answers",
        "story seen in his own time: Thought, feeling, action",
        "his: “long day”",
        "step: “Say my number”",
        "private note: “tired”",
    )


def test_a_session_of_unknown_length_has_none(make: Any) -> None:
    came = make.made("attended", came="yes", seq=1, session=1)
    told = History.of([came])
    assert time_line.heading(told.sessions[0]) == (
        "1 Sep 2026 · session 1 · room · cut off · not yet in the record"
    )


def test_a_story_of_no_exercise_is_on_the_time_line_once(make: Any, pack: Pack) -> None:
    welcome = {"clip": "clip-welcome", "title": "Welcome"}
    told: History = make.history(
        (
            make.made(
                "clip-shown", **welcome, form="standard", ranges=(make.Range(0, 10),), length=74
            ),
            make.made("clip-shown", **welcome, form="transcript"),
            make.visited("f01"),
        )
    )
    line = "story: Welcome, shown 0:00–0:10 of 1:14; read"
    assert [row.text.strip() for row in time_line.rows(told, pack)][1:] == [
        line,
        "f01 What matters to me: done",
    ]
    assert line in time_line.whole(chapter(told, told.sessions[0]), pack)
