"""Another story in the place of one that does not go today."""

from typing import TypeVar

import pytest

from srt_tui.domain import entry as happened
from srt_tui.domain import plan as planning
from srt_tui.domain.pages import ClipPage, FieldPage, PromptPage, StepPage
from srt_tui.workflow.deliver import swapping, verbs
from srt_tui.workflow.deliver.live import LiveSession
from srt_tui.workflow.prepare import Preparing
from srt_tui.workflow.workspace import Workspace

Kind = TypeVar("Kind", bound=happened.Entry)


def kept(live: LiveSession, kind: type[Kind]) -> list[Kind]:
    return [entry for entry in live.entries() if isinstance(entry, kind)]


def to(live: LiveSession, kind: type) -> LiveSession:
    while not isinstance(live.page, kind):
        live.next()
    return live


@pytest.fixture
def early_signs(workspace: Workspace, someone: str) -> LiveSession:
    """A session on f04, and f05 after it."""
    preparing = Preparing(workspace, someone)
    preparing.making.plan = planning.make(workspace.pack, ("f04", "f05"), minutes=60)
    preparing.making.plan = planning.add(workspace.pack, preparing.making.plan, "f05")
    return preparing.start()


def test_three_stand_ins_at_most_the_same_skill_first(early_signs: LiveSession) -> None:
    assert swapping.stand_ins(early_signs) == ()
    found = swapping.stand_ins(to(early_signs, ClipPage))
    assert found[0] == "e02"
    assert len(found) == 3
    assert not {"f04", "f05"} & set(found)


def test_a_swap_goes_on_with_the_other_story_and_says_so(early_signs: LiveSession) -> None:
    to(early_signs, PromptPage)
    swapping.swap(early_signs, "e02", "does-not-fit")
    assert early_signs.exercise == "e02"
    page = early_signs.page  # what is said before a story is not said again
    assert isinstance(page, ClipPage)
    assert page.clip == "clip-e02"
    (skipped,) = kept(early_signs, happened.Skipped)
    assert (skipped.what, skipped.id, skipped.reason) == ("exercise", "f04", "does-not-fit")
    assert skipped.instead == "e02"
    assert [visit.outcome for visit in kept(early_signs, happened.Visited)] == ["not-today"]
    assert early_signs.draft.plan.exercises == ("e02", "f05")


def test_what_was_done_further_on_is_known_again_after_a_swap(early_signs: LiveSession) -> None:
    to(early_signs, FieldPage)
    while early_signs.exercise != "f05":
        early_signs.next()
    to(early_signs, PromptPage).next()
    asked = len(kept(early_signs, happened.PromptUsed))
    early_signs.go(next(n for n, p in enumerate(early_signs.pages) if isinstance(p, ClipPage)))
    swapping.swap(early_signs, "e02")
    while early_signs.exercise != "f05":
        verbs.skip(early_signs)
    while not isinstance(early_signs.page, PromptPage):
        verbs.skip(early_signs)
    early_signs.next()
    assert len(kept(early_signs, happened.PromptUsed)) == asked


def test_a_swap_can_be_undone_and_keeps_nothing_then(early_signs: LiveSession) -> None:
    before = to(early_signs, PromptPage).page
    early_signs.type("his", "always the")
    assert not swapping.can_unswap(early_signs)
    swapping.swap(early_signs, "e02", "too-hard")
    early_signs.type("answer", "gone with its page")
    assert swapping.can_unswap(early_signs)
    assert swapping.unswap(early_signs) == before
    assert kept(early_signs, happened.Skipped) == []
    assert kept(early_signs, happened.Visited) == []
    assert early_signs.typed("his") == "always the"
    assert swapping.unswap(early_signs) == before


def test_a_swap_can_be_swapped_again_but_not_back_to_the_same_list(
    early_signs: LiveSession,
) -> None:
    to(early_signs, PromptPage)
    swapping.swap(early_signs, "e02")
    assert "e02" not in swapping.stand_ins(early_signs)
    swapping.swap(early_signs, "f04", "refused")
    assert early_signs.exercise == "f04"
    assert swapping.can_unswap(early_signs)
    early_signs.go(early_signs.at - 1)
    swapping.unswap(early_signs)
    assert early_signs.exercise == "e02"


def test_without_an_exercise_there_is_nothing_to_swap(early_signs: LiveSession) -> None:
    page = to(early_signs, StepPage).page
    assert swapping.swap(early_signs, "e02") == page
    assert not swapping.can_unswap(early_signs)


def test_the_swap_can_be_undone_after_the_program_was_cut_off(
    early_signs: LiveSession, workspace: Workspace
) -> None:
    before = to(early_signs, PromptPage).page
    swapping.swap(early_signs, "e02")
    again = Preparing(workspace, early_signs.reference).go_on()
    assert again.exercise == "e02"
    assert swapping.unswap(again) == before
