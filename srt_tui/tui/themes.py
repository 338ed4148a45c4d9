"""Four themes of our own. A test computes the contrast of every pair of colours used."""

from textual.theme import Theme


def _theme(
    name: str, *, paper: str, raised: str, ink: str, quiet: str, mark: str, dark: bool
) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=mark,
        secondary=mark,
        accent=mark,
        warning=mark,
        error=mark,
        success=mark,
        foreground=ink,
        background=paper,
        surface=paper,
        panel=raised,
        boost=raised,
        variables={
            "quiet": quiet,
            "mark": mark,
            "raised": raised,
            "border": mark,
            "border-blurred": quiet,
            "block-cursor-background": ink,
            "block-cursor-foreground": paper,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": raised,
            "block-cursor-blurred-foreground": ink,
            "input-cursor-background": ink,
            "input-cursor-foreground": paper,
            "input-selection-background": raised,
            "scrollbar": quiet,
            "scrollbar-background": paper,
            "scrollbar-corner-color": paper,
        },
    )


LIGHT = _theme(
    "light", paper="#fafafa", raised="#e4e8ec", ink="#1c1c1c", quiet="#505a64",
    mark="#0a4a78", dark=False,
)  # fmt: skip
DARK = _theme(
    "dark", paper="#14181c", raised="#2a3138", ink="#e8e6e3", quiet="#a8b0b8",
    mark="#8cc4f0", dark=True,
)  # fmt: skip
HIGH_CONTRAST = _theme(
    "contrast", paper="#000000", raised="#1a1a1a", ink="#ffffff", quiet="#e0e0e0",
    mark="#ffe000", dark=True,
)  # fmt: skip
CREAM = _theme(
    "cream", paper="#fbf3df", raised="#efe2c2", ink="#2b2418", quiet="#5c4f38",
    mark="#6a3a10", dark=False,
)  # fmt: skip

THEMES = (DARK, LIGHT, HIGH_CONTRAST, CREAM)
EXTRA = ("quiet", "mark", "raised")
"""The colour names of our own, beyond Textual's."""


def after(name: str) -> str:
    """The name of the theme that follows, going round."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)]
