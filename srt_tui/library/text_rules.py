"""Rules for what the participant reads or hears (brief: principles 3, 4, 8 and 9; A.1; F.1)."""

import re
from collections.abc import Iterator

from srt_tui.library.finding import Heard, Notebook, Row
from srt_tui.library.scripts import word_count

SENTENCE = 20
CARD = 40
ON_SCREEN = 6

_END = re.compile(r'(?<=[.!?])["\')]*\s+')
_WHOLE = ("card", "on screen")


def hold_words(book: Notebook, house_words: dict[str, str]) -> None:
    """Tell of every sentence, card or screen that is too long, and of every house word broken."""
    never = _pattern(house_words)
    for row, kind in book.heard:
        if kind == "Card":
            _limit("card-length", row, CARD, "A card", book)
        if kind == "on screen":
            _limit("on-screen-length", row, ON_SCREEN, "What stands on the screen", book)
        else:
            _sentences(row, book)
        for word in _broken(row, never, house_words):
            rule = "house-word-" + word.replace(" ", "-")
            what = f'"{word}" is a word not to use in what he reads or hears.'
            book.error(rule, row, what, house_words[word])


def _limit(rule: str, row: Row, most: int, name: str, book: Notebook) -> None:
    count = word_count(row.text)
    if count > most:
        book.error(rule, row, f"{name} has {count} words; the most is {most}.")


def _sentences(row: Row, book: Notebook) -> None:
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


def _broken(row: Row, never: re.Pattern[str] | None, house_words: dict[str, str]) -> Iterator[str]:
    """Each house word of this row once."""
    lower = {word.lower(): word for word in house_words}
    found = never.findall(row.text) if never else []
    yield from dict.fromkeys(lower[word.lower()] for word in found)


__all__ = ["CARD", "ON_SCREEN", "SENTENCE", "Heard", "hold_words"]
