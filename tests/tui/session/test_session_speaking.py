"""The page read aloud, until the next key."""

from typing import Any

import pytest


class Listener:
    """Hears what would be read."""

    def __init__(self, name: str = "a voice") -> None:
        self.name = name
        self.heard: list[str] = []
        self.speaking = False

    async def say(self, text: str) -> None:
        self.heard.append(text)
        self.speaking = True

    async def stop(self) -> None:
        self.speaking = False


async def test_a_question_is_read_until_the_next_key(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        session.page.talk.reader = listener = Listener()
        assert not listener.heard
        await session.press("f5")
        assert listener.heard == [session.live.page.prompt.text]
        await session.press("b")
        assert not listener.speaking
        await session.press("f5", "f5")
        assert not listener.speaking


async def test_hiding_and_leaving_make_it_quiet(sit: Any) -> None:
    async with sit("f05", at="7-card") as session:
        session.page.talk.reader = listener = Listener()
        await session.press("f5")
        assert session.live.page.text.split()[0] in listener.heard[0]
        await session.press("f9")
        assert not listener.speaking
        await session.press("enter", "enter", "f5", "q", "1", "enter")
        assert session.face == "CloseScreen"
        assert not listener.speaking


@pytest.mark.parametrize("key", ["f5"])
async def test_without_a_voice_it_says_so_and_nothing_is_missing(sit: Any, key: str) -> None:
    async with sit("f05", at="3-p2") as session:
        session.page.talk.reader = Listener("")
        await session.press(key)
        assert "this machine cannot read out loud." in session.line
