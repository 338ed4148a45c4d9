"""K7: bytes flipped, files cut, frames moved: never wrong data, never silence."""

import itertools
import shutil
from typing import TYPE_CHECKING

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.store import container as containers

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


@pytest.mark.parametrize("kept", [3, 20, 200])
@pytest.mark.parametrize("behind", [0, 700])
def test_an_incomplete_last_frame_is_dropped_and_reported(
    keeper: "Keeper", said: "Said", kept: int, behind: int
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()
    whole, index = keeper.file().read_bytes(), (keeper.home / "index.sealed").read_bytes()
    vault = keeper.open()
    vault.person("JD-07").append(said("two"))
    torn = keeper.file().read_bytes()[: len(whole) + kept] + bytes(behind)
    vault.close()
    (keeper.home / "index.sealed").unlink()
    (keeper.home / "index.unsettled").write_bytes(index)
    keeper.file().write_bytes(torn)
    vault = keeper.open()
    assert keeper.texts(vault) == ["one"]
    assert [(notice.kind, notice.reference) for notice in vault.notices] == [("torn", "JD-07")]
    assert not list((keeper.home / "quarantine").iterdir())
    assert vault.person("JD-07").append(said("again"))[0].seq == 2
    assert keeper.texts(keeper.reopen(vault)) == ["one", "again"]


@pytest.mark.parametrize("zeros", [1, 40, 5000])
def test_zeros_behind_the_last_frame_are_room_that_was_not_used(
    keeper: "Keeper", said: "Said", zeros: int
) -> None:
    data = keeper.filled(copies=False)
    keeper.file().write_bytes(data + bytes(zeros))
    vault = keeper.open()
    assert keeper.texts(vault) == SAID
    assert vault.notices == ()
    vault.person("JD-07").append(said("five"))
    assert keeper.texts(keeper.reopen(vault)) == [*SAID, "five"]


def test_room_is_made_for_saves_to_come_and_given_back(keeper: "Keeper", said: "Said") -> None:
    before = len(keeper.filled(copies=False))
    vault = keeper.open()
    person = vault.person("JD-07")
    sizes = set()
    for _ in range(50):
        person.append(said("more"))
        sizes.add(keeper.file().stat().st_size)
    assert len(sizes) == 1
    assert sizes.pop() > before + 30_000
    vault.close()
    assert keeper.file().stat().st_size < before + 50 * 400
    assert keeper.open().notices == ()


def test_a_flipped_byte_anywhere_never_gives_wrong_data_and_is_always_said(
    keeper: "Keeper",
) -> None:
    data = keeper.filled(copies=False)
    path = keeper.file()
    for at in range(0, len(data), 41):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :])
        vault = keeper.open(read_only=True)
        try:
            found = keeper.texts(vault)
        except SrtError:
            found = []
        assert [text for text in SAID if text in found] == found
        assert vault.notices, at
        vault.close()


def test_a_flipped_byte_anywhere_is_made_good_from_the_dated_copy(keeper: "Keeper") -> None:
    data = keeper.filled(copies=True)
    path = keeper.file()
    for at in range(0, len(data), 149):
        damaged = data[:at] + bytes([data[at] ^ 0x80]) + data[at + 1 :]
        path.write_bytes(damaged)
        vault = keeper.open()
        assert keeper.texts(vault) == SAID
        assert keeper.kinds(vault) & {"damaged", "swapped"}, at
        vault.close()
        kept = (keeper.home / "quarantine").glob("*.sealed")
        assert damaged in [file.read_bytes() for file in kept]
        shutil.rmtree(keeper.home / "quarantine")
        (keeper.home / "index.sealed").unlink()
        path.write_bytes(data)


def test_a_damaged_save_in_the_middle_costs_that_save_only(keeper: "Keeper", said: "Said") -> None:
    data = keeper.filled(copies=False)
    at = boundaries(data)[2] + 30
    keeper.file().write_bytes(data[:at] + b"?" + data[at + 1 :])
    vault = keeper.open()
    assert keeper.texts(vault) == ["one", "three", "four"]
    (notice,) = vault.notices
    assert "one save is missing" in notice.sentence
    assert notice.reference == "JD-07"
    assert vault.person("JD-07").append(said("five"))[0].seq == 5
    vault = keeper.reopen(vault)
    assert keeper.texts(vault) == ["one", "three", "four", "five"]
    assert vault.notices == ()


def test_any_cut_gives_what_was_before_it_and_is_said(keeper: "Keeper") -> None:
    data = keeper.filled(copies=False)
    for cut in (0, 1, 200, *range(boundaries(data)[1], len(data), 97), *boundaries(data)[1:-1]):
        keeper.file().write_bytes(data[:cut])
        vault = keeper.open(read_only=True)
        whole = [end for end in boundaries(data)[1:] if end <= cut]
        if whole:
            assert keeper.texts(vault) == SAID[: len(whole) - 1]
        else:
            with pytest.raises(SrtError, match="cannot be read"):
                keeper.texts(vault)
        assert vault.notices, cut
        vault.close()


@pytest.mark.parametrize("order", [[0, 1, 1, 2, 3, 4], [0, 2, 1, 3, 4], [0, 1, 3, 4], [0, 4]])
def test_frames_doubled_reordered_or_removed_are_noticed(
    keeper: "Keeper", order: list[int]
) -> None:
    data = keeper.filled(copies=False)
    ends = boundaries(data)
    pieces = [data[a:b] for a, b in itertools.pairwise(ends)]
    keeper.file().write_bytes(data[: ends[0]] + b"".join(pieces[at] for at in order))
    vault = keeper.open()
    found = keeper.texts(vault)
    assert found == sorted(set(found), key=SAID.index)
    assert keeper.kinds(vault) == {"damaged"}
    if len(order) > len(pieces):
        assert found == SAID


def test_a_damaged_key_file_is_made_good_from_its_copy(keeper: "Keeper") -> None:
    keeper.filled(copies=True)
    path = keeper.home / "vault.json"
    good = path.read_bytes()
    for damaged in (b"", b"{}", good[:100], good.replace(b'"epoch": 1', b'"epoch": 7')):
        path.write_bytes(damaged)
        vault = keeper.open()
        assert keeper.texts(vault) == SAID
        assert keeper.kinds(vault) == {"keys"}
        vault.close()
        assert path.read_bytes() == good
    path.unlink()
    assert keeper.texts(keeper.open()) == SAID


def test_a_flipped_byte_in_the_key_file_opens_nothing_wrong(keeper: "Keeper") -> None:
    keeper.filled(copies=True)
    path, copy = keeper.home / "vault.json", keeper.home / "backup" / "vault.json"
    good = path.read_bytes()
    for at in range(0, len(good), 29):
        damaged = good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        path.write_bytes(damaged)
        copy.write_bytes(damaged)
        try:
            vault = keeper.open(read_only=True)
        except SrtError:
            continue
        assert keeper.texts(vault) == SAID
        vault.close()


def test_a_damaged_draft_goes_to_quarantine_and_the_rest_opens(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one")).save_draft(b"typing")
    vault.close()
    (draft,) = (keeper.home / "p").glob("*.draft")
    draft.write_bytes(draft.read_bytes()[:-1])
    vault = keeper.open()
    assert vault.person("JD-07").draft() is None
    assert keeper.texts(vault) == ["one"]
    assert keeper.kinds(vault) == {"draft"}
    assert list((keeper.home / "quarantine").glob("*.draft"))
