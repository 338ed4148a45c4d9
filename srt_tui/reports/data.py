"""Rows as CSV or JSON that other programs read without a word of explanation."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import msgspec

from srt_tui.letters import clean, escaped

Value: TypeAlias = str | int | float | None
Row: TypeAlias = Mapping[str, Value]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """CSV with a header, UTF-8, comma, quotes doubled; an empty cell is a missing value.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n", extrasaction="raise")
    writer.writeheader()
    for row in rows:
        writer.writerow({column: _safe(row.get(column)) for column in columns})
    return out.getvalue()


def _safe(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_json(value: object) -> str:
    """JSON, indented, ending in a line break; dates as YYYY-MM-DD. Signs that act are numbers."""
    return escaped(msgspec.json.format(msgspec.json.encode(value), indent=2)).decode() + "\n"
