"""Three things to do today, each with a reason a practitioner could argue with.

Pure: the same history, pack and day give the same three. Nothing that touches what he leaves
out is ever suggested. Each rule gives one suggestion in turn; what is left of them fills up.
"""

import datetime as dt

from srt_tui.domain.entry import Word
from srt_tui.domain.history import History
from srt_tui.domain.pack import Pack
from srt_tui.domain.suggestion import Suggestion, View
from srt_tui.domain.suggestion_rules import RULES, once_more

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
    offers = [filter(view.welcome, rule(view)) for rule in RULES]
    found: dict[str, Suggestion] = {}
    for offer in offers:
        if new := next((each for each in offer if each.exercise not in found), None):
            found[new.exercise] = new
    for offer in (*offers, filter(view.welcome, once_more(view))):
        for each in offer:
            found.setdefault(each.exercise, each)
    return tuple(found.values())[:HOW_MANY]
