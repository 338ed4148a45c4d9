"""How much of a clip was shown: ranges that grow only by plausible progress.

A player reports where it is; a report that jumps further than time allows (a seek, a wished
time announced at once, a machine that slept) begins a new range instead of stretching the old.
"""

from collections.abc import Iterable
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

Seconds: TypeAlias = Annotated[float, Meta(ge=0, le=36_000)]
_TOLERANCE = 0.5
_SHORTEST = 0.05


class Range(msgspec.Struct, frozen=True, array_like=True):
    """A stretch of a clip that was shown, in seconds, at a speed (1.0 is as recorded)."""

    start: Seconds
    end: Seconds
    rate: Annotated[float, Meta(ge=0.25, le=4)] = 1.0


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """The ranges shown so far and the one that is growing; each step returns a new value.

    `clock` is any monotonic count of seconds. Call `cut` before each command sent to a player
    and whenever it pauses or stops.
    """

    done: tuple[Range, ...] = ()
    growing: Range | None = None
    began: float = 0.0
    last: float = 0.0

    def progress(self, at: float, *, clock: float, rate: float = 1.0) -> "Shown":
        """The player, playing at `rate`, was at `at` seconds when the clock stood at `clock`."""
        now = self.growing
        if now is not None and now.rate == rate and self._plausible(now, at, clock):
            return Shown(
                done=self.done,
                growing=Range(now.start, at, rate),
                began=self.began,
                last=clock,
            )
        fresh = Range(at, at, rate)
        return Shown(done=self.cut().done, growing=fresh, began=clock, last=clock)

    def cut(self) -> "Shown":
        """The growing range is finished."""
        return Shown(done=self.ranges)

    @property
    def ranges(self) -> tuple[Range, ...]:
        """Everything shown, in the order it was shown; replays are ranges of their own."""
        now = self.growing
        if now is None or now.end - now.start < _SHORTEST:
            return self.done
        return (*self.done, now)

    def _plausible(self, now: Range, at: float, clock: float) -> bool:
        """Forward, and no further than the time gone by, both since last report and in all."""
        step, whole = clock - self.last, clock - self.began
        return (
            0 <= at - now.end <= step * now.rate + _TOLERANCE
            and at - now.start <= whole * now.rate + _TOLERANCE
        )


def covered(ranges: Iterable[Range]) -> float:
    """Seconds of the clip shown at least once."""
    total, reached = 0.0, 0.0
    for each in sorted(ranges, key=lambda each: each.start):
        total += max(0.0, each.end - max(each.start, reached))
        reached = max(reached, each.end)
    return total


def coverage(ranges: Iterable[Range], length: float) -> float:
    """The share of the clip shown at least once, 0 to 1; 0 where the length is not known."""
    return min(1.0, covered(ranges) / length) if length > 0 else 0.0


def replayed(ranges: Iterable[Range]) -> float:
    """Seconds shown again after they had been shown once."""
    kept = tuple(ranges)
    return sum(each.end - each.start for each in kept) - covered(kept)


_JOINS = 1.0


def stretches(ranges: Iterable[Range], times: int = 1) -> tuple[tuple[float, float], ...]:
    """The parts of a clip that were shown at least so many times, in order of the clip.

    A pause cuts a range in two; parts less than a second apart are one, and what was shown again
    for less than a second was not shown again.
    """
    kept = tuple(ranges)
    edges = sorted([(each.start, 1) for each in kept] + [(each.end, -1) for each in kept])
    found: list[tuple[float, float]] = []
    depth, began = 0, 0.0
    for at, by in edges:
        if depth < times <= depth + by:
            began = at
        elif depth + by < times <= depth:
            _join(found, began, at)
        depth += by
    return tuple(part for part in found if times == 1 or part[1] - part[0] >= _JOINS)


def _join(found: list[tuple[float, float]], began: float, ended: float) -> None:
    if found and began - found[-1][1] < _JOINS:
        began = found.pop()[0]
    found.append((began, ended))


def most_often(ranges: Iterable[Range]) -> int:
    """How often the part that was shown most was shown; 0 when nothing was."""
    kept, times = tuple(ranges), 0
    while kept and stretches(kept, times + 1):
        times += 1
    return times
