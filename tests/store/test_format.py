"""The written format: an independent reader opens today's files, and those of every version."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from srt_tui.store import Cost

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said

READER = Path(__file__).with_name("independent_reader.py")
FIXTURES = Path(__file__).with_name("fixtures")
FIXTURE_SECRET = "schema one"


def read(home: Path, secret: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(READER), str(home), secret], capture_output=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_reader_uses_none_of_our_code() -> None:
    assert "srt_tui" not in READER.read_text("utf-8")


@pytest.mark.parametrize("with_recovery_key", [False, True])
def test_the_independent_reader_sees_what_was_saved(
    keeper: "Keeper", said: "Said", *, with_recovery_key: bool
) -> None:
    vault = keeper.create()
    person = vault.add("JD-07", said("first"))
    person.append(said("second"))
    person.take_out(1)
    person.save_draft("typing …".encode())
    vault.add("JD-08", said("other"))
    made = vault.backup(keeper.home.parent)
    vault.close()
    secret = keeper.recovery if with_recovery_key else keeper.passphrase
    found = read(keeper.home, secret)
    people = {
        tables["about"]["1"]["reference"]: {
            seq: (entry["kind"], entry["text"]) for seq, entry in tables["entries"].items()
        }
        for tables in found["people"].values()
    }
    assert people == {
        "JD-07": {"1": ("words", "first"), "2": ("words", "second")},
        "JD-08": {"1": ("words", "other")},
    }
    assert found["people"][person.id]["hidden"] == {"1": {}}
    assert found["drafts"] == {person.id: "typing …"}
    assert read(made.path, secret)["people"] == found["people"]
    assert [(line["kind"], line.get("id", "")) for line in found["log"]][:3] == [
        ("unlocked", ""),
        ("added", person.id),
        ("changed", person.id),
    ]


def test_the_independent_reader_follows_a_change_of_keys(keeper: "Keeper", said: "Said") -> None:
    vault = keeper.create()
    vault.add("JD-07", said("first")).save_draft(b"typing")
    recovery = vault.rotate(keeper.passphrase, cost=Cost.least())
    vault.close()
    for secret in (keeper.passphrase, recovery):
        found = read(keeper.home, secret)
        assert list(found["drafts"].values()) == ["typing"]
        assert len(found["people"]) == 1


@pytest.mark.parametrize("fixture", sorted(FIXTURES.iterdir()), ids=lambda path: path.name)
def test_a_vault_of_every_version_so_far_opens_with_all_that_was_in_it(
    keeper: "Keeper", fixture: Path
) -> None:
    shutil.copytree(fixture, keeper.home)
    vault = keeper.open(FIXTURE_SECRET)
    person = vault.person("JD-07")
    assert len(person.entries()) == 35
    assert person.draft() == b"typed, not saved"
    person.put_back(36)
    assert keeper.texts(vault)[-1] == "appended"
    person.take_out(36)
    assert vault.notices == ()
    assert vault.export(["JD-07", "MK-12"]) == (fixture / "case.json").read_bytes()
    assert {line.kind for line in vault.access()} >= {"imported", "changed", "viewed"}
    vault.close()
    assert len(read(keeper.home, FIXTURE_SECRET)["people"]) == 2
