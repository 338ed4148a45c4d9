"""What can be done on what only the practitioner sees: the private face, and safety."""

from functools import cache

from msgspec.structs import replace

from srt_tui.domain.asking import span
from srt_tui.present.session.private import SIGN_KEYS
from srt_tui.tui.commands import Command

LOG_SIGN = Command(
    "log_sign", "g", "Sign", "Log that something slipped.", footer=True,
    words="rupture slipped away push",
)  # fmt: skip
LOG_MOVE = Command(
    "log_move", "m", "Move", "Log a move that was tried.", footer=True, words="repair",
)  # fmt: skip
NOTE = Command("note", "n", "Note", "Type a private note.", footer=True)
MY_WORDS = Command("my_words", "v", "My words", "Type words of your own, kept apart from his.")
ENERGY = Command("energy", "e", "Energy", "How much energy there was today.")
SOMETHING_LIVE = Command(
    "something_live", "l", "Something live",
    "The time was used for something live; that is a good session too.",
)  # fmt: skip
TAKE_OUT = Command("take_out", "u", "Take out", "Take out what was logged last, or put it back.")
WHICH = Command(
    "which", "1,2,3,4,5,6,7,8,9,0,a,b,c,d,e,f,g,h", "Pick",
    "One of the list, by its figure or letter.", shown="1-9 0 a-h", footer=True, takes_key=True,
)  # fmt: skip


@cache
def which_of(number: int) -> Command:
    """Which, shown with the keys there are: "1-5"."""
    return replace(WHICH, shown=span(SIGN_KEYS, number))


CLOSE = Command("close_it", "escape,f2", "Close", "Close the private face.", footer=True)
RECORD = Command(
    "record", "r", "Record", "Record that a safety matter was raised, with a day to follow it up.",
    footer=True, writes=True,
)  # fmt: skip
KEEP_DAY = Command(
    "keep_day", "enter", "Record", "Record it, with this day to follow it up; no day is fine.",
    footer=True, writes=True,
)  # fmt: skip
