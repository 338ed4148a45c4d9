"""The clips that ship: their files, scripts and manifests belong together.

One is opened and looked at; the rest by their manifests, and all of them by `srt clips check`.
"""

import pytest

from srt_tui import studio
from srt_tui.domain.pack import Pack
from srt_tui.library import clip_files, load
from srt_tui.locations import locate
from srt_tui.studio.building import is_made
from srt_tui.studio.manifest import Manifest, read_manifest
from tests.support.parts import needed

PLACES = locate()
PLACE = PLACES.shipped_pack / "clips"
CLIPS = sorted(place.name for place in PLACE.iterdir())
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(PLACES.shipped_pack, PLACES.templates).pack


def manifest_of(id: str) -> Manifest:
    path = clip_files(PLACES.shipped_pack, id).manifest
    assert path is not None
    return read_manifest(path)


def test_there_is_a_plain_film_of_every_story(pack: Pack) -> None:
    assert set(CLIPS) == {id for id in CLIPS if "plain" in manifest_of(id).forms}
    assert set(CLIPS) == set(pack.clips)


@pytest.mark.parametrize("id", CLIPS)
def test_a_committed_clip_is_the_one_its_script_and_manifest_say(pack: Pack, id: str) -> None:
    folder = clip_files(PLACES.shipped_pack, id).folder
    assert studio.check_listed(pack.clips[id], folder) == ()


@pytest.mark.parametrize("id", CLIPS)
def test_a_committed_film_was_made_from_the_script_and_stills_beside_it(
    pack: Pack, id: str
) -> None:
    folder, manifest = clip_files(PLACES.shipped_pack, id).folder, manifest_of(id)
    assert set(manifest.forms) == {"plain", "standard"}
    for form in manifest.forms:
        assert is_made(pack.clips[id], manifest.card, folder, form)


def test_an_opened_clip_breaks_no_rule(pack: Pack) -> None:
    needed("ffmpeg", "cairocffi", "cv2")
    folder = clip_files(PLACES.shipped_pack, "clip-welcome").folder
    assert studio.check_clip(pack.clips["clip-welcome"], folder) == ()


@pytest.mark.parametrize("id", CLIPS)
def test_a_committed_clip_is_calm_level_and_ends_with_the_card_of_its_exercise(
    pack: Pack, id: str
) -> None:
    manifest = manifest_of(id)
    cards = [exercise.card for exercise in pack.exercises.values() if exercise.clip == id]
    assert manifest.card == "".join(cards)
    assert 135 <= manifest.pace <= 140
    for form in manifest.forms.values():
        assert abs(form.loudness + 16) <= 1
        assert form.peak <= 0
        if manifest.card:
            assert form.seconds - manifest.card_at >= 4


def test_all_clips_and_stills_together_keep_the_wheel_small() -> None:
    kept = [path for id in CLIPS for path in (PLACE / id).iterdir()]
    assert sum(path.stat().st_size for path in kept) < 70 * MEGABYTE
