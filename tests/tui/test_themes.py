import pytest
from textual.color import Color
from textual.theme import Theme

from srt_tui.tui.themes import THEMES, after

PAIRS = (
    ("foreground", "background"),
    ("foreground", "raised"),
    ("quiet", "background"),
    ("quiet", "raised"),
    ("mark", "background"),
    ("mark", "raised"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("foreground", "input-selection-background"),
)


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio of two colours."""

    def light(colour: str) -> float:
        parts = [c / 255 for c in Color.parse(colour).rgb]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_every_pair_of_colours_can_be_read(theme: Theme, pair: tuple[str, str]) -> None:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


def test_the_themes_follow_each_other_round() -> None:
    names = [theme.name for theme in THEMES]
    seen = [names[0]]
    for _ in THEMES:
        seen.append(after(seen[-1]))
    assert seen == [*names, names[0]]
