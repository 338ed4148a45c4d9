"""K1 and K2 on the real system: `strace` kills at a call of the system, or makes it fail."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults.kit import Report
from tests.faults.scenario import State, prepare
from tests.support.parts import unmeasured

WORKER = Path(__file__).with_name("worker.py")
CALLS = (
    "write", "pwrite64", "pread64", "fsync", "fdatasync", "rename", "ftruncate", "openat", "unlink",
    "mkdir", "rmdir", "fchmod", "chmod", "lseek",
)  # fmt: skip
ERRORS = (
    ("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("pread64", "EIO"), ("fsync", "EIO"),
    ("fdatasync", "EIO"), ("rename", "EIO"), ("ftruncate", "EIO"), ("openat", "EMFILE"),
    ("unlink", "EIO"), ("mkdir", "ENOSPC"), ("rmdir", "EIO"), ("fchmod", "EPERM"),
    ("chmod", "EPERM"),
)  # fmt: skip


Times = dict[str, list[int]]


class Fault(NamedTuple):
    """A call of the system, which time it is made, and what happens then."""

    call: str
    when: int
    what: str


class Bench:
    """A prepared store, and runs of the worker on fresh copies of it."""

    def __init__(self, root: Path, mode: str = "day") -> None:
        self._root = root
        self._mode = mode
        self._count = 0
        self.begun = prepare(root / "prepared")

    def run(self, fault: Fault | None) -> tuple[Path, list[tuple[str, State]], str]:
        """One run: the store it leaves, what the worker said, and the log of calls."""
        self._count += 1
        home = self._root / f"run{self._count}"
        subprocess.run(["cp", "-a", self._root / "prepared", home], check=True)
        log = self._root / "log"
        command = ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=" + ",".join(CALLS)]
        if fault:
            command += ["-e", f"inject={fault.call}:{fault.what}:when={fault.when}"]
        command += [sys.executable, "-B", str(WORKER), str(home), self._mode]
        command.append(str(self._root / f"warm{self._count}"))
        done = subprocess.run(
            command, capture_output=True, check=False, timeout=120, env=unmeasured()
        )
        said = [tuple(json.loads(line)) for line in done.stdout.splitlines()]
        if b"Traceback" in done.stderr:
            said.append(("traceback", done.stderr.decode()[-2000:]))
        return home, said, log.read_text("utf-8", "replace")

    def counts(self) -> Times:
        """For each call, which times it is made by the store."""
        _, said, log = self.run(None)
        assert said[-1][0] == "ack", said[-1]
        return behind_the_mark(log)

    def tidy(self) -> None:
        """Remove what the last run left."""
        for name in (f"run{self._count}", f"warm{self._count}"):
            shutil.rmtree(self._root / name, ignore_errors=True)


def behind_the_mark(log: str) -> Times:
    """For each call in a log, which times it is made behind the mark, and not to speak to us."""
    seen: Counter[str] = Counter()
    times: Times = {}
    begun = False
    for line in log.splitlines():
        call, _, rest = line.partition(" ")[2].strip().partition("(")
        seen[call] += 1
        begun = begun or '"begin' in rest
        if begun and not (call == "write" and rest.startswith(("1,", "2,"))):
            times.setdefault(call, []).append(seen[call])
    return times


def kills(counts: Times) -> Iterator[Fault]:
    """A kill at every call."""
    for call, times in counts.items():
        yield from (Fault(call, when, "signal=KILL") for when in times)


def errors(counts: Times) -> Iterator[Fault]:
    """An error at every call, each kind where it can happen."""
    for call, error in ERRORS:
        times = counts.get(call, [])
        yield from (Fault(call, when, f"error={error}") for when in times)


def try_out(bench: Bench, fault: Fault, report: Report) -> None:
    """One fault; the store must hold what was acknowledged, or what was being done."""
    home, said, _ = bench.run(fault)
    allowed, acknowledged = [bench.begun], bench.begun
    where = f"{fault.what} at {fault.call} number {fault.when}"
    for name, state in said:
        if name == "traceback":
            report.unreadable.append(f"{where}: {state}")
        elif name == "try":
            allowed = [acknowledged, state]
        elif name == "memory" and state not in allowed:
            report.lost.append(f"{where}: memory holds {state}, none of {allowed}")
        elif name in {"ack", "memory"}:
            acknowledged, allowed = state, [state]
    report.check(home, allowed, where)
