from pathlib import Path

from srt_tui import studio
from srt_tui.domain.content import Clip
from srt_tui.studio.captions import captions
from srt_tui.studio.narration import narrate


def test_the_transcript_is_the_script_with_names_before_speech(story: Clip) -> None:
    assert studio.transcript(story).split("\n\n") == [
        "The gate",
        "The gate has hung loose, badly, for weeks.",
        "Marcus: I said so.",
        "Priya: How was that?",
        "He thinks. All right.\n",
    ]


def test_the_storyboard_shows_scene_by_scene_what_is_seen_and_said(
    story: Clip, tones: studio.Voices, tmp_path: Path
) -> None:
    timeline, _ = narrate(
        story, card="", folder=tmp_path, voices=tones, progress=lambda _share: None
    )
    text = studio.storyboard(timeline.story(captions(timeline)))
    first, second = text.split("\n\n")
    assert first.splitlines()[:2] == [
        "0:00  Scene 1: A gate off its hinge.",
        "  On screen: A broken gate",
    ]
    assert "Marcus: I said so." in first
    assert "Priya: How was that?" in second
