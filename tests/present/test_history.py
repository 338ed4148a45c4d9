import datetime as dt
from typing import Any

from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.played import Range
from srt_tui.domain.quotes import Filter
from srt_tui.domain.visits import Column, Grid, GridRow
from srt_tui.present import history

GRID = Grid(
    columns=(
        Column(session=1, date=dt.date(2026, 9, 1)),
        Column(session=2, date=dt.date(2026, 9, 8)),
    ),
    rows=(
        GridRow(exercise="f01", title="What matters to me", cells=("done", "")),
        GridRow(exercise="f02", title="The whole picture", cells=("skipped", "not-today")),
    ),
)


def test_the_window_holds_the_chosen_session_and_the_latest_others() -> None:
    assert history.window(9, 10, 4) == range(6, 10)
    assert history.window(0, 10, 4) == range(4)
    assert history.window(5, 10, 4) == range(2, 6)
    assert history.window(1, 2, 6) == range(2)


def test_the_chosen_session_stands_in_brackets() -> None:
    assert [history.heading(GRID.columns[0], chosen=chosen) for chosen in (True, False)] == [
        "[1 Sep]",
        " 1 Sep",
    ]


def test_a_row_is_an_exercise_and_its_cells_in_words() -> None:
    assert history.grid_row(GRID, 1, range(2)) == (
        "f02 The whole picture",
        " skipped",
        " not yet",
    )


def test_the_grid_begins_at_the_last_exercise_of_the_latest_session() -> None:
    assert history.first_row(GRID) == 1
    assert history.first_row(Grid(columns=(), rows=GRID.rows[:0])) == 0


def test_a_session_without_this_exercise_says_when_it_was_worked_on(make: Any) -> None:
    told = make.history((make.visited("f04"),), (make.visited("f05"),))
    assert history.not_visited(()) == "Not worked on yet."
    assert history.not_visited(told.visits_to("f04")) == (
        "Not worked on in this session. Last worked on 1 Sep."
    )


def test_every_visit_is_told_the_latest_first_and_one_session_by_itself(
    make: Any, pack: Pack
) -> None:
    told: History = make.history((make.visited("f04"),), (make.visited("f04"),), ())
    visits = told.visits_to("f04")
    lines = history.of_visits(told, visits, pack)
    assert lines[0] == history.at(told, "f04", 2, pack)[0]
    assert lines.count("") == 1
    assert history.at(told, "f04", 3, pack) == (history.not_visited(visits),)
    assert history.at(told, "f05", 1, pack) == ("Not worked on yet.",)


def test_a_visit_is_told_line_by_line(make: Any, pack: Pack) -> None:
    told: History = make.history(
        (
            make.number("in", 6),
            make.made(
                "clip-shown",
                clip="clip-f04",
                title="Early signs",
                form="plain",
                exercise="f04",
                ranges=(Range(0.0, 74.0), Range(40.0, 65.0)),
                length=74.0,
            ),
            make.made("prompt-used", exercise="f04", number=1, rung="self", text="And you?"),
            make.said("it's the jaw.\nalways.", "f04", prompt="And you?"),
            make.said("quieter after that", "f04", voice="mine"),
            make.made("answer", exercise="f04", field="f04.w1", label="My number", number=6),
            make.made("fit", clip="clip-f04", fit="fits-me"),
            make.made("skipped", what="field", id="f04.w2", title="A line", reason="no-time"),
            make.made("skipped", what="prompt", id="f04.p3"),
            make.made("skipped", what="exercise", id="f04", instead="e02"),
            make.visited("f04", rung="self", minutes=17),
        )
    )
    visit, session = told.visits_to("f04")[0], told.sessions[0]
    assert history.visit(visit, session, pack) == (
        "f04 Early signs · 1 Sep · done · reached his own · 17 min",
        "story shown 0:00–1:14 of 1:14, again 0:40–1:05",
        "his   “it's the jaw. always.”  (And you?)",
        "mine  “quieter after that”",
        "field My number: 6",
        "fit   fits me",
        "left  field A line: no time",
        "left  prompt f04.p3",
        "left  exercise f04; e02 instead",
        "asked 1 question",
        "number in 6, out not said",
    )


def test_a_visit_left_without_an_outcome_says_so(make: Any, pack: Pack) -> None:
    told: History = make.history((make.said("so", "f04"), make.number("out", 3)))
    visit, session = told.visits_to("f04")[0], told.sessions[0]
    assert history.visit(visit, session, pack) == (
        "f04 Early signs · 1 Sep · begun, left without an outcome",
        "his   “so”",
        "number in not said, out 3",
    )
    bare: History = make.history((make.visited("f04"),))
    assert history.visit(bare.visits_to("f04")[0], bare.sessions[0], pack) == (
        "f04 Early signs · 1 Sep · done",
    )


def test_a_story_is_shown_read_or_only_opened(make: Any) -> None:
    def story(**how: Any) -> str:
        return history.story(make.made("clip-shown", clip="clip-f04", title="", **how))

    assert story(form="transcript") == "read"
    assert story(form="plain") == "opened, not shown"
    assert story(form="plain", ranges=(Range(5.0, 65.0),)) == "shown 0:05–1:05"
    cut = (Range(0.0, 20.0), Range(20.4, 30.0), Range(50.0, 60.0), Range(4.0, 9.0), Range(5.0, 9.0))
    assert story(form="plain", ranges=cut) == (
        "shown 0:00–0:30 and 0:50–1:00, again 0:04–0:09, up to 3 times"
    )


def test_a_place_tells_when_where_whose_and_the_words(make: Any) -> None:
    told: History = make.history(
        (make.said("the\njaw", "f04", prompt="Where?"), make.made("note", text="tired"))
    )
    note, words = told.search("")
    assert history.place(words) == ("1 Sep", "f04", "his", "the jaw")
    assert history.place(note) == ("1 Sep", "private note", "mine", "tired")
    assert history.in_full(words) == "1 Sep · f04 · his\nWhere?\nthe\njaw"
    assert history.in_full(note) == "1 Sep · private note · mine\ntired"
    assert history.found_words(2) == "2 places"
    assert history.found_words(1) == "1 place"


def test_what_narrows_a_search_is_said_with_the_way_out(pack: Pack) -> None:
    foundation = pack.modules[0]
    assert history.narrowed(Filter(), pack) == ""
    assert history.narrowed(Filter(kinds=("note", "addendum")), pack) == (
        "Only: private note. Esc takes it away."
    )
    assert history.narrowed(Filter(kinds=("words",), voice="his"), pack) == (
        "Only: talk · his. Esc takes it away."
    )
    assert (
        history.narrowed(
            Filter(
                exercises=foundation.exercises,
                since=dt.date(2026, 9, 1),
                until=dt.date(2026, 9, 8),
            ),
            pack,
        )
        == f"Only: {foundation.title} · since 1 Sep 2026 · until 8 Sep 2026. Esc takes it away."
    )


def test_sessions_beyond_the_edge_are_counted() -> None:
    assert history.beyond(9, range(9)) == ""
    assert history.beyond(9, range(3, 9)) == "‹ 3 earlier"
    assert history.beyond(9, range(2, 6)) == "‹ 2 earlier  3 later ›"
    assert history.beyond(9, range(6)) == "3 later ›"


def test_then_and_now_puts_answers_under_their_question(make: Any) -> None:
    told: History = make.history(
        (make.said("the jaw", "f04", prompt="Where?"), make.visited("f04")),
        (make.said("the fists", "f04", prompt="Where?"), make.visited("f04")),
    )
    assert history.then_and_now(told.then_and_now("f04")) == (
        ("Where?", ("1 Sep  “the jaw”", "8 Sep  “the fists”")),
    )
    assert history.in_turn(told.then_and_now("f04")) == (
        ("Where?", "1 Sep  “the jaw”", "8 Sep  “the fists”", ""),
        (0,),
    )
    assert history.title("JD-07") == "History · JD-07"
