"""From the first page to the note, and nothing private on the way."""

import re
from typing import Any

import pytest

from srt_tui.domain import entry as happened
from srt_tui.domain.pack import Pack
from srt_tui.domain.pages import ByePage, ClipPage, FieldPage
from srt_tui.tui.widgets.lines import KeyLine, fitting

NOTE = "thinks nobody listens"
MINE = "quieter after question two"
LINE = "take the silence to supervision"


async def onward(session: Any) -> None:
    """One page on, by Enter wherever Enter alone leads on."""
    page = session.live.page
    if isinstance(page, ClipPage):
        await session.press("enter", "x")
    await session.press("enter")


async def test_enter_leads_from_the_first_page_to_the_note(sit: Any) -> None:
    async with sit("f05", minutes=20) as session:
        seen = set()
        while session.face != "NotePage":
            seen.add(session.at)
            await onward(session)
        assert seen == {page.key for page in session.live.pages}
        assert not session.kept(happened.Closed)[0].cut
        assert "INTERVENTION" in session.text


async def test_the_shared_screen_never_shows_what_is_private(sit: Any) -> None:
    async with sit("f05", minutes=20) as session:
        together: list[str] = []
        kinds: set[type] = set()
        await session.press("g", "1", "escape", "m", "2", "3", "escape")
        await session.press("f2", "n")
        await session.write(NOTE)
        await session.press("enter", "v")
        await session.write(MINE)
        await session.press("enter", "e", "1", "l", "escape")
        await session.press("f8", "r", "enter", "escape")
        while session.face == "SessionScreen":
            together.append(session.line)
            kind = type(session.live.page)
            if kind not in kinds and not session.page.typing:
                for key in ("s", "escape", "q", "escape", "w", "escape", "f2", "escape"):
                    await session.press(key)
                    if session.face == "SessionScreen":
                        together.append(session.line)
            kinds.add(kind)
            await onward(session)
        assert session.kept(happened.SignSeen)
        assert session.kept(happened.Note)
        shown = " ".join(together)
        assert "What did Danny do at 6" in shown
        for words in private_words(session.workspace.pack, "f05"):
            assert words not in shown


def private_words(pack: Pack, exercise: str) -> list[str]:
    """What must not be on the shared screen: the reference, notes, signs, safety."""
    notes = pack.exercises[exercise].notes
    texts = (notes.aim, notes.watch_for, notes.stuck, notes.does_not_fit, notes.disclosure)
    sentences = [s for text in texts for s in re.split(r"(?<=[.?!])\s+", text)]
    act_today = [
        line.removeprefix("- ")[:40]
        for section in pack.safety.sections
        for line in section.body.splitlines()
        if line.startswith("- ")
    ]
    assert len(act_today) >= 10
    return [
        "KB-21",
        "KB",
        "PRIVATE",
        "Safety",
        NOTE,
        MINE,
        "of 20 min",
        *sentences,
        *act_today,
        *(sign.title for sign in pack.signs),
        *(sign.plain for sign in pack.signs),
        *(move.title for move in pack.moves),
        *(item.low for item in pack.check.mine),
        *(exercise_.module.title() for exercise_ in pack.exercises.values()),
    ]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
@pytest.mark.parametrize("exercise", ["f03", "f05", "r03"])
async def test_every_page_is_whole_and_says_what_leads_on(
    sit: Any, size: tuple[int, int], exercise: str
) -> None:
    async with sit(exercise, minutes=60, size=size) as session:
        for page in session.live.pages:
            await session.go(page.key)
            lines = session.text.splitlines()
            assert len(lines) <= size[1]
            assert all(len(line) <= size[0] for line in lines)
            column = lines[1:-1]
            assert all(len(line.strip()) <= 45 for line in column), page.key
            keys = fitting(session.app.screen.query_one(KeyLine).items, size[0])
            assert len(keys) <= (6 if size[0] >= 60 else 4)
            assert {"next", "play", "keep", "pick"} & {key.name for key in keys}, page.key
            if isinstance(page, FieldPage):
                assert "No names." in session.line


async def test_too_small_a_window_says_so_and_keeps_everything(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        before = session.text
        await session.press("w")
        await session.write("half a thou")
        await session.story.resize(20, 5)
        assert "larger" in session.line
        await session.story.resize(80, 24)
        await session.write("ght")
        await session.press("enter")
        assert [w.text for w in session.kept(happened.Words)] == ["half a thought"]
        assert before.splitlines()[0] in session.text


async def test_long_pages_are_told_in_pieces_at_forty_by_twelve(sit: Any) -> None:
    async with sit("f05", at="5-step", size=(40, 12)) as session:
        assert "Do not ask a partner" in session.line
        assert "this one" not in session.line
        await session.press("enter")
        assert session.at == "5-step"
        assert "this one" in session.line
        await session.press("b")
        assert "this one" not in session.line


async def test_back_leads_to_the_page_before_and_stops_at_the_first(sit: Any) -> None:
    async with sit("f05") as session:
        await session.press("enter", "enter")
        second = session.at
        await session.press("enter", "b")
        assert session.at == second
        await session.press("b", "b", "b")
        assert session.at == session.live.pages[0].key


async def test_stopping_asks_once_and_leaves_a_valid_part_of_a_session(sit: Any) -> None:
    async with sit("f05", at="3-p2") as session:
        await session.press("q")
        assert "Stop here?" in session.line
        await session.press("2")
        assert session.at == "3-p2"
        assert session.face == "SessionScreen"
        await session.press("q", "1", "enter")
        assert session.face == "CloseScreen"
        await session.press(*["enter"] * 9)
        assert session.face == "NotePage"
        assert session.kept(happened.Closed)[0].cut
        assert session.kept(happened.Visited)[0].outcome == "partly"


async def test_a_session_that_is_over_leaves_no_draft(sit: Any) -> None:
    async with sit("f05") as session:
        bye = next(page for page in session.live.pages if isinstance(page, ByePage))
        await session.go(bye.key)
        await session.press("enter", "enter", "5")
        await session.press(*["enter"] * 7)
        assert session.face == "NotePage"
        await session.press("f9", "enter", "enter")
        assert session.workspace.person("KB-21").draft() is None
