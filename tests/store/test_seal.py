"""The cryptography's promises: nonces, padding, bounds, recovery keys, private files."""

import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from srt_tui.domain.errors import SrtError
from srt_tui.store import Cost, container, seal
from srt_tui.store.keyring import KeyRing

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said


def test_no_nonce_is_used_twice_in_a_hundred_thousand_frames() -> None:
    made = container.fresh(KeyRing.new(), "person", "ab", [b"{}"])
    chain, nonces = made.contents.chain, set()
    for _ in range(100_000):
        frame = chain.seal(b"{}")
        nonces.add(frame[8:20])
        chain.advance(frame)
    assert len(nonces) == 100_000


def test_a_save_made_again_after_it_was_torn_has_another_nonce(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()
    before = keeper.file().read_bytes()
    seen = set()
    for _ in range(20):
        vault = keeper.open()
        vault.person("JD-07").append(said("two"))
        vault.close()
        written = keeper.file().read_bytes()
        seen.add(written[len(before) + 8 : len(before) + 20])
        keeper.file().write_bytes(written[:-9])
        (keeper.home / "index.sealed").unlink()
        for copy in keeper.home.glob("backup/*/*"):
            copy.unlink()
    assert len(seen) == 20


def test_each_file_and_each_writing_afresh_has_a_key_of_its_own(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    person = vault.add("JD-07", said("one"))
    keys = set()
    for _ in range(5):
        keys.add(container.read_header(keeper.file().read_bytes())[0].key)
        person.compact()
    assert len(keys) == 5


@given(st.integers(0, 200_000))
def test_padding_hides_the_length_and_costs_little(length: int) -> None:
    padded = seal.padded(b"x" * length)
    assert padded.rstrip(b" ") == b"x" * length
    assert len(padded) >= 256
    assert len(padded) <= max(256, length * 1.12)


def test_a_short_word_and_a_sentence_take_the_same_room(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07")
    sizes = []
    for text in ("", "No.", "I put the phone down and went outside for a while."):
        vault.person("JD-07").append(said(text))
        vault = keeper.reopen(vault)
        sizes.append(keeper.file().stat().st_size)
    assert sizes[1] - sizes[0] == sizes[2] - sizes[1] > 0


@given(st.text(min_size=32, max_size=40))
def test_only_a_recovery_key_looks_like_one(typed: str) -> None:
    secret = seal.recovery_secret(typed)
    assert secret is None or len(secret) == 32


def test_a_recovery_key_survives_the_usual_slips_of_the_hand() -> None:
    key = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
    assert seal.recovery_secret(key) == key.replace("-", "").encode()
    assert seal.recovery_secret(" o123 4567 89ab cdef ghjk mnpq rstv wxyz\n") == (
        seal.recovery_secret(key)
    )
    assert seal.recovery_secret("Oi23-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ") is not None
    assert seal.recovery_secret(key[:-1]) is None
    assert len({seal.new_recovery_key() for _ in range(50)}) == 50
    assert seal.recovery_secret(seal.new_recovery_key()) is not None


def test_a_cost_out_of_bounds_is_refused_at_once_without_taking_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for cost in (Cost(2048 * 1024 + 1, 1, 1), Cost(8191, 1, 1), Cost(8192, 65, 1)):
        with pytest.raises(SrtError, match="impossible"):
            seal.stretch("words", bytes(16), cost)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 4096


def test_a_users_vault_costs_at_least_what_the_design_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    took = iter([0.0, 0.4, 0.0, 30.0])
    monkeypatch.setattr(seal, "stretch", lambda *_: b"")
    monkeypatch.setattr(time, "perf_counter", lambda: next(took))
    assert Cost.calibrated() == Cost(65536, 8, 4)
    assert Cost.calibrated() == Cost(65536, 3, 4)


def test_passphrases_of_any_shape_open_what_they_closed(keeper: "Keeper") -> None:
    for secret in ("w" * 1_000_000, "\udcff\udc80", "٣ мы 漢字 🗝", " leading and trailing "):
        keeper.passphrase = secret
        keeper.home = keeper.home.with_name(f"home{len(secret)}")
        keeper.create().close()
        keeper.open().close()
        with pytest.raises(SrtError, match="does not open"):
            keeper.open(secret + "x")


def test_the_key_files_of_two_vaults_share_nothing(keeper: "Keeper", tmp_path: Path) -> None:
    keeper.create().close()
    first = msgspec.json.decode((keeper.home / "vault.json").read_bytes())
    keeper.home = tmp_path / "other"
    keeper.create().close()
    second = msgspec.json.decode((keeper.home / "vault.json").read_bytes())
    assert first["vault"] != second["vault"]
    assert first["mac"] != second["mac"]
    assert {slot["salt"] for slot in first["slots"]}.isdisjoint(
        slot["salt"] for slot in second["slots"]
    )


def test_a_file_of_another_vault_is_not_taken_for_ones_own(
    keeper: "Keeper", said: "Said", tmp_path: Path
) -> None:
    vault = keeper.create()
    vault.add("JD-07", said("one"))
    vault.close()
    foreign = keeper.file().read_bytes()
    keeper.home = tmp_path / "other"
    vault = keeper.create()
    vault.add("JD-08", said("mine"))
    vault.close()
    keeper.file().write_bytes(foreign)
    vault = keeper.open()
    assert keeper.texts(vault, "JD-08") == ["mine"]
    assert keeper.kinds(vault) == {"damaged"}
    assert any((keeper.home / "quarantine").iterdir())
