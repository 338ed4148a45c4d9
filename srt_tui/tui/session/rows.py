"""Which key stands for each action of a conversation."""

from srt_tui.tui.commands import Command
from srt_tui.tui.session import controls, keys
from srt_tui.workflow.deliver.offers import Action, Offer

ROWS: dict[Action, Command] = {
    "next": keys.NEXT,
    "yes": keys.YES,
    "not-today": keys.NOT_TODAY,
    "take": keys.CHOOSE,
    "finish": keys.FINISH,
    "my-part": keys.MY_PART,
    "back": keys.BACK_ONE,
    "pick": keys.PICK,
    "pick-number": keys.PICK_NUMBER,
    "move": keys.MOVE,
    "toggle": keys.TOGGLE,
    "pass": keys.PASS,
    "cancel": keys.CANCEL,
    "keep": keys.KEEP,
    "leave": keys.LEAVE,
    "words": keys.WORDS,
    "say-back": keys.SAY_BACK,
    "speak": keys.SPEAK,
    "skip": keys.SKIP_IT,
    "skip-rest": keys.SKIP_EXERCISE,
    "swap": keys.SWAP,
    "unswap": keys.UNSWAP,
    "stop": keys.STOP,
    "hand-over": keys.HAND_OVER,
    "keys-back": keys.HAND_BACK,
    "play": keys.PLAY,
    "read-aloud": controls.READ_ALOUD,
    "pause": keys.PAUSE,
    "go-on": controls.GO_ON,
    "play-on": controls.PLAY_ON,
    "try-again": controls.TRY_AGAIN,
    "read": keys.READ,
    "put-away": keys.STOP_CLIP,
    "ten-back": controls.TEN_BACK,
    "ten-on": controls.TEN_ON,
    "scene-back": controls.SCENE_BACK,
    "scene-on": controls.SCENE_ON,
    "again": controls.AGAIN,
    "slower": controls.SLOWER,
    "faster": controls.FASTER,
    "captions": controls.CAPTIONS,
    "sooner": controls.SOUND_SOONER,
    "later": controls.SOUND_LATER,
    "softer": controls.SOFTER,
    "louder": controls.LOUDER,
    "full": controls.FULL,
    "top": controls.ON_TOP,
    "at-choice": controls.AT_CHOICE,
    "other-way": controls.OTHER_WAY,
    "own-time": controls.OWN_TIME,
    "private": keys.PRIVATE_FACE,
    "signs": keys.SIGNS_ASIDE,
    "moves": keys.MOVES_ASIDE,
}


def _listened(*actions: Action) -> tuple[Command, ...]:
    """One row for each name and key."""
    rows = [ROWS[action] for action in actions]
    return tuple({(row.name, row.key): row for row in rows}.values())


CLOSING = _listened("my-part", "back", "pick", "move", "pass", "keep", "leave", "words")
"""What Close listens to."""
TALKING = _listened(*(action for action in ROWS if action != "my-part"))
"""What the shared screen listens to."""


def row(offer: Offer) -> Command:
    """The key of what is offered; a pick is shown with the keys there are."""
    return keys.pick_of(offer.count) if offer.action == "pick" else ROWS[offer.action]
