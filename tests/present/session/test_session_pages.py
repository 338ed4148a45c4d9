"""What the pages of a session say and ask, on the shipped pack."""

import datetime as dt

import pytest

from srt_tui.domain import plan as planning
from srt_tui.domain.answers import Answered, answered, mark, number, values_of
from srt_tui.domain.asking import Ask, Asking, asking, enter, pick, put
from srt_tui.domain.content import ChainField, TextField
from srt_tui.domain.entry import Answer
from srt_tui.domain.pack import Pack
from srt_tui.domain.pages import AnyPage, FieldPage, NumberPage, OpenStep, StepPage
from srt_tui.domain.participant import Preferences, Suits
from srt_tui.domain.questions import RIGHT, asks_of, others
from srt_tui.domain.session_pages import lay_out
from srt_tui.present.session import pages as said
from srt_tui.present.session.pages import PageView, in_words
from srt_tui.present.session.rows import scale


def pages(pack: Pack, *exercises: str, light: bool = False) -> tuple[AnyPage, ...]:
    """Every page of an hour with these exercises, the first session with a step to look at."""
    suits: tuple[Suits, ...] = ("light-words",) if light else ()
    return lay_out(
        pack,
        planning.make(pack, exercises, minutes=60),
        Preferences(minutes=60, suits=suits),
        first=True,
        open_step=OpenStep(seq=9, text="Say my number."),
    )


def kind(pack: Pack, name: str, *exercises: str, light: bool = False) -> AnyPage:
    """The first page of a kind."""
    found = pages(pack, *(exercises or ("f05",)), light=light)
    return next(page for page in found if type(page).__name__ == name)


def field(pack: Pack, id: str) -> FieldPage:
    """The page of one worksheet field."""
    exercise = pack.exercises[id.partition(".")[0]]
    found = next(each for each in exercise.fields if each.id == id)
    return FieldPage(key="k", item=0, stage="practise", exercise=exercise.id, field=found)


def seen(page: AnyPage, now: Asking | None = None, *, light: bool = False) -> PageView:
    asked = asking(*asks_of(page, light=light)) if now is None else now
    return said.view(page, asked, heading="A heading", light=light, note="No names.")


@pytest.mark.parametrize("light", [False, True])
def test_every_page_of_every_exercise_says_something(pack: Pack, light: bool) -> None:  # noqa: FBT001 - a parameter of the test
    for exercise in pack.order:
        for page in pages(pack, exercise, light=light):
            view = seen(page, light=light)
            assert view.big
            assert view.heading == "A heading"


def test_a_prompt_says_where_it_stands_and_what_he_said(pack: Pack) -> None:
    page = kind(pack, "PromptPage")
    view = said.view(page, Asking(), heading="Talk", said=("It's the jaw.",))
    assert view.state == "1 of 6"
    assert view.below == ("“It's the jaw.”",)


def test_his_number_is_a_line_from_nought_to_ten(pack: Pack) -> None:
    page = kind(pack, "NumberPage")
    line, ends = seen(page, pick(asking(*asks_of(page)), "7")).rows
    assert line == " 0  1  2  3  4  5  6 ▌7▐ 8  9  10 "
    assert ends.split() == ["calm", "as", "angry", "as", "I", "get"]
    assert len(ends) < len(line)


def test_light_words_ask_for_low_middle_or_high(pack: Pack) -> None:
    page = kind(pack, "NumberPage", light=True)
    assert seen(page, light=True).rows == ("1 low: calm", "2 middle", "3 high: as angry as I get")


def test_long_ends_stand_on_lines_of_their_own() -> None:
    line, low, high = scale("", "hardly there at all", "as strong as it ever gets")
    assert line.startswith(" 0  1 ")
    assert (low, high) == ("0 hardly there at all", "10 as strong as it ever gets")


def test_the_step_from_last_time_is_looked_at_in_two_keys(pack: Pack) -> None:
    page = kind(pack, "StepBackPage")
    first = asking(*asks_of(page))
    assert seen(page).above == "The step from last time"
    assert seen(page).rows == ("1 tried", "2 half tried", "3 not tried")
    assert seen(page, pick(first, "2")).rows[0] == "What now?"
    assert pick(pick(first, "2"), "4").values == ("half", "done")


def test_the_note_stands_over_every_worksheet_line(pack: Pack) -> None:
    assert seen(field(pack, "f05.w2")).above == "No names."


def test_a_pointed_row_is_said(pack: Pack) -> None:
    page = kind(pack, "StepBackPage")
    pointed = pick(asking(*asks_of(page)), "2")
    assert seen(page, Asking(asks=pointed.asks, values=pointed.values, at=1, row=2)).here == 3


def test_said_not_saved_asks_nothing_and_says_so(pack: Pack) -> None:
    page = field(pack, "f06.w3")
    assert asks_of(page) == ()
    assert seen(page).below == (said.SAID_ONLY,)


def test_a_choice_shows_what_is_picked(pack: Pack) -> None:
    page = field(pack, "f05.w4")
    view = seen(page, pick(asking(*asks_of(page)), "2"))
    assert view.rows[:2] == ("1 ○ Walk", "2 ● Breathe")
    assert view.here == 1


def test_sorting_shows_the_groups_and_what_is_in_them(pack: Pack) -> None:
    page = field(pack, "r03.w1")
    view = seen(page, pick(asking(*asks_of(page)), "2"))
    assert view.rows[0] == "1 mine  2 theirs  3 ours"
    assert view.rows[1].split() == ["Who", "I", "see", "theirs"]
    assert view.rows[2].endswith("·")


def test_before_and_after_stand_together_with_the_movement(pack: Pack) -> None:
    page = field(pack, "f04.w5")
    first = pick(asking(*asks_of(page)), "7")
    assert "before one slow minute" in seen(page, first).rows
    assert "after" not in seen(page, first).rows
    both = pick(enter(first), "4")
    assert seen(page, both).rows[-1] == "7 → 4"
    assert "after" in seen(page, both).rows


def test_before_and_after_in_words_show_the_movement_too(pack: Pack) -> None:
    page = field(pack, "f04.w5")
    first = asking(*asks_of(page, light=True))
    assert seen(page, first, light=True).rows[1] == "1 low: calm"
    second = pick(first, "3")
    assert seen(page, second, light=True).rows[0] == "before one slow minute: high"
    assert seen(page, pick(second, "1"), light=True).rows[-1] == "high → low"


def test_a_chain_is_drawn_box_under_box(pack: Pack) -> None:
    page = field(pack, "f03.w1")
    second = enter(put(asking(*asks_of(page)), "the bus was late"))
    view = seen(page, second)
    assert view.rows[:3] == ("[what happened] the bus was late", "  ↓", "[thought]")
    assert view.here == 2
    assert view.rows[-1] == "[what came next]"


def test_the_step_offers_the_exercises_own_and_his_words(pack: Pack) -> None:
    page = kind(pack, "StepPage")
    assert isinstance(page, StepPage)
    first = asking(*asks_of(page))
    assert seen(page, first).below == (page.task_line,)
    own = pick(first, "2")
    assert own.kind == "text"
    assert seen(page, own).rows == ("In my own words",)
    assert seen(page, own).below == ()
    assert pick(first, "1").kind == "number"


def test_a_step_of_no_exercise_is_asked_in_his_words() -> None:
    page = StepPage(key="k", item=0, stage="plan", text="", task_line="On your own.")
    assert [ask.kind for ask in asks_of(page)] == ["text", "number"]
    assert seen(page).big == "One small step."


def test_the_check_says_what_one_and_five_mean(pack: Pack) -> None:
    page = kind(pack, "CheckPage")
    assert seen(page).state == "1 of 5"
    assert seen(page).rows[0] == "1  This is someone else's list, not mine"
    assert seen(page).rows[1:4] == ("2", "3", "4")


def test_the_easy_check_says_what_low_and_high_mean(pack: Pack) -> None:
    view = seen(kind(pack, "CheckPage", light=True), light=True)
    assert view.big == "Was today about something you want?"
    assert view.rows == ("1 low", "2 middle", "3 high")
    assert view.below == ("low: No, not mine", "high: Yes, mine")


def test_leaving_out_stopping_and_slowing_down_have_words_of_their_own() -> None:
    assert said.why("Talk", Asking()).big == "Skip this."
    assert said.why("Talk", Asking(), rest=True).big == "Skip the rest of this exercise."
    assert said.stop("Talk", Asking()).big == "Stop here?"
    assert said.slow("Close").below == (said.WHERE_NEXT,)


ANSWERS = [
    ("f05.w2", ("I am stepping out",), Answered(text="I am stepping out")),
    ("f05.w4", ("Walk\nMusic",), Answered(picked=("Walk", "Music"))),
    ("r03.w1", ("Who I see\tmine",), Answered(sorted=(("Who I see", "mine"),))),
    ("f05.w1", ("7",), Answered(number=7)),
    ("f05.w1", ("high",), Answered(number="high")),
    ("f04.w5", ("7", ""), Answered(number=7)),
    ("f04.w5", ("7", "4"), Answered(number=7, after=4)),
    (
        "f03.w1",
        ("the bus", "", "", "", "", ""),
        Answered(boxes=(("what happened", "the bus"),)),
    ),
]


@pytest.mark.parametrize(("id", "values", "kept"), ANSWERS)
def test_answers_are_kept_and_come_back_as_they_stood(
    pack: Pack, id: str, values: tuple[str, ...], kept: Answered
) -> None:
    page = field(pack, id)
    assert answered(page.field, values) == kept
    entry = Answer(
        at=dt.datetime(2026, 11, 23, 14, 32, tzinfo=dt.UTC),
        exercise="f05",
        field=id,
        label="a label",
        text=kept.text,
        picked=kept.picked,
        sorted=kept.sorted,
        number=kept.number,
        after=kept.after,
        boxes=kept.boxes,
    )
    assert values_of(page.field, entry) == values


def test_a_mark_is_a_figure_a_word_or_nothing() -> None:
    assert mark("4") == 4
    assert mark("middle") == "middle"
    assert mark("") is None
    assert number("10") == 10


def test_the_kinds_of_fields_in_the_pack_are_all_asked_for(pack: Pack) -> None:
    fields = [each for exercise in pack.exercises.values() for each in exercise.fields]
    for each in fields:
        page = FieldPage(key="k", item=0, stage="practise", exercise="f01", field=each)
        asks = asks_of(page)
        if isinstance(each, TextField):
            assert len(asks) == (1 if each.saved else 0)
        elif isinstance(each, ChainField):
            assert len(asks) == len(each.boxes)
        else:
            assert asks


def test_without_figures_his_number_is_asked_in_words() -> None:
    assert in_words("How are you today, nought to ten?") == (
        "How are you today: low, middle or high?"
    )
    page = NumberPage(
        key="7-number", item=7, stage="close", out=True, text="What is your number now?"
    )
    ask = asking(*asks_of(page, light=True))
    view = said.view(page, ask, heading="Close", light=True)
    assert view.big == "How is it now?"
    assert [row[2:].partition(":")[0] for row in view.rows] == ["low", "middle", "high"]
    assert "ten" not in view.big
    assert said.view(page, ask, heading="Close").big == page.text


def test_another_story_his_words_and_what_is_read_out_are_pages_of_their_own() -> None:
    ask = asking(Ask(kind="one", options=others([("e02", "Let the wave pass")])))
    assert said.instead("Talk", ask).rows == ("1 Let the wave pass", "2 no, go on")
    back = said.say_back("Talk", "It is the jaw.", asking(Ask(kind="one", options=RIGHT)))
    assert (back.above, back.big) == (said.CHECKING, "“It is the jaw.”")
    assert said.aloud(back) == (
        "Let me see if I have it right.\n“It is the jaw.”\n1 that is right\n2 not like that"
    )
