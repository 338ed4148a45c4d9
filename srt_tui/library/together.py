"""`check.md`, `signs.md` and `moves.md`: how the two of them are working."""

import re
from pathlib import Path

from srt_tui.domain.structure import Check, CheckItem, Move, Sign
from srt_tui.library.blocks import Block
from srt_tui.library.document import Layout, Source, read_document
from srt_tui.library.finding import Notebook, Row
from srt_tui.library.vocabulary import plain

CHECK_LAYOUT = Layout(
    headings=(
        "Rules", "For him", "His line", "For the practitioner", "My line",
        "When to suggest raising it", "Words to raise it with",
    ),
    optional_headings=("Easy-read form", "Pairs"),
)  # fmt: skip

_ITEM = re.compile(r"^`([\w-]+)`\s+(\S.*)$")
_MARKED = re.compile(r"^`([\w-]+)`\s+(\S.*?):\s+(\S.*)$")
_ENDS = ("1 means", "5 means")
_EASY = ("Read aloud", "Low", "High")


def read_check(path: Path, book: Notebook) -> Check:
    """The working-together check; empty for a pack that has none."""
    if not path.is_file():
        return _EMPTY
    page = read_document(path, path.name, CHECK_LAYOUT, book)
    return Check(
        his=_items(page.block("For him"), (*_ENDS, *_EASY), book),
        mine=_items(page.block("For the practitioner"), _ENDS, book),
        his_line=_quoted(page, "His line", book),
        my_line=_quoted(page, "My line", book),
        rules=_list(page, "Rules"),
        raise_when=_list(page, "When to suggest raising it"),
        raise_words=_list(page, "Words to raise it with"),
    )


def read_signs(path: Path, book: Notebook) -> tuple[Sign, ...]:
    """The signs, group by group, in order."""
    if not path.is_file():
        return ()
    page = read_document(path, path.name, Layout(), book)
    return tuple(
        Sign(id=id, group=block.heading.text, title=title, plain=words)
        for block in page.blocks
        for id, title, words in _marked(block, book)
    )


def read_moves(path: Path, book: Notebook) -> tuple[Move, ...]:
    """The repair moves, in order."""
    if not path.is_file():
        return ()
    page = read_document(path, path.name, Layout(), book)
    moves = _marked(page.block("Moves"), book)
    return tuple(Move(id=id, title=title, say=words) for id, title, words in moves)


def _marked(block: Block, book: Notebook) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for item in block.items():
        match = _MARKED.match(item.row.text)
        if match is None:
            what = "This line is not an id in back-ticks, a title, a colon and its words."
            book.error("line-form", item.row, what, "- `own` Own your bit: …")
        elif any(match[1] == id for id, _, _ in found):
            book.error("id-twice", item.row, f'The id "{match[1]}" is used a second time.')
        else:
            found.append((match[1], match[2], match[3]))
    return found


def _items(block: Block, needed: tuple[str, ...], book: Notebook) -> tuple[CheckItem, ...]:
    found: list[CheckItem] = []
    parts = block.parts()
    if not parts:
        book.error("check-words", block.heading, "No item stands here.", "### `p1` Direction")
    for part in parts:
        match = _ITEM.match(part.heading.text)
        if match is None:
            what = "This is not an id and a title."
            book.error("line-form", part.heading, what, "### `p1` Direction")
            continue
        answers = _answers(part, needed, book)
        asked = next(iter(Block(part.heading, tuple(part.loose())).paragraphs()), Row("", 0, ""))
        if "Low" in needed:
            for row in (part.heading.part(match[2]), asked, *answers.values()):
                book.hear("check", row)
        words = {name: row.text for name, row in answers.items()}
        found.append(
            CheckItem(
                id=match[1],
                title=match[2],
                text=asked.text,
                low=words.get("1 means", ""),
                high=words.get("5 means", ""),
                easy=words.get("Read aloud", ""),
                easy_low=words.get("Low", ""),
                easy_high=words.get("High", ""),
            )
        )
    return tuple(found)


def _answers(block: Block, needed: tuple[str, ...], book: Notebook) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for item in block.items():
        name, _, text = item.row.text.partition(":")
        found[name.strip()] = item.row.part(text.strip())
    for name in needed:
        if name not in found:
            book.error("check-words", block.heading, f'The line "{name}: …" is missing.')
    return found


def _quoted(page: Source, heading: str, book: Notebook) -> str:
    block = page.block(heading)
    quoted = [row.text[1:].strip() for row in block.rows if row.text.startswith(">")]
    if quoted:
        return " ".join(quoted)
    book.error("check-words", block.heading, f'"{heading}" has no line of words.', "> One thing …")
    return ""


def _list(page: Source, heading: str) -> tuple[str, ...]:
    return tuple(plain(item.row.text) for item in page.block(heading).items())


_EMPTY = Check(his=(), mine=(), his_line="", my_line="", rules=(), raise_when=(), raise_words=())
