"""What can be done on what only the practitioner sees: the private face, and safety."""

from functools import cache

from srt_tui.domain.asking import span
from srt_tui.present.session.private import SIGN_KEYS
from srt_tui.tui.commands import Command


class LogSign(Command):
    """Log that something slipped."""

    key, shown, label, footer = "g", "g", "Sign", True
    words = "rupture slipped away push"


class LogMove(Command):
    """Log a move that was tried."""

    key, shown, label, footer = "m", "m", "Move", True
    words = "repair"


class Note(Command):
    """Type a private note."""

    key, shown, label, footer = "n", "n", "Note", True


class MyWords(Command):
    """Type words of your own, kept apart from his."""

    key, shown, label = "v", "v", "My words"


class Energy(Command):
    """How much energy there was today."""

    key, shown, label = "e", "e", "Energy"


class SomethingLive(Command):
    """The time was used for something live; that is a good session too."""

    key, shown, label = "l", "l", "Something live"


class TakeOut(Command):
    """Take out what was logged last, or put it back."""

    key, shown, label = "u", "u", "Take out"


class Which(Command):
    """One of the list, by its figure or letter."""

    key, shown, label, footer = "1,2,3,4,5,6,7,8,9,0,a,b,c,d,e,f,g,h", "1-9 0 a-h", "Pick", True
    takes_key = True


@cache
def which_of(number: int) -> type[Which]:
    """Which, shown with the keys there are: "1-5"."""
    made = {"name": "which", "shown": span(SIGN_KEYS, number), "__doc__": Which.__doc__}
    return type("Which", (Which,), made)


class Close(Command):
    """Close the private face."""

    name, key, shown, label, footer = "close_it", "escape,f2", "Esc", "Close", True


class Record(Command):
    """Record that a safety matter was raised, with a day to follow it up."""

    key, shown, label, footer = "r", "r", "Record", True
    writes = True


class KeepDay(Command):
    """Record it, with this day to follow it up; no day is fine."""

    key, shown, label, footer = "enter", "Enter", "Record", True
    writes = True
