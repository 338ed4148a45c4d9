"""What one action changes in a participant's tables: the JSON of an appended frame."""

from typing import Any

import msgspec

Json = dict[str, Any]
Tables = dict[str, dict[str, Json]]


class TableChange(msgspec.Struct, omit_defaults=True):
    """What is set and dropped, by table and document id."""

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
