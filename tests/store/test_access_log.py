"""The access log: nobody reads without a line in it, and no line goes without a word."""

import datetime as dt
import fcntl
import os
import pwd
from typing import TYPE_CHECKING

import pytest

from srt_tui import private_files
from srt_tui.domain.errors import SrtError
from srt_tui.store.container import fresh

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said

DAY = dt.timedelta(days=1)


def problems(keeper: "Keeper") -> tuple[str, ...]:
    vault = keeper.open(read_only=True)
    try:
        return vault.verify(lambda *_: None).problems
    finally:
        vault.close()


def test_the_name_in_it_is_that_of_the_account_whatever_the_variables_say(
    keeper: "Keeper", monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "somebody-else")
    vault = keeper.create()
    assert {line.who for line in vault.access()} == {pwd.getpwuid(os.getuid()).pw_name}


def test_who_reads_while_another_holds_the_store_is_in_it(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    for minute in (1, 2):
        keeper.time += dt.timedelta(minutes=minute)
        reader = keeper.open(read_only=True)
        reader.person("JD-07").entries()
        reader.export(["JD-07"])
        reader.close()
    kinds = [line.kind for line in vault.access("JD-07")]
    assert kinds.count("viewed") == kinds.count("exported") == 2
    vault.close()
    assert len(list(keeper.home.glob("log/*-r*.sealed"))) == 1
    assert problems(keeper) == ()
    assert {line.kind for line in keeper.open().access("JD-07")} >= {"added", "viewed", "exported"}


def test_lines_of_readers_are_counted_too(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    keeper.open(read_only=True).close()
    vault.close()
    next(keeper.home.glob("log/*-r*.sealed")).unlink()
    assert [line for line in problems(keeper) if "-r001.sealed: " in line]


def test_many_readers_at_once_add_their_lines_to_one_file(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    readers = [keeper.open(read_only=True) for _ in range(5)]
    for reader in (*readers, *readers):
        reader.log("note", "JD-07")
    assert [line.kind for line in vault.access("JD-07")].count("note") == 10
    assert len(list(keeper.home.glob("log/*-r*.sealed"))) == 1


def test_who_holds_on_to_the_turn_of_readers_hides_no_look_and_stops_nobody(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    with (keeper.home / "log" / "reading.lock").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        reader = keeper.open(read_only=True)
        assert keeper.texts(reader) == ["one"]
        assert reader.notices == ()
        reader.close()
    assert [line.kind for line in vault.access("JD-07")][-1] == "viewed"
    keeper.open(read_only=True).log("note", "JD-07")
    assert [line.kind for line in vault.access("JD-07")][-1] == "note"
    vault.close()
    assert problems(keeper) == ()


def test_the_thousandth_file_of_a_month_is_not_written_over(keeper: "Keeper") -> None:
    keeper.filled(copies=True)
    first = next(keeper.home.glob("log/*.sealed"))
    for number in (999, 1000):
        name = f"2026-03-{number}"
        (keeper.home / "log" / f"{name}.sealed").write_bytes(
            fresh(keeper.keys(), "log", name, [b"{}", b"{}" * 20_000]).data
        )
    vault = keeper.open()
    vault.log("note", "JD-07")
    vault.close()
    names = {path.stem for path in keeper.home.glob("log/*.sealed")}
    assert names == {first.stem, "2026-03-999", "2026-03-1000", "2026-03-1001"}


@pytest.mark.parametrize("harm", ["removed", "older", "cut"])
def test_going_on_with_a_log_that_lost_lines_is_said_and_does_not_hide_it(
    keeper: "Keeper", said: "Said", harm: str
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()
    (log,) = keeper.home.glob("log/*.sealed")
    before = log.read_bytes()
    vault = keeper.open()
    vault.person("JD-07")
    vault.close()
    after = log.read_bytes()
    if harm == "removed":
        log.unlink()
    else:
        log.write_bytes(before if harm == "older" else after[: len(before) + 296])
    vault = keeper.open()
    assert "log" in keeper.kinds(vault)
    vault.person("JD-07").append(said("two"))
    vault.close()
    keeper.time += DAY
    vault = keeper.open()
    assert vault.notices == ()
    vault.close()
    assert [line for line in problems(keeper) if line.startswith(f"log/{log.name}: ")]


def test_a_reader_whose_look_cannot_be_noted_is_told(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "planted")

    monkeypatch.setattr(private_files, "open_private", refuse)
    monkeypatch.setattr("srt_tui.store.lock.open_private", refuse)
    reader = keeper.open(read_only=True)
    assert keeper.texts(reader) == ["one"]
    assert keeper.kinds(reader) == {"log"}


def test_the_log_is_counted_anew_when_the_keys_change(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    keeper.open(read_only=True).close()
    vault.rotate(keeper.passphrase, cost=keeper.cost)
    vault.close()
    assert problems(keeper) == ()
    assert len(keeper.open().access("JD-07")) == 1


def test_the_lines_about_somebody_who_was_erased_can_still_be_asked_for(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.add("MK-12", said("two"))
    vault.log("note", "JD-07")
    here = vault.access("JD-07")
    assert {vault.whose(line) for line in here} == {"JD-07"}
    called = vault.erase("JD-07").in_log
    with pytest.raises(SrtError, match="nobody"):
        vault.access("JD-07")
    lines = keeper.reopen(vault).access(called)
    assert lines[: len(here)] == here
    assert lines[-1].kind == "erased"
    vault = keeper.reopen(keeper._open[-1])
    assert {vault.whose(line) for line in lines} == {called}
    with pytest.raises(SrtError, match="nobody"):
        vault.access("0" * 8)
