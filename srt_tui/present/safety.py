"""The safety page in words: the pack's own, with the service's local contacts."""

import datetime as dt
from collections.abc import Mapping

from srt_tui.domain.pack import GuidePage
from srt_tui.domain.wording import day
from srt_tui.present.guides import plain

LOCAL = "Who to ring here"
NO_LOCAL = "No local contacts yet. They stand under [contacts] in settings.toml."
NO_SESSION = "open the session or the person it is about first."
RAISED = "Kept: safety matter raised, see official record."


def sections(page: GuidePage, contacts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Heading and text of each part; local contacts stand before the pack's helplines."""
    local = "\n".join(f"{name}: {number}" for name, number in contacts.items()) or NO_LOCAL
    parts = [(section.title, plain(section.body)) for section in page.sections]
    return (*parts[:-1], (LOCAL, local), *parts[-1:])


def title(about: str) -> str:
    """What the title line says, with whom it is about outside a session."""
    return f"Safety · {about}" if about else "Safety"


def asked(about: str) -> str:
    """What is asked before it is recorded, with whom it is about outside a session."""
    return f"{about}: follow it up on" if about else "Follow it up on"


def shown(on: dt.date) -> str:
    """A day as it is offered for typing over: "24/11/2026"."""
    return f"{on:%d/%m/%Y}"


def recorded(on: dt.date | None) -> str:
    """What was kept, and when it comes up again."""
    return f"{RAISED} Follow up {day(on)}." if on else RAISED
