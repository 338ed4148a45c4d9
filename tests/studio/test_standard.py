"""The standard form: a short film of given stills, and a planted fault of each kind in it."""

import math
import subprocess
from pathlib import Path

import cv2
import msgspec
import numpy as np
import pytest

from srt_tui import studio
from srt_tui.domain.content import Clip
from srt_tui.domain.errors import SrtError
from srt_tui.domain.playback import SceneCard
from srt_tui.studio.building import is_made, possible
from srt_tui.studio.check_picture import look
from srt_tui.studio.contrast import brightest, darkening, ink_luminance, luminance, ratio
from srt_tui.studio.lettering import FPS, HEIGHT, INK, WIDTH
from srt_tui.studio.manifest import MANIFEST, STANDARD, read_manifest
from srt_tui.studio.moving import Shot, progress
from srt_tui.studio.plates import Image, Move, Plate, plates
from srt_tui.studio.reels import small, views
from srt_tui.studio.speech import Word
from srt_tui.studio.standard import slides, words_times
from srt_tui.studio.timing import Spoken, Timeline
from srt_tui.studio.weather import weather
from srt_tui.studio.wording import Cut, words_box
from tests.studio.conftest import CARD, Tones, draw_stills
from tests.support.parts import needed

Rules = set[str]


def seen(story: Clip, folder: Path, filters: str) -> Rules:
    """What is wrong with the first seconds of the film, put through a filter of ffmpeg."""
    changed = folder / "changed.mp4"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-nostdin", "-i", str(folder / STANDARD), "-map", "0:v",
         "-c:v", "libx264", "-preset", "ultrafast", "-crf", "20", "-vf", filters, "-t", "8.5",
         str(changed)],
        check=True,
    )  # fmt: skip
    first = Cut(0.0, words_box(story.scenes[0].words, plates(story, folder)[0]))
    return {rule for rule, _ in look(changed, (first,), 0.0)}


def test_nothing_but_the_length_is_wrong_with_the_short_film(story: Clip, filmed: Path) -> None:
    assert {p.rule for p in studio.check_clip(story, filmed)} == {"length"}
    manifest = read_manifest(filmed / MANIFEST)
    assert set(manifest.forms) == {"standard"}


@pytest.mark.parametrize(
    ("filters", "rule"),
    [
        ("drawbox=x=500:y=600:w=300:h=60:color=white:t=fill", "contrast-captions"),
        ("lutyuv=y='min(val*1.9,235)'", "contrast-words"),
        ("drawbox=x=0:y=0:w=iw:h=ih:color=black:t=fill:enable='between(t,4,5.2)'", "black"),
        ("loop=loop=-1:size=1:start=40,trim=end=17", "frozen"),
        ("eq=brightness='0.35*between(mod(t,0.6),0,0.3)':eval=frame", "flash"),
        ("eq=brightness='0.04*min(max(t-2,0),4)':eval=frame", "brightness"),
        ("crop=1180:664:50:56,scale=1280:720", "safe"),
    ],
)
def test_a_planted_fault_of_the_picture_is_found(
    story: Clip, filmed: Path, filters: str, rule: str
) -> None:
    assert rule in seen(story, filmed, filters)


def test_without_a_fault_nothing_is_seen(story: Clip, filmed: Path) -> None:
    assert seen(story, filmed, "null") <= {"brightness"}


def test_the_film_begins_and_ends_in_black_and_its_words_come_and_stay(filmed: Path) -> None:
    every = small(filmed / STANDARD)
    assert every[0].max() < 24
    assert every[-1].max() < 24
    shown = {view.number: view.picture for view in views(filmed / STANDARD)}
    words = np.s_[80:150, 84:420]
    assert luminance(shown[12][words]).max() < 0.5
    for number in (36, 72, 96):
        assert luminance(shown[number][words]).max() > 0.6


def test_a_form_that_is_made_is_passed_over_until_something_changes(
    story: Clip, film_folder: Path, tmp_path: Path
) -> None:
    assert is_made(story, CARD, film_folder, "standard")
    assert not is_made(story, CARD, film_folder, "plain")
    assert not is_made(story, "Another card.", film_folder, "standard")
    assert not is_made(msgspec.structs.replace(story, title="x"), CARD, film_folder, "standard")
    assert not is_made(story, CARD, tmp_path, "standard")


def test_without_a_still_only_the_plain_form_is_made(
    story: Clip, filmed: Path, tones: Tones
) -> None:
    assert possible(story, filmed) == ("plain", "standard")
    (filmed / "scene-2.jpg").unlink()
    assert possible(story, filmed) == ("plain",)
    assert plates(story, filmed) == ()
    with pytest.raises(SrtError, match="no still for scene 2"):
        studio.build(
            story,
            card="",
            folder=filmed,
            voices=tones,
            progress=lambda _what, _share: None,
            forms=["standard"],
        )


def test_a_picture_that_is_none_is_named(story: Clip, tmp_path: Path) -> None:
    draw_stills(tmp_path)
    (tmp_path / "scene-1.jpg").write_bytes(b"no picture")
    (tmp_path / "scene-2-depth.png").write_bytes(b"no picture")
    first, second = plates(story, tmp_path)
    with pytest.raises(SrtError, match=r"scene-1\.jpg is no picture"):
        Shot(first)
    with pytest.raises(SrtError, match=r"scene-2-depth\.png is no picture"):
        Shot(second)


@pytest.fixture
def plate(story: Clip, tmp_path: Path) -> Plate:
    draw_stills(tmp_path)
    return plates(story, tmp_path)[0]


def as_(plate: Plate, **wishes: object) -> Plate:
    return msgspec.structs.replace(plate, **wishes)


def test_pictures_move_in_left_in_right_and_the_last_only_breathes(
    story: Clip, tmp_path: Path
) -> None:
    scenes = tuple(
        msgspec.structs.replace(story.scenes[0], number=number) for number in range(1, 6)
    )
    long = msgspec.structs.replace(story, scenes=scenes)
    for number in range(1, 6):
        (tmp_path / f"scene-{number}.jpg").touch()
    (tmp_path / "scene-3b.jpg").touch()
    found = plates(long, tmp_path)
    assert [p.move for p in found] == ["in", "left", "in", "right", "in", "breathe"]
    assert [p.scene for p in found] == [1, 2, 3, 3, 4, 5]


def test_the_camera_pushes_by_three_and_a_half_percent(plate: Plate) -> None:
    shot = Shot(as_(plate, move="in"))
    (x0, _), (x1, _) = shot._where(0.0), shot._where(1.0)
    assert (x0[0, -1] - x0[0, 0]) / (x1[0, -1] - x1[0, 0]) == pytest.approx(1.035)
    assert progress(0) == 0
    assert progress(1) == pytest.approx(1)


@pytest.mark.parametrize("move", ["left", "right"])
def test_near_things_move_aside_further_than_far_ones_and_nothing_tears(
    plate: Plate, move: Move
) -> None:
    shot = Shot(as_(plate, move=move, drift=13.0))
    for far in (0.0, 0.5, 1.0):
        x, y = shot._where(far)
        assert np.diff(x, axis=1).min() > 0
        assert x.min() >= 0
        assert x.max() <= 1408
        assert y.max() <= 792
    (start, _), (end, _) = shot._where(0.0), shot._where(1.0)
    near, distant = (end - start)[700, 640], (end - start)[60, 640]
    way = -1 if move == "right" else 1
    assert way * (near - distant) > 8


def test_a_still_without_depth_has_a_plain_one_and_any_photograph_will_do(plate: Plate) -> None:
    photograph = np.full((900, 900, 3), 90, np.uint8)
    cv2.imwrite(str(plate.still), photograph)
    assert Shot(as_(plate, depth=None, move="left")).frame(1.0, 0).shape == (HEIGHT, WIDTH, 3)
    cv2.imwrite(str(plate.still), np.full((300, 1200, 3), 90, np.uint8))
    assert Shot(as_(plate, depth=None)).frame(0.0, 0).shape == (HEIGHT, WIDTH, 3)


def over(plate: Plate, at: float) -> tuple[Image, Image]:
    """A still before and with what moves in it."""
    shot = Shot(plate)
    found = weather(plate, shot._still, shot._near)
    assert found is not None
    before = shot._still.copy()
    after = found.over(shot._still, at)
    assert (before == shot._still).all()
    return before.astype(int), after.astype(int)


def test_rain_runs_on_the_glass_only_and_slowly(plate: Plate) -> None:
    wet = as_(plate, overlay="rain", seed=3)
    before, after = over(wet, 3.0)
    changed = np.abs(after - before).max(axis=2) > 2
    assert 0 < changed.mean() < 0.02
    assert not changed[560:].any()
    _, later = over(wet, 3.04)
    assert np.abs(later - after).mean() < 0.2


def test_steam_is_at_most_a_tenth_of_white_and_stays_over_its_cup(plate: Plate) -> None:
    before, after = over(as_(plate, overlay="steam", overlay_at=(0.5, 0.6)), 4.0)
    assert 0 < (after - before).max() <= 0.1 * 236
    rows, columns = np.nonzero((after != before).any(axis=2))
    assert rows.max() <= 0.6 * 792
    assert abs(columns.mean() - 704) < 30


def test_dust_hangs_in_the_light_only(plate: Plate) -> None:
    before, after = over(as_(plate, overlay="dust"), 2.0)
    assert (after - before).max() <= 0.3 * 250
    lit = np.zeros((792, 1408), bool)
    lit[60:380, 850:1300] = True
    assert (after != before).any()
    assert not ((after != before).any(axis=2) & ~lit).any()


def test_evening_takes_seven_percent_slowly(plate: Plate) -> None:
    before, after = over(as_(plate, overlay="evening"), 60.0)
    assert after.mean() / before.mean() == pytest.approx(0.93, abs=0.01)
    _, second = over(as_(plate, overlay="evening"), 1.0)
    assert second.mean() / before.mean() > 0.985


def test_what_moves_is_painted_before_the_camera_so_it_stays_on_its_thing(plate: Plate) -> None:
    wishes = as_(plate, overlay="steam", overlay_at=(0.25, 0.5), move="in")
    with_steam, without = Shot(wishes), Shot(as_(wishes, overlay="none"))
    places = list[float]()
    for share in (0.0, 1.0):
        steam = with_steam.frame(share, 4.0).astype(int) - without.frame(share, 4.0)
        places.append(float(np.nonzero(steam.max(axis=2) > 1)[1].mean()))
    assert places[1] - places[0] == pytest.approx((places[0] - WIDTH / 2) * 0.035, abs=3)


def test_words_stand_where_the_picture_is_calm(plate: Plate) -> None:
    needed("cairocffi")
    left, right = (
        words_box("The rent", plate),
        words_box("The rent", as_(plate, words="upper-right")),
    )
    assert left.left == WIDTH - right.right == 84
    assert left.bottom < HEIGHT / 3


def test_words_come_after_a_moment_but_are_held_for_four_seconds() -> None:
    assert words_times(10.0, 20.0) == (10.8, 20.3)
    assert words_times(10.0, 14.7)[0] == pytest.approx(10.2)
    assert words_times(10.0, 12.0)[0] == 10.0


def test_a_second_picture_of_a_scene_comes_at_a_rest(plate: Plate) -> None:
    needed("cairocffi")

    def line(start: float, end: float) -> Spoken:
        return Spoken(scene=1, speaker="NARRATOR", words=(Word(text="x", start=start, end=end),))

    card = SceneCard(number=1, start=0.0, picture="", words="Rent")
    lines = (line(1, 3), line(4, 8), line(9, 11))
    timeline = Timeline(lines=lines, scenes=(card,), card=0.0, length=12.0)
    shown = slides(timeline, (plate, plate))
    assert [(s.start, s.end) for s in shown] == [(0.0, 3.5), (3.5, 12.0)] or [
        (s.start, s.end) for s in shown
    ] == [(0.0, 8.5), (8.5, 12.0)]
    alone = msgspec.structs.replace(timeline, lines=(line(1, 11),))
    assert [s.end for s in slides(alone, (plate, plate))] == [6.0, 12.0]


def test_how_dark_a_ground_must_be_for_words_to_stand_out() -> None:
    white = ink_luminance("#FFFFFF")
    assert ratio(white, 0) == pytest.approx(21)
    grey = np.full((20, 20, 3), 200, np.uint8)
    light = brightest(luminance(grey))
    darker = (grey * darkening(light, INK)).astype(np.uint8)
    assert ratio(ink_luminance(INK), brightest(luminance(darker))) >= 7
    assert darkening(0.01, INK) == 1.0
    assert not math.isnan(darkening(1.0, INK))
    assert FPS == 25
