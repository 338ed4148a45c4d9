"""K1 and K4 under what is done to many at once: an import, a backup, a restore."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.store import Cost, Vault
from tests.faults import scenario
from tests.faults.shadow import Disk, Recorder

EVERYBODY = [f"JD-0{number}" for number in range(4)]
SECRET = scenario.SECRETS[0]
Play = Callable[[Path, Recorder], None]


def made(home: Path, people: list[str]) -> Vault:
    vault, _ = Vault.create(
        home, SECRET, cost=Cost.least(), summarise=scenario.summarise, now=scenario.now
    )
    for reference in people:
        vault.add(reference, scenario.words(reference), scenario.words("more"))
    return vault


def cut(root: Path, play: Play, arrives: float) -> Iterator[tuple[str, Path]]:
    """What may be on the disk after each call behind the mark."""
    recorder = Recorder(root / "played")
    with recorder.on():
        play(root / "played", recorder)
    disk, chance, begun = Disk(root / "played"), random.Random(7), False  # noqa: S311 - repeatable
    for count, op in enumerate(recorder.ops):
        disk.take(op)
        begun = begun or op.name == "begin"
        if begun:
            place = root / "cut"
            place.mkdir()
            disk.make(place, chance, arrives)
            yield f"call {count} ({op.name})", place
            shutil.rmtree(place)


@pytest.fixture(name="case", scope="module")
def _case(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    vault = made(tmp_path_factory.mktemp("case") / "home", EVERYBODY)
    case = vault.export(EVERYBODY)
    vault.close()
    return case


@pytest.mark.parametrize("arrives", [0.0, 0.5, 1.0])
def test_an_import_is_whole_or_absent_person_by_person_and_can_be_repeated(
    memory: Path, case: bytes, arrives: float
) -> None:
    def play(place: Path, recorder: Recorder) -> None:
        vault = made(place / "home", [])
        recorder.mark("begin", None)
        vault.import_case(case)
        recorder.mark("done", None)
        vault.close()

    partly = 0
    for where, place in cut(memory, play, arrives):
        vault = scenario.opened(place / "home")
        here = sorted(vault.cards())
        assert here == EVERYBODY[: len(here)], where
        if 0 < len(here) < len(EVERYBODY):
            partly += 1
            assert {notice.kind for notice in vault.notices} == {"import"}, where
        imported = vault.import_case(case)
        assert sorted(imported.added + imported.here) == EVERYBODY, where
        assert vault.export(EVERYBODY) == case, where
        vault.close()
    assert partly


def killed(root: Path, act: Callable[[], object]) -> Iterator[Path]:
    """What is on the disk when a process is killed after any of its calls in this act."""
    states: list[Path] = []

    def seen(real: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **named: object) -> object:
            done = real(*words, **named)
            states.append(root.with_name(f"state-{len(states)}"))
            with mock.patch.multiple(os, **real_calls):
                shutil.copytree(root, states[-1])
            return done

        return call

    real_calls: dict[str, Any] = {
        name: getattr(os, name) for name in ("replace", "mkdir", "rmdir", "pwrite")
    }
    watched: dict[str, Any] = {name: seen(real) for name, real in real_calls.items()}
    with mock.patch.multiple(os, **watched):
        act()
    yield from states


def test_a_backup_that_was_killed_is_never_taken_for_a_whole_one(memory: Path) -> None:
    place = memory / "place"
    vault = made(place / "home", EVERYBODY)
    (place / "stick").mkdir()
    restored = refused = 0
    for state in killed(place, lambda: vault.backup(place / "stick")):
        for backup in (state / "stick").glob("*"):
            try:
                Vault.restore(backup, state / "new", SECRET, now=scenario.now)
            except SrtError:
                refused += 1
                continue
            again = scenario.opened(state / "new")
            assert sorted(again.cards()) == EVERYBODY
            assert again.notices == ()
            again.close()
            restored += 1
    vault.close()
    assert restored
    assert refused > 10


def test_a_restore_that_was_killed_leaves_the_old_or_the_new_or_says_so(memory: Path) -> None:
    place = memory / "place"
    vault = made(place / "home", EVERYBODY[:1])
    backup = vault.backup(place).path
    vault.add("MK-12", scenario.words("since"))
    vault.close()

    def restore() -> None:
        Vault.restore(backup, place / "home", SECRET, now=scenario.now, put_aside=True)

    told = set()
    for state in killed(place, restore):
        assert Vault.exists(state / "home")
        try:
            again = scenario.opened(state / "home")
        except SrtError as refused:
            told.add(refused.message)
            Vault.restore(state / backup.name, state / "home", SECRET, now=scenario.now)
            again = scenario.opened(state / "home")
        assert sorted(again.cards()) in (EVERYBODY[:1], [*EVERYBODY[:1], "MK-12"])
        again.close()
    assert told == {"A restore was cut off, so there is no store here."}
