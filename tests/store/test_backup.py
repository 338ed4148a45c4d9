"""A backup is whole, or what is missing is said; a restore puts in place that and no more."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from srt_tui import private_files
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import Vault

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said


@pytest.fixture(name="made")
def _made(keeper: "Keeper", said: "Said", tmp_path: Path) -> Path:
    """A backup of two people, and no store any more."""
    vault = keeper.create()
    vault.add("JD-07", said("one")).save_draft(b"typing")
    vault.add("MK-12", said("other"))
    place = tmp_path / "stick"
    place.mkdir()
    made = vault.backup(place).path
    vault.close()
    shutil.rmtree(keeper.home)
    return made


def restored(keeper: "Keeper", made: Path, *, what_is_left: bool = False) -> None:
    Vault.restore(made, keeper.home, keeper.passphrase, now=keeper.now, what_is_left=what_is_left)


def test_a_restored_store_is_whole_in_every_way_that_verify_knows(
    keeper: "Keeper", made: Path
) -> None:
    restored(keeper, made)
    reader = keeper.open(read_only=True)
    assert reader.verify(lambda *_: None).problems == ()
    reader.close()
    vault = keeper.open()
    assert keeper.texts(vault) == ["one"]
    assert vault.notices == ()
    vault.close()
    assert len(list(keeper.home.glob("backup/*/*[0-9a-f].sealed"))) == 2


def removed(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-300])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("harm", [removed, cut, emptied])
@pytest.mark.parametrize(
    "victim", ["p/*.sealed", "p/*.draft", "log/*.sealed", "index.unsettled", "list.sealed"]
)
def test_a_backup_of_which_something_is_missing_is_refused(
    keeper: "Keeper", made: Path, victim: str, harm: Callable[[Path], None]
) -> None:
    harm(next(made.glob(victim)))
    with pytest.raises(SrtError, match=r"not whole|no list of its files") as refused:
        restored(keeper, made)
    assert "--what-is-left" in refused.value.remedy
    assert not keeper.home.exists()
    restored(keeper, made, what_is_left=True)
    assert set(keeper.open().cards()) <= {"JD-07", "MK-12"}


def test_what_is_left_of_a_backup_says_whom_it_lacks(keeper: "Keeper", made: Path) -> None:
    gone = next(made.glob("p/*.sealed"))
    gone.unlink()
    restored(keeper, made, what_is_left=True)
    vault = keeper.open()
    assert "missing" in keeper.kinds(vault)
    assert len(vault.cards()) == 1


def test_a_file_put_into_a_backup_is_not_restored(keeper: "Keeper", made: Path) -> None:
    shutil.copy2(next(made.glob("p/*.sealed")), made / "p" / f"{'0' * 32}.sealed")
    with pytest.raises(SrtError, match="1 are not as they were"):
        restored(keeper, made)


@pytest.mark.parametrize("secret", ["wrong", ""])
def test_a_backup_that_the_secret_does_not_open_is_not_put_in_place(
    keeper: "Keeper", made: Path, secret: str
) -> None:
    with pytest.raises(SrtError, match="does not open"):
        Vault.restore(made, keeper.home, secret, now=keeper.now)
    assert not keeper.home.exists()


def test_nothing_of_a_restore_that_was_killed_gets_into_the_next_one(
    keeper: "Keeper", made: Path
) -> None:
    stale = keeper.home.with_name(keeper.home.name + ".part")
    shutil.copytree(made, stale)
    planted = stale / "p" / f"{'0' * 32}.sealed"
    shutil.copy2(next(made.glob("p/*.sealed")), planted)
    assert Vault.exists(keeper.home)
    with pytest.raises(SrtError, match="A restore was cut off") as refused:
        keeper.open()
    assert refused.value.exit_code is Exit.LOCKED
    restored(keeper, made)
    assert not (keeper.home / "p" / planted.name).exists()
    assert not stale.exists()
    assert list(keeper.open().cards()) == ["JD-07", "MK-12"]


def failing(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "planted")


def test_a_backup_and_a_restore_that_fail_leave_nothing_and_have_their_own_sentence(
    keeper: "Keeper", made: Path, said: "Said", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "full"
    stick.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(private_files, "write_at", failing)
        with pytest.raises(SrtError, match="Not copied: There is not enough room there"):
            restored(keeper, made)
    assert list(keeper.home.parent.glob("vault*")) == []
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    with monkeypatch.context() as patch:
        patch.setattr(private_files, "write_at", failing)
        with pytest.raises(SrtError, match="Not copied: There is not enough room there"):
            vault.backup(stick)
    assert list(stick.iterdir()) == []
    with pytest.raises(SrtError, match="no such folder"):
        vault.backup(tmp_path / "no" / "stick")
    assert not (tmp_path / "no").exists()
    assert vault.backup(stick).same_disk


def test_a_place_without_permissions_takes_a_backup_and_that_is_said(
    keeper: "Keeper", vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "as on FAT")

    assert vault.backup(tmp_path).private
    keeper.time = keeper.time.replace(hour=13)
    monkeypatch.setattr(Path, "chmod", refuse)
    monkeypatch.setattr(os, "fchmod", refuse)
    before = os.umask(0o000)
    monkeypatch.setattr(private_files, "PRIVATE_DIR", 0o755)
    try:
        assert not vault.backup(tmp_path).private
    finally:
        os.umask(before)
