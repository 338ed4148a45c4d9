"""How many keys the usual things take in a running session."""

from typing import Any

import pytest

from srt_tui.domain import entry as happened
from srt_tui.tui.widgets.session_words import WordsBox

COUNTED: dict[str, tuple[list[str], type[happened.Entry]]] = {
    "a sign": (["g", "1"], happened.SignSeen),
    "left out": (["s", "enter"], happened.Skipped),
    "left out with its reason": (["s", "1"], happened.Skipped),
    "the next prompt": (["enter"], happened.PromptUsed),
}


@pytest.mark.parametrize(("keys", "kind"), COUNTED.values(), ids=COUNTED)
async def test_it_is_kept_after_so_many_keys(
    sit: Any, keys: list[str], kind: type[happened.Entry]
) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press(*keys)
        assert len(session.kept(kind)) == 1


async def test_a_move_is_two_keys_and_counts_before_it_is_said_how_it_was_left(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("m", "1")
        assert "How was it left?" in session.text
        await session.press("escape")
        assert [move.result for move in session.kept(happened.Repair)] == ["unfinished"]


async def test_pausing_is_one_key(sit: Any) -> None:
    async with sit("f05", at="2-clip") as session:
        await session.press("enter")
        assert session.page.talk.story.showing.state == "playing"
        await session.press("space")
        assert session.page.talk.story.showing.state == "paused"


async def test_hiding_is_one_key(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("f9")
        assert session.face == "Hidden"


async def test_his_words_are_one_key_and_then_what_he_said(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("w")
        await session.write("I walked.")
        assert session.page.query_one(WordsBox).text == "I walked."
