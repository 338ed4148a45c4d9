"""What is found in a clip's folder, and whether it will play."""

import hashlib
import json
import struct
from pathlib import Path

import pytest

from srt_tui.domain.content import Clip, Line, Scene
from srt_tui.player.media import film_length, find, readiness
from srt_tui.player.reasons import unplayable
from tests.support.films import box, header, write_film

CLIP = Clip(
    id="clip-f01",
    title="What matters to me",
    lead="Marcus",
    content_note="",
    scenes=(
        Scene(
            number=1,
            picture="A gate",
            words="One small step",
            lines=(Line(speaker="MARCUS", text="Steady. Kind."),),
        ),
    ),
)
CAPTIONS = "WEBVTT\n\n00:00.500 --> 00:02.000\n<v Marcus>Steady. Kind.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_film(tmp_path / "plain.mp4", 4.0)
    (tmp_path / "captions.vtt").write_text(CAPTIONS, encoding="utf-8")
    return tmp_path


def test_a_whole_recording_plays_with_its_captions(folder: Path) -> None:
    media = find(CLIP, folder)
    assert media.path == folder / "plain.mp4"
    assert [(cue.text, cue.speaker, cue.scene) for cue in media.story.cues] == [
        ("Steady. Kind.", "Marcus", 1)
    ]
    assert media.story.length == pytest.approx(4.0, abs=0.1)
    assert readiness(media).state == "plays"


def test_on_a_light_theme_dark_words_on_light_are_taken_where_there_are_such(folder: Path) -> None:
    assert find(CLIP, folder, on_light=True).path == folder / "plain.mp4"
    light = folder / "plain-light.mp4"
    light.write_bytes((folder / "plain.mp4").read_bytes())
    assert find(CLIP, folder, on_light=True).path == light
    assert find(CLIP, folder).path == folder / "plain.mp4"
    assert find(CLIP, folder, "standard", on_light=True).path is None


def test_without_a_recording_the_script_is_told(tmp_path: Path) -> None:
    for place in (None, tmp_path):
        media = find(CLIP, place)
        assert media.path is None
        assert media.story.cues[0].text == "Steady. Kind."
        ready = readiness(media)
        assert ready.state == "reads"
        assert ready.reason


def test_a_recording_cut_short_is_read_instead(folder: Path) -> None:
    film = folder / "plain.mp4"
    film.write_bytes(film.read_bytes()[:-5000])
    assert readiness(find(CLIP, folder)).state == "reads"


def test_a_recording_that_is_not_the_one_that_was_made_is_read_instead(folder: Path) -> None:
    digest = hashlib.sha256((folder / "plain.mp4").read_bytes()).hexdigest()
    for said, state in ((digest, "plays"), ("0" * 64, "reads"), (7, "plays")):
        listed = json.dumps({"forms": {"plain": {"sha256": said}}})
        (folder / "clip.json").write_text(listed, encoding="utf-8")
        assert readiness(find(CLIP, folder)).state == state
    (folder / "clip.json").write_text("{", encoding="utf-8")
    assert readiness(find(CLIP, folder)).state == "plays"


def test_a_recording_that_vanished_is_read_instead(folder: Path) -> None:
    media = find(CLIP, folder)
    (folder / "plain.mp4").unlink()
    assert readiness(media).reason == "The recording is missing."


def test_a_story_with_neither_recording_nor_script_is_missing() -> None:
    empty = Clip(id="clip-x", title="", lead="", content_note="", scenes=())
    assert readiness(find(empty, None)).state == "missing"


@pytest.mark.parametrize("text", ["WEBVTT\n\nNOTE nothing yet\n", "x" * 1_000_001, None])
def test_captions_that_cannot_be_read_do_not_stop_a_clip(folder: Path, text: str | None) -> None:
    (folder / "captions.vtt").unlink()
    if text is not None:
        (folder / "captions.vtt").write_text(text, encoding="utf-8")
    media = find(CLIP, folder)
    assert media.story.cues == ()
    ready = readiness(media)
    assert ready.state == "plays"
    assert "captions" in ready.reason


@pytest.mark.parametrize(
    ("content", "length"),
    [
        (box(b"moov", box(b"mvhd", header(0, 1000, 2500))), 2.5),
        (box(b"moov", box(b"mvhd", header(1, 1000, 2500))), 2.5),
        (struct.pack(">I4sQ", 1, b"mdat", 20) + b"1234" + box(b"moov", b""), 0),
        (box(b"moov", box(b"mvhd", header(0, 0, 2500))), 0),
        (box(b"moov", b"mvhd"), 0),
        (b"short", 0),
        (struct.pack(">I4s", 4, b"moov"), 0),
    ],
)
def test_the_length_of_a_film_is_in_its_header(
    tmp_path: Path, content: bytes, length: float
) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(content)
    assert film_length(film) == length
    assert film_length(tmp_path) == 0


def test_a_file_that_may_not_be_opened_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refused)
    assert "may not be opened" in unplayable(folder / "plain.mp4")
