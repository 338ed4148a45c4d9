"""TinyDB over a sealed file: its tables in memory, and on disk one frame for one change.

TinyDB rewrites a whole database for every change. `DeltaTable` lets TinyDB's own methods work on
an overlay instead and hands the storage only what became different, so that a save does not grow
with the history. A contract test holds the TinyDB internals that this relies on.
"""

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, Protocol

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

Json = dict[str, Any]
Tables = dict[str, dict[str, Json]]


class TableChange(msgspec.Struct, omit_defaults=True):
    """What one action sets and drops, by table and document id: the JSON of an appended frame."""

    table: str
    put: dict[str, Json] = {}
    drop: list[str] = []

    def apply(self, tables: Tables, last: dict[str, int]) -> None:
        """Make the change in memory; an id that was given once stays given."""
        rows = tables.setdefault(self.table, {})
        for id in self.drop:
            rows.pop(id, None)
        rows.update(self.put)
        highest = max(map(int, self.put), default=0)
        if highest > last.get(self.table, 0):
            last[self.table] = highest


class Log(Protocol):
    """Where changes go: acknowledged on disk when a call returns, unchanged when it raises."""

    def append(self, change: TableChange) -> None:
        """Add one change."""

    def rewrite(self, tables: Tables, last: dict[str, int]) -> None:
        """Put everything in one piece in the place of all before."""

    def close(self) -> None:
        """Let go of the file."""


class SealedStorage(Storage):
    """TinyDB's storage. `last` is the highest id ever given in each table."""

    def __init__(self, log: Log, tables: Tables, last: dict[str, int]) -> None:
        self._log = log
        self._tables = tables
        self.last = last

    def read(self) -> Tables:
        """The live tables: for this module's tables and the store's readers only."""
        return self._tables

    def append(self, change: TableChange) -> None:
        """Disk first, then memory."""
        self._log.append(change)
        change.apply(self._tables, self.last)

    def write(self, data: Tables) -> None:
        """Replace everything, as TinyDB does; also how a file is compacted."""
        self._log.rewrite(data, self.last)
        self._tables = data

    def close(self) -> None:
        """Let go of the file and of what was in memory."""
        self._log.close()
        self._tables = {}


class HandedOut(Document):
    """A document that is handed out: a copy all the way down."""

    def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
        super().__init__(copy.deepcopy(dict(value)), doc_id)


class _Overlay(MutableMapping[int, Any]):
    """A table on which changes are tried: the rows below stay as they are."""

    def __init__(self, below: dict[str, Json]) -> None:
        self._below = below
        self._touched: dict[str, Json | None] = {}

    def __contains__(self, id: object) -> bool:
        key = str(id)
        return self._touched[key] is not None if key in self._touched else key in self._below

    def __getitem__(self, id: int) -> Json:
        key = str(id)
        if key not in self._touched:
            self._touched[key] = copy.deepcopy(self._below[key])
        row = self._touched[key]
        if row is None:
            raise KeyError(id)
        return row

    def __setitem__(self, id: int, row: Json) -> None:
        self._touched[str(id)] = row

    def __delitem__(self, id: int) -> None:
        if id not in self:
            raise KeyError(id)
        self._touched[str(id)] = None

    def __iter__(self) -> Iterator[int]:
        yield from (int(key) for key in self._below if int(key) in self)
        yield from (
            int(key) for key in self._touched if key not in self._below and int(key) in self
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def change(self, table: str) -> TableChange:
        put = {
            key: row
            for key, row in self._touched.items()
            if row is not None and self._below.get(key) != row
        }
        gone = [key for key, row in self._touched.items() if row is None and key in self._below]
        return TableChange(table, put, gone)


class DeltaTable(Table):
    """A TinyDB table whose changes cost what they change."""

    document_class = HandedOut
    _given: int | None = None

    def _sealed(self) -> SealedStorage:
        storage = self._storage
        if not isinstance(storage, SealedStorage):
            raise TypeError(type(storage).__name__)
        return storage

    def _get_next_id(self) -> int:
        """The next id; never one that was given before, not even to what is gone."""
        last = self._sealed().last.get(self.name, 0) if self._given is None else self._given
        self._given = last + 1
        return self._given

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """TinyDB's own; new rows, which is what every save is, need no overlay."""
        rows = list(documents)
        if not all(type(row) is dict for row in rows):
            return super().insert_multiple(rows)
        storage = self._sealed()
        first = storage.last.get(self.name, 0) + 1
        ids = list(range(first, first + len(rows)))
        if rows:
            put = {str(id): dict(row) for id, row in zip(ids, rows, strict=True)}
            storage.append(TableChange(self.name, put))
            self.clear_cache()
        return ids

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        storage = self._sealed()
        overlay = _Overlay(storage.read().get(self.name, {}))
        try:
            updater(overlay)
            change = overlay.change(self.name)
            if change.put or change.drop:
                storage.append(change)
        finally:
            self._given = None
            self.clear_cache()


class Book(TinyDB):
    """The TinyDB of one participant."""

    table_class = DeltaTable

    def __init__(self, storage: SealedStorage) -> None:
        super().__init__(storage=lambda: storage)
        for name in ("about", "entries", "hidden"):
            self.table(name, cache_size=0)
