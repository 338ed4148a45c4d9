"""The private face in words: for the practitioner alone, never on the shared screen."""

from srt_tui.domain.asking import Options
from srt_tui.domain.content import Frozen
from srt_tui.domain.pack import Pack
from srt_tui.domain.terms import RESULT, options
from srt_tui.domain.views import Private
from srt_tui.domain.wording import listed as listed_words
from srt_tui.domain.wording import one_line

SIGN_KEYS = "1234567890abcdefgh"
RESULTS = options(RESULT)
ENERGIES: Options = (("low", "low"), ("middle", "middle"), ("high", "high"))
_A_WEEK = range(5, 10)
_RETURN = "return"
"""The move that comes back to it next time (brief D.5)."""


class AtHand(Frozen, frozen=True, kw_only=True):
    """What the practitioner may want at hand on this page: a head line, and titled lines."""

    head: str
    lines: tuple[tuple[str, str], ...]


def notes(pack: Pack, now: Private) -> AtHand:
    """What to watch for, what helps when it gets stuck, and what to do at this stage.

    On arriving, what slipped before and was not finished stands first, with words to say where
    that was last time and not today; then the notes of last time.
    """
    where = pack.stage(now.stage).title.lower()
    head = f"{now.exercise} · {where}" if now.exercise else where
    over = f", {now.used - now.planned} over" if now.used > now.planned else ""
    lines: list[tuple[str, str]] = []
    if now.slipped.titles and now.stage == "arrive":
        lines.append(("Pick up first", listed_words(now.slipped.titles)))
        if now.slipped.days:
            returns = (move.say for move in pack.moves if move.id == _RETURN)
            lines += [("To say", _last_time(say, now.slipped.days)) for say in returns]
    if now.stage == "arrive":
        lines += [("My note of last time", one_line(text)) for text in now.slipped.notes]
    if now.exercise:
        hints = pack.exercises[now.exercise].notes
        lines += [
            ("Watch for", hints.watch_for),
            ("If it gets stuck", hints.stuck),
            ("If it does not fit", hints.does_not_fit),
            ("What it may bring up", hints.disclosure),
        ]
    prompts = pack.stage(now.stage).prompts(now.way, now.planned)
    lines += [("To say and do" if not i else "", p.text) for i, p in enumerate(prompts)]
    return AtHand(head=f"{head} · {now.used} of {now.planned} min{over}", lines=tuple(lines))


def _last_time(say: str, days: int) -> str:
    """The words as they are true: last week is about a week ago."""
    return say if days in _A_WEEK else say.replace("Last week", "Last time")


def closes_in(seconds: int) -> str:
    """How long the private face stays: "closes in 0:52"."""
    return f"closes in {seconds // 60}:{seconds % 60:02d}"


def signs(pack: Pack) -> Options:
    """Every sign, in the pack's order."""
    return tuple((sign.id, sign.title) for sign in pack.signs)


def moves(pack: Pack) -> Options:
    """Every move, with what to say."""
    return tuple((move.id, f"{move.title}. {move.say}") for move in pack.moves)


def listed(options: Options) -> tuple[str, ...]:
    """Options with their keys."""
    return tuple(f"{key} {words}" for key, (_, words) in zip(SIGN_KEYS, options, strict=False))


def logged(title: str) -> str:
    """What was kept, and how to undo it."""
    return f"Kept: {title}. u takes it out."


TAKEN_OUT = "Taken out. u puts it back."
PUT_BACK = "Put back."
BOXES = {"note": "A private note", "mine": "My words"}
PRIVATE = "PRIVATE"
