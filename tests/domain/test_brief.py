import datetime as dt
from typing import Any

import pytest

from srt_tui.domain.brief import NOTHING_SAID, brief
from srt_tui.domain.history import History
from srt_tui.domain.last_time import LeftOpen, left_open, looked_at, reached
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences


def test_before_the_first_session_the_brief_says_so(make: Any, pack: Pack) -> None:
    found = brief(make.history(), pack, make.TODAY)
    assert found.last == ("Not met yet.",)
    assert (found.last, found.step, found.step_open) == (("Not met yet.",), "", False)
    assert found.energy is None
    assert found.alliance == "He has not done a check yet."
    assert found.wants == ()


def test_her_private_notes_of_last_time_come_back_and_no_older_ones(make: Any, pack: Pack) -> None:
    assert brief(make.history(), pack, make.TODAY).notes == ()
    history = make.history(
        [make.made("note", text="Older.")],
        [make.made("note", text="Ask about sleep."), make.made("note", text="Tired.")],
        [make.made("attended", came="no")],
    )
    assert brief(history, pack, make.TODAY).notes == ("Ask about sleep.", "Tired.")


def test_her_private_notes_are_at_hand_in_the_next_session_and_not_in_their_own(
    make: Any,
) -> None:
    history = make.history([make.made("note", text="Ask about sleep.")], [make.said("x")])
    assert left_open(history, 2, make.TODAY).notes == ("Ask about sleep.",)
    assert left_open(history, 1, make.TODAY).notes == ()


def test_last_time_is_three_lines_in_his_words(make: Any, pack: Pack) -> None:
    history = make.history(
        [make.visited("f03")],
        [
            make.said("Not much happened this week, same as the one before that."),
            make.said("No.", "f04"),
            make.said("It is always the jaw.", "f04"),
            make.said("My dad had the same look.", "f04"),
            make.visited("f04", title="Early signs"),
            make.visited("f05", "not-today", title="Stepping away safely"),
        ],
    )
    assert brief(history, pack, make.TODAY).last == (
        "8 Sep: Early signs (done), Stepping away safely (not today).",
        "“It is always the jaw.”",
        "“My dad had the same look.”",
    )


def test_without_talk_his_answers_speak_and_without_those_it_says_so(make: Any, pack: Pack) -> None:
    answers = [
        make.made("answer", exercise="f04", field="a", label="Number", number=3),
        make.made("answer", exercise="f04", field="b", label="Thought", text="nobody asks me"),
    ]
    assert brief(make.history(answers), pack, make.TODAY).last == (
        "1 Sep: f04 (begun).",
        "“nobody asks me”",
    )
    shown = make.made(
        "clip-shown", clip="clip-f04", title="Early signs", form="plain", exercise="f04"
    )
    begun = brief(make.history([*answers, shown, *answers]), pack, make.TODAY)
    assert begun.last[0] == "1 Sep: Early signs (begun)."
    live = brief(make.history([make.number("in", 4)]), pack, make.TODAY)
    assert live.last[0] == "1 Sep: no exercise; the time was used otherwise."
    cut = make.history([], open_end=True)
    assert brief(cut, pack, make.TODAY).last == ("1 Sep: stopped part way.", NOTHING_SAID)


def test_what_he_wants_is_his_latest_answer_to_each_question(make: Any, pack: Pack) -> None:
    def wants(text: str) -> Any:
        return make.made("answer", exercise="f01", field="f01.w1", label="What matters", text=text)

    sure = make.made("answer", exercise="f01", field="f01.w5", label="How sure", number=6)
    found = brief(make.history([wants("Calm"), sure], [wants("Fair")]), pack, make.TODAY)
    assert [(line.asked, line.text) for line in found.wants] == [
        ("What matters", "Fair"),
        ("How sure", "6"),
    ]
    assert brief(make.history([sure]), make.pack(modules=()), make.TODAY).wants == ()


def test_the_brief_holds_what_is_open_and_how_it_has_been(make: Any, pack: Pack) -> None:
    sessions = [[make.number("in", n), make.visited(f"f0{n}")] for n in range(1, 7)]
    last = [
        make.made("energy", value="low"),
        make.made("step-set", text="Count the buts."),
        make.made("sign", sign="away-joke", title="Laughing it off"),
        make.his(1, 3, 3, 3, 3),
    ]
    prefers = Preferences(leave_out=("alcohol",))
    found = brief(make.history(*sessions, last, prefers=prefers), pack, make.TODAY)
    assert found.foundation == 6
    assert [n.number_in for n in found.numbers] == [3, 4, 5, 6, None]
    assert (found.step, found.step_open) == ("Step: Count the buts. Not looked at yet.", True)
    assert found.slipped == ("laughing it off on 13 Oct (not picked up since)",)
    assert [end.kind for end in found.unfinished] == ["sign"]
    assert (found.energy, found.leave_out) == ("low", ("alcohol",))
    assert found.alliance.startswith("He put “direction” at 1.")


def test_the_brief_knows_nothing_later_than_its_day(make: Any, pack: Pack) -> None:
    history = make.history([make.visited("f01")], [make.visited("f02")])
    found = brief(history, pack, dt.date(2026, 9, 2))
    assert found.last[0].startswith("1 Sep: ")
    assert found.foundation == 1


@pytest.mark.parametrize(
    ("tried", "then", "sentence"),
    [
        ("tried", "done", "Looked at: tried."),
        ("half", "keep", "Looked at: half tried, and kept."),
        ("not", "swap", "Looked at: not tried."),
    ],
)
def test_a_look_at_a_step_is_one_sentence(make: Any, tried: str, then: str, sentence: str) -> None:
    assert looked_at(make.made("step-reviewed", step=1, tried=tried, then=then)) == sentence


def test_the_rung_reached_is_said_in_words_where_it_is_known() -> None:
    assert reached("self") == "reached his own"
    assert reached(None) == ""


def test_a_visit_without_a_title_goes_by_its_id(make: Any, pack: Pack) -> None:
    history: History = make.history([make.visited("f04", title="")])
    assert brief(history, pack, make.TODAY).last[0] == "1 Sep: f04 (done)."


def test_what_slipped_last_time_is_told_with_how_long_ago_that_was(make: Any) -> None:
    sign = make.made("sign", sign="away-late", title="Late")
    missed = make.made("attended", came="no")
    today = make.START.date() + dt.timedelta(days=14)
    last_time = make.history([make.visited("f01")], [sign])
    assert left_open(last_time, 3, today) == LeftOpen(titles=("Late",), days=7)
    assert left_open(last_time, 3, today - dt.timedelta(days=7)).days == 0
    before_that = make.history([sign], [make.visited("f01")])
    assert left_open(before_that, 3, today) == LeftOpen(titles=("Late",))
    assert left_open(make.history([missed, sign]), 2, today) == LeftOpen(titles=("Late",))
    assert left_open(last_time, 2, today) == LeftOpen()
