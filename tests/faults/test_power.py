"""K1, K4 and K9 on a recorded disk: every instant of every step, killed or without power."""

import os
from pathlib import Path
from unittest import mock

import pytest

from srt_tui.store import files, migrate
from srt_tui.store.table import Change, SealedStorage
from tests.faults import kit
from tests.faults.scenario import Steps

KILLED = 1.0
NOTHING_ARRIVED = 0.0


def a_day(steps: Steps) -> None:
    steps.create()
    steps.add()
    steps.session()
    steps.custody()


@pytest.mark.parametrize("arrives", [NOTHING_ARRIVED, 0.3, 0.7, KILLED])
def test_at_every_instant_of_a_day_the_store_opens_with_what_was_acknowledged(
    memory: Path, arrives: float
) -> None:
    report = kit.cut(kit.record(memory / "played", a_day), memory, [arrives])
    assert report.unreadable == []
    assert report.lost == []
    assert report.trials > 200


def forget(*_: object) -> None:
    """A sync that does nothing, as under `eatmydata`."""


def in_place(path: Path, data: bytes, *, sync_parent: bool = True) -> None:
    """A replacement that writes over what is there."""
    with files.opened(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC) as descriptor:
        files.write_at(descriptor, data, 0)
        files.sync(descriptor)
    if sync_parent:
        files.sync_dir(path.parent)


def unsynced_replace(path: Path, data: bytes, *, sync_parent: bool = True) -> None:
    """A replacement whose bytes may come after its name."""
    with mock.patch.object(files, "sync", forget):
        REPLACE(path, data, sync_parent=sync_parent)


def memory_first(self: SealedStorage, change: Change) -> None:
    """A save that is acknowledged and never written."""
    change.apply(self._tables, self.last)


REPLACE = files.replace
MUTANTS: dict[str, list[tuple[object, str, object]]] = {
    "no fsync of files": [(files, "sync", forget)],
    "no fsync of directories": [(files, "sync_dir", forget)],
    "no fsync at all (eatmydata)": [(files, "sync", forget), (files, "sync_dir", forget)],
    "written in place": [(files, "replace", in_place)],
    "renamed before it is synced": [(files, "replace", unsynced_replace)],
    "acknowledged before it is written": [(SealedStorage, "append", memory_first)],
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_store_that_skips_a_step_is_found_out(
    memory: Path, mutant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        for target, name, instead in MUTANTS[mutant]:
            patch.setattr(target, name, instead)
        ops = kit.record(memory / "played", a_day)
    arrives = KILLED if mutant == "written in place" else NOTHING_ARRIVED
    report = kit.cut(ops, memory, [arrives], until_red=True)
    assert report.lost or report.unreadable


def newer_kind_of_words(tables: migrate.Tables) -> migrate.Tables:
    """A pretended step to schema 2: a field of his words is called otherwise."""
    entries = {
        seq: {("said" if name == "text" else name): value for name, value in row.items()}
        for seq, row in tables["entries"].items()
    }
    return {**tables, "entries": entries}


def back_again(tables: migrate.Tables) -> migrate.Tables:
    """A pretended step to schema 3, so that today's records can be read after both."""
    entries = {
        seq: {("text" if name == "said" else name): value for name, value in row.items()}
        for seq, row in tables["entries"].items()
    }
    return {**tables, "entries": entries}


def test_a_migration_cut_off_at_any_instant_is_whole_before_or_whole_after(
    memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def brought_up(steps: Steps) -> None:
        steps.create()
        steps.add()
        assert steps.vault
        steps.vault.close()
        steps.vault = None
        with monkeypatch.context() as newer:
            newer.setattr(migrate, "STEPS", (newer_kind_of_words, back_again))
            steps.open()
            assert steps.vault
            steps.vault.close()

    ops = kit.record(memory / "played", brought_up)
    monkeypatch.setattr(migrate, "STEPS", (newer_kind_of_words, back_again))
    for arrives in (NOTHING_ARRIVED, 0.5, KILLED):
        report = kit.cut(ops, memory, [arrives])
        assert report.unreadable == []
        assert report.lost == []
    data = [path.read_bytes() for path in (memory / "played" / "home" / "p").iterdir()]
    assert len(data) == 2
    assert all(b'"schema":3' in file for file in data)
