"""`pack.toml` and `cast.toml`: what the pack is called, its order, its words and its people."""

import re
import tomllib
from collections.abc import Collection, Container, Mapping
from pathlib import Path
from typing import Any

import msgspec

from srt_tui.domain.pack import CastMember, Module
from srt_tui.letters import cleaned
from srt_tui.library.finding import Notebook, Row, nearest
from srt_tui.library.lines import read_lines

NARRATOR = "NARRATOR"
PACK, CAST = "pack.toml", "cast.toml"
TAGS = ("themes", "sensitivities", "shows")

_TEXTS = (
    "id",
    "title",
    "full_title",
    "version",
    "language",
    "licence",
    "worksheet_note",
    "task_line",
)
_REQUIRED = ("id", "title", "version", "language")
_TABLES = ("coaching", "modules", "tags", "house_words")
_CAST = ("together", "speakers", "leads", "spare_names", "version_names")
_MODULE = ("id", "title", "exercises", "first", "note")
_LEAD = ("name", "life", "good", "working_on", "now")
_AT_LINE = re.compile(r"at line (\d+)")


class Toml(msgspec.Struct):
    """A TOML file that can say on which line a word stands."""

    file: str
    rows: list[Row] = []
    data: dict[str, Any] = {}

    def where(self, word: str, times: int = 1) -> Row:
        """The line on which `word` stands for the `times`-th time, or the first line."""
        found = [row for row in self.rows if _stands_in(word, row.text)]
        return found[min(times, len(found)) - 1] if found else Row(self.file, 1, "")


def _stands_in(word: str, text: str) -> bool:
    """Whether the word stands in the text, and not as a part of a longer one."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        around = text[max(0, at - 1) : at] + text[end : end + 1]
        if not any(each.isalnum() or each in "_-" for each in around):
            return True
        at = text.find(word, at + 1)
    return False


def read_toml(path: Path, book: Notebook) -> Toml:
    """The TOML file at `path`; empty when it is missing or broken."""
    toml = Toml(path.name)
    if not path.is_file():
        return toml
    toml.rows = read_lines(path, path.name, book)
    try:
        toml.data = cleaned(tomllib.loads("\n".join(row.text for row in toml.rows)))
    except tomllib.TOMLDecodeError as problem:
        line = _AT_LINE.search(str(problem))
        at = Row(path.name, int(line[1]) if line else len(toml.rows), "")
        what = f"This is not a line of TOML: {str(problem).partition(' (at')[0].lower()}."
        book.error("toml", at, what)
    except (ValueError, RecursionError):
        book.error(
            "toml", toml.rows[0], "It holds a number too long, or brackets too deep, to read."
        )
    return toml


def texts(toml: Toml, fallback: str, book: Notebook) -> dict[str, str]:
    """The plain values of `pack.toml`; the folder's name serves where the id is missing."""
    found = dict.fromkeys(_TEXTS, "")
    for key, value in toml.data.items():
        if key not in (*_TEXTS, *_TABLES):
            meant = nearest(key, (*_TEXTS, *_TABLES))
            book.error("key-unknown", toml.where(key), f'"{key}" is not a line of {PACK}.', meant)
        elif key in _TEXTS and not isinstance(value, str):
            what = f'The value of "{key}" needs quotes round it.'
            book.error("toml", toml.where(key), what, f'{key} = "{value}"')
            found[key] = str(value)
        elif key in _TEXTS:
            found[key] = value
    for key in _REQUIRED if toml.data else ():
        if not found[key]:
            book.error("key-missing", Row(PACK, 1, ""), f'The line "{key} = …" is missing.')
    found["id"] = found["id"] or fallback
    found["title"] = found["title"] or fallback
    return found


def modules(
    toml: Toml, exercises: Collection[str], loaded: Container[str], book: Notebook
) -> tuple[Module, ...]:
    """The modules with those of their exercises that could be read, each exercise once."""
    placed: list[str] = []
    found: list[Module] = []
    for table in _tables(toml, "modules"):
        ids: list[str] = []
        for id in _strings(table.get("exercises")):
            if id in placed:
                what = f'"{id}" is listed a second time.'
                book.error("id-twice", toml.where(id, placed.count(id) + 1), what)
            elif id not in exercises:
                what = f'There is no file for the exercise "{id}".'
                book.error("id-unknown", toml.where(id), what, nearest(id, exercises))
            elif id in loaded:
                ids.append(id)
            placed.append(id)
        name = str(table.get("id", ""))
        _known_keys(table, _MODULE, toml, PACK, book)
        found.append(
            Module(
                id=name,
                title=str(table.get("title", name)),
                exercises=tuple(ids),
                first=table.get("first") is True,
                note=str(table.get("note", "")),
            )
        )
    for id in exercises if found else ():
        if id not in placed:
            what = "This exercise is in no module of pack.toml."
            book.error("module-order", Row(f"exercises/{id}.md", 1, ""), what)
    return tuple(found)


def module_ids(toml: Toml) -> tuple[str, ...]:
    """The ids of the modules, in order."""
    return tuple(str(table.get("id", "")) for table in _tables(toml, "modules"))


def lead_names(toml: Toml) -> tuple[str, ...]:
    """Who can lead a story: one of the leads, or all of them together."""
    names = tuple(str(table.get("name", "")) for table in _tables(toml, "leads"))
    everyone = _strings(toml.data.get("together"))
    return (*names, *everyone) if names else ()


def speakers(toml: Toml) -> tuple[str, ...]:
    """Who speaks in the scripts: the narrator, everyone with a spare name, and some others."""
    named = (*_table(toml, "spare_names"), *_strings(toml.data.get("speakers")))
    return (NARRATOR, *(name.upper() for name in named)) if named else ()


def strings(toml: Toml, key: str) -> tuple[str, ...]:
    """A list of strings at the top of the file."""
    return tuple(_strings(toml.data.get(key)))


def tags(toml: Toml) -> dict[str, tuple[str, ...]]:
    """The vocabularies of tags; a vocabulary the pack does not give is not held to."""
    table = _table(toml, "tags")
    return {name: tuple(_strings(table[name])) for name in TAGS if name in table}


def pairs(toml: Toml, key: str) -> dict[str, str]:
    """A table of words to words."""
    return {str(name): str(value) for name, value in _table(toml, key).items()}


def version_names(toml: Toml) -> dict[str, dict[str, str]]:
    """Which names stand for which in each version."""
    table = _table(toml, "version_names")
    return {
        version: {str(old): str(new) for old, new in names.items()}
        for version, names in table.items()
        if isinstance(names, dict)
    }


def leads(toml: Toml, book: Notebook) -> tuple[CastMember, ...]:
    """The leads of the stories."""
    _known_keys(toml.data, _CAST, toml, CAST, book)
    found: list[CastMember] = []
    for table in _tables(toml, "leads"):
        missing = [key for key in (*_LEAD, "age") if key not in table]
        _known_keys(table, (*_LEAD, "age"), toml, CAST, book)
        for key in missing:
            at = toml.where(str(table.get("name", "leads")))
            book.error("key-missing", at, f'The line "{key} = …" of a lead is missing.')
        words = {key: str(table.get(key, "")) for key in _LEAD}
        age = table.get("age")
        found.append(CastMember(age=age if isinstance(age, int) else 0, **words))
    return tuple(found)


def _known_keys(
    table: Mapping[str, Any], known: Collection[str], toml: Toml, file: str, book: Notebook
) -> None:
    """Tell of every line of a table that nothing reads."""
    for key in table:
        if key not in known:
            what = f'"{key}" is not a line that {file} can have here.'
            book.error("key-unknown", toml.where(key), what, nearest(key, known))


def _table(toml: Toml, key: str) -> Mapping[str, Any]:
    value = toml.data.get(key)
    return value if isinstance(value, dict) else {}


def _tables(toml: Toml, key: str) -> list[dict[str, Any]]:
    value = toml.data.get(key)
    return [table for table in value if isinstance(table, dict)] if isinstance(value, list) else []


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
