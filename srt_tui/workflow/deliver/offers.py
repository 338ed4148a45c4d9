"""What can be done in a conversation now, and where it cannot, what is missing."""

from typing import Literal, TypeAlias, assert_never

from srt_tui.domain.asking import Asking
from srt_tui.domain.content import Frozen
from srt_tui.domain.pages import ByePage, CheckOfferPage, CheckPage, ClipPage, FieldPage
from srt_tui.domain.views import Needs
from srt_tui.workflow.deliver.story import StoryState

Action: TypeAlias = Literal[
    # questions
    "next", "yes", "not-today", "take", "finish", "back", "pick", "pick-number", "move", "toggle",
    "pass", "cancel", "keep", "leave", "my-part",
    # words and what is left out
    "words", "say-back", "speak", "skip", "skip-rest", "swap", "unswap", "stop",
    # whose keys
    "hand-over", "keys-back",
    # a story
    "play", "read-aloud", "pause", "go-on", "play-on", "try-again", "read", "put-away",
    "ten-back", "ten-on", "scene-back", "scene-on", "again", "slower", "faster", "captions",
    "sooner", "later", "softer", "louder", "full", "top", "at-choice", "other-way", "own-time",
    # doors to what is the practitioner's own
    "private", "signs", "moves",
]  # fmt: skip


class Offer(Frozen, frozen=True, kw_only=True):
    """One action that stands open; `count` is how many there are to pick from."""

    action: Action
    count: int = 0


_CONTROLS: tuple[Action, ...] = (
    "scene-back", "scene-on", "again", "slower", "faster", "captions", "sooner", "later",
    "softer", "louder", "full", "top", "at-choice",
)  # fmt: skip
_ELSE: tuple[Action, ...] = ("other-way", "own-time")
_SHOWN: tuple[Action, ...] = (
    "ten-back", "read", "skip", "ten-on", *_CONTROLS, "other-way", "put-away", "words",
)  # fmt: skip
_OVER: tuple[Action, ...] = ("next", "again", "read", "words", *_ELSE)
STORY: dict[StoryState, tuple[Action, ...]] = {
    "idle": ("play", "read", "skip", "words", *_ELSE),
    "aloud": ("read-aloud", "skip", "words", *_ELSE),
    "opening": ("pause", *_SHOWN),
    "playing": ("pause", *_SHOWN),
    "paused": ("go-on", *_SHOWN),
    "reading": ("next", "words", "put-away"),
    "ended": _OVER,
    "over": _OVER,
    "closed": ("next", "play-on", "again", "read", "words", *_ELSE),
    "failed": ("try-again", "read", "skip", "words", "other-way"),
}
"""What can be done with a story, by how it stands."""

NEEDS: dict[Action, Needs] = {
    "sooner": "sound",
    "later": "sound",
    "softer": "sound",
    "louder": "sound",
    "full": "own-window",
    "top": "own-window",
    "at-choice": "choice",
}
"""What the player or the script must have for a control."""
HIS: frozenset[Action] = frozenset({
    "next", "yes", "not-today", "take", "back", "pick", "pick-number", "move", "toggle", "pass",
    "cancel", "play", "read-aloud", "pause", "go-on", "play-on", "try-again", "read", "put-away",
    "ten-back", "ten-on", *_CONTROLS,
})  # fmt: skip
"""What he may do in a room window while he holds the keys: answer, and the story's controls."""
ALWAYS: tuple[Action, ...] = ("back", "private", "signs", "moves", "stop", "hand-over", "speak")
TYPING: tuple[Action, ...] = ("keep", "leave", "say-back", "private")
"""While something is typed, so that letters are text."""


def answering(asking: Asking) -> tuple[Offer, ...]:
    """What answers a question of this kind."""
    ask = asking.ask
    many = len(ask.groups or ask.options) if ask else 0
    match asking.kind:
        case "number":
            return offers("pick-number", "take", "move")
        case "many":
            return Offer(action="pick", count=many), *offers("take", "toggle", "move")
        case "sort" | "one":
            return Offer(action="pick", count=many), *offers("take", "move")
        case "text":
            return offers("words", "next")
        case None:
            return offers("next")
        case _:
            assert_never(asking.kind)


def on_page(page: object, asking: Asking, story: StoryState) -> tuple[Offer, ...]:
    """What can be done on this page, apart from what can be done on every one."""
    match page:
        case ClipPage():
            return offers(*STORY[story])
        case CheckOfferPage():
            return offers("yes", "not-today")
        case CheckPage():
            pick, *rest = answering(asking)
            return pick, *offers("pass"), *rest
        case ByePage():
            return offers("finish")
        case _:
            unsaid = isinstance(page, FieldPage) and not page.field.saved
            typed = unsaid or asking.kind == "text"
            return *answering(asking), *offers(*(("skip",) if typed else ("words", "skip")))


def offers(*actions: Action) -> tuple[Offer, ...]:
    """An offer of each of these."""
    return tuple(Offer(action=action) for action in actions)
