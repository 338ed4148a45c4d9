"""The open rule: what is dropped, what goes to quarantine, what is put back, what is said."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from srt_tui.domain.entry import Unknown
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store import Vault, migrate
from srt_tui.store import container as containers
from srt_tui.store import keyring as keyrings

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said

SAID = ["one", "two", "three", "four"]


def boundaries(data: bytes) -> list[int]:
    """Where frames begin, and the end."""
    _, at = containers.read_header(data)
    found = [at]
    while at < len(data):
        at += 8 + int.from_bytes(data[at : at + 4], "little")
        found.append(at)
    return found


def test_an_older_copy_is_noticed_and_the_newer_dated_copy_takes_over(keeper: "Keeper") -> None:
    data = keeper.filled(copies=True)
    keeper.file().write_bytes(data[: boundaries(data)[2]])
    vault = keeper.open()
    assert keeper.texts(vault) == SAID
    assert keeper.kinds(vault) == {"older"}


def test_an_older_copy_without_a_newer_one_is_said_every_word_of_it_kept(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()
    old = keeper.file().read_bytes()
    vault = keeper.open()
    person = vault.person("JD-07")
    person.append(said("two"))
    person.compact()
    vault.close()
    keeper.forget_copies()
    keeper.file().write_bytes(old)
    for _ in range(2):
        vault = keeper.open()
        with pytest.raises(SrtError, match="older copy") as refused:
            vault.person("JD-07")
        assert refused.value.exit_code is Exit.LOCKED
        with pytest.raises(SrtError, match="older copy"):
            vault.export(["JD-07"])
        vault.close()
        assert keeper.file().read_bytes() == old
    vault = keeper.open()
    assert [(notice.kind, notice.reference) for notice in vault.notices] == [("older", "JD-07")]
    vault.accept("JD-07")
    assert vault.person("JD-07").append(said("three"))[0].seq == 2
    vault = keeper.reopen(vault)
    assert keeper.texts(vault) == ["one", "three"]
    assert vault.notices == ()


def test_swapped_files_are_put_right(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    one = keeper.home / "p" / f"{vault.add('JD-07', said('one')).id}.sealed"
    other = keeper.home / "p" / f"{vault.add('JD-08', said('other')).id}.sealed"
    vault.close()
    keeper.forget_copies()
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    vault = keeper.open()
    assert (keeper.texts(vault), keeper.texts(vault, "JD-08")) == (["one"], ["other"])
    assert keeper.kinds(vault) == {"swapped"}


def test_one_file_put_over_another_is_taken_away_and_the_other_put_back(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    one = keeper.home / "p" / f"{vault.add('JD-07', said('one')).id}.sealed"
    other = keeper.home / "p" / f"{vault.add('JD-08', said('other')).id}.sealed"
    vault.close()
    other.write_bytes(one.read_bytes())
    vault = keeper.open()
    assert (keeper.texts(vault), keeper.texts(vault, "JD-08")) == (["one"], ["other"])
    assert {"swapped", "missing"} <= keeper.kinds(vault)


def test_a_missing_file_is_put_back_from_its_dated_copy(keeper: "Keeper") -> None:
    keeper.filled(copies=True)
    keeper.file().unlink()
    vault = keeper.open()
    assert keeper.texts(vault) == SAID
    (notice,) = vault.notices
    assert (notice.kind, notice.reference) == ("missing", "JD-07")
    assert "2 March 2026".rjust(12, "0") in notice.sentence


def a_step(tables: migrate.Tables) -> migrate.Tables:
    return tables


@pytest.mark.parametrize(
    ("part", "name", "newer"),
    [(containers, "MAGIC", b"srt-sealed 2\n"), (migrate, "STEPS", (*migrate.STEPS, a_step))],
)
def test_a_file_of_a_newer_version_is_refused_and_not_touched(
    keeper: "Keeper", monkeypatch: pytest.MonkeyPatch, part: object, name: str, newer: object
) -> None:
    data, id = keeper.filled(copies=True), keeper.file().stem
    frames = containers.read(data, keeper.keys(), "person", id).frames
    with monkeypatch.context() as patch:
        patch.setattr(part, name, newer)
        written = containers.fresh(keeper.keys(), "person", id, frames).data
    keeper.file().write_bytes(written)
    vault = keeper.open()
    with pytest.raises(SrtError, match="newer version") as refused:
        vault.person("JD-07")
    assert keeper.kinds(vault) == {"newer"}
    assert refused.value.exit_code is Exit.LOCKED
    assert list(vault.cards()) == ["JD-07"]
    vault.close()
    assert keeper.file().read_bytes() == written


def test_a_newer_key_file_is_refused_and_not_touched(keeper: "Keeper") -> None:
    keeper.filled(copies=True)
    path, copy = keeper.home / "vault.json", keeper.home / "backup" / "vault.json"
    newer = path.read_bytes().replace(b'"format": 1', b'"format": 2')
    path.write_bytes(newer)
    copy.write_bytes(newer)
    with pytest.raises(SrtError, match="newer version"):
        keeper.open()
    assert path.read_bytes() == copy.read_bytes() == newer


@pytest.mark.parametrize(
    "cost",
    [
        {"memory_kib": 1 << 31},
        {"memory_kib": 1},
        {"iterations": 1 << 31},
        {"iterations": 0},
        {"lanes": 1 << 20},
        {"lanes": -1},
    ],
)
def test_absurd_key_derivation_is_refused_before_anything_is_allocated(
    keeper: "Keeper", cost: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.create().close()
    (keeper.home / "backup" / "vault.json").unlink()
    text = (keeper.home / "vault.json").read_text("utf-8")
    for name, value in cost.items():
        least = {"memory_kib": 8192, "iterations": 1, "lanes": 1}[name]
        text = text.replace(f'"{name}": {least}', f'"{name}": {value}')
    (keeper.home / "vault.json").write_text(text, "utf-8")

    def forbidden(*_: object) -> bytes:
        raise AssertionError("derived")

    monkeypatch.setattr(keyrings, "stretch", forbidden)
    with pytest.raises(SrtError, match="impossible amount of work"):
        keeper.open()


def test_one_bad_record_is_set_aside_alone_and_an_unknown_kind_is_kept(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    person = vault.add("JD-07", said("one"))
    at = dt.datetime(2026, 3, 2, tzinfo=dt.UTC).isoformat()
    newer = {"kind": "hologram", "at": at, "session": 3, "depth": {"cm": 7}}
    bad = {"kind": "words", "at": at, "voice": "theirs", "text": "wrong"}
    person._book.table("entries").insert_multiple([newer, bad])
    vault = keeper.reopen(vault)
    person = vault.person("JD-07")
    person.compact()
    vault = keeper.reopen(vault)
    known, unknown = vault.person("JD-07").entries()
    assert known == msgspec.structs.replace(said("one"), seq=1)
    assert isinstance(unknown, Unknown)
    assert (unknown.seq, unknown.session, unknown.raw) == (2, 3, newer)
    assert keeper.kinds(vault) == {"set-aside"}
    assert vault.person("JD-07").state.tables["entries"]["3"] == bad


def test_reading_only_touches_nothing_whatever_it_finds(keeper: "Keeper") -> None:
    data = keeper.filled(copies=True)
    keeper.file().write_bytes(data[:-3] + b"???")

    def whole() -> dict[Path, tuple[int, bytes]]:
        return {
            path: (path.stat().st_mtime_ns, path.read_bytes())
            for path in keeper.home.rglob("*")
            if path.is_file() and path.parent.name != "log"  # that it was read is noted
        }

    before = whole()
    vault = keeper.open(read_only=True)
    assert keeper.texts(vault) == SAID
    vault.close()
    assert whole() == before


def test_what_a_death_left_half_written_is_swept(keeper: "Keeper") -> None:
    keeper.filled(copies=True)
    left = keeper.file().with_name(keeper.file().name + ".tmp")
    left.write_bytes(b"half")
    vault = keeper.open()
    assert not left.exists()
    assert vault.notices == ()


def test_a_link_to_another_place_is_said(keeper: "Keeper", tmp_path: Path) -> None:
    keeper.filled(copies=True)
    moved = tmp_path / "OneDrive"
    keeper.home.rename(moved)
    keeper.home.symlink_to(moved)
    vault: Vault = keeper.open()
    assert keeper.kinds(vault) == {"place"}
    vault.close()
    keeper.home.unlink()
    keeper.home = moved
    assert "cloud" in keeper.open().notices[0].sentence


def flipped(data: bytes, digit: bytes, to: bytes) -> bytes:
    assert data.count(digit)
    return data.replace(digit, to, 1)


@pytest.mark.parametrize("to", [b"3", b"5", b"9", b"q"])
@pytest.mark.parametrize("copies", [True, False])
@pytest.mark.parametrize(
    ("name", "digit"), [("p", b"srt-sealed %s"), ("p", b'"schema":%s'), ("i", b"srt-sealed %s")]
)
def test_a_flipped_version_digit_refuses_nobody(
    keeper: "Keeper", name: str, digit: bytes, to: bytes, *, copies: bool
) -> None:
    keeper.filled(copies=copies)
    path = keeper.file() if name == "p" else keeper.home / "index.sealed"
    if to == b"q" and b"schema" in digit and not copies:
        return  # that is no number any more: the header is gone, and nothing else has its key
    path.write_bytes(flipped(path.read_bytes(), digit % b"1", digit % to))
    vault = keeper.open()
    assert keeper.texts(vault) == SAID
    assert keeper.kinds(vault) == {"damaged" if name == "p" else "index"}
    vault = keeper.reopen(vault)
    assert keeper.texts(vault) == SAID
    assert vault.notices == ()


def test_a_flipped_version_digit_of_the_key_file_gives_way_to_the_copy(keeper: "Keeper") -> None:
    keeper.filled(copies=True)
    path = keeper.home / "vault.json"
    good = path.read_bytes()
    path.write_bytes(flipped(good, b'"format": 1', b'"format": 3'))
    with pytest.raises(SrtError, match="does not open"):
        keeper.open("mistyped")
    vault = keeper.open()
    assert keeper.kinds(vault) == {"keys"}
    assert path.read_bytes() == good


def test_without_its_key_files_a_store_is_not_said_to_hold_nothing(keeper: "Keeper") -> None:
    keeper.filled(copies=True)
    for path in keeper.home.rglob("vault.json"):
        path.unlink()
    before = {path: path.read_bytes() for path in keeper.home.rglob("*") if path.is_file()}
    assert Vault.exists(keeper.home)
    with pytest.raises(SrtError, match="key files are gone") as refused:
        keeper.open()
    assert refused.value.exit_code is Exit.LOCKED
    with pytest.raises(SrtError, match="a store here already"):
        keeper.create()
    assert before == {path: path.read_bytes() for path in keeper.home.rglob("*") if path.is_file()}


def test_a_making_that_was_cut_off_before_the_first_key_is_made_again(keeper: "Keeper") -> None:
    keeper.create().close()
    for path in [path for path in keeper.home.rglob("*") if path.is_file()]:
        path.unlink()
    assert not Vault.exists(keeper.home)
    assert keeper.create().cards() == {}


@pytest.mark.parametrize("ahead", [dt.timedelta(days=400), -dt.timedelta(days=400)])
def test_the_newest_copy_is_the_one_that_holds_most_whatever_the_clock_said(
    keeper: "Keeper", said: "Said", ahead: dt.timedelta
) -> None:
    """The clock was wrong for one day, then right again; the file is lost."""
    keeper.time += ahead
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()
    keeper.time -= ahead
    for text in ("two", "three"):
        vault = keeper.open()
        vault.person("JD-07").append(said(text))
        vault.close()
        keeper.time += dt.timedelta(days=1)
    for harmed in (b"", keeper.file().read_bytes()[:80]):
        keeper.file().write_bytes(harmed)
        vault = keeper.open()
        assert keeper.texts(vault) == ["one", "two", "three"]
        vault.close()


def test_after_an_older_file_was_accepted_no_former_copy_comes_back_over_it(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()
    old = keeper.file().read_bytes()
    vault = keeper.open()
    person = vault.person("JD-07")
    for _ in range(3):
        person.append(said("two"))
        person.compact()
    vault.close()
    keeper.forget_copies()
    keeper.file().write_bytes(old)
    vault = keeper.open()
    vault.accept("JD-07")
    vault.person("JD-07").append(said("since"))
    vault.close()
    keeper.file().write_bytes(b"")
    assert keeper.texts(keeper.open()) == ["one", "since"]


def test_of_two_indexes_the_later_one_counts(keeper: "Keeper", said: "Said") -> None:
    keeper.filled(copies=False)
    old = (keeper.home / "index.sealed").read_bytes()
    vault = keeper.open()
    vault.person("JD-07").append(said("five"))
    vault.close()
    keeper.forget_copies()
    later = keeper.home / "index.sealed"
    later.rename(keeper.home / "index.unsettled")
    later.write_bytes(old)
    data = keeper.file().read_bytes()
    keeper.file().write_bytes(data[: boundaries(data)[-2]])
    vault = keeper.open()
    assert vault.older("JD-07")
