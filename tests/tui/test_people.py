from typing import Any

from srt_tui.workflow.workspace import Workspace


async def test_two_keys_lead_from_people_to_a_running_session(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        assert "JD-07" in story.text
        await story.press("down", "enter", "enter")
        await story.until(lambda: type(story.app.screen).__name__ == "SessionScreen")
        assert workspace.person("JD-07").draft() is not None


async def test_the_brief_is_of_the_person_under_the_cursor(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        assert "RS-11 · 30 min" in story.text
        await story.press("down")
        assert "JD-07 · 30 min" in story.text
        assert "Step: Say my number three times a day." in story.text


async def test_an_empty_caseload_says_what_to_press(sealed: Workspace, walk: Any) -> None:
    sealed.unlock("four plain words here")
    async with walk(sealed) as story:
        assert "Press n to add a person" in story.text
        await story.press("enter")
        assert "Not available: there is nobody under the cursor." in story.text


async def test_a_search_finds_a_reference_and_enter_prepares(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("slash")
        await story.type("mk")
        assert "MK-02" in story.text
        assert "JD-07" not in story.text
        await story.press("enter")
        await story.until("Prepare · MK-02")


async def test_a_search_that_finds_nobody_says_how_to_go_on(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("slash")
        await story.type("zzz")
        assert "Nobody has that reference." in story.text
        await story.press("escape")
        assert "JD-07" in story.text


async def test_the_order_can_be_changed_and_the_ended_shown(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        shown = story.text.count("●") + story.text.count("○")
        await story.press("e")
        assert "ended" in story.text
        assert story.text.count("●") + story.text.count("○") > shown
        await story.press("o")
        assert "Now by reference." in story.text


async def test_somebody_new_is_on_the_books_after_a_reference_and_f2(
    sealed: Workspace, walk: Any
) -> None:
    sealed.unlock("four plain words here")
    async with walk(sealed) as story:
        await story.press("n")
        await story.type("ab 12")
        await story.press("f2")
        await story.until("first meeting")
        assert "AB-12" in story.text


async def test_a_name_is_refused_and_what_was_typed_stays(sealed: Workspace, walk: Any) -> None:
    sealed.unlock("four plain words here")
    async with walk(sealed) as story:
        await story.press("n")
        await story.type("Danny")
        await story.press("f2")
        assert "That is not a reference this program can use." in story.text
        assert "Danny" in story.text


async def test_what_suits_somebody_is_chosen_line_by_line(sealed: Workspace, walk: Any) -> None:
    sealed.unlock("four plain words here")
    async with walk(sealed) as story:
        await story.press("n")
        await story.type("ab12")
        await story.press("enter", "enter")
        await story.press("enter", "2")
        await story.until("by phone")
        await story.press("down", "down", "down", "down", "enter")
        await story.press("space", "down", "space", "enter")
        await story.until("alcohol and drugs")
        await story.press("f2")
        await story.until("phone · captions · leave out alcohol and drugs")


async def test_the_work_ends_with_a_reason(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("down", "p")
        await story.until("Person · JD-07")
        await story.press("x", "3")
        await story.until("Ended today.")
        await story.press("x")
        assert "Not available: the work has ended." in story.text
        await story.press("escape")
        await story.until("ended: moved")


async def test_ended_work_is_taken_up_again_and_no_session_starts_silently(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "p", "x", "3")
        await story.until("u takes it back.")
        await story.press("escape", "enter", "enter")
        await story.until("The work ended on 23 Nov 2026 (moved). Start all the same?")
        await story.press("1")
        await story.until("Prepare · JD-07")
        await story.press("escape", "p", "u")
        await story.until("The work goes on.")
        await story.press("u")
        assert "Not available: the work goes on." in story.text
        await story.press("x", "1", "escape", "enter", "enter", "2")
        await story.until("How are you today")
        assert not next(c for c in workspace.cases() if c.reference == "JD-07").ended
        assert "Start all the same?" not in story.text


async def test_a_wrong_date_brings_the_cursor_to_the_date(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("n")
        await story.type("QQ 77")
        await story.press("enter")
        await story.press(*["backspace"] * 10)
        await story.type("99/99")
        await story.press("enter", "f2")
        assert "That is not a date." in story.text
        assert story.app.focused is not None
        assert story.app.focused.id == "referred"
        await story.press(*["backspace"] * 5)
        await story.type("1/10")
        await story.press("shift+tab")
        await story.type("/")
        await story.press(*["backspace"] * 8)
        await story.type("JD 07")
        await story.press("f2")
        assert "in use" in story.text
        assert story.app.focused.id == "reference"


async def test_a_changed_preference_is_kept_at_once(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("down", "p", "down", "enter", "4")
        await story.until("Saved 14:32.")
        await story.press("escape")
        await story.until("JD-07 · 60 min")


async def test_a_session_cut_off_is_offered_back(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("enter")
        await story.until("Cut off · RS-11")
        assert "What was typed is still there." in story.text
        await story.press("f")
        await story.until("Prepare · RS-11")
        assert workspace.person("RS-11").draft() is None


async def test_going_on_with_a_session_cut_off_takes_two_keys(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("enter", "enter")
        await story.until(lambda: type(story.app.screen).__name__ == "SessionScreen")


async def test_what_was_typed_of_somebody_new_is_there_again_after_going_back(
    sealed: Workspace, walk: Any
) -> None:
    sealed.unlock("four plain words here")
    async with walk(sealed) as story:
        await story.press("n")
        await story.type("ab1")
        await story.press("escape", "n")
        await story.type("2")
        await story.press("f2")
        await story.until("AB12")
        await story.press("n")
        assert "AB12" not in story.text


async def test_one_key_goes_through_what_is_due_and_esc_shows_everybody(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("d")
        assert "only: follow-up" in story.text
        assert "RS-11" in story.text
        assert "JD-07" not in story.text
        await story.press("d", "d")
        assert "only: note" in story.text
        assert "JD-07" in story.text
        await story.press("escape")
        assert "only:" not in story.text
        assert "GH-14" in story.text


async def test_the_cursor_stands_on_what_is_set(sealed: Workspace, walk: Any) -> None:
    sealed.unlock("four plain words here")
    async with walk(sealed) as story:
        await story.press("n", "enter", "enter", "down", "enter")
        assert "30 minutes (now)" in story.text
        await story.press("enter")
        await story.settle()
        assert "30 minutes" in story.text
        assert "20 minutes" not in story.text


async def test_erasing_names_the_person_and_asks_for_the_reference(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("p", "e")
        await story.until("Erase RS-11?")
        await story.type("KB-21")
        await story.press("enter")
        assert "That is not the reference." in story.text
        await story.press("escape")
        assert "RS-11" in {case.reference for case in workspace.cases()}
        await story.press("e")
        await story.type("rs 11")
        await story.press("enter")
        await story.until("Removed on")
    assert "RS-11" not in {case.reference for case in workspace.cases()}


async def test_the_guides_of_the_pack_are_read_inside_the_program(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("g")
        assert "Which guide" in story.text
        await story.press("2")
        assert "The one-screen guide" in story.text
        assert "· How long you take" in story.text
        await story.press("escape")
        assert "last seen" in story.text
