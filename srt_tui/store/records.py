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

_ENCODER = msgspec.json.Encoder()


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
        document = cleaned(msgspec.json.decode(text))
        checked = msgspec.convert(document, AnyEntry)
        del document["seq"]
        _require_aware(checked.at)
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError):
        raise SrtError(
            "Not saved: longer or of another kind than the store takes.",
            "What you typed is still on the screen. Shorten it and save again.",
        ) from None
    return Stamped(checked, document)


def _require_aware(at: dt.datetime) -> None:
    if at.tzinfo is None:
        raise ValueError("at")


def revived(rows: Mapping[str, Mapping[str, Any]]) -> dict[int, AnyEntry | Unknown | None]:
    """The entries of documents, by `seq` and in its order.

    Unknown for a kind of a newer version; None for a bad record, which is set aside alone.
    """
    documents = [{**rows[key], "seq": int(key)} for key in sorted(rows, key=int)]
    if not is_clean(_ENCODER.encode(documents)):
        documents = cleaned(documents)
    try:
        return {entry.seq: entry for entry in msgspec.convert(documents, list[AnyEntry])}
    except msgspec.ValidationError:
        return {document["seq"]: _one(document) for document in documents}


def _one(document: dict[str, Any]) -> AnyEntry | Unknown | None:
    try:
        entry: AnyEntry = msgspec.convert(document, AnyEntry)
    except msgspec.ValidationError:
        seq = document.pop("seq")
        return _unknown(seq, document)
    return entry


def _unknown(seq: int, document: Mapping[str, Any]) -> Unknown | None:
    kind = document.get("kind")
    if not isinstance(kind, str) or kind in KINDS:
        return None
    try:
        at = msgspec.convert(document.get("at"), dt.datetime)
        session = msgspec.convert(document.get("session", 0), int)
    except msgspec.ValidationError:
        return None
    return Unknown(seq=seq, session=session, at=at, kind=kind, raw=dict(document))
