"""The whole fault campaign, as a table: trials, losses, unreadable stores, for three engines.

    python tests/faults/run.py            a few minutes
    python tests/faults/run.py --short    about half a minute
    python tests/faults/run.py --root     with real power cuts (K4): root and a loop device

A loss is an acknowledged save that is gone or wrong without a word about it; unreadable is a
store that does not open. Behind the table, every trial of K1 to K10 is made again on stores of
ours that skip a step: each must be found out. Exit code 1 when ours has a loss or is unreadable,
or when such a mutant passes.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.faults import kit, mutants, powercut, traced
from tests.faults.engines import ENGINES, read, text
from tests.faults.kit import Report
from tests.faults.trials import TRIALS, a_day

WORKER = Path(__file__).with_name("engine_worker.py")
CLOSER = Path(__file__).with_name("engine_day.py")
SAVES = 4
Row = tuple[str, str, Report]
OURS_ALONE = {
    "K6": "lock heard, freed, missing",
    "K8": "frames and files moved about",
    "K9": "migration cut off; a newer store",
    "K10": "canary words, disk and memory",
}


def look(report: Report, name: str, home: Path, saved: int, where: str) -> None:
    """Open a store after a fault: what was acknowledged is there, or its lack is said."""
    report.trials += 1
    found = read(name, home)
    if isinstance(found, str):
        report.unreadable.append(f"{where}: {found}")
        return
    expected = [text(number) for number in range(max(saved, len(found.texts)))]
    if (found.texts != expected or len(expected) > saved + 1) and not found.said:
        report.lost.append(f"{where}: {len(found.texts)} of {saved}")


class Field:
    """One engine with some saves made, and copies of it to be harmed."""

    def __init__(self, root: Path, name: str) -> None:
        self.root = root
        self.name = name
        self.home = root / "prepared"
        engine = ENGINES[name](self.home)
        for number in range(SAVES):
            engine.save(text(number))
        engine.close()

    def copy(self) -> Path:
        home = self.root / "harmed"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self.home, home)
        return home

    def run(self, home: Path, before: list[str], saves: int = SAVES) -> list[bytes]:
        """The worker's answers to so many saves."""
        command = [*before, sys.executable, "-B", str(WORKER), self.name, str(home), str(saves)]
        return subprocess.run(command, capture_output=True, check=False).stdout.split()

    def traced(self, fault: str, log: Path) -> list[str]:
        calls = ",".join((*traced.CALLS, "pwrite64"))
        inject = ["-e", f"inject={fault}"] if fault else []
        return ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={calls}", *inject]


def at_calls(field: Field, what: Callable[[str], str], short: bool) -> Report:  # noqa: FBT001 - two forms of one campaign
    """A fault at each call of the system that a few saves make."""
    log = field.root / "log"
    field.run(field.copy(), field.traced("", log))
    faults = [
        f"{call}:{effect}:when={when}"
        for call, times in traced.behind_the_mark(log.read_text("utf-8", "replace")).items()
        if (effect := what(call))
        for when in times
    ]
    report = Report()
    for fault in random.Random(1).sample(faults, min(len(faults), 8)) if short else faults:  # noqa: S311 - repeatable
        home = field.copy()
        said = field.run(home, field.traced(fault, log))
        look(report, field.name, home, SAVES + said.count(b"ack"), fault)
    return report


def killed(call: str) -> str:
    return "signal=KILL" if call else ""


def failing(call: str) -> str:
    errors = {"pwrite64": "ENOSPC", **dict(traced.ERRORS)}
    return f"error={errors[call]}" if call in errors and call != "openat" else ""


def deaths(field: Field, count: int) -> Report:
    """K3: `kill -9` at random instants of one growing store."""
    chance = random.Random(2)  # noqa: S311 - repeatable
    report, home, saved = Report(), field.copy(), SAVES
    for death in range(count):
        command = [sys.executable, "-B", str(WORKER), field.name, str(home), "100000"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as worker:
            assert worker.stdout
            heard = [worker.stdout.readline() for _ in range(chance.randrange(1, 60))]
            worker.kill()
            heard += worker.stdout.read().splitlines()
        saved += len(heard)
        look(report, field.name, home, saved, f"death {death}")
        found = read(field.name, home)
        home, saved = (field.copy(), SAVES) if isinstance(found, str) else (home, len(found.texts))
    return report


def filled(field: Field, count: int) -> Report:
    """K5: no file may grow beyond a limit that is met in the middle of a save; then it may."""
    chance = random.Random(5)  # noqa: S311 - repeatable
    report = Report()
    for _ in range(count):
        home = field.copy()
        limit = chance.randrange(5_000, 40_000)
        said = field.run(home, ["prlimit", f"--fsize={limit}"], 200)
        look(report, field.name, home, SAVES + said.count(b"ack"), f"limit {limit}")
    return report


def harmed(field: Field, count: int) -> Report:
    """K7: a byte flipped, or the file cut, at any place."""
    chance = random.Random(3)  # noqa: S311 - repeatable
    report = Report()
    for _ in range(count):
        home = field.copy()
        path = max(_data(home), key=lambda path: path.stat().st_size)
        data = bytearray(path.read_bytes())
        at = chance.randrange(len(data))
        cut = chance.random() < 0.5
        if cut:
            del data[at:]
        else:
            data[at] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        look(report, field.name, home, SAVES, f"{'cut' if cut else 'flip'} at {at}")
    return report


def put_back(field: Field, short: bool) -> Report:  # noqa: FBT001 - two forms of one campaign
    """K8: the data file as it was some saves ago, put back behind the store's back."""
    report = Report()
    for saves in range(1, 3 if short else 20):
        home = field.copy()
        path = max(_data(home), key=lambda path: path.stat().st_size)
        before = path.read_bytes()
        command = [sys.executable, "-B", str(CLOSER), field.name, str(home), str(saves)]
        subprocess.run(command, check=True, capture_output=True)
        path.write_bytes(before)
        look(report, field.name, home, SAVES + saves, f"{saves} saves ago")
    return report


def at_once(field: Field, count: int) -> Report:
    """K6: two processes that save at the same time."""
    report = Report()
    for number in range(count):
        home = field.copy()
        command = [sys.executable, "-B", str(WORKER), field.name, str(home), "40"]
        two = [
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            for _ in range(2)
        ]
        said = b"".join(one.communicate()[0] for one in two)
        report.trials += 1
        found = read(field.name, home)
        if isinstance(found, str):
            report.unreadable.append(f"time {number}: {found}")
        elif len(found.texts) < SAVES + said.count(b"ack"):
            report.lost.append(f"time {number}: {len(found.texts)} kept")
    return report


def _data(home: Path) -> Iterator[Path]:
    folder = home / "p" if (home / "p").exists() else home
    return (path for path in folder.iterdir() if path.is_file())


def recorded(root: Path) -> Report:
    """K1, K4 and K9 on a recorded disk: a whole day, cut at every call in four ways."""
    ops = kit.record(root / "played", a_day)
    return kit.cut(ops, root, [0.0, 0.3, 0.7, 1.0])


def whole_day(root: Path, faults: Callable[[traced.Times], Iterator[traced.Fault]]) -> Report:
    """K1 or K2 over a whole day of ours, at every call."""
    bench, report = traced.Bench(root), Report()
    for fault in faults(bench.counts()):
        traced.try_out(bench, fault, report)
        bench.tidy()
    return report


def campaign(root: Path, *, short: bool, with_root: bool) -> Iterator[Row]:
    """Every row of the table."""
    for name in ENGINES:
        place = root / name.replace(" ", "-")
        place.mkdir()
        field = Field(place, name)
        yield "K1 kill at every call of four saves", name, at_calls(field, killed, short)
        yield "K2 error at every call of four saves", name, at_calls(field, failing, short)
        yield "K3 kill -9 at random", name, deaths(field, 5 if short else 100)
        yield "K5 full disk", name, filled(field, 4 if short else 60)
        yield "K6 two processes at once", name, at_once(field, 2 if short else 20)
        yield "K7 a byte flipped, a file cut", name, harmed(field, 20 if short else 400)
        yield "K8 an older copy put back", name, put_back(field, short)
        if with_root:
            yield "K4 power cut", name, powercut.campaign(place, name, 4 if short else 60)
    yield "K1, K4 a day on a recorded disk", "ours", recorded(root)
    for fault, title in OURS_ALONE.items():
        with fresh(root) as place:
            yield f"{fault} {title}", "ours", TRIALS[fault](place)
    if not short:
        for title, faults in (("K1 kill", traced.kills), ("K2 error", traced.errors)):
            place = root / title.replace(" ", "-")
            place.mkdir()
            yield f"{title} at every call of a day", "ours", whole_day(place, faults)


@contextmanager
def fresh(root: Path) -> Iterator[Path]:
    """A directory of its own, gone at the end."""
    with tempfile.TemporaryDirectory(dir=root) as place:
        yield Path(place)


def mutants_found(root: Path) -> Iterator[str]:
    """A line for each mutant: by how much its trial found it out."""
    yield ""
    yield f"{'mutant':<47}{'trials':>14}{'lost':>6}{'unreadable':>12}"
    for fault, named in mutants.MUTANTS.items():
        for name in named:
            with fresh(root) as place, mutants.at_work(fault, name):
                report = TRIALS[fault](place)
            lost, unreadable = len(report.lost), len(report.unreadable)
            missed = "" if lost + unreadable else "  RED not found out"
            yield f"{fault + ' ' + name:<47}{report.trials:>14}{lost:>6}{unreadable:>12}{missed}"


def table(rows: Iterator[Row]) -> Iterator[str]:
    """The lines of the table, each as soon as it is known; below ours, every fault in words."""
    yield f"{'fault':<40}{'engine':<14}{'trials':>7}{'lost':>6}{'unreadable':>12}"
    for fault, name, report in rows:
        lost, unreadable = len(report.lost), len(report.unreadable)
        yield f"{fault:<40}{name:<14}{report.trials:>7}{lost:>6}{unreadable:>12}"
        if name == "ours":
            yield from ("    RED " + line for line in report.lost + report.unreadable)


def main() -> int:
    """Run the campaign and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--short", action="store_true")
    options.add_argument("--root", action="store_true")
    chosen = options.parse_args()
    shared = Path("/dev/shm")  # noqa: S108 - a private directory is made below it
    memory = shared if shared.is_dir() else None
    red = 0
    with tempfile.TemporaryDirectory(dir=memory, ignore_cleanup_errors=True) as place:
        rows = campaign(Path(place), short=chosen.short, with_root=chosen.root)
        for line in chain(table(rows), mutants_found(Path(place))):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
            red += "RED" in line
    return 1 if red else 0


if __name__ == "__main__":
    raise SystemExit(main())
