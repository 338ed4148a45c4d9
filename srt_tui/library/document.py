"""A Markdown file as its author sees it: `key: value` lines on top, then headed blocks."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from srt_tui.library.blocks import Block, unused
from srt_tui.library.finding import Notebook, Row, nearest
from srt_tui.library.lines import read_lines
from srt_tui.library.markup import FENCE, as_meant

_FENCE = "---"
_ALLOW = "allow"


class Layout(msgspec.Struct, frozen=True):
    """What a kind of file must and may hold. No `headings`: any heading will do."""

    keys: tuple[str, ...] = ()
    optional_keys: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    optional_headings: tuple[str, ...] = ()


class Source(msgspec.Struct):
    """One file, split. `front` holds strings only: `20 / 35`, `2:30` and `no` stay as typed."""

    file: str
    title: Row
    front: dict[str, Row] = {}
    intro: tuple[Row, ...] = ()
    blocks: list[Block] = []

    def value(self, key: str) -> Row:
        """What stands after `key:`; empty when it is not there."""
        return self.front.get(key, Row(self.file, 1, ""))

    def block(self, heading: str) -> Block:
        """The block under this heading; empty when it is not there."""
        for block in self.blocks:
            if block.heading.text == heading:
                return block
        return Block(Row(self.file, 1, heading), ())


def read_document(path: Path, file: str, layout: Layout, book: Notebook, id: str = "") -> Source:
    """The file at `path`; whatever does not fit `layout` is told to `book` and read as meant.

    A file may repeat the `id` that its name gives it, and then has to say the same.
    """
    rows = as_meant(read_lines(path, file, book), book)
    document = Source(file, title=Row(file, 1, ""))
    if not any(row.text for row in rows):
        if rows:
            book.error("file-empty", rows[0], "The file is empty.")
        return document
    if layout.keys:
        rows = _read_front(document, rows, layout, book)
    _read_blocks(document, rows, layout, book)
    if layout.keys:
        for row in (document.title, *document.intro):
            if row.text.strip():
                unused(row, book)
    said = document.value("id")
    if said.text and said.text != id:
        what = f'The name of the file makes this "{id}", but the file says "{said.text}".'
        book.error("id-differs", said, what, f"id: {id}")
    return document


def _read_front(document: Source, rows: list[Row], layout: Layout, book: Notebook) -> list[Row]:
    """Take the front matter off the rows; what is left is the body."""
    start = next((n for n, row in enumerate(rows) if row.text.strip()), 0)
    if not rows or rows[start].text.strip() != _FENCE:
        at = Row(document.file, start + 1, "")
        book.error(
            "front-missing", at, "The file does not begin with a line of three dashes.", "---"
        )
        return rows
    for n in range(start + 1, len(rows)):
        text = rows[n].text.strip()
        if text == _FENCE:
            _require(document, layout, book, rows[start])
            return rows[n + 1 :]
        if text.startswith("#"):
            at = rows[n]
            book.error("front-open", at, "No line of three dashes ends the lines on top.", "---")
            _require(document, layout, book, rows[start])
            return rows[n:]
        if text:
            _read_key(document, rows[n], layout, book)
    book.error("front-open", rows[start], "No line of three dashes ends the lines on top.", "---")
    return []


def _read_key(document: Source, row: Row, layout: Layout, book: Notebook) -> None:
    known = (*layout.keys, *layout.optional_keys, _ALLOW)
    typed, colon, value = row.text.strip().partition(":")
    key = " ".join(typed.lower().split())
    if not colon:
        key = next((k for k in known if row.text.strip().lower().startswith(k + " ")), "")
        value = row.text.strip()[len(key) :].strip()
        meant = f"{key}: {value}" if key else ""
        book.error("colon-missing", row, "This line has no colon after its first word.", meant)
    elif key not in known:
        meant = nearest(key, known)
        book.error(
            "key-unknown", row, f'"{typed.strip()}" is not a line this file can have.', meant
        )
        key = meant
    if key == _ALLOW:
        _read_allow(row.part(value.strip()), book)
    elif key in document.front:
        book.error("key-twice", row, f'"{key}" stands here a second time.')
    elif key:
        document.front[key] = row.part(value.strip().strip("`"))


def _read_allow(row: Row, book: Notebook) -> None:
    rule, _, reason = row.text.partition(" ")
    if not reason.strip():
        book.error("allow-reason", row, "An allow line needs a rule and then its reason.")
    book.allowed[(row.file, rule)] = row


def _require(document: Source, layout: Layout, book: Notebook, at: Row) -> None:
    for key in layout.keys:
        if not document.value(key).text:
            where = document.front.get(key, at)
            book.error("key-missing", where, f'The line "{key}: …" is missing or empty.')


def _read_blocks(document: Source, rows: list[Row], layout: Layout, book: Notebook) -> None:
    intro: list[Row] = []
    heading: Row | None = None
    body: list[Row] = []
    plain = {row.line for row in unfenced(rows)}
    for row in rows:
        if row.line not in plain:
            (intro if heading is None else body).append(row)
        elif row.text.startswith("## "):
            _close(document, heading, body)
            heading, body = row.part(row.text[3:].strip()), []
        elif row.text.startswith("# ") and heading is None and not document.title.text:
            document.title = row.part(row.text[2:].strip())
        else:
            (intro if heading is None else body).append(row)
    _close(document, heading, body)
    document.intro = tuple(intro)
    if layout.headings:
        _name_blocks(document, layout, book)


def unfenced(rows: Iterable[Row]) -> list[Row]:
    """The rows that are not part of an example between lines of three back-ticks."""
    fenced = False
    found: list[Row] = []
    for row in rows:
        if row.text.startswith(FENCE):
            fenced = not fenced
        elif not fenced:
            found.append(row)
    return found


def _close(document: Source, heading: Row | None, body: list[Row]) -> None:
    if heading is not None:
        document.blocks.append(Block(heading, tuple(body)))


def _name_blocks(document: Source, layout: Layout, book: Notebook) -> None:
    """Hold the headings to the layout; one that is nearly right is read as meant."""
    known = (*layout.headings, *layout.optional_headings)
    exact = {heading.lower(): heading for heading in known}
    named: list[Block] = []
    taken = {exact.get(block.heading.text.lower(), "") for block in document.blocks}
    for block in document.blocks:
        name = exact.get(block.heading.text.lower(), "")
        if not name:
            typed = block.heading.text
            name = nearest(typed, [heading for heading in known if heading not in taken])
            book.error("heading-unknown", block.heading, f'"{typed}" is not a heading here.', name)
        if any(name == other.heading.text for other in named):
            book.error("heading-twice", block.heading, f'"{name}" stands here a second time.')
        elif name:
            named.append(Block(block.heading.part(name), block.rows))
    document.blocks = named
    if not named:
        what = "None of the parts with a heading stands here."
        book.error("heading-missing", document.title, what, f"## {layout.headings[0]}")
        return
    for heading in layout.headings:
        block = document.block(heading)
        if not block.body():
            what = f'The part "## {heading}" is missing or empty.'
            book.error("heading-missing", block.heading, what)
