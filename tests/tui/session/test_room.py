"""The room window's line: what goes out to it, and which keys it may send."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec

from srt_tui.domain import entry as happened
from srt_tui.present.session.room import BLANK, RoomFrame
from srt_tui.tui.session.private import STAYS
from srt_tui.workflow.room import RoomHost, join, leave
from tests.support.private import private_words

NOTE = "canary note of hers"
MINE = "canary words of hers"


class Window:
    """A room window without a screen: every byte that reached it, and the frame shown last."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.all = b""
        self.frame = BLANK
        self.ended = False
        self.task = asyncio.create_task(self.follow())

    async def follow(self) -> None:
        while line := await self.reader.readline():
            self.all += line
            self.frame = msgspec.json.decode(line, type=RoomFrame)
        self.ended, self.frame = True, BLANK

    @property
    def big(self) -> str:
        """The one idea."""
        return self.frame.view.big if self.frame.view else ""

    def press(self, *keys: str) -> None:
        """Send keys."""
        self.writer.write("".join(f"{key}\n" for key in keys).encode())


@contextlib.asynccontextmanager
async def window(session: Any) -> AsyncIterator[Window]:
    """A room window that has joined this session."""
    await session.story.until(session.workspace.room.exists)
    line = await join(session.workspace.room)
    assert line
    made = Window(*line)
    await session.story.until(lambda: made.frame != BLANK)
    yield made
    await leave(made.writer)
    await made.task


async def test_it_follows_the_question_and_what_is_picked(sit: Any) -> None:
    async with sit("f05", at="3-p1") as session, window(session) as room:
        assert room.big in session.line
        await session.press("enter")
        await session.story.until(lambda: room.big in session.line and bool(room.big))
        assert room.frame.view == session.page.page.shown


async def test_it_is_blank_while_the_screen_is_hidden_and_back_with_it(sit: Any) -> None:
    async with sit("f05", at="3-p1") as session, window(session) as room:
        asked = room.big
        await session.press("f9")
        await session.story.until(lambda: room.frame == BLANK)
        await session.press("enter", "enter")
        await session.story.until(lambda: room.big == asked)


async def test_hide_in_the_room_window_hides_the_first_one_too(sit: Any) -> None:
    async with sit("f05", at="3-p1") as session, window(session) as room:
        room.press("f9")
        await session.story.until(lambda: session.face == "Hidden")
        await session.story.until(lambda: room.frame == BLANK)


async def test_its_keys_do_nothing_until_they_are_handed_over(sit: Any) -> None:
    async with sit("f05", at="0-number") as session, window(session) as room:
        assert room.frame.keys == ()
        room.press("7", "enter", "q", "f2", "f9")
        await session.story.until(lambda: session.face == "Hidden")  # what came before it has come
        await session.press("enter", "enter", "f7")
        assert room.frame.keys
        room.press("4", "enter")
        await session.story.until(lambda: bool(session.kept(happened.Number)))
        assert [number.value for number in session.kept(happened.Number)] == [4]


async def test_while_he_has_the_keys_only_his_work_there(sit: Any) -> None:
    async with sit("f05", at="3-p1") as session, window(session) as room:
        await session.press("f7")
        room.press("f2", "g", "m", "q", "s", "S", "o", "f7", "f8", "ctrl+p", "w", "escape")
        room.press("enter")
        await session.story.until(lambda: session.at == "3-p2")
        assert session.face == "SessionScreen"
        assert session.page.talk.handed
        assert session.kept(happened.Skipped) == []


async def test_while_he_has_a_window_of_his_own_the_private_face_stays(sit: Any) -> None:
    async with sit("f05", at="3-p1") as session:
        async with window(session):
            await session.press("f2")
            private = session.app.screen
            for _ in range(STAYS + 2):
                private.tick()
            assert session.face == "PrivateScreen"
        await session.story.until(lambda: not session.page.room.joined)
        for _ in range(STAYS + 2):
            private.tick()
        await session.story.until(lambda: session.face == "SessionScreen")


async def test_when_the_session_goes_it_is_blank(sit: Any) -> None:
    async with sit("f05", at="3-p1") as session, window(session) as room:
        await session.press("q", "1")
        await session.press("5", "enter")
        await session.story.until(lambda: session.face == "CloseScreen")
        await session.story.until(lambda: room.ended)
        assert not session.workspace.room.exists()


async def test_every_byte_of_a_session_holds_nothing_of_hers(sit: Any) -> None:
    async with sit("f05") as session, window(session) as room:
        await session.press("f2", "n")
        await session.write(NOTE)
        await session.press("enter", "v")
        await session.write(MINE)
        await session.press("enter", "g", "1", "m", "1", "1", "e", "3", "escape")
        for _ in range(60):
            if session.face != "SessionScreen":
                break
            if session.page.typing:
                await session.write("a word of his")
            await session.press("enter" if session.page.talk.story.state != "playing" else "x")
        assert session.face == "CloseScreen"
        await session.press("enter", "1", "2", "3")
        await session.story.until(lambda: room.ended)
        sent = room.all.decode()
        assert "a word of his" in sent
        never = [NOTE, MINE, session.workspace.cases()[0].reference]
        assert [w for w in (*never, *private_words(session.workspace.pack)) if w in sent] == []


async def test_a_second_program_leaves_the_first_ones_line_alone(tmp_path: Path) -> None:
    pressed: list[str] = []
    first, second = (RoomHost(tmp_path / "r" / "room", pressed.append) for _ in range(2))
    await first.open()
    await second.open()
    first.show(b"first")
    second.show(b"second")
    line = await join(tmp_path / "r" / "room")
    assert line
    assert await line[0].readline() == b"first\n"
    await leave(line[1])
    await second.close()
    assert (tmp_path / "r" / "room").exists()
    assert (tmp_path / "r" / "room").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "r").stat().st_mode & 0o777 == 0o700
    await first.close()
    assert await join(tmp_path / "r" / "room") is None


async def test_what_was_left_by_a_killed_program_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "room"
    killed = await asyncio.start_unix_server(lambda _, __: None, path)
    killed.close()
    assert path.exists()
    host = RoomHost(path, lambda _: None)
    await host.open()
    line = await join(path)
    assert line
    await leave(line[1])
    await host.close()


async def test_where_there_can_be_no_line_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    host = RoomHost(tmp_path / "file" / "room", lambda _: None)
    await host.open()
    assert not host.joined
    await host.close()
