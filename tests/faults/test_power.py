"""K1, K4 and K9 on a recorded disk: every instant of every step, killed or without power."""

import os
from pathlib import Path
from unittest import mock

import pytest

from srt_tui.store import files
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
