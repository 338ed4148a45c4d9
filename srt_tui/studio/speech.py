"""Where each word of a text stands in its recording, found by the silences.

A voice rests where a sentence or a part of one ends. The rests of the recording are matched to
the marks of the text, in order, each near the place the letters before it lead to expect; words
between two matched marks share the time by their letters. No speech recogniser is needed, and
the same serves synthetic and recorded voices.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from srt_tui.domain.content import Frozen
from srt_tui.studio.sound import RATE, Rest, Samples, joined, rests, seconds, silence

_STOP = re.compile(r"[.?!][\"'”’)]*$")
_MARK = re.compile(r"[.?!,;:][\"'”’)]*$")
_STOP_WITHOUT_REST = 1.0
_MARK_WITHOUT_REST = 0.3


class Word(Frozen, frozen=True, kw_only=True):
    """One word as written, and when it is spoken."""

    text: str
    start: float
    end: float


class Stop(Frozen, frozen=True, kw_only=True):
    """A rest after a sentence, and which word (from 0) ends that sentence."""

    word: int
    rest: Rest


class Take(Frozen, frozen=True, kw_only=True):
    """A text as spoken: its samples, its words in time, its rests after sentences."""

    samples: Samples
    words: tuple[Word, ...]
    stops: tuple[Stop, ...] = ()

    @property
    def length(self) -> float:
        """Seconds of sound."""
        return seconds(self.samples)

    def rested(self, least: float, longer: Mapping[int, float]) -> "Take":
        """The same with every rest after a sentence at least so long, in seconds.

        `longer` adds seconds to the rest after a word.
        """
        parts, done, words = list[Samples](), 0, self.words
        for stop in reversed(self.stops):
            words = _later(words, stop.word, self._more(stop, least, longer))
        for stop in self.stops:
            middle = round((stop.rest.start + stop.rest.end) / 2 * RATE)
            parts += [self.samples[done:middle], silence(self._more(stop, least, longer))]
            done = middle
        return Take(samples=joined([*parts, self.samples[done:]]), words=words)

    def added(self, least: float) -> float:
        """Seconds that `rested` would add."""
        return sum(self._more(stop, least, {}) for stop in self.stops)

    @staticmethod
    def _more(stop: Stop, least: float, longer: Mapping[int, float]) -> float:
        return max(0.0, least - stop.rest.length) + longer.get(stop.word, 0.0)


def is_stop(word: str) -> bool:
    """Whether a sentence ends with this word."""
    return bool(_STOP.search(word))


def is_mark(word: str) -> bool:
    """Whether a speaker may rest after this word."""
    return bool(_MARK.search(word))


def taken(text: str, samples: Samples) -> Take:
    """Find the words of `text` in a recording of it, trimmed at both ends."""
    pieces = _pieces(text)
    found = rests(samples)
    matched = _matched(pieces, found, _Voiced(found, seconds(samples)))
    words, stops = list[Word](), list[Stop]()
    start = 0.0
    for piece, rest in zip(pieces, [*matched, None], strict=True):
        end = rest.start if rest else seconds(samples)
        words += _spread(piece, start, end)
        start = rest.end if rest else end
        if rest and rest.length and is_stop(piece[-1]):
            stops.append(Stop(word=len(words) - 1, rest=rest))
    return Take(samples=samples, words=tuple(words), stops=tuple(stops))


Piece: TypeAlias = list[str]


def _pieces(text: str) -> list[Piece]:
    """The words of the text, cut after each mark."""
    pieces: list[Piece] = [[]]
    for word in text.split():
        if pieces[-1] and is_mark(pieces[-1][-1]):
            pieces.append([])
        pieces[-1].append(word)
    return pieces


class _Voiced:
    """A recording's time with its rests taken out."""

    def __init__(self, found: Sequence[Rest], length: float) -> None:
        self.rests = found
        self.length = length - sum(rest.length for rest in found)

    def before(self, rest: Rest) -> float:
        return rest.start - sum(r.length for r in self.rests if r.start < rest.start)

    def at(self, voiced: float) -> float:
        """The real time of a voiced time."""
        for rest in self.rests:
            if self.before(rest) >= voiced:
                break
            voiced += rest.length
        return voiced


def _matched(pieces: list[Piece], found: tuple[Rest, ...], time: _Voiced) -> list[Rest]:
    """For the end of each piece but the last: its rest, or an empty one where none was found.

    The cheapest matching in order: a match costs its distance from where the letters put it.
    """
    expected = _expected(pieces, time.length)
    skip = [_STOP_WITHOUT_REST if is_stop(p[-1]) else _MARK_WITHOUT_REST for p in pieces]
    at = [time.before(rest) for rest in found]

    @cache
    def best(piece: int, rest: int) -> tuple[float, tuple[int, ...]]:
        if piece == len(expected):
            return 0.0, ()
        cost, chosen = best(piece + 1, rest)
        options = [(cost + skip[piece], (-1, *chosen))]
        for n in range(rest, len(found)):
            cost, chosen = best(piece + 1, n + 1)
            options.append((cost + abs(at[n] - expected[piece]), (n, *chosen)))
        return min(options)

    _, chosen = best(0, 0)
    return [
        found[n] if n >= 0 else _between(expected[piece], piece, chosen, found, time)
        for piece, n in enumerate(chosen)
    ]


def _between(
    expected: float, piece: int, chosen: tuple[int, ...], found: tuple[Rest, ...], time: _Voiced
) -> Rest:
    """An empty rest where the letters lead to expect it, held between its matched neighbours."""
    low = max((found[n].end for n in chosen[:piece] if n >= 0), default=0.0)
    high = min((found[n].start for n in chosen[piece:] if n >= 0), default=time.at(time.length))
    at = min(max(time.at(expected), low), high)
    return Rest(start=at, end=at)


def _expected(pieces: list[Piece], length: float) -> list[float]:
    """The voiced time at which each piece but the last ends, by letters."""
    sizes = [sum(map(_size, piece)) for piece in pieces]
    return [length * sum(sizes[: n + 1]) / sum(sizes) for n in range(len(sizes) - 1)]


def _size(word: str) -> int:
    return len(re.sub(r"\W", "", word)) + 1


def _spread(piece: Piece, start: float, end: float) -> list[Word]:
    """The words of a piece, sharing its time by their letters."""
    whole, words = sum(map(_size, piece)), list[Word]()
    for word in piece:
        to = min(end, start + (end - start) * _size(word) / whole)
        words.append(Word(text=word, start=start, end=to))
        start, whole = to, whole - _size(word)
    return words


def _later(words: tuple[Word, ...], after: int, by: float) -> tuple[Word, ...]:
    """The words after one of them moved on."""
    moved = (Word(text=w.text, start=w.start + by, end=w.end + by) for w in words[after + 1 :])
    return (*words[: after + 1], *moved)
