"""What the store costs, as ratios within one run: lines of `name value gate`.

    python tests/bench/bench_store.py               a minute or two
    python tests/bench/bench_store.py --large       10,000 people as well; ten minutes and 3 GB
    python tests/bench/bench_store.py --part saves  one part: saves, 1000 or 10000

Everything that is compared is interleaved in shuffled order, and the value is the median over
rounds of the ratio within a round. `raw` is a write and an fsync of the same bytes in the same
directory; a round in which that takes more than 1 ms is repeated, up to three times as many
rounds in all. Exit code 1 when a value is past its gate.
"""

import argparse
import datetime as dt
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec
import tinydb

from srt_tui.domain.entry import AnyEntry, Unknown, Words
from srt_tui.store import Cost, Vault, unlocking
from srt_tui.store.paths import Paths

ROUNDS = 30
SAVES = 10
SLOW = 0.001
START = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
Action = Callable[[], object]
Line = tuple[str, float | None, str]


def summarise(reference: str, entries: Sequence[AnyEntry | Unknown]) -> bytes:
    return f"{reference} {len(entries)}".encode().ljust(300)


def entry(number: int) -> Words:
    """An invented entry of usual length."""
    said = f"{number}: I put the phone down, went outside, and counted until my jaw let go. " * 2
    return Words(at=START, session=1 + number // 20 % 12, voice="his", text=said, exercise="f01")


def history(count: int) -> list[Words]:
    return [entry(number) for number in range(count)]


class Site:
    """A vault with a caseload, in a directory of its own."""

    def __init__(self, place: Path, people: int, entries: int = 240) -> None:
        self.home = place
        vault, _ = Vault.create(
            place, "words", cost=Cost.least(), summarise=summarise, now=lambda: START
        )
        for number in range(people):
            vault.add(f"P-{number}", *history(entries)).close()
        vault.close()

    def open(self) -> Vault:
        return Vault.open(self.home, "words", summarise=summarise, now=lambda: START)

    def ready(self) -> float:
        """The index and one person, as the People screen and the brief need them.

        The key derivation is left out: what that costs is a setting.
        """
        unlocked = unlocking.unlock(Paths(self.home), "words", lambda: START)
        began = time.perf_counter()
        vault = Vault(unlocked, summarise, lambda: START)
        assert vault.cards()
        assert vault.person("P-7").entries()
        took = time.perf_counter() - began
        vault._guard.broken = True  # closing writes nothing: it is not part of being ready
        vault.close()
        return took


def timed(action: Action) -> float:
    """How long it takes, in seconds, by its own account where it gives one."""
    began = time.perf_counter()
    own = action()
    return own if isinstance(own, float) else time.perf_counter() - began


class Rounds:
    """Rounds of some actions, interleaved in shuffled order; what each took within each round.

    `slow`: a round in which `unit` takes longer is repeated, up to three times as many in all.
    """

    def __init__(
        self,
        unit: str,
        actions: dict[str, Action],
        rounds: int,
        each: int,
        slow: float | None = None,
    ) -> None:
        self._rounds: list[dict[str, float]] = []
        self._wanted = rounds
        order = list(actions) * each
        for _ in range(rounds * 3):
            random.shuffle(order)
            spent: dict[str, list[float]] = {name: [] for name in actions}
            for name in order:
                spent[name].append(timed(actions[name]))
            middle = {name: statistics.median(times) for name, times in spent.items()}
            if slow is None or middle[unit] <= slow:
                self._rounds.append(middle)
            if len(self._rounds) == rounds:
                return

    def ratio(self, name: str, over: str) -> float | None:
        """The median over rounds of the ratio within a round; None when too many were slow."""
        if len(self._rounds) < self._wanted:
            return None
        return statistics.median(one[name] / one[over] for one in self._rounds)


class Raw:
    """A write and an fsync of so many bytes, at the end of a file."""

    def __init__(self, place: Path, size: int) -> None:
        self._data = os.urandom(size)
        self._descriptor = os.open(place / "raw", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)

    def save(self) -> None:
        os.write(self._descriptor, self._data)
        os.fsync(self._descriptor)


class SQLite:
    """An insert of so many bytes, with a write-ahead log and synchronous FULL.

    The table holds `rows` already, and is opened again after they went in, as for a session: its
    log begins empty, and checkpoints come as SQLite makes them by itself. `seasoned`: the log has
    been through its first checkpoint, which is after a thousand inserts or so; from then on it is
    overwritten in place, and an insert costs SQLite about a third less.
    """

    def __init__(self, path: Path, size: int, rows: int, *, seasoned: bool = False) -> None:
        self._data = os.urandom(size)
        self._open(path)
        self._db.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, row BLOB)")
        self._db.execute("BEGIN")
        for _ in range(rows):
            self.save()
        self._db.execute("COMMIT")
        self._db.close()
        self._open(path)
        for _ in range(1_500 if seasoned else 0):
            self.save()

    def _open(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")

    def save(self) -> None:
        self._db.execute("INSERT INTO rows (row) VALUES (?)", (self._data,))


def frame_size(vault: Vault, home: Path) -> int:
    """How many bytes one save adds, without the room that is made for the next ones."""
    sizes = []
    for _ in range(2):
        person = vault.person("P-0")
        person.append(entry(0))
        person.close()
        sizes.append((home / "p" / f"{person.id}.sealed").stat().st_size)
    return sizes[1] - sizes[0]


def saves(root: Path) -> Iterator[Line]:
    """A save over raw and over SQLite, however long the history; and stock TinyDB beside it."""
    site = Site(root / "one", 1, 0)
    vault = site.open()
    size = frame_size(vault, site.home)
    person = vault.person("P-0")
    stock = tinydb.TinyDB(root / "stock.json")
    stock.insert_multiple({"text": one.text} for one in history(1_000))
    yield "bytes-of-a-save", size, "for comparison"
    made = entry(1)
    for count in (1_000, 10_000, 100_000):
        person.append(*history(count - len(person.entries())))
        sqlite = SQLite(root / f"{count}.sqlite", size, count)
        seasoned = SQLite(root / f"{count}-seasoned.sqlite", size, count, seasoned=True)
        actions: dict[str, Action] = {
            "raw": Raw(root, size).save,
            "ours": lambda: person.append(made),
            "sqlite": sqlite.save,
            "seasoned": seasoned.save,
        }
        found = Rounds("raw", actions, ROUNDS, SAVES, SLOW)
        yield f"save-over-raw-at-{count}", found.ratio("ours", "raw"), "<= 1.5"
        yield f"save-over-sqlite-at-{count}", found.ratio("ours", "sqlite"), "<= 1.0"
        over = found.ratio("ours", "seasoned")
        yield f"save-over-seasoned-sqlite-at-{count}", over, "for comparison"
    vault.close()
    actions = {"raw": Raw(root, size).save, "stock": lambda: stock.insert({"text": made.text})}
    over = Rounds("raw", actions, ROUNDS, SAVES, SLOW).ratio("stock", "raw")
    yield "stock-tinydb-save-over-raw-at-1000", over, "for comparison"


def stock_file(path: Path, people: int) -> None:
    """The same data in one file of stock TinyDB."""
    stock = tinydb.TinyDB(path)
    rows: list[dict[str, object]] = [msgspec.to_builtins(one) for one in history(240)]
    stock.insert_multiple({"reference": f"P-{n}", **row} for n in range(people) for row in rows)
    stock.close()


def stock_ready(path: Path) -> None:
    """One person's entries, out of all of them."""
    stock = tinydb.TinyDB(path)
    assert stock.search(tinydb.where("reference") == "P-7")
    stock.close()


def caseloads(root: Path, people: int, least: float, rounds: int) -> Iterator[Line]:
    """Saves, opening one person, and being ready, with many people over 60."""
    few, many = Site(root / f"few{people}", 60), Site(root / f"many{people}", people)
    first, second = few.open(), many.open()
    raw = Raw(root, frame_size(first, few.home))
    one, other, made = first.person("P-7"), second.person("P-7"), entry(1)
    saving: dict[str, Action] = {
        "raw": raw.save,
        "few": lambda: one.append(made),
        "many": lambda: other.append(made),
    }
    found = Rounds("raw", saving, ROUNDS, SAVES, SLOW)
    yield f"save-at-{people}-people-over-60", found.ratio("many", "few"), "<= 1.2"

    def open_one(vault: Vault) -> None:
        person = vault.person("P-9")
        person.entries()
        person.close()

    opening: dict[str, Action] = {"few": lambda: open_one(first), "many": lambda: open_one(second)}
    found = Rounds("few", opening, ROUNDS, SAVES)
    yield f"open-one-at-{people}-people-over-60", found.ratio("many", "few"), "<= 1.5"
    first.close()
    second.close()
    stock = root / f"stock{people}.json"
    stock_file(stock, people)
    being_ready: dict[str, Action] = {"ours": many.ready, "stock": lambda: stock_ready(stock)}
    found = Rounds("stock", being_ready, rounds, 1)
    over = found.ratio("ours", "stock")
    yield f"ready-with-{people}-over-stock-tinydb", over, f"<= {least}"
    found = Rounds("few", {"few": few.ready, "many": many.ready}, ROUNDS, 1)
    yield f"ready-with-{people}-over-60", found.ratio("many", "few"), "for comparison"


def kept(value: float | None, gate: str) -> bool:
    """Whether a value is within its gate; what could not be measured is not past it."""
    return value is None or not gate.startswith("<=") or value <= float(gate.removeprefix("<="))


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--large", action="store_true", help="with 10,000 people as well")
    options.add_argument("--part", choices=("saves", "1000", "10000"), help="this one alone")
    chosen = options.parse_args()
    past = 0
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        root = Path(place)
        parts = {
            "saves": saves(root),
            "1000": caseloads(root, 1_000, 1 / 100, 5),
            "10000": caseloads(root, 10_000, 1 / 200, 1),
        }
        if chosen.part:
            parts = {chosen.part: parts[chosen.part]}
        elif not chosen.large:
            del parts["10000"]
        for some in parts.values():
            for name, value, gate in some:
                shown = "not-measurable-on-this-disk" if value is None else f"{value:.4g}"
                sys.stdout.write(f"{name} {shown} {gate}\n")
                sys.stdout.flush()
                past += not kept(value, gate)
    return 1 if past else 0


if __name__ == "__main__":
    raise SystemExit(main())
