"""In which ways a story can be told here, and which one suits him."""

from pathlib import Path
from typing import Final

from srt_tui.domain.participant import Preferences
from srt_tui.domain.ways import Way
from srt_tui.workflow.deliver.recordings import suited, ways
from srt_tui.workflow.workspace import Workspace

OTHER: Final = "no-substance"


def recorded(folder: Path, *forms: str) -> Path:
    for form in forms:
        (folder / f"{form}.mp4").touch()
    return folder


def test_recordings_come_first_and_other_words_are_never_played(
    workspace: Workspace, tmp_path: Path
) -> None:
    clip = workspace.pack.clips["clip-e04"]
    first, *others = ways(clip, recorded(tmp_path, "plain"))
    assert first == Way(form="plain")
    assert others[:2] == [Way(form="storyboard"), Way(form="transcript")]
    assert Way(form="storyboard", version=OTHER) in others
    assert Way(form="transcript", version=OTHER) in others
    assert not [way for way in others if way.is_recorded]


def test_his_words_come_before_a_recording_in_others(workspace: Workspace, tmp_path: Path) -> None:
    clip = workspace.pack.clips["clip-e04"]
    recorded(tmp_path, "standard", "plain")
    his = suited(clip, tmp_path, Preferences(version=OTHER))
    assert his == Way(form="storyboard", version=OTHER)
    assert suited(clip, tmp_path, Preferences()).form == "standard"
    assert suited(clip, tmp_path, Preferences(suits=("plain",))).form == "plain"


def test_without_a_recording_it_is_told_on_this_screen(
    workspace: Workspace, tmp_path: Path
) -> None:
    clip = workspace.pack.clips["clip-f01"]
    assert suited(clip, tmp_path, Preferences(version=OTHER)) == Way(form="storyboard")
