"""How a story is laid out in time, with and without a recording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from srt_tui.domain.content import Clip, Line, Scene
from srt_tui.domain.playback import Cue, Showing, Story, recorded, told


def a_clip(*scenes: tuple[str, ...]) -> Clip:
    return Clip(
        id="clip-f01",
        title="What matters to me",
        lead="Marcus",
        content_note="",
        scenes=tuple(
            Scene(
                number=number,
                picture="A garden gate",
                words="One small step",
                lines=tuple(Line(speaker="NARRATOR", text=text) for text in lines),
            )
            for number, lines in enumerate(scenes, 1)
        ),
    )


THREE = a_clip(
    ("Marcus drives a lorry at night. He likes the quiet. But it gives him time to think of it.",),
    (),
    ("On Saturday he fixes the gate.", "Nobody claps."),
)


def test_a_story_without_a_recording_runs_at_the_pace_of_the_recordings() -> None:
    words = " ".join(["word"] * 137)
    story = told(a_clip((words,)))
    assert story.cues[-1].end == pytest.approx(60)


def test_sentences_of_a_long_line_become_captions_of_two_lines() -> None:
    story = told(THREE)
    assert [cue.text for cue in story.cues] == [
        "Marcus drives a lorry at night. He likes the quiet.",
        "But it gives him time to think of it.",
        "On Saturday he fixes the gate.",
        "Nobody claps.",
    ]
    assert [cue.scene for cue in story.cues] == [1, 1, 3, 3]


def test_a_scene_without_lines_stands_for_a_while() -> None:
    story = told(THREE)
    assert [scene.number for scene in story.scenes] == [1, 2, 3]
    assert story.scenes[2].start - story.scenes[1].start > 1
    assert story.cue(story.scenes[1].start) is None


def test_the_words_and_the_scene_of_a_moment_are_found() -> None:
    story = told(THREE)
    last = story.cues[-1]
    found = story.cue(last.start)
    assert found == last
    here = story.scene(last.start)
    assert here is not None
    assert here.number == 3
    assert story.cue(story.length + 1) is None


def test_scene_by_scene_stops_at_the_first_and_the_last() -> None:
    story = told(THREE)
    second, third = story.scenes[1].start, story.scenes[2].start
    assert story.scene_start(second + 0.1, 1) == third
    assert story.scene_start(third + 0.1, -1) == second
    assert story.scene_start(0, -1) == 0
    assert story.scene_start(third, 5) == third
    assert Story(cues=(), scenes=(), length=4).scene_start(2, 1) == 0


def test_before_the_first_scene_the_first_one_counts() -> None:
    assert told(THREE).scene(-1) == told(THREE).scenes[0]
    assert Story(cues=(), scenes=(), length=4).scene(1) is None


def test_captions_of_a_recording_find_their_scene_by_the_words_before_them() -> None:
    spoken = told(THREE).cues
    cues = tuple(
        Cue(start=number * 2.0, end=number * 2.0 + 1.5, text=cue.text)
        for number, cue in enumerate(spoken)
    )
    story = recorded(THREE, cues, 9.0)
    assert [cue.scene for cue in story.cues] == [1, 1, 3, 3]
    assert [scene.start for scene in story.scenes] == [0.0, 0.0, 4.0]
    assert story.length == 9.0


def test_a_recording_without_captions_keeps_the_proportions_of_the_script() -> None:
    plan = told(THREE)
    story = recorded(THREE, (), plan.length * 2)
    assert [s.start for s in story.scenes] == pytest.approx([s.start * 2 for s in plan.scenes])
    assert story.cues == ()


def test_a_clip_without_scenes_is_no_error() -> None:
    empty = a_clip()
    cue = Cue(start=0, end=1, text="…")
    assert recorded(empty, (), 5).scenes == ()
    assert recorded(empty, (cue,), 5).cues[0].scene == 0


@pytest.mark.parametrize(
    ("state", "over"),
    [("opening", False), ("playing", False), ("paused", False), ("ended", True), ("failed", True)],
)
def test_only_an_ended_closed_or_failed_clip_is_over(state: str, over: bool) -> None:  # noqa: FBT001 - a table
    showing = Showing(state=state, clip="clip-f01", player="storyboard")  # type: ignore[arg-type]
    assert showing.over is over


@given(
    st.lists(st.lists(st.text("abc .?!", max_size=60), max_size=4), min_size=1, max_size=5),
    st.floats(1, 200),
)
def test_cues_never_overlap_and_every_scene_starts_in_order(
    texts: list[list[str]], length: float
) -> None:
    clip = a_clip(*(tuple(lines) for lines in texts))
    plan = told(clip)
    for before, after in zip(plan.cues, plan.cues[1:], strict=False):
        assert before.end <= after.start
    for story in (plan, recorded(clip, plan.cues, length)):
        starts = [scene.start for scene in story.scenes]
        assert starts == sorted(starts)
        assert starts[0] == 0
        assert all(start <= story.length for start in starts)


def marked(scene: int, after: int) -> Clip:
    """Three scenes with a choice point in one of them, after so many of its lines."""
    scenes = tuple(
        structs.replace(each, choice=after if each.number == scene else None)
        for each in THREE.scenes
    )
    return structs.replace(THREE, scenes=scenes)


@pytest.mark.parametrize(("scene", "after"), [(1, 1), (3, 0), (3, 1)])
def test_told_here_a_choice_point_falls_between_the_words(scene: int, after: int) -> None:
    story = told(marked(scene, after))
    assert story.choice is not None
    assert story.cue(story.choice) is None
    spoken = [cue.text for cue in story.cues if cue.end <= story.choice]
    assert spoken[-1] == (
        "On Saturday he fixes the gate."
        if (scene, after) == (3, 1)
        else "But it gives him time to think of it."
    )
    assert told(THREE).choice is None


def test_a_choice_point_before_the_first_word_is_the_start() -> None:
    assert told(marked(1, 0)).choice == 0.0


def test_in_a_recording_it_falls_before_the_caption_that_follows() -> None:
    clip = marked(3, 1)
    assert clip.choice == 2
    plan = told(THREE)
    story = recorded(clip, plan.cues, plan.length)
    assert story.choice == pytest.approx(story.cues[-1].start - 0.5)
    assert recorded(THREE, plan.cues, plan.length).choice is None
    silent = recorded(clip, (), 2 * told(clip).length)
    assert silent.choice == pytest.approx(2 * (told(clip).choice or 0))
    assert recorded(THREE, (), 9).choice is None


def test_another_versions_words_are_a_story_of_their_own() -> None:
    clip = structs.replace(THREE, versions=(("no-substance", "He drives.\n\nHe mends it."),))
    assert [line.text for line in clip.worded("no-substance").lines] == [
        "He drives.",
        "He mends it.",
    ]
    assert clip.worded("as-written") == clip
