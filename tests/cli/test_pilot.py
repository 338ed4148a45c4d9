"""The published pilot's funnel, from a file of invented people to the answer of `srt evaluate`."""

import json
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from srt_tui.cli.main import main
from srt_tui.cli.services import make
from srt_tui.locations import locate
from srt_tui.store import Cost

PILOT = Path(__file__).parents[1] / "samples" / "pilot.py"

# Morris and others (2021), by hand: 55 men referred, how far they came, and the breaches.
FUNNEL = {
    "not-started": 14,
    "stopped": 20,
    "going-on": 3,
    "foundation-done": 12,
    "all-done": 6,
}
BREACHES = {"not-started": 6, "stopped": 6, "going-on": 0, "foundation-done": 0, "all-done": 0}

Evaluated: TypeAlias = Callable[..., Any]


@pytest.fixture
def evaluated(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Evaluated:
    """Imports a file into new records, and gives what `srt evaluate` prints about them."""
    secret = home / "passphrase"
    secret.touch(mode=0o600)
    secret.write_text("four unrelated plain words\n")
    monkeypatch.setenv("SRT_PASSPHRASE_FILE", str(secret))

    def run(case: Path, *options: str) -> str:
        if not locate().store.exists():
            workspace = make()
            workspace.create("four unrelated plain words", cost=Cost.least())
            workspace.lock()
            assert main(["import", str(case)]) == 0, capsys.readouterr().err
            capsys.readouterr()
        assert main(["evaluate", *options]) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture(scope="module")
def pilot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that the sample writes, run as a stranger would run it."""
    out = tmp_path_factory.mktemp("pilot") / "pilot.json"
    subprocess.run([sys.executable, str(PILOT), str(out)], check=True)
    return out


def test_the_imported_people_give_the_pilots_funnel_and_the_shareable_form_hides_its_small_cells(
    pilot: Path, evaluated: Evaluated
) -> None:
    whole = json.loads(evaluated(pilot, "--json"))
    assert whole["people"] == sum(FUNNEL.values()) == 55
    assert whole["funnel"] == FUNNEL
    assert {state: row["breach"] for state, row in whole["reasons"].items()} == BREACHES

    shared = evaluated(pilot, "--json", "--share")
    funnel = json.loads(shared)["funnel"]
    assert funnel == FUNNEL | {"going-on": None, "all-done": None}
    assert json.loads(shared)["reasons"]["stopped"] == {
        "open": 0, "completed": 0, "breach": 6, "moved": None, "declined": 6, "other": None,
    }  # fmt: skip
    assert not {1, 2, 3, 4} & set(_counts(json.loads(shared)))
    for said in (shared, *(evaluated(pilot, "--share", "--form", f) for f in ("text", "md"))):
        assert "PILOT" not in said
        assert "not told" in said or "null" in said


def test_moving_one_person_moves_the_funnel(
    tmp_path: Path, pilot: Path, evaluated: Evaluated
) -> None:
    case = json.loads(pilot.read_text())
    session = runpy.run_path(str(PILOT))["_session"]
    first = case["people"][13]
    assert [entry["kind"] for entry in first["entries"]] == ["referred"]
    at = first["entries"][0]["at"]
    for seq, entry in enumerate(session("f01", "partly"), start=2):
        kind = entry.pop("kind")
        first["entries"].append({"seq": seq, "kind": kind, "at": at, "session": 1, **entry})
    first["last"] = len(first["entries"])
    moved = tmp_path / "moved.json"
    moved.write_text(json.dumps(case))
    assert json.loads(evaluated(moved, "--json"))["funnel"] == {
        "not-started": 13,
        "stopped": 20,
        "going-on": 4,
        "foundation-done": 12,
        "all-done": 6,
    }


def _counts(found: Any) -> Iterator[int]:
    """Every number anywhere in the answer."""
    if isinstance(found, dict):
        for each in found.values():
            yield from _counts(each)
    elif isinstance(found, int) and not isinstance(found, bool):
        yield found
