import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Preferences
from srt_tui.domain.suggest import HOW_MANY, suggest
from srt_tui.domain.suggestion import RULE_WORDS, Suggestion

SOON = dt.date(2026, 9, 22)
FOUNDATION = [f"f0{n}" for n in range(1, 9)]


def told(found: tuple[Suggestion, ...]) -> list[tuple[str, str]]:
    return [(each.rule, each.exercise) for each in found]


def by_rule(history: History, pack: Pack, today: dt.date = SOON) -> dict[str, Suggestion]:
    found: dict[str, Suggestion] = {}
    for each in suggest(history, pack, today):
        found.setdefault(each.rule, each)
    return found


def after_foundation(make: Any, *sessions: Any, **how: Any) -> History:
    history: History = make.history([make.visited(id) for id in FOUNDATION], *sessions, **how)
    return history


def test_a_new_person_begins_with_a_first_meeting(make: Any, pack: Pack) -> None:
    first, second, third = suggest(make.history(), pack, SOON)
    assert (first.rule, first.exercise, first.template) == ("first-meeting", "f01", "plan-first")
    assert told((second, third)) == [("foundation", "f02"), ("foundation", "f03")]


def test_a_template_the_pack_does_not_have_is_left_off(make: Any) -> None:
    first = suggest(make.history(), make.pack(templates={}), SOON)[0]
    assert (first.exercise, first.template) == ("f01", None)


def test_an_exercise_cut_off_comes_first(make: Any, pack: Pack) -> None:
    history = make.history([make.visited("f01")], [make.said("x", "f02")], open_end=True)
    first = suggest(history, pack, SOON)[0]
    assert (first.rule, first.exercise) == ("go-on", "f02")
    assert first.why == "It was cut off on 8 Sep: go on with it."


def test_a_session_cut_between_exercises_asks_for_nothing(make: Any, pack: Pack) -> None:
    history = make.history([make.visited("f01"), make.made("closed", cut=True)])
    assert "go-on" not in by_rule(history, pack)


def test_the_foundation_goes_on_in_its_order_and_says_why(make: Any, pack: Pack) -> None:
    assert [each.why for each in suggest(make.history([]), pack, SOON)[:2]] == [
        "Next in the foundation, and it needs nothing before it.",
        "Also open in the foundation; it stands alone, and is best after “What matters to me”.",
    ]
    history = make.history([make.visited("f01"), make.visited("f02"), make.visited("f03")])
    first = suggest(history, pack, SOON)[0]
    assert (first.rule, first.exercise) == ("foundation", "f04")
    assert first.why == (
        "Next in the foundation; it builds on “Thought, feeling, action”, which he has done."
    )
    skipping = make.history([make.visited("f02")], prefers=Preferences(leave_out=("f01",)))
    assert suggest(skipping, pack, SOON)[0].exercise == "f03"
    early = make.history([], prefers=Preferences(leave_out=("f01",)))
    assert suggest(early, pack, SOON)[0].why == (
        "Next in the foundation, and it needs nothing before it."
    )


def test_stuck_three_weeks_on_one_exercise_offers_the_same_skill_in_another_story(
    make: Any, pack: Pack
) -> None:
    start = [make.visited(id) for id in ("f01", "f02", "f03")]
    weeks = [[make.visited("f04", "partly")] for _ in range(3)]
    found = suggest(make.history(start, *weeks), pack, SOON)
    assert told(found) == [("foundation", "f04"), ("same-skill", "e02"), ("foundation", "f05")]
    assert found[0].why == "Next in the foundation; 3 visits so far, not done yet."
    assert found[1].why == "3 visits to “Early signs”; the same skill, another story."


def test_control_without_violence_goes_on_with_its_plan(make: Any, pack: Pack) -> None:
    on_plan = make.opened(template="plan-room")
    found = by_rule(after_foundation(make, [on_plan, make.visited("t03")]), pack)
    assert (found["plan-under-way"].exercise, found["plan-under-way"].template) == (
        "r03",
        "plan-room",
    )
    assert found["plan-under-way"].why == "Meeting 4 of “Room”, the plan you are on."
    rest = after_foundation(
        make, [on_plan, make.visited("t03"), make.visited("r03"), make.visited("r04")]
    )
    assert by_rule(rest, pack)["plan-under-way"].exercise == "r06"
    without = after_foundation(
        make,
        [on_plan, make.visited("t03"), make.visited("r03")],
        prefers=Preferences(leave_out=("t02",)),
    )
    assert by_rule(without, pack)["plan-under-way"].exercise == "r04"


def test_whoever_leaves_violence_out_is_offered_the_plan_for_harm_without_it(
    make: Any, pack: Pack
) -> None:
    prefers = Preferences(leave_out=("physical-violence",))
    seen = [make.visited(id) for id in FOUNDATION if id not in ("f02", "f05")]
    found = by_rule(make.history(seen, prefers=prefers), pack)
    assert (found["control"].exercise, found["control"].template) == ("t03", "plan-room")
    assert found["control"].why == ("Meeting 3 of “Room”, as he leaves physical violence out.")
    new = by_rule(make.history([], prefers=prefers), pack)
    assert (new["control"].exercise, new["control"].template) == ("f06", "plan-room")
    both = make.history([make.visited("f06"), make.visited("f07")], prefers=prefers)
    assert "control" not in by_rule(both, pack)
    bare = make.pack(templates={})
    assert "control" not in by_rule(make.history(seen, prefers=prefers), bare)


def test_a_plan_of_one_meeting_is_not_under_way(make: Any, pack: Pack) -> None:
    history = after_foundation(make, [make.opened(template="plan-review")])
    assert "plan-under-way" not in by_rule(history, pack)
    assert "plan-under-way" not in by_rule(
        after_foundation(make, [make.opened(template="plan-gone")]), pack
    )


def test_a_plan_that_was_begun_goes_on_beside_the_open_foundation(make: Any, pack: Pack) -> None:
    history = make.history([make.opened(template="plan-room"), make.visited("f06")])
    found = suggest(history, pack, SOON)
    assert told(found)[:2] == [("foundation", "f01"), ("plan-under-way", "f07")]
    later = make.history(
        [make.opened(template="plan-room"), make.visited("f06"), make.visited("f07")]
    )
    assert by_rule(later, pack)["plan-under-way"].exercise == "t03"


def test_a_plan_that_is_done_is_no_longer_under_way(make: Any, pack: Pack) -> None:
    seen = [make.visited(id) for id in ("f06", "f07", "t03", "r03", "t02", "r06")]
    history = make.history([make.opened(template="plan-room"), *seen])
    assert "plan-under-way" not in by_rule(history, pack)


def test_who_does_not_drink_is_offered_the_stand_in(make: Any, pack: Pack) -> None:
    history = after_foundation(make, prefers=Preferences(leave_out=("alcohol", "drugs")))
    found = by_rule(history, pack)
    assert found["stands-in"].exercise == "e02"
    assert found["stands-in"].why == (
        "Stands in for “The short fuse”, which touches what he leaves out."
    )
    early = make.history([make.visited("f01")], prefers=Preferences(leave_out=("alcohol",)))
    assert "stands-in" not in by_rule(early, pack)


def test_after_the_foundation_stories_that_fitted_come_first(make: Any, pack: Pack) -> None:
    liked = [
        make.made("fit", clip="clip-f06", fit="fits-me"),
        make.made("fit", clip="clip-f02", fit="not-me"),
        make.made("fit", clip="clip-gone", fit="childish"),
    ]
    first = suggest(after_foundation(make, liked), pack, SOON)[0]
    assert (first.rule, first.exercise) == ("best-after", "r03")
    assert first.why == (
        "It builds on “Saying it straight”, which he has done; stories with Graham fitted him."
    )
    plain = suggest(after_foundation(make), pack, SOON)[0]
    assert (plain.exercise, plain.why) == (
        "t01",
        "It builds on “Thought, feeling, action”, which he has done.",
    )


def test_one_of_two_exercises_before_is_enough_where_the_pack_says_so(
    make: Any, pack: Pack
) -> None:
    all_but = [id for id in pack.order if id not in ("r04", "e03", "t02")]
    rest = make.history([make.visited(id) for id in all_but])
    assert "r04" not in [e.exercise for e in suggest(rest, pack, SOON) if e.rule == "best-after"]
    one = make.history([make.visited(id) for id in (*all_but, "e03")])
    found = [e.exercise for e in suggest(one, pack, SOON) if e.rule == "best-after"]
    assert found == ["t02", "r04"]


@pytest.mark.parametrize("came_in", [6, 9, "high"])
def test_a_high_number_last_time_brings_a_skill_for_bringing_it_down(
    make: Any, pack: Pack, came_in: Any
) -> None:
    history = make.history(
        [make.visited(id) for id in ("f01", "f02", "f03", "f04")],
        [make.number("in", came_in)],
    )
    found = suggest(history, pack, SOON)
    assert ("number-fits", "e02") in told(found)
    assert f"He came in at {came_in} last time" in found[1].why


@pytest.mark.parametrize("came_in", [5, "middle", "low"])
def test_a_number_below_six_brings_none(make: Any, pack: Pack, came_in: Any) -> None:
    assert "number-fits" not in by_rule(make.history([make.number("in", came_in)]), pack)


def test_a_sign_unrepaired_brings_something_he_knows(make: Any, pack: Pack) -> None:
    quiet = make.made("sign", sign="away-short", title="Short answers")
    history = make.history([make.visited("f01")], [make.visited("f02"), quiet])
    found = by_rule(history, pack)["sign-fits"]
    assert (found.exercise, found.template) == ("f02", None)
    mended = make.made("repair", move="own", title="Own your bit", result="better")
    put_right = make.history([make.visited("f01")], [make.visited("f02"), quiet, mended])
    assert "sign-fits" not in by_rule(put_right, pack)
    before = make.history([make.visited("f01"), quiet], [make.visited("f02")])
    assert "sign-fits" not in by_rule(before, pack)


def test_going_back_to_the_facts_brings_the_plan_that_steps_out_of_them(
    make: Any, pack: Pack
) -> None:
    facts = make.made("sign", sign="push-facts", title="Against the facts")
    history = make.history([make.visited("f01"), facts])
    found = {each.rule: each for each in suggest(history, pack, SOON)}
    assert (found["sign-fits"].exercise, found["sign-fits"].template) == (
        "f04",
        "plan-whole-picture",
    )
    without = suggest(history, make.pack(templates={}), SOON)
    assert "sign-fits" not in [each.rule for each in without]


def test_an_exercise_partly_done_is_worth_another_visit(make: Any, pack: Pack) -> None:
    step = make.made("step-set", text="Count the buts", exercise="t01")
    history = after_foundation(
        make,
        [make.visited("e01", "partly")],
        [make.visited("t01", "partly"), step],
        prefers=Preferences(leave_out=("physical-violence", "jealousy", "childhood")),
    )
    found = by_rule(history, pack)["repeat"]
    assert (found.exercise, found.why) == (
        "e01",
        "Partly done on 8 Sep; another visit is worth it.",
    )


def test_a_step_not_quite_tried_is_a_reason_to_repeat(make: Any, pack: Pack) -> None:
    step = make.made("step-set", text="Say my number", exercise="e01")
    seq = make.history([make.visited("e01"), step]).steps()[0].seq

    def again(outcome: str, tried: str) -> str:
        looked = [make.made("step-reviewed", step=seq, tried=tried)]
        history = make.history([make.visited("e01", outcome), step], looked)
        found = by_rule(history, pack).get("repeat")
        return found.why if found else ""

    assert again("partly", "half") == "Partly done on 1 Sep, and its step was not quite tried."
    assert again("partly", "tried") == "Partly done on 1 Sep; another visit is worth it."
    assert again("done", "not") == "Its step was not quite tried; once more, made smaller."
    assert again("done", "tried") == ""


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("skipped", {"what": "exercise", "id": "f04", "reason": "does-not-fit"}),
        ("skipped", {"what": "clip", "id": "clip-f04", "reason": "refused"}),
        ("fit", {"clip": "clip-f04", "fit": "childish"}),
        ("fit", {"clip": "clip-f04", "fit": "not-me"}),
    ],
)
def test_a_story_that_did_not_fit_is_offered_in_another(
    make: Any, pack: Pack, kind: str, values: Any
) -> None:
    found = by_rule(make.history([make.made(kind, **values)]), pack)["same-skill"]
    assert (found.exercise, found.why) == (
        "e02",
        "“Early signs” did not fit; this is the same skill in another story.",
    )


def test_a_pair_with_an_exercise_the_pack_lacks_is_passed_over(make: Any, pack: Pack) -> None:
    some = {id: exercise for id, exercise in pack.exercises.items() if id != "f04"}
    no_fit = make.made("skipped", what="exercise", id="f04", reason="does-not-fit")
    found = suggest(make.history([no_fit]), make.pack(exercises=some), SOON)
    assert "f04" not in [each.exercise for each in found]
    assert "same-skill" not in [each.rule for each in found]


def test_what_there_was_no_room_for_is_offered_again(make: Any, pack: Pack) -> None:
    skip = make.made("skipped", what="exercise", id="e01", reason="no-time")
    refused = make.made("skipped", what="exercise", id="e05", reason="refused")
    found = by_rule(make.history([skip, refused]), pack)["left-for-later"]
    assert (found.exercise, found.why) == ("e01", "There was no room for it on 1 Sep.")
    since = make.history([skip], [make.visited("e01")])
    assert "left-for-later" not in by_rule(since, pack)


def test_today_at_six_or_tired_comes_something_short_that_he_knows(make: Any, pack: Pack) -> None:
    history = make.history([make.visited("f01"), make.visited("f04")])
    high, _, known = suggest(history, pack, SOON, number=6)
    assert (high.rule, high.exercise, high.template) == ("light-today", "e02", "plan-20")
    assert high.why == "He is at 6 today: this alone, then talk about what is going on."
    assert (known.exercise, known.why) == ("f04", "He is at 6 today; he knows this one.")
    tired = suggest(history, pack, SOON, number=5, energy="low")[0]
    assert tired.why == "Little energy today; short, and he knows it."
    fine = suggest(history, pack, SOON, number=5, energy="middle")
    assert "light-today" not in [each.rule for each in fine]
    without = Preferences(leave_out=("e02",))
    bare = make.history([make.visited("f04")], prefers=without)
    first = suggest(bare, make.pack(templates={}), SOON, number=8)[0]
    assert (first.exercise, first.template) == ("f04", None)


@pytest.mark.parametrize(
    ("entry", "today", "why"),
    [
        (("number", {"when": "out", "value": 7}), SOON, "He left at 7 last time"),
        (("number", {"when": "out", "value": "high"}), SOON, "He left at high last time"),
        (("energy", {"value": "low"}), SOON, "He had little energy last time"),
        (("energy", {"value": "high"}), dt.date(2026, 10, 20), "No session since 1 Sep;"),
        (("energy", {"value": "high"}), dt.date(2027, 1, 20), "No session since 1 Sep 2026;"),
    ],
)
def test_after_a_hard_end_or_a_long_gap_comes_something_short(
    make: Any, pack: Pack, entry: Any, today: dt.date, why: str
) -> None:
    kind, values = entry
    found = by_rule(make.history([make.visited("f01"), make.made(kind, **values)]), pack, today)
    assert found["light-again"].why.startswith(why)
    assert found["light-again"].exercise == "f01"


def test_after_a_long_gap_what_he_knows_comes_before_anything_new(make: Any, pack: Pack) -> None:
    history = make.history([make.visited("f01"), make.visited("f04")])
    gone = suggest(history, pack, dt.date(2026, 10, 20))
    assert told(gone) == [("light-again", "f04"), ("foundation", "f02"), ("foundation", "f03")]
    assert gone[0].template == "plan-20"


def test_after_an_ordinary_session_nothing_light_is_pushed(make: Any, pack: Pack) -> None:
    history = make.history([make.visited("f01"), make.number("out", 3)])
    assert "light-again" not in by_rule(history, pack)


def test_when_everything_is_done_the_two_look_back(make: Any, pack: Pack) -> None:
    history = make.history([make.visited(id) for id in pack.order])
    found = suggest(history, pack, SOON)
    assert (found[0].rule, found[0].exercise, found[0].template) == (
        "review",
        "f08",
        "plan-review",
    )
    assert told(found[1:]) == [("once-more", "f01"), ("once-more", "f02")]
    assert suggest(history, make.pack(modules=()), SOON)[0].rule == "once-more"


def test_every_rule_has_words_for_whoever_asks(make: Any, pack: Pack) -> None:
    for each in suggest(make.history(), pack, SOON):
        assert RULE_WORDS[each.rule].endswith(".")


SENSITIVE = ["alcohol", "drugs", "children", "physical-violence", "money", "coercive-control"]
IDS = [*FOUNDATION, "t01", "t02", "t03", "t04", "t05", "e01", "e02", "e03", "e04", "r01", "r06"]


@st.composite
def lives(draw: st.DrawFn, make: Any) -> tuple[History, Preferences]:
    """Any life the rules could meet: visits, skips, fits, signs, numbers, cut or whole."""
    event = st.one_of(
        st.builds(make.visited, st.sampled_from(IDS), st.sampled_from(["done", "partly"])),
        st.builds(make.said, st.just("x"), st.sampled_from(IDS)),
        st.builds(
            lambda what, why: make.made("skipped", what="exercise", id=what, reason=why),
            st.sampled_from(IDS),
            st.sampled_from(["no-time", "refused", "other"]),
        ),
        st.builds(
            lambda what, fit: make.made("fit", clip=f"clip-{what}", fit=fit),
            st.sampled_from(IDS),
            st.sampled_from(["fits-me", "not-me"]),
        ),
        st.builds(
            lambda sign: make.made("sign", sign=sign, title=sign),
            st.sampled_from(["push-facts", "away-short"]),
        ),
        st.builds(make.number, st.sampled_from(["in", "out"]), st.integers(0, 10)),
    )
    sessions = draw(st.lists(st.lists(event, max_size=6), max_size=6))
    unwanted = draw(st.lists(st.sampled_from([*SENSITIVE, *IDS, "clip-f01"]), max_size=4))
    prefers = Preferences(leave_out=tuple(unwanted))
    history = make.history(*sessions, prefers=prefers, open_end=draw(st.booleans()))
    return history, prefers


@settings(max_examples=150, deadline=None)
@given(data=st.data(), number=st.none() | st.integers(0, 10))
def test_nothing_he_leaves_out_is_ever_suggested_and_the_same_life_gives_the_same_three(
    make: Any, pack: Pack, data: st.DataObject, number: int | None
) -> None:
    history, prefers = data.draw(lives(make))
    found = suggest(history, pack, SOON, number=number)
    unwanted = set(prefers.leave_out)
    for each in found:
        exercise = pack.exercises[each.exercise]
        assert unwanted.isdisjoint((exercise.id, exercise.clip, *exercise.sensitivities))
    assert len({each.exercise for each in found}) == len(found) <= HOW_MANY
    again = suggest(History.of(history.entries), pack, SOON, number=number)
    assert again == found
    allowed = [
        e for e in pack.exercises.values() if unwanted.isdisjoint((e.id, e.clip, *e.sensitivities))
    ]
    if not unwanted:
        assert len(allowed) == 24
        assert len(found) == HOW_MANY
