from collections.abc import Iterator
from typing import Any

import pytest
from textual.widgets import Input

from srt_tui.tui import idle as idling
from srt_tui.tui.app import SrtApp
from srt_tui.tui.dialogs.palette import PalettePage
from srt_tui.tui.screens.people import People
from srt_tui.workflow.workspace import Workspace

PASSPHRASE = "four plain words here"


@pytest.mark.parametrize("key", ["f9", "ctrl+l"])
@pytest.mark.parametrize(
    "way",
    [[], ["slash", "m"], ["n", "d"], ["f1"], ["ctrl+p", "a"], ["f8"], ["h"], ["down", "enter"]],
    ids=["list", "search", "form", "help", "palette", "safety", "history", "prepare"],
)
async def test_hide_works_from_everywhere_and_back_only_on_purpose(
    workspace: Workspace, walk: Any, way: list[str], key: str
) -> None:
    async with walk(workspace) as story:
        await story.press(*way)
        await story.settle()
        before = story.text
        await story.press(key)
        assert "14:32" in story.text
        assert "JD" not in story.text
        assert "Enter twice" in story.text
        await story.press("enter", "x", "f8", "f1", "ctrl+p", "enter")
        assert "Enter once more" in story.text
        await story.press("enter")
        assert story.text == before


async def test_hidden_once_more_it_takes_two_more_keys_to_come_back(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("f9", "enter")
        assert "Enter once more" in story.text
        story.app.do_hide()  # as from the player's window
        await story.press()
        assert "Enter once more" not in story.text
        await story.press("enter")
        assert "Enter once more" in story.text
        await story.press("enter")
        assert "JD-07" in story.text


async def test_help_lists_exactly_the_keys_of_this_screen(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("f1")
        listed = story.text
        for command in (*People.commands, *story.app.faces()[0].everywhere()):
            assert command.sentence in listed, command
        await story.press("escape")
        assert "JD-07" in story.text


async def test_keys_that_a_box_takes_as_text_are_not_listed_while_typing(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("slash")
        assert "h History" not in story.text
        assert "Enter Prepare" in story.text
        await story.type("?h")
        assert story.app.screen.query_one("#find", Input).value == "?h"


async def test_the_palette_finds_an_action_by_a_plain_word(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("ctrl+p")
        await story.type("referral")
        assert "Add a person by reference." in story.text
        await story.press("enter")
        await story.until("Date of referral")


async def test_the_palette_offers_no_screenshot_and_stays_open_when_nothing_matches(
    workspace: Workspace, walk: Any
) -> None:
    async with walk(workspace) as story:
        await story.press("ctrl+p")
        await story.type("screenshot")
        await story.press("enter", "down", "up", "ctrl+p", "f1", "escape")
        assert isinstance(story.app.screen, PalettePage)


async def test_what_is_not_available_says_why(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        await story.press("end", "r")
        assert "Not available: no note of this person is waiting." in story.text
        await story.press("up")
        assert "Not available" not in story.text


@pytest.mark.parametrize("size", [(20, 5), (39, 24), (80, 11)])
async def test_a_window_too_small_says_so_and_keeps_everything(
    workspace: Workspace, walk: Any, size: tuple[int, int]
) -> None:
    async with walk(workspace) as story:
        await story.press("slash", "m", "k")
        before = story.text
        await story.resize(*size)
        assert "a little" in story.text
        assert "MK" not in story.text
        await story.press("x", "y")
        await story.resize(80, 24)
        assert story.text == before


async def test_the_themes_go_round(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        first = story.app.theme
        await story.press("f6")
        assert story.app.theme != first
        await story.press("f6", "f6", "f6")
        assert story.app.theme == first


async def test_demo_stands_on_every_screen_of_a_demo(workspace: Workspace, walk: Any) -> None:
    async with walk(workspace) as story:
        for keys in ([], ["f1"], ["escape", "f8"], ["escape", "h"], ["escape", "n"], ["f9"]):
            await story.press(*keys)
            assert "DEMO" in story.text.splitlines()[0]


@pytest.fixture
def silence(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """The clock that notices silence, moved by hand."""
    clock = [0.0]
    monkeypatch.setattr(idling, "moment", lambda: clock[0])
    return iter([clock])


async def test_after_a_long_silence_only_the_passphrase_leads_back(
    sealed: Workspace, walk: Any, silence: Iterator[list[float]]
) -> None:
    clock = next(silence)
    sealed.unlock(PASSPHRASE)
    async with walk(sealed) as story:
        await story.press("n")
        clock[0] += 5 * 60 + 1
        await story.press("j")
        assert sealed.locked
        assert "14:32" in story.text
        await story.press("enter", "enter")
        await story.until("The records are sealed.")
        await story.type("wrong")
        await story.press("enter")
        await story.until("does not open")
        await story.type(PASSPHRASE)
        await story.press("enter")
        await story.until("Press n to add a person")


async def test_a_demo_is_hidden_after_a_silence_and_stays_open(
    workspace: Workspace, walk: Any, silence: Iterator[list[float]]
) -> None:
    clock = next(silence)
    async with walk(workspace) as story:
        clock[0] += 5 * 60 + 1
        await story.press("j")
        assert not workspace.locked
        assert "JD-07" not in story.text
        await story.press("enter", "enter")
        assert "JD-07" in story.text


def test_there_is_a_limit_only_when_one_is_set(silence: Iterator[list[float]]) -> None:
    clock = next(silence)
    never, soon = idling.Idle(0), idling.Idle(10)
    clock[0] = 11
    assert (never.over, soon.over) == (False, True)
    soon.touch()
    assert not soon.over


async def test_a_fault_ends_with_code_one_and_says_nothing_of_what_was_there(
    workspace: Workspace, walk: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    apps: list[SrtApp] = []

    async def fail() -> None:
        async with walk(workspace) as story:
            apps.append(story.app)
            words = "his very own words"
            story.app.call_later(lambda: int(words))
            await story.press("j")

    with pytest.raises(ValueError, match="invalid literal"):
        await fail()
    assert apps[0].return_code == 1
    assert apps[0].failed
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    assert "his very own words" not in said.out + said.err
