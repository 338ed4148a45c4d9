"""The files of `practice/`: rehearsals, one in each, and the kinds of move that they name."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from srt_tui.domain.practice import FIRST, Group, Kind, Rehearsal, Turn
from srt_tui.domain.structure import STAGE_IDS, StageId
from srt_tui.library.blocks import Block, ListItem, unused
from srt_tui.library.choices import END, read_choices
from srt_tui.library.document import Layout, Source, read_document
from srt_tui.library.finding import Notebook, Row, nearest
from srt_tui.library.folders import named
from srt_tui.library.points import read_points
from srt_tui.library.vocabulary import known, listed, plain

FOLDER = "practice"
KINDS = "kinds"
GROUPS: tuple[Group, ...] = ("repair", "practice", "pull")
FACTS = ("Exercise", "Plan", "Minutes", "Reference", "Background", "Trains")
TURN = ("Stage", "Prompt", "Signs", "Act today")

_LISTED = "Background"
_LAYOUT = Layout(headings=("Turns", "Afterwards"))
_TITLE = re.compile(r"^(\S+) · (\S.*)$")
_FACT = re.compile(r"^\*\*([^*:]+):\*\*\s*(.*)$")
_SEEN = re.compile(r"^\*([^*]+)\*$")
_CELLS = 4
_NONE = ("none", "no")


def read_practice(content: Path, book: Notebook) -> dict[str, Rehearsal]:
    """Every rehearsal of the pack in `content` that is written as it should be."""
    files = named(content / FOLDER, FOLDER, book)
    table = files.pop(KINDS, None)
    if table is None:
        if files:
            at = Row(f"{FOLDER}/{KINDS}.md", 1, "")
            book.error("kinds-missing", at, "There is no table of the kinds of move.")
        return {}
    kinds = read_kinds(table, book)
    read = {id: read_rehearsal(path, kinds, book) for id, path in files.items()}
    return {id: found for id, found in read.items() if found is not None}


def read_kinds(path: Path, book: Notebook) -> dict[str, Kind]:
    """The table of the kinds of move, by id."""
    found: dict[str, Kind] = {}
    ruled = False
    for row in read_document(path, f"{FOLDER}/{path.name}", Layout(), book).intro:
        if not row.text.startswith("| `"):
            if ruled and row.text.startswith("|"):
                unused(row, book)
            ruled |= row.text.startswith("| ---")
            continue
        cells = [cell.strip().strip("`") for cell in row.text.strip("| ").split("|")]
        if len(cells) != _CELLS:
            what = "This line is not an id, its groups, its own sign and its words."
            book.error("kind-form", row, what, "| `pause` | repair | none | You waited |")
            cells = [cells[0], "", "none", ""]
        id, typed, sign, words = cells
        groups = known(listed(row.part(typed)), GROUPS, row, "group", book)
        own = "" if sign in _NONE else sign
        found[id] = Kind(id=id, groups=cast("tuple[Group]", groups), plain=words, own_sign=own)
        book.spots[f"{KINDS}.{id}"] = row
    return found


def read_rehearsal(path: Path, kinds: Mapping[str, Kind], book: Notebook) -> Rehearsal | None:
    """The rehearsal in this file, or nothing when there is a mistake in how it is written."""
    before = len(book.findings)
    page = read_document(path, f"{FOLDER}/{path.name}", _LAYOUT, book)
    found = _rehearsal(page, path.stem, kinds, book)
    broken = any(finding.severity == "error" for finding in book.findings[before:])
    return None if broken else found


def _rehearsal(page: Source, id: str, kinds: Mapping[str, Kind], book: Notebook) -> Rehearsal:
    facts = _facts(Block(page.title, page.intro), FACTS, ("Content note",), book)
    minutes = facts["Minutes"].row
    if minutes.text and not minutes.text.isdecimal():
        book.error("minutes-form", minutes, f'"{minutes.text}" is not a number of minutes.', "30")
    for name in FACTS:
        book.spots[f"{id}.{name}"] = facts[name].row
    for item in Block(page.title, page.intro).items():
        if not _FACT.match(item.row.text):
            unused(item.row, book)
    turns = _turns(page.block("Turns"), id, kinds, book)
    after = page.block("Afterwards")
    _strays(Block(page.title, page.intro), (), book)
    _strays(after, ("**Points**", "**Try in a real session:**", "**For supervision:**"), book)
    return Rehearsal(
        id=id,
        title=_title(page.title, id, book),
        exercise=facts["Exercise"].row.text.strip("`"),
        plan=facts["Plan"].row.text.strip("`"),
        minutes=int(minutes.text) if minutes.text.isdecimal() else 0,
        reference=facts["Reference"].row.text,
        background=tuple(plain(row.text) for row in facts["Background"].under),
        trains=plain(facts["Trains"].row.text),
        turns=turns,
        points=read_points(after, id, kinds, book),
        to_try=plain(_said(after, "Try in a real session", book).text),
        for_supervision=plain(_said(after, "For supervision", book).text),
        content_note=facts["Content note"].row.text,
    )


def _title(row: Row, id: str, book: Notebook) -> str:
    match = _TITLE.match(row.text)
    if match is None:
        what = "The first line is not an id, a dot and a title."
        book.error("title-form", row, what, f"# {id} · A title")
        return ""
    if match[1] != id:
        what = f'The name of the file makes this "{id}", but its title says "{match[1]}".'
        book.error("id-differs", row, what, f"# {id} · {match[2]}")
    return match[2]


def _facts(
    block: Block, needed: tuple[str, ...], optional: tuple[str, ...], book: Notebook
) -> dict[str, ListItem]:
    """The lines `- **Name:** words` of a block, by name; an empty one for each that is missing."""
    found: dict[str, ListItem] = {}
    for item in block.items():
        match = _FACT.match(item.row.text)
        if match is None:
            continue
        name = match[1]
        if name not in (*needed, *optional):
            name = nearest(name, (*needed, *optional))
            book.error("fact-unknown", item.row, f'"{match[1]}" is not a line for here.', name)
        found[name] = ListItem(item.row.part(match[2].strip()), item.under)
        for row in () if name == _LISTED else item.under:
            unused(row, book)
    for name in needed:
        if name not in found:
            book.error("fact-missing", block.heading, f'The line "**{name}:** …" is missing.')
        elif not found[name].row.text and not found[name].under:
            book.error("fact-missing", found[name].row, f'Nothing stands after "{name}".')
    empty = ListItem(block.heading.part(""), ())
    return {name: found.get(name, empty) for name in (*needed, *optional)}


def _said(block: Block, name: str, book: Notebook) -> Row:
    """The words after `**name:**` on a line of their own."""
    for row in block.rows:
        match = _FACT.match(row.text)
        if match and match[1] == name and match[2]:
            return row.part(match[2])
    book.error("fact-missing", block.heading, f'The line "**{name}:** …" is missing or empty.')
    return block.heading.part("")


def _strays(block: Block, starts: tuple[str, ...], book: Notebook) -> None:
    """Tell of lines that are neither in a list nor begin with one of `starts`."""
    for row in block.loose():
        if not row.text.startswith(starts):
            book.error("line-stray", row, "This line has no place here.")


def _turns(block: Block, id: str, kinds: Mapping[str, Kind], book: Notebook) -> dict[str, Turn]:
    found: dict[str, Turn] = {}
    for row in block.before_parts():
        unused(row, book)
    for part in block.parts():
        number = part.heading.text
        if number in found:
            book.error("id-twice", part.heading, f"Turn {number} stands here a second time.")
        else:
            found[number] = _turn(part, f"{id}.{number}", kinds, book)
    if FIRST not in found:
        book.error("turn-missing", block.heading, f'There is no "### {FIRST}" to begin with.')
    for turn in found.values():
        for choice in turn.choices:
            if choice.to and choice.to not in found:
                at = book.spots[f"{id}.{turn.id}.{choice.letter}.to"]
                what = f'There is no turn "{choice.to}" in this rehearsal.'
                book.error("turn-unknown", at, what, nearest(choice.to, [*found, END]))
    return found


def _turn(part: Block, spot: str, kinds: Mapping[str, Kind], book: Notebook) -> Turn:
    facts = _facts(part, TURN, (), book)
    for name in TURN:
        book.spots[f"{spot}.{name}"] = facts[name].row
    book.spots[spot] = part.heading
    he = _said(part, "He", book)
    book.hear("He", he)
    _strays(part, ("**He:**", "**You:**", "*"), book)
    seen = next((plain(match[1]) for row in part.rows if (match := _SEEN.match(row.text))), "")
    if not seen:
        book.error("seen-missing", part.heading, "What is seen is missing.", "*He looks up.*")
    stage = known(
        [facts["Stage"].row.text.strip("`")], STAGE_IDS, facts["Stage"].row, "stage", book
    )
    prompt = facts["Prompt"].row
    if not prompt.text.isdecimal() and prompt.text not in _NONE:
        book.error("prompt-number", prompt, f'"{prompt.text}" is not the number of a prompt.')
    act = facts["Act today"].row.text
    choices = [item for item in part.items() if not _FACT.match(item.row.text)]
    return Turn(
        id=part.heading.text,
        stage=cast("StageId", stage[0] if stage else STAGE_IDS[0]),
        he=he.text,
        seen=seen,
        choices=read_choices(choices, part.heading, spot, kinds, book),
        prompt=int(prompt.text) if prompt.text.isdecimal() else 0,
        signs=tuple(listed(facts["Signs"].row)),
        act_today="" if act in _NONE else act,
    )
