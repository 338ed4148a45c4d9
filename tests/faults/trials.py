"""K1 to K10, each as one trial of our store: a few faults of its kind, and what came of them.

`run.py` and the ordinary tests make each trial twice: as it is, and on every mutant of it in
`mutants.py`. As it is it must report nothing; on a mutant it must report something, for a trial
that no mutant fails tests nothing.
"""

import itertools
import json
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from unittest import mock

from srt_tui import private_files
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import Cost, Vault, lock, migrate
from srt_tui.store.container import read_header
from tests.faults import kit, scenario, traced
from tests.faults.kit import Report
from tests.faults.scenario import State, Steps, opened, words
from tests.support.canaries import alive, canary, clear
from tests.support.parts import unmeasured

WORKER = Path(__file__).with_name("worker.py")
FIXTURES = Path(__file__).parents[1] / "store" / "fixtures"
TEXTS = [f"{name} " + name[0] * 150 for name in ("one", "two", "three", "four")]
Trial = Callable[[Path], Report]


def a_day(steps: Steps) -> None:
    """From an empty directory to the end of the day."""
    steps.create()
    steps.add()
    steps.session()
    steps.custody()


def killed(root: Path) -> Report:
    """K1: a kill after every call of a day."""
    return kit.cut(kit.record(root / "played", a_day), root, [1.0], until_red=True)


def failed(root: Path) -> Report:
    """K2: an error at each write and sync of a few saves, as the system gives it."""
    bench, report = traced.Bench(root, "few"), Report()
    for fault in traced.errors(bench.counts()):
        if fault.call not in {"pwrite64", "fdatasync"}:
            continue
        traced.try_out(bench, fault, report)
        bench.tidy()
        if report.lost or report.unreadable:
            break
    return report


def start(home: Path, mode: str) -> "subprocess.Popen[bytes]":
    """A worker that says what it saves."""
    return subprocess.Popen(
        [sys.executable, "-B", str(WORKER), str(home), mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=unmeasured(),
    )


def end(worker: "subprocess.Popen[bytes]") -> list[tuple[str, State]]:
    """Kill the worker, and give what it said that nobody has read yet."""
    worker.kill()
    assert worker.stdout
    assert worker.stdin
    said = worker.stdout.read()
    worker.wait()
    worker.stdout.close()
    worker.stdin.close()
    return [tuple(json.loads(line)) for line in said.splitlines()]


def died(root: Path) -> Report:
    """K3: `kill -9` at random instants."""
    chance = random.Random(3)  # noqa: S311 - repeatable, not secret
    home, report = root / "home", Report()
    state = scenario.prepare(home)
    for death in range(6):
        worker = start(home, "saves")
        assert worker.stdout
        heard = [worker.stdout.readline() for _ in range(2 + chance.randrange(120))]
        allowed = [state]
        for name, announced in [*(tuple(json.loads(line)) for line in heard), *end(worker)]:
            state = announced if name == "ack" else state
            allowed = [state, announced]
        report.check(home, allowed, f"death {death}")
        vault = opened(home)
        state = scenario.read(vault)
        vault.close()
    report.lost += sorted(report.said - kit.QUIET)
    return report


def without_power(root: Path) -> Report:
    """K4: the power cut after every call of a day, with nothing unsafe on the disk."""
    return kit.cut(kit.record(root / "played", a_day), root, [0.0], until_red=True)


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes: a write in the middle of that is cut short."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)


def full(root: Path) -> Report:
    """K5: a file-size limit met in a save, a draft and a new file; then there is room again."""
    home, report = root / "home", Report()
    scenario.prepare(home)
    for more in (1, 100, 250):
        vault = opened(home)
        person, before = vault.person("JD-07"), scenario.read(vault)
        rows = json.dumps(person.state.tables)
        size = (home / "p" / f"{person.id}.sealed").stat().st_size
        with no_file_beyond(size + more):
            for act in (
                lambda person=person: person.append(words("no room")),
                lambda person=person: person.save_draft(b"x" * 10_000),
                lambda vault=vault: vault.add("NB-03", *(words("x" * 9000) for _ in range(9))),
            ):
                _refused(report, act, "the disk is full")
            if scenario.read(vault) != before or json.dumps(person.state.tables) != rows:
                report.lost.append(f"{more} bytes of room: memory is not what was acknowledged")
        try:
            person.append(words(f"room again {more}"))
            person.save_draft(b"and typed")
        except SrtError as error:
            report.lost.append(f"{more} bytes of room: did not go on: {error}")
        state = scenario.read(vault)
        vault.close()
        report.check(home, [state], f"{more} bytes of room")
        report.lost += sorted(report.said)
    return report


def _refused(report: Report, act: Callable[[], object], because: str) -> None:
    try:
        act()
    except SrtError as error:
        if because in str(error):
            return
    report.lost.append(f"not refused with “{because}”")


def shared(root: Path) -> Report:
    """K6: a second process, the death of the first, and two that write without any lock."""
    home, report = root / "home", Report(trials=3)
    scenario.prepare(home)
    worker = start(home, "hold")
    assert worker.stdout
    until = iter(worker.stdout.readline, b"")
    if not any(b"ack" in line for line in until):
        report.unreadable.append("the first process cannot open the store")
        return report
    try:
        opened(home).close()
        report.lost.append("a second process may write")
    except SrtError as error:
        if error.exit_code is not Exit.LOCKED or f"process {worker.pid}" not in str(error):
            report.lost.append("the second process does not hear who has the store")
    end(worker)
    try:
        opened(home).close()
    except SrtError as error:
        report.unreadable.append(f"after the first process was killed: {error}")
        return report
    with mock.patch.object(lock, "_take"):
        first, second = opened(home), opened(home)
        second.person("JD-07").entries()
        first.person("JD-07").append(words("mine"))
        _refused(
            report, lambda: second.person("JD-07").append(words("no")), "changed by another program"
        )
        first.close()
        second.close()
        people = {"JD-07": ["one", "two", "mine"], "MK-12": ["his own"]}
        report.check(home, [{"people": people, "drafts": {}}], "two writers")
    return report


class Harmed:
    """A closed store of one person with four saves and no dated copies; his file, to be harmed."""

    def __init__(self, root: Path) -> None:
        self.home = root / "home"
        vault, _ = Vault.create(
            self.home,
            scenario.SECRETS[0],
            cost=Cost.least(),
            summarise=scenario.summarise,
            now=scenario.now,
        )
        person = vault.add("JD-07")
        for text in TEXTS:
            person.append(words(text))
        vault.close()
        shutil.rmtree(self.home / "backup")
        (self.path,) = (self.home / "p").glob("*.sealed")
        self.data = self.path.read_bytes()
        _, at = read_header(self.data)
        self.ends = [at]
        while at < len(self.data):
            at += 8 + int.from_bytes(self.data[at : at + 4], "little")
            self.ends.append(at)

    def look(self, report: Report, data: bytes, where: str, *, whole: bool = False) -> None:
        """Read his file as `data`: never wrong, in order, each once, and what is amiss is said."""
        self.path.write_bytes(data)
        report.trials += 1
        vault = Vault.open(
            self.home,
            scenario.SECRETS[0],
            summarise=scenario.summarise,
            now=scenario.now,
            read_only=True,
        )
        try:
            found = scenario.read(vault)["people"].get("JD-07", [])
        except SrtError:
            found = []
        if found != [text for text in TEXTS if text in found] or (whole and found != TEXTS):
            report.lost.append(f"{where}: wrong data")
        if not vault.notices:
            report.lost.append(f"{where}: nothing is said")
        vault.close()


def flipped(root: Path) -> Report:
    """K7: a bit flipped, or the file cut, at places all over it."""
    harmed, report = Harmed(root), Report()
    data = harmed.data
    for at in range(0, len(data), 61):
        flip = data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :]
        harmed.look(report, flip, f"bit flipped at {at}")
    for at in (*range(0, len(data), 131), *harmed.ends[:-1]):
        harmed.look(report, data[:at], f"cut at {at}")
    return report


ORDERS = ([0, 1, 1, 2, 3, 4], [0, 2, 1, 3, 4], [0, 1, 3, 4], [0, 4])


def exchanged(root: Path) -> Report:
    """K8: an older copy put back, two files swapped, frames doubled, reordered and removed."""
    harmed, report = Harmed(root), Report()
    ends, data = harmed.ends, harmed.data
    pieces = [data[a:b] for a, b in itertools.pairwise(ends)]
    for order in ORDERS:
        moved = data[: ends[0]] + b"".join(pieces[at] for at in order)
        harmed.look(report, moved, f"frames {order}", whole=len(order) > len(pieces))
    harmed.look(report, data[: ends[3]], "an older copy")
    home = root / "two"
    expected = scenario.prepare(home)
    shutil.rmtree(home / "backup")
    one, other = sorted((home / "p").glob("*.sealed"))
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    before = len(report.lost)
    report.check(home, [expected], "two files swapped")
    if len(report.lost) == before and "swapped" not in report.said:
        report.lost.append("two files swapped: nothing is said")
    return report


def otherwise_named(tables: migrate.Tables) -> migrate.Tables:
    """A pretended step: a field of his words is called otherwise."""
    return _renamed(tables, "text", "said")


def back_again(tables: migrate.Tables) -> migrate.Tables:
    """A pretended step back, so that today's records can be read after both."""
    return _renamed(tables, "said", "text")


def _renamed(tables: migrate.Tables, old: str, new: str) -> migrate.Tables:
    entries = {
        seq: {(new if name == old else name): value for name, value in row.items()}
        for seq, row in tables["entries"].items()
    }
    return {**tables, "entries": entries}


NEXT = (otherwise_named, back_again)


def brought_up(root: Path) -> Report:
    """K9: the fixture of every schema so far brought up, cut at every call; and a newer file.

    The steps are the real ones there are, and two pretended ones behind them, so that there is
    something to do for the fixture of today's schema too.
    """
    report = Report()
    for fixture in sorted(FIXTURES.iterdir()):
        place = root / fixture.name
        place.mkdir()
        with mock.patch.object(migrate, "STEPS", (*migrate.STEPS, *NEXT)):
            ops = kit.record(place / "played", partial(_bring_up, fixture))
            for arrives in (0.0, 0.5, 1.0):
                found = kit.cut(ops, place, [arrives], until_red=True)
                report.trials += found.trials
                report.lost += found.lost
                report.unreadable += found.unreadable
                quiet = kit.QUIET | ({"log"} if 0 < arrives < 1 else set())
                report.lost += [f"{arrives}: it is said: {kind}" for kind in found.said - quiet]
            after = list((place / "played" / "home" / "p").glob("*.sealed"))
        schema = f'"schema":{migrate.schema() + len(NEXT)}'.encode()
        if not all(schema in path.read_bytes() for path in after):
            report.lost.append(f"{fixture.name}: not brought up")
        _refuse_newer(place / "played" / "home", report)
    return report


def _bring_up(fixture: Path, steps: Steps) -> None:
    """Lay the fixture there, safely; then open it, which brings every file up, and close it."""
    for path in sorted(fixture.rglob("*")):
        place = steps.home / path.relative_to(fixture)
        if path.is_dir():
            private_files.make_private(place)
        else:
            private_files.replace(place, path.read_bytes())
    steps.state = _as_found(fixture)
    steps.say("begin", steps.state)
    steps.open()


def _as_found(fixture: Path) -> State:
    """What a fixture holds, read from a copy: that it is read is noted there."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(fixture, place, dirs_exist_ok=True)
        vault = Vault.open(
            Path(place),
            scenario.SECRETS[-1],
            summarise=scenario.summarise,
            now=scenario.now,
            read_only=True,
        )
        try:
            return scenario.read(vault)
        finally:
            vault.close()


def _refuse_newer(home: Path, report: Report) -> None:
    """The store that was just brought up, as the program of before finds it."""
    report.trials += 1
    before = _contents(home)
    _refused(report, lambda: opened(home).close(), "newer version")
    if _contents(home) != before:
        report.lost.append("a newer store was changed")


def _contents(home: Path) -> dict[Path, bytes]:
    """Every file there is, but who holds the lock."""
    paths = (path for path in home.rglob("*") if path.is_file() and path.name != "vault.lock")
    return {path: path.read_bytes() for path in paths}


def told(root: Path) -> Report:
    """K10: canary words through a session, then on the disk and, after locking, in memory.

    The running program, its titles, `/proc`, logs and temporary folders: `tests/walk`.
    """
    home, report = root / "home", Report(trials=3)
    vault, _ = Vault.create(
        home,
        scenario.SECRETS[0],
        cost=Cost.least(),
        summarise=scenario.summarise,
        now=scenario.now,
    )
    person = vault.add("QX-77", words(canary("first")))
    person.append(words(canary("second")), words(canary("third")))
    person.take_out(3)
    person.save_draft(canary("draft").encode())
    person.compact()
    person.entries()
    try:
        vault.backup(root)
    except SrtError as error:
        report.unreadable.append(f"backup: {error}")
    for when in ("open", "locked"):
        for path in root.rglob("*"):
            found = clear(str(path).encode() + (path.read_bytes() if path.is_file() else b""))
            report.lost += [f"{when}: {word} in {path.parent.name}/" for word in set(found)]
        vault.close()
    report.lost += [f"after locking, in a {where.split(':')[0]}" for where in alive(canary(""))]
    assert person.id
    return report


TRIALS: dict[str, Trial] = {
    "K1": killed,
    "K2": failed,
    "K3": died,
    "K4": without_power,
    "K5": full,
    "K6": shared,
    "K7": flipped,
    "K8": exchanged,
    "K9": brought_up,
    "K10": told,
}
