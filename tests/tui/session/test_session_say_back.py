"""Said again, so that his words are right."""

from typing import Any

from srt_tui.domain import entry as happened
from srt_tui.tui.widgets.lines import KeyLine


async def test_his_words_are_said_back_while_they_are_typed(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("It is the jar")
        await session.press("f4")
        assert "Let me see if I have it right." in session.line
        assert "“It is the jar”" in session.line
        await session.press("2")
        await session.write("It is the jaw")
        await session.press("enter")
        first, second = session.kept(happened.Words)
        assert (first.text, second.text, second.corrects) == (
            "It is the jar", "It is the jaw", first.seq,
        )  # fmt: skip
        assert "jar" not in session.text
        await session.press("f4", "1")
        assert session.at == "3-p2"
        assert len(session.kept(happened.Words)) == 2


async def test_without_words_there_is_nothing_to_say_back(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f4")
        assert "F4" not in session.text
        await session.press("w", "f4")
        assert "nothing was said here." in session.text


async def test_an_answer_that_is_typed_is_said_back_before_it_is_kept(sit: Any) -> None:
    async with sit("f05", at="4-f05.w2") as session:
        await session.write("Back in an hour")
        await session.press("f4")
        assert "“Back in an hour”" in session.line
        await session.press("2")
        await session.write("!")
        await session.press("enter")
        assert session.kept(happened.Answer)[0].text == "Back in an hour!"


async def test_the_key_stands_there_once_there_are_words(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("The jaw")
        await session.press("enter")
        shown = {item.name: item for item in session.app.screen.query_one(KeyLine).items}
        assert shown["say_back"].ready


async def test_where_nothing_is_asked_his_words_are_said_again_too(sit: Any) -> None:
    async with sit("f05") as session:
        await session.press("w")
        await session.write("It was a long week")
        await session.press("f4")
        assert "Let me see if I have it right." in session.text
        assert "“It was a long week”" in session.text
