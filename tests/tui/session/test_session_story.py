"""A story on the shared screen: told here, paused, read, hidden, put away; all of it kept."""

from typing import Any

import pytest
from msgspec.structs import replace

from srt_tui.domain import entry as happened
from srt_tui.domain.playback import Showing
from srt_tui.domain.played import covered
from srt_tui.tui.screens.hidden import Hidden


def state(session: Any) -> str:
    showing: Showing | None = session.page.talk.story.showing
    return showing.state if showing else ""


async def under_way(session: Any) -> None:
    """Wait until something of the story has been shown."""
    await session.story.until(lambda: session.page.talk.story.showing.at > 0.1)


async def test_play_pause_seek_and_put_away_are_one_key_each(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        assert "Enter Play" in session.text
        await session.press("enter")
        await session.story.until("In an argument, Danny")
        await session.press("space")
        assert "‖ paused" in session.text
        await session.press("right")
        assert "0:1" in session.text
        await session.press("left", "down", "up", "plus", "minus", "c", "space", "a")
        assert state(session) == "playing"
        await under_way(session)
        await session.press("x")
        assert "We got to 0:0" in session.line
        shown = session.kept(happened.ClipShown)[0]
        assert (shown.clip, shown.form) == ("clip-f05", "storyboard")
        assert shown.ranges
        await session.press("a")
        assert state(session) == "playing"
        await session.press("x", "enter")
        assert session.at == "2-fit"


async def test_a_story_whose_player_broke_off_goes_on_where_it_was_and_all_of_it_counts(
    sit: Any,
) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("enter")
        await session.story.until(lambda: session.page.talk.story.showing.at > 1)
        broke = session.page.talk.story.showing.at
        session.page.talk.story._theatre._player._reporter.fail("The player stopped working.")
        await session.press("enter")
        assert state(session) == "playing"
        assert session.page.talk.story.showing.at >= broke
        await session.story.until(lambda: session.page.talk.story.showing.at > broke + 0.3)
        await session.press("x")
        (shown,) = session.kept(happened.ClipShown)
        assert shown.ranges[0].start == 0
        assert shown.ranges[0].end >= 1
        assert covered(shown.ranges) > broke + 0.2


async def test_going_on_back_or_skipping_puts_the_story_away(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("enter")
        await under_way(session)
        await session.press("b")
        assert session.page.talk.story.showing is None
        assert len(session.kept(happened.ClipShown)) == 1
        await session.press("enter", "a")
        await under_way(session)
        await session.press("s", "4")
        assert session.at != "2-clip"
        assert len(session.kept(happened.ClipShown)) == 2
        assert session.kept(happened.Skipped)[0].what == "clip"


async def test_the_story_is_read_at_his_own_pace_and_counts(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("r")
        assert "1 of 4" in session.text
        await session.press("enter", "enter", "b")
        assert "2 of 4" in session.text
        await session.press("enter", "enter")
        assert "Fair enough. See you Sunday." in session.line
        await session.press("enter")
        assert session.at == "2-fit"
        shown = session.kept(happened.ClipShown)[0]
        assert shown.form == "transcript"
        assert shown.ranges[0].end == shown.length


async def test_reading_can_be_left_part_way(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("r", "enter", "x")
        shown = session.kept(happened.ClipShown)[0]
        assert 0 < shown.ranges[0].end < shown.length
        assert "We got to" in session.line
        await session.press("r", "b")
        assert session.at == "2-before"


async def test_words_during_a_story_pause_it_and_keep_the_moment(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("enter", "space", "right", "w")
        await session.write("he could have left")
        await session.press("enter")
        words = session.kept(happened.Words)[0]
        assert words.clip == "clip-f05"
        assert words.moment == pytest.approx(10, abs=5)
        assert "‖ paused" in session.text


async def test_hide_puts_the_story_out_of_sight_and_back_it_stands(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("enter", "f9")
        assert session.face == "Hidden"
        assert "Danny" not in session.text
        assert session.page.talk.story.showing.hidden
        assert state(session) == "paused"
        await session.press("enter", "enter")
        assert session.face == "SessionScreen"
        assert not session.page.talk.story.showing.hidden
        assert "‖ paused" in session.text


async def test_the_hide_key_in_the_players_window_hides_the_screen_too(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("enter")
        await session.page.talk.story.hide()
        await session.story.settle()
        assert isinstance(session.app.screen, Hidden)


async def test_hide_without_a_story_is_only_a_clock(sit: Any) -> None:
    async with sit("f05", at="3-p1") as session:
        await session.press("ctrl+l")
        assert session.face == "Hidden"
        await session.press("enter", "enter")
        assert session.at == "3-p1"


async def test_stopping_and_safety_stand_the_story_still(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("enter", "f8")
        assert session.face == "SafetyPage"
        assert state(session) == "paused"
        await session.press("escape", "space", "q")
        assert state(session) == "paused"
        await session.press("1", "4", "enter")
        assert session.face == "CloseScreen"


async def test_a_story_that_starts_closes_the_private_face(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("enter", "space", "f2")
        assert session.face == "PrivateScreen"
        await session.page.talk.story.wish("again")
        await session.story.settle()
        assert session.face == "SessionScreen"


async def test_by_phone_enter_reads_it_aloud(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        draft = session.live.draft
        session.live.draft = replace(draft, plan=replace(draft.plan, format="phone"))
        session.page.show()
        assert "Enter Read" in session.text
        assert "We read it out loud" in session.text
        await session.press("enter")
        assert "1 of 4" in session.text
