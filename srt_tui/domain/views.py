"""What a session shows, in two types: together, what both may see; private, what she alone may.

A face that is given the one cannot show anything of the other. Nothing here is drawn or worded.
"""

from typing import Literal, TypeAlias

from srt_tui.domain.asking import Asking
from srt_tui.domain.content import Frozen
from srt_tui.domain.identifiers import Findable
from srt_tui.domain.last_time import LeftOpen
from srt_tui.domain.leaves import Leaf
from srt_tui.domain.pages import AnyPage, ClipPage, NumberPage
from srt_tui.domain.playback import Readiness, Showing, Story
from srt_tui.domain.structure import StageId, Way

# A story on its page


class StoryWaits(Frozen, frozen=True, kw_only=True):
    """Not begun; `aloud` where it will be read out."""

    page: ClipPage
    readiness: Readiness | None = None
    aloud: bool = False


class StoryShown(Frozen, frozen=True, kw_only=True):
    """In a player: playing, standing still, at its end, closed or failed."""

    page: ClipPage
    showing: Showing
    story: Story
    at_choice: bool = False


class StoryRead(Frozen, frozen=True, kw_only=True):
    """Read together, at piece `place` of `of`."""

    page: ClipPage
    leaf: Leaf
    place: int
    of: int


class StoryPutAway(Frozen, frozen=True, kw_only=True):
    """Put away `at` so many seconds."""

    page: ClipPage
    at: float


# In between, over a page


class WhySkip(Frozen, frozen=True, kw_only=True):
    """Why something is left out: this page, or the `rest` of the exercise."""

    rest: bool = False


class AnotherStory(Frozen, frozen=True, kw_only=True):
    """Which story instead of this one."""


class StopHere(Frozen, frozen=True, kw_only=True):
    """Whether to stop here."""


class Leaving(Frozen, frozen=True, kw_only=True):
    """His number on the way out, where the session stops part way."""

    page: NumberPage


class SayBack(Frozen, frozen=True, kw_only=True):
    """His words again, for him to agree or to put right."""

    words: str


class NoHurry(Frozen, frozen=True, kw_only=True):
    """A moment, after a high number."""


class OtherWay(Frozen, frozen=True, kw_only=True):
    """In which other way to tell the story."""


Shown: TypeAlias = (
    AnyPage
    | StoryWaits | StoryShown | StoryRead | StoryPutAway
    | WhySkip | AnotherStory | StopHere | Leaving | SayBack | NoHurry | OtherWay
)  # fmt: skip


class Together(Frozen, frozen=True, kw_only=True):
    """What both may see: what is `shown`, under the stage's title, and what it asks.

    `said` are his own words on this page; `note` stands over worksheets; `light` asks for low,
    middle or high in place of figures; the keys are his while they are `handed`.
    """

    heading: str
    shown: Shown
    asking: Asking
    said: tuple[str, ...] = ()
    note: str = ""
    light: bool = False
    handed: bool = False


class Private(Frozen, frozen=True, kw_only=True):
    """What only the practitioner may see beside a page. Minutes are `used` of those `planned`."""

    stage: StageId
    exercise: str | None
    used: int
    planned: int
    way: Way
    slipped: LeftOpen


# What is said once, in place of the keys


class KeysHanded(Frozen, frozen=True, kw_only=True):
    """The keys are his, or back."""

    his: bool


class LooksLike(Frozen, frozen=True, kw_only=True):
    """What was typed looks like a way to find somebody; it is kept only at a second Enter."""

    kinds: tuple[Findable, ...]


class NowSet(Frozen, frozen=True, kw_only=True):
    """A wish to the player was carried out, and what is shown since."""

    wish: str
    showing: Showing


class StopsAtChoice(Frozen, frozen=True, kw_only=True):
    """The story stops where he has a choice, or plays through."""

    stops: bool


class SeenAgain(Frozen, frozen=True, kw_only=True):
    """Kept that he saw it again in his own time."""


class PickedFull(Frozen, frozen=True, kw_only=True):
    """As many are picked as may be."""

    most: int


Remark: TypeAlias = KeysHanded | LooksLike | NowSet | StopsAtChoice | SeenAgain | PickedFull

Needs: TypeAlias = Literal["sound", "own-window", "choice"]
"""What a story's player, or its script, must have for a control."""
Reason: TypeAlias = Literal["", "voice", "words", "other-story"] | Needs
"""Why something cannot be done now, by what is missing; empty when it can."""
