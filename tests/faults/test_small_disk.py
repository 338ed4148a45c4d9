"""K3, K5 and K6: deaths at random, a full disk, and a second instance, with real processes."""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import Vault
from tests.faults import scenario
from tests.faults.kit import Report

WORKER = Path(__file__).with_name("worker.py")
DEATHS = 6
ROOM = 200_000


def start(home: Path, mode: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-B", str(WORKER), str(home), mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def end(worker: "subprocess.Popen[bytes]") -> list[tuple[str, scenario.State]]:
    """Kill the worker, and give what it said that nobody has read yet."""
    worker.kill()
    assert worker.stdout
    assert worker.stdin
    said = worker.stdout.read()
    worker.wait()
    worker.stdout.close()
    worker.stdin.close()
    return [tuple(json.loads(line)) for line in said.splitlines()]


def until(worker: "subprocess.Popen[bytes]", count: int) -> list[bytes]:
    """Wait for so many lines of the worker; it has them or it has died."""
    assert worker.stdout
    return [worker.stdout.readline() for _ in range(count)]


def open_here(home: Path) -> Vault:
    return Vault.open(home, scenario.SECRETS[0], summarise=scenario.summarise, now=scenario.now)


def test_deaths_at_random_lose_nothing(memory: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - repeatable, not secret
    home = memory / "home"
    state = scenario.prepare(home)
    report = Report()
    for death in range(DEATHS):
        worker = start(home, "saves")
        heard = until(worker, 2 + chance.randrange(120))
        said = [tuple(json.loads(line)) for line in heard] + end(worker)
        allowed = [state]
        for name, announced in said:
            state = announced if name == "ack" else state
            allowed = [state, announced]
        report.check(home, allowed, f"death {death}")
        state = scenario.read(vault := open_here(home))
        vault.close()
    assert report.trials == DEATHS
    assert report.unreadable == []
    assert report.lost == []
    assert report.said <= {"torn"}


def test_the_second_instance_hears_who_has_the_store_and_gets_it_when_that_one_dies(
    memory: Path,
) -> None:
    home = memory / "home"
    scenario.prepare(home)
    worker = start(home, "hold")
    assert b"ack" in until(worker, 2)[1]
    with pytest.raises(SrtError, match=f"process {worker.pid}") as refused:
        open_here(home)
    assert refused.value.exit_code is Exit.LOCKED
    end(worker)
    open_here(home).close()


def test_even_without_a_lock_nobody_writes_over_what_another_saved(
    memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = memory / "home"
    scenario.prepare(home)
    monkeypatch.setattr("srt_tui.store.lock._take", lambda _: None)
    first, second = open_here(home), open_here(home)
    second.person("JD-07").entries()
    first.person("JD-07").append(scenario.words("mine"))
    with pytest.raises(SrtError, match="changed by another program"):
        second.person("JD-07").append(scenario.words("no, mine"))
    first.close()
    second.close()
    vault = open_here(home)
    found = scenario.read(vault)["people"]["JD-07"]
    vault.close()
    assert found == ["one", "two", "mine"]


def test_a_full_disk_in_the_middle_of_a_session_costs_nothing_and_it_goes_on(
    memory: Path,
) -> None:
    home = memory / "home"
    scenario.prepare(home)
    vault = open_here(home)
    person = vault.person("JD-07")
    before = scenario.read(vault)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = next((home / "p").glob(f"{person.id}.sealed")).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, limits[1]))
    try:
        with pytest.raises(SrtError, match="Not saved: the disk is full"):
            person.append(scenario.words("no room"))
        with pytest.raises(SrtError, match="Not saved: the disk is full"):
            person.save_draft(b"x" * 10_000)
        with pytest.raises(SrtError, match="Not saved: the disk is full"):
            vault.add("NB-03", *(scenario.words("x" * 9000) for _ in range(9)))
        assert scenario.read(vault) == before
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    person.append(scenario.words("room again"))
    person.save_draft(b"and typed")
    vault.add("NB-03").close()
    state = scenario.read(vault)
    assert state["people"]["JD-07"][-1] == "room again"
    assert state["drafts"] == {"JD-07": ["and typed"]}
    vault.close()
    report = Report()
    report.check(home, [state], "room again")
    assert not report.lost + report.unreadable


def test_a_small_disk_that_fills_up_keeps_all_that_was_acknowledged(memory: Path) -> None:
    """On a real file system of its own, where the system lets us mount one."""
    place = memory / "small"
    place.mkdir()
    scenario.prepare(memory / "home")
    script = (
        f"mount -t tmpfs -o size={ROOM} tmpfs {place} && cp -a {memory / 'home'} {place}/home"
        f" && timeout 60 {sys.executable} -B {WORKER} {place}/home saves"
        f" > {memory / 'said'}; cp -a {place}/home {memory / 'after'}"
    )
    unshare = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-Urm"]
    if not shutil.which("unshare"):
        pytest.skip("unshare is missing")
    subprocess.run([*unshare, "sh", "-c", script], check=False, capture_output=True)
    if not (memory / "after").exists():
        pytest.skip("this system lets nobody mount a small disk")
    said = [json.loads(line) for line in (memory / "said").read_bytes().splitlines()]
    full = [state for name, state in said if name == "memory"]
    assert full
    report = Report()
    report.check(memory / "after", [full[-1]], "full")
    assert not report.lost + report.unreadable
