from pathlib import Path
from typing import Any

import pytest

from srt_tui.domain.entry import Addendum, Attended, Note, Words
from srt_tui.workflow import review
from srt_tui.workflow.workspace import Workspace


async def test_history_opens_on_the_latest_visit(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h")
        assert "f04 Early signs · 12 Nov · done · reached his own" in story.text
        assert "“It's the jaw. Always the jaw.”" in story.text
        assert "[12 Nov]" in story.text
        await story.press("left")
        assert "[5 Nov]" in story.text
        assert "Not worked on in this session. Last worked on 12 Nov." in story.text
        await story.press("up")
        assert "f03 Thought, feeling, action · 5 Nov" in story.text


async def test_a_search_narrows_as_one_types_and_enter_leads_to_the_place(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "up", "slash")
        await story.type("jaw")
        assert "1 place" in story.text
        await story.press("enter")
        assert "f04 Early signs · 12 Nov" in story.text
        await story.press("slash")
        await story.type("nothing like it")
        assert "Nothing said or written has all of these words." in story.text
        await story.press("enter")
        assert "Not available: nothing was found." in story.text
        await story.press("escape", "escape")
        assert "last seen" in story.text


async def test_a_search_does_not_leak_from_one_person_to_the_next(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "slash")
        await story.type("jaw")
        await story.press("escape", "escape", "down", "h")
        assert "jaw" not in story.text
        assert "place" not in story.text


async def test_his_words_are_listed_newest_first(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "w")
        assert "2 places" in story.text
        assert story.text.index("the jaw") < story.text.index("Cold water")
        await story.press("escape")
        assert "[12 Nov]" in story.text


async def test_every_visit_to_an_exercise_and_then_and_now_are_pages_to_read(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "enter")
        assert "number in 4, out 2" in story.text
        await story.press("escape", "v")
        assert "What did he do at 4 that worked?" in story.text
        await story.press("escape", "home", "v")
        assert "Not available:" in story.text


async def test_working_together_shows_both_sides_and_no_total(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "a")
        assert "for you alone" in story.text
        assert "his          ▆4" in story.text
        assert "mine         ▆4" in story.text
        assert "otal" not in story.text


async def test_a_history_with_no_session_says_how_to_begin(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("end", "h")
        assert "No session yet." in story.text
        for key in ("left", "enter", "r"):
            await story.press(key)
            assert "Not available:" in story.text


async def test_the_note_is_copied_and_marked_and_no_longer_due(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "r")
        for part in ("CHECK IN", "REVIEW", "INTERVENTION", "SUMMARISE"):
            assert part in story.text
        await story.press("end")
        assert "SET TASKS" in story.text
        await story.press("c")
        assert story.app.clipboard == review.note(workspace, "JD-07").text
        await story.press("r")
        assert "Marked as entered in the record. Saved 14:32." in story.text
        await story.press("r")
        assert "Not available: it is marked already." in story.text
        await story.press("enter", "r")
        assert "Not available: no note of this person is waiting." in story.text


async def test_that_a_note_was_entered_can_be_taken_back(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("down", "r", "t")
        assert "Not available: it is not marked as entered." in story.text
        await story.press("r", "t")
        assert "Not entered after all: it is due again." in story.text
        assert "not yet entered" in story.text


async def test_a_later_word_stands_in_the_note_with_its_day(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "r", "a", "enter")
        assert "Nothing was typed." in story.text
        await story.type("He rang on the way home.")
        await story.press("enter")
        await story.until("He rang on the way home.")
        assert "Note · session 4" in story.text
        await story.press("enter")
        assert "last seen" in story.text
    assert review.session(workspace, "JD-07", 4).added[0].text == "He rang on the way home."


async def test_a_later_word_is_added_from_the_history_to_the_session_in_sight(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "left", "l")
        await story.type("He had slept badly.")
        await story.press("enter")
        await story.until("He had slept badly.")
        assert "Note · session 3" in story.text
    assert review.session(workspace, "JD-07", 3).added[0].text == "He had slept badly."


async def test_an_appointment_he_missed_is_put_down_from_people_with_its_note(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "m")
        assert "The appointment was not as planned" in story.text
        await story.press("1", "1", "2")
        assert "Which day it was" in story.text
        await story.type("1/1/2099")
        await story.press("enter")
        assert "That day has not come yet." in story.text
        await story.press(*["backspace"] * 8, "enter")
        assert "When do you meet next?" in story.text
        await story.type("+7")
        await story.press("enter")
        await story.until("Did not come (ill). Told: my manager.")
        assert "Note · session 5" in story.text
        await story.press("escape")
        assert "last seen" in story.text


async def test_how_he_came_is_put_right_from_the_note(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("down", "r", "m")
        assert "How he came" in story.text
        await story.press("4", "5", "2")
        await story.until("Walked out (no reason given). Told: my manager.")
        await story.press("m", "1")
        await story.until("Attended.")


async def test_esc_at_any_question_of_it_keeps_nothing(workspace: Workspace, walk: Any) -> None:
    before = len(review.history(workspace, "JD-07").entries)
    async with walk(workspace) as story:
        for asked in range(1, 6):
            await story.press("down", *("m", "1", "1", "2", "enter")[:asked], "escape", "up")
            assert "last seen" in story.text
    assert len(review.history(workspace, "JD-07").entries) == before


async def test_put_down_from_prepare_its_note_takes_the_place_of_the_plan(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "enter", "m", "2", "4", "3", "enter", "enter")
        await story.until("By phone instead (travel). Told: the duty officer.")
        await story.press("escape")
        assert "last seen" in story.text


async def test_the_note_is_written_to_a_file_of_the_users_own(
    workspace: Workspace, walk: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    async with walk(workspace) as story:
        await story.press("down", "h", "r", "f")
        assert "note-JD-07-2026-11-12.txt.Removeitwhenentered." in "".join(
            story.text.split()
        )  # it may wrap
        assert (tmp_path / "note-JD-07-2026-11-12.txt").read_text() == review.note(
            workspace, "JD-07"
        ).text


async def test_a_session_still_open_cannot_be_marked_as_entered(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("h", "r")
        assert "has not been closed" in story.text
        await story.press("r")
        assert "Not available: the session has not been closed." in story.text


async def test_one_key_narrows_to_a_kind_and_does_not_leak_to_the_next_person(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "slash")
        await story.type("jaw")
        await story.press("f3")
        assert "Only: talk." in story.text
        await story.press("f3")
        assert "Only: worksheet." in story.text
        await story.press("escape", "escape", "down", "h")
        assert "Only" not in story.text
        await story.press("f3", "f3", "f3", "f3", "f3", "f3")
        assert "place" not in story.text


async def test_no_filter_leaks_to_the_next_person(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "f2", "f3", "f5")
        assert "Only: talk · Foundation · since 12 Nov 2026." in story.text
        assert "F2 Module  F3 Kind  F5 Dates" in story.text
        await story.press("escape", "escape", "down", "h")
        assert "Only" not in story.text
        assert "[" in story.text.splitlines()[2]
        await story.press("slash")
        await story.type("a")
        assert "Only" not in story.text


async def test_a_filter_stays_while_one_types_and_one_key_takes_all_away(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "f2", "f2")
        assert "Only: Thinking. Esc takes it away." in story.text
        assert "0 places" in story.text
        await story.press("f2", "f2", "f2")
        assert "Only" not in story.text
        await story.press("f2", "slash")
        await story.type("jaw")
        assert "1 place" in story.text
        assert "Only: Foundation." in story.text
        await story.press("escape")
        assert "[12 Nov]" in story.text
        assert "Only" not in story.text


async def test_the_time_line_lists_sessions_and_each_line_leads_to_its_session(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "t")
        assert "slipped: Short answers" in story.text
        assert "12 Nov 2026 · session 4 · room, 30 min" in story.text
        assert "Visits" not in story.text
        await story.press("left")
        assert "Not available: the time line runs down" in story.text
        await story.press("end", "enter")
        assert "22 Oct 2026 · session 1" in story.text
        assert "session 4" not in story.text
        await story.press("escape", "t")
        assert "[22 Oct]" in story.text


async def test_a_line_of_a_session_he_did_not_come_to_leads_there(
    workspace: Workspace, walk: Any
) -> None:
    now = workspace.now()
    workspace.person("JD-07").append(
        Attended(at=now, session=5, came="no", reason="ill"),
        Note(at=now, session=5, text="rang, no answer"),
        Addendum(at=now, to=1, text="his officer rang"),
    )
    async with walk(workspace) as story:
        await story.press("down", "h", "slash")
        await story.type("no answer")
        await story.press("enter")
        assert "▌23 Nov 2026 · session 5 · did not come (ill)" in story.text
        assert "private note: “rang, no answer”" in story.text
        await story.press("r")
        assert "Note · session 5" in story.text
        await story.press("enter", "slash")
        await story.type("officer")
        await story.press("enter")
        assert "Written outside a session" in story.text
        assert "his officer rang" in story.text


async def test_sessions_that_do_not_fit_are_counted_at_the_edge(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace, size=(60, 24)) as story:
        await story.press("down", "h")
        assert "‹ 1 earlier" in story.text
        await story.press("left", "left", "left")
        assert "1 later ›" in story.text


async def test_a_key_of_the_grid_says_to_leave_what_was_found_first(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("down", "h", "w")
        for key in ("t", "left"):
            await story.press(key)
            assert "Not available: Esc leaves what was found first." in story.text


async def test_a_long_list_is_gone_through_line_by_line_and_page_by_page(
    workspace: Workspace, walk: Any
) -> None:
    now = workspace.now()
    workspace.person("JD-07").append(
        *(Words(at=now, session=5, voice="his", text=f"line {n:03}") for n in range(300))
    )
    async with walk(workspace) as story:
        await story.press("down", "h", "slash")
        await story.type("line")
        assert "300 places" in story.text
        assert "his    line 299" in story.text
        await story.press("tab", "down", "down", "up")
        assert "▌23 Nov                  his    line 298" in story.text
        await story.press("end")
        assert "▌23 Nov                  his    line 000" in story.text
        await story.press("pageup", "home", "up")
        assert "▌23 Nov                  his    line 299" in story.text
        await story.press("pagedown")
        assert "line 299" not in story.text
        await story.resize(80, 14)
        assert "▌" in story.text


async def test_a_report_is_written_in_the_form_that_is_picked(
    workspace: Workspace, walk: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    async with walk(workspace) as story:
        await story.press("down", "h", "f")
        assert "Each says on itself what it may not be used for." in story.text
        await story.press("1", "3")
        written = tmp_path / f"history-JD-07-{workspace.today.isoformat()}.html"
        assert written.name in "".join(story.text.split())
        assert "<h1>What was done · JD-07</h1>" in written.read_text()
        await story.press("f", "3", "1")
        assert "Early signs" in (tmp_path / "card.txt").read_text()
        await story.press("f", "escape")
        await story.press("f", "2", "escape")
        assert "History · JD-07" in story.text
        monkeypatch.setattr(Path, "home", lambda: tmp_path / "nowhere")
        await story.press("f", "4", "4")
        assert "It could not be written there." in story.text
