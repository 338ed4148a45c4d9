"""What an editor or another program leaves in a text, read as it was meant and told.

Comments are the author's: they are taken out before anything is read or counted.
"""

import re
from collections.abc import Iterator

from srt_tui.library.finding import Notebook, Row

FENCE = "```"
_OPEN, _SHUT = "<!--", "-->"
_WORD_BULLET = re.compile(r"^(\s*)[•–—‣▪◦·●○■□➢✓](?:\s+|(?=\w))(?=\S)")
_HEADING = re.compile(r"^ {0,3}(#{2,3})\s*(?=[^#\s])")
_CHECKBOX = re.compile(r"^(\s*(?:[-*]|\d+[.)])\s+)\[[ xX]?\]\s+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def as_meant(rows: list[Row], book: Notebook) -> list[Row]:
    """The lines without comments, and with the marks of other programs read as ours."""
    found: list[Row] = []
    fenced = False
    for row in _uncommented(rows, book):
        fenced ^= row.text.startswith(FENCE)
        found.append(row if fenced or not row.text else _meant(row, book))
    return found


def _uncommented(rows: list[Row], book: Notebook) -> Iterator[Row]:
    """Each line without what stands in it between the marks of a comment."""
    began: Row | None = None
    for row in rows:
        kept, rest = "", row.text
        while rest:
            if began is None:
                before, opened, rest = rest.partition(_OPEN)
                kept += before
                began = row if opened else None
            else:
                _, shut, rest = rest.partition(_SHUT)
                began = None if shut else began
        yield row if kept == row.text else row.part(kept.rstrip())
    if began is not None:
        book.error("comment-open", began, "This comment has no end; all after it is lost.", _SHUT)


def _meant(row: Row, book: Notebook) -> Row:
    text = row.text
    if match := _WORD_BULLET.match(text):
        text = f"{match[1]}- {text[match.end() :]}"
        if book.first("bullet", row.file):
            what = "Bullets of another program stand here; they are read as ours."
            book.warn("bullet", row, what, text.strip())
    if (match := _HEADING.match(text)) and match[0] != f"{match[1]} ":
        text = f"{match[1]} {text[match.end() :]}"
        what = "This heading has no single space after its signs, or some before them."
        book.warn("heading-space", row, what, text)
    if match := _CHECKBOX.match(text):
        text = f"{match[1]}{text[match.end() :]}"
        book.warn("checkbox", row, "The box to tick is passed over; it is no part of the line.")
    if "\\" in text and (bare := _unescaped(text)) != text:
        text = bare
        book.note("escape", row, "A backslash before a sign is passed over.")
    if "&" in text and _ENTITY.search(text):
        text = _ENTITY.sub(_letter, text).replace("\u00a0", " ")
        book.note("entity", row, "A letter written as a code is read as that letter.")
    return row if text == row.text else row.part(text)


def _unescaped(text: str) -> str:
    """Without backslashes before signs; one that begins a line keeps it from being a list."""
    begin = len(text) - len(text.lstrip()) + 1
    return text[:begin] + _ESCAPED.sub(r"\1", text[begin:])


def _letter(code: re.Match[str]) -> str:
    from html import unescape  # noqa: PLC0415 - slow to load, and hardly a file has one

    from srt_tui.letters import clean  # noqa: PLC0415 - as said above

    return clean(unescape(code[0])).replace("\n", " ")
