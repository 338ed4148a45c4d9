"""What is looked after is noticed: `verify` finds what is gone, older, cut, exchanged or put in."""

import contextlib
import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.store import container

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said

DAY = dt.timedelta(days=1)
Harm = Callable[["Keeper"], str]


def problems(keeper: "Keeper") -> tuple[str, ...]:
    """What `srt verify` says: it opens the store to read only."""
    vault = keeper.open(read_only=True)
    try:
        return vault.verify(lambda *_: None).problems
    finally:
        vault.close()


@pytest.fixture(name="week")
def _week(keeper: "Keeper", said: "Said") -> "Keeper":
    """A closed store of two people: two days of saves, a draft, a month of the log, two copies."""
    vault = keeper.create()
    vault.add("JD-07", said("one"), said("two")).save_draft(b"typing")
    vault.add("MK-12", said("other"))
    vault.close()
    shutil.copytree(keeper.home, keeper.home.with_name("yesterday"))
    keeper.time += DAY
    vault = keeper.open()
    for reference in ("JD-07", "MK-12"):
        vault.person(reference).append(said("three"))
        vault.person(reference).append(said("four"))
    vault.close()
    return keeper


def one(keeper: "Keeper", pattern: str) -> Path:
    return max(keeper.home.glob(pattern))


def cut_at_a_frame(pattern: str) -> Harm:
    def harm(keeper: "Keeper") -> str:
        path = one(keeper, pattern)
        data = path.read_bytes()
        _, at = container.read_header(data)
        ends = []
        while at < len(data):
            at += 8 + int.from_bytes(data[at : at + 4], "little")
            ends.append(at)
        path.write_bytes(data[: ends[-2]])
        return str(path.relative_to(keeper.home))

    return harm


def gone(pattern: str) -> Harm:
    def harm(keeper: "Keeper") -> str:
        path = one(keeper, pattern)
        path.unlink()
        return str(path.relative_to(keeper.home))

    return harm


def as_yesterday(pattern: str) -> Harm:
    def harm(keeper: "Keeper") -> str:
        path = one(keeper, pattern)
        old = keeper.home.with_name("yesterday") / path.relative_to(keeper.home)
        shutil.copy2(old, path)
        return str(path.relative_to(keeper.home))

    return harm


def of_another(pattern: str) -> Harm:
    def harm(keeper: "Keeper") -> str:
        first, second, *_ = sorted(keeper.home.glob(pattern))
        shutil.copy2(first, second)
        return str(second.relative_to(keeper.home))

    return harm


def test_a_whole_store_has_no_problem(week: "Keeper") -> None:
    assert problems(week) == ()
    week.open().close()
    assert problems(week) == ()


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(cut_at_a_frame("p/*.sealed"), id="a file cut at a frame"),
        pytest.param(as_yesterday("p/*.sealed"), id="an older file in its place"),
        pytest.param(gone("p/*.sealed"), id="a deleted file"),
        pytest.param(of_another("p/*.sealed"), id="another's file in its place"),
        pytest.param(cut_at_a_frame("log/*.sealed"), id="the log cut at a line"),
        pytest.param(as_yesterday("log/*.sealed"), id="an older log"),
        pytest.param(gone("log/*.sealed"), id="a deleted log"),
        pytest.param(cut_at_a_frame("backup/*/*[0-9a-f].sealed"), id="a copy cut at a frame"),
        pytest.param(gone("backup/*/*[0-9a-f].sealed"), id="a deleted copy"),
        pytest.param(gone("backup/vault.json"), id="the key file's copy deleted"),
        pytest.param(gone("vault.json"), id="the key file deleted"),
        pytest.param(gone("index.sealed"), id="a deleted index"),
    ],
)
def test_what_is_gone_older_or_cut_is_found(week: "Keeper", harm: Harm) -> None:
    harmed = harm(week)
    assert [line for line in problems(week) if line.startswith(harmed)]


@pytest.mark.parametrize("harm", [cut_at_a_frame, as_yesterday, gone])
def test_it_is_found_too_where_no_copy_is_left(week: "Keeper", harm: Callable[[str], Harm]) -> None:
    for folder in week.home.glob("backup/*/"):
        shutil.rmtree(folder)
    harmed = harm("p/*.sealed")(week)
    assert [line for line in problems(week) if line.startswith(harmed)]


def test_an_older_index_that_was_put_back_together_with_an_older_log_is_found(
    week: "Keeper",
) -> None:
    as_yesterday("log/*.sealed")(week)
    as_yesterday("index.sealed")(week)
    assert [line for line in problems(week) if line.startswith("index.sealed: older")]


def test_the_file_of_somebody_who_is_not_in_the_index_is_found(week: "Keeper") -> None:
    path = one(week, "p/*.sealed")
    data = path.read_bytes()
    vault = week.open()
    vault.erase("JD-07" if vault._people.id("JD-07") == path.stem else "MK-12")
    vault.close()
    path.write_bytes(data)
    assert [line for line in problems(week) if line.startswith("index.sealed: older")]


def test_a_death_under_saves_leaves_nothing_that_looks_put_back(
    week: "Keeper", said: "Said"
) -> None:
    vault = week.open()
    vault.person("JD-07").append(said("five"))
    vault.add("NB-03", said("new"))
    vault.person("MK-12").take_out(1)
    vault.person("MK-12").settle()
    died = week.home.with_name("died")
    shutil.copytree(week.home, died)
    vault.close()
    week.home = died
    assert problems(week) == ()


def test_a_copy_that_was_put_in_is_found(week: "Keeper") -> None:
    first, second = sorted(week.home.glob("backup/*/"))
    (first / "list.sealed").unlink()
    strange = second / f"{'0' * 32}.sealed"
    shutil.copy2(one(week, "p/*.sealed"), strange)
    assert f"{strange.relative_to(week.home)}: foreign" in problems(week)
    shutil.rmtree(first)
    for path in week.home.with_name("yesterday").glob("backup/*/*[0-9a-f].sealed"):
        shutil.copy2(path, second)
    assert len([line for line in problems(week) if line.startswith("backup/2026-03-03")]) == 3


def said_by(exported: bytes) -> list[tuple[str, int, str]]:
    """Who said what, as an export gives it."""
    return [
        (person["reference"], entry["seq"], entry["text"])
        for person in json.loads(exported)["people"]
        for entry in person["entries"]
    ]


def harmed_in_turn(data: bytes) -> Iterator[tuple[str, bytes]]:
    for at in range(0, len(data), 97):
        yield f"flip at {at}", data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :]
    for at in range(0, len(data), 211):
        yield f"cut at {at}", data[:at]


def test_a_flip_or_cut_of_any_kept_file_is_found_and_never_exports_other_words(
    week: "Keeper",
) -> None:
    everybody = ["JD-07", "MK-12"]
    vault = week.open(read_only=True)
    true = said_by(vault.export(everybody))
    vault.close()
    for log in week.home.glob("log/*-r*.sealed"):
        log.unlink()
    kept = [path for path in week.home.rglob("*") if path.is_file() and path.suffix != ".lock"]
    assert len(kept) == 13
    for path in kept:
        good = path.read_bytes()
        for where, harmed in harmed_in_turn(good):
            path.write_bytes(harmed)
            try:
                vault = week.open(read_only=True)
            except SrtError:
                continue
            assert vault.verify(lambda *_: None).problems, f"{path.name}: {where}"
            for reference in everybody:
                with contextlib.suppress(SrtError):
                    found = said_by(vault.export([reference]))
                    assert found == [line for line in true if line in found]
            vault.close()
        path.write_bytes(good)
    assert problems(week) == ()
