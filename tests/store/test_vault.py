"""What the rest of the program relies on: make, open, append, read, draft, lock, close."""

import datetime as dt
import os
import stat
import unicodedata
from typing import TYPE_CHECKING

import pytest

from srt_tui.domain.entry import Note
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import Cost, Vault

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said


def test_what_was_saved_is_there_after_opening_again(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    saved = vault.add("JD-07", said("first")).append(said("second"), said("third"))
    vault.close()
    assert [entry.seq for entry in saved] == [2, 3]
    again = keeper.open()
    assert keeper.texts(again) == ["first", "second", "third"]
    assert again.person("JD-07").entries()[1:] == saved
    assert again.notices == ()


def test_what_was_saved_is_there_when_nobody_closed_the_store(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07").append(said("acknowledged"))
    reader = keeper.open(read_only=True)
    assert keeper.texts(reader) == ["acknowledged"]
    assert reader.cards() == {"JD-07": b"JD-07 has 1"}


def test_an_entry_out_of_bounds_is_refused_before_it_is_written(
    keeper: "Keeper", vault: Vault, said: "Said"
) -> None:
    person = vault.add("JD-07", said("kept"))
    with pytest.raises(SrtError, match="longer or of another kind"):
        person.append(said("also kept?"), said("x" * 20_001))
    with pytest.raises(SrtError, match="longer or of another kind"):
        person.append(Note(at=dt.datetime(2026, 3, 2, 12, 0), text="no zone"))  # noqa: DTZ001 - the fault
    assert keeper.texts(vault) == ["kept"]
    assert person.append(said("next"))[0].seq == 2


def test_a_reference_is_given_once(keeper: "Keeper", vault: Vault, said: "Said") -> None:
    vault.add("JD-07", said("his"))
    with pytest.raises(SrtError, match="in use"):
        vault.add("JD-07")
    with pytest.raises(SrtError, match="nobody"):
        vault.person("JD-08")
    assert keeper.texts(vault) == ["his"]


def test_an_entry_taken_out_is_hidden_until_settled_and_its_number_is_never_used_again(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    person = vault.add("JD-07", said("one"), said("two"), said("three"))
    person.take_out(3)
    assert keeper.texts(vault) == ["one", "two"]
    person.put_back(3)
    assert keeper.texts(vault) == ["one", "two", "three"]
    person.take_out(3)
    vault.close()
    vault = keeper.open()
    assert keeper.texts(vault) == ["one", "two"]
    vault.person("JD-07").settle()
    with pytest.raises(SrtError, match="not taken out"):
        vault.person("JD-07").put_back(3)
    vault.close()
    vault = keeper.open()
    assert vault.person("JD-07").append(said("four"))[0].seq == 4
    assert keeper.texts(vault) == ["one", "two", "four"]


def test_a_draft_is_kept_apart_until_it_is_dropped(keeper: "Keeper") -> None:
    vault = keeper.create()
    person = vault.add("JD-07")
    assert person.draft() is None
    person.save_draft(b"what he sa  ")
    person.save_draft(b"what he said   ")
    vault.close()
    person = keeper.open().person("JD-07")
    assert person.draft() == b"what he said   "
    person.drop_draft()
    assert person.draft() is None
    assert not list((keeper.home / "p").glob("*.draft"))


def test_the_second_window_hears_who_has_the_store_and_may_read(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    with pytest.raises(SrtError, match=f"process {os.getpid()}.*since 12:00") as refused:
        keeper.open()
    assert refused.value.exit_code is Exit.LOCKED
    reader = keeper.open(read_only=True)
    assert reader.read_only
    with pytest.raises(SrtError, match="read only"):
        reader.person("JD-07").append(said("no"))
    with pytest.raises(SrtError, match="read only"):
        reader.person("JD-07").save_draft(b"no")
    with pytest.raises(SrtError, match="read only"):
        reader.add("JD-08")
    vault.close()
    assert not keeper.open().read_only


def test_after_closing_every_call_says_that_the_store_is_locked(vault: Vault, said: "Said") -> None:
    person = vault.add("JD-07", said("one"))
    vault.close()
    for call in (
        lambda: person.append(said("two")),
        person.entries,
        person.draft,
        lambda: person.save_draft(b""),
        lambda: person.take_out(1),
        person.settle,
        vault.cards,
        lambda: vault.stand_in("JD-07"),
        lambda: vault.add("JD-08"),
        lambda: vault.person("JD-07"),
    ):
        with pytest.raises(SrtError) as refused:
            call()
        assert refused.value.exit_code is Exit.LOCKED


def test_the_recovery_key_opens_however_it_is_typed(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()
    for typed in (keeper.recovery, keeper.recovery.lower().replace("-", " ")):
        vault = keeper.open(typed)
        assert keeper.texts(vault) == ["one"]
        vault.close()


@pytest.mark.parametrize("wrong", ["", " ", "Four unrelated invented words", "w" * 1_000_000])
def test_a_wrong_passphrase_opens_nothing_and_frees_the_lock(keeper: "Keeper", wrong: str) -> None:
    keeper.create().close()
    with pytest.raises(SrtError, match="does not open the store") as refused:
        keeper.open(wrong)
    assert refused.value.exit_code is Exit.LOCKED
    keeper.open()


def test_a_passphrase_is_the_same_composed_and_decomposed(keeper: "Keeper") -> None:
    composed = unicodedata.normalize("NFC", "größer als ein Café")
    vault, _ = Vault.create(
        keeper.home, composed, cost=Cost.least(), summarise=lambda *_: b"", now=keeper.now
    )
    vault.close()
    assert keeper.open(unicodedata.normalize("NFD", composed)).cards() == {}


def test_an_empty_passphrase_makes_no_store(keeper: "Keeper") -> None:
    with pytest.raises(SrtError, match="cannot be empty"):
        Vault.create(keeper.home, " ", cost=Cost.least(), summarise=lambda *_: b"", now=keeper.now)
    assert not Vault.exists(keeper.home)
    with pytest.raises(SrtError, match="no store here"):
        keeper.open()


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o777])
def test_everything_is_private_under_any_umask(keeper: "Keeper", said: "Said", umask: int) -> None:
    before = os.umask(umask)
    try:
        vault = keeper.create()
        vault.add("JD-07", said("one")).save_draft(b"two")
        vault.close()
    finally:
        os.umask(before)
    for path in (keeper.home, *keeper.home.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_cards_are_as_of_now_and_come_from_the_index_next_time(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.add("JD-08").append(said("one"), said("two"))
    now = {"JD-07": b"JD-07 has 1", "JD-08": b"JD-08 has 2"}
    assert vault.cards() == now
    vault.close()
    for path in (keeper.home / "p").glob("*.sealed"):
        before = path.stat()
        path.write_bytes(b"\0" * before.st_size)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert keeper.open(read_only=True).cards() == now


def test_a_lost_index_is_made_again(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()
    (keeper.home / "index.sealed").unlink()
    vault = keeper.open()
    assert vault.cards() == {"JD-07": b"JD-07 has 1"}
