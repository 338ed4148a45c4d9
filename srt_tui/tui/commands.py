"""A command is a value: it feeds the key line, the palette and the help, so they agree.

A screen lists its commands; each one runs the screen's method `do_<name>`.
"""

import re

from msgspec import Struct
from msgspec.structs import force_setattr, replace

READING = "the records are open to read only."
_SHOWN = {
    "escape": "Esc", "slash": "/", "question_mark": "?", "plus": "+", "minus": "-",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
}  # fmt: skip
_MARKS = frozenset({"plus", "minus", "full_stop", "equals_sign", "slash", "question_mark", "space"})


class Command(Struct, frozen=True):
    """Something a person can do on a screen."""

    name: str
    key: str
    """Textual's name of the key; several are parted by commas."""
    label: str
    sentence: str
    """What it does, in one plain sentence: for help and palette."""
    shown: str = ""
    """How the key is written on screen; the first one, where nothing else is given."""
    foot: str = ""
    """How it is written in the line of keys, where it stands there for two."""
    footer: bool = False
    """Whether it stands in the line of keys (at most five of a screen's own)."""
    words: str = ""
    """Other plain words by which the palette finds it."""
    takes_key: bool = False
    """Whether `do_<name>` is told which of its keys was pressed."""
    urgent: bool = False
    """Whether the key acts before the field being typed in sees it."""
    writes: bool = False
    """Whether it keeps something, so that it is not offered where nothing can be kept."""

    def __post_init__(self) -> None:
        first = self.keys[0]
        shown = _SHOWN.get(first, first if len(first) == 1 else first.title())
        force_setattr(self, "shown", self.shown or shown)

    @property
    def keys(self) -> list[str]:
        """Each of its keys."""
        return self.key.split(",")

    @property
    def actions(self) -> list[tuple[str, str]]:
        """Each key with the action that Textual is to run on it."""
        told = "do('{0}','{1}')" if self.takes_key else "do('{0}')"
        return [(key, told.format(self.name, key)) for key in self.keys]

    @property
    def types(self) -> bool:
        """Whether its key is a plain character, which a field being typed in would take."""
        return all(len(key) == 1 or key in _MARKS for key in self.keys)

    def reads(self, typed: str) -> bool:
        """Whether every word of `typed` begins a word of the label, the sentence or `words`."""
        known = re.findall(r"\w+", f"{self.label} {self.sentence} {self.words}".lower())
        return all(any(k.startswith(t) for k in known) for t in typed.lower().split())

    def labelled(self, label: str, sentence: str = "") -> "Command":
        """The same key for the same deed, in other words."""
        return replace(self, label=label, sentence=sentence or self.sentence)


HIDE = Command(
    "hide", "f9,ctrl+l", "Hide", "Hide everything at once and show only a clock.", footer=True,
    words="blank private cover", urgent=True,
)  # fmt: skip
SAFETY = Command(
    "safety", "f8", "Safety", "Open what to do when somebody may not be safe.", footer=True,
    words="risk harm disclosure worried", urgent=True,
)  # fmt: skip
HELP = Command(
    "help", "f1", "Help", "List the keys of this screen.", footer=True, words="keys", urgent=True,
)  # fmt: skip
HELP_TOO = Command(
    "help", "question_mark", "Help", "List the keys of this screen, while nothing is being typed.",
)  # fmt: skip
PALETTE = Command(
    "palette", "ctrl+p", "Find an action", "Find anything this screen can do by a plain word.",
    urgent=True,
)  # fmt: skip
CHANGE_THEME = Command(
    "change_theme", "f6", "Colours", "Change between light, dark, high contrast and cream.",
    words="theme light dark contrast cream", urgent=True,
)  # fmt: skip
QUIT = Command(
    "quit", "ctrl+q", "Leave", "Leave the program; everything typed is kept.",
    words="quit exit close stop", urgent=True,
)  # fmt: skip


EVERYWHERE = (
    SAFETY, HIDE, HELP, HELP_TOO, PALETTE, CHANGE_THEME, QUIT,
)  # fmt: skip
NOT_AS_PLANNED = Command(
    "not_as_planned", "m", "Not as planned",
    "Put down that somebody did not come, or came otherwise.",
    words="missed absent late walked out phone appointment attendance dna", writes=True,
)  # fmt: skip
PRACTICE = Command(
    "practice", "f4", "Practice", "Practise with an invented man; nothing is recorded.",
    words="rehearse rehearsal train try", urgent=True,
)  # fmt: skip
BACK = Command("back", "escape", "Back", "Go back; nothing typed is lost.", footer=True)
