"""Captions as text: any file of them read forgivingly into cues, and cues written for players.

Only what is written here ever reaches a player: a WebVTT file from which no cue can be read ends
VLC at its next seek, and each player has marks of its own that it obeys instead of showing.
"""

import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from srt_tui.domain.playback import Cue
from srt_tui.letters import clean

_STAMP = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,3})(?:[.,](\d{1,9}))?"
_ARROW = r"(?:[-–—=]+ ?>+|[→⇒])"
_TIMES = re.compile(rf"\s*{_STAMP}\s*{_ARROW}\s*{_STAMP}(?![\d:.,])(.*)")
_LIKE_TIMES = re.compile(rf"\s*\d*:\S*\s*{_ARROW}|\s*\d\S*\s*-->|\s*{_ARROW}\s*\d+:")
_SETTING = re.compile(r"\w+:\S+")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_HEAD = "WEBVTT"
_VOICE = re.compile(r"^\s*<v(?:\.[^\s>]*)?\s+([^>]+)>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<\d[\d:.]*>")
_CODE = re.compile(r"\{\\[^{}]*\}|\{[CcFfoPSsYy]:[^{}]*\}")
_BREAK = re.compile(r"\\[Nh]")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_NARRATOR = "NARRATOR"
_WIDE = 37


class CaptionFault(NamedTuple):
    """A line, counted from 1, that is not as it should be; `lost` where words do not show."""

    line: int
    what: str
    lost: bool


class ReadCaptions(NamedTuple):
    """The cues of a file in order of time, and what in it could not be read or was forgiven."""

    cues: tuple[Cue, ...]
    faults: tuple[CaptionFault, ...]


def read_captions(text: str) -> ReadCaptions:
    """A WebVTT or SRT text, or what is near to one.

    Forgives a BOM, any line ends, other arrows, decimal commas, missing hours and fractions, cues
    out of order, an empty line too many or too few, and words behind the times. Names, numbers,
    notes, styles, tags and codes are passed over; a cue without words is left out.
    """
    reader = _Reader(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")))
    reader.read()
    cues = sorted(reader.cues, key=lambda cue: (cue.start, cue.end))
    return ReadCaptions(tuple(cues), tuple(sorted(reader.faults)))


def srt(cues: Iterable[Cue]) -> str:
    """The cues as SRT, in the lines of `shown_as`."""
    return "\n".join(
        f"{number}\n{_stamp(cue.start)} --> {_stamp(cue.end)}\n{shown_as(cue)}\n"
        for number, cue in enumerate(cues, 1)
    )


def playable(cues: Iterable[Cue]) -> str:
    """The cues as WebVTT for a player, in the lines of `shown_as`; nothing in them is obeyed."""
    return f"{_HEAD}\n\n" + "\n".join(
        f"{_stamp(cue.start, '.')} --> {_stamp(cue.end, '.')}\n{_literal(shown_as(cue))}\n"
        for cue in cues
    )


def shown_as(cue: Cue) -> str:
    """Its own lines, or lines of at most 37 (brief F.1); a speaker's name before his words."""
    named = cue.speaker and cue.speaker.upper() != _NARRATOR
    text = f"{cue.speaker.title()}: {cue.text}" if named else cue.text
    if "\n" in text and max(map(len, text.split("\n"))) <= _WIDE:
        return text
    return "\n".join(textwrap.wrap(text, _WIDE, break_on_hyphens=False))


def _literal(words: str) -> str:
    """A backslash is a mark of mpv's, unless a joiner that nobody sees follows it."""
    words = words.replace("\\", "\\\u2060")
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Reader:
    """Goes through the lines once; words belong to the last times before them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._times = [_TIMES.fullmatch(line) for line in lines]
        self._names = _names(lines, [bool(times) for times in self._times])
        self._begun: tuple[int, float, float] | None = None
        self._words: list[str] = []
        self._aside = False
        self._unread = False
        self.cues: list[Cue] = []
        self.faults: list[CaptionFault] = []

    def read(self) -> None:
        """All of it."""
        after_gap = True
        for index, line in enumerate(self._lines):
            if times := self._times[index]:
                self._begin(index, times)
            elif not line.strip():
                self._aside = False
            elif index not in self._names:
                self._word(index, line, after_gap=after_gap)
            after_gap = not line.strip()
        self._end()

    def _begin(self, index: int, times: re.Match[str]) -> None:
        self._end()
        *parts, rest = times.groups()
        self._begun = index, _seconds(parts[:4]), _seconds(parts[4:])
        if not all(map(_SETTING.fullmatch, rest.split())):
            self._words = [rest]

    def _word(self, index: int, line: str, *, after_gap: bool) -> None:
        if after_gap and (_ASIDE.match(line) or (index == 0 and line.startswith(_HEAD))):
            self._aside = True
        elif self._aside or self._unread:
            return
        elif _LIKE_TIMES.match(line):
            self._end()
            self._unread = True
            self._fault(index, "These times cannot be read; the words below them do not show.")
        elif self._begun is None:
            self._unread = True
            self._fault(index, "There are words before the first times; they do not show.")
        else:
            if after_gap:
                what = "An empty line stands inside a caption; what follows is read as part of it."
                self._fault(index, what, lost=False)
            self._words.append(line)

    def _end(self) -> None:
        """The cue that was begun is whole."""
        if self._begun is not None:
            index, start, end = self._begun
            speaker, words = _plain("\n".join(self._words))
            if words and end <= start:
                self._fault(index, "A caption ends before it begins; it does not show.")
            elif words:
                self.cues.append(Cue(start=start, end=end, text=words, speaker=speaker))
        self._begun, self._words, self._aside, self._unread = None, [], False, False

    def _fault(self, index: int, what: str, *, lost: bool = True) -> None:
        self.faults.append(CaptionFault(index + 1, what, lost))


def _names(lines: Sequence[str], times: Sequence[bool]) -> set[int]:
    """The lines that only name or number the cue whose times follow.

    A number needs no empty line before it where the cues are numbered. Words with a space in them
    are a name where every cue has one; elsewhere they belong to the cue before.
    """
    before = [index - 1 for index, there in enumerate(times) if there and index]
    named = [index for index in before if lines[index].strip() and not times[index]]
    apart = {index for index in named if index == 0 or not lines[index - 1].strip()}
    numbered = bool(named) and lines[named[0]].strip().isdecimal()
    whole = sum(times) == len(named) == len(apart)
    return {
        index
        for index in named
        if (lines[index].strip().isdecimal() and (index in apart or numbered))
        or (index in apart and (whole or not lines[index].strip().count(" ")))
    }


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _plain(raw: str) -> tuple[str, str]:
    """Who speaks, and the words as they are to be seen: no tags, no codes, no unseen signs."""
    raw = _BREAK.sub(" ", _CODE.sub("", raw))
    voice = _VOICE.match(raw)
    speaker, words = (_shown(each) for each in (voice[1] if voice else "", _TAG.sub("", raw)))
    return speaker, words


def _shown(text: str) -> str:
    if "&" in text:
        from html import unescape  # noqa: PLC0415 - slow to load, and seldom needed

        text = unescape(text)
    return " ".join(_UNSEEN.sub("", clean(text)).split())


def _stamp(seconds: float, point: str = ",") -> str:
    whole = round(seconds * 1000)
    return (
        f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}"
        f":{whole // 1000 % 60:02}{point}{whole % 1000:03}"
    )
