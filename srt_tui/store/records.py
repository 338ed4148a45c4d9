"""Entries as documents: checked on the way in and on the way out, unknown kinds kept whole.

Here is where all text of an entry is made clean, for every screen and report: a document of an
older version, or one from elsewhere, may hold signs that a terminal would obey.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from srt_tui.domain.entry import KINDS, AnyEntry, Unknown
from srt_tui.domain.errors import SrtError
from srt_tui.letters import cleaned, is_clean

_DECODER: msgspec.json.Decoder[AnyEntry] = msgspec.json.Decoder(AnyEntry)
_ENCODER = msgspec.json.Encoder()
YEARS = range(1900, 2200)
"""A day outside of these was not meant, and reckoning with it could end a screen."""


class Stamped(NamedTuple):
    """An entry as it will be read back, and its document."""

    entry: AnyEntry
    document: dict[str, Any]


def stamped(entry: AnyEntry, seq: int) -> Stamped:
    """The entry at its place, checked in its encoded form (msgspec checks nothing on making one).

    Raises SrtError when it breaks the bounds of its kind.
    """
    try:
        text = _ENCODER.encode(msgspec.structs.replace(entry, seq=seq))
        if not is_clean(text):
            text = _ENCODER.encode(cleaned(msgspec.json.decode(text)))
        checked, document = _DECODER.decode(text), msgspec.json.decode(text)
        del document["seq"]
        _require_time(checked)
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError):
        raise SrtError(
            "Not saved: longer or of another kind than the store takes.",
            "What you typed is still on the screen. Shorten it and save again.",
        ) from None
    return Stamped(checked, document)


def _in_time(entry: AnyEntry | Unknown) -> bool:
    """Whether its time has a zone, and every day in it is one that people could have meant."""
    days = (entry.at, *(getattr(entry, name, None) for name in ("on", "next_on", "follow_up")))
    return entry.at.tzinfo is not None and all(
        day.year in YEARS for day in days if isinstance(day, dt.date)
    )


def _require_time(entry: AnyEntry) -> None:
    if not _in_time(entry):
        raise ValueError("at")


def revived(rows: Mapping[str, Mapping[str, Any]]) -> dict[int, AnyEntry | Unknown | None]:
    """The entries of documents, by `seq` and in its order.

    Unknown for a kind of a newer version; None for a bad record, which is set aside alone.
    """
    documents = [{**rows[key], "seq": int(key)} for key in sorted(rows, key=int)]
    if not is_clean(_ENCODER.encode(documents)):
        documents = cleaned(documents)
    try:
        entries = msgspec.convert(documents, list[AnyEntry])
        return {entry.seq: entry if _in_time(entry) else None for entry in entries}
    except msgspec.ValidationError:
        return {document["seq"]: _one(document) for document in documents}


def _one(document: dict[str, Any]) -> AnyEntry | Unknown | None:
    try:
        entry: AnyEntry = msgspec.convert(document, AnyEntry)
    except msgspec.ValidationError:
        seq = document.pop("seq")
        return _unknown(seq, document)
    return entry if _in_time(entry) else None


def _unknown(seq: int, document: Mapping[str, Any]) -> Unknown | None:
    kind = document.get("kind")
    if not isinstance(kind, str) or kind in KINDS:
        return None
    try:
        at = msgspec.convert(document.get("at"), dt.datetime)
        session = msgspec.convert(document.get("session", 0), int)
    except msgspec.ValidationError:
        return None
    found = Unknown(seq=seq, session=session, at=at, kind=kind, raw=dict(document))
    return found if _in_time(found) else None
