from collections.abc import Callable

import pytest

from srt_tui.domain import own_plan
from srt_tui.domain.entry import Closed, Opened, Visited
from srt_tui.domain.errors import SrtError
from srt_tui.domain.history import History
from srt_tui.domain.pages import StepPage
from srt_tui.domain.participant import Preferences
from srt_tui.workflow import briefing, prepare
from srt_tui.workflow.companion import Companion
from srt_tui.workflow.prepare import Preparing


def test_a_new_person_is_on_the_books_with_what_suits_him(companion: Companion) -> None:
    suits = Preferences(minutes=45, leave_out=("alcohol",), suits=("captions", "plain"))
    ref = prepare.add_person(companion, "mk 02", suits, companion.today)
    (case,) = companion.cases()
    assert (case.reference, case.minutes, case.leave_out) == (ref, 45, ("alcohol",))
    assert Preparing(companion, ref).preferences == suits


def test_a_reference_that_is_taken_is_refused(companion: Companion, someone: str) -> None:
    with pytest.raises(SrtError):
        prepare.add_person(companion, someone, Preferences(), companion.today)


def test_changed_preferences_hold_from_then_on(companion: Companion, someone: str) -> None:
    prepare.change_preferences(companion, someone, Preferences(format="phone"))
    assert Preparing(companion, someone).plan.format == "phone"


def test_the_work_ends_with_a_reason(companion: Companion, someone: str) -> None:
    prepare.end_work(companion, someone, "moved")
    ended = History.of(companion.person(someone).entries()).ended
    assert ended is not None
    assert (ended.reason, ended.on) == ("moved", companion.today)


def test_the_first_suggestion_is_the_plan_until_another_is_taken(
    companion: Companion, someone: str
) -> None:
    preparing = Preparing(companion, someone)
    assert preparing.plan.template == "plan-first"
    assert preparing.take(1).exercises == (preparing.suggestions[1].exercise,)
    assert preparing.take_template("plan-room", 1).exercises == ("f07",)


def test_every_change_to_the_plan_can_be_undone(companion: Companion, someone: str) -> None:
    preparing = Preparing(companion, someone)
    plans = [preparing.plan]
    plans.append(preparing.fit(60))
    plans.append(preparing.add("f04"))
    plans.append(preparing.move(0, 1))
    plans.append(preparing.skip(2, "no-time"))
    assert [preparing.undo() for _ in range(6)] == [*plans[-2::-1], plans[0], plans[0]]


def test_a_plan_that_grew_too_long_is_fitted_and_what_was_added_stays(
    companion: Companion, someone: str
) -> None:
    preparing = Preparing(companion, someone)
    preparing.take(1)
    assert preparing.shortened is None
    assert preparing.shorten() == preparing.plan
    (first,) = preparing.plan.exercises
    long = preparing.add("e01")
    assert long.planned > long.minutes
    assert preparing.shortened is not None
    assert preparing.shorten().exercises == ("e01",)
    assert preparing.plan.planned <= preparing.plan.minutes
    title = companion.pack.exercises[first].title
    assert preparing.plan.dropped == (f"{title}: no room in {long.minutes} minutes",)
    assert preparing.undo() == long
    preparing.take_own(own_plan.own("Long", long))
    assert preparing.shorten().exercises == (first,)


def test_a_person_who_leaves_everything_out_gets_a_plan_without_exercises(
    companion: Companion, someone: str
) -> None:
    everything = Preferences(leave_out=companion.pack.order)
    prepare.change_preferences(companion, someone, everything)
    preparing = Preparing(companion, someone)
    assert preparing.suggestions == ()
    assert preparing.plan.exercises == ()


def test_a_plan_with_everything_skipped_does_not_start(companion: Companion, someone: str) -> None:
    preparing = Preparing(companion, someone)
    for index in range(len(preparing.plan.items)):
        preparing.skip(index, None)
    with pytest.raises(SrtError, match="Take one thing back in"):
        preparing.start()


def test_a_session_that_was_cut_off_is_offered_back_with_what_was_typed(
    companion: Companion, someone: str
) -> None:
    live = Preparing(companion, someone).start()
    live.next()
    live.type("his", "half a sent")
    live.keep_draft()
    live.person.close()
    preparing = Preparing(companion, someone)
    assert preparing.unfinished is not None
    back = preparing.go_on()
    assert (back.page, back.typed("his"), back.number) == (live.page, "half a sent", 1)


def test_starting_afresh_closes_what_was_cut_off_and_forgets_what_was_typed(
    companion: Companion, someone: str
) -> None:
    live = Preparing(companion, someone).start()
    live.type("his", "half a sent")
    live.keep_draft()
    preparing = Preparing(companion, someone)
    preparing.start_afresh()
    again = Preparing(companion, someone)
    assert again.unfinished is None
    assert again.history.sessions[0].cut
    assert again.start().number == 2


def test_there_is_nothing_to_go_on_with_after_a_whole_session(
    companion: Companion, someone: str
) -> None:
    with pytest.raises(SrtError, match="no session to go on with"):
        Preparing(companion, someone).go_on()


def test_the_check_comes_every_third_time_where_he_chose_that(
    companion: Companion, someone: str
) -> None:
    prepare.change_preferences(companion, someone, Preferences(check_every=3))
    offered = []
    for _ in range(4):
        live = Preparing(companion, someone).start()
        offered.append(any(page.stage == "check" for page in live.pages))
        live.next()
        live.close()
    assert offered == [True, False, False, True]


def test_a_plan_of_several_meetings_goes_on_where_it_stopped(
    companion: Companion, someone: str
) -> None:
    for exercise in companion.pack.foundation:
        done(companion, someone, exercise)
    for exercise in ("f06", "f07", "t03"):
        done(companion, someone, exercise, template="plan-room")
    plan = Preparing(companion, someone).plan
    assert (plan.template, plan.exercises, plan.minutes) == ("plan-room", ("r03",), 45)


def done(companion: Companion, ref: str, exercise: str, template: str | None = None) -> None:
    """A meeting in which an exercise was done, on a day of its own."""
    number = len(Preparing(companion, ref).history.sessions) + 1
    at, pack = companion.now(), companion.pack
    companion.person(ref).append(
        Opened(
            at=at,
            session=number,
            pack=pack.id,
            pack_version=pack.version,
            format="room",
            minutes=45,
            items=(exercise,),
            template=template,
        ),
        Visited(
            at=at,
            session=number,
            exercise=exercise,
            title=pack.exercises[exercise].title,
            outcome="done",
        ),
        Closed(at=at, session=number),
    )


def test_a_module_begun_early_is_kept_with_the_reason_why(
    companion: Companion, someone: str
) -> None:
    preparing = Preparing(companion, someone)
    assert preparing.early is None
    preparing.add("t01")
    assert preparing.early is not None
    preparing.because = "he asks for it"
    preparing.start()
    opened = Preparing(companion, someone).history.sessions[0].opened
    assert opened is not None
    assert opened.reason.endswith(" · early, because he asks for it")


def test_what_does_not_fit_is_exchanged_for_the_same_skill(
    companion: Companion, someone: str
) -> None:
    preparing = Preparing(companion, someone)
    preparing.add("f04")
    places = [place for place, item in enumerate(preparing.plan.items) if item.exercise == "f04"]
    assert preparing.stand_ins(0) == ()
    assert preparing.stand_ins(places[0]) == ("e02",)
    plan = preparing.exchange(places[0], "e02", "does-not-fit")
    assert "e02" in plan.exercises
    assert "f04" not in plan.exercises


def test_a_plan_kept_for_next_time_opens_next_time_and_is_gone_after_that(
    companion: Companion, someone: str
) -> None:
    first = Preparing(companion, someone)
    suggested = first.plan
    first.add("f04")
    first.keep()
    again = Preparing(companion, someone)
    assert again.plan.exercises == first.plan.exercises
    assert companion.cases()[0].planned
    assert again.undo() == suggested
    again.start().close()
    assert not companion.cases()[0].planned


def test_ended_work_is_taken_up_again_on_the_same_day_as_if_it_had_not(
    companion: Companion, someone: str
) -> None:
    def past() -> History:
        return History.of(companion.person(someone).entries())

    referred = past().referred
    prepare.end_work(companion, someone, "other")
    prepare.take_up(companion, someone)
    now = past()
    assert now.ended is None
    assert referred is not None
    assert now.referred is not None
    assert now.referred.on == referred.on


def test_work_that_ended_earlier_begins_again_today(
    companion: Companion, someone: str, move_on: Callable[..., None]
) -> None:
    prepare.end_work(companion, someone, "other")
    move_on(days=3)
    preparing = Preparing(companion, someone)
    preparing.take_up()
    assert preparing.history.ended is None
    assert preparing.history.referred is not None
    assert preparing.history.referred.on == companion.today


def test_the_brief_on_the_screen_says_when_nothing_can_be_suggested(
    companion: Companion, someone: str
) -> None:
    everything = Preferences(leave_out=companion.pack.order)
    prepare.change_preferences(companion, someone, everything)
    lines, _ = briefing.lines(companion, Preparing(companion, someone))
    assert "Nothing to suggest: what he leaves out touches everything that is open." in lines


def test_a_look_back_is_planned_only_where_a_step_is_open(
    companion: Companion, someone: str
) -> None:
    def stages() -> set[str]:
        plan = Preparing(companion, someone).take_template("plan-foundation", 1)
        return {item.stage for item in plan.items}

    assert "review" not in stages()
    live = Preparing(companion, someone).start()
    while not isinstance(live.page, StepPage):
        live.next()
    live.step("Fix the gate")
    live.close()
    assert "review" in stages()
