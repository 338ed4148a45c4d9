"""The fault campaign's own tools: run a scenario on a recorded disk, cut it anywhere, look."""

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from srt_tui.domain.errors import SrtError
from tests.faults.scenario import State, Steps, look
from tests.faults.shadow import Disk, Op, Recorder

Play = Callable[[Steps], None]
QUIET = {"torn"}  # the one thing that a death may make the store say


@dataclass
class Report:
    """How many faults were made, and what went wrong."""

    trials: int = 0
    lost: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    said: set[str] = field(default_factory=set)

    def check(self, home: Path, allowed: list[State], where: str) -> None:
        """Open the store after a fault: it must hold one of these states."""
        self.trials += 1
        try:
            found = look(home)
        except (SrtError, OSError, AssertionError, LookupError, ValueError) as error:
            self.unreadable.append(f"{where}: {type(error).__name__}: {error}")
            return
        self.said |= found.kinds
        if found.state not in allowed:
            self.lost.append(f"{where}: {found.state} is none of {allowed}")


def record(root: Path, play: Play) -> list[Op]:
    """The calls of a scenario, played in an empty directory."""
    recorder = Recorder(root)
    steps = Steps(root / "home", recorder.mark)
    with recorder.on():
        play(steps)
        if steps.vault:
            steps.vault.close()
    return recorder.ops


def instants(ops: list[Op]) -> Iterator[tuple[int, list[State]]]:
    """Each number of calls after which a fault may come, and what may be found then.

    A mark `begin` means that no fault comes before it: nothing is listed until then.
    """
    acknowledged: State = {"people": {}, "drafts": {}}
    allowed = [acknowledged]
    begun = not any(op.name == "begin" for op in ops)
    for count, op in enumerate(ops, 1):
        if op.name == "begin":
            begun, acknowledged = True, op.note
            allowed = [acknowledged]
        elif op.name == "try":
            allowed = [acknowledged, op.note]
        elif op.name in {"ack", "memory"}:
            acknowledged = op.note
            allowed = [acknowledged]
        yield count, allowed if begun else []


def cut(ops: list[Op], root: Path, arrives: list[float], *, until_red: bool = False) -> Report:
    """Cut the power (or, where all arrives, kill) after each call of a recording."""
    report = Report()
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    disk = Disk(root / "played")
    for (count, allowed), op in zip(instants(ops), ops, strict=True):
        disk.take(op)
        for share in arrives if allowed else ():
            place = root / "cut"
            place.mkdir()
            disk.make(place, chance, share)
            where = f"{share} of what was unsafe arrived, after call {count} ({op.name})"
            report.check(place / "home", allowed, where)
            shutil.rmtree(place)
        if until_red and (report.lost or report.unreadable):
            break
    return report
