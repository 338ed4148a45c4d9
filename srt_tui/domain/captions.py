"""Captions as text: WebVTT read forgivingly into cues, and cues written as SRT.

Only files written here ever reach a player: a WebVTT file from which no cue can be read ends
VLC at its next seek.
"""

import re
import textwrap
from collections.abc import Iterable

from srt_tui.domain.playback import Cue

_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^\s*{_STAMP}\s*[-–—]+>\s*{_STAMP}")
_VOICE = re.compile(r"^\s*<v(?:\.[^\s>]*)?\s+([^>]+)>", re.IGNORECASE)
_NARRATOR = "NARRATOR"
_WIDE = 37
_TAG = re.compile(r"</?[^<>]*>")


def cues(text: str) -> tuple[Cue, ...]:
    """The cues of a WebVTT or SRT text in order of time; () where there are none.

    Forgives a BOM, CRLF, decimal commas, missing hours and cues out of order. A cue without
    words, or that ends before it starts, is left out.
    """
    found = list[Cue]()
    for block in re.split(r"\n[ \t]*\n", text.removeprefix("\ufeff").replace("\r\n", "\n")):
        cue = _cue(block.split("\n"))
        if cue is not None:
            found.append(cue)
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end)))


def srt(cues: Iterable[Cue]) -> str:
    """The cues as SRT, in the lines of `shown_as`."""
    return "\n".join(
        f"{number}\n{_stamp(cue.start)} --> {_stamp(cue.end)}\n{shown_as(cue)}\n"
        for number, cue in enumerate(cues, 1)
    )


def shown_as(cue: Cue) -> str:
    """Its own lines, or lines of at most 37 (brief F.1); a speaker's name before his words."""
    named = cue.speaker and cue.speaker.upper() != _NARRATOR
    text = f"{cue.speaker.title()}: {cue.text}" if named else cue.text
    if "\n" in text and max(map(len, text.split("\n"))) <= _WIDE:
        return text
    return "\n".join(textwrap.wrap(text, _WIDE, break_on_hyphens=False))


def _cue(lines: list[str]) -> Cue | None:
    for index, line in enumerate(lines):
        if times := _TIMES.match(line):
            parts = times.groups()
            start, end = _seconds(parts[:4]), _seconds(parts[4:])
            speaker, words = _words("\n".join(lines[index + 1 :]))
            if not words or end <= start:
                return None
            return Cue(start=start, end=end, text=words, speaker=speaker)
    return None


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _words(raw: str) -> tuple[str, str]:
    voice = _VOICE.match(raw)
    plain = _TAG.sub("", raw)
    if "&" in plain:
        from html import unescape  # noqa: PLC0415 - slow to load, and seldom needed

        plain = unescape(plain)
    return (voice[1].strip() if voice else ""), " ".join(plain.split())


def _stamp(seconds: float) -> str:
    whole = round(seconds * 1000)
    return (
        f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}"
        f":{whole // 1000 % 60:02},{whole % 1000:03}"
    )
