from pathlib import Path
from typing import Any

import pytest

from srt_tui.workflow import review
from srt_tui.workflow.companion import Companion


async def test_history_opens_on_the_latest_visit(companion: Companion, walk: Any) -> None:
    async with walk(companion) as story:
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
    companion: Companion, walk: Any
) -> None:
    async with walk(companion) as story:
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
    companion: Companion, walk: Any
) -> None:
    async with walk(companion) as story:
        await story.press("down", "h", "slash")
        await story.type("jaw")
        await story.press("escape", "escape", "down", "h")
        assert "jaw" not in story.text
        assert "place" not in story.text


async def test_his_words_are_listed_newest_first(companion: Companion, walk: Any) -> None:
    async with walk(companion) as story:
        await story.press("down", "h", "w")
        assert "2 places" in story.text
        assert story.text.index("Cold water") < story.text.index("the jaw")
        await story.press("escape")
        assert "[12 Nov]" in story.text


async def test_every_visit_to_an_exercise_and_then_and_now_are_pages_to_read(
    companion: Companion, walk: Any
) -> None:
    async with walk(companion) as story:
        await story.press("down", "h", "enter")
        assert "number in 4, out 2" in story.text
        await story.press("escape", "v")
        assert "What did he do at 4 that worked?" in story.text
        await story.press("escape", "home", "v")
        assert "Not available:" in story.text


async def test_working_together_shows_both_sides_and_no_total(
    companion: Companion, walk: Any
) -> None:
    async with walk(companion) as story:
        await story.press("down", "h", "a")
        assert "for you alone" in story.text
        assert "his     4" in story.text
        assert "mine    4" in story.text
        assert "otal" not in story.text


async def test_a_history_with_no_session_says_how_to_begin(companion: Companion, walk: Any) -> None:
    async with walk(companion) as story:
        await story.press("end", "h")
        assert "No session yet." in story.text
        for key in ("left", "enter", "r"):
            await story.press(key)
            assert "Not available:" in story.text


async def test_the_note_is_copied_and_marked_and_no_longer_due(
    companion: Companion, walk: Any
) -> None:
    async with walk(companion) as story:
        await story.press("down", "r")
        for part in ("CHECK IN", "REVIEW", "INTERVENTION", "SUMMARISE", "SET TASKS"):
            assert part in story.text
        await story.press("c")
        assert story.app.clipboard == review.note(companion, "JD-07").text
        await story.press("r")
        assert "Marked as entered in the record. Saved 14:32." in story.text
        await story.press("r")
        assert "Not available: it is marked already." in story.text
        await story.press("enter", "r")
        assert "Not available: no note of this person is waiting." in story.text


async def test_the_note_is_written_to_a_file_of_the_users_own(
    companion: Companion, walk: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    async with walk(companion) as story:
        await story.press("down", "h", "r", "f")
        assert "Written to note-4.txt" in story.text
        assert (tmp_path / "note-4.txt").read_text() == review.note(companion, "JD-07").text


async def test_a_session_still_open_cannot_be_marked_as_entered(
    companion: Companion, walk: Any
) -> None:
    async with walk(companion) as story:
        await story.press("h", "r")
        assert "has not been closed" in story.text
        await story.press("r")
        assert "Not available: the session has not been closed." in story.text


async def test_one_key_narrows_to_a_kind_and_does_not_leak_to_the_next_person(
    companion: Companion, walk: Any
) -> None:
    async with walk(companion) as story:
        await story.press("down", "h", "slash")
        await story.type("jaw")
        await story.press("f3")
        assert "only talk · 1 place" in story.text
        await story.press("f3")
        assert "only worksheet · 0 places" in story.text
        await story.press("escape", "escape", "down", "h")
        assert "only" not in story.text
        await story.press("f3", "f3", "f3", "f3", "f3", "f3")
        assert "place" not in story.text
