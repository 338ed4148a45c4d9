"""Small cells are not told in a form that leaves the team, nor can they be worked out."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from srt_tui.domain.funnel import OUTCOMES, Evaluation, Measures, Table

SMALL = 5
_SUMS = {"exercises": ((*OUTCOMES, "cut-off"),), "sessions": (("room", "phone", "video"),)}
"""Measures of a row that add up to something told elsewhere; in other tables, all of them."""
_TOTALS = {
    "reasons": ("funnel", "people"),
    "skips": ("exercises", "skipped"),
    "rungs": ("exercises", "visits"),
}
"""Where the total of each row of a table is told."""


def shareable(evaluation: Evaluation) -> Evaluation:
    """The same counts with every cell of 1 to 4 left untold.

    Where a single untold cell could be worked out from a total, the next smallest is left
    untold too. The parts of an untold total are not told either, nor the minutes of few visits.
    """
    told = {name: _rows(name, table) for name, table in evaluation.tables.items()}
    told["funnel"] = _funnel(evaluation.tables["funnel"])
    for row in told["exercises"].values():
        if row["visits"] is None:
            row.update(dict.fromkeys((*OUTCOMES, "cut-off")))
    for name, (other, measure) in _TOTALS.items():
        for item, row in told[name].items():
            if told[other][item][measure] is None:
                row.update(dict.fromkeys(row))
    told["minutes"] = {
        item: dict.fromkeys(row) if _small(row["timed"]) else row
        for item, row in evaluation.tables["minutes"].items()
    }
    return replace(evaluation, tables=told, shareable=True)


def _rows(name: str, table: Table) -> Table:
    return {item: _row(row, _SUMS.get(name, (tuple(row),))) for item, row in table.items()}


def _row(row: Measures, sums: Iterable[Sequence[str]]) -> Measures:
    """The row without its small cells, and without any that would give one of them away."""
    kept = {key: None if _small(value) else value for key, value in row.items()}
    for parts in sums:
        told = {key: value for key in parts if (value := kept[key]) is not None}
        if told and len(parts) - len(told) == 1:
            kept[min(told, key=lambda key: (told[key] == 0, told[key]))] = None
    return kept


def _funnel(table: Table) -> Table:
    row = _row({item: measures["people"] for item, measures in table.items()}, (tuple(table),))
    return {item: {"people": value} for item, value in row.items()}


def _small(value: int | None) -> bool:
    return value is not None and 0 < value < SMALL
