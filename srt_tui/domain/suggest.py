"""Three things to do today, each with a reason a practitioner could argue with.

Pure: the same history, pack and day give the same three. Nothing that touches what he leaves
out is ever suggested. Rules are tried in order, one suggestion from each, then round again.
"""

import datetime as dt
from collections.abc import Iterator

from srt_tui.domain.entry import Word
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.suggestion import Suggestion, View
from srt_tui.domain.suggestion_rules import RULES

HOW_MANY = 3


def suggest(
    history: History,
    pack: Pack,
    today: dt.date,
    *,
    number: int | None = None,
    energy: Word | None = None,
) -> tuple[Suggestion, ...]:
    """At most three suggestions, the first one first; fewer only when too much is left out.

    `number` (0 to 10) and `energy` are today's, where he has already said them.
    """
    view = View(history=history.as_of(today), pack=pack, today=today, number=number, energy=energy)
    found: dict[str, Suggestion] = {}
    for suggestion in _in_turn(view):
        found.setdefault(suggestion.exercise, suggestion)
        if len(found) == HOW_MANY:
            break
    return tuple(found.values())


def _in_turn(view: View) -> Iterator[Suggestion]:
    """One allowed suggestion from each rule, then what is left of each, rule by rule."""
    rest = []
    for rule in RULES:
        allowed = (s for s in rule(view) if view.allows(s.exercise))
        first = next(allowed, None)
        if first is not None:
            yield first
            rest.append(allowed)
    for remaining in rest:
        yield from remaining
