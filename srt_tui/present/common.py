"""Words that several screens share."""

import datetime as dt
from collections.abc import Sequence

from srt_tui.domain.errors import SrtError
from srt_tui.domain.identifiers import Findable
from srt_tui.domain.pack import Pack
from srt_tui.domain.wording import day, listed

NOTHING = "—"


def saved(at: dt.datetime | None) -> str:
    """When something was last kept: "saved 14:32"; empty when nothing was."""
    return "" if at is None else f"saved {at:%H:%M}"


def not_kept(error: SrtError) -> str:
    """That something was not saved, why, and what to do; "Not saved" stands there once."""
    sentence = str(error)
    return sentence if sentence.startswith("Not saved") else f"Not saved: {sentence}"


_LOOKS: dict[Findable, str] = {
    "name": "a name",
    "phone": "a phone number",
    "address": "an address",
    "postcode": "a postcode",
    "e-mail": "an e-mail",
}


def looks_like(kinds: Sequence[Findable]) -> str:
    """What is said before words are kept that look like a way to find somebody."""
    found = listed([_LOOKS[kind] for kind in kinds])
    return f"That looks like {found}. Leave out what is someone’s; Enter keeps it."


def when(date: dt.date | None, today: dt.date) -> str:
    """A date as "12 Nov", with its year when that is not this year; a dash for none."""
    return NOTHING if date is None else day(date, year=date.year != today.year)


def dots(done: int, of: int) -> str:
    """Progress as shapes: ●●○○."""
    return "●" * min(done, of) + "○" * max(0, of - done)


def plain(tag: str) -> str:
    """An id as words: "read-aloud" is "read aloud"."""
    return tag.replace("-", " ")


def left_out(tags: Sequence[str]) -> str:
    """What is to be left out, in words; empty for nothing."""
    return listed([plain(tag) for tag in tags])


def titled(pack: Pack, id: str) -> str:
    """An exercise or clip with its title: "f05 Stepping away safely"."""
    found = pack.exercises.get(id) or pack.clips.get(id)
    return f"{id} {found.title}" if found else id
