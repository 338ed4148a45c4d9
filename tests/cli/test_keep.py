"""Export, import, backup, restore, verify and erase, from the command line."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from srt_tui.cli import keep
from srt_tui.cli.main import main

Captured = pytest.CaptureFixture[str]


def test_what_is_exported_can_be_imported_elsewhere_byte_for_byte(
    records: Path, filled: Path, tmp_path: Path, capsys: Captured
) -> None:
    one = tmp_path / "one.json"
    assert main(["export", "JD-07", "MK-02", "--to", str(one)]) == 0
    assert one.stat().st_mode & 0o077 == 0
    assert main(["erase", "JD-07", "--again", "jd 07"]) == 0
    assert main(["import", str(one)]) == 0
    said = capsys.readouterr().out
    assert "Added: JD-07." in said
    assert "Here already, just as in the file: MK-02." in said
    assert main(["hold", "MK-02"]) == 0
    assert main(["erase", "JD-07", "--again", "jd 07"]) == 0
    assert main(["import", str(one)]) == 2
    for reference in ("JD-07", "MK-02"):
        assert main(["erase", reference, "--again", reference]) == int(reference == "JD-07") * 2
    assert main(["import", str(one)]) == 0
    assert "Added: JD-07, MK-02." in capsys.readouterr().out
    assert main(["export", "JD-07", "MK-02"]) == 0
    assert capsys.readouterr().out.encode() == one.read_bytes()
    assert records != filled


def test_an_export_is_never_written_over_another_file(
    records: Path, tmp_path: Path, capsys: Captured
) -> None:
    there = tmp_path / "there.json"
    there.write_text("kept")
    assert main(["export", "JD-07", "--to", str(there)]) == 2
    assert main(["export", "JD-07", "--to", str(tmp_path / "no" / "such")]) == 1
    assert there.read_text() == "kept"
    assert "already" in capsys.readouterr().err
    assert records.is_dir()


@pytest.mark.usefixtures("records")
def test_an_export_is_the_documented_form(capsys: Captured) -> None:
    assert main(["export", "TB-05"]) == 0
    case = json.loads(capsys.readouterr().out)
    assert case["format"] == "srt-case"
    assert [person["reference"] for person in case["people"]] == ["TB-05"]


@pytest.mark.usefixtures("records")
def test_a_summary_to_hand_over_is_of_one_person(capsys: Captured) -> None:
    for form, start in {"md": "# ", "html": "<!DOCTYPE html>", "csv": "seq,session,date"}.items():
        assert main(["export", "JD-07", "--format", form]) == 0
        assert capsys.readouterr().out.startswith(start)
    assert main(["export", "JD-07", "LN-09", "--format", "md"]) == 2


@pytest.mark.usefixtures("records")
def test_all_that_is_held_is_in_two_parts_and_nothing_is_left_out(capsys: Captured) -> None:
    assert main(["access", "LN-09"]) == 0
    said = capsys.readouterr().out
    assert "Part 1: what was done and said" in said
    assert "push-work" in said.split("Part 2: for a decision")[-1]
    assert main(["access", "LN-09", "--json"]) == 0
    held = json.loads(capsys.readouterr().out)
    assert main(["export", "LN-09"]) == 0
    (person,) = json.loads(capsys.readouterr().out)["people"]
    assert len(held["part_1"]) + len(held["part_2"]) == len(person["entries"])


@pytest.mark.usefixtures("records")
def test_a_file_that_is_no_export_changes_nothing(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "x.json").write_text("{}")
    assert main(["import", str(tmp_path / "x.json")]) == 2
    assert main(["import", str(tmp_path / "missing.json")]) == 2
    assert "Nothing was imported." in capsys.readouterr().err


def test_a_backup_is_restored_where_nothing_is_or_beside_what_is(
    records: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["backup", str(tmp_path / "stick")]) == 2
    assert not (tmp_path / "stick").exists()
    (tmp_path / "stick").mkdir()
    assert main(["backup", str(tmp_path / "stick")]) == 0
    (copy,) = (tmp_path / "stick").iterdir()
    said = capsys.readouterr().out
    assert str(copy) in said
    assert "same disk" in said
    assert main(["restore", str(copy)]) == 2
    assert main(["restore", str(copy), "--put-aside"]) == 0
    (beside,) = records.parent.glob("store-before-*")
    assert str(beside) in capsys.readouterr().out
    shutil.rmtree(records)
    assert main(["restore", str(copy)]) == 0
    assert main(["note", "JD-07"]) == 0
    assert main(["restore", str(tmp_path / "stick")]) == 2
    capsys.readouterr()
    assert main(["seen"]) == 0
    assert "restored" in capsys.readouterr().out
    next(copy.glob("p/*.sealed")).unlink()
    shutil.rmtree(records)
    assert main(["restore", str(copy)]) == 1
    assert "1 of its files are gone" in capsys.readouterr().err
    assert not records.exists()
    assert main(["restore", str(copy), "--what-is-left"]) == 0
    assert "A file that was here is gone." in capsys.readouterr().err


def test_verify_reads_everything_and_names_what_is_bad(records: Path, capsys: Captured) -> None:
    assert main(["verify"]) == 0
    assert capsys.readouterr().out.endswith("; 0 bad.\n")
    victim = next((records / "p").glob("*.sealed"))
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(data)
    assert main(["verify"]) == 1
    assert victim.name in capsys.readouterr().out


@pytest.mark.usefixtures("records")
def test_erasing_asks_for_the_reference_twice_and_gives_a_receipt(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["erase", "LN-09"]) == 2
    assert main(["erase", "LN-09", "--again", "LN-90"]) == 2
    assert main(["erase", "ZX-99", "--again", "ZX-99"]) == 2
    assert main(["note", "LN-09"]) == 0
    capsys.readouterr()

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())

    def typed(_: str) -> Any:
        return "LN-09"

    monkeypatch.setattr(keep, "input", typed, raising=False)
    assert main(["erase", "LN-09"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Removed on ")
    assert "- What was exported, printed, or entered in the official record." in said
    assert main(["note", "LN-09"]) == 2


@pytest.mark.usefixtures("records")
def test_who_looked_at_whom_is_printed(capsys: Captured) -> None:
    assert main(["history", "JD-07"]) == 0
    capsys.readouterr()
    assert main(["seen", "JD-07"]) == 0
    about = capsys.readouterr().out
    assert main(["seen"]) == 0
    everything = capsys.readouterr().out
    assert "viewed" in about
    assert "unlocked" not in about
    assert "unlocked" in everything
    assert "JD-07" in everything
    assert "MK-02" in everything
    assert "MK-02" not in about
    assert main(["seen", "ZZ-99"]) == 2
    assert main(["erase", "JD-07", "--again", "JD-07"]) == 0
    called = capsys.readouterr().out.partition("srt seen ")[2][:8]
    assert main(["seen", "JD-07"]) == 2
    assert main(["seen", called]) == 0
    assert "erased" in capsys.readouterr().out
    assert main(["seen", "00000000"]) == 2
