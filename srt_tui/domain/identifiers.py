"""What in somebody's words could lead to a person: a number, a postcode, an address, a name.

It helps the reader and replaces nobody: much is missed, and some of it leads to no one.
"""

import re
from typing import Literal, TypeAlias

from srt_tui.domain.wording import one_line

Findable: TypeAlias = Literal["", "phone", "postcode", "e-mail"]
MASK = "[…]"

_EMAIL = r"\S+@\S+"
_POSTCODE = r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b"
_NUMBER = r"\d[\d\s()-]{3,}\d"
_NAME = r"(?<=[a-z,;]\s)[A-Z][a-zà-ÿ’'-]+"
_LINK = r"\b(?:https?://|www\.)\S+"
_MASKED = re.compile(f"{_EMAIL}|{_LINK}|{_POSTCODE}|{_NUMBER}|{_NAME}")
_OWN = frozenset({"I'm", "I've", "I'd", "I'll", "I’m", "I’ve", "I’d", "I’ll"})
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_LONG, _WITH_NOUGHT = 10, 7
"""Figures of a phone number, and of one that begins with a nought."""


def findable(text: str) -> Findable:
    """What it looks like, where it looks like something to leave out; a date or a sum does not."""
    if re.search(r"\S@\S+\.\S", text):
        return "e-mail"
    if any(not _ORDINAL.search(found) for found in re.findall(_POSTCODE, text)):
        return "postcode"
    numbers = (re.sub(r"\D", "", found) for found in re.findall(_NUMBER, text))
    phone = any(len(n) >= (_WITH_NOUGHT if n.startswith("0") else _LONG) for n in numbers)
    return "phone" if phone else ""


def masked(text: str) -> str:
    """The text with what looks like a name or a way to find someone masked."""
    return _MASKED.sub(lambda found: found[0] if found[0] in _OWN else MASK, one_line(text))
