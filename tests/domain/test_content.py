from pathlib import Path

import pytest

from srt_tui.library import load

ROOT = Path(__file__).parents[2]
PACK = load(ROOT / "content" / "steady-ground", ROOT / "sessions").pack


def test_exercises_are_in_module_order_with_the_foundation_first() -> None:
    assert PACK.order[:9] == (*PACK.foundation, "t01")
    assert len(PACK.order) == 24


def test_a_stage_is_found_by_its_id() -> None:
    assert PACK.stage("check").title == "How we worked"


def test_a_pack_without_a_stage_says_so() -> None:
    with pytest.raises(KeyError):
        PACK.stage("lunch")  # type: ignore[arg-type] # a stage no pack has


def test_the_lines_of_a_clip_are_its_scenes_in_order() -> None:
    clip = PACK.clips["clip-f01"]
    assert clip.lines[0] == clip.scenes[0].lines[0]
    assert clip.lines[-1] == clip.scenes[-1].lines[-1]


def test_prompts_of_a_stage_follow_length_and_way() -> None:
    stage = PACK.stage("watch")
    assert [len(stage.prompts("room", minutes)) for minutes in (20, 30, 45, 60)] == [2, 3, 3, 4]
    assert len(stage.prompts("no-player", 30)) == 3
    phone, video = stage.prompts("phone", 30), stage.prompts("video", 30)
    assert phone != video
