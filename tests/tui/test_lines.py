from srt_tui.tui.widgets.lines import KeyItem, fitting


def items(*names: str, label: str = "Do") -> list[KeyItem]:
    return [KeyItem(name, "x", label, ready=True) for name in names]


def kept(items: list[KeyItem], width: int) -> list[str]:
    return [item.name for item in fitting(items, width)]


def test_six_keys_stand_at_eighty_columns_and_four_at_forty() -> None:
    many = items("a", "b", "c", "d", "e", "safety", "hide", "help")
    assert kept(many, 80) == ["a", "b", "c", "d", "hide", "help"]
    assert kept(many, 40) == ["a", "b", "hide", "help"]


def test_safety_and_back_give_way_before_the_screens_own_keys() -> None:
    some = items("a", "b", "c", "back", "safety", "hide", "help")
    assert kept(some, 80) == ["a", "b", "c", "back", "hide", "help"]
    assert kept(some, 40) == ["a", "b", "hide", "help"]


def test_what_is_too_wide_gives_way_and_hide_goes_last() -> None:
    wide = items("a", "hide", "help", label="L" * 30)
    assert kept(wide, 80) == ["hide", "help"]
    assert kept(wide, 40) == ["hide"]
