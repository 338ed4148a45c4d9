"""One class per user action: it feeds the key line, the palette and the help, so they agree.

A screen lists its commands; each one runs the screen's method `do_<name>`. The first line of
the class's docstring is the sentence that help and palette show.
"""

import re
from typing import Any, ClassVar

READING = "the records are open to read only."


class Command:
    """Something a person can do on a screen."""

    name: ClassVar[str] = ""
    key: ClassVar[str] = ""
    """Textual's name of the key; several are parted by commas."""
    shown: ClassVar[str] = ""
    """How the key is written on screen."""
    foot: ClassVar[str] = ""
    """How it is written in the line of keys, where it stands there for two."""
    label: ClassVar[str] = ""
    footer: ClassVar[bool] = False
    """Whether it stands in the line of keys (at most five of a screen's own)."""
    words: ClassVar[str] = ""
    """Other plain words by which the palette finds it."""
    takes_key: ClassVar[bool] = False
    """Whether `do_<name>` is told which of its keys was pressed."""
    urgent: ClassVar[bool] = False
    """Whether the key acts before the field being typed in sees it."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "name" not in cls.__dict__:
            cls.name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def sentence(cls) -> str:
        """What it does, in one plain sentence."""
        return (cls.__doc__ or cls.label).strip().splitlines()[0]

    @classmethod
    def actions(cls) -> list[tuple[str, str]]:
        """Each key with the action that Textual is to run on it."""
        if not cls.takes_key:
            return [(cls.key, f"do('{cls.name}')")]
        return [(key, f"do('{cls.name}','{key}')") for key in cls.key.split(",")]

    writes: ClassVar[bool] = False
    """Whether it keeps something, so that it is not offered where nothing can be kept."""

    @classmethod
    def why_not(cls, screen: Any) -> str:
        """Why it is not available on `screen` now; empty when it is."""
        if cls.writes and screen.workspace.read_only:
            return READING
        reason = getattr(screen, f"why_not_{cls.name}", None)
        return reason() if reason else ""

    @classmethod
    def types(cls) -> bool:
        """Whether its key is a plain character, which a field being typed in would take."""
        return all(len(key) == 1 or key in _MARKS for key in cls.key.split(","))

    @classmethod
    def reads(cls, typed: str) -> bool:
        """Whether every word of `typed` begins a word of the label, the sentence or `words`."""
        known = re.findall(r"\w+", f"{cls.label} {cls.sentence()} {cls.words}".lower())
        return all(any(k.startswith(t) for k in known) for t in typed.lower().split())


_MARKS = frozenset({"plus", "minus", "full_stop", "equals_sign", "slash", "question_mark", "space"})


class Hide(Command):
    """Hide everything at once and show only a clock."""

    key, shown, label, footer, urgent = "f9,ctrl+l", "F9", "Hide", True, True
    words = "blank private cover"


class Safety(Command):
    """Open what to do when somebody may not be safe."""

    key, shown, label, footer, urgent = "f8", "F8", "Safety", True, True
    words = "risk harm disclosure worried"


class Help(Command):
    """List the keys of this screen."""

    key, shown, label, footer, urgent = "f1", "F1", "Help", True, True
    words = "keys"


class HelpToo(Command):
    """List the keys of this screen, while nothing is being typed."""

    name, key, shown, label = "help", "question_mark", "?", "Help"


class Palette(Command):
    """Find anything this screen can do by a plain word."""

    key, shown, label, urgent = "ctrl+p", "Ctrl+P", "Find an action", True


class ChangeTheme(Command):
    """Change between light, dark, high contrast and cream."""

    key, shown, label, urgent = "f6", "F6", "Colours", True
    words = "theme light dark contrast cream"


class Quit(Command):
    """Leave the program; everything typed is kept."""

    key, shown, label, urgent = "ctrl+q", "Ctrl+Q", "Leave", True
    words = "quit exit close stop"


EVERYWHERE: tuple[type[Command], ...] = (
    Safety, Hide, Help, HelpToo, Palette, ChangeTheme, Quit,
)  # fmt: skip


class NotAsPlanned(Command):
    """Put down that somebody did not come, or came otherwise."""

    name, key, shown, label, writes = "not_as_planned", "m", "m", "Not as planned", True
    words = "missed absent late walked out phone appointment attendance dna"


class Practice(Command):
    """Practise with an invented man; nothing is recorded."""

    key, shown, label, urgent = "f4", "F4", "Practice", True
    words = "rehearse rehearsal train try"


class Back(Command):
    """Go back; nothing typed is lost."""

    key, shown, label, footer = "escape", "Esc", "Back", True
