"""The sound of each clip against its picture is kept for this machine, and for no other."""

from pathlib import Path

import pytest

from srt_tui.workflow.deliver.sound import SoundDelays


def test_it_is_kept_by_clip_and_machine(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "sound.json"
    here = SoundDelays(path)
    assert here.of("clip-f01") == 0
    here.keep("clip-f01", 150)
    here.keep("clip-f02", -50)
    assert SoundDelays(path).of("clip-f01") == 150
    assert SoundDelays(path).of("clip-f02") == -50
    assert SoundDelays(path, "another machine").of("clip-f01") == 0
    assert not list(path.parent.glob("*.new"))


def test_moved_back_nothing_is_left_of_it(tmp_path: Path) -> None:
    path = tmp_path / "sound.json"
    kept = SoundDelays(path)
    kept.keep("clip-f01", 0)
    assert not path.exists()
    kept.keep("clip-f01", 50)
    kept.keep("clip-f01", 0)
    assert "clip-f01" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["", "[]", '{"a": 3}', '{"a": {"clip-f01": "x"}}', "{"])
def test_a_file_that_makes_no_sense_counts_as_none(tmp_path: Path, words: str) -> None:
    path = tmp_path / "sound.json"
    path.write_text(words, encoding="utf-8")
    assert SoundDelays(path).of("clip-f01") == 0


def test_without_a_file_or_room_for_one_it_holds_for_this_run(tmp_path: Path) -> None:
    kept = SoundDelays()
    kept.keep("clip-f01", 50)
    assert kept.of("clip-f01") == 50
    (tmp_path / "file").touch()
    kept = SoundDelays(tmp_path / "file" / "sound.json")
    kept.keep("clip-f01", 50)
    assert kept.of("clip-f01") == 50


def test_far_out_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "sound.json"
    SoundDelays(path).keep("clip-f01", 99_999)
    assert SoundDelays(path).of("clip-f01") == 0
