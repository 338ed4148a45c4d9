"""The controls of a story: the same keys here as inside the player's window (`player.keys`)."""

from typing import Any, ClassVar

from srt_tui.present.session import story as said
from srt_tui.tui.commands import Command
from srt_tui.tui.screens.session_commands import Play


class Control(Command):
    """Something the player of a story is asked for; some players cannot."""

    needs: ClassVar[str] = ""
    """Which of the player's capabilities it takes."""

    @classmethod
    def why_not(cls, screen: Any) -> str:
        """Why the story that is open cannot be told so."""
        return said.LACKS[cls.needs] if screen.desk.lacks(cls.needs) else super().why_not(screen)


class ReadAloud(Play):
    """Read the story out loud, a little at a time."""

    name, key, shown, label = "play", "enter,space", "Enter", "Read"


class PlayOn(Play):
    """Play on from where the window was closed."""

    name, key, shown, label = "play", "space", "Space", "Play on"


class GoOn(Play):
    """Go on playing."""

    name, shown, label = "play", "Space", "Play"


class TryAgain(Play):
    """Try to play the story again."""

    name, key, shown, label = "play", "enter,space", "Enter", "Try again"


class TenBack(Control):
    """Ten seconds back."""

    key, shown, foot, label, footer = "left", "←", "←→", "10 s", True
    words = "rewind seconds"


class TenOn(Control):
    """Ten seconds on."""

    key, shown, label = "right", "→", "10 s on"
    words = "forward skip seconds"


class SceneBack(Control):
    """To the start of this scene, or of the one before."""

    key, shown, label = "up,pageup", "↑", "Scene back"
    words = "chapter previous"


class SceneOn(Control):
    """To the next scene."""

    key, shown, label = "down,pagedown", "↓", "Next scene"
    words = "chapter"


class Again(Control):
    """Once more from the start."""

    key, shown, label = "a,home", "a", "Again"
    words = "replay repeat restart"


class Slower(Control):
    """A little slower."""

    key, shown, label = "minus,left_square_bracket", "-", "Slower"
    words = "speed"


class Faster(Control):
    """A little faster."""

    key, shown, label = "plus,equals_sign,right_square_bracket", "+", "Faster"
    words = "speed"


class Captions(Control):
    """Captions larger, off, or on again."""

    key, shown, label = "c", "c", "Captions"
    words = "subtitles bigger text"


class SoundSooner(Control):
    """Sound a little earlier; kept for this story here."""

    key, shown, label, needs = "j", "j", "Sound earlier", "sound"
    words = "sync lips step ahead audio"


class SoundLater(Control):
    """Sound a little later; kept for this story here."""

    key, shown, label, needs = "k", "k", "Sound later", "sound"
    words = "sync lips step behind audio"


class Softer(Control):
    """Softer."""

    key, shown, label, needs = "9", "9", "Softer", "sound"
    words = "volume quieter sound"


class Louder(Control):
    """Louder."""

    key, shown, label, needs = "0", "0", "Louder", "sound"
    words = "volume sound"


class Full(Control):
    """The whole screen, or a window again."""

    key, shown, label, needs = "f", "f", "Full screen", "own_window"
    words = "big maximise window"


class OnTop(Control):
    """The window above all others, or not."""

    key, shown, label, needs = "t", "t", "On top", "own_window"
    words = "always front"


class AtChoice(Control):
    """Stop where he has a choice, or play on."""

    key, shown, label, needs = "d", "d", "Stop at the choice", "choice"
    words = "decide point pause"


class OtherWay(Command):
    """Tell it another way, or in other words."""

    key, shown, label = "v", "v", "Another way"
    words = "version voice form plain transcript storyboard film"


class OwnTime(Command):
    """He saw this story again in his own time."""

    key, shown, label = "y", "y", "Own time"
    words = "rewatched again between sessions"
    writes = True


CONTROLS: tuple[type[Command], ...] = (
    TenBack, TenOn, SceneBack, SceneOn, Again, Slower, Faster, Captions, SoundSooner, SoundLater,
    Softer, Louder, Full, OnTop, AtChoice,
)  # fmt: skip
"""While a story is shown."""
