"""What the store costs, as ratios within one run: lines of `name value gate`.

    python tests/bench/bench_store.py           a minute or two
    python tests/bench/bench_store.py --large   10,000 people as well; ten minutes and 3 GB

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
from srt_tui.store import Cost, PersonFile, Vault, unlocking
from srt_tui.store.home import Home

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
        unlocked = unlocking.unlock(Home(self.home), "words", lambda: START)
        began = time.perf_counter()
        vault = Vault(unlocked, summarise, lambda: START)
        assert vault.cards()
        assert vault.person("P-7").entries()
        took = time.perf_counter() - began
        vault._gate.broken = True  # closing writes nothing: it is not part of being ready
        vault.close()
        return took


def timed(action: Action) -> float:
    """How long it takes, in seconds, by its own account where it gives one."""
    began = time.perf_counter()
    own = action()
    return own if isinstance(own, float) else time.perf_counter() - began


def ratios(
    over: str, actions: dict[str, Action], rounds: int, each: int, slow: float | None = None
) -> dict[str, float | None]:
    """The median over rounds of each action's time over that of `over` within the round.

    `slow`: rounds in which `over` takes longer are repeated; None when there are too many.
    """
    found: dict[str, list[float]] = {name: [] for name in actions}
    order = list(actions) * each
    for _ in range(rounds * 3):
        random.shuffle(order)
        spent: dict[str, list[float]] = {name: [] for name in actions}
        for name in order:
            spent[name].append(timed(actions[name]))
        middle = {name: statistics.median(times) for name, times in spent.items()}
        if slow is None or middle[over] <= slow:
            for name, value in middle.items():
                found[name].append(value / middle[over])
        if len(found[over]) == rounds:
            return {name: statistics.median(values) for name, values in found.items()}
    return dict.fromkeys(actions)


class Raw:
    """A write and an fsync of so many bytes, at the end of a file."""

    def __init__(self, place: Path, size: int) -> None:
        self._data = os.urandom(size)
        self._descriptor = os.open(place / "raw", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)

    def save(self) -> None:
        os.write(self._descriptor, self._data)
        os.fsync(self._descriptor)


class SQLite:
    """An insert of so many bytes, with a write-ahead log and synchronous FULL."""

    def __init__(self, place: Path, size: int) -> None:
        self._data = os.urandom(size)
        self._db = sqlite3.connect(place / "rows.sqlite", isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, row BLOB)")

    def save(self) -> None:
        self._db.execute("INSERT INTO rows (row) VALUES (?)", (self._data,))


def frame_size(person: PersonFile, home: Path) -> int:
    """How many bytes one save adds."""
    path = home / "p" / f"{person.id}.sealed"
    before = path.stat().st_size
    person.append(entry(0))
    return path.stat().st_size - before


def saves(root: Path) -> Iterator[Line]:
    """A save over raw and over SQLite, however long the history; and stock TinyDB beside it."""
    site = Site(root / "one", 1, 0)
    vault = site.open()
    person = vault.person("P-0")
    size = frame_size(person, site.home)
    stock = tinydb.TinyDB(root / "stock.json")
    stock.insert_multiple({"text": one.text} for one in history(1_000))
    actions: dict[str, Action] = {
        "raw": Raw(root, size).save,
        "ours": lambda: person.append(entry(1)),
        "SQLite": SQLite(root, size).save,
        "stock": lambda: stock.insert({"text": entry(1).text}),
    }
    for count in (1_000, 10_000, 100_000):
        person.append(*history(count - len(person.entries())))
        found = ratios("raw", actions, ROUNDS, SAVES, SLOW)
        ours, sqlite = found["ours"], found["SQLite"]
        yield f"save-over-raw-at-{count}", ours, "<= 1.5"
        yield f"save-over-sqlite-at-{count}", ours / sqlite if ours and sqlite else None, "<= 1.0"
        if "stock" in actions:
            del actions["stock"]
            yield "stock-tinydb-save-over-raw-at-1000", found["stock"], "for comparison"
    vault.close()


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
    one, other = first.person("P-7"), second.person("P-7")
    raw = Raw(root, frame_size(one, few.home))
    saving: dict[str, Action] = {
        "raw": raw.save,
        "few": lambda: one.append(entry(1)),
        "many": lambda: other.append(entry(1)),
    }
    found = ratios("raw", saving, ROUNDS, SAVES, SLOW)
    value = found["many"] / found["few"] if found["many"] and found["few"] else None
    yield f"save-at-{people}-people-over-60", value, "<= 1.2"

    def open_one(vault: Vault) -> None:
        person = vault.person("P-9")
        person.entries()
        person.close()

    opening: dict[str, Action] = {"few": lambda: open_one(first), "many": lambda: open_one(second)}
    found = ratios("few", opening, ROUNDS, SAVES)
    yield f"open-one-at-{people}-people-over-60", found["many"], "<= 1.5"
    first.close()
    second.close()
    stock = root / f"stock{people}.json"
    stock_file(stock, people)
    found = ratios(
        "stock",
        {"ours": many.ready, "stock": lambda: stock_ready(stock)},
        rounds,
        1,
    )
    yield f"ready-with-{people}-over-stock-tinydb", found["ours"], f"<= {least}"
    found = ratios("few", {"few": few.ready, "many": many.ready}, ROUNDS, 1)
    yield f"ready-with-{people}-over-60", found["many"], "for comparison"


def kept(value: float | None, gate: str) -> bool:
    """Whether a value is within its gate; what could not be measured is not past it."""
    return value is None or not gate.startswith("<=") or value <= float(gate.removeprefix("<="))


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--large", action="store_true", help="with 10,000 people as well")
    large = options.parse_args().large
    past = 0
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        root = Path(place)
        lines = [saves(root), caseloads(root, 1_000, 1 / 100, 5)]
        if large:
            lines.append(caseloads(root, 10_000, 1 / 200, 1))
        for some in lines:
            for name, value, gate in some:
                shown = "not-measurable-on-this-disk" if value is None else f"{value:.4g}"
                sys.stdout.write(f"{name} {shown} {gate}\n")
                sys.stdout.flush()
                past += not kept(value, gate)
    return 1 if past else 0


if __name__ == "__main__":
    raise SystemExit(main())
