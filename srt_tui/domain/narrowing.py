"""What a search can be narrowed to, one key each: kinds of line, a module, a stretch of time."""

import datetime as dt
from collections.abc import Sequence
from typing import TypeAlias, TypeVar

from msgspec.structs import replace

from srt_tui.domain.pack import Pack
from srt_tui.domain.quotes import Filter, SaidKind

KINDS: tuple[tuple[SaidKind, ...], ...] = (
    (), ("words",), ("answer",), ("step", "step-review"), ("check-line",), ("note", "addendum"),
)  # fmt: skip
LATELY, RECENTLY = dt.timedelta(days=28), dt.timedelta(days=91)
Dates: TypeAlias = tuple[dt.date | None, dt.date | None]
T = TypeVar("T")


def next_kind(only: Filter) -> Filter:
    """Narrowed to the next kind of line, whoever said it; after the last one to none."""
    return replace(only, kinds=_after(KINDS, only.kinds), voice=None)


def next_module(only: Filter, pack: Pack) -> Filter:
    """Narrowed to the exercises of the next module; after the last one to none."""
    modules = ((), *(module.exercises for module in pack.modules))
    return replace(only, exercises=_after(modules, only.exercises))


def next_dates(only: Filter, today: dt.date, last: dt.date | None) -> Filter:
    """The last session, four weeks, three months, what is older than that; then any day again."""
    older = today - RECENTLY - dt.timedelta(days=1)
    spans: list[Dates] = [
        (None, None), (last, None), (today - LATELY, None), (today - RECENTLY, None), (None, older),
    ]  # fmt: skip
    since, until = _after(list(dict.fromkeys(spans)), (only.since, only.until))
    return replace(only, since=since, until=until)


def _after(options: Sequence[T], now: T) -> T:
    return options[(options.index(now) + 1) % len(options)]
