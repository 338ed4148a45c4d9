"""The TinyDB layer: TinyDB's own behaviour, at the cost of the change and not of the history."""

import copy
from importlib.metadata import version
from typing import Any

import pytest
import tinydb
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from srt_tui.store.change import TableChange, Tables
from srt_tui.store.table import Book, DeltaTable, HandedOut, SealedStorage

Rows = dict[str, Any]


class Paper:
    """A log that remembers what it was handed, or fails."""

    def __init__(self) -> None:
        self.changes: list[TableChange] = []
        self.rewritten: list[Tables] = []
        self.full = False

    def append(self, change: TableChange) -> None:
        if self.full:
            raise OSError(28, "full")
        self.changes.append(copy.deepcopy(change))

    def rewrite(self, tables: Tables, last: dict[str, int]) -> None:
        assert last
        self.rewritten.append(copy.deepcopy(tables))

    def close(self) -> None:
        pass


class NeverWalked(dict[str, Rows]):
    """A table in which documents may be looked up and set, but never walked through."""

    def _walked(self, *_: object) -> Any:
        raise AssertionError("the whole table was walked")

    __iter__ = items = values = keys = copy = _walked


def book(rows: Rows | None = None) -> tuple[Book, Paper]:
    paper = Paper()
    last = {"entries": max(map(int, dict.keys(rows)), default=0) if rows else 0}
    return Book(SealedStorage(paper, {"entries": rows or {}}, last)), paper


def entries(book: Book) -> DeltaTable:
    table = book.table("entries")
    assert isinstance(table, DeltaTable)
    return table


def test_this_is_the_tinydb_whose_insides_the_table_relies_on() -> None:
    assert version("tinydb").startswith("4.9.")


def test_a_save_does_not_walk_through_the_history() -> None:
    history = NeverWalked({str(id): {"n": id} for id in range(1, 1001)})
    made, paper = book(history)
    table = entries(made)
    assert table.insert({"n": "a"}) == 1001
    assert table.insert_multiple([{"n": "b"}, {"n": "c"}]) == [1002, 1003]
    assert table.insert(HandedOut({"n": "d"}, 2000)) == 2000
    assert table.update({"n": "e"}, doc_ids=[5]) == [5]
    assert table.remove(doc_ids=[6, 9999]) == [6]
    assert table.get(doc_id=5) == {"n": "e"}
    assert paper.changes == [
        TableChange("entries", {"1001": {"n": "a"}}),
        TableChange("entries", {"1002": {"n": "b"}, "1003": {"n": "c"}}),
        TableChange("entries", {"2000": {"n": "d"}}),
        TableChange("entries", {"5": {"n": "e"}}),
        TableChange("entries", {}, ["6"]),
    ]
    assert not paper.rewritten


def test_the_watch_on_walking_sees_stock_tinydb_walk() -> None:
    stock = tinydb.TinyDB(storage=MemoryStorage)
    stock.storage.write({"_default": NeverWalked({"1": {"n": 1}})})
    with pytest.raises(AssertionError, match="walked"):
        stock.insert({"n": 2})


def test_what_was_not_written_is_not_in_memory_and_its_number_is_free() -> None:
    made, paper = book({"1": {"n": 1}})
    table = entries(made)
    paper.full = True
    for change in (
        lambda: table.insert({"n": 2}),
        lambda: table.update({"n": 3}),
        lambda: table.remove(doc_ids=[1]),
        table.truncate,
    ):
        with pytest.raises(OSError, match="full"):
            change()
    assert table.all() == [{"n": 1}]
    paper.full = False
    assert table.insert({"n": 2}) == 2


def test_a_change_that_fails_half_way_changes_nothing() -> None:
    made, paper = book({"1": {"n": 1}})

    def spoil(row: Rows) -> None:
        row["n"] = 9
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        entries(made).update(spoil)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="already exists"):
        entries(made).insert_multiple([{"n": 2}, HandedOut({"n": 3}, 1)])
    assert entries(made).all() == [{"n": 1}]
    assert not paper.changes


def test_nothing_hands_out_what_is_in_memory() -> None:
    made, _ = book({"1": {"n": {"deep": [1]}}})
    for found in (
        entries(made).get(doc_id=1),
        *entries(made).all(),
        *entries(made).search(tinydb.where("n").exists()),
    ):
        assert isinstance(found, Document)
        found["n"]["deep"].append(2)
    assert entries(made).get(doc_id=1) == {"n": {"deep": [1]}}
    assert not entries(made)._query_cache


def test_a_number_is_never_given_twice_even_after_its_entry_is_gone() -> None:
    made, _ = book()
    table = entries(made)
    assert table.insert_multiple([{}, {}, {}]) == [1, 2, 3]
    table.remove(doc_ids=[3])
    assert table.insert({}) == 4
    table.truncate()
    assert table.insert({}) == 5


_row = st.fixed_dictionaries({"n": st.integers(0, 3)}, optional={"m": st.lists(st.integers(0, 9))})
_step = st.one_of(
    st.tuples(st.just("insert"), _row),
    st.tuples(st.just("insert_multiple"), st.lists(_row, max_size=3)),
    st.tuples(st.just("update"), _row, st.integers(0, 3)),
    st.tuples(st.just("upsert"), _row, st.integers(0, 3)),
    st.tuples(st.just("remove"), st.integers(0, 3)),
)


def act(table: Any, step: tuple[Any, ...]) -> object:
    name, *values = step
    if name in {"insert", "insert_multiple"}:
        return getattr(table, name)(values[0])
    matches = tinydb.where("n") == values[-1]
    return table.remove(matches) if name == "remove" else getattr(table, name)(values[0], matches)


@settings(max_examples=60, deadline=None)
@given(st.lists(_step, max_size=12))
def test_every_change_gives_what_stock_tinydb_gives_and_the_log_adds_up_to_it(
    steps: list[tuple[Any, ...]],
) -> None:
    made, paper = book()
    stock = tinydb.TinyDB(storage=MemoryStorage)
    highest = 0
    for step in steps:
        act(entries(made), step)
        act(stock, step)
        assert [dict(row) for row in entries(made).all()] == [dict(row) for row in stock.all()]
        highest = max([highest, *(row.doc_id for row in entries(made))])
    tables: Tables = {"entries": {}}
    last: dict[str, int] = {}
    for change in paper.changes:
        change.apply(tables, last)
    assert tables == made.storage.read()
    assert last.get("entries", 0) >= highest
