"""What a pack may refer to: gathered from file names and `pack.toml` before anything is read."""

import re
from collections.abc import Iterable

import msgspec

from srt_tui.library.finding import Notebook, Row, nearest

_ID = re.compile(r"`([a-z]\d\d(?:\.w\d+)?|(?:clip|plan)-[a-z0-9-]+)`")
_PLAIN_ID = re.compile(r"\b([a-z]\d\d(?:\.w\d+)?)\b")
_RANGE = re.compile(r"^([a-z])(\d\d)(?: to |–|-)\1(\d\d)$")
_NONE = ("", "none", "nothing", "-", "–")


class Vocabulary(msgspec.Struct):
    """Ids and tags that exist.

    An exercise with a fault still counts, so that each fault is told once; one that could not
    be read at all is also `broken`.
    """

    exercises: tuple[str, ...] = ()
    clips: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    tags: dict[str, tuple[str, ...]] = {}
    house_words: dict[str, str] = {}
    broken: set[str] = set()

    def ids(self) -> set[str]:
        """Every exercise, clip and plan."""
        return {*self.exercises, *self.clips, *self.plans}


def listed(row: Row) -> list[str]:
    """The values of `a, b, c`; none for `none`."""
    values = [value.strip().strip("`") for value in row.text.split(",")]
    return [value for value in values if value.lower() not in _NONE]


def known(
    values: Iterable[str], options: Iterable[str], row: Row, what: str, book: Notebook
) -> tuple[str, ...]:
    """The values that exist; each other one is told, and read as the nearest that does.

    The first word of `what` names the rule.
    """
    rule = what.partition(" ")[0] + "-unknown"
    allowed = tuple(options)
    found: list[str] = []
    for value in values:
        if value in allowed:
            found.append(value)
            continue
        meant = nearest(value, allowed)
        book.error(rule, row, f'There is no {what} "{value}".', meant)
        if meant:
            found.append(meant)
    return tuple(dict.fromkeys(found))


def exercise_ids(row: Row) -> tuple[str, ...]:
    """The ids in `f02`, `f03, f06`, `f01 to f07` or `t02 or e03`."""
    found: list[str] = []
    for value in re.split(r", | or | and ", row.text):
        span = _RANGE.match(value.strip().strip("`"))
        if span:
            numbers = range(int(span[2]), int(span[3]) + 1)
            found += [f"{span[1]}{number:02}" for number in numbers]
        elif value.strip().lower() not in _NONE:
            found.append(value.strip().strip("`"))
    return tuple(found)


def marked_ids(text: str) -> tuple[str, ...]:
    """The ids in back-ticks: those the program acts on."""
    return tuple(_ID.findall(text))


def mention(row: Row, book: Notebook) -> None:
    """Remember every id this line speaks of, so that each can be looked up at the end."""
    if "`" in row.text or _PLAIN_ID.search(row.text):
        for id in dict.fromkeys((*marked_ids(row.text), *_PLAIN_ID.findall(row.text))):
            book.mentions.append(row.part(id))


def plain(text: str) -> str:
    """The words without Markdown's marks."""
    return text.replace("`", "").replace("**", "")
