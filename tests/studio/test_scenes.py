"""The description of a clip's pictures: read whole, every mistake named, a hash of what is seen."""

from pathlib import Path

import pytest

from srt_tui.domain.errors import SrtError
from srt_tui.studio.scenes import PICTURES, read_pictures
from srt_tui.studio.stills import Made, depth_file, read_stills, still_file, write_stills

ROOT = Path(__file__).parents[2]
CLIPS = ROOT / "content" / "steady-ground" / "clips"
ONE = """\
[[picture]]
scene = 1
place = "room"
words = "upper-left"
world = ["#8FA0B6", 0.8]
camera = {at = [0, -1, 1.2], onto = [0, 2, 0.8], focus = "mug"}
light = [{kind = "sun", through = "left window", strength = 4.6}]
props = [{make = "mug", on = "floor", set = {colour = "#2F5F86", fill = 0.5}}]
"""


def described(folder: Path, text: str) -> Path:
    (folder / PICTURES).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_without_a_description_has_no_pictures(tmp_path: Path) -> None:
    assert read_pictures(tmp_path) == ()


def test_a_picture_is_read_with_its_place_props_lights_and_camera(tmp_path: Path) -> None:
    (picture,) = read_pictures(described(tmp_path, ONE))
    assert (picture.id, picture.place, picture.words) == ("1", "room", "upper-left")
    assert picture.props[0].set == {"colour": "#2F5F86", "fill": 0.5}
    assert picture.camera.focus == "mug"
    assert picture.light[0].through == "left window"


def test_a_scene_may_have_a_second_picture(tmp_path: Path) -> None:
    pictures = read_pictures(
        described(tmp_path, ONE + ONE.replace("scene = 1", 'scene = 1\npart = "b"'))
    )
    assert [picture.id for picture in pictures] == ["1", "1b"]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("words =", "words", "cannot be read"),
        ('"upper-left"', '"lower-left"', "Invalid enum value 'lower-left'"),
        ("onto = [0, 2, 0.8]", "onto = [0, 2]", "`$.picture[0].camera.onto`"),
        ('make = "mug"', 'makes = "mug"', "unknown field `makes`"),
        ("#8FA0B6", "grey", "matching regex"),
    ],
)
def test_a_mistake_in_a_description_is_named(tmp_path: Path, was: str, now: str, said: str) -> None:
    with pytest.raises(SrtError) as failed:
        read_pictures(described(tmp_path, ONE.replace(was, now)))
    assert said in failed.value.message
    assert str(tmp_path.parent) not in failed.value.message


def test_a_picture_that_is_described_twice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SrtError, match="describes picture 1 twice"):
        read_pictures(described(tmp_path, ONE + ONE))


def test_the_hash_follows_what_is_seen_and_not_what_the_film_does(tmp_path: Path) -> None:
    def digest(was: str = "", now: str = "") -> str:
        (picture,) = read_pictures(described(tmp_path, ONE.replace(was, now) if was else ONE))
        return picture.digest

    assert digest() == digest()
    assert digest('words = "upper-left"', 'words = "upper-right"\noverlay = "dust"') == digest()
    assert digest("4.6", "4.7") != digest()
    assert digest("place", "seed = 2\nplace") != digest()


def test_what_was_rendered_is_kept_and_read_again(tmp_path: Path) -> None:
    (picture,) = read_pictures(described(tmp_path, ONE))
    still, depth = still_file(tmp_path, "1"), depth_file(tmp_path, "1")
    still.write_bytes(b"still")
    depth.write_bytes(b"depth")
    assert read_stills(tmp_path) == {}
    made = {"1": Made.of(picture, 1, still, depth)}
    write_stills(tmp_path, made)
    assert read_stills(tmp_path) == made


SHIPPED = sorted(path.parent for path in CLIPS.glob(f"*/{PICTURES}"))


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_every_shipped_description_can_be_read_and_its_stills_are_what_it_describes(
    folder: Path,
) -> None:
    pictures = {picture.id: picture for picture in read_pictures(folder)}
    for id, made in read_stills(folder).items():
        assert made.description == pictures[id].digest
        assert made == Made.of(
            pictures[id], made.kit, still_file(folder, id), depth_file(folder, id)
        )
