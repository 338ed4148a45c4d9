"""The private face: at hand in one key, framed, and gone by itself."""

from typing import Any

from srt_tui.domain import entry as happened
from srt_tui.tui.session.private import STAYS


async def test_it_is_framed_and_says_what_helps_on_this_page(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f2")
        assert "PRIVATE" in session.text
        assert "closes in 1:00" in session.text
        assert "f05 · talk it over · 0 of 60 min" in session.text
        assert "Watch for: using it to end" in session.line
        await session.press("f2")
        assert session.face == "SessionScreen"


async def test_it_opens_while_his_words_are_typed_and_leaves_them(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("half")
        await session.press("f2", "escape")
        await session.write(" way")
        await session.press("enter")
        assert [words.text for words in session.kept(happened.Words)] == ["half way"]


async def test_a_sign_is_two_keys_and_can_be_taken_out(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("g", "1")
        sign = session.kept(happened.SignSeen)[0]
        assert (sign.sign, sign.exercise) == ("away-short", "f05")
        assert "Kept: Short answers." in session.text
        await session.press("u")
        assert not session.kept(happened.SignSeen)
        await session.press("u")
        assert len(session.kept(happened.SignSeen)) == 1


async def test_the_last_sign_has_a_letter(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("g", "h")
        assert session.kept(happened.SignSeen)[0].sign == "us-role"


async def test_there_is_nothing_to_take_out_before_something_is_logged(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f2", "u")
        assert "Not available: nothing was logged here yet." in session.text


async def test_a_move_is_two_keys_and_how_it_was_left_one_more(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("g", "2", "m", "9", "4")
        move = session.kept(happened.Repair)[0]
        assert (move.move, move.result) == ("line", "held-line")
        assert move.sign == session.kept(happened.SignSeen)[0].seq


async def test_a_move_that_is_left_open_is_kept_as_not_finished(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("m", "1", "escape")
        assert session.kept(happened.Repair)[0].result == "unfinished"
        await session.press("m", "0", "escape", "escape")
        assert session.face == "SessionScreen"
        assert len(session.kept(happened.Repair)) == 2


async def test_notes_and_my_own_words_are_kept_apart_from_his(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f2", "n")
        await session.write("tired today")
        await session.press("enter", "v")
        await session.write("quieter after two")
        await session.press("enter")
        assert session.kept(happened.Note)[0].text == "tired today"
        words = session.kept(happened.Words)[0]
        assert (words.voice, words.text) == ("mine", "quieter after two")
        await session.press("escape")
        assert "quieter" not in session.text


async def test_half_a_note_is_offered_again(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f2", "n")
        await session.write("tired")
        await session.story.until(lambda: session.typed == "tired")
        await session.press("escape", "escape", "f2", "n", "enter")
        assert session.kept(happened.Note)[0].text == "tired"
        await session.press("n", "enter")
        assert len(session.kept(happened.Note)) == 1


async def test_energy_and_something_live(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f2", "e", "2", "l")
        assert session.kept(happened.Energy)[0].value == "middle"
        assert session.kept(happened.LiveMatter)


async def test_a_figure_beyond_the_list_does_nothing(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f2", "e", "7")
        assert "Energy today" in session.text


async def test_it_closes_after_a_minute_without_a_key(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f2")
        private = session.app.screen
        for _ in range(STAYS - 10):  # the clock of a slow machine ticks too
            private.tick()
        assert session.face == "PrivateScreen"
        await session.press("down")
        private.tick()
        await session.story.settle()
        assert "closes in 0:5" in session.text
        for _ in range(STAYS):
            if session.app.screen is private:
                private.tick()
        await session.story.settle()
        assert session.face == "SessionScreen"


async def test_it_does_not_count_while_something_is_over_it(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f2")
        private = session.app.screen
        await session.press("f8")
        assert session.face == "SafetyPage"
        for _ in range(STAYS + 1):
            private.tick()
        await session.press("r", "enter", "escape")
        assert session.face == "PrivateScreen"
        assert session.kept(happened.SafetyRaised)


async def test_a_list_left_open_closes_with_it_and_keeps_the_move(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("m", "3")
        private = session.app.screen
        for _ in range(STAYS + 1):
            if session.app.screen is private:
                private.tick()
        await session.story.settle()
        assert session.face == "SessionScreen"
        assert session.kept(happened.Repair)[0].move == "own"


async def test_a_note_that_cannot_be_saved_is_said(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f2", "n")
        await session.write("tired")
        session.workspace.lock()
        await session.press("enter")
        assert "closed" in session.line or "Not saved" in session.line or "locked" in session.line
        assert "tired" in session.text


async def test_while_he_has_the_keys_nothing_opens_it(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f7", "f2")
        assert session.face == "SessionScreen"
        await session.press("w", "f2")
        assert session.face == "SessionScreen"
        assert "your keys" in session.text
        await session.press("escape")
        assert "F7 Keys back" in session.text
        await session.press("f7", "f2")
        assert session.face == "PrivateScreen"


async def test_a_note_is_kept_by_esc_too(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f2", "n")
        await session.write("Quieter")
        await session.press("escape")
        assert [note.text for note in session.kept(happened.Note)] == ["Quieter"]


async def test_while_he_has_the_keys_safety_is_a_pause_and_nothing_of_hers(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("enter", "f7", "f8")
        assert session.face == "SessionScreen"
        assert "One moment." in session.line
        await session.story.until(lambda: session.page.talk.story.state == "paused")
        await session.press("f7", "f8")
        assert session.face == "SafetyPage"
