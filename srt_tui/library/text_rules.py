"""Rules for what the participant reads or hears (brief: principles 3, 4, 8 and 9; A.1; F.1).

The lines of a rehearsal have limits of their own; in them people may say what they say.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from srt_tui.library.easy_words import too_hard
from srt_tui.library.finding import Notebook, Row
from srt_tui.library.scripts import word_count

SENTENCE = 20


class _Limit(NamedTuple):
    """The most words that something may have, and the rule that says so."""

    rule: str
    most: int
    what: str


_LIMITS = {
    "Card": _Limit("card-length", 40, "A card"),
    "on screen": _Limit("on-screen-length", 6, "What stands on the screen"),
    "He": _Limit("he-length", 35, "What he says"),
    "Then": _Limit("then-length", 35, "What he does next"),
    "Coaching": _Limit("coaching-length", 25, "A line of coaching"),
}
_READ = ("prompt", "label", "option", "check", "stage", "say", "Skill", "Between sessions", "Card")
"""What has to be easy for him to read, besides being short."""
_MARKUP = re.compile(
    r"(?<!\w)[*_]{1,2}\w[^*_]*\w[*_]{1,2}(?!\w)|\]\(|</?[a-z]+>|~~|\\|`", re.IGNORECASE
)
_WHOLE = ("on screen", "He", "Then", "Coaching")
_REHEARSED = ("He", "Then", "Coaching", "You")

_END = re.compile(r'(?<=[.!?])["\')]*\s+')


def hold_words(book: Notebook, house_words: dict[str, str]) -> None:
    """Tell of every sentence, card or screen that is too long, and of every house word broken."""
    never = _pattern(house_words)
    for row, kind in book.heard:
        if limit := _LIMITS.get(kind):
            _limit(limit, row, book)
        if kind not in _WHOLE:
            _sentences(row, book)
        if kind in _READ and (hard := too_hard(row.text)):
            what = f"{hard} for a reader of eleven."
            book.error("hard-to-read", row, what, "shorter words, and fewer to a sentence")
        if kind not in _REHEARSED and (mark := _MARKUP.search(row.text)):
            what = f'"{mark[0]}" would be seen as it stands here: only plain words are drawn.'
            book.error("markup", row, what)
        if kind in _REHEARSED or not (never and never.search(row.text)):
            continue
        for word in _broken(row, never, house_words):
            rule = "house-word-" + word.replace(" ", "-")
            what = f'"{word}" is a word not to use in what he reads or hears.'
            book.error(rule, row, what, house_words[word])


def _limit(limit: _Limit, row: Row, book: Notebook) -> None:
    count = word_count(row.text)
    if count > limit.most:
        what = f"{limit.what} has {count} words; the most is {limit.most}."
        book.error(limit.rule, row, what)


def _sentences(row: Row, book: Notebook) -> None:
    if len(row.text.split()) <= SENTENCE:
        return
    for sentence in _END.split(row.text):
        count = word_count(sentence)
        if count > SENTENCE:
            start = " ".join(sentence.split()[:4])
            what = f'The sentence that begins "{start}" has {count} words; the most is {SENTENCE}.'
            book.error("sentence-length", row, what)


def _pattern(house_words: dict[str, str]) -> re.Pattern[str] | None:
    if not house_words:
        return None
    words = "|".join(re.escape(word) for word in sorted(house_words, key=len, reverse=True))
    return re.compile(rf"\b({words})(?:s|es|ed)?\b", re.IGNORECASE)


def _broken(row: Row, never: re.Pattern[str], house_words: dict[str, str]) -> Iterator[str]:
    """Each house word of this row once."""
    lower = {word.lower(): word for word in house_words}
    yield from dict.fromkeys(lower[word.lower()] for word in never.findall(row.text))
