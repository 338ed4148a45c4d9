"""A session that is running: where it is, what is typed but not yet kept, and how far it got."""

import datetime as dt
from collections.abc import Iterable

from srt_tui.domain.content import RUNGS, Frozen, Rung
from srt_tui.domain.entry import AnyEntry, Mark, PromptUsed, Unknown
from srt_tui.domain.pages import AnyPage, OpenStep
from srt_tui.domain.plan import Plan


class Draft(Frozen, frozen=True, kw_only=True):
    """Everything needed to go on after the program, or the machine, was cut off.

    `typed` holds text by slot; nothing of a field that is said, not saved, ever enters it.
    `marks` are his marks of a check that is not finished; `asked` the keys of pages done. Once it
    was `stopped`, the session is closed; another goes on with its plan from page `resume`.
    """

    reference: str
    session: int
    opened: dt.datetime
    plan: Plan
    first: bool = False
    open_step: OpenStep | None = None
    offer_check: bool = True
    page: str = ""
    typed: dict[str, str] = {}
    marks: dict[str, Mark] = {}
    asked: tuple[str, ...] = ()
    begun: dict[str, dt.datetime] = {}
    swapped: "Swapped | None" = None
    stopped: bool = False
    resume: str = ""


class Swapped(Frozen, frozen=True, kw_only=True):
    """The last swap, to be undone: the entries that it kept, and the draft before it."""

    entries: tuple[int, ...]
    before: Draft


def renumbered(key: str, place: int, by: int) -> str:
    """The key of a page once `by` items have come into the plan at `place`; see `Page.key`.

    In the name of what is typed on a page, the key is the last word.
    """
    slot, _, last = key.rpartition(" ")
    item, dash, rest = last.partition("-")
    if not item.isdigit() or int(item) < place:
        return key
    return f"{slot} {int(item) + by}{dash}{rest}".lstrip()


def highest_rung(entries: Iterable[AnyEntry | Unknown], exercise: str) -> Rung | None:
    """The highest rung of an exercise's ladder that was asked in these entries."""
    asked = {e.rung for e in entries if isinstance(e, PromptUsed) and e.exercise == exercise}
    return max(asked, key=RUNGS.index, default=None)


def rest(pages: tuple[AnyPage, ...], key: str) -> tuple[AnyPage, ...]:
    """The pages of a session that goes on from the page with this key: first one arrives again."""
    start = place(pages, key)
    again = ("arrive", "review")
    return tuple(p for n, p in enumerate(pages) if n >= start or p.stage in again)


def place(pages: tuple[AnyPage, ...], key: str) -> int:
    """Where the page with this key is; the first page when there is none."""
    return next((index for index, page in enumerate(pages) if page.key == key), 0)
