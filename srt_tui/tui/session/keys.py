"""What can be done on the shared screen and on Close."""

from functools import cache

from msgspec.structs import replace

from srt_tui.domain.asking import KEYS, span
from srt_tui.tui.commands import EVERYWHERE, SAFETY, Command

QUIET_SAFETY = replace(SAFETY, sentence="Open the page of guidance.", footer=False)


TOGETHER: tuple[Command, ...] = tuple(
    QUIET_SAFETY if command is SAFETY else command for command in EVERYWHERE
)
"""What works everywhere; on the shared screen the word safety does not stand in the key line."""


NEXT = Command("next", "enter", "Next", "Go on.", footer=True, words="continue forward")
YES = NEXT.labelled("Yes", "Yes, let us do that.")
CHOOSE = replace(NEXT, sentence="Take what is picked and go on.")
FINISH = NEXT.labelled("Finish up", "Go on to the end of the session.")
MY_PART = NEXT.labelled("My part", "Your own part, once you are alone.")
BACK_ONE = Command("back_one", "b", "Back", "Go back one page.")
WORDS = Command(
    "words", "w", "Words", "Type what he said, in his words.", footer=True,
    words="type write said reflection",
)  # fmt: skip
SAY_BACK = Command(
    "say_back", "f4", "Right?", "Say it again, so that we have it right.", footer=True,
    words="check correct change", urgent=True,
)  # fmt: skip
SPEAK = Command(
    "speak", "f5", "Read out", "Let the machine read this page out loud.",
    words="voice speak hear aloud", urgent=True,
)  # fmt: skip
SKIP_IT = Command(
    "skip_it", "s", "Skip", "Leave this page out, with or without a reason.", footer=True,
    words="leave out",
)  # fmt: skip
NOT_TODAY = SKIP_IT.labelled("Not today", "Not today; that is fine.")
SKIP_EXERCISE = Command(
    "skip_exercise", "S", "Skip the rest",
    "Leave out the rest of this exercise, with or without a reason.",
)  # fmt: skip
SWAP = Command(
    "swap", "o", "Other story", "Take another story instead of this one.", words="swap change",
)  # fmt: skip
UNSWAP = Command(
    "unswap", "u", "Swap back", "Go back to the story before the swap.", footer=True, words="undo",
)  # fmt: skip
HAND_OVER = Command(
    "hand_over", "f7", "Hand over", "Give him the keys, or take them back.",
    words="give keyboard participant",
)  # fmt: skip
HAND_BACK = replace(HAND_OVER, label="Keys back", sentence="Take the keys back.", footer=True)
STOP = Command(
    "stop", "q", "Stop here", "Stop the session here; asks once.", words="end close finish",
)  # fmt: skip
PRIVATE_FACE = Command(
    "private", "f2", "Private", "Open the private face, for the practitioner alone.",
    words="note sign move watch for stuck", urgent=True,
)  # fmt: skip
SIGNS_ASIDE = Command(
    "log_sign", "g", "Private, first list", "Open the private face at its first list.",
)  # fmt: skip
MOVES_ASIDE = Command(
    "log_move", "m", "Private, second list", "Open the private face at its second list.",
)  # fmt: skip
PICK = Command(
    "pick", "1,2,3,4,5,6,7,8,9,0,h,i,j,k", "Pick", "Pick by its figure or letter.", shown="1-9",
    footer=True, takes_key=True,
)  # fmt: skip


@cache
def pick_of(number: int) -> Command:
    """Pick, shown with the keys there are: "1-4"."""
    return replace(PICK, shown=span(KEYS, max(1, number)))


PICK_NUMBER = replace(PICK, shown="0-9", sentence="Pick a number: 0 to 9, or 1 and then 0 for ten.")
MOVE = Command(
    "move", "up,down,left,right", "Move", "Move up, down, left or right.", shown="Arrows",
    takes_key=True,
)  # fmt: skip
TOGGLE = Command("toggle", "space", "Pick", "Pick this one, or take it back.")
PASS = Command("pass", "p", "Pass", "Pass on this question.", footer=True)
CANCEL = Command("cancel", "escape", "Back", "Go back to the page as it was.", footer=True)
KEEP = Command("keep", "enter", "Keep", "Keep what was typed and go on.", footer=True)
LEAVE = Command(
    "leave", "escape", "Keys", "Keep what was typed; then the other keys act again.", footer=True,
)  # fmt: skip
PLAY = Command(
    "play", "enter,space", "Play", "Play the story, or read it here where there is no recording.",
    footer=True,
)  # fmt: skip
PAUSE = replace(PLAY, shown="Space", label="Pause", sentence="Pause, or go on playing.")
READ = Command("read", "r", "Read", "Read the story here instead, at your own pace.", footer=True)
STOP_CLIP = Command("stop_clip", "x", "Put away", "Put the story away.")
