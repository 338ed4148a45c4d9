"""The commands for people who write packs and make clips, and the guides."""

import json
import shutil
from pathlib import Path

import pytest

from srt_tui.cli.main import main
from srt_tui.locations import locate

Captured = pytest.CaptureFixture[str]


def test_the_shipped_pack_has_nothing_wrong_in_it(capsys: Captured) -> None:
    assert main(["content", "check"]) == 0
    said = capsys.readouterr().out
    assert "24 exercises, 26 clips, 144 prompts, 119 fields, 8 stages, 10 plans" in said
    assert said.endswith("Nothing is wrong.\n")


def test_what_is_wrong_in_a_pack_is_printed_with_its_place(
    tmp_path: Path, capsys: Captured
) -> None:
    exercises = tmp_path / "ours" / "exercises"
    exercises.mkdir(parents=True)
    (exercises / "F 01.md").write_text("---\ntitle: x\n---\n")
    assert main(["content", "check", str(tmp_path / "ours")]) == 1
    said = capsys.readouterr().out
    assert "exercises/F 01.md:1: error:" in said
    assert "Probably meant: f-01.md" in said
    assert main(["content", "check", str(tmp_path / "ours"), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["counts"]["exercises"] == 0
    assert {"file", "line", "what", "severity", "rule"} <= set(found["findings"][0])


def test_a_folder_without_a_pack_is_a_plain_failure(tmp_path: Path, capsys: Captured) -> None:
    assert main(["content", "check", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("There is no pack")


def test_the_guides_are_listed_and_printed(capsys: Captured) -> None:
    assert main(["help"]) == 0
    assert "srt help phone" in capsys.readouterr().out
    assert main(["help", "Phone"]) == 0
    assert capsys.readouterr().out.startswith("Phone and video\n\nBefore the call\n\n")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("help phon", "There is no guide “phon”. Did you mean “phone”?\n"),
        ("help xyzzy", "There is no guide “xyzzy”. What there is: srt help\n"),
        ("clips check clip-f1", "There is no clip “clip-f1”. Did you mean “clip-f01”?\n"),
        ("clips build xyzzy", "There is no clip “xyzzy”. The names are those of the folders.\n"),
    ],
)
def test_an_unknown_name_gets_the_nearest(typed: str, sentence: str, capsys: Captured) -> None:
    assert main(typed.split()) == 2
    assert capsys.readouterr().err == sentence


def test_a_clip_without_the_voices_says_how_to_get_them(tmp_path: Path, capsys: Captured) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(
        locate().shipped_pack, pack, ignore=shutil.ignore_patterns("*.mp4", "*.vtt", "*.json")
    )
    assert main(["clips", "build", "clip-f01", "--pack", str(pack)]) == 1
    assert "python3 dev.py" in capsys.readouterr().err


def test_clips_that_were_not_made_are_no_problem_until_one_is_named(
    tmp_path: Path, capsys: Captured
) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(
        locate().shipped_pack, pack, ignore=shutil.ignore_patterns("*.mp4", "*.vtt", "*.json")
    )
    assert main(["clips", "check", "--pack", str(pack)]) == 0
    assert capsys.readouterr().out == "0 clips looked at, 0 problems.\n"
    assert main(["clips", "check", "clip-f01", "--pack", str(pack)]) == 1
    assert capsys.readouterr().out.startswith("clip-f01: ")
