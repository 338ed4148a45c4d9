"""Whose time is over, from the command line."""

import datetime as dt
from pathlib import Path

import pytest

from srt_tui.cli.main import main
from srt_tui.workflow import workspace

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def a_year_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the machine is a year on."""
    later = workspace.local_now() + dt.timedelta(days=365)
    monkeypatch.setattr(workspace, "local_now", lambda: later)


@pytest.mark.usefixtures("records", "a_year_later")
def test_purge_lists_what_is_due_and_erases_only_when_told(capsys: Captured) -> None:
    assert main(["purge"]) == 0
    said = capsys.readouterr().out
    assert "AB-12: to go since " in said
    assert "Nothing was erased." in said
    assert main(["purge", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "Removed on " in said
    assert "Out of reach:" in said
    assert main(["purge", "--yes"]) == 0
    assert "Nobody's time is over." in capsys.readouterr().out
    assert main(["history", "AB-12"]) == 2


@pytest.mark.usefixtures("records", "a_year_later")
def test_who_is_held_is_left_alone(capsys: Captured) -> None:
    assert main(["hold", "AB-12"]) == 0
    assert main(["purge", "--yes"]) == 0
    assert "Removed" not in capsys.readouterr().out
    assert main(["hold", "AB-12", "--release"]) == 0
    assert main(["purge"]) == 0
    assert "AB-12" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", ["", "not this one", "x" * 1_000_000, "  "])
def test_a_wrong_passphrase_in_a_file_of_any_size_opens_nothing(
    records: Path, home: Path, capsys: Captured, wrong: str
) -> None:
    before = {path: path.read_bytes() for path in records.rglob("*.sealed")}
    (home / "passphrase").write_text(wrong)
    assert main(["verify"]) == 3
    assert {path: path.read_bytes() for path in records.rglob("*.sealed")} == before
    assert "x" * 100 not in capsys.readouterr().err
