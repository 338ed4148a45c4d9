"""Stopping part way, and going on another time."""

import pytest

from srt_tui.domain import entry as happened
from srt_tui.domain.pages import (
    ClipPage,
    FieldPage,
    LimitsPage,
    NumberPage,
    PromptPage,
    StepPage,
)
from srt_tui.workflow.deliver import closing
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace


def to(live: LiveSession, kind: type) -> LiveSession:
    while not isinstance(live.page, kind):
        live.next()
    return live


def test_a_stopped_session_is_gone_on_with_in_a_new_one(
    live: LiveSession, workspace: Workspace
) -> None:
    stopped = to(live, PromptPage).page
    live.type("his", "half a")
    closing.close(live)
    preparing = Preparing(workspace, live.reference)
    assert preparing.unfinished is None
    assert preparing.left_off is not None
    assert preparing.left_off.typed == {}
    assert [e.text for e in live.entries() if isinstance(e, happened.Words)] == ["half a"]
    again = preparing.go_on()
    assert again.number == live.number + 1
    assert isinstance(again.page, NumberPage)
    assert not any(isinstance(page, ClipPage | LimitsPage) for page in again.pages)
    assert to(again, PromptPage).page == stopped
    assert Preparing(workspace, live.reference).unfinished is not None


def test_start_afresh_after_a_stop_leaves_nothing_to_go_on_with(
    live: LiveSession, workspace: Workspace
) -> None:
    closing.close(to(live, PromptPage))
    preparing = Preparing(workspace, live.reference)
    preparing.start_afresh()
    assert Preparing(workspace, live.reference).left_off is None
    assert len(preparing.history.sessions) == 1


def test_start_afresh_after_a_cut_leaves_nothing_either(
    live: LiveSession, workspace: Workspace
) -> None:
    to(live, PromptPage)
    Preparing(workspace, live.reference).start_afresh()
    assert Preparing(workspace, live.reference).left_off is None


def test_when_all_exercises_were_left_there_is_nothing_to_go_on_with(
    live: LiveSession, workspace: Workspace
) -> None:
    closing.close(to(live, StepPage))
    assert Preparing(workspace, live.reference).left_off is None


def test_a_first_meeting_that_stopped_before_its_welcome_is_a_first_meeting_again(
    live: LiveSession, workspace: Workspace
) -> None:
    closing.close(live)
    preparing = Preparing(workspace, live.reference)
    assert preparing.making.plan.template == "plan-first"
    assert isinstance(preparing.start().page, LimitsPage)


def test_the_limits_that_were_said_are_not_said_again(
    live: LiveSession, workspace: Workspace
) -> None:
    live.next()
    closing.close(live)
    assert not isinstance(Preparing(workspace, live.reference).start().page, LimitsPage)


@pytest.mark.parametrize("value", [7, "low"])
def test_his_number_on_the_way_out_is_asked_once(
    live: LiveSession, value: int | happened.Word
) -> None:
    page = closing.asks_to_leave(live)
    assert page is not None
    assert page.out
    closing.leaving_number(live, value)
    assert closing.asks_to_leave(live) is None
    said = [entry.value for entry in live.entries() if isinstance(entry, happened.Number)]
    assert said == [value]


def test_a_plan_without_a_close_does_not_ask(workspace: Workspace, someone: str) -> None:
    preparing = Preparing(workspace, someone)
    preparing.making.skip(len(preparing.making.plan.items) - 1, "no-time")
    assert closing.asks_to_leave(preparing.start()) is None


def test_closing_twice_closes_once(live: LiveSession) -> None:
    closing.close(live)
    closing.close(live)
    assert sum(isinstance(entry, happened.Closed) for entry in live.entries()) == 1


def test_what_was_typed_and_not_kept_is_kept_when_the_session_ends(live: LiveSession) -> None:
    to(live, PromptPage)
    live.type("note", "Quieter than usual.")
    live.type("mine", "Well done.")
    closing.close(live)
    entries = live.entries()
    assert [e.text for e in entries if isinstance(e, happened.Note)] == ["Quieter than usual."]
    assert [(e.voice, e.text) for e in entries if isinstance(e, happened.Words)] == [
        ("mine", "Well done.")
    ]


def test_an_answer_that_was_begun_waits_on_its_page(
    live: LiveSession, workspace: Workspace
) -> None:
    page = to(live, FieldPage).page
    live.type("answer", "half an answer")
    closing.close(live)
    again = Preparing(workspace, live.reference).go_on()
    assert to(again, FieldPage).page == page
    assert again.typed("answer") == "half an answer"


def test_start_afresh_keeps_nothing_that_was_only_typed(
    live: LiveSession, workspace: Workspace
) -> None:
    to(live, PromptPage).type("his", "half a")
    live.keep_draft()
    Preparing(workspace, live.reference).start_afresh()
    assert not [e for e in live.entries() if isinstance(e, happened.Words)]
