"""Another story instead, offered at a skip and by its key."""

from typing import Any

import pytest

from srt_tui.domain import entry as happened
from srt_tui.workflow.deliver import swapping


async def test_a_story_that_does_not_fit_can_be_swapped_in_three_keys(sit: Any) -> None:
    async with sit("f04", at="2-clip") as session:
        await session.press("s", "1")
        assert "Another story instead?" in session.line
        assert "no, go on" in session.line
        await session.press("1")
        assert session.live.exercise == "e02"
        (skipped,) = session.kept(happened.Skipped)
        assert (skipped.id, skipped.reason, skipped.instead) == ("f04", "does-not-fit", "e02")
        await session.press("u")
        assert session.at == "2-clip"
        assert session.kept(happened.Skipped) == []


async def test_without_another_story_it_is_left_out_as_ever(sit: Any) -> None:
    async with sit("f04", at="2-clip") as session:
        await session.press("s", "2", "enter")
        (skipped,) = session.kept(happened.Skipped)
        assert (skipped.what, skipped.reason, skipped.instead) == ("clip", "too-hard", None)
        assert session.at == "3-p1"


async def test_no_time_for_it_is_no_reason_for_another_story(sit: Any) -> None:
    async with sit("f04", at="2-clip") as session:
        await session.press("S", "4")
        assert session.kept(happened.Skipped)[0].reason == "no-time"
        assert session.at == "5-step"


async def test_another_story_has_a_key_of_its_own(sit: Any) -> None:
    async with sit("f04", at="3-p2") as session:
        await session.press("o")
        assert "Another story instead?" in session.line
        await session.press("enter")
        assert session.at == "3-p2"
        await session.press("o", "2")
        assert session.live.exercise != "f04"
        assert session.kept(happened.Skipped)[0].reason is None


async def test_where_the_pack_has_no_other_story_it_says_so(
    sit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit("f04", at="3-p2") as session:
        monkeypatch.setattr(swapping, "stand_ins", lambda _: ())
        await session.press("o")
        assert "there is no other story for this." in session.line


async def test_another_reason_is_asked_for_and_kept_in_her_words(sit: Any) -> None:
    async with sit("f04", at="3-p2") as session:
        await session.press("S", "7")
        assert "In a few words" in session.line
        await session.write("The fire alarm went.")
        await session.press("enter")
        (skipped,) = session.kept(happened.Skipped)
        assert (skipped.what, skipped.reason) == ("exercise", "other")
        (words,) = session.kept(happened.Words)
        assert (words.voice, words.text, words.exercise) == ("mine", "The fire alarm went.", None)
        assert words.prompt == "why “Early signs” was left out"


async def test_another_reason_may_stay_unsaid(sit: Any) -> None:
    async with sit("f04", at="3-p2") as session:
        await session.press("s", "7", "enter")
        assert session.kept(happened.Skipped)[0].reason == "other"
        assert session.kept(happened.Words) == []
