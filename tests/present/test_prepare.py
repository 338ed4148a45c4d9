import datetime as dt
from typing import Any

from msgspec.structs import replace

from srt_tui.domain import own_plan
from srt_tui.domain.advice import Early
from srt_tui.domain.brief import brief
from srt_tui.domain.entry import Ended
from srt_tui.domain.pack import Pack, Section
from srt_tui.domain.past_session import InOut
from srt_tui.domain.plan import Item, Plan
from srt_tui.domain.playback import Readiness
from srt_tui.domain.quotes import Said
from srt_tui.domain.session import Draft
from srt_tui.domain.suggestion import Suggestion
from srt_tui.library import load
from srt_tui.locations import locate
from srt_tui.present import prepare

PLAN = Plan(
    items=(
        Item(stage="arrive", minutes=4, title="Arrive and check in"),
        Item(stage="watch", minutes=3, exercise="f05", clip="clip-f05"),
        Item(stage="talk", minutes=8, exercise="f05"),
        Item(stage="practise", minutes=6, exercise="f05"),
        Item(stage="watch", minutes=3, clip="clip-f01"),
        Item(stage="close", minutes=1, title="Close", skipped=True, reason="no-time"),
        Item(stage="check", minutes=2, title="How we worked", skipped=True),
    ),
    minutes=30,
)
READY = {
    "clip-f05": Readiness(state="reads", reason="It has no recording."),
    "clip-f01": Readiness(state="plays"),
}


def test_the_plan_reads_line_by_line_with_minutes(pack: Pack) -> None:
    assert [tuple(row) for row in prepare.rows(PLAN, pack, READY)] == [
        ("arrive and check in", "  4"),
        ("f05 story (read)", "  3"),
        ("f05 talk: 6 questions", "  8"),
        ("f05 try the skill", "  6"),
        ("clip-f01 story (plays)", "  3"),
        ("skipped (no time): close", ""),
        ("skipped: how we worked", ""),
    ]


def test_a_story_not_looked_at_yet_is_just_a_story(pack: Pack) -> None:
    assert prepare.rows(PLAN, pack, {})[1].words == "f05 story"


def test_the_title_tells_how_and_how_long() -> None:
    assert prepare.state(PLAN) == "room · 30 min · planned 24"


def test_what_is_read_is_said_with_the_reason() -> None:
    assert prepare.read_instead(PLAN, READY) == ("Read, not played: clip-f05. It has no recording.")
    assert prepare.read_instead(PLAN, {}) == ""


def test_a_suggestion_has_a_number_a_name_and_a_reason() -> None:
    found = Suggestion(rule="foundation", exercise="f05", title="Stepping away", why="It is next.")
    assert prepare.suggestion(1, found) == ("1 f05 Stepping away", "It is next.")


def test_more_than_there_is_time_for_is_said_with_what_one_key_does() -> None:
    assert prepare.too_long(PLAN, None) == ""
    one, two = (Item(stage="talk", minutes=18, exercise=id) for id in ("f05", "f01"))
    long = Plan(items=(one, two), minutes=20)
    assert prepare.too_long(long, None) == (
        "Planned 36 of 20 minutes: one exercise is the least. +/- changes the time."
    )
    assert prepare.too_long(long, replace(long, items=(one,))) == (
        "Planned 36 of 20 minutes. f makes it 18 without f01: the end of a plan goes first."
    )
    added = prepare.too_long(long, replace(long, items=(two,)))
    assert added.endswith(": what you added stays.")


def test_what_is_left_out_is_said_with_what_it_took() -> None:
    assert prepare.leaving_out(PLAN, ()) == ""
    short = replace(PLAN, dropped=("The short fuse: to leave out (alcohol)",))
    assert prepare.leaving_out(short, ("alcohol", "drugs")) == (
        "Leave out: alcohol and drugs. Not in the plan: The short fuse: to leave out (alcohol)."
    )


def test_what_slipped_comes_before_safety_and_the_step(make: Any, pack: Pack) -> None:
    day = dt.date(2026, 9, 30)
    entries = make.course(
        (
            make.made("sign", sign="away-short", title="Short answers"),
            make.made("safety-raised", follow_up=dt.date(2026, 10, 2)),
            make.made("step-set", text="Ring my brother."),
            make.made("closed", cut=True),
        )
    )
    told = brief(make.History.of(entries), pack, day)
    assert prepare.pick_up(told) == (
        "First, pick up: short answers on 1 Sep (not picked up since).",
        "Safety follow-up: 2 Oct. See the official record.",
        "The last session was cut off on 1 Sep.",
        "Step: Ring my brother. Not looked at yet.",
    )
    quiet = brief(make.history((make.said("Yes."),)), pack, day)
    assert prepare.pick_up(quiet) == ()


def test_templates_and_exercises_are_listed_with_their_times(pack: Pack) -> None:
    assert prepare.template_line(pack.templates["plan-first"]) == "First (30 min)"
    say = Section(title="Say", body="One thing.\n\nAnd another.")
    first = replace(pack.templates["plan-first"], for_whom="Anybody new.", sections=(say,))
    assert prepare.template_about(first) == ("For: Anybody new.", "Say: One thing. And another.")
    kept = own_plan.own("Short evening", PLAN)
    assert prepare.own_plan_line(kept) == "Short evening (30 min) · own (x removes it)"
    assert prepare.own_plan_about(kept) == ("Kept here: f05.",)
    assert prepare.kept_as_own(kept) == "Kept among the ready-made plans: “Short evening”."
    assert prepare.removed(kept) == "Removed: “Short evening”. u puts it back."
    assert prepare.exercise_line(pack, "f01") == "f01 What matters to me"
    assert prepare.exercise_line(pack, "f05").endswith(" · physical violence")
    marked = prepare.exercise_line(pack, "f05", ("f05", "physical-violence", "alcohol"))
    assert marked.endswith(" · he leaves it out · has physical violence, which he leaves out")


def test_every_exercise_of_the_shipped_pack_fits_the_list_it_is_chosen_from() -> None:
    places = locate()
    shipped = load(places.shipped_pack, places.templates).pack
    for id in shipped.order:
        line = prepare.exercise_line(shipped, id)
        assert len(line) <= 72, line


def test_what_is_known_is_last_time_what_he_wants_the_numbers_and_the_two(
    make: Any, pack: Pack
) -> None:
    quiet = brief(make.history(), pack, make.TODAY)
    assert prepare.known(quiet) == ("Not met yet.", quiet.alliance)
    told = replace(
        quiet,
        last=("12 Nov: Early signs (done).", "“The jaw.”"),
        wants=(Said(seq=1, session=1, date=make.TODAY, kind="answer", voice="his", text="Calm"),),
        numbers=(
            InOut(session=1, date=make.TODAY, number_in=4, number_out=3),
            InOut(session=2, date=make.TODAY, number_in=None, number_out="low"),
            InOut(session=3, date=make.TODAY, number_in=None, number_out=None),
        ),
    )
    assert prepare.known(told) == (
        "12 Nov: Early signs (done).",
        "“The jaw.”",
        "Wants: “Calm”",
        "Number in and out: 4 → 3, — → low.",
        quiet.alliance,
    )


def test_a_session_cut_off_tells_when_what_and_whether_words_wait(pack: Pack) -> None:
    draft = Draft(
        reference="JD-07",
        session=6,
        opened=dt.datetime(2026, 11, 19, 14, 32, tzinfo=dt.UTC),
        plan=PLAN,
        typed={"words": "  "},
    )
    assert prepare.cut_off(draft, pack) == (
        "Session 6 of 19 Nov at 14:32 was cut off: f05 Stepping away safely.\n\n"
        "Nothing typed was left open."
    )
    bare = replace(draft, plan=replace(PLAN, items=()), typed={"words": "the jaw"})
    assert prepare.cut_off(bare, pack).endswith(
        "no exercise yet.\n\nWhat was typed is still there."
    )
    stopped = prepare.cut_off(replace(draft, stopped=True), pack)
    assert "was stopped part way: f05" in stopped
    assert stopped.endswith(prepare.REST)


def test_the_rule_behind_each_suggestion_can_be_read() -> None:
    one = Suggestion(rule="foundation", exercise="f05", title="Stepping away", why="It is next.")
    two = Suggestion(rule="review", exercise="f08", title="My plan", why="All done.")
    assert prepare.rules((one, two)) == (
        "1 f05 Stepping away",
        "It is next.",
        "The rule: The foundation comes first, in its order. It advises and does not lock.",
        "",
        "2 f08 My plan",
        "All done.",
        "The rule: When everything is done: a review.",
    )
    assert prepare.rules(()) == ()


def test_an_early_module_is_asked_about_with_what_is_still_open(pack: Pack) -> None:
    early = Early(modules=pack.modules[1:2], left=("f07", "f08"))
    assert prepare.not_yet(early) == (
        "Not yet? Start Thinking now, because",
        "Still open in the foundation: f07 and f08. That is advice, not a lock. Esc: not yet.",
    )


def test_another_length_than_usual_is_said_with_its_reason(pack: Pack) -> None:
    assert prepare.other_length(PLAN, PLAN.minutes, pack) == ""
    assert prepare.other_length(PLAN, 60, pack).startswith(f"{PLAN.minutes} minutes today, not 60")
    made = replace(PLAN, template="plan-first", minutes=45)
    assert "as “First” is made for that" in prepare.other_length(made, 30, pack)


def test_somebody_who_reads_little_is_asked_fewer_questions(pack: Pack) -> None:
    talk = next(row for row in prepare.rows(PLAN, pack, {}, light=True) if "talk" in row.words)
    assert talk.words == "f05 talk: 3 questions"


def test_a_session_after_the_work_had_ended_is_asked_about() -> None:
    at = dt.datetime(2026, 11, 12, 15, 0, tzinfo=dt.UTC)
    asked, more = prepare.ended(Ended(at=at, on=at.date(), reason="breach"))
    assert asked == "The work ended on 12 Nov 2026 (breach). Start all the same?"
    assert "from today" in more


def test_by_phone_a_story_is_read_aloud_and_needs_no_reason(pack: Pack) -> None:
    phone = replace(PLAN, format="phone")
    assert prepare.rows(phone, pack, READY)[1].words == "f05 story (read aloud)"
    assert prepare.read_instead(phone, READY) == ""
