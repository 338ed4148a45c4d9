"""What it costs to start, to stay and to leave; and commands without a screen."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench import people
from tests.bench.measure import ROUNDS, Line, program, ratio, shuffled, surroundings
from tests.bench.programs import HELLO, LIST, PEOPLE, SCREENS, Figures, leave, live, srt
from tests.support.terminal import Terminal

CHANGES = 500
IDLE = 20
DERIVE = (
    "import time; from srt_tui.store.seal import Cost, stretch; stretch('warm', bytes(16), "
    "Cost.least()); began = time.process_time(); stretch('words', bytes(16), Cost.least()); "
    "print(time.process_time() - began)"
)


def derivation(root: Path) -> float:
    """Seconds of processor that one key derivation of least cost takes, in a process of its own."""
    command = [sys.executable, "-c", DERIVE]
    done = subprocess.run(command, env=surroundings(root), capture_output=True, check=True)
    return float(done.stdout)


def starts(root: Path) -> Iterator[Line]:
    """Start, memory and quit."""
    people.caseload(root / "many", 1_000)
    openings: dict[str, tuple[Callable[[], Terminal], tuple[str, ...]]] = {
        "hello": (lambda: program("hello", root), HELLO),
        "list": (lambda: program("list60", root), LIST),
        "60": (lambda: srt(root / "few"), PEOPLE),
        "1000": (lambda: srt(root / "many"), PEOPLE),
    }
    rounds: list[Figures] = []
    left = 0
    for warm in range(2 * ROUNDS):
        figures = Figures()
        for name in shuffled(list(openings)):
            start, ready = openings[name]
            key = derivation(root) if name.isdigit() else 0.0
            with start() as terminal:
                came = terminal.ready(*ready)
                figures[f"{name}-cpu"].append(came.cpu - key)
                figures[f"{name}-time"].append(came.at - terminal.started)
                terminal.at_rest(0.3)
                figures[f"{name}-memory"].append(terminal.memory())
                figures[f"{name}-quit"].append(leaving(terminal))
                left += len(terminal.modes_left_on()) if name.isdigit() else 0
        rounds += [figures] if warm else []
    yield Line("start-60-over-list-cpu", ratio(rounds, "60-cpu", "list-cpu"), 1.25)
    yield Line("start-60-over-list-time", ratio(rounds, "60-time", "list-time"))
    yield Line("start-60-over-hello-cpu", ratio(rounds, "60-cpu", "hello-cpu"))
    yield Line("start-1000-over-60-cpu", ratio(rounds, "1000-cpu", "60-cpu"), 1.2)
    yield Line("memory-over-hello", ratio(rounds, "60-memory", "hello-memory"), 1.35)
    yield Line("quit-over-hello", ratio(rounds, "60-quit", "hello-quit"), 1.1)
    yield Line("quit-modes-left-on", left, 0)


def leaving(terminal: Terminal) -> float:
    """Seconds from Ctrl+Q to the end of the process."""
    pressed = time.monotonic()
    terminal.press("ctrl+q")
    assert terminal.wait() == 0
    return time.monotonic() - pressed


def idle(root: Path) -> Iterator[Line]:
    """A session running, its clip paused as a storyboard, nobody there."""
    people.in_session(root / "idle")
    with live(root / "idle", people.WATCHING, see="The whole picture") as ours:
        ours.press("enter")
        ours.expect("playing")
        ours.press("space")
        ours.expect("‖ paused")
        ours.at_rest(2)
        cpu, size, began = ours.cpu(), len(ours.written), time.monotonic()
        time.sleep(IDLE)
        took = time.monotonic() - began
        yield Line("idle-cpu-percent", 100 * (ours.cpu() - cpu) / took, 0.5)
        yield Line("idle-bytes-per-second", (len(ours.written) - size) / took, 50)


def memory(root: Path) -> Iterator[Line]:
    """After many changes of the screen."""
    with srt(root / "few") as ours:
        ours.ready(*PEOPLE)
        ours.at_rest(0.5)
        before = ours.memory()
        for number in range(CHANGES // 2):
            key, see = list(SCREENS.values())[number % len(SCREENS)]
            ours.press(key)
            ours.expect(see)
            leave(ours)
        ours.at_rest(0.5)
        yield Line(f"memory-after-{CHANGES}-changes", ours.memory() / before, 1.15)


def commands(root: Path) -> Iterator[Line]:
    """Commands without a screen, over Python that does nothing."""
    made = {
        "pass": ("-c", "pass"),
        "version": ("-m", "srt_tui", "--version"),
        "help": ("-m", "srt_tui", "--help"),
        "brief": ("-m", "srt_tui", "brief", people.reference(3)),
    }
    home = root / "few"
    env = surroundings(home, SRT_PASSPHRASE_FILE=str(people.passphrase_file(home)))
    rounds: list[Figures] = []
    for warm in range(3 * ROUNDS):
        figures = Figures()
        for name in shuffled(list(made)):
            figures[name].append(used(made[name], env))
        figures["brief"][0] -= derivation(root)
        rounds += [figures] if warm else []
    for name, gate in (("version", 3.5), ("help", 3.5), ("brief", 10.0)):
        yield Line(f"{name}-over-python-cpu", ratio(rounds, name, "pass"), gate)
        told = [sys.executable, "-X", "importtime", *made[name]]
        said = subprocess.run(told, env=env, capture_output=True, check=True).stderr
        yield Line(f"{name}-loads-textual", float(b"textual" in said), 0)


def used(arguments: Sequence[str], env: dict[str, str]) -> float:
    """Seconds of processor that a command uses."""
    null = os.open(os.devnull, os.O_RDWR)
    quiet = [(os.POSIX_SPAWN_DUP2, null, 1)]
    pid = os.posix_spawn(sys.executable, [sys.executable, *arguments], env, file_actions=quiet)
    os.close(null)
    _, status, usage = os.wait4(pid, 0)
    assert status == 0, arguments
    return usage.ru_utime + usage.ru_stime
