"""The clips that ship: their files, scripts and manifests belong together."""

import os
import shutil

import pytest

from srt_tui import studio
from srt_tui.domain.pack import Pack
from srt_tui.library import clip_files, load
from srt_tui.locations import locate
from srt_tui.studio.manifest import read_manifest

PLACES = locate()
BUILT = ("clip-welcome", "clip-f01", "clip-f05")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(PLACES.shipped_pack, PLACES.templates).pack


@pytest.mark.parametrize("id", BUILT)
def test_a_committed_clip_breaks_no_rule(pack: Pack, id: str) -> None:
    if shutil.which("ffmpeg") is None and os.environ.get("CI") != "true":
        pytest.skip("needs ffmpeg")
    assert studio.check_clip(pack.clips[id], clip_files(PLACES.shipped_pack, id).folder) == ()


@pytest.mark.parametrize("id", BUILT)
def test_a_committed_clip_is_calm_small_and_ends_with_the_card_of_its_exercise(
    pack: Pack, id: str
) -> None:
    path = clip_files(PLACES.shipped_pack, id).manifest
    assert path is not None
    manifest = read_manifest(path)
    cards = [exercise.card for exercise in pack.exercises.values() if exercise.clip == id]
    assert manifest.card == "".join(cards)
    assert 135 <= manifest.pace <= 140
    form = manifest.forms["plain"]
    assert 500_000 <= form.bytes <= 950_000
    if manifest.card:
        assert form.seconds - manifest.card_at >= 4
