"""In which ways a story can be told here: its recordings, on this screen, read; in which words."""

from pathlib import Path
from typing import cast

from srt_tui.domain.content import Clip
from srt_tui.domain.entry import Form
from srt_tui.domain.participant import Preferences, Version
from srt_tui.domain.ways import RECORDED, Way

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
