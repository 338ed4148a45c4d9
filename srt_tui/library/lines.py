"""The lines of one file, read forgivingly: whatever an editor did to them, the words survive."""

import re
from pathlib import Path

from srt_tui import letters
from srt_tui.library.finding import Notebook, Row

_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " "})

_FIGURES = 9
_LONG = re.compile(rf"\d{{{_FIGURES + 10},}}")
"""A number of so many figures counts nothing here, and could not be reckoned with."""
_UNSEEN = {
    "\u200b": "A space of no width",
    "\u2060": "A joiner of words",
    "\ufeff": "A byte order mark",
    "\u00ad": "A soft hyphen",
    "\u200e": "A mark for the direction of writing",
    "\u200f": "A mark for the direction of writing",
    "\u180e": "A space of no width",
}
"""Signs that do not show and have no part in writing here, by name; they are passed over."""


def read_lines(path: Path, file: str, book: Notebook) -> list[Row]:
    """Every line of the file at `path`, known as `file` in findings; none if it cannot be read."""
    start = Row(file, 1, "")
    try:
        raw = path.read_bytes()
    except OSError:
        book.error("file-unreadable", start, "This file cannot be read.")
        return []
    found = letters.read(raw)
    if found.marked:
        book.note("bom", start, "The file begins with a byte order mark; it is passed over.")
    if found.windows_lines:
        book.note("crlf", start, "The lines end the Windows way; they are read all the same.")
    rows = [Row(file, number, line) for number, line in enumerate(found.text.split("\n"), 1)]
    _say_how_saved(found, rows, book)
    return _tidy(rows, book)


def _say_how_saved(found: letters.Read, rows: list[Row], book: Notebook) -> None:
    """What is not UTF-8 is told at the first line that has such a letter."""
    if found.encoding == "utf-8" and not found.fault:
        return
    at = next((row for row in rows if not row.text.isascii()), rows[0])
    meant = "save it again with the encoding UTF-8"
    if found.fault == "cut":
        book.error("file-cut", rows[-1], "The file ends in the middle of a letter: it was cut.")
    elif found.fault:
        at = next((row for row in rows if "\ufffd" in row.text or "\x00" in row.text), rows[0])
        book.error("not-utf-8", at, "A letter of this file is damaged.", meant)
    elif found.encoding == "cp1252":
        what = "The file is not saved as UTF-8; it is read as Windows text."
        book.warn("not-utf-8", at, what, meant)
    else:
        book.note("utf-16", rows[0], "The file is saved as UTF-16; it is read all the same.")


def _tidy(rows: list[Row], book: Notebook) -> list[Row]:
    """Each line as it shows; a line break of another kind ends one, though not its number."""
    tidy: list[Row] = []
    for row in rows:
        text = row.text
        if "\t" in text:
            text = text.replace("\t", "    ")
            _tell(book, "tab", row, "A tab stands here; it is read as spaces.")
        if not text.isascii() and (straight := text.translate(_CURLY)) != text:
            text = straight
            _tell(book, "curly-quote", row, "Curly quotes or hard spaces are read as plain.")
        if not text.isprintable():
            text = _without_unseen(row, text, book)
        if _LONG.search(text):
            text = _LONG.sub(lambda found: found[0][:_FIGURES], text)
            book.error("number-long", row, "A number here is longer than any that is meant.")
        parts = (part.rstrip() for part in text.split("\n"))
        tidy += [row if part == row.text else row.part(part) for part in parts]
    return tidy


def _without_unseen(row: Row, text: str, book: Notebook) -> str:
    """The line without signs that do not show, each kind of them named once on its line."""
    for name in dict.fromkeys(_named(sign) for sign in text):
        if name:
            book.warn("unseen-sign", row, f"{name} stands here, which nobody sees; take it out.")
    return letters.clean("".join(sign for sign in text if sign not in _UNSEEN))


def _named(sign: str) -> str:
    """What a sign is called that does not show; empty for every other one."""
    if sign in _UNSEEN:
        return _UNSEEN[sign]
    if letters.clean(sign) in {sign, "\n"}:
        return "" if letters.clean(sign) == sign else "A line break of another program"
    return "A sign that turns writing about" if letters.clean(sign) == "" else "A control sign"


def _tell(book: Notebook, rule: str, row: Row, what: str) -> None:
    """Say each of these once for a file: an editor that does it once does it throughout."""
    if book.first(rule, row.file):
        book.note(rule, row, what)
