"""How easily a line is read: whether an eleven-year-old could, by its sentences and its words.

The measure is the grade level of Kincaid and others (1975), made for adults who learn to read in
service. It counts words to a sentence and syllables to a word, and knows nothing of sense.
"""

import re

HARDEST = 8.0
"""The highest grade of a line that he reads or hears; those of the shipped pack stay below 7.7."""
LONGEST = 5
"""Syllables from which a single word is too long, whatever stands beside it."""
_FEWEST = 4
"""Words below which a line is too short to measure."""

_SENTENCE = re.compile(r"[.!?:]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[^aeiouytd]ed|[^aeiouyscxzgh]es)$")


def syllables(word: str) -> int:
    """About how many syllables an English word has; 0 for a figure."""
    bare = re.sub(r"[^a-z]", "", word.lower())
    silent = 1 if _SILENT.search(bare) else 0
    return max(1, len(_VOWELS.findall(bare)) - silent) if bare else 0


def too_hard(text: str) -> str:
    """What makes the line hard to read: a long word, or its whole; empty where it is easy."""
    words = [word for word in re.split(r"[\s/-]+", text) if any(map(str.isalnum, word))]
    long = next((word.strip("\"'.,;:?!()") for word in words if syllables(word) >= LONGEST), "")
    if long:
        return f'"{long}" is a long word'
    if len(words) < _FEWEST:
        return ""
    sentences = max(1, len(_SENTENCE.findall(text)))
    grade = 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return "These words are hard to read" if grade > HARDEST else ""
