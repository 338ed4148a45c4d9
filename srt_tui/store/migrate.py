"""Records of older versions brought up to date.

A step is a pure function from the tables of one schema to those of the next. A file is brought up
to date when it is opened to be written, by writing it afresh: whole before or whole after.
"""

from collections.abc import Callable
from typing import Any

Tables = dict[str, dict[str, dict[str, Any]]]
Step = Callable[[Tables], Tables]

STEPS: tuple[Step, ...] = ()  # the first leads from schema 1 to schema 2


def schema() -> int:
    """The schema that is written today."""
    return 1 + len(STEPS)


def brought_up(tables: Tables, since: int, until: int) -> Tables:
    """Tables of schema `since` as those of schema `until`."""
    for step in STEPS[since - 1 : until - 1]:
        tables = step(tables)
    return tables
