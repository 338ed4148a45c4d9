"""Lists and texts that are drawn line by line: what is in sight, and where one is."""

import pytest
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult

from srt_tui.tui.themes import EXTRA
from srt_tui.tui.widgets.long_list import LongList, sign
from srt_tui.tui.widgets.reading import Part, Reading
from srt_tui.tui.widgets.table import Table, fitted
from tests.tui.test_markup import TUI, shown


class Lists(App[None]):
    """One widget, as high as the window."""

    CSS_PATH = TUI / "shell.tcss"

    def __init__(self, widget: Table | Reading) -> None:
        super().__init__()
        self._widget = widget

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict.fromkeys(EXTRA, "#808080")

    def compose(self) -> ComposeResult:
        yield self._widget


@pytest.mark.parametrize(
    ("top", "room", "count", "marked"),
    [(0, 8, 9, "0123456"), (1, 8, 9, "1234567"), (0, 4, 1000, "0"), (996, 4, 1000, "3")],
)
def test_the_bar_says_where_one_is(top: int, room: int, count: int, marked: str) -> None:
    rows = [sign(row, top, room, count, Style()).text for row in range(room)]
    assert "".join(str(row) for row, text in enumerate(rows) if text == "▐") == marked


def test_what_is_too_wide_for_a_column_ends_in_dots() -> None:
    assert (fitted("short", 7), fitted("just so", 7), fitted("too long", 7)) == (
        "short  ", "just so", "too lo…",
    )  # fmt: skip


async def test_a_list_is_moved_through_by_key_wheel_and_click() -> None:
    table = Table(("ref", 4), ("rest", 0))
    app = Lists(table)
    async with app.run_test(size=(20, 5)) as pilot:
        table.fill([(f"r{n}", "words") for n in range(9)])
        table.focus()
        await pilot.press("down", "end")
        assert table.chosen == 8
        await pilot.pause()
        assert [line[:4].strip() for line in shown(app)] == ["ref", "r5", "r6", "r7", "▌r8"]
        await pilot.click(offset=(2, 1))
        assert table.chosen == 5
        await pilot.click(offset=(2, 0))
        for event, place in ((events.MouseScrollDown, 6), (events.MouseScrollUp, 5)):
            table.post_message(event(table, 0, 1, 0, 0, 0, False, False, False))
            await pilot.pause()
            assert table.chosen == place
        await pilot.press("pageup")
        assert table.chosen == 1
        table.fill([("r0", "words"), ("r1", "more")], at=1)
        await pilot.pause()
        assert [line[:9].strip() for line in shown(app)][1:3] == ["r0    wo", "▌r1    mo"]
        table.fill([("r0", "words"), ("r1", "less")], at=0)
        await pilot.pause()
        assert [line[:9].strip() for line in shown(app)][1:3] == ["▌r0    wo", "r1    le"]
        table.fill([])
        await pilot.click(offset=(2, 1))
        assert table.chosen == -1


async def test_a_text_is_scrolled_as_far_as_it_goes() -> None:
    reading = Reading([Part(f"line {n}", indent=1) for n in range(9)])
    app = Lists(reading)
    async with app.run_test(size=(20, 4)) as pilot:
        reading.focus()
        for key, first in (
            ("down", 1), ("pagedown", 4), ("end", 5), ("down", 5), ("up", 4), ("home", 0),
        ):  # fmt: skip
            await pilot.press(key)
            await pilot.pause()
            assert f"line {first} " in shown(app)[0]
        reading.post_message(events.MouseScrollDown(reading, 0, 1, 0, 0, 0, False, False, False))
        reading.post_message(events.MouseScrollUp(reading, 0, 1, 0, 0, 0, False, False, False))
        reading.show([Part("all of it")])
        await pilot.pause()
        assert reading.fits
        assert LongList.can_focus
