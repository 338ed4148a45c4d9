from typing import Any

from srt_tui.tui.widgets.lines import KeyItem, fitting


def items(*names: str, label: str = "Do") -> list[KeyItem]:
    return [KeyItem(name, "x", label, ready=True) for name in names]


def kept(items: list[KeyItem], width: int) -> list[str]:
    return [item.name for item in fitting(items, width)]


def test_six_keys_stand_at_eighty_columns_and_four_at_forty() -> None:
    many = items("a", "b", "c", "d", "e", "safety", "hide", "help")
    assert kept(many, 80) == ["a", "b", "c", "d", "hide", "help"]
    assert kept(many, 40) == ["a", "b", "hide", "help"]


def test_a_wide_window_shows_as_many_as_it_has_room_for() -> None:
    many = items("a", "b", "c", "d", "e", "safety", "hide", "help")
    assert kept(many, 120) == ["a", "b", "c", "d", "e", "safety", "hide", "help"]
    assert kept(items(*"abcd", "hide", "help", label="L" * 20), 120) == [
        "a",
        "b",
        "c",
        "hide",
        "help",
    ]


def test_safety_and_back_give_way_before_the_screens_own_keys() -> None:
    some = items("a", "b", "c", "back", "safety", "hide", "help")
    assert kept(some, 80) == ["a", "b", "c", "back", "hide", "help"]
    assert kept(some, 40) == ["a", "b", "hide", "help"]


def test_what_is_too_wide_gives_way_and_hide_goes_last() -> None:
    wide = items("a", "hide", "help", label="L" * 30)
    assert kept(wide, 80) == ["hide", "help"]
    assert kept(wide, 40) == ["hide"]


async def test_every_line_of_a_message_and_of_help_stands_in(workspace: Any, walk: Any) -> None:
    async with walk(workspace, size=(40, 24)) as story:
        story.app.screen.say("one two three four " * 4)
        await story.settle()
        last = [line for line in story.text.splitlines() if "two" in line or "four" in line]
        assert len(last) > 1
        assert all(line.startswith(" ") for line in last)
        await story.press("f1")
        lines = story.text.splitlines()
        at = next(n for n, line in enumerate(lines) if "Prepare a session" in line)
        assert lines[at + 1].startswith(" " * lines[at].index("Prepare"))
        assert lines[at + 1].strip()
