import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srt_tui.domain.entry import Unknown
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.domain.played import Range
from srt_tui.domain.quotes import Filter, answer_text

FIRST = dt.date(2026, 9, 1)
SECOND = dt.date(2026, 9, 8)


def unknown(make: Any, seq: int, session: int = 0) -> Unknown:
    return Unknown(seq=seq, session=session, at=make.START, kind="dream", raw={"kind": "dream"})


def test_an_empty_history_answers_every_question(pack: Pack) -> None:
    history = History.of(())
    assert history.sessions == ()
    assert history.last is None
    assert history.session(1) is None
    assert history.preferences == Preferences()
    assert history.referred is None
    assert history.ended is None
    assert history.visits_to("f01") == ()
    assert history.foundation_done(pack) == 0
    assert history.search("jaw") == ()
    assert history.open_step() is None
    assert history.unfinished() == ()
    assert history.outcome_grid(pack).columns == ()


def test_entries_of_an_unknown_kind_are_kept_and_change_nothing(make: Any) -> None:
    entries = make.course([make.visited("f01"), make.said("Steady.", "f01")])
    history = History.of((*entries, unknown(make, 90), unknown(make, 91, session=1)))
    plain = History.of(entries)
    assert len(history.entries) == len(plain.entries) + 2
    assert history.done == plain.done
    assert history.said() == plain.said()
    assert history.unfinished() == plain.unfinished()
    assert [s.date for s in history.sessions] == [s.date for s in plain.sessions]


def test_order_is_by_place_and_not_by_clock(make: Any) -> None:
    entries = make.course([make.visited("f01", "partly"), make.visited("f01", "done")])
    history = History.of(reversed(entries))
    assert [visit.outcome for visit in history.visits_to("f01")] == ["done"]


def test_a_session_knows_how_it_was(make: Any) -> None:
    session = make.history(
        [
            make.opened(format="phone", minutes=20),
            make.made("attended", came="late", reason="work"),
            make.number("in", 6),
            make.number("in", 5),
            make.number("out", "low"),
            make.made("recorded"),
        ]
    ).sessions[0]
    assert (session.number, session.date, session.format, session.minutes) == (
        1,
        FIRST,
        "phone",
        20,
    )
    assert session.came
    assert not session.cut
    assert session.recorded is not None
    assert (session.numbers.number_in, session.numbers.number_out) == (5, "low")


def test_a_session_without_its_opening_still_has_a_date() -> None:
    from_file = Unknown(
        seq=1,
        session=3,
        at=dt.datetime(2026, 9, 1, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=1))),
        kind="dream",
        raw={},
    )
    session = History.of((from_file,)).sessions[0]
    assert (session.number, session.date, session.format, session.minutes) == (
        3,
        FIRST,
        "room",
        0,
    )


def test_a_session_he_did_not_come_to_is_not_held(make: Any, pack: Pack) -> None:
    history = make.history([make.visited("f01")], [make.made("attended", came="no", reason="ill")])
    assert len(history.sessions) == 2
    assert [session.number for session in history.held] == [1]
    assert history.last == history.session(1)
    assert [column.session for column in history.outcome_grid(pack).columns] == [1]


def test_as_of_a_day_nothing_later_is_known(make: Any) -> None:
    history = make.history([make.visited("f01")], [make.visited("f02")])
    assert history.as_of(FIRST).done == ("f01",)
    assert history.as_of(SECOND).done == ("f01", "f02")
    assert history.as_of(FIRST - dt.timedelta(days=1)).entries == ()


def test_the_latest_preferences_hold(make: Any) -> None:
    entries = make.then(
        make.course([], prefers=Preferences(minutes=20)),
        make.made("preference", preferences=Preferences(minutes=45)),
    )
    assert History.of(entries).preferences.minutes == 45


def test_the_work_ends_and_begins_again_with_a_new_referral(make: Any) -> None:
    course = make.course([make.visited("f01")])
    ended = make.then(course, make.made("ended", on=SECOND, reason="moved"))
    again = make.then(ended, make.made("referred", on=SECOND))
    ended_history = History.of(ended)
    assert ended_history.ended is not None
    assert ended_history.ended.reason == "moved"
    back = History.of(again)
    assert back.ended is None
    assert back.referred is not None
    assert back.referred.on == SECOND


def test_the_same_exercise_three_weeks_running_is_three_visits(make: Any) -> None:
    history = make.history(
        [make.visited("f04", "partly", rung="character", minutes=12), make.said("Fine.", "f04")],
        [make.made("prompt-used", exercise="f04", number=1, rung="character", text="What?")],
        [make.visited("f04", "done", rung="self")],
    )
    visits = history.visits_to("f04")
    assert [(v.place, v.session, v.outcome, v.rung) for v in visits] == [
        (1, 1, "partly", "character"),
        (2, 2, None, None),
        (3, 3, "done", "self"),
    ]
    assert [words.text for words in visits[0].words] == ["Fine."]
    assert len(visits[1].prompts) == 1


def test_everything_about_an_exercise_is_with_its_visit(make: Any) -> None:
    story = make.made(
        "clip-shown",
        clip="clip-early",
        title="Early signs",
        form="standard",
        exercise="f04",
        ranges=(Range(0, 74),),
    )
    visit = make.history(
        [
            story,
            make.made("fit", clip="clip-early", fit="fits-me"),
            make.made("answer", exercise="f04", field="f04.w1", label="Signs", text="jaw"),
            make.made("skipped", what="field", id="f04.w2", reason="no-time"),
            make.made("skipped", what="clip", id="clip-f04"),
            make.made("skipped", what="stage", id="review"),
        ]
    ).visits_to("f04")[0]
    assert len(visit.clips) == 1
    assert [fit.fit for fit in visit.fits] == ["fits-me"]
    assert [answer.text for answer in visit.answers] == ["jaw"]
    assert [skip.id for skip in visit.skips] == ["f04.w2", "clip-f04"]


def test_the_grid_shows_how_each_exercise_went_in_each_session(make: Any, pack: Pack) -> None:
    skip = make.made("skipped", what="exercise", id="f02", reason="no-time")
    grid = make.history(
        [make.visited("f01"), skip],
        [make.visited("x99", "not-today", title="Gone"), make.said("Well.", "f03")],
        [skip, make.visited("f02", "partly"), make.said("more", "f02")],
    ).outcome_grid(pack)
    rows = {row.exercise: row.cells for row in grid.rows}
    assert len(grid.rows) == 25
    assert rows["f01"] == ("done", "", "")
    assert rows["f02"] == ("skipped", "", "partly")
    assert rows["f03"] == ("", "started", "")
    assert (grid.rows[-1].title, grid.rows[-1].cells) == ("Gone", ("", "not-today", ""))


def test_an_exercise_that_did_not_load_leaves_the_grid_whole(make: Any, pack: Pack) -> None:
    some = {id: exercise for id, exercise in pack.exercises.items() if id != "f02"}
    grid = make.history([make.visited("f01")]).outcome_grid(make.pack(exercises=some))
    assert len(grid.rows) == 23


def test_foundation_counts_exercises_done_at_least_once(make: Any, pack: Pack) -> None:
    history = make.history(
        [make.visited("f01"), make.visited("f02", "partly"), make.visited("t01")],
        [make.visited("f01"), make.visited("f01", "not-today")],
    )
    assert history.done == ("f01", "t01")
    assert history.foundation_done(pack) == 1


def test_his_words_and_mine_are_told_apart(make: Any) -> None:
    history = make.history(
        [
            make.said("Always the jaw.", "f04", prompt="Where?"),
            make.said("He went quiet.", "f04", voice="mine"),
        ]
    )
    assert [
        (s.voice, s.text, s.asked, s.session) for s in history.said(Filter(kinds=("words",)))
    ] == [
        ("his", "Always the jaw.", "Where?", 1),
        ("mine", "He went quiet.", "", 1),
    ]
    assert [s.text for s in history.said(Filter(kinds=("words",), voice="his"))] == [
        "Always the jaw."
    ]


def test_search_finds_every_kind_of_line_newest_first(make: Any) -> None:
    history = make.history(
        [
            make.said("it’s the JAW", "f04"),
            make.made("answer", exercise="f04", field="w", label="Jaw", number=6, after=3),
            make.made("step-set", text="Watch the jaw"),
            make.made("note", text="jaw again"),
        ],
        [
            make.made("step-reviewed", step=4, tried="half", text="jaw was tight"),
            make.made("check", side="his", line="less about the jaw"),
            make.made("addendum", to=3, text="he said jaw twice"),
            make.made("answer", exercise="f04", field="w", label="Nothing"),
        ],
    )
    assert [line.kind for line in history.search("jaw")] == [
        "addendum",
        "check-line",
        "step-review",
        "note",
        "step",
        "answer",
        "words",
    ]
    assert [line.text for line in history.search("it's the")] == ["it’s the JAW"]
    assert history.search("jaw knee") == ()
    assert len(history.search("")) == 7


@pytest.mark.parametrize(
    ("only", "texts"),
    [
        (Filter(kinds=("step",)), ["Watch it"]),
        (Filter(voice="mine"), ["He was late"]),
        (Filter(exercises=("f04",)), ["jaw"]),
        (Filter(since=SECOND), ["He was late"]),
        (Filter(until=FIRST), ["Watch it", "jaw"]),
    ],
)
def test_a_search_is_narrowed_by_kind_voice_exercise_and_date(
    make: Any, only: Filter, texts: list[str]
) -> None:
    history = make.history(
        [make.said("jaw", "f04"), make.made("step-set", text="Watch it")],
        [make.said("He was late", voice="mine")],
    )
    assert [line.text for line in history.search("", only)] == texts


@settings(deadline=None)
@given(text=st.text(max_size=40))
def test_no_search_text_breaks_the_search(make: Any, text: str) -> None:
    history = make.history([make.said("Always the jaw.")])
    assert len(history.search(text)) in (0, 1)


def test_the_same_question_stands_side_by_side_over_the_visits(make: Any) -> None:
    asked = [
        make.said("Marcus's jaw", "f04", prompt="Where do you notice it?"),
        make.said("mine", "f04", prompt="Where do you notice it?", voice="mine"),
        make.said("no question", "f04"),
    ]
    later = [make.said("my own jaw", "f04", prompt="Where do you notice it?")]
    history = make.history(asked, later)
    (question,) = history.then_and_now("f04")
    assert question.asked == "Where do you notice it?"
    assert [(line.session, line.text) for line in question.lines] == [
        (1, "Marcus's jaw"),
        (2, "my own jaw"),
    ]


def test_an_answer_or_a_fit_that_was_changed_counts_as_it_stood_at_the_end(make: Any) -> None:
    field = {"exercise": "f04", "field": "f04.w1", "label": "Where?"}
    history = make.history(
        [
            make.made("answer", **field, text="jaw"),
            make.made("fit", clip="clip-f04", fit="childish"),
            make.made("answer", **{**field, "field": "f04.w2", "label": "When?"}, text="late"),
            make.made("answer", **field, text="jaw and fists"),
            make.made("fit", clip="clip-f04", fit="partly"),
        ],
        [make.made("answer", **field, text="hands")],
    )
    first, second = history.visits_to("f04")
    assert [answer.text for answer in first.answers] == ["jaw and fists", "late"]
    assert [fit.fit for fit in first.fits] == ["partly"]
    assert [answer.text for answer in second.answers] == ["hands"]
    where, _ = history.then_and_now("f04")
    assert [line.text for line in where.lines] == ["jaw and fists", "hands"]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"text": "jaw"}, "jaw"),
        ({"picked": ("Hot face", "Fists")}, "Hot face, Fists"),
        ({"sorted": (("Shout", "harm"), ("Ask", "fair"))}, "Shout: harm, Ask: fair"),
        ({"number": 0}, "0"),
        ({"number": 6, "after": 3}, "6 → 3"),
        ({"number": "high", "after": "low"}, "high → low"),
        ({"boxes": (("thought", "nobody cares"), ("body", ""))}, "thought: nobody cares"),
        ({}, ""),
    ],
)
def test_an_answer_of_each_shape_reads_as_words(make: Any, values: Any, text: str) -> None:
    answer = make.made("answer", exercise="f04", field="w", label="My number", **values)
    assert answer_text(answer) == text


def test_a_step_is_open_until_it_is_looked_at_and_again_when_kept(make: Any) -> None:
    step = make.made("step-set", text="Say my number", sure=7)
    history = make.history([step])
    waiting = history.open_step()
    assert waiting is not None
    assert (waiting.text, waiting.sure, waiting.review) == ("Say my number", 7, None)
    kept = make.made("step-reviewed", step=waiting.seq, tried="half", then="keep")
    done = make.made("step-reviewed", step=waiting.seq, tried="tried", then="done")
    assert make.history([step], [kept]).open_step() is not None
    finished = make.history([step], [kept], [done])
    assert finished.open_step() is None
    assert [s.review.tried for s in finished.steps() if s.review] == ["tried"]


def test_clips_and_skips_and_numbers_are_listed_in_order(make: Any) -> None:
    shown = make.made("clip-shown", clip="clip-f01", title="x", form="transcript")
    history = make.history(
        [make.number("in", 4), shown, make.made("skipped", what="field", id="f01.w1")], []
    )
    assert [clip.clip for clip in history.clips_shown()] == ["clip-f01"]
    assert [skip.id for skip in history.skips()] == ["f01.w1"]
    assert [(n.session, n.number_in, n.number_out) for n in history.numbers()] == [
        (1, 4, None),
        (2, None, None),
    ]


def test_a_session_never_closed_is_cut_off_with_the_exercise_to_go_on_with(make: Any) -> None:
    history = make.history(
        [make.visited("f01"), make.said("one", "f02"), make.said("two", "f03")], open_end=True
    )
    cut = history.cut_off()
    assert cut is not None
    assert (cut.kind, cut.exercise, cut.session) == ("cut-off", "f03", 1)
    assert history.unfinished() == (cut,)


def test_a_session_cut_after_its_exercise_was_left_has_none_to_go_on_with(make: Any) -> None:
    cut = make.history([make.visited("f01"), make.made("closed", cut=True)]).cut_off()
    assert cut is not None
    assert cut.exercise is None


def test_a_later_session_takes_the_place_of_one_cut_off(make: Any) -> None:
    history = make.history([make.said("x", "f02"), make.made("closed", cut=True)], [])
    assert history.unfinished() == ()


SHORT = {"sign": "away-short", "title": "Short answers"}


def test_a_sign_is_unfinished_until_it_is_repaired(make: Any) -> None:
    sign = make.made("sign", **SHORT, exercise="f04")
    history = make.history([sign])
    (end,) = history.unfinished()
    assert (end.kind, end.title, end.exercise, end.date) == ("sign", "Short answers", "f04", FIRST)
    tried = {"move": "own", "title": "Own your bit"}
    unfinished = make.made("repair", **tried, sign=end.seq)
    mended = make.made("repair", **tried, sign=end.seq, result="better")
    assert make.history([sign], [unfinished]).unfinished() == (end,)
    assert make.history([sign], [mended]).unfinished() == ()


def test_a_repair_that_names_no_sign_answers_the_latest_open_one(make: Any) -> None:
    repair = make.made("repair", move="own", title="Own your bit", result="same")
    joke = make.made("sign", sign="away-joke", title="Laughing it off")
    history = make.history([repair, make.made("sign", **SHORT), joke, repair])
    assert [end.id for end in history.unfinished()] == ["away-short"]


def test_a_follow_up_waits_until_it_is_settled_and_the_first_due_comes_first(make: Any) -> None:
    later = make.made("safety-raised", follow_up=dt.date(2026, 9, 20))
    sooner = make.made("safety-raised", follow_up=dt.date(2026, 9, 10))
    course = make.course([later, sooner, make.made("safety-raised"), make.made("sign", **SHORT)])
    ends = History.of(course).unfinished()
    assert [(end.kind, end.due) for end in ends] == [
        ("follow-up", dt.date(2026, 9, 10)),
        ("follow-up", dt.date(2026, 9, 20)),
        ("sign", None),
    ]
    settled = [make.made("addendum", to=end.seq, settles=True) for end in ends]
    remark = make.made("addendum", to=ends[0].seq, text="rang")
    assert History.of(make.then(course, remark)).unfinished() == ends
    assert History.of(make.then(course, *settled)).unfinished() == ()
