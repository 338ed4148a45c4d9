"""What can be done on the shared screen and on Close."""

from functools import cache

from srt_tui.domain.asking import KEYS, span
from srt_tui.tui.commands import EVERYWHERE, Command, Safety


class QuietSafety(Safety):
    """Open the page of guidance."""

    name, footer = "safety", False


TOGETHER: tuple[type[Command], ...] = tuple(
    QuietSafety if command is Safety else command for command in EVERYWHERE
)
"""What works everywhere; on the shared screen the word safety does not stand in the key line."""


class Next(Command):
    """Go on."""

    key, shown, label, footer = "enter", "Enter", "Next", True
    words = "continue forward"


class Yes(Next):
    """Yes, let us do that."""

    name, label = "next", "Yes"


class Choose(Next):
    """Take what is picked and go on."""

    name, label = "next", "Next"


class Finish(Next):
    """Go on to the end of the session."""

    name, label = "next", "Finish up"


class MyPart(Next):
    """Your own part, once you are alone."""

    name, label = "next", "My part"


class BackOne(Command):
    """Go back one page."""

    key, shown, label = "b", "b", "Back"


class Words(Command):
    """Type what he said, in his words."""

    key, shown, label, footer = "w", "w", "Words", True
    words = "type write said reflection"


class SayBack(Command):
    """Say it again, so that we have it right."""

    key, shown, label, footer, urgent = "f4", "F4", "Right?", True, True
    words = "check correct change"


class Speak(Command):
    """Let the machine read this page out loud."""

    key, shown, label, urgent = "f5", "F5", "Read out", True
    words = "voice speak hear aloud"


class SkipIt(Command):
    """Leave this page out, with or without a reason."""

    key, shown, label, footer = "s", "s", "Skip", True
    words = "leave out"


class NotToday(SkipIt):
    """Not today; that is fine."""

    name, label = "skip_it", "Not today"


class SkipExercise(Command):
    """Leave out the rest of this exercise, with or without a reason."""

    key, shown, label = "S", "S", "Skip the rest"


class Swap(Command):
    """Take another story instead of this one."""

    key, shown, label = "o", "o", "Other story"
    words = "swap change"


class Unswap(Command):
    """Go back to the story before the swap."""

    key, shown, label, footer = "u", "u", "Swap back", True
    words = "undo"


class HandOver(Command):
    """Give him the keys, or take them back."""

    key, shown, label = "f7", "F7", "Hand over"
    words = "give keyboard participant"


class HandBack(HandOver):
    """Take the keys back."""

    name, label, footer = "hand_over", "Keys back", True


class Stop(Command):
    """Stop the session here; asks once."""

    key, shown, label = "q", "q", "Stop here"
    words = "end close finish"


class PrivateFace(Command):
    """Open the private face, for the practitioner alone."""

    name, key, shown, label, urgent = "private", "f2", "F2", "Private", True
    words = "note sign move watch for stuck"


class SignsAside(Command):
    """Open the private face at its first list."""

    name, key, shown, label = "log_sign", "g", "g", "Private, first list"


class MovesAside(Command):
    """Open the private face at its second list."""

    name, key, shown, label = "log_move", "m", "m", "Private, second list"


class Pick(Command):
    """Pick by its figure or letter."""

    key, shown, label, footer = "1,2,3,4,5,6,7,8,9,0,h,i,j,k", "1-9", "Pick", True
    takes_key = True


@cache
def pick_of(number: int) -> type[Pick]:
    """Pick, shown with the keys there are: "1-4"."""
    shown = span(KEYS, max(1, number))
    return type("Pick", (Pick,), {"name": "pick", "shown": shown, "__doc__": Pick.__doc__})


class PickNumber(Pick):
    """Pick a number: 0 to 9, or 1 and then 0 for ten."""

    name, shown = "pick", "0-9"


class Move(Command):
    """Move up, down, left or right."""

    key, shown, label = "up,down,left,right", "Arrows", "Move"
    takes_key = True


class Toggle(Command):
    """Pick this one, or take it back."""

    key, shown, label = "space", "Space", "Pick"


class Pass(Command):
    """Pass on this question."""

    key, shown, label, footer = "p", "p", "Pass", True


class Cancel(Command):
    """Go back to the page as it was."""

    key, shown, label, footer = "escape", "Esc", "Back", True


class Keep(Command):
    """Keep what was typed and go on."""

    name, key, shown, label, footer = "keep", "enter", "Enter", "Keep", True


class Leave(Command):
    """Keep what was typed; then the other keys act again."""

    name, key, shown, label, footer = "leave", "escape", "Esc", "Keys", True


class Play(Command):
    """Play the story, or read it here where there is no recording."""

    name, key, shown, label, footer = "play", "enter,space", "Enter", "Play", True


class Pause(Play):
    """Pause, or go on playing."""

    name, shown, label = "play", "Space", "Pause"


class Read(Command):
    """Read the story here instead, at your own pace."""

    key, shown, label, footer = "r", "r", "Read", True


class StopClip(Command):
    """Put the story away."""

    key, shown, label = "x", "x", "Put away"


ALWAYS: tuple[type[Command], ...] = (
    BackOne, PrivateFace, SignsAside, MovesAside, Stop, HandOver, Speak,
)  # fmt: skip
