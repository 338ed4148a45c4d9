from typing import Any

from srt_tui.workflow import review
from srt_tui.workflow.workspace import Workspace


async def test_suggestions_stand_with_their_reasons_beside_the_plan(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter")
        await story.until("f05 story (")
        assert "1 f05 Stepping away safely" in story.text
        assert "Next in the foundation" in story.text
        assert "planned 30" in story.text
        assert "First, pick up: short answers on 12 Nov" in story.text
        assert "Leave out: alcohol and drugs." in story.text


async def test_what_is_known_stands_below_and_b_shows_all_of_it(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter")
        await story.settle()
        assert "12 Nov: Early signs (done)." in story.text
        assert "It's the jaw. Always the jaw." in story.text
        await story.press("b")
        assert "Brief · JD-07" in story.text
        assert "For the practitioner alone, before" in story.text
        await story.press("end")
        await story.until("Number in and out: 22 Oct 3 → 2")
        await story.press("escape")
        assert "Prepare · JD-07" in story.text


async def test_f2_shows_what_stands_behind_the_plan(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "f2")
        await story.until("Before you start")
        assert "f05 Stepping away safely" in story.text
        assert "Purpose: " in story.text
        await story.press("escape")
        assert "Prepare · JD-07" in story.text


async def test_a_number_takes_a_suggestion_and_u_undoes_it(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "2")
        assert "f04 story" in story.text
        await story.press("u")
        assert "f05 story" in story.text
        assert "f04 story" not in story.text


async def test_the_minutes_go_up_and_down_between_twenty_and_sixty(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "minus", "minus")
        assert "20 min" in story.text
        await story.press("plus", "plus", "plus", "plus")
        assert "60 min" in story.text


async def test_a_line_is_skipped_with_a_reason_and_taken_back_in(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "down", "s", "4")
        assert "skipped (no time): look back" in story.text
        assert "planned 27" in story.text
        await story.press("up", "s")
        assert "planned 30" in story.text
        await story.press("s", "escape")
        assert "planned 30" in story.text


async def test_another_reason_is_asked_for_and_stands_in_the_note(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "down", "s", "7")
        assert "Another reason" in story.text
        await story.press("enter")
        assert "Nothing was typed." in story.text
        await story.press("escape")
        assert "planned 30" in story.text
        await story.press("s", "7")
        await story.type("He has to see his brother.")
        await story.press("enter")
        assert "skipped (another reason)" in story.text
        await story.press("enter")
        await story.until("nought to ten")
    note = review.note(workspace, "JD-07")
    assert "left out): He has to see his brother." in note.text


async def test_each_ready_made_plan_says_for_whom_it_is_and_what_to_say(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "t")
        assert "For: A busy day, low energy" in story.text
        await story.press("down", "down")
        assert "Say: " in story.text
        assert "Take care: Check orders, licence" in story.text


async def test_a_line_is_moved_with_the_keys_of_two_habits(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter")
        first = next(line for line in story.text.splitlines() if "▌" in line)
        await story.press("J")
        await story.press("shift+down", "K")
        moved = next(line for line in story.text.splitlines() if "▌" in line)
        assert first[40:] == moved[40:]
        assert story.text.index("look back") < story.text.index("arrive and check in")


async def test_an_exercise_and_a_ready_made_plan_can_be_chosen(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "a", "1")
        assert "f01 story" in story.text
        await story.press("t", "6")
        assert "f01 story" not in story.text or "planned" in story.text
        await story.press("a", "escape", "t", "escape", "escape")
        assert "JD-07" in story.text
        assert "last seen" in story.text


async def test_one_key_fits_a_plan_that_grew_too_long_and_says_what_goes(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "f")
        assert "Not available: there is nothing to take out" in story.text
        await story.press("a", "1")
        assert "planned 47" in story.text
        offer = "Planned 47 of 30 minutes. f makes it 30 without f05: what you added stays."
        assert offer in story.text
        await story.press("f")
        assert "planned 30" in story.text
        assert "f01 story" in story.text
        assert "Not in the plan: Stepping away safely: no room" in story.text
        await story.press("u")
        assert "planned 47" in story.text


async def test_at_forty_by_twelve_the_offer_to_fit_it_is_seen_and_gone_once_it_fits(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace, size=(40, 12)) as story:
        await story.press("down", "enter", "a", "1")
        assert "f makes it 30 without f05" in " ".join(story.text.split())
        assert "Enter Start" in story.text
        await story.press("f")
        assert "f makes it" not in story.text
        assert "Leave out" not in story.text


async def test_the_list_to_add_from_marks_what_he_leaves_out(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "a")
        assert "e04 The short fuse · has alcohol and drugs, which he leaves out" in story.text


async def test_a_plan_with_everything_skipped_does_not_start(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter")
        for _ in range(8):
            await story.press("s", "4")
        await story.press("enter")
        assert "Everything in the plan is skipped." in story.text


async def test_the_rule_behind_the_suggestions_is_one_key_away(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "w")
        assert "The rule: The foundation comes first, in its order." in story.text
        await story.press("escape")
        assert "planned 30" in story.text


async def test_a_misfit_is_exchanged_and_its_early_module_asks_not_yet(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "2", "down", "down")
        await story.press("s", "1")
        assert "The same skill in another story" in story.text
        await story.press("1")
        assert "e02 story" in story.text
        await story.press("enter")
        assert "Not yet? Start Emotions now, because" in story.text
        await story.press("escape")
        assert "e02 story" in story.text
        await story.press("enter", "2")
        await story.until(lambda: type(story.app.screen).__name__ == "SessionScreen")


async def test_a_module_may_start_early_for_a_reason_in_her_own_words(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "2", "down", "down", "s", "1", "1", "enter")
        assert "Not yet? Start Emotions now, because" in story.text
        await story.press("4")
        await story.type("he starts a new job on Monday")
        await story.press("enter")
        await story.until(lambda: type(story.app.screen).__name__ == "SessionScreen")
    assert review.session(workspace, "JD-07").early == "he starts a new job on Monday"


async def test_a_plan_for_next_time_is_kept_after_the_note_and_opens_next_time(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "r")
        assert "Note · session" in story.text
        await story.press("p")
        assert "Prepare · JD-07" in story.text
        await story.press("a", "7", "k")
        assert "Note · session" in story.text
        await story.press("enter")
        assert "A plan is ready." in story.text
        assert "planned: f05" in story.text
        await story.press("enter")
        assert "f07 story" in story.text
