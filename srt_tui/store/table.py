"""TinyDB over a sealed file: its tables in memory, and on disk one frame for one change.

TinyDB rewrites a whole database for every change. `DeltaTable` lets TinyDB's own methods work on
an overlay instead and hands the storage only what became different, so that a save does not grow
with the history. A contract test holds the TinyDB internals that this relies on.
"""

import copy
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, Protocol

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from srt_tui.store.change import Json, TableChange, Tables


class FrameLog(Protocol):
    """Where changes go: on the disk when a call returns, unchanged when it raises."""

    def append(self, change: TableChange) -> None:
        """Add one change."""

    def rewrite(self, tables: Tables, last: dict[str, int]) -> None:
        """Put everything in one piece in the place of all before."""

    def close(self) -> None:
        """Let go of the file."""


class SealedStorage(Storage):
    """TinyDB's storage. `last` is the highest id ever given in each table."""

    def __init__(self, log: FrameLog, tables: Tables, last: dict[str, int]) -> None:
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
        if id not in self:
            raise KeyError(id)
        key = str(id)
        row = self._touched.get(key)
        if row is None:
            row = self._touched[key] = copy.deepcopy(self._below[key])
        return row

    def __setitem__(self, id: int, row: Json) -> None:
        self._touched[str(id)] = row

    def __delitem__(self, id: int) -> None:
        if id not in self:
            raise KeyError(id)
        self._touched[str(id)] = None

    def __iter__(self) -> Iterator[int]:
        new = (key for key in self._touched if key not in self._below)
        yield from (int(key) for key in (*self._below, *new) if int(key) in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def change(self, table: str) -> TableChange:
        put, drop = {}, []
        for key, row in self._touched.items():
            if row is None:
                drop += [key] if key in self._below else []
            elif self._below.get(key) != row:
                put[key] = row
        return TableChange(table, put, drop)


class DeltaTable(Table):
    """A TinyDB table whose changes cost what they change."""

    document_class = HandedOut
    _storage: SealedStorage
    _given: int | None = None

    def _get_next_id(self) -> int:
        """The next id; never one that was given before, not even to what is gone."""
        last = self._storage.last.get(self.name, 0) if self._given is None else self._given
        self._given = last + 1
        return self._given

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        overlay = _Overlay(self._storage.read().get(self.name, {}))
        try:
            updater(overlay)
            change = overlay.change(self.name)
            if change.put or change.drop:
                self._storage.append(change)
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
