"""The controls of a story: the same keys here as inside the player's window (`player.keys`)."""

from msgspec.structs import replace

from srt_tui.tui.commands import Command
from srt_tui.tui.session.keys import PLAY

READ_ALOUD = PLAY.labelled("Read", "Read the story out loud, a little at a time.")
PLAY_ON = replace(
    PLAY, key="space", shown="Space", label="Play on",
    sentence="Play on from where the window was closed.",
)  # fmt: skip
GO_ON = replace(PLAY, shown="Space", sentence="Go on playing.")
TRY_AGAIN = PLAY.labelled("Try again", "Try to play the story again.")
TEN_BACK = Command(
    "ten_back", "left", "10 s", "Ten seconds back.", foot="←→", footer=True, words="rewind seconds",
)  # fmt: skip
TEN_ON = Command("ten_on", "right", "10 s on", "Ten seconds on.", words="forward skip seconds")
SCENE_BACK = Command(
    "scene_back", "up,pageup", "Scene back", "To the start of this scene, or of the one before.",
    words="chapter previous",
)  # fmt: skip
SCENE_ON = Command("scene_on", "down,pagedown", "Next scene", "To the next scene.", words="chapter")
AGAIN = Command(
    "again", "a,home", "Again", "Once more from the start.", words="replay repeat restart",
)  # fmt: skip
SLOWER = Command("slower", "minus,left_square_bracket", "Slower", "A little slower.", words="speed")
FASTER = Command(
    "faster", "plus,equals_sign,right_square_bracket", "Faster", "A little faster.", words="speed",
)  # fmt: skip
CAPTIONS = Command(
    "captions", "c", "Captions", "Captions larger, off, or on again.",
    words="subtitles bigger text",
)  # fmt: skip
SOUND_SOONER = Command(
    "sound_sooner", "j", "Sound earlier", "Sound a little earlier; kept for this story here.",
    words="sync lips step ahead audio",
)  # fmt: skip
SOUND_LATER = Command(
    "sound_later", "k", "Sound later", "Sound a little later; kept for this story here.",
    words="sync lips step behind audio",
)  # fmt: skip
SOFTER = Command("softer", "9", "Softer", "Softer.", words="volume quieter sound")
LOUDER = Command("louder", "0", "Louder", "Louder.", words="volume sound")
FULL = Command(
    "full", "f", "Full screen", "The whole screen, or a window again.", words="big maximise window",
)  # fmt: skip
ON_TOP = Command(
    "on_top", "t", "On top", "The window above all others, or not.", words="always front",
)  # fmt: skip
AT_CHOICE = Command(
    "at_choice", "d", "Stop at the choice", "Stop where he has a choice, or play on.",
    words="decide point pause",
)  # fmt: skip
OTHER_WAY = Command(
    "other_way", "v", "Another way", "Tell it another way, or in other words.",
    words="version voice form plain transcript storyboard film",
)  # fmt: skip
OWN_TIME = Command(
    "own_time", "y", "Own time", "He saw this story again in his own time.",
    words="rewatched again between sessions", writes=True,
)  # fmt: skip
