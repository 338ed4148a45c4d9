"""The worksheet of an exercise: five types of field, each a line with its words."""

import re
from collections.abc import Callable
from typing import NamedTuple

from srt_tui.domain.content import (
    STANDARD_CHAIN,
    AnyField,
    BeforeAfterField,
    ChainField,
    ChoiceField,
    ScaleField,
    TextField,
)
from srt_tui.library.blocks import Block, ListItem, unused
from srt_tui.library.finding import Notebook, Row, nearest

TYPES = ("text", "choice", "scale", "before_after", "chain")
FIELDS = range(3, 7)

_FIELD = re.compile(r"^`?([\w.-]+)`?\s+`?([\w-]+)`?(?:\s+\(([^)]*)\))?\s*:\s*(\S.*)$")
_SCALE = re.compile(r"^(.*?)\s*\(0 (.+?), 10 (.+?)\)\s*(?::\s*(.*))?$")
_UP_TO = re.compile(r"^pick up to (\d+)$")
_FEWEST_OPTIONS = 2


class _Line(NamedTuple):
    row: Row
    id: str
    how: tuple[str, ...]
    label: str
    item: ListItem
    saved: bool


def read_fields(block: Block, exercise: str, book: Notebook) -> tuple[AnyField, ...]:
    """Every field that can be read; a broken one is told and left out."""
    found: list[AnyField] = []
    ids: set[str] = set()
    for item in block.only_items(book, under=True):
        match = _FIELD.match(item.row.text)
        if match is None:
            what = "This field is not an id, a type, a colon and its words."
            book.error("field-form", item.row, what, f"- `{exercise}.w1` text: …")
            continue
        id, kind = match[1], match[2]
        if id in ids:
            book.error("field-twice", item.row, f'The field id "{id}" is used a second time.')
        elif not re.fullmatch(rf"{re.escape(exercise)}\.w\d+", id):
            what = f'The field id "{id}" does not belong to this exercise.'
            book.error("field-id", item.row, what, f"{exercise}.w{len(found) + 1}")
        if kind not in TYPES:
            meant = nearest(kind, TYPES)
            book.error("field-type", item.row, f'"{kind}" is not a type of field.', meant)
            kind = meant
        ids.add(id)
        how, saved = _how(match[3] or "")
        line = _Line(item.row, id, how, match[4].strip(), item, saved)
        for row in () if kind == "choice" else item.under:
            unused(row, book)
        if kind and (field := _READERS[kind](line, book)) is not None:
            found.append(field)
            book.hear("label", line.row.part(field.label))
    if block.rows and len(ids) not in FIELDS:
        what = f"There are {len(ids)} fields; a worksheet has 3 to 6."
        book.error("field-count", block.heading, what)
    return tuple(found)


def _how(text: str) -> tuple[tuple[str, ...], bool]:
    """What the brackets say, and whether the answer is saved."""
    said, mark, _ = text.partition("said, not saved")
    kept = said if mark else text
    return tuple(part.strip() for part in kept.split(";") if part.strip()), not mark


def _text(line: _Line, _: Notebook) -> AnyField:
    return TextField(id=line.id, label=line.label, saved=line.saved)


def _choice(line: _Line, book: Notebook) -> AnyField:
    options = tuple(row.text for row in line.item.under)
    for row in line.item.under:
        book.hear("option", row)
    if len(options) < _FEWEST_OPTIONS:
        what = "A choice needs at least two options, one to a line, set in below it."
        book.error("options-missing", line.row, what, "  - Something else")
    how = line.how[0] if line.how else "pick any"
    most = 0
    groups: tuple[str, ...] = ()
    if up_to := _UP_TO.match(how):
        most = int(up_to[1])
    elif how == "pick one":
        most = 1
    elif how.startswith("sort each under:"):
        groups = tuple(part.strip() for part in how.partition(":")[2].split(","))
    elif how != "pick any":
        meant = nearest(how, ("pick one", "pick any", "pick up to 3", "sort each under:"))
        book.error("choice-how", line.row, f'"({how})" is not a way to choose.', meant)
    return ChoiceField(
        id=line.id, label=line.label, saved=line.saved, options=options, most=most, groups=groups
    )


def _scale(line: _Line, book: Notebook) -> AnyField | None:
    match = _anchors(line, book)
    if match is None:
        return None
    return ScaleField(id=line.id, label=match[1], saved=line.saved, low=match[2], high=match[3])


def _before_after(line: _Line, book: Notebook) -> AnyField | None:
    match = _anchors(line, book)
    if match is None:
        return None
    before, slash, after = (match[4] or "").partition(" / ")
    if not slash:
        what = "A line marked twice needs a name for each time, after a colon."
        book.error("before-after-names", line.row, what, ": before / after")
        before, after = "before", "after"
    for words in (before, after):
        book.hear("anchor", line.row.part(words.strip()))
    return BeforeAfterField(
        id=line.id,
        label=match[1],
        saved=line.saved,
        low=match[2],
        high=match[3],
        before=before.strip(),
        after=after.strip(),
    )


def _anchors(line: _Line, book: Notebook) -> re.Match[str] | None:
    match = _SCALE.match(line.label)
    if match is None:
        what = "A 0 to 10 line needs words at both ends."
        book.error("anchors-missing", line.row, what, "(0 calm, 10 as angry as I get)")
        return None
    for end in (match[2], match[3]):
        book.hear("anchor", line.row.part(end))
    return match


def _chain(line: _Line, book: Notebook) -> AnyField:
    boxes = STANDARD_CHAIN
    if line.how:
        name, _, text = line.how[0].partition(":")
        boxes = tuple(box.strip() for box in re.split("→|->", text) if box.strip())
        if name != "boxes" or len(boxes) < _FEWEST_OPTIONS:
            what = "The boxes of a chain are named in brackets, with arrows between."
            book.error("chain-boxes", line.row, what, "(boxes: option → tonight → next week)")
            boxes = STANDARD_CHAIN
        for box in boxes:
            book.hear("box", line.row.part(box))
    return ChainField(id=line.id, label=line.label, saved=line.saved, boxes=boxes)


_READERS: dict[str, Callable[[_Line, Notebook], AnyField | None]] = {
    "text": _text,
    "choice": _choice,
    "scale": _scale,
    "before_after": _before_after,
    "chain": _chain,
}
