"""When the disk refuses: memory and disk stay what was acknowledged, and the sentence says so."""

import errno
import os
from typing import TYPE_CHECKING

import pytest

from srt_tui import private_files
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import Vault
from srt_tui.store.appender import ROOM

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said


def failing(code: int) -> object:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, "planted")

    return fail


def test_after_a_failed_sync_nothing_more_is_written_until_the_store_is_reopened(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = keeper.create()
    person = vault.add("JD-07", said("one"))
    person.append(said("two"))
    with monkeypatch.context() as patch:
        patch.setattr(private_files, "sync", failing(errno.EIO))
        with pytest.raises(SrtError, match="Not saved: the disk did not take it"):
            person.append(said("lost"))
    assert keeper.texts(vault) == ["one", "two"]
    for write in (
        lambda: person.append(said("later")),
        lambda: person.save_draft(b"later"),
        lambda: vault.add("JD-08"),
    ):
        with pytest.raises(SrtError, match="nothing more is written") as refused:
            write()
        assert refused.value.exit_code is Exit.LOCKED
    vault = keeper.reopen(vault)
    assert keeper.texts(vault) == ["one", "two"]
    assert vault.person("JD-07").append(said("three"))[0].seq == 3


def test_a_full_disk_refuses_one_save_and_takes_the_next_when_there_is_room(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = keeper.create()
    person = vault.add("JD-07", said("one"))
    with monkeypatch.context() as patch:
        patch.setattr(private_files, "write_at", failing(errno.ENOSPC))
        for write in (
            lambda: person.append(said("no room")),
            lambda: person.save_draft(b"no room"),
            person.compact,
        ):
            with pytest.raises(SrtError, match="Not saved: the disk is full"):
                write()
    assert keeper.texts(vault) == ["one"]
    assert person.append(said("room again"))[0].seq == 2
    assert keeper.texts(keeper.reopen(vault)) == ["one", "room again"]


def test_a_save_without_its_room_is_made_where_only_that_fits(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = keeper.create()
    person = vault.add("JD-07", said("one"))
    before = keeper.file().stat().st_size
    real = private_files.write_at

    def nearly_full(descriptor: int, data: bytes, offset: int) -> None:
        if len(data) > ROOM:
            real(descriptor, data[: ROOM // 2], offset)
            raise OSError(errno.ENOSPC, "planted")
        real(descriptor, data, offset)

    with monkeypatch.context() as patch:
        patch.setattr(private_files, "write_at", nearly_full)
        person.append(said("two"))
    assert keeper.file().stat().st_size < before + 1_000
    assert keeper.texts(keeper.reopen(vault)) == ["one", "two"]


def test_a_write_that_cannot_be_taken_back_ends_all_writing(
    vault: Vault, said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    person = vault.add("JD-07", said("one"))
    person.append(said("two"))
    with monkeypatch.context() as patch:
        patch.setattr(private_files, "write_at", failing(errno.EIO))
        patch.setattr(os, "ftruncate", failing(errno.EIO))
        with pytest.raises(SrtError, match="did not take it"):
            person.append(said("lost"))
    with pytest.raises(SrtError, match="nothing more is written"):
        person.append(said("later"))


def test_a_rewrite_whose_end_is_unsure_ends_all_writing(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = keeper.create()
    person = vault.add("JD-07", said("one"))
    with monkeypatch.context() as patch:
        patch.setattr(private_files, "sync_dir", failing(errno.EIO))
        with pytest.raises(SrtError, match="did not take it"):
            person.compact()
    with pytest.raises(SrtError, match="nothing more is written"):
        person.append(said("later"))
    assert keeper.texts(keeper.reopen(vault)) == ["one"]


def test_a_rotation_that_cannot_be_written_down_leaves_the_keys_as_they_were(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = keeper.create()
    person = vault.add("JD-07", said("one"))
    with monkeypatch.context() as patch:
        patch.setattr(private_files, "replace", failing(errno.ENOSPC))
        with pytest.raises(SrtError, match="disk is full"):
            vault.rotate(keeper.passphrase, cost=keeper.cost)
    person.append(said("two"))
    person.compact()
    assert keeper.texts(keeper.reopen(vault)) == ["one", "two"]


def test_an_opening_that_the_disk_refuses_keeps_no_lock(
    keeper: "Keeper", monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.create().close()
    with monkeypatch.context() as patch:
        patch.setattr("srt_tui.store.lock.write_at", failing(errno.ENOSPC))
        with pytest.raises(SrtError, match="could not be opened"):
            keeper.open()
    keeper.open()
