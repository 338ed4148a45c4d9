"""Looking after the vault: dated copies, backups, keys, erasing, the access log."""

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from srt_tui import private_files
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import Cost, Vault, accesslog
from srt_tui.store.copies import KEPT_COPIES, KEPT_FOR
from srt_tui.store.keychange import KeyChange
from srt_tui.store.person_files import PersonFiles
from srt_tui.store.sealed_blob import sealed

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said

DAY = dt.timedelta(days=1)


def contents(home: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()
    }


def test_closing_makes_a_dated_copy_of_what_changed_only(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    first = vault.add("JD-07", said("one")).id
    second = vault.add("JD-08", said("one")).id
    vault.close()
    keeper.time += DAY
    vault = keeper.open()
    vault.person("JD-07").append(said("two"))
    vault.person("JD-08").entries()
    vault.close()
    made = sorted(str(path.relative_to(keeper.home)) for path in keeper.home.glob("backup/*/*"))
    assert made == sorted(
        [
            f"backup/2026-03-02T120000/{first}.sealed",
            f"backup/2026-03-02T120000/{second}.sealed",
            "backup/2026-03-02T120000/list.sealed",
            f"backup/2026-03-03T120000/{first}.sealed",
            "backup/2026-03-03T120000/list.sealed",
        ]
    )


def test_copies_are_kept_for_ten_sessions_and_eight_weeks(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    id = vault.add("JD-07").id
    for _ in range(KEPT_COPIES + 4):
        keeper.time += 6 * DAY
        vault = keeper.reopen(vault)
        vault.person("JD-07").append(said("one"))
    vault.close()
    made = sorted(path.parent.name for path in keeper.home.glob(f"backup/*/{id}.sealed"))
    oldest = dt.datetime.strptime(made[0], "%Y-%m-%dT%H%M%S").replace(tzinfo=dt.UTC)
    assert len(made) == KEPT_COPIES
    assert keeper.time - oldest <= KEPT_FOR
    assert len(list(keeper.home.glob("backup/*/"))) == len(made)


def test_what_is_taken_out_for_good_leaves_the_dated_copies_too(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("kept"))
    keeper.time += DAY
    vault = keeper.reopen(vault)
    vault.person("JD-07").append(said("regretted"))
    keeper.time += DAY
    vault = keeper.reopen(vault)
    person = vault.person("JD-07")
    person.take_out(2)
    copies = f"backup/*/{person.id}.sealed"
    assert len(list(keeper.home.glob(copies))) == 2
    person.settle()
    assert [path.parent.name for path in keeper.home.glob(copies)] == ["2026-03-03T120000"]
    keeper.file().unlink()
    vault.close()
    assert "regretted" not in keeper.texts(keeper.open())


def test_after_a_change_only_the_new_passphrase_and_the_recovery_key_open(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    with pytest.raises(SrtError, match="does not open"):
        vault.change_passphrase("wrong", "new words", cost=Cost.least())
    with pytest.raises(SrtError, match="cannot be empty"):
        vault.change_passphrase(keeper.passphrase, "", cost=Cost.least())
    vault.change_passphrase(keeper.passphrase, "new words", cost=Cost.least())
    vault.close()
    with pytest.raises(SrtError, match="does not open"):
        keeper.open()
    for secret in ("new words", keeper.recovery):
        vault = keeper.open(secret)
        assert keeper.texts(vault) == ["one"]
        vault.close()


def test_the_recovery_key_sets_a_new_passphrase(keeper: "Keeper") -> None:
    vault = keeper.reopen(keeper.create())
    vault.change_passphrase(keeper.recovery, "new words", cost=Cost.least())
    vault.close()
    keeper.open("new words")


def test_rotated_keys_leave_nothing_that_the_old_ones_open(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one")).save_draft(b"typing")
    vault.log("note", "JD-07")
    vault = keeper.reopen(vault)
    with pytest.raises(SrtError, match="not the passphrase"):
        vault.rotate(keeper.recovery, cost=Cost.least())
    recovery = vault.rotate(keeper.passphrase, cost=Cost.least())
    vault.close()
    with pytest.raises(SrtError, match="does not open"):
        keeper.open(keeper.recovery)
    vault = keeper.open(recovery)
    assert keeper.texts(vault) == ["one"]
    assert vault.person("JD-07").draft() == b"typing"
    assert "note" in [line.kind for line in vault.access("JD-07")]
    assert vault.notices == ()
    sealed = [data for name, data in contents(keeper.home).items() if name.endswith("ed")]
    assert sealed
    assert all(b'"epoch":2' in data for data in sealed)


def test_a_rotation_that_was_cut_off_is_finished_by_the_next_opening(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = keeper.create()
    for reference in ("JD-07", "JD-08", "JD-09"):
        vault.add(reference, said(reference))

    def cut_off(key_change: KeyChange, id: str) -> bool:
        key_change._people.let_go(id)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(KeyChange, "_rewrapped", cut_off)
        with pytest.raises(KeyboardInterrupt):
            vault.rotate(keeper.passphrase, cost=Cost.least())
    vault.close()
    vault = keeper.open(read_only=True)
    assert keeper.texts(vault, "JD-08") == ["JD-08"]
    vault.close()
    vault = keeper.open()
    assert keeper.texts(vault, "JD-09") == ["JD-09"]
    vault.close()
    assert '"former"' not in (keeper.home / "vault.json").read_text("utf-8")
    people = keeper.home.glob("p/*.sealed")
    assert all(b'"epoch":2' in path.read_bytes() for path in people)


def test_erasing_leaves_nothing_of_the_person_anywhere(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    id = vault.add("JD-07", said("his")).id
    vault.add("JD-08", said("other"))
    keeper.time += DAY
    vault = keeper.reopen(vault)
    vault.person("JD-07").append(said("more"))
    keeper.time += DAY
    vault.close()
    path = keeper.home / "p" / f"{id}.sealed"
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    vault = keeper.open()
    person = vault.person("JD-07")
    person.save_draft(b"typing")
    vault.backup(keeper.home.parent)
    receipt = vault.erase("JD-07")
    assert (receipt.files, receipt.copies, receipt.quarantined) == (2, 2, 1)
    assert "Backups made elsewhere: 1" in receipt.left[0]
    assert id[:8] == receipt.in_log
    assert receipt.in_log in receipt.sentence()
    with pytest.raises(SrtError):
        person.entries()
    with pytest.raises(SrtError, match="nobody"):
        vault.erase("JD-07")
    assert list(vault.cards()) == ["JD-08"]
    vault = keeper.reopen(vault)
    assert vault.notices == ()
    assert list(vault.cards()) == ["JD-08"]
    found = contents(keeper.home)
    assert not [name for name in found if id in name]
    index = vault._people._index._settled.read()
    assert index is not None
    assert b"JD-07" not in index
    assert id.encode() not in index
    assert [(line.kind, line.id) for line in vault.access()][-2:] == [
        ("erased", id),
        ("unlocked", ""),
    ]


def test_erasing_reaches_stores_put_aside_and_says_what_was_made_elsewhere(
    keeper: "Keeper", said: "Said", tmp_path: Path
) -> None:
    vault = keeper.create()
    id = vault.add("JD-07", said("his")).id
    vault.add("MK-12", said("other"))
    vault.export(["JD-07"])
    vault.log("note", "JD-07")
    made = vault.backup(tmp_path).path
    vault.close()
    secret = keeper.passphrase
    beside = Vault.restore(made, keeper.home, secret, now=keeper.now, put_aside=True)
    assert beside
    vault = keeper.open()
    receipt = vault.erase("JD-07")
    assert receipt.aside == 2
    assert "2 files in stores put aside" in receipt.sentence()
    assert any("made: 2, the last on 02 March 2026" in left for left in receipt.left)
    vault.close()
    assert not list(beside.rglob(f"*{id}*"))
    keeper.home = beside
    assert "JD-07" not in keeper.open().cards()


def test_an_erasure_that_was_cut_off_is_finished_by_the_next_opening(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("his"))
    vault.add("JD-08", said("other"))
    vault = keeper.reopen(vault)

    def dead(path: Path) -> bool:
        raise KeyboardInterrupt(path.name)

    with monkeypatch.context() as patch:
        patch.setattr(private_files, "remove", dead)
        with pytest.raises(KeyboardInterrupt):
            vault.erase("JD-07")
    vault.close()
    vault = keeper.open()
    assert list(vault.cards()) == ["JD-08"]
    assert vault.notices == ()
    assert not (keeper.home / "erasing.json").exists()
    assert len(list(keeper.home.glob("p/*"))) == 1


def test_an_erasure_that_fails_half_way_keeps_the_next_one_apart(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = keeper.create()
    for reference in ("JD-07", "JD-08", "JD-09"):
        vault.add(reference, said(reference))

    def refuse(_: Path) -> bool:
        raise OSError(5, "planted")

    with monkeypatch.context() as patch:
        patch.setattr(private_files, "remove", refuse)
        for reference in ("JD-07", "JD-08"):
            with pytest.raises(SrtError, match="did not take it"):
                vault.erase(reference)
    vault = keeper.reopen(vault)
    assert list(vault.cards()) == ["JD-09"]
    assert vault.notices == ()
    assert not [path for path in keeper.home.rglob("*.sealed") if len(path.stem) == 32][2:]


@pytest.mark.parametrize("name", ["erasing.json", "erasing.sealed", "importing.sealed"])
def test_nobody_is_erased_by_a_file_that_somebody_else_put_there(
    keeper: "Keeper", said: "Said", tmp_path: Path, name: str
) -> None:
    vault = keeper.create()
    id = vault.add("JD-07", said("his")).id
    vault.close()
    outside = tmp_path / "outside.sealed"
    outside.write_bytes(b"kept")
    kept = sorted(keeper.home.rglob("*.sealed"))
    for victim in (id, "../../outside", ""):
        for text in (f'{{"id":"{victim}"}}', f'["{victim}"]'):
            (keeper.home / name).write_text(text)
            vault = keeper.open()
            assert keeper.texts(vault) == ["his"]
            vault.close()
            assert outside.read_bytes() == b"kept"
            assert set(kept) <= set(keeper.home.rglob("*.sealed"))


def test_even_a_sealed_note_erases_nothing_outside(
    keeper: "Keeper", said: "Said", tmp_path: Path
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("his"))
    vault.close()
    outside = tmp_path / "outside.sealed"
    outside.write_bytes(b"kept")
    ids = b'["../../outside", "*", "", "?", "[0-9a-f]*"]'
    (keeper.home / "erasing.sealed").write_bytes(sealed(keeper.keys(), "intent", "erasing", ids))
    assert keeper.texts(keeper.open()) == ["his"]
    assert outside.read_bytes() == b"kept"


def test_an_import_that_was_killed_says_so_and_can_be_repeated(
    keeper: "Keeper", said: "Said", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also after a power cut: what was on the disk then is looked at, in a copy."""
    everybody = [f"JD-0{number}" for number in range(5)]
    vault, case = emptied(keeper, said, everybody)
    real, written = private_files.replace, []

    def until_killed(path: Path, data: bytes, **how: bool) -> None:
        if path.parent.name == "p":
            written.append(path)
        if len(written) == 4:
            shutil.copytree(keeper.home, tmp_path / "cut")
            raise KeyboardInterrupt
        real(path, data, **how)

    with monkeypatch.context() as patch:
        patch.setattr(private_files, "replace", until_killed)
        with pytest.raises(KeyboardInterrupt):
            vault.import_case(case)
    vault = keeper.reopen(vault)
    assert (vault.notices, vault.cards()) == ((), {})
    keeper.home = tmp_path / "cut"
    vault = keeper.open()
    (notice,) = vault.notices
    assert notice.kind == "import"
    assert "cut off: 3 of its 5 people are here. Import the same file again" in notice.sentence
    assert sorted(vault.cards()) == everybody[:3]
    assert vault.import_case(case) == (tuple(everybody[3:]), tuple(everybody[:3]), ())
    assert vault.export(everybody) == case
    assert vault.import_case(case) == ((), tuple(everybody), ())
    vault = keeper.reopen(vault)
    assert vault.notices == ()
    assert keeper.texts(vault, "JD-04") == ["JD-04"]


def emptied(keeper: "Keeper", said: "Said", references: list[str]) -> tuple[Vault, bytes]:
    """A vault without these people, and the case file that they went out by."""
    vault = keeper.create()
    for reference in references:
        vault.add(reference, said(reference))
    case = vault.export(references)
    for reference in references:
        vault.erase(reference)
    return vault, case


def test_an_import_that_is_interrupted_hides_nobody(
    keeper: "Keeper", said: "Said", monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, case = emptied(keeper, said, ["JD-07", "MK-12"])

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(PersonFiles, "admit", interrupted)
        with pytest.raises(KeyboardInterrupt):
            vault.import_case(case)
    vault = keeper.reopen(vault)
    assert sorted(vault.cards()) == ["JD-07", "MK-12"]
    assert vault.import_case(case).added == ()


def test_a_backup_is_restored_into_an_empty_place_and_never_over_a_store_unasked(
    keeper: "Keeper", said: "Said", tmp_path: Path
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one")).save_draft(b"typing")
    made = vault.backup(tmp_path)
    assert made.files + 1 == len(contents(made.path)) == 6
    vault.person("JD-07").append(said("later"))
    vault.close()
    with pytest.raises(SrtError, match="may be newer"):
        Vault.restore(made.path, keeper.home, keeper.passphrase, now=keeper.now)
    secret = keeper.passphrase
    beside = Vault.restore(made.path, keeper.home, secret, now=keeper.now, put_aside=True)
    assert beside is not None
    vault = keeper.open()
    assert keeper.texts(vault) == ["one"]
    assert vault.person("JD-07").draft() == b"typing"
    vault.close()
    keeper.home = beside
    assert keeper.texts(keeper.open()) == ["one", "later"]
    keeper.home = tmp_path / "empty"
    Vault.restore(made.path, keeper.home, keeper.passphrase, now=keeper.now)
    assert keeper.texts(keeper.open()) == ["one"]


def test_a_store_in_use_is_not_put_aside(keeper: "Keeper", vault: Vault, tmp_path: Path) -> None:
    made, secret = vault.backup(tmp_path), keeper.passphrase
    with pytest.raises(SrtError, match="in use") as refused:
        Vault.restore(made.path, keeper.home, secret, now=keeper.now, put_aside=True)
    assert refused.value.exit_code is Exit.LOCKED


def test_a_backup_into_the_store_itself_is_refused(keeper: "Keeper", vault: Vault) -> None:
    with pytest.raises(SrtError, match="inside the store"):
        vault.backup(keeper.home / "backup")


def test_half_a_backup_is_not_restored(keeper: "Keeper", vault: Vault, tmp_path: Path) -> None:
    made = vault.backup(tmp_path)
    (made.path / "vault.json").unlink()
    with pytest.raises(SrtError, match="whole backup"):
        Vault.restore(made.path, tmp_path / "new", keeper.passphrase, now=keeper.now)
    assert not (tmp_path / "new").exists()


def test_verify_reads_every_file_and_names_the_damaged_one(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"), said("two"))
    vault = keeper.reopen(vault)
    steps: list[tuple[int, int]] = []
    good = vault.verify(lambda done, of: steps.append((done, of)))
    assert good == (5, 4, ())
    assert steps == [(done, 5) for done in range(1, 6)]
    copy = next(keeper.home.glob("backup/*/*[0-9a-f].sealed"))
    copy.write_bytes(copy.read_bytes()[:-1] + b"?")
    assert vault.verify(lambda *_: None).problems == (f"{copy.relative_to(keeper.home)}: damaged",)


def test_the_access_log_says_who_did_what_when_and_nothing_else(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    id = vault.add("JD-07", said("his words")).id
    vault.person("JD-07").append(said("one"))
    vault.person("JD-07").append(said("two"))
    vault.person("JD-07").close()
    keeper.time += 40 * DAY
    vault = keeper.reopen(vault)
    vault.person("JD-07")
    vault.person("JD-07")
    vault.log("note", "JD-07")
    vault.export(["JD-07"])
    lines = vault.access()
    kinds = [(line.kind, line.id) for line in lines]
    about = [("added", id), ("changed", id), ("viewed", id), ("note", id), ("exported", id)]
    assert kinds == [("unlocked", ""), *about[:2], ("unlocked", ""), *about[2:]]
    assert [line.kind for line in vault.access("JD-07")] == [kind for kind, _ in about]
    assert {line.at for line in lines} == {keeper.time, keeper.time - 40 * DAY}
    assert {line.who for line in lines} == {accesslog.account()}
    assert len(list(keeper.home.glob("log/*.sealed"))) == 2


def test_a_damaged_access_log_is_put_aside_and_stops_nobody(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()
    (log,) = keeper.home.glob("log/*.sealed")
    log.write_bytes(log.read_bytes()[:-1] + b"?")
    vault = keeper.open()
    vault.person("JD-07").append(said("two"))
    assert keeper.kinds(vault) == {"log"}
    kept, *later = (line.kind for line in vault.access())
    assert (kept, later) == ("unlocked", ["unlocked", "viewed", "changed"])
    assert list(keeper.home.glob("quarantine/*.sealed"))
    vault = keeper.reopen(vault)
    assert keeper.kinds(vault) == set()
    assert len(vault.access()) == 5


def test_a_look_is_noted_once_however_many_keys_it_takes_and_again_later(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one")).close()
    vault.add("MK-12", said("other"))
    vault = keeper.reopen(vault)
    for minutes in (0, 1, 5, 9):
        keeper.time += dt.timedelta(minutes=minutes)
        for _ in range(50):
            vault.person("JD-07").entries()
            vault.log("viewed", "JD-07")
    vault.person("MK-12")
    views = [line.at for line in vault.access("JD-07") if line.kind == "viewed"]
    assert [at - views[0] for at in views] == [dt.timedelta(0), dt.timedelta(minutes=15)]
    assert "viewed" in [line.kind for line in vault.access("MK-12")]
