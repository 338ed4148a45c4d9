"""How often the nudges of brief D.3 come when nothing has changed: lines of `name value gate`.

    python tests/bench/bench_nudges.py

20,000 invented courses of ten sessions, each with both sides' marks, always the same. What is
assumed: true levels never move and are drawn from normal(4.1, 0.6); a session lifts or lowers all
five marks of a side together by normal(0, 0.25), and each mark by normal(0, 0.55) of its own;
marks are rounded, and cut at 1 and 5; the check is done in every session. So every nudge here is
a false alarm. What the levels of the two sides have to do with each other nobody knows, so there
are three worlds:

- `strangers`: one level for each side, drawn apart (his five marks together then agree with
  themselves at about 0.75 from one session to the next);
- `alike`: the practitioner's level is his, and a lasting view of its own of normal(0, 0.3);
- `scattered`: a level for each item of each side, all drawn apart. The worst case.

Passing on the check and logged signs are not marks and are not in it: `passed-twice` and
`slipped-twice` follow what happened, not a draw. The value is the share of all sessions in which
a nudge comes. The gate for each rule is one session in five. `far-apart` as the brief has it is
past that in the worst world; its line says so, and it is printed as well for three checks
running. `any` is the share of sessions with any nudge, with `far-apart` at two and at three.
Exit code 1 when a gated value is past its gate.
"""

import datetime as dt
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from srt_tui.domain.alliance import APART, Marks
from srt_tui.domain.entry import Mark
from srt_tui.domain.nudges import from_marks
from srt_tui.domain.structure import Check, CheckItem

COURSES, SESSIONS, SEED = 20_000, 10, 7
LEVEL, SPREAD, SESSION_NOISE, ITEM_NOISE, VIEW = 4.1, 0.6, 0.25, 0.55, 0.3
GATE = 0.2
DAY = dt.date(2026, 3, 2)
WORLDS = ("strangers", "alike", "scattered")
RULES = ("low-mark", "below-usual", "far-apart", "all-the-same", "both-jobs")
Levels = tuple[list[float], list[float]]


def check() -> Check:
    """Five items on each side."""

    def side(letter: str) -> tuple[CheckItem, ...]:
        ids = (f"{letter}{number}" for number in range(1, 6))
        return tuple(CheckItem(id=id, title=id, text="", low="", high="") for id in ids)

    return Check(
        his=side("p"), mine=side("w"), his_line="", my_line="", rules=(), raise_when=(),
        raise_words=(),
    )  # fmt: skip


def levels(draw: random.Random, world: str) -> Levels:
    """The true levels of his five items and the practitioner's."""
    if world == "scattered":
        five = [draw.gauss(LEVEL, SPREAD) for _ in range(10)]
        return five[:5], five[5:]
    his = draw.gauss(LEVEL, SPREAD)
    mine = his + draw.gauss(0, VIEW) if world == "alike" else draw.gauss(LEVEL, SPREAD)
    return [his] * 5, [mine] * 5


def marks(draw: random.Random, letter: str, true: list[float]) -> dict[str, Mark]:
    """One side's marks of one session."""
    today = draw.gauss(0, SESSION_NOISE)
    return {
        f"{letter}{number}": min(5, max(1, round(level + today + draw.gauss(0, ITEM_NOISE))))
        for number, level in enumerate(true, start=1)
    }


def course(draw: random.Random, world: str) -> list[Marks]:
    """Ten sessions of one person, with nothing changing."""
    his, mine = levels(draw, world)
    return [
        Marks(
            session=number,
            date=DAY + dt.timedelta(weeks=number),
            his=marks(draw, "p", his),
            mine=marks(draw, "w", mine),
            offered=True,
        )
        for number in range(1, SESSIONS + 1)
    ]


def apart(rows: list[Marks], running: int) -> bool:
    """Whether a pair is far apart in each of the last `running` checks."""
    last = rows[-running:]
    return len(last) == running and any(
        all(_gap(row, place) >= APART for row in last) for place in range(1, 6)
    )


def _gap(row: Marks, place: int) -> int:
    his, mine = row.his[f"p{place}"], row.mine[f"w{place}"]
    assert isinstance(his, int)
    assert isinstance(mine, int)
    return abs(his - mine)


def simulated(world: str) -> dict[str, float]:
    """The share of sessions in which each rule gives a nudge, with the other figures."""
    draw = random.Random(SEED)  # noqa: S311 - invented marks, the same every time
    items, fired = check(), Counter[str]()
    for _ in range(COURSES):
        rows = course(draw, world)
        for so_far in (rows[:number] for number in range(1, SESSIONS + 1)):
            found = {nudge.rule for nudge in from_marks(so_far, items)}
            three = apart(so_far, 3)
            fired.update(found)
            fired["far-apart-three-running"] += three
            fired["any"] += bool(found)
            fired["any-with-three-running"] += three or bool(found - {"far-apart"})
            fired["one-mark-throughout"] += len(set(so_far[-1].his.values())) == 1
    return {name: count / (COURSES * SESSIONS) for name, count in fired.items()}


def lines() -> Iterator[tuple[str, float, str]]:
    """Name, share of sessions, and the gate where there is one."""
    for world in WORLDS:
        found = simulated(world)
        for rule in (*RULES, "far-apart-three-running"):
            gate = f"<= {GATE}"
            if rule == "far-apart" and found[rule] > GATE:
                gate = f"past-{GATE}-as-the-brief-has-it"
            yield f"{world}-{rule}", found.get(rule, 0), gate
        for name in ("any", "any-with-three-running", "one-mark-throughout"):
            yield f"{world}-{name}", found[name], "for comparison"


def main() -> int:
    """Simulate and print."""
    past = 0
    for name, value, gate in lines():
        sys.stdout.write(f"{name} {value:.3f} {gate}\n")
        sys.stdout.flush()
        past += gate.startswith("<=") and value > GATE
    return 1 if past else 0


if __name__ == "__main__":
    raise SystemExit(main())
