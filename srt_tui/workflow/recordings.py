"""What there is of a story on this disk, and whether it plays: known without any player."""

from srt_tui.domain.participant import Preferences
from srt_tui.domain.playback import Readiness
from srt_tui.domain.ways import Way
from srt_tui.player import media
from srt_tui.player.base import Media
from srt_tui.workflow.ways import suited
from srt_tui.workflow.workspace import Workspace

_LIGHT_THEMES = ("light", "cream")


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
