"""What the screens cost, as ratios within one run: lines of `name value gate`.

    python tests/bench/bench_screens.py             every part; some minutes
    python tests/bench/bench_screens.py start keys  only these parts

The units are `baselines/hello.py` and `baselines/list60.py`, in the same Python. What is compared
is interleaved, in shuffled order; a value is the median over rounds of the ratio within a round.
`-cpu` is processor time, which a busy machine moves least. Exit code 1 when a value falls short.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench import people, pressing, starting
from tests.bench.measure import Line, show

PARTS: dict[str, Callable[[Path], Iterator[Line]]] = {
    "commands": starting.commands,
    "start": starting.starts,
    "keys": pressing.keys,
    "session": pressing.session,
    "search": pressing.search,
    "idle": starting.idle,
    "memory": starting.memory,
}


def main(wanted: Sequence[str]) -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        people.caseload(root / "few", 60)
        return min(1, sum(show(PARTS[name](root)) for name in wanted or PARTS))


if __name__ == "__main__":
    raise SystemExit(main([each for each in sys.argv[1:] if each in PARTS]))
