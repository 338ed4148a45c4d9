"""The lines of one file, read forgivingly: whatever an editor did to them, the words survive."""

from pathlib import Path

from srt_tui.library.finding import Notebook, Row

_BOM = b"\xef\xbb\xbf"
_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " "})


def read_lines(path: Path, file: str, book: Notebook) -> list[Row]:
    """Every line of the file at `path`, known as `file` in findings; none if it cannot be read."""
    start = Row(file, 1, "")
    try:
        raw = path.read_bytes()
    except OSError:
        book.error("file-unreadable", start, "This file cannot be read.")
        return []
    if raw.startswith(_BOM):
        raw = raw[len(_BOM) :]
        book.note("bom", start, "The file begins with a byte order mark; it is passed over.")
    text = _decode(raw, file, book)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        book.note("crlf", start, "The lines end the Windows way; they are read all the same.")
    return _tidy([Row(file, number, line) for number, line in enumerate(text.split("\n"), 1)], book)


def _decode(raw: bytes, file: str, book: Notebook) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = raw[: problem.start].count(b"\n") + 1
        book.warn(
            "not-utf-8",
            Row(file, line, ""),
            "The file is not saved as UTF-8; it is read as Windows text.",
            "save it again with the encoding UTF-8",
        )
        return raw.decode("cp1252", errors="replace")


def _tidy(rows: list[Row], book: Notebook) -> list[Row]:
    told: set[str] = set()
    tidy: list[Row] = []
    for row in rows:
        text = row.text
        if "\t" in text:
            text = text.replace("\t", "    ")
            _tell(book, told, "tab", row, "A tab stands here; it is read as spaces.")
        if not text.isascii() and (straight := text.translate(_CURLY)) != text:
            text = straight
            _tell(book, told, "curly-quote", row, "Curly quotes or hard spaces are read as plain.")
        text = text.rstrip()
        tidy.append(row if text == row.text else row.part(text))
    return tidy


def _tell(book: Notebook, told: set[str], rule: str, row: Row, what: str) -> None:
    """Say each of these once for a file: an editor that does it once does it throughout."""
    if rule not in told:
        told.add(rule)
        book.note(rule, row, what)
