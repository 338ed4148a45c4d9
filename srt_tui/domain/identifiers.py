"""What in somebody's words could lead to a person: a number, a postcode, an address, a name.

It helps the reader and replaces nobody: much is missed, and some of it leads to no one.
"""

import re
from collections.abc import Collection
from typing import Literal, TypeAlias

from srt_tui.domain.wording import one_line

Findable: TypeAlias = Literal["name", "phone", "address", "postcode", "e-mail"]
MASK = "[…]"

_EMAIL = r"\S+@\S+"
_POSTCODE = r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b"
_NUMBER = r"\d[\d\s()-]{3,}\d"
_NAME = r"(?<=[a-z,;]\s)[A-Z][a-zà-ÿ’'-]+"
_LINK = r"\b(?:https?://|www\.)\S+"
_MASKED = re.compile(f"{_EMAIL}|{_LINK}|{_POSTCODE}|{_NUMBER}|{_NAME}")
_OWN = frozenset({"I'm", "I've", "I'd", "I'll", "I’m", "I’ve", "I’d", "I’ll"})
_NOBODY = _OWN | {
    "I", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Christmas", "Easter", "God", "English", "British", "TV",
}  # fmt: skip
_ADDRESS = (
    r"(?i)\b\d+[a-z]?,?\s+(?:(?!(?:a|an|the|of|in|on|to|my|his|her|our)\b)[a-z’'-]+\s+){1,3}"
    r"(?:street|st|road|rd|lane|avenue|ave|close|drive|court|gardens|place|terrace|crescent)\b"
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_LONG, _WITH_NOUGHT = 10, 7
"""Figures of a phone number, and of one that begins with a nought."""


def findable(text: str, known: Collection[str] = ()) -> tuple[Findable, ...]:
    """What in it looks like something to leave out, each kind once; a date or a sum does not.

    `known` are names that lead to nobody: the people in the stories.
    """
    numbers = (re.sub(r"\D", "", found) for found in re.findall(_NUMBER, text))
    called = re.findall(_NAME, re.sub(_ADDRESS, "", text))
    names = (word.removesuffix("’s").removesuffix("'s") for word in called)
    there: dict[Findable, bool] = {
        "name": any(name not in _NOBODY and name not in known for name in names),
        "phone": any(len(n) >= (_WITH_NOUGHT if n.startswith("0") else _LONG) for n in numbers),
        "address": re.search(_ADDRESS, text) is not None,
        "postcode": any(not _ORDINAL.search(found) for found in re.findall(_POSTCODE, text)),
        "e-mail": re.search(r"\S@\S+\.\S", text) is not None,
    }
    return tuple(kind for kind, found in there.items() if found)


def masked(text: str) -> str:
    """The text with what looks like a name or a way to find someone masked."""
    return _MASKED.sub(lambda found: found[0] if found[0] in _OWN else MASK, one_line(text))
