"""The captions of a pack's clips: what in them cannot be read, and what is read all the same."""

from pathlib import Path

from srt_tui import letters
from srt_tui.domain.captions import read_captions
from srt_tui.library.finding import Notebook, Row
from srt_tui.library.media import CAPTIONS


def hold_captions(content_dir: Path, book: Notebook) -> None:
    """Tell the notebook of every line that does not show, and of what was forgiven."""
    for path in sorted(content_dir.glob(f"clips/*/{CAPTIONS}")):
        _hold(path, path.relative_to(content_dir).as_posix(), book)


def _hold(path: Path, file: str, book: Notebook) -> None:
    start = Row(file, 1, "")
    try:
        found = letters.read(path.read_bytes())
    except OSError:
        book.error("file-unreadable", start, "This file cannot be read.")
        return
    if found.fault or found.encoding == "cp1252":
        what = "A letter of this file is damaged, or it is not saved as UTF-8."
        book.warn("not-utf-8", start, what, "save it again with the encoding UTF-8")
    read = read_captions(found.text)
    for fault in read.faults:
        at = Row(file, fault.line, "")
        if fault.lost:
            book.error("captions-unread", at, fault.what, "00:01.000 --> 00:03.000")
        else:
            book.warn("captions-form", at, fault.what)
    if not read.cues:
        book.error("captions-empty", start, "No caption of this file can be read.")
