"""Ratios within one run: what is compared is interleaved, in shuffled order, round by round."""

import os
import random
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.support.terminal import Terminal

ROOT = Path(__file__).parents[2]
BASELINES = Path(__file__).parent / "baselines"
COLUMNS, ROWS = 120, 40
ROUNDS = 5
Round = Mapping[str, Sequence[float]]
"""The figures of one round, by name."""


class Line(NamedTuple):
    """One figure, with what it must not pass; no gate, for comparison."""

    name: str
    value: float
    gate: float | None = None

    @property
    def short(self) -> bool:
        """Whether it falls short."""
        return self.gate is not None and self.value > self.gate


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """What a user's program is started with, and nothing of ours that changes a time."""
    return {
        "HOME": str(home),
        "SRT_HOME": str(home),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "Europe/London",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(BASELINES))),
        **more,
    }


def program(module: str, home: Path, **more: str) -> Terminal:
    """A module as a program, with its byte code, in a terminal of its own."""
    return Terminal(
        [sys.executable, "-m", module],
        env=surroundings(home, **more),
        columns=COLUMNS,
        rows=ROWS,
        cwd=str(home),
    )


def shuffled(names: Sequence[str], times: int = 1) -> Iterator[str]:
    """Each name so many times, in pairs whose order is drawn."""
    for _ in range(times):
        yield from random.sample(names, len(names))


def ratio(rounds: Sequence[Round], ours: str, over: str, at: float = 0.5) -> float:
    """The median over rounds of ours over theirs within a round; `at`: another quantile of ours.

    Theirs is taken at the same quantile.
    """
    return statistics.median(
        quantile(figures[ours], at) / quantile(figures[over], at) for figures in rounds
    )


def quantile(values: Sequence[float], at: float) -> float:
    """The value below which this share lies."""
    ordered = sorted(values)
    return statistics.median(ordered) if at == 0.5 else ordered[round(at * (len(ordered) - 1))]


def show(lines: Iterator[Line]) -> int:
    """Print each line as it comes; how many fall short."""
    short = 0
    for line in lines:
        gate = "for comparison" if line.gate is None else f"<= {line.gate:g}"
        past = "  FALLS SHORT" if line.short else ""
        sys.stdout.write(f"{line.name} {line.value:.4g} {gate}{past}\n")
        sys.stdout.flush()
        short += line.short
    return short
