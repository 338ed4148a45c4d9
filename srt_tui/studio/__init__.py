"""From a script to captions, storyboard and clip. An authoring tool.

Its heavy parts (speech engine, drawing library) live in an environment of their own and are
imported only when a clip is built; ffmpeg is a program of the system.
"""

from srt_tui.studio.building import Progress, build
from srt_tui.studio.check import Problem, check_clip, check_listed
from srt_tui.studio.manifest import Form, LineTime, Manifest
from srt_tui.studio.storyboard import storyboard, transcript
from srt_tui.studio.voices import Kokoro, Voices

__all__ = [
    "Form", "Kokoro", "LineTime", "Manifest", "Problem", "Progress", "Voices", "build",
    "check_clip", "check_listed", "storyboard", "transcript",
]  # fmt: skip
