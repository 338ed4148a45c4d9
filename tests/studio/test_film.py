"""A fixture story through the whole film step, and a planted fault of each kind."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from srt_tui import studio
from srt_tui.domain.content import Clip
from srt_tui.domain.errors import SrtError
from srt_tui.studio.captions import captions, read_webvtt
from srt_tui.studio.film import make_film
from srt_tui.studio.lettering import HEIGHT, WIDTH
from srt_tui.studio.manifest import CAPTIONS, MANIFEST, PLAIN, read_manifest, write_manifest
from srt_tui.studio.media import probe
from srt_tui.studio.narration import narrate

SHORT = {"length"}
"""The fixture lasts a quarter of a minute, which is the only thing wrong with it."""


def rules(clip: Clip, folder: Path) -> set[str]:
    return {problem.rule for problem in studio.check_clip(clip, folder)}


def remade(folder: Path, *arguments: str) -> None:
    """The film written again by ffmpeg, all streams copied save for these arguments."""
    film = folder / PLAIN
    old = film.rename(folder / "old.mp4")
    subprocess.run(
        ["ffmpeg", "-v", "error", "-nostdin", "-i", str(old), "-map", "0:v", "-map", "0:a",
         "-map", "0:s", "-c", "copy", *arguments, str(film)],
        check=True,
    )  # fmt: skip


def test_the_film_has_picture_voice_captions_and_chapters(built: Path) -> None:
    probed = probe(built / PLAIN)
    kinds = {stream.codec_type: stream.codec_name for stream in probed.streams}
    assert kinds["video"] == "h264"
    assert kinds["audio"] == "aac"
    assert kinds["subtitle"] == "mov_text"
    picture = probed.kind("video")
    assert picture is not None
    assert (picture.width, picture.height, picture.r_frame_rate) == (1280, 720, "25/1")
    titles = [chapter.tags["title"] for chapter in probed.chapters]
    assert titles == ["A broken gate", "Mended", "Card"]
    assert probed.format.tags["title"] == "Steady Ground"


def test_only_the_length_of_the_short_film_is_wrong(story: Clip, built: Path) -> None:
    (problem,) = studio.check_clip(story, built)
    assert problem.rule == "length"
    assert problem.clip == "clip-x01"
    assert problem.text.startswith("plain.mp4 lasts 1")


def test_nothing_of_the_making_is_left_in_the_folder(built: Path) -> None:
    assert {path.name for path in built.iterdir()} == {PLAIN, CAPTIONS, MANIFEST}


def test_the_manifest_says_when_each_line_is_spoken(story: Clip, built: Path) -> None:
    manifest = read_manifest(built / MANIFEST)
    assert [line.speaker for line in manifest.lines] == [line.speaker for line in story.lines]
    assert [line.scene for line in manifest.lines] == [1, 1, 2, 2]
    starts = [line.start for line in manifest.lines]
    assert starts == sorted(starts)
    assert manifest.card.startswith("I look twice.")
    assert manifest.card_at > manifest.lines[-1].end
    assert manifest.forms["plain"].bytes == (built / PLAIN).stat().st_size


@pytest.mark.parametrize("name", [PLAIN, CAPTIONS, MANIFEST])
def test_a_missing_file_is_found(story: Clip, built: Path, name: str) -> None:
    (built / name).unlink()
    assert "missing" in rules(story, built)


def test_a_manifest_that_is_no_manifest_is_found(story: Clip, built: Path) -> None:
    (built / MANIFEST).write_text('{"clip": 3}')
    assert rules(story, built) == {"missing"}


def test_a_script_changed_since_is_found(story: Clip, built: Path) -> None:
    line = msgspec.structs.replace(story.scenes[0].lines[0], text="The gate has hung loose.")
    scene = msgspec.structs.replace(story.scenes[0], lines=(line, story.scenes[0].lines[1]))
    changed = msgspec.structs.replace(story, scenes=(scene, story.scenes[1]))
    assert rules(changed, built) == {"script", "captions-words"} | SHORT


def test_a_film_changed_since_is_found(story: Clip, built: Path) -> None:
    with (built / PLAIN).open("ab") as file:
        file.write(bytes(8))
    assert rules(story, built) == {"changed"} | SHORT


def test_a_film_that_was_cut_short_is_found(story: Clip, built: Path) -> None:
    (built / PLAIN).write_bytes((built / PLAIN).read_bytes()[:5000])
    assert rules(story, built) == {"changed", "streams"} | SHORT


def test_a_manifest_that_gives_another_length_is_found(story: Clip, built: Path) -> None:
    manifest = read_manifest(built / MANIFEST)
    form = msgspec.structs.replace(manifest.forms["plain"], seconds=75.0)
    write_manifest(built / MANIFEST, msgspec.structs.replace(manifest, forms={"plain": form}))
    assert rules(story, built) == {"manifest"}


def test_a_line_that_is_not_spoken_when_it_should_be_is_found(story: Clip, built: Path) -> None:
    manifest = read_manifest(built / MANIFEST)
    moved = msgspec.structs.replace(manifest.lines[2], start=manifest.lines[2].start + 0.5)
    lines = (*manifest.lines[:2], moved, manifest.lines[3])
    write_manifest(built / MANIFEST, msgspec.structs.replace(manifest, lines=lines))
    assert rules(story, built) == {"speech", "captions-time"} | SHORT


def test_captions_that_come_away_from_their_speech_are_found_in_the_sound(
    story: Clip, built: Path
) -> None:
    remade(built, "-c:a", "aac", "-af", "adelay=300:all=1")
    assert {"speech", "captions-speech"} <= rules(story, built)


def test_a_script_without_a_content_note_is_found(story: Clip, built: Path) -> None:
    assert rules(msgspec.structs.replace(story, content_note=""), built) == {"note"} | SHORT


def test_a_film_larger_than_is_meant_is_found(story: Clip, built: Path) -> None:
    manifest = read_manifest(built / MANIFEST)
    form = msgspec.structs.replace(manifest.forms["plain"], bytes=1_200_000)
    write_manifest(built / MANIFEST, msgspec.structs.replace(manifest, forms={"plain": form}))
    assert rules(story, built) == {"size", "changed"} | SHORT


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        (["-map", "-0:s"], "streams"),
        (["-map", "-0:a"], "streams"),
        (["-c:v", "mpeg4", "-vf", "scale=640:360"], "streams"),
        (["-map_chapters", "-1"], "chapters"),
        (["-metadata", "title=clip-x01 for somebody"], "metadata"),
        (["-c:a", "aac", "-af", "volume=-8dB"], "loudness"),
        (["-c:a", "aac", "-af", "volume=20dB"], "loudness"),
    ],
)
def test_a_film_with_other_streams_or_words_in_it_is_found(
    story: Clip, built: Path, arguments: list[str], rule: str
) -> None:
    remade(built, *arguments)
    assert rule in rules(story, built)


def _moved_out_of_time(text: str) -> str:
    return text.replace("00:00:00.900 -->", "00:00:01.200 -->")


def _faster(text: str) -> str:
    first = read_webvtt(text)[0]
    return text.replace(f"{first.end:06.3f}", f"{first.start + 1:06.3f}", 1)


def _overlapping(text: str) -> str:
    first = read_webvtt(text)[0]
    return text.replace(f"{first.end:06.3f}", f"{first.end + 3:06.3f}", 1)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda text: text.replace("weeks", "years"), "captions-words"),
        (lambda text: text.replace("<v Priya>", ""), "captions-words"),
        (lambda text: text.replace("loose,\n", "loose, "), "captions-width"),
        (lambda text: text.replace("-->", "->"), "captions-form"),
        (lambda text: "NOTE\n" + text, "captions-form"),
        (_moved_out_of_time, "captions-time"),
        (_overlapping, "captions-time"),
        (_faster, "captions-rate"),
        (lambda text: text.replace("weeks", "years"), "captions-inside"),
        (lambda text: text.replace("weeks", "years"), "changed"),
    ],
)
def test_captions_that_break_a_rule_are_found(
    story: Clip, built: Path, change: Callable[[str], str], rule: str
) -> None:
    path = built / CAPTIONS
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    assert rule in rules(story, built)


def test_without_ffmpeg_building_and_checking_say_what_to_install(
    story: Clip, tones: studio.Voices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SrtError, match="Install ffmpeg"):
        studio.check_clip(story, tmp_path)
    with pytest.raises(SrtError, match="Install ffmpeg"):
        studio.build(
            story, card="", folder=tmp_path, voices=tones, progress=lambda _what, _share: None
        )


@pytest.mark.usefixtures("_film_parts")
def test_when_ffmpeg_gives_up_on_a_film_its_last_words_are_told(
    story: Clip, tones: studio.Voices, tmp_path: Path
) -> None:
    timeline, samples = narrate(
        story, card="", folder=tmp_path, voices=tones, progress=lambda _share: None
    )
    (tmp_path / PLAIN).mkdir()
    with pytest.raises(SrtError, match="could not make the film") as caught:
        make_film(
            tmp_path / PLAIN,
            timeline=timeline,
            samples=samples,
            cues=captions(timeline),
            pictures=[bytes(WIDTH * HEIGHT * 4)] * 3,
        )
    assert str(tmp_path) not in str(caught.value)


def test_a_film_that_cannot_be_read_is_told_without_its_path(built: Path) -> None:
    (built / PLAIN).write_bytes(b"no film")
    with pytest.raises(SrtError) as caught:
        probe(built / PLAIN)
    assert str(built) not in str(caught.value)
