"""Content and plan templates from disk; everything that is wrong with them, said at once."""

from srt_tui.library.finding import Finding
from srt_tui.library.kept import Loaded
from srt_tui.library.media import ClipFiles, clip_files
from srt_tui.library.places import Places, places
from srt_tui.library.report import Report, check, load, load_rehearsals

__all__ = [
    "ClipFiles",
    "Finding",
    "Loaded",
    "Places",
    "Report",
    "check",
    "clip_files",
    "load",
    "load_rehearsals",
    "places",
]
