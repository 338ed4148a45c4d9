"""What people type is never markup: nothing of it is lost, styled, linked or fatal."""

import ast
import asyncio
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult

import srt_tui.tui
from srt_tui.tui.themes import EXTRA
from srt_tui.tui.widgets.lines import KeyItem, KeyLine, TitleLine
from srt_tui.tui.widgets.table import Table

TUI = Path(srt_tui.tui.__file__).parent
NASTY = ("he said [no] twice", "a [/] b", "[@click=app.quit]press[/]", "[bold", "\\[x]", "[red]")
FIRST_ROW = 2
typed = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(codec="ascii", min_codepoint=32, max_codepoint=126), max_size=30),
)


class Parts(App[None]):
    """The parts that show words of people."""

    CSS_PATH = TUI / "shell.tcss"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict.fromkeys(EXTRA, "#808080")

    def compose(self) -> ComposeResult:
        yield TitleLine()
        yield Table(("words", 0))
        yield KeyLine()


def shown(app: App[None]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def test_any_text_stands_on_the_screen_as_it_was_typed() -> None:
    async def walk() -> None:
        app = Parts()
        async with app.run_test(size=(120, 12)) as pilot:
            loop = asyncio.get_running_loop()

            @settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
            @given(words=typed)
            def check(words: str) -> None:
                async def one() -> None:
                    app.query_one(TitleLine).words = words
                    app.query_one(Table).fill([(words,)])
                    app.query_one(KeyLine).message = words
                    await pilot.pause()
                    title, table, keys = (shown(app)[at] for at in (0, FIRST_ROW, -1))
                    for line in (title, table, *([keys] if words else [])):
                        assert words.strip() in line
                    assert app.return_value is None

                asyncio.run_coroutine_threadsafe(one(), loop).result(20)

            await asyncio.to_thread(check)

    asyncio.run(walk())


def test_a_label_of_a_key_is_not_markup_either() -> None:
    line = KeyLine()
    text = line._item(KeyItem("x", "[x]", "[/] [bold", ready=True)).plain
    assert text == " [x] [/] [bold "


def makes_words(call: ast.Call) -> bool:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return name in ("Static", "Label", "Button") and bool(call.args or call.keywords)


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: path.stem)
def test_every_widget_that_shows_words_turns_markup_off(path: Path) -> None:
    for call in calls(path):
        if makes_words(call):
            given_off = any(keyword.arg == "markup" for keyword in call.keywords)
            content = bool(call.args) and ast.unparse(call.args[0]).startswith("Content")
            assert given_off or content, f"{path.name}:{call.lineno}"


def test_no_screen_uses_toasts_which_read_markup() -> None:
    found: list[Any] = [
        (path.name, call.lineno)
        for path in TUI.rglob("*.py")
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "notify"
    ]
    assert found == []
