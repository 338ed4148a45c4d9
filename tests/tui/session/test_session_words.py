"""His words, typing, saving, and what comes back after a stop."""

from typing import Any

from srt_tui.domain import entry as happened
from srt_tui.tui.session.screen import SessionScreen
from srt_tui.tui.widgets.session_words import WordsBox
from srt_tui.workflow.prepare import Preparing

MARKUP = "[b]no[/b] [/] [@click=app.quit]x[/]"


async def test_his_words_are_one_key_and_then_typing(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("I walked")
        assert "Enter Keep" in session.text
        await session.press("enter")
        words = session.kept(happened.Words)[0]
        assert (words.voice, words.text, words.exercise) == ("his", "I walked", "f05")
        assert words.prompt == session.live.page.prompt.text
        assert "“I walked”" in session.text
        assert session.at == "3-p2"


async def test_esc_keeps_his_words_too(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("I stayed")
        await session.press("escape")
        assert [words.text for words in session.kept(happened.Words)] == ["I stayed"]


async def test_no_words_are_not_an_entry(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w", "enter", "w", "space", "enter")
        assert not session.kept(happened.Words)


async def test_what_he_says_is_never_markup(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        session.page.query_one(WordsBox).text = MARKUP
        await session.press("enter")
        assert MARKUP in session.text


async def test_typing_is_saved_within_a_second_and_says_so(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("it is the jaw")
        await session.story.until(lambda: session.typed == "it is the jaw")
        assert "saved 14:32" in session.text


async def test_what_was_typed_is_offered_back_after_a_crash(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("it is the jaw")
        await session.story.until(lambda: session.typed == "it is the jaw")
        again = Preparing(session.workspace, "KB-21").go_on()
        await session.app.push_screen(SessionScreen(again))
        await session.story.settle()
        assert "it is the jaw" in session.text
        await session.press("enter")
        assert [words.text for words in session.kept(happened.Words)] == ["it is the jaw"]
        assert "“it is the jaw”" in session.text


async def test_half_an_answer_is_offered_back_on_its_own_page_only(sit: Any) -> None:
    async with sit("f03", at="4-f03.w1") as session:
        await session.write("the bus")
        await session.press("enter")
        await session.write("late ag")
        await session.story.until(lambda: "late ag" in session.typed)
        again = Preparing(session.workspace, "KB-21").go_on()
        await session.app.push_screen(SessionScreen(again))
        await session.story.settle()
        assert "[what happened] the bus" in session.text
        assert "[thought] late ag" in session.text
        page = session.app.screen
        await session.press("escape", "s", "enter")
        assert again.page.key == "4-f03.w2"
        assert "the bus" not in session.text
        assert isinstance(page, SessionScreen)


async def test_hide_in_the_middle_of_a_word_keeps_it(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("half")
        await session.press("f9")
        assert "14:32" in session.text
        assert "half" not in session.text
        assert session.typed == "half"
        await session.press("enter", "enter")
        await session.write(" way")
        await session.press("enter")
        assert [words.text for words in session.kept(happened.Words)] == ["half way"]


async def test_a_failed_save_is_said_with_the_text_still_there(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("the disk is full")
        session.workspace.lock()
        await session.press("enter")
        assert "Not saved:" in session.text
        assert "the disk is full" in session.text
        assert session.page.query_one(WordsBox).text == "the disk is full"


async def test_a_failed_pick_stays_on_its_page(sit: Any) -> None:
    async with sit("f05", at="2-fit") as session:
        session.workspace.lock()
        await session.press("1")
        assert "Not saved:" in session.text
        assert "How did that story sit with you?" in session.line
        assert session.at == "2-fit"


async def test_leaving_the_box_gives_the_other_keys_back(sit: Any) -> None:
    async with sit("f05", at="4-f05.w2") as session:
        await session.write("stop ")
        await session.press("escape")
        assert "s Skip" in session.text
        await session.press("w")
        await session.write("now")
        await session.press("enter")
        assert [answer.text for answer in session.kept(happened.Answer)] == ["stop now"]


async def test_losing_the_window_saves(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("quick")
        session.app.app_focus = False
        await session.story.settle()
        assert session.typed == "quick"


async def test_words_that_lead_to_somebody_are_looked_at_before_they_are_kept(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("ring Karen on 0161 496 0000")
        await session.press("enter")
        assert "That looks like a name and a phone number." in session.line
        assert session.kept(happened.Words) == []
        await session.press("enter")
        assert session.kept(happened.Words)[0].text == "ring Karen on 0161 496 0000"
        await session.go("4-f05.w2")
        await session.write("at M1 1AA")
        await session.press("enter")
        assert "That looks like a postcode." in session.line
        assert session.kept(happened.Answer) == []
        await session.press("f2", "n")
        await session.write("me@example.org")
        await session.press("enter")
        assert "That looks like an e-mail." in session.line
        assert session.kept(happened.Note) == []
        await session.press("enter")
        assert session.kept(happened.Note)[0].text == "me@example.org"


async def test_words_that_were_looked_at_and_changed_are_looked_at_again(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("at M1 1AA")
        await session.press("enter")
        await session.write(" or M2 2BB")
        await session.press("enter")
        assert "That looks like a postcode." in session.line
        assert session.kept(happened.Words) == []


async def test_skipping_the_rest_says_that_it_is_the_rest(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("s")
        assert "Skip this." in session.line
        await session.press("escape", "S")
        assert "Skip the rest of this exercise." in session.line
