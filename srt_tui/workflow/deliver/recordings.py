"""What there is of a story on this disk: its recordings, in which words, and whether it plays."""

from pathlib import Path
from typing import cast

from srt_tui.domain.content import Clip
from srt_tui.domain.entry import Form
from srt_tui.domain.participant import Preferences, Version
from srt_tui.domain.playback import Readiness
from srt_tui.domain.ways import RECORDED, Way
from srt_tui.player import media
from srt_tui.player.base import Media
from srt_tui.workflow.workspace import Workspace

_LIGHT_THEMES = ("light", "cream")
_WORDS_ONLY: tuple[Form, ...] = ("storyboard", "transcript")


def ways(clip: Clip, folder: Path) -> tuple[Way, ...]:
    """Every way there is: recordings first; other words are told or read, never played."""
    found = [Way(form=form) for form in RECORDED if (folder / f"{form}.mp4").is_file()]
    found += [Way(form=form) for form in _WORDS_ONLY]
    for version, _ in clip.versions:
        found += [Way(form=form, version=cast("Version", version)) for form in _WORDS_ONLY]
    return tuple(found)


def suited(clip: Clip, folder: Path, preferences: Preferences) -> Way:
    """The way that fits him: in his words where there are such, else the recording he likes."""
    there = ways(clip, folder)
    others = [way for way in there if way.version == preferences.version != "as-written"]
    recorded = [way for way in there if way.is_recorded]
    if others:
        return others[0]
    if not recorded:
        return there[0]
    return recorded[-1] if "plain" in preferences.suits else recorded[0]


def recording(workspace: Workspace, clip: str, way: Way) -> Media:
    """The clip in this way: its recording where there is one, else its script."""
    script = workspace.pack.clips[clip].worded(way.version)
    folder = workspace.clips / clip if way.version == "as-written" else None
    on_light = workspace.settings.theme in _LIGHT_THEMES
    return media.find(script, folder, way.film, on_light=on_light)


def suiting(workspace: Workspace, clip: str, preferences: Preferences) -> Way:
    """The way that fits him, of those there are here."""
    return suited(workspace.pack.clips[clip], workspace.clips / clip, preferences)


def readiness(workspace: Workspace, clip: str, preferences: Preferences) -> Readiness:
    """Whether the clip plays here or is read; waits for the disk, so not for a screen."""
    return media.readiness(recording(workspace, clip, suiting(workspace, clip, preferences)))
