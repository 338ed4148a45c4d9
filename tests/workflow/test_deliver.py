import datetime as dt
from collections.abc import Callable
from typing import TypeVar

import pytest

from srt_tui.domain import entry as happened
from srt_tui.domain.answers import Answered
from srt_tui.domain.history import History
from srt_tui.domain.pages import (
    AnyPage,
    CheckLinePage,
    CheckOfferPage,
    CheckPage,
    ClipPage,
    FieldPage,
    FitPage,
    LimitsPage,
    OutcomePage,
    PromptPage,
    SkillPage,
    StepBackPage,
    StepPage,
    question,
)
from srt_tui.domain.participant import Preferences
from srt_tui.domain.played import Range
from srt_tui.domain.quotes import Filter
from srt_tui.workflow import prepare
from srt_tui.workflow.deliver import closing, verbs
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.deliver.private import PrivateLog
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace

Kind = TypeVar("Kind", bound=happened.Entry)
PageKind = TypeVar("PageKind", bound=AnyPage)


def kept(live: LiveSession, kind: type[Kind]) -> list[Kind]:
    """Entries of one kind that the session kept."""
    return [entry for entry in live.entries() if isinstance(entry, kind)]


def walk_to(live: LiveSession, kind: type[PageKind]) -> PageKind:
    """Go on, skipping nothing, until a page of this kind is shown."""
    while not isinstance(live.page, kind):
        assert not live.is_last
        live.next()
    return live.page


@pytest.fixture
def second(workspace: Workspace, someone: str) -> LiveSession:
    """A second session on f06, after a first that set a step."""
    first = Preparing(workspace, someone).start()
    walk_to(first, StepPage)
    verbs.step(first, "Fix the gate", 7)
    closing.close(first)
    preparing = Preparing(workspace, someone)
    preparing.making.take_template("plan-room")
    return preparing.start()


def test_each_prompt_is_kept_once_with_its_words(live: LiveSession) -> None:
    page = walk_to(live, PromptPage)
    live.next()
    live.back()
    live.next()
    (used,) = [e for e in kept(live, happened.PromptUsed) if e.number == page.number]
    assert (used.text, used.rung) == (page.prompt.text, "character")


def test_saying_the_limits_is_kept(live: LiveSession) -> None:
    assert isinstance(live.page, LimitsPage)
    live.next()
    assert len(kept(live, happened.LimitsSaid)) == 1


def test_back_stops_at_the_first_page_and_next_at_the_last(live: LiveSession) -> None:
    first = live.page
    assert live.back() == first
    while not live.is_last:
        live.next()
    assert live.next() == live.pages[-1]


def test_his_words_and_the_practitioners_are_kept_apart(live: LiveSession) -> None:
    page = walk_to(live, PromptPage)
    live.type("his", "always the")
    verbs.words(live, "his", " Always the jaw. ")
    verbs.words(live, "mine", "Quieter now")
    verbs.words(live, "his", "   ")
    assert [(w.voice, w.text) for w in kept(live, happened.Words)] == [
        ("his", "Always the jaw."),
        ("mine", "Quieter now"),
    ]
    assert kept(live, happened.Words)[0].prompt == page.prompt.text
    assert live.typed("his") == ""


def test_words_that_were_put_right_stay_and_the_later_ones_are_in_sight(live: LiveSession) -> None:
    walk_to(live, PromptPage)
    verbs.words(live, "his", "Always the jar.")
    verbs.words(live, "his", "And my hands.")
    verbs.words(live, "his", "Always the jaw.", corrects=live.his_words()[0].seq)
    assert tuple(words.text for words in live.his_words()) == ("And my hands.", "Always the jaw.")
    assert kept(live, happened.Words)[0].text == "Always the jar."


def test_words_in_a_pause_carry_the_moment_in_the_clip(live: LiveSession) -> None:
    page = walk_to(live, ClipPage)
    verbs.words(live, "his", "There.", moment=41.5)
    (words,) = kept(live, happened.Words)
    assert (words.clip, words.moment) == (page.clip, 41.5)


def test_skipping_says_what_was_skipped_and_why(live: LiveSession) -> None:
    kinds: tuple[tuple[type[AnyPage], str], ...] = (
        (ClipPage, "clip"),
        (PromptPage, "prompt"),
        (SkillPage, "stage"),
        (FieldPage, "field"),
        (StepPage, "step"),
        (CheckOfferPage, "check"),
    )
    for kind, what in kinds:
        walk_to(live, kind)
        verbs.skip(live, "no-time")
        skipped = kept(live, happened.Skipped)[-1]
        assert (skipped.what, skipped.reason) == (what, "no-time")


def test_a_story_that_was_skipped_is_not_asked_about(live: LiveSession) -> None:
    while not (isinstance(live.page, ClipPage) and live.page.exercise):
        live.next()
    assert isinstance(verbs.skip(live), PromptPage)


def test_leaving_out_an_exercise_goes_on_to_what_comes_after(live: LiveSession) -> None:
    page = walk_to(live, PromptPage)
    after = verbs.skip_exercise(live, "does-not-fit")
    assert isinstance(after, StepPage)
    assert kept(live, happened.Skipped)[-1].what == "exercise"
    (visit,) = kept(live, happened.Visited)
    assert (visit.exercise, visit.outcome) == (page.exercise, "not-today")


def test_outside_an_exercise_only_the_page_is_left_out(live: LiveSession) -> None:
    verbs.skip_exercise(live)
    assert [s.what for s in kept(live, happened.Skipped)] == ["stage"]


def test_an_answer_is_kept_with_its_label(live: LiveSession) -> None:
    page = walk_to(live, FieldPage)
    verbs.answer(live, Answered(picked=("Being honest",)))
    (answer,) = kept(live, happened.Answer)
    assert (answer.field, answer.label, answer.picked) == (
        page.field.id,
        page.field.label,
        ("Being honest",),
    )


def test_a_field_that_is_said_is_neither_kept_nor_remembered(second: LiveSession) -> None:
    while not isinstance(second.page, FieldPage) or second.page.field.saved:
        second.next()
    second.type("answer", "canary")
    second.keep_draft()
    assert second.typed("answer") == ""
    assert b"canary" not in (second.person.draft() or b"")
    verbs.answer(second, Answered(text="canary"))
    assert "canary" not in repr(second.entries())


def test_his_number_is_kept_in_and_out(live: LiveSession) -> None:
    for value in (4, "low"):
        while live.page.key.split("-")[1] != "number":
            live.next()
        verbs.his_number(live, value)
    assert [(n.when, n.value) for n in kept(live, happened.Number)] == [("in", 4), ("out", "low")]


def test_what_was_shown_and_how_it_sat_are_kept(live: LiveSession) -> None:
    page = walk_to(live, ClipPage)
    verbs.clip_shown(live, "plain", (Range(0.0, 74.0),), 74.0)
    told = walk_to(live, FitPage)
    verbs.fit(live, "fits-me")
    (shown,) = kept(live, happened.ClipShown)
    (fit,) = kept(live, happened.Fit)
    assert (shown.clip, shown.form, shown.length) == (page.clip, "plain", 74.0)
    assert (fit.clip, fit.fit) == (told.clip, "fits-me")


def test_verbs_for_another_page_keep_nothing(live: LiveSession) -> None:
    before = len(live.entries())
    verbs.clip_shown(live, "plain")
    verbs.fit(live, "fits-me")
    verbs.outcome(live, "done")
    verbs.step_back(live, "tried")
    verbs.mark(live, 3)
    assert len(live.entries()) - before == 1  # the two-jobs page was left


def test_an_exercise_is_left_with_an_outcome_the_rung_and_the_time(
    live: LiveSession, move_on: Callable[..., None]
) -> None:
    walk_to(live, PromptPage)
    move_on(minutes=17)
    walk_to(live, OutcomePage)
    verbs.outcome(live, "partly")
    (visit,) = kept(live, happened.Visited)
    assert (visit.outcome, visit.rung, visit.minutes) == ("partly", "skill", 17)


def test_the_step_that_was_set_is_looked_at_next_time(second: LiveSession) -> None:
    page = walk_to(second, StepBackPage)
    assert page.text == "Fix the gate"
    verbs.step_back(second, "half", "shrink", "one hinge")
    (review,) = kept(second, happened.StepReviewed)
    assert (review.step, review.tried, review.then) == (page.step, "half", "shrink")


def test_an_empty_step_is_no_step(live: LiveSession) -> None:
    walk_to(live, StepPage)
    verbs.step(live, "  ")
    assert not kept(live, happened.StepSet)


def test_his_marks_become_one_entry_and_a_pass_is_nothing(live: LiveSession) -> None:
    walk_to(live, CheckPage)
    for mark in (4, 5, None, 3, 4):
        verbs.mark(live, mark)
    assert isinstance(live.page, CheckLinePage)
    verbs.check_line(live, "Less talk")
    (check,) = kept(live, happened.CheckDone)
    assert list(check.marks.values()) == [4, 5, None, 3, 4]
    assert (check.side, check.form, check.line) == ("his", "full", "Less talk")


def test_not_today_is_offered_and_not_done(live: LiveSession) -> None:
    walk_to(live, CheckOfferPage)
    verbs.no_check(live)
    (check,) = kept(live, happened.CheckDone)
    assert check.marks == {}
    assert live.page.stage == "close"


def test_little_or_no_reading_marks_in_words(workspace: Workspace, someone: str) -> None:
    prepare.change_preferences(workspace, someone, Preferences(suits=("light-words",)))
    live = Preparing(workspace, someone).start()
    walk_to(live, CheckPage)
    for _ in range(5):
        verbs.mark(live, "high")
    verbs.check_line(live, "")
    assert kept(live, happened.CheckDone)[0].form == "easy"


def test_the_private_face_keeps_what_only_the_practitioner_keeps(live: LiveSession) -> None:
    aside = PrivateLog(live)
    aside.repair("pause")
    aside.sign("away-short")
    aside.repair("notice", "better")
    aside.note("  ask about work  ", supervision=True)
    aside.note("  ")
    aside.energy("low")
    aside.attended("late", "travel")
    aside.live_matter()
    aside.safety(dt.date(2026, 11, 24))
    (sign,) = kept(live, happened.SignSeen)
    first, then = kept(live, happened.Repair)
    assert (first.sign, first.result) == (0, "unfinished")
    assert (then.sign, then.result, then.title) == (
        sign.seq,
        "better",
        "Say what you see, kindly",
    )
    assert [(n.text, n.supervision) for n in kept(live, happened.Note)] == [
        ("ask about work", True)
    ]
    assert kept(live, happened.Energy)
    assert kept(live, happened.LiveMatter)
    assert kept(live, happened.SafetyRaised)[0].follow_up == dt.date(2026, 11, 24)
    assert kept(live, happened.Attended)[0].reason == "travel"


def test_the_practitioners_own_marks_stand_apart_from_his(live: LiveSession) -> None:
    PrivateLog(live).my_check({"w1": 4, "w2": None}, " Go slower ")
    (check,) = kept(live, happened.CheckDone)
    assert (check.side, check.marks, check.line) == ("mine", {"w1": 4, "w2": None}, "Go slower")


def test_words_said_at_check_in_do_not_stand_under_later_lines(live: LiveSession) -> None:
    verbs.words(live, "his", "Tired but all right")
    assert tuple(words.text for words in live.his_words()) == ()
    live.next()
    assert tuple(words.text for words in live.his_words()) == ()


def test_a_page_shows_again_what_was_kept_on_it(live: LiveSession) -> None:
    page = walk_to(live, PromptPage)
    verbs.words(live, "his", "Steady.")
    verbs.words(live, "mine", "Thought about it")
    live.next()
    assert tuple(words.text for words in live.his_words()) == ()
    live.back()
    assert live.page == page
    assert tuple(words.text for words in live.his_words()) == ("Steady.",)
    assert live.kept_answer is None
    walk_to(live, FieldPage)
    assert live.kept_answer is None
    verbs.answer(live, Answered(picked=("Being calm",)))
    live.back()
    answer = live.kept_answer
    assert answer is not None
    assert answer.picked == ("Being calm",)


def test_what_is_taken_out_can_be_put_back_until_the_session_closes(live: LiveSession) -> None:
    verbs.words(live, "his", "one")
    verbs.words(live, "his", "two")
    one, two = kept(live, happened.Words)
    live.take_out(one.seq)
    assert kept(live, happened.Words) == [two]
    live.put_back(one.seq)
    assert kept(live, happened.Words) == [one, two]
    live.take_out(two.seq)
    closing.close(live)
    assert kept(live, happened.Words) == [one]


def test_a_whole_session_closes_whole(live: LiveSession) -> None:
    while not live.is_last:
        live.next()
    closing.close(live, next_on=dt.date(2026, 11, 30))
    (closed,) = kept(live, happened.Closed)
    assert (closed.cut, closed.next_on) == (False, dt.date(2026, 11, 30))
    assert live.person.draft() is None


def test_stopping_part_way_is_a_valid_session_with_what_was_begun(live: LiveSession) -> None:
    walk_to(live, PromptPage)
    closing.close(live)
    (closed,) = kept(live, happened.Closed)
    (visit,) = kept(live, happened.Visited)
    assert closed.cut
    assert (visit.exercise, visit.outcome) == ("f01", "partly")


def test_stopping_in_the_middle_of_the_check_keeps_the_marks_given(live: LiveSession) -> None:
    walk_to(live, CheckPage)
    verbs.mark(live, 2)
    closing.close(live)
    assert kept(live, happened.CheckDone)[0].marks == {"p1": 2}


def test_the_quiet_time_counts_from_the_opening(
    live: LiveSession, move_on: Callable[..., None]
) -> None:
    move_on(minutes=12)
    assert (live.time.used, live.time.planned) == (12, 45)


def test_the_page_knows_its_place_in_the_plan(live: LiveSession, someone: str) -> None:
    assert live.item_of(live.page).stage == "arrive"
    assert live.reference == someone
    assert live.number == 1


def test_everything_kept_is_there_for_the_next_one(workspace: Workspace, someone: str) -> None:
    live = Preparing(workspace, someone).start()
    walk_to(live, PromptPage)
    verbs.words(live, "his", "Always the jaw.")
    closing.close(live)
    workspace.lock()
    workspace.unlock("a long enough passphrase")
    past = History.of(workspace.person(someone).entries())
    assert [line.text for line in past.said(Filter(kinds=("words",), voice="his"))] == [
        "Always the jaw."
    ]


def test_what_slipped_and_was_not_finished_is_told_in_the_next_session_only(
    workspace: Workspace, someone: str, live: LiveSession
) -> None:
    first, second = live.pack.signs[:2]
    PrivateLog(live).sign(first.id)
    PrivateLog(live).repair(live.pack.moves[0].id, "better")
    PrivateLog(live).sign(second.id)
    assert PrivateLog(live).slipped().titles == ()
    closing.close(live)
    later = prepare.Preparing(workspace, someone).start()
    assert PrivateLog(later).slipped().titles == (second.title,)
    PrivateLog(later).repair("return", "better")
    assert PrivateLog(later).slipped().titles == ()


def test_a_move_that_was_not_finished_waits_for_the_next_session_too(
    workspace: Workspace, someone: str, live: LiveSession
) -> None:
    PrivateLog(live).repair("own")
    PrivateLog(live).repair("pause")
    closing.close(live)
    later = prepare.Preparing(workspace, someone).start()
    assert PrivateLog(later).slipped().titles == ("Own your bit (not finished)",)
    assert "Own your bit" not in str(later.pages)


def test_what_he_answers_to_a_templates_own_question_is_kept_with_it(
    workspace: Workspace, someone: str
) -> None:
    preparing = Preparing(workspace, someone)
    preparing.making.take_template("plan-first")
    live = preparing.start()
    while not question(live.page):
        live.next()
    verbs.words(live, "his", "Some quiet at home.")
    (words,) = kept(live, happened.Words)
    assert words.prompt == "What would make this worth your time?"
    assert tuple(words.text for words in live.his_words()) == ("Some quiet at home.",)
