from collections.abc import Callable

import pytest

from srt_tui.domain import own_plan
from srt_tui.domain.entry import Closed, Opened, Visited
from srt_tui.domain.errors import SrtError
from srt_tui.domain.history import History
from srt_tui.domain.pages import StepPage
from srt_tui.domain.participant import Preferences
from srt_tui.workflow import briefing, prepare, review
from srt_tui.workflow.deliver import closing, verbs
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace


def test_a_new_person_is_on_the_books_with_what_suits_him(workspace: Workspace) -> None:
    suits = Preferences(minutes=45, leave_out=("alcohol",), suits=("captions", "plain"))
    ref = prepare.add_person(workspace, "mk 02", suits, workspace.today)
    (case,) = workspace.cases()
    assert (case.reference, case.minutes, case.leave_out) == (ref, 45, ("alcohol",))
    assert Preparing(workspace, ref).history.preferences == suits


def test_a_reference_that_is_taken_is_refused(workspace: Workspace, someone: str) -> None:
    with pytest.raises(SrtError):
        prepare.add_person(workspace, someone, Preferences(), workspace.today)


def test_changed_preferences_hold_from_then_on(workspace: Workspace, someone: str) -> None:
    prepare.change_preferences(workspace, someone, Preferences(format="phone"))
    assert Preparing(workspace, someone).making.plan.format == "phone"


def test_the_work_ends_with_a_reason(workspace: Workspace, someone: str) -> None:
    prepare.end_work(workspace, someone, "moved")
    ended = History.of(workspace.person(someone).entries()).ended
    assert ended is not None
    assert (ended.reason, ended.on) == ("moved", workspace.today)


def test_the_first_suggestion_is_the_plan_until_another_is_taken(
    workspace: Workspace, someone: str
) -> None:
    preparing = Preparing(workspace, someone)
    assert preparing.making.plan.template == "plan-first"
    assert preparing.making.take(1).exercises == (preparing.making.suggestions[1].exercise,)
    assert preparing.making.take_template("plan-room", 1).exercises == ("f07",)


def test_every_change_to_the_plan_can_be_undone(workspace: Workspace, someone: str) -> None:
    preparing = Preparing(workspace, someone)
    plans = [preparing.making.plan]
    plans.append(preparing.making.fit(60))
    plans.append(preparing.making.add("f04"))
    plans.append(preparing.making.move(0, 1))
    plans.append(preparing.making.skip(2, "no-time"))
    assert [preparing.making.undo() for _ in range(6)] == [*plans[-2::-1], plans[0], plans[0]]


def test_a_plan_that_grew_too_long_is_fitted_and_what_was_added_stays(
    workspace: Workspace, someone: str
) -> None:
    preparing = Preparing(workspace, someone)
    preparing.making.take(1)
    assert preparing.making.shortened is None
    assert preparing.making.shorten() == preparing.making.plan
    (first,) = preparing.making.plan.exercises
    long = preparing.making.add("e01")
    assert long.planned > long.minutes
    assert preparing.making.shortened is not None
    assert preparing.making.shorten().exercises == ("e01",)
    assert preparing.making.plan.planned <= preparing.making.plan.minutes
    title = workspace.pack.exercises[first].title
    assert preparing.making.plan.dropped == (f"{title}: no room in {long.minutes} minutes",)
    assert preparing.making.undo() == long
    preparing.making.take_own(own_plan.own("Long", long))
    assert preparing.making.shorten().exercises == (first,)


def test_a_person_who_leaves_everything_out_gets_a_plan_without_exercises(
    workspace: Workspace, someone: str
) -> None:
    everything = Preferences(leave_out=workspace.pack.order)
    prepare.change_preferences(workspace, someone, everything)
    preparing = Preparing(workspace, someone)
    assert preparing.making.suggestions == ()
    assert preparing.making.plan.exercises == ()


def test_a_plan_with_everything_skipped_does_not_start(workspace: Workspace, someone: str) -> None:
    preparing = Preparing(workspace, someone)
    for index in range(len(preparing.making.plan.items)):
        preparing.making.skip(index, None)
    with pytest.raises(SrtError, match="Take one thing back in"):
        preparing.start()


def test_a_session_that_was_cut_off_is_offered_back_with_what_was_typed(
    workspace: Workspace, someone: str
) -> None:
    live = Preparing(workspace, someone).start()
    live.next()
    live.type("his", "half a sent")
    live.keep_draft()
    live.person.close()
    preparing = Preparing(workspace, someone)
    assert preparing.unfinished is not None
    back = preparing.go_on()
    assert (back.page, back.typed("his"), back.number) == (live.page, "half a sent", 1)


def test_starting_afresh_closes_what_was_cut_off_and_forgets_what_was_typed(
    workspace: Workspace, someone: str
) -> None:
    live = Preparing(workspace, someone).start()
    live.type("his", "half a sent")
    live.keep_draft()
    preparing = Preparing(workspace, someone)
    preparing.start_afresh()
    again = Preparing(workspace, someone)
    assert again.unfinished is None
    assert again.history.sessions[0].cut
    assert again.start().number == 2


def test_there_is_nothing_to_go_on_with_after_a_whole_session(
    workspace: Workspace, someone: str
) -> None:
    with pytest.raises(SrtError, match="no session to go on with"):
        Preparing(workspace, someone).go_on()


def test_the_check_comes_every_third_time_where_he_chose_that(
    workspace: Workspace, someone: str
) -> None:
    prepare.change_preferences(workspace, someone, Preferences(check_every=3))
    offered = []
    for _ in range(4):
        live = Preparing(workspace, someone).start()
        offered.append(any(page.stage == "check" for page in live.pages))
        live.next()
        closing.close(live)
    assert offered == [True, False, False, True]


def test_a_plan_of_several_meetings_goes_on_where_it_stopped(
    workspace: Workspace, someone: str
) -> None:
    for exercise in workspace.pack.foundation:
        done(workspace, someone, exercise)
    for exercise in ("f06", "f07", "t03"):
        done(workspace, someone, exercise, template="plan-room")
    plan = Preparing(workspace, someone).making.plan
    assert (plan.template, plan.exercises, plan.minutes) == ("plan-room", ("r03",), 45)


def done(workspace: Workspace, ref: str, exercise: str, template: str | None = None) -> None:
    """A meeting in which an exercise was done, on a day of its own."""
    number = len(Preparing(workspace, ref).history.sessions) + 1
    at, pack = workspace.now(), workspace.pack
    workspace.person(ref).append(
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
    workspace: Workspace, someone: str
) -> None:
    preparing = Preparing(workspace, someone)
    assert preparing.making.early is None
    preparing.making.add("t01")
    assert preparing.making.early is not None
    preparing.because = "he asks for it"
    preparing.start()
    opened = Preparing(workspace, someone).history.sessions[0].opened
    assert opened is not None
    assert opened.reason.endswith(" · early, because he asks for it")


def test_what_does_not_fit_is_exchanged_for_the_same_skill(
    workspace: Workspace, someone: str
) -> None:
    preparing = Preparing(workspace, someone)
    preparing.making.add("f04")
    places = [
        place for place, item in enumerate(preparing.making.plan.items) if item.exercise == "f04"
    ]
    assert preparing.making.stand_ins(0) == ()
    assert preparing.making.stand_ins(places[0]) == ("e02",)
    plan = preparing.making.exchange(places[0], "e02", "does-not-fit")
    assert "e02" in plan.exercises
    assert "f04" not in plan.exercises


def test_a_plan_kept_for_next_time_opens_next_time_and_is_gone_after_that(
    workspace: Workspace, someone: str
) -> None:
    first = Preparing(workspace, someone)
    suggested = first.making.plan
    first.making.add("f04")
    first.keep()
    again = Preparing(workspace, someone)
    assert again.making.plan.exercises == first.making.plan.exercises
    assert workspace.cases()[0].planned
    assert again.making.undo() == suggested
    closing.close(again.start())
    assert not workspace.cases()[0].planned


def test_ended_work_is_taken_up_again_on_the_same_day_as_if_it_had_not(
    workspace: Workspace, someone: str
) -> None:
    def past() -> History:
        return History.of(workspace.person(someone).entries())

    referred = past().referred
    prepare.end_work(workspace, someone, "other")
    prepare.take_up(workspace, someone)
    now = past()
    assert now.ended is None
    assert referred is not None
    assert now.referred is not None
    assert now.referred.on == referred.on


def test_work_that_ended_earlier_begins_again_today(
    workspace: Workspace, someone: str, move_on: Callable[..., None]
) -> None:
    prepare.end_work(workspace, someone, "other")
    move_on(days=3)
    preparing = Preparing(workspace, someone)
    preparing.take_up()
    assert preparing.history.ended is None
    assert preparing.history.referred is not None
    assert preparing.history.referred.on == workspace.today


def test_the_brief_on_the_screen_says_when_nothing_can_be_suggested(
    workspace: Workspace, someone: str
) -> None:
    everything = Preferences(leave_out=workspace.pack.order)
    prepare.change_preferences(workspace, someone, everything)
    lines, _ = briefing.lines(briefing.page(workspace, Preparing(workspace, someone)))
    assert "Nothing to suggest: what he leaves out touches everything that is open." in lines


def test_a_look_back_is_planned_only_where_a_step_is_open(
    workspace: Workspace, someone: str
) -> None:
    def stages() -> set[str]:
        plan = Preparing(workspace, someone).making.take_template("plan-foundation", 1)
        return {item.stage for item in plan.items}

    assert "review" not in stages()
    live = Preparing(workspace, someone).start()
    while not isinstance(live.page, StepPage):
        live.next()
    verbs.step(live, "Fix the gate")
    closing.close(live)
    assert "review" in stages()


def test_why_an_exercise_was_left_out_beforehand_stands_in_the_note_and_comes_back(
    workspace: Workspace, someone: str
) -> None:
    preparing = Preparing(workspace, someone)
    preparing.making.add("f04")
    for place, item in enumerate(preparing.making.plan.items):
        if item.exercise == "f04":
            preparing.making.skip(place, "no-time")
    closing.close(preparing.start())
    note = review.note(workspace, someone)
    assert "Left out: Early signs (no time)." in note.text
    assert "f04" in {each.exercise for each in Preparing(workspace, someone).making.suggestions}


def test_going_on_with_what_was_stopped_does_not_leave_the_same_out_again(
    workspace: Workspace, someone: str
) -> None:
    preparing = Preparing(workspace, someone)
    preparing.making.add("f04")
    for place, item in enumerate(preparing.making.plan.items):
        if item.exercise == "f04":
            preparing.making.skip(place, "no-time")
    live = preparing.start()
    live.next()
    closing.close(live)
    Preparing(workspace, someone).go_on()
    assert len(review.history(workspace, someone).skips()) == 1
