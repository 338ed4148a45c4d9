"""The shipped stories in other words: the partner a man, a woman, no drink or drugs."""

import re

import pytest

from srt_tui.domain.pack import Pack
from srt_tui.domain.participant import Version
from srt_tui.domain.versions import in_version
from srt_tui.library import load
from srt_tui.locations import locate

SHE = re.compile(r"\b(she|her|hers)\b", re.IGNORECASE)
SOMEBODY_ELSE = {
    "clip-e01": 1,  # his partner's sister
    "clip-r01": 3,  # the manager, and their talk about her
    "clip-r02": 1,  # his nan
    "clip-t02": 7,  # a driver at work
    "clip-t05": 1,  # his daughter
}


@pytest.fixture(scope="module")
def pack() -> Pack:
    found = locate()
    return load(found.shipped_pack, found.templates).pack


def test_where_the_partner_is_a_man_nobody_else_is_called_she(pack: Pack) -> None:
    left = {
        id: len(SHE.findall(dict(clip.versions)["male-partner"]))
        for id, clip in pack.clips.items()
        if "male-partner" in dict(clip.versions)
    }
    assert {id: count for id, count in left.items() if count} == SOMEBODY_ELSE
    assert len(left) == 18


@pytest.mark.parametrize("version", ["male-partner", "female-partner"])
def test_no_name_of_the_first_partner_is_left(pack: Pack, version: Version) -> None:
    names = {old for old, new in pack.version_names[version].items() if old not in new}
    told = in_version(pack, version)
    for exercise in told.exercises.values():
        if dict(exercise.variants).get(version) != "swap":
            continue
        words = [prompt.text for prompt in exercise.prompts]
        words += [field.label for field in exercise.fields]
        other = dict(told.clips[exercise.clip].versions).get(version)
        spoken = other or " ".join(line.text for line in told.clips[exercise.clip].lines)
        assert not names & set(re.findall(r"\w+", " ".join((*words, exercise.card, spoken))))


def test_a_version_has_as_many_pieces_as_the_story_has_scenes(pack: Pack) -> None:
    for clip in pack.clips.values():
        for version, words in clip.versions:
            if version != "no-substance":
                assert len(words.split("\n\n")) == len(clip.scenes)
